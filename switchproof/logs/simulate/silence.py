"""An incident planted in the rows of a log: after an event of some days nothing more is heard."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa


@dataclass(frozen=True)
class Silence:
    """After which event a case falls silent, where it happens from one instant until another."""

    event: str
    begin: int
    end: int


def silenced(table: pa.Table, wanted: Silence) -> pa.Table:
    """Return a log without what came after such an event; it has its cases whole, each by time."""
    case = table["case"].combine_chunks().dictionary_encode().indices.to_numpy()
    time = table["time"].cast(pa.int64()).to_numpy()
    event = table["event"].cast(pa.string()).to_numpy(zero_copy_only=False)
    hit = np.flatnonzero((event == wanted.event) & (time >= wanted.begin) & (time < wanted.end))
    last = np.full(1 + case.max(initial=0), len(time))
    np.minimum.at(last, case[hit], hit)
    return table.filter(pa.array(np.arange(len(time)) <= last[case]))
