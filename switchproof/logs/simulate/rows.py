"""Rows of a walk as an Arrow table, in the form in which logs are read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from model.language.events import Event
from model.language.sorts import members
from switchproof.logs.simulate.lives import Numbers, WalkRows
from switchproof.logs.simulate.shown import provider_name

WORD = pa.dictionary(pa.int32(), pa.string())
TIME = pa.timestamp("us", "UTC")
COLUMNS = {
    "case": pa.string(),
    "time": TIME,
    "event": WORD,
    "actor": WORD,
    "member": WORD,
    "provider": WORD,
}
SCHEMA = pa.schema(COLUMNS.items())
AT_WORK = 40  # suppliers, say, in all; a point has as many of them as the flow has
DIGITS = 13
MIX = ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB))  # splitmix64's


@dataclass(frozen=True)
class WalkWords:
    """What the numbers of a walk stand for: events, under which names they show, and parties."""

    events: Sequence[Event]
    names: Mapping[Event, str]
    parties: Sequence[str]


def in_order(rows: WalkRows, words: WalkWords) -> WalkRows:
    """Return the rows that a log shows, by point and time."""
    seen = np.array([event in words.names for event in words.events])
    order = np.flatnonzero(seen[rows.event])
    order = order[np.lexsort((rows.time[order], rows.point[order]))]
    return WalkRows(rows.point[order], rows.time[order], rows.event[order], rows.actor[order])


def histories(rows: WalkRows, words: WalkWords) -> set[int]:
    """Return a number for each different sequence of events that rows in order show of a point.

    It is a hash: where two sequences have one number, they are counted too few.
    """
    if not len(rows.point):
        return set()
    called = [words.names.get(event, "") for event in words.events]
    once = list(dict.fromkeys(called))
    event = np.array([once.index(name) for name in called], np.uint64)[rows.event]
    first = np.flatnonzero(np.r_[True, rows.point[1:] != rows.point[:-1]])
    place = np.arange(len(event)) - np.repeat(first, np.diff(np.r_[first, len(event)]))
    mixed = event << np.uint64(32) | place.astype(np.uint64)
    for shift, factor in MIX:
        mixed = (mixed ^ mixed >> np.uint64(shift)) * np.uint64(factor)
    mixed ^= mixed >> np.uint64(31)
    return set(np.unique(np.add.reduceat(mixed, first)).tolist())


def as_table(
    rows: WalkRows, words: WalkWords, provider: int, cases: Numbers, whose: Numbers
) -> pa.Table:
    """Return rows as a table; `cases` has each point's number, `whose` the names of its members.

    Members go by invented names, as in a log of many: two of forty suppliers, say, at a point.
    """
    events = words.events
    called = [words.names.get(event, "") for event in events]
    place = np.array([_place(event.member) for event in events])[rows.event]
    member = np.where(place < 0, -1, whose[rows.point, np.maximum(place, 0)])
    kind = next((type(e.member).__name__ for e in events if e.member is not None), "")
    return pa.table(
        {
            "case": padded(cases[rows.point]),
            "time": pa.array(rows.time).cast(TIME),
            "event": _words(rows.event, called),
            "actor": _words(rows.actor, words.parties),
            "member": _words(member, [f"{kind} {n + 1:02}" for n in range(AT_WORK)]),
            "provider": _words(np.zeros(len(rows.time), int), [provider_name(provider)]),
        },
        schema=SCHEMA,
    )


def padded(numbers: Numbers) -> pa.Array:
    """Return numbers as text with leading zeros, as a point's number has them."""
    return pc.utf8_lpad(pa.array(numbers).cast(pa.string()), DIGITS, padding="0")


def drawn_members(points: int, events: Sequence[Event], chance: np.random.Generator) -> Numbers:
    """Return for each point who each member of the flow is there, of those at work: none twice."""
    several = 1 + max((_place(event.member) for event in events), default=0)
    first = chance.integers(AT_WORK, size=(points, 1))
    step = chance.integers(1, max(2, AT_WORK // max(1, several - 1)), size=(points, 1))
    return (first + step * np.arange(max(1, several))) % AT_WORK


def _place(member: Enum | None) -> int:
    return -1 if member is None else members(type(member)).index(member)


def _words(codes: Numbers, words: Sequence[str]) -> pa.DictionaryArray:
    """Return a column of words, each once; below 0 stands for none."""
    once = list(dict.fromkeys(words))
    number = np.array([once.index(word) for word in words], np.int32)[codes]
    return pa.DictionaryArray.from_arrays(pa.array(number, mask=codes < 0), once)
