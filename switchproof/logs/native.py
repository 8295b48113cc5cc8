"""What numba makes native, where it is there: else numpy does the same, and slower."""

from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import Any

import numpy as np

from switchproof.logs.kinds import Longs
from switchproof.logs.stepper import Numbers

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
