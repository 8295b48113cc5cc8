"""What each row of a log is: its event, actor and facts as one number, and whose it is."""

from collections.abc import Iterator, Mapping

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from switchproof.logs.basis import TRUTHS, Basis, Interval
from switchproof.logs.stepper import NONE, UNMAPPED, Numbers, Stepper

OF_WHOM = ("provider", "actor")  # whose facts count: the first of these columns that a log has
Longs = npt.NDArray[np.int64]


def coded(
    column: pa.ChunkedArray,
    words: tuple[bool | str, ...],
    called: Mapping[str, object] | None = None,
) -> Numbers:
    """Return for each row which of the words it has, or -1; `called` has the log's own for them."""
    codes, names = dictionary(column)
    called = called or {}
    known: dict[object, int] = {word: number for number, word in enumerate(words)}
    table = np.array(
        [known.get(called.get(str(name), name), NONE) for name in names] + [NONE], np.int32
    )
    return table[codes]


def dictionary(column: pa.ChunkedArray) -> tuple[Numbers, list[object]]:
    """Return a number for each row, -1 where there is no value, and the values by number."""
    whole = column.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):  # of no chunk
        whole = pa.array([], column.type)
    if not pa.types.is_dictionary(whole.type):
        whole = whole.dictionary_encode()
    codes = whole.indices.cast(pa.int32()).fill_null(NONE).to_numpy(zero_copy_only=False)
    return codes, whole.dictionary.to_pylist()


def kinds(table: pa.Table, event: Numbers, time: Longs, stepper: Stepper, basis: Basis) -> Numbers:
    """Return for each row the number of its kind, or UNMAPPED."""
    actor = coded(table["actor"], stepper.actors, basis.actors)
    kind = event.astype(np.int64) * len(stepper.actors) + actor
    for name, values in stepper.facts:
        kind = kind * (len(values) + 1) + _fact(table, time, name, values, basis)
    return np.where((event < 0) | (actor < 0), UNMAPPED, kind).astype(np.int32)


def members(table: pa.Table, event: Numbers, stepper: Stepper) -> Numbers:
    """Return whose each row is, as numbers of this table alone; -1 where it is nobody's."""
    if not stepper.members or "member" not in table.column_names:
        return np.full(table.num_rows, NONE, np.int32)
    codes, _ = dictionary(table["member"])
    return np.where(stepper.named[event], codes, NONE).astype(np.int32)


def _fact(
    table: pa.Table, time: Longs, name: str, values: tuple[bool | str, ...], basis: Basis
) -> Numbers:
    """Return which value a fact has at each row; the number after the last is for none known."""
    if name in table.column_names:
        found = coded(table[name], values, TRUTHS if values == (False, True) else None)
        return np.where(found < 0, len(values), found).astype(np.int32)
    mine = [one for one in basis.facts if one.fact == name]
    otherwise = values.index(False) if False in values and mine else len(values)
    found = np.full(len(time), otherwise, np.int32)
    for rows, spans in _by_party(table, mine):
        starts = np.array([one.start for one in spans])
        latest = np.searchsorted(starts, time[rows], side="right") - 1
        ends = np.array([np.iinfo(np.int64).max if s.end is None else s.end for s in spans])
        codes = np.array([values.index(s.value) if s.value in values else -1 for s in spans])
        codes = np.where(codes < 0, len(values), codes)
        inside = (latest >= 0) & (time[rows] < ends[latest])
        found[rows] = np.where(inside, codes[latest], found[rows])
    return found


def _by_party(
    table: pa.Table, spans: list[Interval]
) -> Iterator[tuple[Longs | slice, list[Interval]]]:
    """Yield, for each party of which something is known, its rows and what is known, by time."""
    of_whom = next(one for one in OF_WHOM if one in table.column_names)
    codes, names = dictionary(table[of_whom])
    for party in {one.party for one in spans}:
        mine = sorted((one for one in spans if one.party == party), key=lambda one: one.start)
        if party is None:
            yield slice(None), mine
        elif party in names:
            yield np.flatnonzero(codes == names.index(party)), mine
