"""A simulated log written part by part, in processes: the same whatever their number."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from model.language.interfaces import LoggedInterface
from switchproof.deciding.load import load
from switchproof.deciding.spread import LOST
from switchproof.logs.monitored import interface_of
from switchproof.logs.simulate.faults import planted
from switchproof.logs.simulate.lives import Lives, WalkRows
from switchproof.logs.simulate.pace import DAYS
from switchproof.logs.simulate.replay import replay
from switchproof.logs.simulate.rows import WalkWords, as_table, drawn_members, histories, in_order
from switchproof.logs.simulate.shown import names_of
from switchproof.logs.simulate.silence import Silence, silenced
from switchproof.logs.simulate.surroundings import Surroundings
from switchproof.terminal.errors import BadInput

POINTS = 1 << 16  # of a part, so that memory is bounded
SAMPLE = 3  # points, replayed as the flow is executed
GROUP = 1 << 20  # rows of a row group


@dataclass(frozen=True)
class LogWanted:
    """What log is wanted, as plain data for a process: from the first of its days to the last."""

    source: str
    interface: str | None
    points: int
    providers: int
    seed: int
    faults: float
    out: Path
    days: range = range(DAYS)  # of the year
    silence: Silence | None = None


@dataclass(frozen=True)
class LogPart:
    """Some points of one provider, by their place among its points."""

    wanted: LogWanted
    provider: int
    number: int
    points: range

    @property
    def name(self) -> str:
        """Return what its files are called."""
        return f"{self.provider + 1:03}-{self.number + 1:04}.parquet"

    def chance(self, of: int) -> np.random.Generator:
        """Return a chance of its own for one purpose."""
        return np.random.default_rng([self.wanted.seed, self.provider, self.number, of])


@dataclass(frozen=True)
class Count:
    """What was written of a part; `histories` stands for what it shows before any fault."""

    rows: int
    faults: int
    histories: frozenset[int]


def parts(wanted: LogWanted) -> Iterator[LogPart]:
    """Yield the parts of a log: points are dealt out to the providers in turn."""
    for provider in range(wanted.providers):
        every = range(provider, wanted.points, wanted.providers)
        for number in range(-(-len(every) // POINTS)):
            yield LogPart(wanted, provider, number, every[number * POINTS : (number + 1) * POINTS])


@dataclass(frozen=True)
class Scene:
    """What all parts of a log have in common."""

    around: Surroundings
    lives: Lives
    interface: LoggedInterface


@cache
def scene(wanted: LogWanted) -> Scene:
    """Return what all parts have in common, made once in each process."""
    one = load(wanted.source)
    interface = interface_of(one, wanted.interface)
    around = Surroundings(one.flow, wanted.providers, wanted.seed, wanted.days)
    return Scene(around, Lives(one.flow, names_of(one.flow, interface)), interface)


def walked(part: LogPart) -> WalkRows:
    """Return all that happens at the points of a part."""
    at = scene(part.wanted)
    stretches = at.around.stretches(part.provider, at.lives.machines)
    return at.lives.walk(len(part.points), stretches, part.chance(0))


def write(part: LogPart) -> Count:
    """Write a part: its log, and what was planted in it."""
    at, rows, out = scene(part.wanted), walked(part), part.wanted.out
    events = at.around.flow.events
    words = WalkWords(events, names_of(at.around.flow, at.interface), at.lives.parties)
    if part.provider == part.number == 0:
        few = min(SAMPLE, len(part.points))
        replay(at.around, {0: rows}, [few] + [0] * (at.around.providers - 1), words)
    whose = drawn_members(len(part.points), events, part.chance(1))
    shown = in_order(rows, words)
    table = as_table(shown, words, part.provider, np.array(part.points), whose)
    if part.wanted.silence:
        table = silenced(table, part.wanted.silence)
    table, truth = planted(table, part.wanted.faults, part.chance(2))
    arrival = table.sort_by([("time", "ascending"), ("case", "ascending")])
    _put(arrival, out / "log" / part.name)
    if part.wanted.faults:
        _put(truth, out / "truth" / part.name)
    return Count(table.num_rows, truth.num_rows, frozenset(histories(shown, words)))


def lost(part: LogPart) -> Count:
    """Complain of a part whose process ended."""
    raise BadInput(f"the log was not written, part {part.name}: {LOST}; ask for fewer --points")


def _put(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression="zstd", row_group_size=GROUP)
