"""The picture of one machine with the table of its rules: labels in it, or numbers alone.

A picture that would be wider or higher than the page is not scaled: its labels are set wider,
and where that does not help it is drawn with numbers, if need be by phase. Where no rule leads
from one state to another there is nothing to see that the table does not say.
"""

from dataclasses import replace
from functools import lru_cache

from diagrams import palette
from diagrams.dot import full
from diagrams.grid import Grid
from diagrams.label import gathered, labels
from diagrams.laid import MARGIN, Drawn, Laid, size
from diagrams.legend import keys
from diagrams.numbers import as_numbers, with_numbers
from diagrams.page import Page, Sheet
from diagrams.plan import PARALLEL, RETURNS, Arrangement, Plan, merged, shown
from diagrams.planner import plan
from diagrams.ports import layout_of
from diagrams.render import svg
from diagrams.rules import listed
from diagrams.strip import strip
from diagrams.table import grid
from model.language.events import Scope
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import members, words_of

MOST_RULES, MOST_STATES = 16, 12
WRAP = Arrangement().wrap
LAYOUTS = tuple(Arrangement(returns=n, wrap=w) for n in (RETURNS, 1) for w in (WRAP, 30, 38, 18))


@lru_cache(maxsize=256)
def picture(flow: Flow, machine: Machine, *, table: bool = True) -> Drawn | None:
    """Return the picture of a machine, or None where it would say no more than the table.

    With labels, where that and the table fit one page and are not too much to read; else with
    numbers. Without the table there is more room.
    """
    if unseen(flow, machine):
        return None
    page = page_of(flow, machine) if table else replace(page_of(flow, machine), grid=Grid((), ()))
    return full_picture(flow, machine, page) or with_numbers(flow, machine, page)


def full_picture(flow: Flow, machine: Machine, page: Page) -> Drawn | None:
    """Return the picture with labels, or None where page or reader have no room for it."""
    told = shown(flow, machine, MOST_RULES)
    if len(told) > MOST_RULES or len(members(machine.state.sort)) > MOST_STATES:
        return None
    wide, high = 0.0, 0.0
    for layout in (layout_of(flow, machine), *LAYOUTS):
        if wide and (layout.wrap > WRAP if wide > palette.WIDTH else layout.wrap < WRAP):
            continue  # the other way round it may be narrow or low enough
        whole, laid = laid_out(flow, machine, layout)
        wide, high = laid.size
        if page.fits(wide, high):
            sheet = Sheet(laid.drawing(), keys(whole), page.grid, _untold(machine, whole))
            return Drawn(laid.dot, page.drawn(sheet), is_full=True)
    return None


def _untold(machine: Machine, whole: Plan) -> str:
    """Say which rules are in the table alone."""
    told = {number for line in whole.lines for number in line.numbers}
    left = [str(n) for n in range(1, len(machine.transitions) + 1) if n not in told]
    return f"in the table alone, since they change nothing: {', '.join(left)}" if left else ""


def laid_out(flow: Flow, machine: Machine, layout: Arrangement) -> tuple[Plan, Laid]:
    """Return the picture with labels, whether it fits or not."""
    whole = merged(plan(flow, machine, shown(flow, machine, MOST_RULES), layout), PARALLEL)
    whole, said = gathered(whole, labels(whole, layout.wrap))
    beside, dot = whole.beside(), full(whole.without_groups(), said)
    laid = Laid(dot, svg(dot), said)
    if not beside.lines:
        return whole, laid
    narrow = strip(beside, said, palette.WIDTH - size(laid.svg)[0] - MARGIN)
    put = replace(laid, strip=narrow)
    return whole, put if put.is_beside else replace(laid, strip=strip(beside, said, palette.WIDTH))


def unseen(flow: Flow, machine: Machine) -> str:
    """Return why a picture would say no more than the table; nothing where it does."""
    if not machine.transitions:
        return "no rule concerns it"
    if any(line.target for line in as_numbers(flow, machine, Arrangement()).without_groups().lines):
        return ""
    return "where a rule leads does not depend on the state; the table says all"


def page_of(flow: Flow, machine: Machine) -> Page:
    """Return what stands with any picture of a machine, apart from its legend."""
    title = f"{flow.title}. States of {machine.name}"
    return Page(title, about(flow, machine), grid(flow, machine))


def about(flow: Flow, machine: Machine) -> str:
    """Return in words what a picture of the machine shows, for those who do not see it."""
    states = [f"'{words_of(state)}'" for state in members(machine.state.sort)]
    first = listed([f"'{words_of(state)}'" for state in flow.initials(machine.state)], "or")
    count = len(machine.transitions)
    parts = [
        f"A state diagram of {machine.name}, one for {_home(machine)}.",
        f"It has the states {listed(states, 'and')}, and starts in {first}.",
        f"{count} rules concern them; the table under it says each in words."
        if count > 1
        else "One rule concerns them; the table under it says it in words.",
    ]
    if len(machine.happy) > 1:
        path = listed([f"'{words_of(state)}'" for state in machine.happy], "then")
        parts.append(f"The usual path is {path}.")
    return " ".join(parts)


def _home(machine: Machine) -> str:
    each = {Scope.POINT: "each metering point", Scope.PROVIDER: "each provider"}.get(machine.scope)
    if machine.member is None:
        return each or "the whole industry"
    kind = type(machine.member).__name__.lower()
    return f"{each} and {kind}" if each else f"each {kind}"
