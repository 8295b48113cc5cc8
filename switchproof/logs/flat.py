"""The walk over rows in order, one flat loop that numba makes native.

It is flat on purpose: a helper that is given arrays makes it ten times as slow.
"""

import numpy as np

from switchproof.logs import native
from switchproof.logs.kinds import Longs
from switchproof.logs.rows import Flags, Rows
from switchproof.logs.stepper import NEVER, Numbers, Stepper
from switchproof.logs.walked import Walked, Why

OUT_OF_ORDER = 1
REFUSED, LATE = int(Why.REFUSED), int(Why.LATE)
OMITTED, UNMAPPED = int(Why.OMITTED), int(Why.UNMAPPED)


class OutOfOrder(Exception):
    """Rows that were to be in order are not: a fault, and no verdict."""


def walk(rows: Rows, stepper: Stepper) -> Walked:
    """Walk over each case that has no ties; ImportError without numba."""
    found = Walked.of(len(rows.cases), stepper)
    tables = (stepper.letters, stepper.table, stepper.namings, stepper.owed)
    order = (rows.starts, rows.time, rows.kind, rows.member, rows.with_ties)
    limits = (stepper.limits, stepper.as_of)
    if native.compiled(_walk)(*order, *tables, *limits, *vars(found).values()):
        raise OutOfOrder("the rows of a case are not in order of time")
    return found


def _walk(  # noqa: C901, PLR0912, PLR0915, PLR0917  # see above
    starts: Longs,
    time: Longs,
    kind: Numbers,
    member: Numbers,
    skip: Flags,
    letters: Numbers,
    table: Numbers,
    namings: Numbers,
    owed: Longs,
    limits: Longs,
    as_of: int,
    why: Numbers,
    bad: Longs,
    state: Numbers,
    letter: Numbers,
    wait: Numbers,
    due: Longs,
) -> int:
    ways, names = namings.shape[0], namings.shape[1] - 1
    seen = np.empty(names + 1, np.int32)
    since = np.empty(len(limits), np.int64)
    for case in range(len(starts) - 1):
        known = 0
        held = owed[state[case, 0]]
        since[:] = time[starts[case]]
        for row in range(starts[case], starts[case + 1] + 1):
            last = row == starts[case + 1]
            at = as_of if last else time[row]
            if not last and row > starts[case] and at < time[row - 1]:
                return OUT_OF_ORDER
            if skip[case]:
                continue
            for bit in range(len(limits)):
                if not (held >> bit) & 1 or limits[bit] == NEVER:
                    continue
                by = since[bit] + limits[bit]
                if by < min(at, due[case]):
                    why[case] = OMITTED if last else LATE
                    wait[case] = bit
                    due[case] = by
            if why[case] or last:
                bad[case] = -1 if last else row
                break
            slot = names
            if member[row] >= 0:
                slot = 0
                while slot < known and seen[slot] != member[row]:
                    slot += 1
                if slot == known and known < names:
                    seen[known] = member[row]
                    known += 1
            end = UNMAPPED if kind[row] < 0 or (member[row] >= 0 and slot == names) else 0
            alive = False
            if not end:
                for way in range(ways):
                    letter[case, way] = -1
                    if state[case, way] >= 0:
                        one = letters[kind[row], namings[way, slot]]
                        letter[case, way] = one
                        if one < 0:
                            end = UNMAPPED
                        elif table[state[case, way], one] >= 0:
                            alive = True
            if end == 0 and not alive:
                end = REFUSED
            if end:
                why[case] = end
                bad[case] = row
                break
            now = -1
            for way in range(ways):
                if state[case, way] >= 0:
                    state[case, way] = table[state[case, way], letter[case, way]]
                    if state[case, way] >= 0:
                        now &= owed[state[case, way]]
            for bit in range(len(limits)):
                if (now >> bit) & 1 and not (held >> bit) & 1:
                    since[bit] = at
            held = now
    return 0
