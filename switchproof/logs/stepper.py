"""A monitor as arrays: what a row is read as, and to which state it leads."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from math import prod

import numpy as np
import numpy.typing as npt

from properties.analyses.monitor.monitor import Monitor
from switchproof.logs.basis import Basis

Numbers = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
NONE = -1  # no state, no letter
UNMAPPED = -2  # what a row means is not known, and so nothing is said of it
MOST = 4096  # states of a life that may have begun before the log
CELLS = 1 << 22
BITS = 63
NEVER = int(np.iinfo(np.int64).max)
LONG_AGO = int(np.iinfo(np.int64).min)


class Unfit(Exception):
    """The monitor cannot be walked; the message is one line."""


@dataclass(frozen=True)
class Stepper:
    """Tables for a walk. A state is a set of the monitor's, of one where a life is seen whole.

    `letters` has for a kind of row (event, actor, facts) and a name for the member the letter:
    the last letter is refused in every state. `namings` has for each way to call the members of
    a case, as they appear, by those of the flow a row; its last entry is for rows that name none.
    `limits` has for each of `waits` the microseconds until it is late, and `as_of` is the instant
    of the log.
    """

    monitor: Monitor
    events: tuple[str, ...]
    actors: tuple[str, ...]
    facts: tuple[tuple[str, tuple[bool | str, ...]], ...]
    named: npt.NDArray[np.bool_]
    letters: Numbers
    table: Numbers
    first: int
    sets: tuple[tuple[int, ...], ...]
    namings: Numbers
    all_namings: Numbers
    waits: tuple[str, ...]
    owed: npt.NDArray[np.int64]
    limits: npt.NDArray[np.int64]
    as_of: int

    @property
    def members(self) -> int:
        """Return how many members of a family the flow has."""
        return int(self.namings.shape[1]) - 1


def stepper_of(monitor: Monitor, basis: Basis) -> Stepper:
    """Return the tables; raises Unfit where they would be too large, or letters overlap."""
    letters = monitor.letters
    events = tuple(sorted({one.event for one in letters}))
    actors = tuple(sorted({one.actor for one in letters} | set(basis.parties)))
    members = tuple(sorted({one.member for one in letters if one.member is not None}))
    facts = _facts(monitor)
    table, sets = _table(monitor, monitor.starts if basis.anywhere else (monitor.first,))
    waits = tuple(sorted({w.deadline for row in monitor.waits for w in row if w.certain}))
    if len(waits) > BITS:
        raise Unfit(f"{len(waits)} deadlines run at this interface; the most is {BITS}")
    named = monitor.namings_begun if basis.anywhere else monitor.namings
    every = list(permutations(members))
    return Stepper(
        monitor,
        events,
        actors,
        facts,
        np.array([any(one.member and one.event == e for one in letters) for e in events]),
        _letters(monitor, events, actors, members, facts),
        table,
        0,
        sets,
        _namings(members, [one for one in named if one] or every),
        _namings(members, every),
        waits,
        np.array([_mask(monitor, one, waits) for one in sets], np.int64),
        _limits(waits, basis),
        LONG_AGO if basis.as_of is None else basis.as_of,
    )


def _namings(members: Sequence[str], orders: Iterable[Sequence[str]]) -> Numbers:
    named = [[*map(members.index, order), len(members)] for order in orders]
    return np.array(named, np.int32)


def _limits(waits: Iterable[str], basis: Basis) -> npt.NDArray[np.int64]:
    """Return how long each duty may wait; nothing where no deadline is given."""
    limits = [basis.deadlines.get(one, NEVER) for one in waits]
    return np.array(limits if any(one < NEVER for one in limits) else [], np.int64)


def _facts(monitor: Monitor) -> tuple[tuple[str, tuple[bool | str, ...]], ...]:
    asked: dict[str, set[bool | str]] = {}
    for letter in monitor.letters:
        for name, value in letter.facts:
            asked.setdefault(name, set()).add(value)
    return tuple(
        (name, (False, True) if values <= {False, True} else tuple(sorted(values, key=str)))
        for name, values in sorted(asked.items())
    )


def _letters(
    monitor: Monitor,
    events: tuple[str, ...],
    actors: tuple[str, ...],
    members: tuple[str, ...],
    facts: tuple[tuple[str, tuple[bool | str, ...]], ...],
) -> Numbers:
    """Return for each kind of row and each name the letter, refused where there is none."""
    wide = [len(values) + 1 for _, values in facts]  # one more for a value that is not known
    if len(events) * len(actors) * prod(wide) * (len(members) + 1) > CELLS:
        raise Unfit("the facts that the events ask have too many values together")
    found = np.full((len(events), len(actors), *wide, len(members) + 1), len(monitor.letters))
    for e, event in enumerate(events):
        mine = [one for one in monitor.letters if one.event == event]
        names = {name for one in mine for name, _ in one.facts}
        for at, (name, values) in enumerate(facts):
            if name in names:
                np.moveaxis(found[e], at + 1, 0)[len(values)] = UNMAPPED
        if all(one.member for one in mine):
            found[e, ..., len(members)] = UNMAPPED
    for number, one in enumerate(monitor.letters):
        told = dict(one.facts)
        where = product(
            *(
                [values.index(told[n])] if n in told else range(len(values) + 1)
                for n, values in facts
            )
        )
        slot = [members.index(one.member)] if one.member else range(len(members) + 1)
        for spot, m in product(where, slot):
            place = (events.index(one.event), actors.index(one.actor), *spot, m)
            if found[place] not in (UNMAPPED, len(monitor.letters)):
                raise Unfit("two letters of the monitor are one and the same row of a log")
            found[place] = number
    return found.reshape(-1, len(members) + 1).astype(np.int32)


def _table(monitor: Monitor, starts: Iterable[int]) -> tuple[Numbers, tuple[tuple[int, ...], ...]]:
    """Return the automaton on sets of states that begins with these, and its sets.

    A letter that breaches a duty leads nowhere, as one that cannot be.
    """
    sets, rows = [tuple(sorted(set(starts)))], list[list[int]]()
    numbers = {sets[0]: 0}
    for states in sets:  # it grows meanwhile
        row = []
        for letter in range(len(monitor.letters)):
            ends = {monitor.table[state][letter] for state in states} - {NONE}
            to = tuple(sorted(ends)) if not monitor.breaches[letter] else ()
            if to and to not in numbers:
                numbers[to] = len(sets)
                sets.append(to)
            row.append(numbers[to] if to else NONE)
        rows.append([*row, NONE])
        if len(sets) > max(MOST, len(monitor.table)):
            raise Unfit(f"lives that began before the log need more than {MOST} states")
    return np.array(rows, np.int32), tuple(sets)


def _mask(monitor: Monitor, states: tuple[int, ...], waits: tuple[str, ...]) -> int:
    """Return, as bits, the deadlines that run in each of the states for certain."""
    running = ({one.deadline for one in monitor.waits[state] if one.certain} for state in states)
    shared = set.intersection(*running)
    return sum(1 << number for number, one in enumerate(waits) if one in shared)
