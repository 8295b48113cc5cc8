"""The picture of one machine with a number in place of each label, which its table tells.

What is too much even so is split by phase, each on a page with its own part of the table.
"""

from dataclasses import dataclass, replace

from diagrams.dot import compact
from diagrams.laid import Drawn, Laid, larger
from diagrams.legend import keys
from diagrams.page import Page, Sheet
from diagrams.phases import phases
from diagrams.plan import Arrangement, Plan, merged
from diagrams.planner import plan
from diagrams.ports import layout_of
from diagrams.render import svg
from diagrams.rules import rows, told_as_one
from model.language.flow import Flow
from model.language.machines import Machine

NUMBERED = "Its lines have the numbers of rules in place of words."
SPLIT = "It is split by phase, one on a page."


@dataclass(frozen=True)
class OnPage:
    """What is drawn on a page: all of a machine, or a phase of it, with its part of the table."""

    plan: Plan
    laid: Laid
    page: Page

    def sheet(self) -> Sheet:
        """Return what is put on the page."""
        return Sheet(self.laid.drawing(), keys(self.plan), self.page.grid)


def with_numbers(flow: Flow, machine: Machine, page: Page) -> Drawn:
    """Return the picture with numbers, if need be by phase; without a table never by phase."""
    whole, laid = numbered(flow, machine, layout_of(flow, machine), page)
    parts, said = [OnPage(whole, laid, page)], f"{page.about} {NUMBERED}"
    if page.grid.rows and not page.has_room(*laid.size):
        parts, said = _split(whole, page), f"{said} {SPLIT}"
    pages = replace(page, about=said).drawn(*(part.sheet() for part in parts))
    return Drawn("\n".join(part.laid.dot for part in parts), pages, is_full=False)


def _split(whole: Plan, page: Page) -> list[OnPage]:
    """Return as few phases as fit a page each with their tables, or at least without."""
    parts: list[OnPage] = []
    for needed in (Page.fits, Page.has_room):
        for count in range(2, len({line.source for line in whole.lines}) + 1):
            parts = [_part(phase, page) for phase in phases(whole, count)]
            if all(needed(part.page, *part.laid.size) for part in parts):
                return parts
    return parts


def _part(phase: Plan, page: Page) -> OnPage:
    numbers = {str(number) for line in phase.lines for number in line.numbers}
    told = [row for row in page.grid.rows if numbers.intersection(row[0].split(", "))]
    own = replace(page, grid=replace(page.grid, rows=told))
    return OnPage(phase, _laid(phase, own), own)


def numbered(flow: Flow, machine: Machine, layout: Arrangement, page: Page) -> tuple[Plan, Laid]:
    """Return the picture with numbers on one page, or as near to that as it comes."""
    whole = as_numbers(flow, machine, layout)
    return whole, _laid(whole, page)


def as_numbers(flow: Flow, machine: Machine, layout: Arrangement) -> Plan:
    """Return the plan of all rules in which lines between the same two boxes are one."""
    told = told_as_one(rows(flow, machine))
    return merged(plan(flow, machine, told, layout)).without_strays()


def _laid(whole: Plan, page: Page) -> Laid:
    """Lay out flat where it fits the page, else upright, or how it needs less of a larger page."""
    laid = []
    for direction in ("LR", "TB"):
        dot = compact(whole, direction)
        laid.append(Laid(dot, svg(dot), {}))
        if page.fits(*laid[-1].size):
            break
    return min(laid, key=lambda one: larger(*one.size))
