"""A first walk that asks of each case only whether it ends well: a look into a table for each row.

It is for what most logs are: no deadline runs, members are called in one way, and there are two at
the most. What does not end well, or is otherwise, is left to the walk that tells why.
"""

import numpy as np

from switchproof.logs import native
from switchproof.logs.rows import Flags, Rows
from switchproof.logs.stepper import NONE, UNMAPPED, Longs, Numbers, Stepper
from switchproof.logs.walked import OutOfOrder, Walked

MOST = 2  # members that are told apart
NOBODYS, SECOND, FIRST, TOO_MANY = range(4)  # columns of a row's letters, by whose it is
BELOW = -UNMAPPED  # kinds before the first: those of rows that are of none
Place = np.uint64  # an index that needs no look whether it counts from the end


def sweep(rows: Rows, stepper: Stepper, found: Walked) -> Flags:
    """Note where each case ends that ends well in the order of its rows, and return which do."""
    fine = np.zeros(len(rows.cases), np.bool_)
    if len(stepper.limits) or len(stepper.namings) > 1 or stepper.members > MOST:
        return fine
    order = (rows.starts, rows.time, rows.kind, rows.member)
    columns, table, first = _tables(stepper)
    if native.compiled(_sweep)(*order, columns, table, first, found.state, fine):
        raise OutOfOrder("the rows of a case are not in order of time")
    found.state[:] = np.where(fine[:, None], found.state // table.shape[1], stepper.first)
    return fine


def _tables(stepper: Stepper) -> tuple[Numbers, Numbers, int]:
    """Return letters by kind and column, where states lead, and the first state.

    One letter more leads to one state more, and from there each does; so do rows of no kind.
    """
    states, letters = stepper.table.shape
    columns = np.full((BELOW + len(stepper.letters), TOO_MANY + 1), letters, np.int32)
    called, members = stepper.namings[0], stepper.members
    for column, slot in zip((FIRST, SECOND), called[:members], strict=False):
        columns[BELOW:, column] = stepper.letters[:, slot]
    columns[BELOW:, NOBODYS] = stepper.letters[:, called[members]]
    columns[columns < 0] = letters
    table = np.full((states + 1, letters + 1), states, np.int32)
    table[:-1, :-1] = np.where(stepper.table == NONE, states, stepper.table)
    return columns, table * (letters + 1), stepper.first * (letters + 1)


def _sweep(  # noqa: PLR0917  # flat, as the walk, and without branches
    starts: Longs,
    time: Longs,
    kinds: Numbers,
    member: Numbers,
    columns: Numbers,
    table: Numbers,
    first: int,
    state: Numbers,
    fine: Flags,
) -> bool:
    back, none = False, np.int32(NONE)
    letters, after = columns.ravel(), table.ravel()
    lost = after[-1]
    for case in range(len(starts) - 1):
        now, one, two, before = np.int32(first), none, none, time[starts[case]]
        for row in range(Place(starts[case]), Place(starts[case + 1])):
            at, mine = time[row], member[row]
            back |= at < before
            before = at
            one = mine if one < 0 else one
            other = mine != one
            two = mine if (two < 0) & other else two
            column = other + FIRST * (mine != two)
            column = NOBODYS if mine < 0 else column
            letter = letters[Place((kinds[row] + BELOW) * (TOO_MANY + 1) + column)]
            now = after[Place(now + letter)]
        fine[case] = now != lost
        state[case, 0] = now
    return back
