"""The pictures of one machine: full where it fits on the page, compact, and the table of its rules.

A picture that would be wider or higher than the page is not scaled: its labels are set wider,
and where that does not help there is no full picture, and the table says what it would have. The
compact picture is always there, if need be on a larger page.
"""

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from diagrams import palette
from diagrams.dot import compact, full, labels
from diagrams.dress import SVG, dressed
from diagrams.plan import PARALLEL, RETURNS, Arrangement, BoxKind, Plan, merged, shown
from diagrams.planner import plan
from diagrams.ports import layout_of
from diagrams.render import svg
from diagrams.rules import listed, rows
from diagrams.strip import strip
from model.language.events import Scope
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import members, words_of

MOST_RULES, MOST_STATES = 16, 12
LAYOUTS = tuple(Arrangement(returns=n, wrap=w) for n in (RETURNS, 1) for w in (22, 30, 38, 18, 15))
MARGIN = 10.0  # between the picture and the strip under it


@dataclass(frozen=True)
class Drawn:
    """A picture of a machine and the DOT text that it was laid out from."""

    dot: str
    svg: str


def full_picture(flow: Flow, machine: Machine) -> Drawn | None:
    """Return the picture with labels, or None where the page or the reader has no room for it."""
    told = shown(flow, machine, MOST_RULES)
    if not told or len(told) > MOST_RULES or len(members(machine.state.sort)) > MOST_STATES:
        return None
    for layout in (layout_of(flow, machine), *LAYOUTS):
        drawn = drawn_full(flow, machine, layout)
        if fits(drawn.svg):
            return drawn
    return None


def compact_picture(flow: Flow, machine: Machine) -> Drawn | None:
    """Return the picture with numbers, flat where it fits the page, else upright.

    Where neither fits, the one that needs less of a larger page is returned.
    """
    if not machine.transitions:
        return None
    whole = merged(plan(flow, machine, rows(flow, machine), Arrangement())).without_strays()
    title, drawn = f"{_title(flow, machine)}, with numbers", []
    for direction in ("LR", "TB"):
        dot = compact(whole, direction)
        drawn.append(Drawn(dot, dressed(svg(dot), title, about(flow, machine), {})))
        if fits(drawn[-1].svg):
            return drawn[-1]
    return min(drawn, key=lambda one: _pages(one.svg))


def fits(picture: str) -> bool:
    """Tell whether a picture fits on the page as it is."""
    return _pages(picture) <= 1


def _pages(picture: str) -> float:
    """Return how much larger a page it needs."""
    wide, high = size(picture)
    return max(wide / palette.WIDTH, high / palette.HEIGHT)


def size(picture: str) -> tuple[float, float]:
    """Return the width and height of a picture in points."""
    *_, wide, high = ET.fromstring(picture).attrib["viewBox"].split()  # noqa: S314  # our own
    return float(wide), float(high)


def drawn_full(flow: Flow, machine: Machine, layout: Arrangement) -> Drawn:
    """Return the picture with labels, whether it fits or not."""
    wrap = layout.wrap
    whole = merged(plan(flow, machine, shown(flow, machine, MOST_RULES), layout), PARALLEL)
    inner, words = whole.without_groups(), about(flow, machine)
    if left := len(machine.transitions) - len({n for line in whole.lines for n in line.numbers}):
        words += f" Left to the table: {left} rules that change nothing."
    dot = full(inner, wrap)
    drawn = dressed(svg(dot), _title(flow, machine), words, labels(inner, wrap))
    if not any(box.kind is BoxKind.GROUP for box in whole.boxes):
        return Drawn(dot, drawn)
    return Drawn(dot, _with_strip(drawn, whole, wrap))


def _with_strip(drawn: str, whole: Plan, wrap: int) -> str:
    wide, high = size(drawn)
    canvas, across, down = strip(whole, palette.WIDTH, high + MARGIN, wrap)
    root = ET.fromstring(drawn)  # noqa: S314  # our own
    both = max(wide, across)
    root.set("width", f"{both:.2f}pt")
    root.set("height", f"{down:.2f}pt")
    root.set("viewBox", f"0 0 {both:.2f} {down:.2f}")
    ET.register_namespace("", SVG)
    below = "".join(canvas.marks)
    root.append(ET.fromstring(f'<g xmlns="{SVG}" class="strip">{below}</g>'))  # noqa: S314
    return ET.tostring(root, encoding="unicode") + "\n"


def _title(flow: Flow, machine: Machine) -> str:
    return f"{flow.title}. States of {machine.name}"


def about(flow: Flow, machine: Machine) -> str:
    """Return in words what a picture of the machine shows, for those who do not see it."""
    states = [f"'{words_of(state)}'" for state in members(machine.state.sort)]
    first = listed([f"'{words_of(state)}'" for state in flow.initials(machine.state)], "or")
    count = len(machine.transitions)
    parts = [
        f"A state diagram of {machine.name}, one for {_home(machine)}.",
        f"It has the states {listed(states, 'and')}, and starts in {first}.",
        f"{count} rules concern them; the table of rules says each in words."
        if count > 1
        else "One rule concerns them; the table of rules says it in words.",
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
