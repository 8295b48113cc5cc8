"""A round of `verify --watch`: what was touched, what stands, and the rest as it is decided."""

import sys
from argparse import Namespace
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from properties.engine.fault import EngineFault
from switchproof.deciding.decide import (
    Limits,
    Task,
    decide_and_keep_all,
    loaded,
    take_kept,
    tasks_of,
)
from switchproof.deciding.format import ClaimRow, published
from switchproof.deciding.keeping import keeping
from switchproof.deciding.load import Loaded
from switchproof.deciding.rows import flow_row
from switchproof.deciding.spread import cores
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED
from switchproof.terminal.progress import Progress
from switchproof.terminal.streams import in_one_line
from switchproof.terminal.style import RED, YELLOW, painted
from switchproof.verify.format import VERSION, Report
from switchproof.verify.report import summary
from switchproof.verify.screen import notable
from switchproof.verify.touched import Snapshot, files_of, snapshot, touched

say = partial(print, flush=True)


@dataclass(frozen=True)
class Loading:
    """What was loaded, by what loads it, and the files that are watched."""

    snapshots: Mapping[str, Snapshot]
    files: set[str]


def take_round(
    asked: Namespace,
    sources: list[str],
    before: Mapping[str, Snapshot],
    send: Callable[[Loading], None],
) -> None:
    """Print a round; send what was loaded as soon as it is."""
    try:
        flows = [loaded(source) for source in sources]
        now = {one.source: snapshot(one) for one in flows}
        send(Loading(now, {file for one in flows for file in files_of(one)}))
        for source, earlier in before.items():
            if len(sources) == 1 or earlier != now[source]:
                say(f"{source}, edited:")
                say("\n".join(f"  {line}" for line in touched(earlier, now[source])))
        _decide(flows, asked)
    except (BadInput, EngineFault) as wrong:
        say(f"switchproof: {in_one_line(str(wrong))}", file=sys.stderr)
    say("watching; Ctrl-C ends it")


def _decide(flows: list[Loaded], asked: Namespace) -> None:
    tasks = [task for one in flows for task in tasks_of(one, asked.claim)]
    limits = Limits(asked.timeout, asked.memory, asked.most_points)
    rows: dict[Task, ClaimRow] = {}
    with keeping(asked) as kept:
        for task in tasks:
            if taken := take_kept(task, limits, None, kept):
                rows[task] = published(taken[0])
        left = [task for task in tasks if task not in rows]
        say(f"{len(rows)} verdicts stand, checked again; {len(left)} are decided anew")
        deciding = decide_and_keep_all(left, limits, asked.jobs or cores(), None, kept)
        with Progress(f"0 of {len(left)} verdicts") as progress, closing(deciding) as decided:
            for task, (row, _) in zip(left, decided, strict=True):
                rows[task] = published(row)
                say(_line(rows[task]))
                progress.what = f"{len(rows) - len(tasks) + len(left)} of {len(left)} verdicts"
    report = _report(flows, [rows[task] for task in tasks])
    say("\n".join([*notable(report), summary(report)]))


def _line(row: ClaimRow) -> str:
    variant = f", variant '{row['variant']}'" if row["variant"] is not None else ""
    told = f"  {row['verdict'] or 'pending'}: {row['flow']}, {row['id']}{variant}"
    if row["surprise"]:
        return painted(f"{told}: SURPRISE, {row['surprise']}", RED)
    return painted(told, YELLOW) if row["verdict"] == "undecided" else told


def _report(flows: list[Loaded], rows: list[ClaimRow]) -> Report:
    by_source = {source: list(some) for source, some in groupby(rows, lambda r: r["source"])}
    told = [flow_row(one.flow) for one in flows]
    for one, row in zip(flows, told, strict=True):
        row["claims"] = by_source.get(one.source, [])
    return {"schema_version": VERSION, "flows": told, "exit": AS_EXPECTED}
