"""Cases with rows of one instant: every order of a few is tried, as a set of states."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product

import numpy as np

from switchproof.logs.rows import Rows
from switchproof.logs.stepper import NEVER, NONE, Longs, Stepper
from switchproof.logs.walked import OutOfOrder, Walked, Why

MOST = 4  # rows of one instant of which all orders are tried
Config = tuple[int, int]  # a naming, and a state
Pair = tuple[int, int]  # a state, and the letter that came


@dataclass
class Life:
    """A case on its way: where it may be, what is owed for certain, and since when."""

    configs: set[Config]
    held: int
    since: list[int]
    seen: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class _Ended:
    """How a walk ended, at which row of the case, and with which states and letters."""

    why: Why
    row: int
    pairs: frozenset[Pair]
    wait: int = NONE
    due: int = NEVER


def walk_ties(rows: Rows, stepper: Stepper, found: Walked) -> dict[int, frozenset[Pair]]:
    """Walk over the cases that have ties; return the states and letters with which each ended."""
    pairs, known = dict[int, frozenset[Pair]](), dict[bytes, _Ended]()
    for case in map(int, np.flatnonzero(rows.with_ties)):
        start, stop = int(rows.starts[case]), int(rows.starts[case + 1])
        key = b"".join(
            part[start:stop].tobytes() for part in (rows.kind, rows.tied, _local(rows, start, stop))
        )
        if len(stepper.limits) or key not in known:
            known[key] = ended(rows, start, stop, stepper)
        end = known[key]
        found.why[case], found.wait[case], found.due[case] = end.why, end.wait, end.due
        found.row[case] = NONE if end.row == NONE else start + end.row
        pairs[case] = end.pairs
    return pairs


def _local(rows: Rows, start: int, stop: int) -> Longs:
    """Return the members of a case by the order in which they come."""
    _, first, numbers = np.unique(rows.member[start:stop], return_index=True, return_inverse=True)
    none = rows.member[start:stop] < 0
    return np.where(none, NONE, np.argsort(np.argsort(first))[numbers])


def ended(rows: Rows, start: int, stop: int, stepper: Stepper) -> _Ended:
    """Walk over one case, in all orders of the rows of one instant."""
    ways = range(len(stepper.all_namings))
    life = Life(
        {(way, stepper.first) for way in ways},
        int(stepper.owed[stepper.first]),
        [int(rows.time[start])] * len(stepper.limits),
    )
    for group in _groups(rows, start, stop):
        at, row = int(rows.time[group[0]]), group[0] - start
        if row and at < rows.time[group[0] - 1]:
            raise OutOfOrder("the rows of a case are not in order of time")
        if late := _overdue(life, stepper.limits, at):
            return _Ended(Why.LATE, row, _states(life.configs), *late)
        if len(group) > MOST:
            return _Ended(Why.TOO_MANY, row, _states(life.configs))
        why, after, pairs = _step(rows, group, stepper, life)
        if why:
            return _Ended(why, row, pairs)
        _go(life, after, stepper, at)
    if late := _overdue(life, stepper.limits, stepper.as_of):
        return _Ended(Why.OMITTED, NONE, _states(life.configs), *late)
    return _Ended(Why.AT_ITS_END, NONE, _states(life.configs))


def _groups(rows: Rows, start: int, stop: int) -> Iterator[range]:
    firsts = [row for row in range(start, stop) if not rows.tied[row]]
    for first, after in zip(firsts, [*firsts[1:], stop], strict=True):
        yield range(first, after)


def _states(configs: set[Config]) -> frozenset[Pair]:
    return frozenset((state, NONE) for _, state in configs)


def _overdue(life: Life, limits: Longs, at: int) -> tuple[int, int] | None:
    """Return the duty that was due first, and when, if it is late at an instant."""
    due = [
        (life.since[bit] + int(limit), bit)
        for bit, limit in enumerate(limits)
        if life.held >> bit & 1 and limit < NEVER and at > life.since[bit] + limit
    ]
    return (min(due)[1], min(due)[0]) if due else None


def _go(life: Life, after: set[Config], stepper: Stepper, at: int) -> None:
    owed = -1
    for _, state in after:
        owed &= int(stepper.owed[state])
    for bit in range(len(life.since)):
        if owed >> bit & 1 and not life.held >> bit & 1:
            life.since[bit] = at
    life.configs, life.held = after, owed


def _step(
    rows: Rows, group: range, stepper: Stepper, life: Life
) -> tuple[Why, set[Config], frozenset[Pair]]:
    """Return where the rows lead in any order, or why nowhere, and the letters that came last."""
    names = stepper.members
    new = {int(rows.member[row]) for row in group if rows.member[row] >= 0} - set(life.seen)
    life.seen += sorted(new, key=[int(rows.member[row]) for row in group].index)
    if len(life.seen) > names or any(rows.kind[row] < 0 for row in group):
        return Why.UNMAPPED, set(), _states(life.configs)
    slots = [names if (m := int(rows.member[row])) < 0 else life.seen.index(m) for row in group]
    word = [
        {
            w: int(stepper.letters[rows.kind[row], stepper.all_namings[w, slot]])
            for w, _ in life.configs
        }
        for row, slot in zip(group, slots, strict=True)
    ]
    if any(letter < 0 for letters in word for letter in letters.values()):
        return Why.UNMAPPED, set(), _states(life.configs)
    after, pairs = _all_orders(word, stepper, life.configs)
    return (Why.AT_ITS_END if after else Why.REFUSED), after, pairs


def _all_orders(
    word: list[dict[int, int]], stepper: Stepper, first: set[Config]
) -> tuple[set[Config], frozenset[Pair]]:
    """Return where letters lead in some order, and those that ended the furthest orders."""
    reached: list[set[Config]] = [set() for _ in range(1 << len(word))]
    reached[0] = first
    stuck: dict[int, set[Pair]] = {}
    for done, configs in enumerate(reached):
        for (way, state), number in product(configs, range(len(word))):
            letter = word[number][way]
            if done >> number & 1:
                continue
            if (to := int(stepper.table[state, letter])) == NONE:
                stuck.setdefault(done.bit_count(), set()).add((state, letter))
            else:
                reached[done | 1 << number].add((way, to))
    return reached[-1], frozenset(stuck[max(stuck)] if stuck else ())
