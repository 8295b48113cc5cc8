"""Judge the cases of a table by a monitor: one pure function, the same on every engine."""

from functools import lru_cache

import pyarrow as pa

from properties.analyses.monitor.monitor import Monitor
from switchproof.logs import flat, lockstep, native
from switchproof.logs.basis import Basis
from switchproof.logs.rows import rows_of
from switchproof.logs.stepper import Stepper, stepper_of
from switchproof.logs.ties import walk_ties
from switchproof.logs.verdicts import SCHEMA, verdicts


def judge(table: pa.Table, monitor: Monitor, basis: Basis | None = None) -> pa.Table:
    """Return a row for each case of a table that holds cases whole, in whatever order.

    Its columns are case, time, event, actor, member if any, and attributes. Rows that are equal in
    all columns count once. Raises Unfit where the monitor cannot be walked, and OutOfOrder.
    """
    basis = basis or Basis()
    if not table.num_rows:
        return SCHEMA.empty_table()
    stepper = stepper_for(monitor, basis)
    rows = rows_of(table, stepper, basis)
    walk = flat.walk if basis.compiled and native.is_there() else lockstep.walk
    found = walk(rows, stepper)
    pairs = walk_ties(rows, stepper, found)
    return verdicts(table, rows, stepper, found, pairs, anywhere=basis.anywhere)


def stepper_for(monitor: Monitor, basis: Basis) -> Stepper:
    """Return the tables for a walk, made once; raises Unfit."""
    return _stepper(_Key(monitor, basis))


class _Key:
    """A monitor with its basis, as one thing that is known again by its digest."""

    def __init__(self, monitor: Monitor, basis: Basis) -> None:
        self.monitor, self.basis = monitor, basis
        self.says = (
            monitor.digest,
            basis.parties,
            basis.anywhere,
            basis.as_of,
            *sorted(basis.deadlines.items()),
        )

    def __hash__(self) -> int:
        return hash(self.says)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.says == other.says


@lru_cache(maxsize=8)
def _stepper(key: _Key) -> Stepper:
    return stepper_of(key.monitor, key.basis)
