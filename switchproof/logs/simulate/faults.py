"""Faults planted in the rows of a log, by code that knows rows and no flow.

Of each fault a truth is kept: the case, the kind, and the row of the case, by time and from 0, at
which it was planted. Whether anybody can see it at the interface is not known here.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

Chance = np.random.Generator
TRUTH = pa.schema([("case", pa.string()), ("kind", pa.string()), ("row", pa.int64())])
SECOND, DAY = 1_000_000, 86_400_000_000


class Row(NamedTuple):
    """A row of a case: its number in the log, and what a fault may change of it."""

    number: int
    time: int
    actor: int
    event: int


Life = list[Row]
Actors = list[int]  # who acts in the log, by number


def _drop(life: Life, at: int, chance: Chance, actors: Actors) -> Life:  # noqa: ARG001
    return life[:at] + life[at + 1 :]


def _swap(life: Life, at: int, chance: Chance, actors: Actors) -> Life:  # noqa: ARG001
    if at + 1 == len(life):
        return life
    one, other = life[at : at + 2]
    late, early = one._replace(time=other.time), other._replace(time=one.time)
    return [*life[:at], early, late, *life[at + 2 :]]


def _repeat(life: Life, at: int, chance: Chance, actors: Actors) -> Life:  # noqa: ARG001
    again = life[at]._replace(time=life[at].time + int(chance.integers(1, 60)) * SECOND)
    return [*life, again]


def _wrong_actor(life: Life, at: int, chance: Chance, actors: Actors) -> Life:
    others = [actor for actor in actors if actor != life[at].actor]
    other = others[chance.integers(len(others))] if others else life[at].actor
    return [*life[:at], life[at]._replace(actor=other), *life[at + 1 :]]


def _late(life: Life, at: int, chance: Chance, actors: Actors) -> Life:  # noqa: ARG001
    late = life[at]._replace(time=life[at].time + int(chance.integers(1, 6)) * DAY)
    return [*life[:at], late, *life[at + 1 :]]


def _never(life: Life, at: int, chance: Chance, actors: Actors) -> Life:  # noqa: ARG001
    return [row for n, row in enumerate(life) if n < at or row.event != life[at].event]


KINDS: dict[str, Callable[[Life, int, Chance, Actors], Life]] = {
    "drop": _drop,
    "swap": _swap,
    "repeat": _repeat,
    "wrong actor": _wrong_actor,
    "late": _late,
    "never generated": _never,
}


def planted(table: pa.Table, share: float, chance: Chance) -> tuple[pa.Table, pa.Table]:
    """Return a log with a fault in a share of its cases, and the truth about them.

    The log has its cases whole, one after another and each by time. Where a fault would leave a
    case as it was, or without a row, none is planted.
    """
    lives = list(_lives(table, share, chance)) if table.num_rows else []
    kinds = [list(KINDS)[n] for n in chance.integers(len(KINDS), size=len(lives))]
    actors, new, truth = np.unique(_numbers(table)[1]).tolist(), [], []
    for kind, life in zip(kinds, lives, strict=True):
        at = int(chance.integers(len(life)))
        found = _apart(KINDS[kind](life, at, chance, actors))
        if found and found != life:
            new.append((life, found))
            truth.append((table["case"][life[0].number].as_py(), kind, at))
    columns = zip(*truth, strict=True) if truth else ((), (), ())
    return _rewritten(table, new), pa.table(list(map(pa.array, columns)), schema=TRUTH)


def _lives(table: pa.Table, share: float, chance: Chance) -> Iterator[Life]:
    """Yield the rows of a share of the cases."""
    case = table["case"].combine_chunks().dictionary_encode().indices.to_numpy()
    bounds = np.flatnonzero(np.r_[True, case[1:] != case[:-1], True])
    chosen = np.flatnonzero(chance.random(len(bounds) - 1) < share)
    time, actor, event = _numbers(table)
    for n in chosen.tolist():
        rows = range(int(bounds[n]), int(bounds[n + 1]))
        yield [Row(r, int(time[r]), int(actor[r]), int(event[r])) for r in rows]


def _numbers(table: pa.Table) -> tuple[NDArray[np.int64], ...]:
    words = (table[name].combine_chunks().indices for name in ("actor", "event"))
    return table["time"].cast(pa.int64()).to_numpy(), *(one.to_numpy() for one in words)


def _apart(life: Life) -> Life:
    """Return the rows of a case with no two at one instant: no tie comes of a fault."""
    found: dict[int, Row] = {}
    for row in life:
        time = row.time
        while time in found:
            time += 2
        found[time] = row._replace(time=time)
    return list(found.values())


def _rewritten(table: pa.Table, new: list[tuple[Life, Life]]) -> pa.Table:
    """Return the log with some cases in place of others, in no order."""
    kept = np.ones(table.num_rows, bool)
    kept[[row.number for old, _ in new for row in old]] = False
    rows = list(chain.from_iterable(found for _, found in new))
    order = np.r_[np.flatnonzero(kept), np.array([row.number for row in rows], int)]
    taken = table.take(pa.array(order)).combine_chunks()
    time, actor, _ = (one.copy() for one in _numbers(taken))
    time[kept.sum() :], actor[kept.sum() :] = [r.time for r in rows], [r.actor for r in rows]
    words = taken["actor"].combine_chunks().dictionary
    taken = taken.set_column(1, "time", pa.array(time).cast(table.schema.field("time").type))
    place = taken.schema.get_field_index("actor")
    named = pa.DictionaryArray.from_arrays(pa.array(actor, pa.int32()), words)
    return taken.set_column(place, "actor", named)
