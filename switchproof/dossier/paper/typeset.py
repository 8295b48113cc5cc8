"""The PDF of a paper: the tree as data for the template, which Typst sets."""

import json
from collections.abc import Mapping
from pathlib import Path

from diagrams.formats import typeset
from diagrams.laid import size
from switchproof.dossier.paper.tree import (
    Amendment,
    Block,
    Break,
    Bullets,
    Heading,
    Paper,
    PaperFigure,
    PaperTable,
    Paragraph,
    Text,
    runs,
)

TEMPLATE = Path(__file__).with_name("template.typ")


def pdf(paper: Paper) -> bytes:
    """Return the paper as tagged PDF; ImportError is raised without the extra `pictures`."""
    data = {
        "over": paper.over,
        "title": paper.title,
        "facts": paper.facts,
        "status": paper.status,
        "name": paper.name,
        "dated": [paper.dated.year, paper.dated.month, paper.dated.day],
        "blocks": [_block(block) for block in paper.blocks],
    }
    inputs = {"paper": json.dumps(data, ensure_ascii=False)}
    return typeset(TEMPLATE.read_text(encoding="utf-8"), inputs, "ua-1")


def _block(block: Block) -> Mapping[str, object]:
    match block:
        case Heading(words, level, number):
            return {"kind": "heading", "words": words, "level": level, "number": number}
        case Paragraph(text, number):
            return {"kind": "paragraph", "runs": _runs(text), "number": number}
        case Bullets(items):
            return {"kind": "bullets", "items": [_runs(item) for item in items]}
        case PaperTable():
            return _table(block)
        case PaperFigure(svg, caption, number):
            wide, alt = size(svg)[0], block.alt
            told = {"caption": caption, "number": number, "svg": svg, "alt": alt, "wide": wide}
            return {"kind": "figure", **told}
        case Amendment(text):
            return {"kind": "wording", "runs": _runs(text)}
        case Break():
            return {"kind": "break"}


def _table(table: PaperTable) -> Mapping[str, object]:
    return {
        "kind": "table",
        "caption": table.caption,
        "number": table.number,
        "heads": [column.head for column in table.columns],
        "wide": [column.wide for column in table.columns],
        "rows": [[{"runs": _runs(cell)} for cell in row] for row in table.rows],
    }


def _runs(text: Text) -> list[dict[str, str]]:
    return [{"words": run.words, "look": run.manner.value} for run in runs(text)]
