"""The walk where there is no numba: all cases take their next row at once, with numpy."""

import numpy as np

from switchproof.logs.rows import Flags, Rows
from switchproof.logs.stepper import NEVER, NONE, Longs, Numbers, Stepper
from switchproof.logs.walked import OutOfOrder, Walked, Why


def walk(rows: Rows, stepper: Stepper) -> Walked:
    """Walk over each case that has no ties."""
    back = rows.time[1:] < rows.time[:-1]
    back[rows.starts[1:-1] - 1] = False
    if back.any():
        raise OutOfOrder("the rows of a case are not in order of time")
    lives = _Lives(rows, stepper)
    sizes = np.diff(rows.starts)
    going = np.flatnonzero(~rows.with_ties)
    for rank in range(int(sizes.max()) + 1):
        over, going = going[sizes[going] == rank], going[sizes[going] > rank]
        lives.overdue(over, np.full(len(over), stepper.as_of), Why.OMITTED)
        row = rows.starts[going] + rank
        lives.overdue(going, rows.time[row], Why.LATE)
        on = lives.found.why[going] == Why.AT_ITS_END
        lives.step(going[on], row[on])
        ended = lives.found.why[going] != Why.AT_ITS_END
        lives.found.row[going[ended]] = row[ended]
        going = going[~ended]
    return lives.found


class _Lives:
    """What is known of each case so far: its members, what is owed for certain, since when."""

    def __init__(self, rows: Rows, stepper: Stepper) -> None:
        cases = len(rows.cases)
        self.rows, self.stepper = rows, stepper
        self.found = Walked.of(cases, stepper)
        self.seen = np.full((cases, stepper.members), NONE, np.int32)
        self.held = np.full(cases, stepper.owed[stepper.first])
        self.since = np.repeat(rows.time[rows.starts[:-1], None], len(stepper.limits), axis=1)

    def overdue(self, cases: Longs, at: Longs, why: Why) -> None:
        """Note of each case the duty that was due first, if it is late at an instant."""
        for bit, limit in enumerate(self.stepper.limits):
            if limit < NEVER:
                by = self.since[cases, bit] + limit
                late = (self.held[cases] >> bit & 1 == 1) & (at > by) & (by < self.found.due[cases])
                mine = cases[late]
                self.found.why[mine] = why
                self.found.wait[mine], self.found.due[mine] = bit, by[late]

    def step(self, cases: Longs, row: Longs) -> None:
        """Take one row of each case."""
        found, stepper = self.found, self.stepper
        slot, fits = self._slots(cases, self.rows.member[row])
        kind, state = self.rows.kind[row], found.state[cases]
        letter = stepper.letters[kind[:, None], stepper.namings[:, slot].T]
        letter = np.where(state == NONE, NONE, letter)
        found.letter[cases] = letter
        unmapped = ~fits | (kind < 0) | ((letter < 0) & (state != NONE)).any(axis=1)
        to = np.where(state == NONE, NONE, stepper.table[state, letter])
        ok = ~unmapped & (to != NONE).any(axis=1)
        cannot = np.where(unmapped, Why.UNMAPPED, Why.REFUSED)
        found.why[cases] = np.where(ok, Why.AT_ITS_END, cannot)
        self._go(cases[ok], to[ok], self.rows.time[row[ok]])

    def _slots(self, cases: Longs, member: Numbers) -> tuple[Numbers, Flags]:
        """Return which of a case's members each row is of, and whether it can have that many."""
        most = self.stepper.members
        slot = np.full(len(cases), most, np.int32)
        for number in range(most):
            seen = self.seen[cases, number]
            here = (slot == most) & (member != NONE) & ((seen == member) | (seen == NONE))
            self.seen[cases[here], number] = member[here]
            slot[here] = number
        return slot, (member == NONE) | (slot < most)

    def _go(self, cases: Longs, to: Numbers, time: Longs) -> None:
        owed = np.where(to == NONE, -1, self.stepper.owed[to])
        now = np.bitwise_and.reduce(owed, axis=1)
        for bit in range(self.since.shape[1]):
            new = (now >> bit & 1 == 1) & (self.held[cases] >> bit & 1 == 0)
            self.since[cases[new], bit] = time[new]
        self.held[cases] = now
        self.found.state[cases] = to
