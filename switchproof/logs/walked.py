"""What a walk over the rows of each case found."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from switchproof.logs.stepper import NEVER, NONE, Longs, Numbers, Stepper


class OutOfOrder(Exception):
    """Rows that were to be in order are not: a fault, and no verdict."""


class Why(IntEnum):
    """Why a walk ended where it did."""

    AT_ITS_END = 0
    REFUSED = 1
    LATE = 2
    OMITTED = 3
    UNMAPPED = 4
    TOO_MANY = 5


@dataclass(frozen=True)
class Walked:
    """For each case why its walk ended, at which row, and in which state in each naming.

    The states are those before that row, or at the end; -1 is a naming that does not fit. With
    them stands the letter that the row was in each naming. `wait` is the deadline that was missed,
    and `due` the instant at which it was.
    """

    why: Numbers
    row: Longs
    state: Numbers
    letter: Numbers
    wait: Numbers
    due: Longs

    @classmethod
    def of(cls, cases: int, stepper: Stepper) -> "Walked":
        """Return one in which nothing was walked yet."""
        wide = (cases, len(stepper.namings))
        return cls(
            np.zeros(cases, np.int32),
            np.full(cases, NONE, np.int64),
            np.full(wide, stepper.first, np.int32),
            np.full(wide, NONE, np.int32),
            np.full(cases, NONE, np.int32),
            np.full(cases, NEVER, np.int64),
        )
