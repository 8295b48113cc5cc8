"""The Word file of a paper: the same tree, with amendments as tracked changes.

The template of python-docx gives the styles; how they look is set here. Times in the file are
those of the sources, and none is of the clock.
"""

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from diagrams.formats import png
from diagrams.laid import size
from switchproof.dossier.paper.tracked import tracked
from switchproof.dossier.paper.tree import (
    Amendment,
    Block,
    Break,
    Bullets,
    Heading,
    Manner,
    Paper,
    PaperFigure,
    PaperTable,
    Paragraph,
    Text,
    runs,
)
from switchproof.dossier.paper.word_styles import HANG, SOFT, dressed
from switchproof.dossier.paper.word_table import ruled, table_element

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph as WordParagraph

OLDEST = (1980, 1, 1, 0, 0, 0)  # what a zip can say
DOTS = 220 / 72  # in a point: to so many an inch Word itself reduces a picture as it saves


def docx(paper: Paper) -> bytes:
    """Return the paper as a Word file; ImportError is raised without the extra `paper`."""
    made = dressed(paper)
    _front(made, paper)
    for block in paper.blocks:
        _add(made, block, paper)
    out = BytesIO()
    made.save(out)
    return _undated(out.getvalue())


def _front(made: "Document", paper: Paper) -> None:
    _write(made.add_paragraph(style="Caption"), paper.over, paper)
    made.add_paragraph(paper.title, style="Title")
    table = made.add_table(rows=1, cols=len(paper.facts))
    for cell, (name, value) in zip(table.rows[0].cells, paper.facts, strict=True):
        told = cell.paragraphs[0]
        told.style = made.styles["Cell"]
        told.add_run(name).font.color.rgb = SOFT
        told.add_run().add_break()
        told.add_run(value)
    ruled(table)


def _add(made: "Document", block: Block, paper: Paper) -> None:
    match block:
        case Heading(words, level, number):
            told = made.add_heading(level=level)
            told.add_run(f"{number}\t{words}" if number else words)
        case Paragraph(text, number):
            _paragraph(made, text, number, paper)
        case Bullets(items):
            for item in items:
                _write(made.add_paragraph(style="List Bullet"), item, paper)
        case PaperTable():
            _table(made, block)
        case PaperFigure():
            _figure(made, block, paper)
        case Amendment(text):
            _write(made.add_paragraph(style="Quote"), text, paper)
        case Break():
            from docx.enum.text import WD_BREAK

            made.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _paragraph(made: "Document", text: Text, number: str, paper: Paper) -> None:
    told = made.add_paragraph()
    if number:
        told.paragraph_format.left_indent = HANG
        told.paragraph_format.first_line_indent = -HANG
        told.add_run(f"{number}\t").font.color.rgb = SOFT
    _write(told, text, paper)


def _table(made: "Document", block: PaperTable) -> None:
    _caption(made, block.number, block.caption).paragraph_format.keep_with_next = True
    below = made.add_paragraph(style="Cell")
    below._p.addprevious(table_element(block))  # noqa: SLF001  # has no public name


def _figure(made: "Document", block: PaperFigure, paper: Paper) -> None:
    from docx.shared import Pt

    del paper
    told = made.add_paragraph()
    told.paragraph_format.keep_with_next = True
    shape = told.add_run().add_picture(BytesIO(png(block.svg, DOTS)), width=Pt(size(block.svg)[0]))
    inline = shape._inline  # noqa: SLF001  # has no public name
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # where it is not said LibreOffice takes 3 mm
    inline.docPr.set("descr", block.alt)
    inline.docPr.set("name", block.number)
    _caption(made, block.number, block.caption)


def _caption(made: "Document", number: str, words: str) -> "WordParagraph":
    told = made.add_paragraph(style="Caption")
    told.add_run(f"{number}.").bold = True
    told.add_run(f" {words}")
    return told


def _write(told: "WordParagraph", text: Text, paper: Paper) -> None:
    for run in runs(text):
        if run.manner in (Manner.ADDED, Manner.REMOVED):
            tracked(told, run, paper.dated)
            continue
        made = told.add_run(run.words)
        made.bold = True if run.manner is Manner.BOLD else None
        if run.manner is Manner.SOFT:
            made.font.color.rgb = SOFT


def _undated(made: bytes) -> bytes:
    """Return a zip with the same content, in which each file has the oldest time that it can."""
    out = BytesIO()
    with ZipFile(BytesIO(made)) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = ZipInfo(name, OLDEST)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()
