"""The verdict on a case by the words of the definition: each order, each naming, one dict a row."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, permutations, product
from typing import Any

from properties.analyses.monitor.monitor import NONE, Monitor
from switchproof.logs.basis import Basis

Row = Mapping[str, Any]
Told = tuple[str, int, str, int | None, int | None]  # case, events, verdict, bad index, bad time
MOST = 4


class Unknown(Exception):
    """What a row means is not known."""


@dataclass
class Life:
    """Where a case may be, with the member that each name stands for."""

    configs: set[tuple[tuple[str, ...], int]]
    owed: dict[str, int]  # by the deadline's name, since when


def told(rows: Sequence[Row], monitor: Monitor, basis: Basis) -> set[Told]:
    """Return what is to be said of each case of a log."""
    by_case: dict[str, list[Row]] = {}
    for row in rows:
        by_case.setdefault(row["case"], []).append(row)
    return {(case, *of_case(mine, monitor, basis)) for case, mine in by_case.items()}


def of_case(
    rows: list[Row], monitor: Monitor, basis: Basis
) -> tuple[int, str, int | None, int | None]:
    once = [row for number, row in enumerate(rows) if row not in rows[:number]]

    def when(row: Row) -> tuple[int, int]:
        return row["time"], basis.ranks.get(row["event"], 0)

    once.sort(key=when)
    groups = [list(group) for _, group in groupby(once, key=when)]
    verdict, index, time = _walked(groups, monitor, basis)
    return len(once), verdict, index, time


def _walked(  # noqa: C901  # as one reads it
    groups: list[list[Row]], monitor: Monitor, basis: Basis
) -> tuple[str, int | None, int | None]:
    members = sorted({one.member for one in monitor.letters if one.member})
    starts = monitor.starts if basis.anywhere else (monitor.first,)
    bearing = {one.event for one in monitor.letters if one.member}
    named: list[str] = []
    begun: int = groups[0][0]["time"]
    life = {(way, s) for way in permutations(members) for s in starts}
    owed = dict.fromkeys(_owed({s for _, s in life}, monitor), begun)
    index = 0
    for group in groups:
        at: int = group[0]["time"]
        if (due := _late(owed, at, basis)) is not None:
            return "departs", index, due
        if len(group) > MOST:
            return "ambiguous", index, at
        for row in group:
            if row["event"] in bearing and row["member"] and row["member"] not in named:
                named.append(row["member"])
        if len(named) > len(members):
            return "unmapped", index, at
        try:
            life = _orders(group, named, life, monitor, basis)
        except Unknown:
            return "unmapped", index, at
        if not life:
            return "departs", index, at
        still = _owed({s for _, s in life}, monitor)
        owed = {name: owed.get(name, at) for name in still}
        index += len(group)
    if basis.as_of is not None and (due := _late(owed, basis.as_of, basis)) is not None:
        return "departs", None, due
    if basis.anywhere:
        return "conforms-from-unknown", None, None
    done = any(not monitor.waits[state] for _, state in life)
    return "conforms" if done else "open", None, None


def _owed(states: set[int], monitor: Monitor) -> set[Any]:
    return set.intersection(*({w for w in monitor.waits[s] if w.certain} for s in states))


def _late(owed: Mapping[Any, int], at: int, basis: Basis) -> int | None:
    due = [
        since + basis.deadlines[one.deadline]
        for one, since in owed.items()
        if one.deadline in basis.deadlines and at > since + basis.deadlines[one.deadline]
    ]
    return min(due, default=None)


def _orders(
    group: list[Row],
    named: list[str],
    life: set[tuple[tuple[str, ...], int]],
    monitor: Monitor,
    basis: Basis,
) -> set[tuple[tuple[str, ...], int]]:
    after = set()
    for (way, state), order in product(life, permutations(group)):
        letters = [_letter(row, named, way, monitor, basis) for row in order]
        end: int = state
        for letter in letters:
            stopped = letter is None or monitor.breaches[letter]
            end = NONE if stopped or end == NONE else monitor.table[end][letter or 0]
        if end != NONE:
            after.add((way, end))
    return after


def _letter(
    row: Row, named: list[str], way: tuple[str, ...], monitor: Monitor, basis: Basis
) -> int | None:
    """Return the letter that a row is, or None where it is a letter that never happens."""
    mine = [one for one in monitor.letters if one.event == row["event"]]
    actors = {one.actor for one in monitor.letters} | set(basis.parties)
    if not mine or row["actor"] not in actors:
        raise Unknown
    if all(one.member for one in mine) and row["member"] is None:
        raise Unknown
    acting = [one for one in mine if one.actor == row["actor"]]
    for one in acting:
        called = way[named.index(row["member"])] if one.member and row["member"] else None
        fits = all(_fact(row, name, basis) == value for name, value in one.facts)
        if fits and one.member == called:
            return monitor.letters.index(one)
    if any(_fact(row, name, basis) is None for one in mine for name, _ in one.facts):
        raise Unknown
    return None


def _fact(row: Row, name: str, basis: Basis) -> bool | str | None:
    known = [one for one in basis.facts if one.fact == name]
    for one in known:
        ended = one.end is not None and one.end <= row["time"]
        if one.party in (None, row["actor"]) and one.start <= row["time"] and not ended:
            return one.value
    return False if known else None
