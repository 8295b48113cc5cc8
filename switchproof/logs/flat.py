"""The walk over rows in order, one flat loop that numba makes native.

It is flat on purpose: a helper that is given arrays makes it ten times as slow.
"""

import numpy as np

from switchproof.logs import native
from switchproof.logs.rows import Flags, Rows
from switchproof.logs.stepper import NEVER, Longs, Numbers, Stepper
from switchproof.logs.sweep import sweep
from switchproof.logs.walked import OutOfOrder, Walked, Why

OUT_OF_ORDER = 1
NOBODY = -2  # a member that no row has
REFUSED, LATE = int(Why.REFUSED), int(Why.LATE)
OMITTED, UNMAPPED = int(Why.OMITTED), int(Why.UNMAPPED)


def walk(rows: Rows, stepper: Stepper) -> Walked:
    """Walk over each case that has no ties; ImportError without numba."""
    found = Walked.of(len(rows.cases), stepper)
    tables = (stepper.letters, stepper.table, stepper.namings, stepper.owed)
    skip = rows.with_ties | sweep(rows, stepper, found)
    order = (rows.starts, rows.time, rows.kind, rows.member, skip)
    limits = (stepper.limits, stepper.as_of)
    if native.compiled(_walk)(*order, *tables, *limits, *vars(found).values()):
        raise OutOfOrder("the rows of a case are not in order of time")
    return found


def _walk(  # noqa: C901, PLR0912, PLR0915, PLR0917  # see above
    starts: Longs,
    time: Longs,
    kinds: Numbers,
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
    now = np.empty(ways, np.int32)
    came = np.empty(ways, np.int32)
    after = np.empty(ways, np.int32)
    for case in range(len(starts) - 1):
        if skip[case]:
            continue
        for way in range(ways):
            now[way] = state[case, way]
            came[way] = -1
        known = 0
        for slot in range(names):
            seen[slot] = NOBODY
        held = owed[now[0]]
        before = time[starts[case]]
        for bit in range(len(limits)):
            since[bit] = before
        for row in range(starts[case], starts[case + 1] + 1):
            last = row == starts[case + 1]
            at = as_of if last else time[row]
            if not last and at < before:
                return OUT_OF_ORDER
            before = at
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
            kind, mine, slot = kinds[row], member[row], names
            for one in range(names - 1, -1, -1):  # without a branch that no processor foresees
                is_it = (seen[one] == mine) | ((one == known) & (mine >= 0))
                slot = one if is_it else slot
            known += (slot == known) & (mine >= 0)
            seen[slot] = mine
            end = UNMAPPED if kind < 0 or (mine >= 0 and slot == names) else REFUSED
            running = -1
            if end == REFUSED:
                for way in range(ways):
                    after[way] = -1
                    if now[way] >= 0:
                        came[way] = letters[kind, namings[way, slot]]
                        if came[way] < 0:
                            end = UNMAPPED
                            continue
                        after[way] = table[now[way], came[way]]
                        if after[way] >= 0:
                            running &= owed[after[way]]
                            end = 0 if end == REFUSED else end
            if end:
                why[case] = end
                bad[case] = row
                break
            for way in range(ways):
                now[way] = after[way]
            for bit in range(len(limits)):
                if (running >> bit) & 1 and not (held >> bit) & 1:
                    since[bit] = at
            held = running
        for way in range(ways):
            state[case, way] = now[way]
            letter[case, way] = came[way]
    return 0
