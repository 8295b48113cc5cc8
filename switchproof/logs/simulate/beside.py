"""What stands beside a simulated log: facts, surroundings, and the truth about faults."""

from collections.abc import Iterable
from shutil import rmtree

import pyarrow as pa
import pyarrow.parquet as pq

from model.language.events import Scope
from model.language.meaning import Move
from switchproof.logs.simulate.rows import TIME
from switchproof.logs.simulate.shown import facts_of, provider_name
from switchproof.logs.simulate.written import LogWanted, Scene

FACTS = pa.schema(
    [
        *(("party", pa.string()), ("fact", pa.string()), ("value", pa.string())),
        *(("from", TIME), ("to", TIME)),
    ]
)
SURROUNDINGS = pa.schema(
    [("time", TIME), ("event", pa.string()), ("actor", pa.string()), ("provider", pa.string())]
)


def write(scene: Scene, wanted: LogWanted) -> None:
    """Write facts and surroundings, and the truth of all parts as one file."""
    around = scene.around
    facts = facts_of(around, scene.interface, scene.lives.machines)
    _put(facts, FACTS, wanted, "facts")
    steps = ((s.time, str(s.move.event), s.actor, _whose(s.move)) for s in around.steps)
    _put(steps, SURROUNDINGS, wanted, "surroundings")
    if wanted.faults:
        truth = pq.read_table(wanted.out / "truth")
        pq.write_table(truth.sort_by("case"), wanted.out / "truth.parquet")
        rmtree(wanted.out / "truth")


def _whose(move: Move) -> str | None:
    return provider_name(move.home) if move.event.scope is Scope.PROVIDER else None


def _put(
    rows: Iterable[tuple[object, ...]], schema: pa.Schema, wanted: LogWanted, name: str
) -> None:
    columns = list(zip(*rows, strict=True)) or [()] * len(schema)
    table = pa.table([pa.array(c, t) for c, t in zip(columns, schema.types, strict=True)], schema)
    pq.write_table(table, wanted.out / f"{name}.parquet")
