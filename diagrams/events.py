"""How the machines of a flow share events: a table of joined dots.

Rows are the events that two machines or more take, columns the machines. A full dot must take
part, or the event is refused and nothing changes; a hollow one follows where it can. Columns
are ordered so that the lines are short.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from diagrams import palette
from diagrams.canvas import Canvas
from diagrams.rules import families, sentence
from diagrams.type import width, wrapped
from model.language.events import Event, Scope
from model.language.flow import Flow

PITCH = 17.0
HIGHEST, FOOT = 52.0, 40.0  # the head and the legend, at most
LINE, SMALL = 9.5, 8.0  # in the head: the names of machines, and how many there are of each
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
    """Return the tables as SVG: one, or several where the rows or columns do not fit on a page."""
    rows = shared(flow)
    if not rows:
        return []
    columns = _ordered(rows)
    rows.sort(key=lambda row: sorted(columns.index(name) for name in row.takes))
    title = f"{flow.title}. Events that machines share"
    parts = list(_parts(rows, columns))
    of = [f", part {number} of {len(parts)}" for number in range(1, len(parts) + 1)]
    return [
        _table(flow, title + (which if len(parts) > 1 else ""), some, part)
        for which, (some, part) in zip(of, parts, strict=True)
    ]


def _parts(rows: list[Shared], columns: list[str]) -> Iterator[tuple[list[Shared], list[str]]]:
    """Yield pages: as many rows as fit with their machines; what one set takes stays together."""
    most = int((palette.HEIGHT - HIGHEST - FOOT) // PITCH)
    page: list[Shared] = []
    for _, alike in groupby(rows, key=lambda row: sorted(row.takes)):
        together = list(alike)
        for some in (together[i : i + most] for i in range(0, len(together), most)):
            if page and (len(page) + len(some) > most or not _fits([*page, *some], columns)):
                yield page, _used(page, columns)
                page = []
            page += some
    yield page, _used(page, columns)


def _used(rows: list[Shared], columns: list[str]) -> list[str]:
    return [name for name in columns if any(name in row.takes for row in rows)]


def _fits(rows: list[Shared], columns: list[str]) -> bool:
    wide = sum(_column_width(name) for name in _used(rows, columns))
    return _text_width(rows) + wide <= palette.WIDTH


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


def _table(flow: Flow, title: str, rows: list[Shared], columns: list[str]) -> str:
    canvas = Canvas()
    first = _text_width(rows)
    spare = (palette.WIDTH - first - sum(_column_width(c) for c in columns)) / len(columns)
    centres, left = {}, first
    for name in columns:
        wide = _column_width(name) + min(spare, 22)
        centres[name] = left + wide / 2
        left += wide
    down = _head(canvas, flow, rows, centres, left)
    for row in rows:
        middle = down + PITCH / 2
        canvas.text((2, middle + 2.8), row.event)
        canvas.text((_event_width(rows), middle + 2.8), row.actor, fill=palette.SOFT)
        _dots(canvas, row, centres, middle)
        down += PITCH
        canvas.line([(0, down), (left, down)], stroke=palette.HAIR, weight=0.4)
    foot = _legend(canvas, rows, down + 16)
    return canvas.svg(title, _about(rows), (max(left, foot[0]), foot[1]))


def _head(
    canvas: Canvas, flow: Flow, rows: list[Shared], centres: dict[str, float], right: float
) -> float:
    """Draw the head of the table; return how far down it reaches."""
    machines = families(flow)
    names = {name: wrapped(sentence(name), 10) for name in centres}
    homes = {name: wrapped(SCOPES[machines[name].scope], 8) for name in centres}
    base = 11 + LINE * (max(map(len, names.values())) - 1)
    for at, words in ((2.0, "Event"), (_event_width(rows), "By")):
        canvas.text((at, base), words, bold=True)
    for name, centre in centres.items():
        for number, part in enumerate(reversed(names[name])):
            canvas.text((centre, base - LINE * number), part, bold=True, anchor="middle")
        for number, part in enumerate(homes[name]):
            place = (centre, base + LINE + SMALL * number)
            canvas.text(place, part, 7.2, italic=True, fill=palette.SOFT, anchor="middle")
    end = base + 6 + SMALL * max(map(len, homes.values()))
    canvas.line([(0, end), (right, end)], stroke=palette.INK, weight=0.9)
    return end


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


def _legend(canvas: Canvas, rows: list[Shared], top: float) -> tuple[float, float]:
    """Say what the dots mean that are in the table; return how far right and down it reaches."""
    found = {full for row in rows for full in row.takes.values()}
    said = [(words, full) for words, full in LEGEND if full in found]
    for number, (words, full) in enumerate(said):
        middle = top + number * 13
        _dot(canvas, (6, middle), full=full)
        canvas.text((16, middle + 2.6), words, 7.5, fill=palette.SOFT)
    return 18 + max(width(words, 7.5) for words, _ in said), top - 2 + 13 * len(said)


def _about(rows: list[Shared]) -> str:
    parts = []
    for row in rows:
        must = [name for name, full in row.takes.items() if full]
        may = [name for name, full in row.takes.items() if not full]
        said = f"{row.event}: {', '.join(must) or 'nobody'}"
        parts.append(said + (f", followed by {', '.join(may)}" if may else ""))
    return "A table of the events that machines share. " + "; ".join(parts) + "."
