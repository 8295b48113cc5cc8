"""The table of a machine's rules: the text twin of its pictures, one row for each rule."""

from collections.abc import Mapping
from html import escape

from diagrams import palette
from diagrams.grid import SIZE, Grid
from diagrams.rules import ToldRule, rows, said, sentence, told_as_one
from diagrams.type import width
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import words_of

HEAD = ("", "Event", "From", "To", "When", "Then", "By", "Source")
UNCHANGED = "nothing changes"
TOLD, SOURCE = "Event, by whom: when, and what else then", 124.0


def table(flow: Flow, machine: Machine) -> str:
    """Return the rules of a machine as a Markdown table; the numbers are those of the pictures."""
    told = [_markdown(cells(flow, machine, row)) for row in rows(flow, machine)]
    lines = [HEAD, tuple("---" for _ in HEAD), *told]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def grid(flow: Flow, machine: Machine) -> Grid:
    """Return the table under a picture, which itself says where each rule leads."""
    told = cells_told(flow, machine)
    numbers = max((width(number, SIZE, bold=True) for number, *_ in told), default=0) + 9
    columns = (("", numbers), (TOLD, palette.WIDTH - numbers - SOURCE), ("Source", SOURCE))
    return Grid(columns, [(number, _in_one(*rest), rest[-1]) for number, *rest in told])


def cells_told(flow: Flow, machine: Machine) -> list[tuple[str, ...]]:
    """Return the cells of a machine's rules, those of its members told as one."""
    return [cells(flow, machine, row) for row in told_as_one(rows(flow, machine))]


def _in_one(event: str, _from: str, _to: str, when: str, then: str, by: str, _why: str) -> str:
    what = f"{event}, {by}" if by else event
    if then and "becomes" not in then.partition(";")[0] and then != UNCHANGED:
        then = f"then {then}"
    told = "; ".join(part for part in (when, then) if part)
    return f"{what}: {told}" if told else what


def cells(flow: Flow, machine: Machine, row: ToldRule) -> tuple[str, ...]:
    """Return a row of the table, a cell for each of `HEAD`."""
    known = flow.sources
    assert isinstance(known, Mapping)
    return (
        ", ".join(map(str, row.numbers)),
        row.event,
        sentence(said(row.sources, machine)),
        "stays" if row.target is None else sentence(words_of(row.target)),
        row.guard,
        "; ".join(row.effects) or ("" if row.rule.moves else UNCHANGED),
        row.actor,
        ", ".join(known[cited].label for cited in row.cites),
    )


def _markdown(cells: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(escape(text, quote=False).replace("|", r"\|") for text in cells)
