"""The picture of one machine with the table of its rules: labels in it, or numbers alone.

A picture that would be wider or higher than the page is not scaled: its labels are set wider,
and where that does not help it is drawn with numbers, if need be on a larger page. Where no rule
leads from one state to another there is nothing to see that the table does not say.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from diagrams import palette
from diagrams.dot import compact, full
from diagrams.dress import Drawing, dressed
from diagrams.label import Label, labels
from diagrams.legend import keys
from diagrams.page import Grid, Page
from diagrams.plan import PARALLEL, RETURNS, Arrangement, Plan, merged, shown
from diagrams.planner import plan
from diagrams.ports import layout_of
from diagrams.render import svg
from diagrams.rules import listed, rows, told_as_one
from diagrams.strip import Strip, strip
from diagrams.table import grid
from model.language.events import Scope
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import members, words_of

MOST_RULES, MOST_STATES = 16, 12
WRAP = Arrangement().wrap
LAYOUTS = tuple(Arrangement(returns=n, wrap=w) for n in (RETURNS, 1) for w in (WRAP, 30, 38, 18))
MARGIN = 12.0  # between the picture and the strip


@dataclass(frozen=True)
class Drawn:
    """The pages of a machine as SVG, and the DOT text that its picture was laid out from."""

    dot: str
    pages: tuple[str, ...]
    is_full: bool


@dataclass(frozen=True)
class Laid:
    """A picture that is laid out, and what stands beside it; not yet drawn."""

    dot: str
    svg: str
    labels: Mapping[str, Label]
    strip: Strip | None = None

    @property
    def is_beside(self) -> bool:
        """Tell whether the strip has room to the right of the picture."""
        strip = self.strip
        return strip is not None and size(self.svg)[0] + MARGIN + strip.wide <= palette.WIDTH

    @property
    def size(self) -> tuple[float, float]:
        """Return its width and height."""
        wide, high = size(self.svg)
        if self.strip is None:
            return wide, high
        if self.is_beside:
            return wide + MARGIN + self.strip.wide, max(high, self.strip.high)
        return max(wide, self.strip.wide), high + MARGIN + self.strip.high

    def drawn(self, page: Page) -> Drawn:
        """Return it on its page."""
        drawing = dressed(self.svg, self.labels)
        if self.strip is not None:
            across, down = (
                (drawing.wide + MARGIN, 0) if self.is_beside else (0, drawing.high + MARGIN)
            )
            at = f"translate({across:.2f} {down:.2f})"
            marks = f'{drawing.marks}<g class="strip" transform="{at}">{self.strip.marks}</g>'
            drawing = Drawing(marks, *self.size)
        return Drawn(self.dot, page.drawn(drawing), bool(self.labels))


def picture(flow: Flow, machine: Machine, *, table: bool = True) -> Drawn | None:
    """Return the picture of a machine, or None where it would say no more than the table.

    With labels, where that and the table fit one page and are not too much to read; else with
    numbers. Without the table there is more room.
    """
    if unseen(flow, machine):
        return None
    page = page_of(flow, machine) if table else replace(page_of(flow, machine), grid=Grid((), ()))
    return full_picture(flow, machine, page) or _compact(flow, machine, page)


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
            return laid.drawn(replace(page, keys=keys(whole), note=_untold(machine, whole)))
    return None


def _untold(machine: Machine, whole: Plan) -> str:
    """Say which rules are in the table alone."""
    told = {number for line in whole.lines for number in line.numbers}
    left = [str(n) for n in range(1, len(machine.transitions) + 1) if n not in told]
    return f"in the table alone, since they change nothing: {', '.join(left)}" if left else ""


def laid_out(flow: Flow, machine: Machine, layout: Arrangement) -> tuple[Plan, Laid]:
    """Return the picture with labels, whether it fits or not."""
    whole = merged(plan(flow, machine, shown(flow, machine, MOST_RULES), layout), PARALLEL)
    said, beside = labels(whole, layout.wrap), whole.beside()
    dot = full(whole.without_groups(), layout.wrap)
    laid = Laid(dot, svg(dot), said)
    if not beside.lines:
        return whole, laid
    narrow = strip(beside, said, palette.WIDTH - size(laid.svg)[0] - MARGIN)
    put = replace(laid, strip=narrow)
    return whole, put if put.is_beside else replace(laid, strip=strip(beside, said, palette.WIDTH))


def _compact(flow: Flow, machine: Machine, page: Page) -> Drawn:
    whole, laid = numbered(flow, machine, layout_of(flow, machine), page)
    return laid.drawn(replace(page, keys=keys(whole)))


def numbered(flow: Flow, machine: Machine, layout: Arrangement, page: Page) -> tuple[Plan, Laid]:
    """Return the picture with numbers, flat where it fits the page, else upright.

    Where neither fits, the one that needs less of a larger page is returned.
    """
    whole, laid = _numbered(flow, machine, layout), []
    for direction in ("LR", "TB"):
        dot = compact(whole, direction)
        laid.append(Laid(dot, svg(dot), {}))
        if page.fits(*laid[-1].size):
            break
    return whole, min(laid, key=lambda one: _pages(*one.size))


def unseen(flow: Flow, machine: Machine) -> str:
    """Return why a picture would say no more than the table; nothing where it does."""
    if not machine.transitions:
        return "no rule concerns it"
    if any(line.target for line in _numbered(flow, machine, Arrangement()).without_groups().lines):
        return ""
    return "where a rule leads does not depend on the state; the table says all"


def _numbered(flow: Flow, machine: Machine, layout: Arrangement) -> Plan:
    told = told_as_one(rows(flow, machine))
    return merged(plan(flow, machine, told, layout)).without_strays()


def fits(picture: str) -> bool:
    """Tell whether a picture fits on the page as it is."""
    return _pages(*size(picture)) <= 1


def _pages(wide: float, high: float) -> float:
    """Return how much larger a page it needs."""
    return max(wide / palette.WIDTH, high / palette.HEIGHT)


def size(picture: str) -> tuple[float, float]:
    """Return the width and height of a picture in points."""
    *_, wide, high = ET.fromstring(picture).attrib["viewBox"].split()  # noqa: S314  # our own
    return float(wide), float(high)


def page_of(flow: Flow, machine: Machine) -> Page:
    """Return what stands with any picture of a machine, apart from its legend."""
    title = f"{flow.title}. States of {machine.name}"
    return Page(title, about(flow, machine), (), grid(flow, machine))


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
