"""What each row of a log is: its event, actor and facts as one number, and whose it is."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

import numpy as np
import pyarrow as pa

from switchproof.logs import native
from switchproof.logs.basis import TRUTHS, Basis, Interval
from switchproof.logs.stepper import NEVER, NONE, UNMAPPED, Longs, Numbers, Stepper

OF_WHOM = ("provider", "actor")  # whose facts count: the first of these columns that a log has


def coded(
    column: pa.ChunkedArray,
    words: tuple[bool | str, ...],
    called: Mapping[str, object] | None = None,
) -> Numbers:
    """Return for each row which of the words it has, or -1; `called` has the log's own for them."""
    codes, names = dictionary(column)
    called = called or {}
    known: dict[object, int] = {word: number for number, word in enumerate(words)}
    numbers = [known.get(called.get(str(name), name), NONE) for name in names.to_pylist()]
    table = np.array([*numbers, NONE], np.int32)
    return table[codes]


def dictionary(column: pa.ChunkedArray) -> tuple[Numbers, pa.Array]:
    """Return a number for each row, -1 where there is no value, and the values by number."""
    numbered = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    whole = numbered.combine_chunks()
    if isinstance(whole, pa.ChunkedArray):  # of no chunk
        whole = pa.array([], column.type).dictionary_encode()
    codes = whole.indices.cast(pa.int32())
    codes = (codes.fill_null(NONE) if codes.null_count else codes).to_numpy(zero_copy_only=False)
    return codes, whole.dictionary


def kinds(table: pa.Table, event: Numbers, time: Longs, stepper: Stepper, basis: Basis) -> Numbers:
    """Return for each row the number of its kind, or UNMAPPED."""
    actor = coded(table["actor"], stepper.actors, basis.actors)
    kind = event * np.int32(len(stepper.actors))
    kind += actor
    for name, values in stepper.facts:
        kind *= len(values) + 1
        kind += _fact(table, time, name, values, basis)
    kind[(event < 0) | (actor < 0)] = UNMAPPED
    return kind


def members(table: pa.Table, event: Numbers, stepper: Stepper) -> Numbers:
    """Return whose each row is, as numbers of this table alone; -1 where it is nobody's."""
    if not stepper.members or "member" not in table.column_names:
        return np.full(table.num_rows, NONE, np.int32)
    codes, _ = dictionary(table["member"])
    return np.where(stepper.named[event], codes, np.int32(NONE))


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
    for whose, parts in _by_party(table, mine):
        spans = [one for part in parts for one in part]
        numbers = [values.index(s.value) if s.value in values else len(values) for s in spans]
        dated = (
            np.concatenate([[0], np.cumsum([len(part) for part in parts])]),
            np.array([one.start for one in spans], np.int64),
            np.array([NEVER if one.end is None else one.end for one in spans], np.int64),
            np.array(numbers, np.int32),
        )
        if basis.compiled and native.is_there():
            native.note_facts(found, whose, time, dated)
        else:
            _note_facts(found, whose, time, dated)
    return found


def _note_facts(found: Numbers, whose: Numbers, time: Longs, dated: native.Dated) -> None:
    """Note at each row the fact of its party that holds then, if any does."""
    for party, (low, high) in enumerate(pairwise(dated[0])):
        rows = np.flatnonzero(whose == party)
        starts, ends, values = (one[low:high] for one in dated[1:])
        if len(starts):
            latest = np.searchsorted(starts, time[rows], side="right") - 1
            inside = (latest >= 0) & (time[rows] < ends[latest])
            found[rows] = np.where(inside, values[latest], found[rows])


def _by_party(
    table: pa.Table, spans: list[Interval]
) -> Iterator[tuple[Numbers, list[list[Interval]]]]:
    """Yield the party of each row as a number, and by that number what is known of it, by time.

    What is known of all comes first: what is known of a party takes its place.
    """
    spans = sorted(spans, key=lambda one: one.start)
    if of_all := [one for one in spans if one.party is None]:
        yield np.zeros(table.num_rows, np.int32), [of_all]
    if len(of_all) < len(spans):
        codes, names = dictionary(table[next(one for one in OF_WHOM if one in table.column_names)])
        yield codes, [[one for one in spans if one.party == name] for name in names.to_pylist()]
