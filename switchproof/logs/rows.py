"""The rows of whole cases, put in order: cases one after another, each by time, none twice."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from switchproof.logs import native
from switchproof.logs.basis import Basis
from switchproof.logs.kinds import coded, dictionary, kinds, members
from switchproof.logs.reading import PLACE
from switchproof.logs.stepper import Longs, Numbers, Stepper

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Rows:
    """Rows in order. `starts` has where each case begins, and where the last one ends.

    `tied` tells of a row that it is of the same instant as the row before, in the same case.
    `origin` is its place in the table. `late` has how many rows of each case the log has after one
    of a later time.
    """

    cases: pa.Array
    starts: Longs
    time: Longs
    kind: Numbers
    member: Numbers
    tied: Flags
    origin: Longs
    duplicates: Longs
    late: Longs

    @cached_property
    def ties(self) -> Longs:
        """Return how many rows of each case are of the same instant as the row before."""
        where = np.searchsorted(self.starts, np.flatnonzero(self.tied), side="right") - 1
        return np.bincount(where, minlength=len(self.cases))

    @property
    def with_ties(self) -> Flags:
        """Tell of each case whether it has rows of one instant."""
        return self.ties > 0


def rows_of(table: pa.Table, stepper: Stepper, basis: Basis) -> Rows:
    """Return the rows of a table that holds cases whole, in whatever order."""
    time = times(table)
    codes, cases = dictionary(table["case"])
    rank = _ranks(table, basis)
    compiled = basis.compiled and native.is_there()
    order = _order(codes, len(cases), time, rank, compiled=compiled)
    starts = _starts(codes, len(cases))
    late = _late(codes, order, starts, time, _places(table), compiled=compiled)
    at = time[order]
    tied = _tied(starts, at, None if rank is None else rank[order])
    dropped = np.zeros(len(cases), np.int64)
    keep = _first_of_equals(table, order, tied)
    if not keep.all():
        dropped = np.bincount(codes[order[~keep]], minlength=len(cases))
        order, at = order[keep], at[keep]
        starts = _starts(codes[order], len(cases))
        tied = _tied(starts, at, None if rank is None else rank[order])
    event = coded(table["event"], stepper.events, basis.events)
    kind = kinds(table, event, time, stepper, basis)[order]
    member = members(table, event, stepper)[order]
    return Rows(cases, starts, at, kind, member, tied, order, dropped, late)


def _starts(codes: Numbers, cases: int) -> Longs:
    return np.concatenate([[0], np.cumsum(np.bincount(codes, minlength=cases))])


def times(table: pa.Table) -> Longs:
    """Return the instants, in microseconds since 1970 in UTC."""
    column = table["time"].cast(pa.timestamp("us", "UTC")).cast(pa.int64())
    found: Longs = column.to_numpy()
    return found


def _ranks(table: pa.Table, basis: Basis) -> Numbers | None:
    """Return the place in a tie of each row, as far as an order was given."""
    if not basis.ranks:
        return None
    codes, words = dictionary(table["event"])
    names = [*map(str, words.to_pylist()), ""]
    ranks = [basis.ranks.get(basis.events.get(name, name), 0) for name in names]
    return np.array(ranks, np.int32)[codes]


def _order(
    codes: Numbers, cases: int, time: Longs, rank: Numbers | None, *, compiled: bool
) -> Longs:
    """Return the order by case, time and rank."""
    if rank is None and compiled:
        return native.order(codes, cases, time)
    return np.lexsort((time, codes) if rank is None else (rank, time, codes))


def _places(table: pa.Table) -> Longs:
    """Return the place of each row in the log: as they come, where the table has none."""
    if PLACE not in table.column_names:
        return np.arange(table.num_rows)
    places: Longs = table[PLACE].to_numpy()
    return places


def _late(
    codes: Numbers, order: Longs, starts: Longs, time: Longs, place: Longs, *, compiled: bool
) -> Longs:
    """Return how many rows of each case come in the log after one of a later time."""
    if compiled:
        return native.late(order, starts, time, place)
    as_it_came = np.lexsort((place, codes))
    _, when = np.unique(time, return_inverse=True)
    by_case = (codes.astype(np.int64) * len(time) + when)[as_it_came]
    behind = by_case < np.maximum.accumulate(by_case)
    return np.bincount(codes[as_it_came[behind]], minlength=len(starts) - 1)


def _tied(starts: Longs, time: Longs, rank: Numbers | None) -> Flags:
    """Tell of each row, in order, whether it is of one instant with the row before."""
    tied = np.zeros(len(time), np.bool_)
    tied[1:] = time[1:] == time[:-1]
    if rank is not None:
        tied[1:] &= rank[1:] == rank[:-1]
    tied[starts[:-1]] = False
    return tied


def _first_of_equals(table: pa.Table, order: Longs, same: Flags) -> Flags:
    """Tell of each row whether it is the first of those that are equal in all columns."""
    keep = np.ones(len(order), np.bool_)
    together = same.copy()
    together[:-1] |= same[1:]
    places = np.flatnonzero(together)
    if len(places):
        part = table.take(pa.array(order[places]))
        columns = [dictionary(part[name])[0] for name in part.column_names if name != PLACE]
        _, first = np.unique(np.stack(columns, axis=1), axis=0, return_index=True)
        keep[places] = False
        keep[places[first]] = True
    return keep
