"""`switchproof logs simulate`: a log of many points, written by parts in several processes."""

from argparse import Namespace
from pathlib import Path

from switchproof.deciding.spread import cores
from switchproof.logs.extra import need_extra
from switchproof.terminal.exits import AS_EXPECTED


def run(asked: Namespace) -> int:
    """Write a log, and what belongs to it, into a new folder; return the exit status."""
    need_extra()
    from switchproof.logs.simulate.folder import simulated
    from switchproof.logs.simulate.written import LogWanted

    given = (asked.points, asked.providers, asked.seed, asked.faults)
    count = simulated(LogWanted(asked.flow, asked.interface, *given, Path(asked.out)), cores())
    what = f"{count.rows:,} rows of {asked.points:,} points"
    print(f"{asked.out}: simulated, {what}; nothing of it happened")
    print(f"{asked.out}: {len(count.histories):,} different sequences of events, before any fault")
    if asked.faults:
        print(f"{asked.out}: {count.faults:,} faults are planted, each said in truth.parquet")
    return AS_EXPECTED
