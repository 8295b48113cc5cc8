"""`switchproof why`: what a claim cannot do without, and whether its citations fit."""

from argparse import Namespace
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from model.flows import FLOWS, WRITTEN
from properties.analyses.provenance.core import why
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Undecided
from switchproof.deciding.decide import Task, loaded
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.telling.never import reason_of, told_never
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.style import wrapped
from switchproof.terminal.writing import in_lines, write_whole
from switchproof.why.grounds import (
    Grounds,
    Kept,
    fits,
    grounds_of,
    missing,
    read_kept,
    rests_on_rules,
    told,
    unwanted,
)


@dataclass(frozen=True)
class Answered:
    """What was found of a claim, or why nothing was."""

    asked: Task
    row: Grounds | None
    why_not: str = ""
    reason: tuple[str, ...] = ()


def run(asked: Namespace) -> int:
    """Tell of each claim asked for, or of every one, why it holds; return the exit status."""
    before = read_kept(Path(asked.keep)) if asked.keep else {}
    chosen = [one for one in _chosen(asked) if asked.claims or not _still_fits(one, before)]
    work = partial(_answer, seconds=asked.timeout)
    lost = partial(Answered, row=None, why_not=LOST)
    found: list[Answered] = []
    with Progress(f"leaving out what {len(chosen)} claims rest on") as progress:
        for answer in spread(work, chosen, asked.jobs or cores(), lost):
            found.append(answer)
            progress.what = f"{len(found)} of {len(chosen)} claims"
            lines = (part for line in _lines(answer) for part in wrapped(line))
            print("\n".join(lines), flush=True)
            if asked.keep:
                _keep(Path(asked.keep), answer)
    statuses = {_status(answer) for answer in found}
    return next((worst for worst in (SURPRISE, UNDECIDED) if worst in statuses), AS_EXPECTED)


def _chosen(asked: Namespace) -> list[Task]:
    every_flow = FLOWS if asked.claims else WRITTEN  # of composed ones it takes an hour
    flows = [loaded(source) for source in ([asked.flow] if asked.flow else every_flow)]
    every = [Task(one.source, c.id) for one in flows for c in one.claims if rests_on_rules(c)]
    if not every:
        raise BadInput(f"{asked.flow}: nothing was checked: it has no claim on states or steps")
    for name in asked.claims:
        if name not in {one.claim for one in every}:
            raise unknown("claim on states or steps", name, (one.claim for one in every))
    return [one for one in every if not asked.claims or one.claim in asked.claims]


def _still_fits(asked: Task, before: Kept) -> bool:
    one = loaded(asked.source)
    return fits(one.flow, one.claim(asked.claim), before.get(asked.source, {}).get(asked.claim))


def _answer(asked: Task, seconds: float) -> Answered:
    one = loaded(asked.source)
    claim = one.claim(asked.claim)
    try:
        found = why(one.flow, claim, Budget(seconds=seconds))
        reason = reason_of(one.flow, claim, Budget(seconds=seconds), None)
    except (Spent, Undecided) as not_known:
        return Answered(asked, None, str(not_known))
    return Answered(asked, grounds_of(one.flow, found), reason=tuple(told_never(reason)))


def _lines(answer: Answered) -> list[str]:
    one = loaded(answer.asked.source)
    claim = one.claim(answer.asked.claim)
    head = f"{claim.id}, on {one.flow.name}: {claim.sentence}"
    if answer.row is None:
        return [head, f"  we do not know why it holds: {answer.why_not}"]
    reason = (f"  {line}" for line in answer.reason)
    return [head, *told(one.flow, claim, answer.row), *reason]


def _status(answer: Answered) -> int:
    if answer.row is None or answer.row["unknown"]:
        return UNDECIDED
    one = loaded(answer.asked.source)
    claim = one.claim(answer.asked.claim)
    amiss = unwanted(one.flow, claim, answer.row) or missing(claim, answer.row)
    return SURPRISE if amiss else AS_EXPECTED


def _keep(path: Path, answer: Answered) -> None:
    """Put an answer beside those that the file has, and leave out what is no claim any more."""
    if answer.row is None:
        return
    rows, source = read_kept(path), answer.asked.source
    mine = {**rows.get(source, {}), answer.asked.claim: answer.row}
    order = [claim.id for claim in loaded(source).claims if claim.id in mine]
    rows[source] = {name: mine[name] for name in order}
    inner = {name: rows[name] for name in (*FLOWS, *rows) if name in rows}
    write_whole(path, in_lines(inner))
