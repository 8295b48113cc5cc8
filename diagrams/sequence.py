"""A run as a sequence: a lane for each who acts, a row for each step, time across all lanes.

What is drawn is told here; what is a run, a claim or a breach, this folder does not know.
"""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from functools import cache
from operator import itemgetter
from typing import TypeAlias

from diagrams import palette
from diagrams.type import width

MOST_STEPS, MOST_LANES = 12, 5  # in a figure; of more, stretches are folded, and then it is split
MANY = 7  # more lanes than this stay in the order in which they act
UNIT = 118.0  # points from lane to lane at the most


@dataclass(frozen=True)
class Lane:
    """Who has a lane, and whether an instrument binds it."""

    name: str
    bound: bool = False


@dataclass(frozen=True)
class Acted:
    """A step of somebody, towards somebody where it names one, or leaves something to one."""

    number: int
    by: str
    says: str
    cites: str = ""
    to: str = ""
    named: bool = True
    matters: bool = False
    breach: str = ""


@dataclass(frozen=True)
class Passed:
    """A step of time: a day ends, or something else is due."""

    number: int
    says: str
    cites: str = ""
    midnight: bool = False
    matters: bool = False
    breach: str = ""


@dataclass(frozen=True)
class Noted:
    """Words between the steps, or a stretch of them that is told in words."""

    says: str
    steps: int = 0


Row: TypeAlias = Acted | Passed | Noted
Numbered: TypeAlias = Acted | Passed


@dataclass(frozen=True)
class Sequenced:
    """A run to be drawn: the rows, the step that decides, and what is said of it in a box."""

    title: str
    about: str
    lanes: tuple[Lane, ...]
    rows: tuple[Row, ...]
    verdict: str
    because: tuple[str, ...]
    decides: int = 0  # the number of a step, or none
    broken: bool = True  # else it has come about, as it may


def names_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """Return who needs a lane, in the order of the rows."""
    acts = [row for row in rows if isinstance(row, Acted)]
    return tuple(dict.fromkeys(name for row in acts for name in (row.by, row.to) if name))


def ordered(shown: Sequenced) -> Sequenced:
    """Return it with the lanes that its rows need, in the order in which arrows go the least way.

    Of orders that are as good, the one that is nearest to who acts first.
    """
    names = names_of(shown.rows)
    by_name = {lane.name: lane for lane in shown.lanes}
    arrows = [{row.by, row.to} for row in shown.rows if isinstance(row, Acted) and row.to]
    best = names if len(names) > MANY else nearest(names, arrows)
    return replace(shown, lanes=tuple(by_name[name] for name in best))


def nearest(names: Sequence[str], arrows: Sequence[AbstractSet[str]]) -> tuple[str, ...]:
    """Return the names so that arrows between them go over the fewest gaps, the first such order.

    How many go over a gap depends on who stands left of it, and not on how these are ordered.
    """

    @cache
    def best(left: frozenset[str]) -> tuple[int, tuple[str, ...]]:
        over = sum(bool(arrow & left) and not arrow <= left for arrow in arrows)
        ways = []
        for name in names:
            if name not in left:
                further, order = best(left | {name})
                ways.append((over + further, (name, *order)))
        return min(ways, key=itemgetter(0), default=(over, ()))

    return best(frozenset())[1]


def places(lanes: Sequence[Lane]) -> dict[str, float]:
    """Return where each lane stands, from the left."""
    unit = min(UNIT, palette.WIDTH / max(len(lanes), 1))
    return {lane.name: unit * (number + 0.5) for number, lane in enumerate(lanes)}


def parts(rows: Sequence[Row]) -> Iterator[tuple[Row, ...]]:
    """Yield the rows of each figure: all if they are few, else cut where a day ends if one can."""
    while steps_in(rows) > MOST_STEPS:
        cut = _cut(rows)
        yield tuple(rows[:cut])
        rows = rows[cut:]
    yield tuple(rows)


def steps_in(rows: Sequence[Row]) -> int:
    """Return how many rows are steps, or a stretch of them."""
    return sum(not isinstance(row, Noted) or bool(row.steps) for row in rows)


def _cut(rows: Sequence[Row]) -> int:
    """Return before which row to cut: the last midnight that fits, but not one that is early."""
    fitting = max(n for n in range(1, len(rows) + 1) if steps_in(rows[:n]) <= MOST_STEPS)
    figures = -(-steps_in(rows) // MOST_STEPS)
    even = -(-steps_in(rows) // figures)
    days = [n for n in range(1, fitting + 1) if isinstance(row := rows[n], Passed) and row.midnight]
    late = [n for n in days if steps_in(rows[:n]) * 2 >= even]
    return late[-1] if late else min(fitting, even)


def filled(text: str, room: float, size: float, *, bold: bool = False) -> list[str]:
    """Return a text in lines no wider than the room, where its longest word allows that."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
