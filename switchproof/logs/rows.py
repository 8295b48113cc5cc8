"""The rows of whole cases, put in order: cases one after another, each by time, none twice."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from switchproof.logs import native
from switchproof.logs.basis import Basis
from switchproof.logs.kinds import Longs, coded, dictionary, kinds, members
from switchproof.logs.stepper import Numbers, Stepper

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Rows:
    """Rows in order. `starts` has where each case begins, and where the last one ends.

    `tied` tells of a row that it is of the same instant as the row before, in the same case.
    `origin` is its place in the table.
    """

    cases: list[object]
    starts: Longs
    time: Longs
    kind: Numbers
    member: Numbers
    tied: Flags
    origin: Longs
    duplicates: Longs

    @property
    def with_ties(self) -> Flags:
        """Tell of each case whether it has rows of one instant."""
        return np.add.reduceat(self.tied, self.starts[:-1], dtype=np.int64) > 0


def rows_of(table: pa.Table, stepper: Stepper, basis: Basis) -> Rows:
    """Return the rows of a table that holds cases whole, in whatever order."""
    time = times(table)
    codes, cases = dictionary(table["case"])
    rank = _ranks(table, basis)
    order = _order(codes, len(cases), time, rank, compiled=basis.compiled)
    same = _same(codes[order], time[order], None if rank is None else rank[order])
    keep = _first_of_equals(table, order, same)
    dropped = np.bincount(codes[order[~keep]], minlength=len(cases))
    order = order[keep]
    tied = _same(codes[order], time[order], None if rank is None else rank[order])
    sizes = np.bincount(codes[order], minlength=len(cases))
    event = coded(table["event"], stepper.events, basis.events)
    return Rows(
        cases,
        np.concatenate([[0], np.cumsum(sizes)]),
        time[order],
        kinds(table, event, time, stepper, basis)[order],
        members(table, event, stepper)[order],
        tied,
        order,
        dropped,
    )


def times(table: pa.Table) -> Longs:
    """Return the instants, in microseconds since 1970 in UTC."""
    column = table["time"].cast(pa.timestamp("us", "UTC")).cast(pa.int64())
    found: Longs = column.to_numpy()
    return found


def _ranks(table: pa.Table, basis: Basis) -> Numbers | None:
    """Return the place in a tie of each row, as far as an order was given."""
    if not basis.ranks:
        return None
    codes, names = dictionary(table["event"])
    return np.array(
        [basis.ranks.get(basis.events.get(str(name), str(name)), 0) for name in [*names, ""]],
        np.int32,
    )[codes]


def _order(
    codes: Numbers, cases: int, time: Longs, rank: Numbers | None, *, compiled: bool
) -> Longs:
    """Return the order by case, time and rank."""
    if rank is None and compiled and native.is_there():
        return native.order(codes, cases, time)
    return np.lexsort((time, codes) if rank is None else (rank, time, codes))


def _same(codes: Numbers, time: Longs, rank: Numbers | None) -> Flags:
    same = np.zeros(len(codes), np.bool_)
    same[1:] = (codes[1:] == codes[:-1]) & (time[1:] == time[:-1])
    if rank is not None:
        same[1:] &= rank[1:] == rank[:-1]
    return same


def _first_of_equals(table: pa.Table, order: Longs, same: Flags) -> Flags:
    """Tell of each row whether it is the first of those that are equal in all columns."""
    keep = np.ones(len(order), np.bool_)
    together = same.copy()
    together[:-1] |= same[1:]
    places = np.flatnonzero(together)
    if len(places):
        part = table.take(pa.array(order[places]))
        columns = [dictionary(part[name])[0] for name in part.column_names]
        _, first = np.unique(np.stack(columns, axis=1), axis=0, return_index=True)
        keep[places] = False
        keep[places[first]] = True
    return keep
