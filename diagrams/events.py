"""How the machines of a flow share events: a table of joined dots.

Rows are the events that two machines or more take, columns the machines. A full dot must take
part, or the event is refused and nothing changes; a hollow one follows where it can. Columns
are ordered so that the lines are short. Where their heads have no room side by side they stand
upright, and where rows have none under one another they go on under the same heads.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.rules import families, sentence
from diagrams.type import width, wrapped
from model.language.events import Event, Scope
from model.language.flow import Flow

PITCH = 15.5
TITLE, FOOT = 28.0, 40.0  # the title and the legend, at most
LINE, SMALL, SCOPE = (
    9.5,
    8.0,
    7.2,
)  # in the head: the names of machines, and how many there are of each
RADIUS = 4.2
NARROWEST = 27.0  # a column
SCOPES = {Scope.POINT: "each point", Scope.PROVIDER: "each provider", Scope.INDUSTRY: "one"}
LEGEND = (
    ("must take part, or the event is refused and nothing changes", True),
    ("follows: takes part where it can, and else stays as it is", False),
)


@dataclass(frozen=True)
class Shared:
    """An event, and for each machine that takes it whether it must take part."""

    event: str
    actor: str
    takes: dict[str, bool]


def shared(flow: Flow) -> list[Shared]:
    """Return the events of two machines or more; a family of machines counts as one."""
    found: dict[str, Shared] = {}
    for event in flow.events:
        takes = {m.name: True for m in flow.taking_part(event)}
        takes |= {m.name: takes.get(m.name, False) for m in flow.following(event)}
        known = found.setdefault(event.name, Shared(sentence(event.name), _actor(flow, event), {}))
        known.takes.update(takes)
    return [row for row in found.values() if len(row.takes) > 1]


def _actor(flow: Flow, event: Event) -> str:
    actors = [rule.actor for _, rule in flow.rules() if rule.event == event and rule.actor]
    return " or ".join(dict.fromkeys(str(actor) for actor in actors))


def pictures(flow: Flow) -> list[str]:
    """Return the table as SVG: one, or several with the same columns where a page has no room."""
    rows = shared(flow)
    if not rows:
        return []
    columns = _ordered(rows)
    rows.sort(key=lambda row: sorted(columns.index(name) for name in row.takes))
    grid = _laid_out(flow, rows, columns)
    most = int((palette.HEIGHT - TITLE - grid.head - FOOT) // PITCH)
    parts = [rows[start : start + most] for start in range(0, len(rows), most)]
    title = f"{flow.title}. Events that machines share"
    of = [f", {n} of {len(parts)}" if len(parts) > 1 else "" for n, _ in enumerate(parts, 1)]
    return [_table(grid, title + which, part) for which, part in zip(of, parts, strict=True)]


@dataclass(frozen=True)
class Columns:
    """Where the columns stand, the same on each page, and what is said over them."""

    event: float  # the width of the first column
    centres: dict[str, float]
    scopes: dict[str, str]
    right: float
    is_upright: bool

    @property
    def head(self) -> float:
        """Return how high the heads are."""
        if self.is_upright:
            return 8 + max(_length_of(name, scope) for name, scope in self.scopes.items())
        names = max(len(wrapped(sentence(name), 10)) for name in self.scopes)
        return 8 + LINE * names + SMALL * max(len(wrapped(s, 8)) for s in self.scopes.values())


def _length_of(name: str, scope: str) -> float:
    return width(sentence(name), 8, bold=True) + 4 + width(scope, SCOPE)


def _laid_out(flow: Flow, rows: list[Shared], columns: list[str]) -> Columns:
    machines = families(flow)
    scopes = {name: SCOPES[machines[name].scope] for name in columns}
    first = _text_width(rows)
    room = palette.WIDTH - first
    wide = {name: _column_width(name) for name in columns}
    spare = (room - sum(wide.values())) / len(columns)
    if is_upright := spare < 0:
        wide = dict.fromkeys(columns, max(LINE, room / len(columns)))
    lefts = accumulate((one + max(0, min(spare, 22)) for one in wide.values()), initial=first)
    *starts, right = lefts
    centres = {
        name: (left + after) / 2
        for name, (left, after) in zip(columns, pairwise([*starts, right]), strict=True)
    }
    return Columns(_event_width(rows), centres, scopes, right, is_upright)


def _text_width(rows: list[Shared]) -> float:
    return _event_width(rows) + max(width(row.actor, 8) for row in rows) + 18


def _event_width(rows: list[Shared]) -> float:
    return max(width(row.event, 8) for row in rows) + 14


def _column_width(name: str) -> float:
    return max(
        NARROWEST, 6 + max(width(part, 8, bold=True) for part in wrapped(sentence(name), 10))
    )


def _ordered(rows: list[Shared]) -> list[str]:
    """Return the machines in an order with short lines: each moved to its best place in turn."""
    order = list(dict.fromkeys(name for row in rows for name in row.takes))
    for _ in range(4):
        for name in sorted(order):
            rest = [other for other in order if other != name]
            tried = [[*rest[:i], name, *rest[i:]] for i in range(len(order))]
            order = min(tried, key=lambda one: _length(rows, one))
    return order


def _length(rows: Sequence[Shared], order: list[str]) -> int:
    places = [[order.index(name) for name in row.takes] for row in rows]
    return sum(max(place) - min(place) for place in places)


def _table(grid: Columns, title: str, rows: list[Shared]) -> str:
    canvas = Canvas()
    _head(canvas, grid)
    down = grid.head
    for row in rows:
        middle = down + PITCH / 2
        canvas.text((2, middle + 2.8), row.event)
        canvas.text((grid.event, middle + 2.8), row.actor, fill=palette.SOFT)
        _dots(canvas, row, grid.centres, middle)
        down += PITCH
        canvas.line([(0, down), (grid.right, down)], stroke=palette.HAIR, weight=0.4)
    foot = _legend(canvas, rows, down + 16)
    return canvas.svg(title, _about(rows), (max(palette.WIDTH, grid.right), foot))


def _head(canvas: Canvas, grid: Columns) -> None:
    """Draw the heads of the columns, on the line under them."""
    for at, words in ((2.0, "Event"), (grid.event, "By")):
        canvas.text((at, grid.head - 6), words, bold=True)
    for name, centre in grid.centres.items():
        (_upright if grid.is_upright else _level)(canvas, grid, name, centre)
    ends = [(0.0, grid.head), (grid.right, grid.head)]
    canvas.line(ends, stroke=palette.INK, weight=0.9)


def _upright(canvas: Canvas, grid: Columns, name: str, centre: float) -> None:
    x, foot = centre + 2.8, grid.head - 4
    canvas.text((x, foot), sentence(name), bold=True, upright=True)
    above = foot - width(sentence(name), 8, bold=True) - 4
    scope = grid.scopes[name]
    canvas.text((x, above), scope, SCOPE, italic=True, fill=palette.SOFT, upright=True)


def _level(canvas: Canvas, grid: Columns, name: str, centre: float) -> None:
    scope = list(enumerate(reversed(wrapped(grid.scopes[name], 8))))
    lines = max(len(wrapped(one, 8)) for one in grid.scopes.values())
    for number, part in scope:
        place = (centre, grid.head - 5 - SMALL * (number + lines - len(scope)))
        canvas.text(place, part, SCOPE, italic=True, fill=palette.SOFT, anchor="middle")
    base = grid.head - 6 - SMALL * lines
    for number, part in enumerate(reversed(wrapped(sentence(name), 10))):
        canvas.text((centre, base - LINE * number), part, bold=True, anchor="middle")


def _dots(canvas: Canvas, row: Shared, centres: dict[str, float], middle: float) -> None:
    joined = sorted(centres[name] for name in row.takes)
    canvas.line([(joined[0], middle), (joined[-1], middle)], stroke=palette.INK, weight=2)
    for name, centre in centres.items():
        if name in row.takes:
            _dot(canvas, (centre, middle), full=row.takes[name])
        elif not joined[0] < centre < joined[-1]:
            canvas.disc((centre, middle), 1, palette.FADED)


def _dot(canvas: Canvas, at: tuple[float, float], *, full: bool) -> None:
    fill = palette.INK if full else palette.WHITE
    canvas.disc(at, RADIUS if full else RADIUS - 0.6, fill, palette.INK, 0.1 if full else 1.4)


def _legend(canvas: Canvas, rows: list[Shared], top: float) -> float:
    """Say what the dots mean that are in the table; return how far down it reaches."""
    found = {full for row in rows for full in row.takes.values()}
    said = [(words, full) for words, full in LEGEND if full in found]
    for number, (words, full) in enumerate(said):
        middle = top + number * 13
        _dot(canvas, (6, middle), full=full)
        canvas.text((16, middle + 2.6), words, 7.5, fill=palette.SOFT)
    return top - 2 + 13 * len(said)


def _about(rows: list[Shared]) -> str:
    parts = []
    for row in rows:
        must = [name for name, full in row.takes.items() if full]
        may = [name for name, full in row.takes.items() if not full]
        said = f"{row.event}: {', '.join(must) or 'nobody'}"
        parts.append(said + (f", followed by {', '.join(may)}" if may else ""))
    return "A table of the events that machines share. " + "; ".join(parts) + "."
