"""What is said of a log: totals, what was kept apart, what is not judged, and digests."""

import json
from argparse import Namespace
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Any

from model.language.words import counted
from switchproof.logs.conforming import LogAsked, LogJudged, conform
from switchproof.logs.monitored import NoMonitor
from switchproof.logs.outcome import Total
from switchproof.logs.setting import Setting, setting_of
from switchproof.logs.stepper import Unfit
from switchproof.logs.verdicts import AMBIGUOUS, DEPARTS, OPEN, UNMAPPED
from switchproof.logs.walked import OutOfOrder
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.style import wrapped

SHOWN = 12
NO_DUTY = "no duty that is modelled; the rules refuse it"
MEANING = {OPEN: "not over, which is no fault", UNMAPPED: "nothing is said of them from there on"}


def judged(asked: Namespace) -> int:
    """Print what is said of a log, and return the exit status; raises BadInput."""
    try:
        setting = setting_of(asked)
        with Progress("judging"):
            found = conform(_asked(asked), setting)
    except (NoMonitor, Unfit, OutOfOrder) as why:
        print(f"switchproof: {why}")
        return UNDECIDED
    if asked.format == "json":
        print(json.dumps(as_data(found, setting), indent=2))
    else:
        *lines, digests = told(found, setting)
        print(*(part for line in lines for part in wrapped(line)), digests, sep="\n")
    return status_of(found.counts)


def as_data(found: LogJudged, setting: Setting) -> dict[str, Any]:
    """Return what is said of a log for other programs."""
    monitor, survey = setting.monitor, found.survey
    return {
        "flow": monitor.flow,
        "interface": monitor.interface,
        "rows": survey.count,
        "first": survey.first.isoformat(),
        "last": survey.last.isoformat(),
        "verdicts": found.counts,
        "departs": [asdict(one) for one in found.totals],
        "nothing is said": dict(found.unsaid),
        "late": found.late,
        "kept apart": survey.amiss,
        "of no case": survey.no_case,
        "left out": survey.later,
        "strange": dict(survey.strange),
        "notes": list(survey.notes),
        "limits": list(_limits(setting)),
        "digests": found.digests,
    }


def status_of(counts: Mapping[str, int]) -> int:
    """Return the exit status by how many cases have each verdict."""
    if counts.get(DEPARTS):
        return SURPRISE
    unsure = counts.get(AMBIGUOUS) or counts.get(UNMAPPED)
    return UNDECIDED if unsure else AS_EXPECTED


def _asked(asked: Namespace) -> LogAsked:
    return LogAsked(
        tuple(asked.log),
        asked.memory,
        asked.out,
        asked.allow,
        asked.quarantine,
        _key(asked.pseudonyms),
        asked.since,
        asked.engine,
    )


def _key(file: str | None) -> bytes | None:
    if file is None:
        return None
    try:
        key = Path(file).read_bytes().strip()
    except OSError as wrong:
        raise BadInput(
            f"{file}: cannot be read ({wrong.strerror}); name a file with a key"
        ) from wrong
    if len(key) < 16:  # noqa: PLR2004  # as many as a guess would need
        raise BadInput(f"{file}: holds {len(key)} bytes; a key has 16 or more")
    return key


def told(found: LogJudged, setting: Setting) -> Iterator[str]:
    """Yield what is said of a log, line by line, and its digests in the last."""
    monitor, survey, cases = setting.monitor, found.survey, sum(found.counts.values())
    span = f"{survey.first:%Y-%m-%d %H:%M} to {survey.last:%Y-%m-%d %H:%M} UTC"
    yield f"{monitor.flow}, {monitor.interface}: {survey.count:,} rows, {cases:,} cases, {span}"
    for verdict, number in found.counts.items():
        meaning = f"  ({MEANING[verdict]})" if verdict in MEANING else ""
        yield f"  {verdict:22}{number:>12,}{meaning}"
    yield from _departures(found.totals)
    yield from _unsaid(found)
    yield from _apart(found)
    yield from _limits(setting)
    yield " ".join(f"{name} {digest}" for name, digest in found.digests.items())


def _departures(totals: tuple[Total, ...]) -> Iterator[str]:
    """Yield the ways to depart, those with the most cases first."""
    if totals:
        yield "departs, by the duty that was breached:"
    for one in totals[:SHOWN]:
        party = f" ({one.party})" if one.party else ""
        yield f"  {one.cases:,}  {one.duty or NO_DUTY}{party}"
        most = f"most on {one.worst}: {one.on_worst:,}"
        yield f"    first on {one.first}, last on {one.last}, {most}"
    if len(totals) > SHOWN:
        rest = sum(one.cases for one in totals[SHOWN:])
        yield f"  {rest:,}  in {len(totals) - SHOWN} further ways; they are in the file of --out"


def _unsaid(found: LogJudged) -> Iterator[str]:
    """Yield why nothing is said of cases, those with the most first."""
    if found.unsaid:
        yield "nothing is said, by the reason:"
    for why, cases in list(found.unsaid.items())[:SHOWN]:
        yield f"  {cases:,}  {why}"


def _apart(found: LogJudged) -> Iterator[str]:
    survey = found.survey
    if survey.amiss:
        lost = f"kept apart: {survey.amiss:,} rows without a case, time, event or actor"
        yield f"{lost}; a case of which there is one is unmapped, if it does not depart before"
    if survey.no_case:
        why = "so one that departs may do so for want of them"
        yield f"  {survey.no_case:,} of them name no case, {why}"
    yield from survey.notes
    if survey.later:
        yield f"left out: {survey.later:,} rows after --as-of"
    if found.late:
        yield f"late rows, after one of their case that has a later time: {found.late:,}"
    if survey.strange:
        some = [f"'{word}' ({n:,} rows)" for word, n in list(survey.strange.items())[:SHOWN]]
        yield f"neither the map nor the interface has: {', '.join(some)}"


def _limits(setting: Setting) -> Iterator[str]:
    """Yield what the verdicts do not say."""
    monitor, basis = setting.monitor, setting.basis
    if idle := sorted({one.fact for one in basis.facts} - set(setting.fact_names)):
        yield f"facts that no event of the interface asks: {', '.join(idle)}"
    every = [one for owed in monitor.waits for one in owed if one.deadline]
    certain = {one.deadline for one in every if one.certain}
    if missing := sorted(certain - set(basis.deadlines)):
        yield f"no verdict on time, since the map gives no deadline: {'; '.join(missing)}"
    if unsure := sorted({one.deadline for one in every} - certain):
        why = "since from what is seen it is never certain that the duty is owed"
        yield f"no verdict on time, {why}: {'; '.join(unsure)}"
    for one in setting.told.deadlines:
        if one.late in certain:
            yield f"'{one.late}': after {_so_long(one.within)} ({one.source})"
    if not certain.isdisjoint(basis.deadlines) and basis.as_of is None:
        yield "nothing is late by omission, since no --as-of was given"
    yield f"the monitor {monitor.all_numbers}"


def _so_long(within: timedelta) -> str:
    whole = within == timedelta(days=within.days)
    return counted(within.days, "day") if whole else f"{within} (hours:minutes:seconds)"
