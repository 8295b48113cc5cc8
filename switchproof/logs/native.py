"""What numba makes native, where it is there: else numpy does the same, and slower."""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np

from switchproof.logs.stepper import NEVER, NONE, Longs, Numbers

Dated = tuple[Longs, Longs, Longs, Numbers]  # where a party's spans begin; from, to and value
FEW = 64  # rows of a case that are put in order by moving each to its place


@cache
def is_there() -> bool:
    """Tell whether numba is installed."""
    return find_spec("numba") is not None


@cache
def compiled(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function made native; it is kept on the disk."""
    from numba import njit

    made: Callable[..., Any] = njit(cache=True, nogil=True)(function)
    return made


def order(codes: Numbers, cases: int, time: Longs) -> Longs:
    """Return the order by case, and by time within a case."""
    found: Longs = compiled(_order)(codes, cases, time)
    return found


def _order(codes: Numbers, cases: int, time: Longs) -> Longs:  # flat, as the walk
    ends = np.zeros(cases + 1, np.int64)
    for code in codes:
        ends[code + 1] += 1
    for case in range(cases):
        ends[case + 1] += ends[case]
    place = ends[:-1].copy()
    order = np.empty(len(codes), np.int64)
    for row in range(len(codes)):
        case = codes[row]
        at = place[case]
        place[case] += 1
        if at - ends[case] < FEW:
            while at > ends[case] and time[order[at - 1]] > time[row]:
                order[at] = order[at - 1]
                at -= 1
        order[at] = row
    for case in range(cases):
        if ends[case + 1] - ends[case] > FEW:
            mine = order[ends[case] : ends[case + 1]]
            order[ends[case] : ends[case + 1]] = mine[np.argsort(time[mine], kind="mergesort")]
    return order


def late(order: Longs, starts: Longs, time: Longs, place: Longs) -> Longs:
    """Return how many rows of each case come in the log after one of a later time."""
    found: Longs = compiled(_late)(order, starts, time, place)
    return found


def _late(order: Longs, starts: Longs, time: Longs, place: Longs) -> Longs:
    found = np.zeros(len(starts) - 1, np.int64)
    for case in range(len(found)):
        first = seen = NEVER  # places of the first row of a later time, and of this time or later
        at = NEVER
        for number in range(starts[case + 1] - 1, starts[case] - 1, -1):
            row = order[number]
            if time[row] < at:
                first, at = seen, time[row]
            if place[row] > first:
                found[case] += 1
            seen = min(seen, place[row])
    return found


def note_facts(found: Numbers, whose: Numbers, time: Longs, dated: Dated) -> None:
    """Note at each row the fact of its party that holds then, if any does."""
    compiled(_note_facts)(found, whose, time, *dated)


def _note_facts(  # noqa: PLR0917  # flat, as the walk
    found: Numbers,
    whose: Numbers,
    time: Longs,
    first: Longs,
    starts: Longs,
    ends: Longs,
    values: Numbers,
) -> None:
    who, since, until, value = NONE, np.int64(0), np.int64(0), np.int32(0)
    for row in range(len(time)):
        if whose[row] < 0:
            continue
        if whose[row] == who and since <= time[row] < until:  # as at the row before
            found[row] = value
            continue
        low, high = first[whose[row]], first[whose[row] + 1]
        none = low
        while low < high:
            middle = (low + high) // 2
            if starts[middle] <= time[row]:
                low = middle + 1
            else:
                high = middle
        if low > none and time[row] < ends[low - 1]:
            who, since, until = whose[row], starts[low - 1], ends[low - 1]
            value = found[row] = values[low - 1]
