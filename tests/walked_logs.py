"""Logs for trying and timing: words that a monitor accepts, with faults if wanted.

Every fact holds throughout; each case has members of its own, called as in a real log.
"""

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.parquet as pq

from properties.analyses.monitor.monitor import NONE, Monitor

BEGIN, DAY = 1_672_531_200_000_000, 86_400_000_000  # 2023, in microseconds
INSTANT = pa.timestamp("us", "UTC")
PART = 100_000  # cases that are walked at once
Numbers = npt.NDArray[np.int64]


def usable(monitor: Monitor) -> list[int]:
    """Return the letters that need no fact to be otherwise, and breach nothing."""
    return [
        number
        for number, one in enumerate(monitor.letters)
        if all(value is True for _, value in one.facts) and not monitor.breaches[number]
    ]


def words(monitor: Monitor, cases: int, length: int, random: np.random.Generator) -> Numbers:
    """Return for each case the letters of a walk, NONE after its end."""
    letters, table = usable(monitor), np.array(monitor.table)
    choices = [[n for n in letters if row[n] != NONE] for row in table]
    most = max(map(len, choices))
    padded = np.array([[*mine, *[NONE] * (most - len(mine))] for mine in choices])
    sizes = np.array([len(mine) for mine in choices])
    state, found = np.full(cases, monitor.first), np.full((cases, length), NONE)
    for step in range(length):
        pick = (random.random(cases) * sizes[state]).astype(int)
        letter = np.where(sizes[state] > 0, padded[state, pick], NONE)
        found[:, step] = letter
        state = np.where(letter == NONE, state, table[state, letter])
    return found


def log(
    monitor: Monitor, cases: int, seed: int, *, length: int = 10, wrong: float = 0.0, first: int = 0
) -> pa.Table:
    """Return a log as it arrives; a share of its cases has two neighbouring events swapped."""
    random = np.random.default_rng(seed)
    letters = words(monitor, cases, length, random)
    swapped = np.flatnonzero(random.random(cases) < wrong)
    at = random.integers(0, length - 1, len(swapped))
    letters[swapped, at], letters[swapped, at + 1] = letters[swapped, at + 1], letters[swapped, at]
    begins = BEGIN + random.integers(0, 300 * DAY, cases)
    time = begins[:, None] + np.cumsum(random.integers(1, 3 * DAY, letters.shape), axis=1)
    case, step = np.nonzero(letters != NONE)
    flat, when = letters[case, step], time[case, step]
    late = np.where(random.random(len(flat)) < 0.05, random.integers(0, 3 * DAY, len(flat)), 0)
    order = np.argsort(when + late, kind="stable")
    return _table(monitor, case[order] + first, flat[order], when[order])


def _table(monitor: Monitor, case: Numbers, letter: Numbers, time: Numbers) -> pa.Table:
    members = sorted({one.member or "" for one in monitor.letters})
    of = np.array([members.index(one.member or "") for one in monitor.letters])[letter]
    own = np.char.add("supplier ", ((case * 7 + of * 11) % 40).astype(str))
    named = np.array([one.member is not None for one in monitor.letters])[letter]
    return pa.table(
        {
            "case": np.char.zfill((case + 1).astype(str), 13),
            "time": pa.array(time, INSTANT),
            "event": _words([one.event for one in monitor.letters], letter),
            "actor": _words([one.actor for one in monitor.letters], letter),
            "member": pa.array(own, mask=~named).dictionary_encode(),
        }
    )


def _words(names: list[str], letter: Numbers) -> pa.Array:
    every = sorted(set(names))
    codes = np.array([every.index(name) for name in names])[letter]
    return pa.DictionaryArray.from_arrays(pa.array(codes, pa.int32()), every)


def facts(monitor: Monitor) -> pa.Table:
    """Return that every fact holds throughout."""
    names = sorted({name for one in monitor.letters for name, _ in one.facts})
    nothing = [None] * len(names)
    columns = {"party": pa.array(nothing, pa.string()), "fact": pa.array(names, pa.string())}
    columns["from"] = pa.array([0] * len(names), INSTANT)
    columns["to"] = pa.array(nothing, INSTANT)
    return pa.table(columns)


def write(monitor: Monitor, cases: int, path: Path, *, wrong: float = 0.0) -> int:
    """Write a log of many cases part by part; return how many rows it has."""
    rows, writer = 0, None
    for number, first in enumerate(range(0, cases, PART)):
        table = log(monitor, min(PART, cases - first), number, wrong=wrong, first=first)
        table = table.cast(_plain(table.schema))
        writer = writer or pq.ParquetWriter(path, table.schema, compression="zstd")
        writer.write_table(table)
        rows += table.num_rows
    if writer:
        writer.close()
    return rows


def _plain(schema: pa.Schema) -> pa.Schema:
    return pa.schema([(one.name, INSTANT if one.name == "time" else pa.string()) for one in schema])
