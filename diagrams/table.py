"""The table of a machine's rules: the text twin of its pictures, one row for each rule."""

from collections.abc import Mapping
from html import escape

from diagrams.rules import ToldRule, listed, rows, said, sentence
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import words_of

HEAD = ("", "Event", "From", "To", "When", "Then", "By", "Source")


def table(flow: Flow, machine: Machine) -> str:
    """Return the rules of a machine as a Markdown table; the numbers are those of the pictures."""
    cells = [_cells(flow, machine, row) for row in rows(flow, machine)]
    lines = [HEAD, tuple("---" for _ in HEAD), *cells]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _cells(flow: Flow, machine: Machine, row: ToldRule) -> tuple[str, ...]:
    known = flow.sources
    assert isinstance(known, Mapping)
    target = "stays" if row.target is None else sentence(words_of(row.target))
    texts = (
        listed([str(number) for number in row.numbers]),
        row.event,
        sentence(said(row.sources, machine)),
        target,
        row.guard,
        "; ".join(row.effects) or ("" if row.rule.moves else "nothing changes"),
        row.actor,
        ", ".join(known[cited].label for cited in row.cites),
    )
    return tuple(escape(text, quote=False).replace("|", r"\|") for text in texts)
