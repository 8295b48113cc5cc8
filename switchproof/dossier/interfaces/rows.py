"""Comparisons as rows, for both formats."""

from collections.abc import Sequence

from properties.engine.interfaces.result import Likeness, Parted
from properties.engine.verdict import Verdict
from switchproof.dossier.interfaces.every import COMPARISONS, NOT_MODELLED, AtInterface
from switchproof.dossier.interfaces.format import (
    ComparisonRow,
    DifferenceRow,
    GroupRow,
    InterfacesReport,
    LikenessRow,
    WordingRow,
)
from switchproof.dossier.interfaces.grouping import Group, Grouped
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED

ALIKE, PARTED, OPEN = "alike", "parted", "undecided"
SAID = {Verdict.PROVED: ALIKE, Verdict.REFUTED: PARTED, Verdict.UNDECIDED: OPEN}


def report(found: Sequence[Likeness], drafts: Sequence[Grouped]) -> InterfacesReport:
    """Return all comparisons and wordings, with the exit status."""
    rows = [_comparison(one, made) for one, made in zip(COMPARISONS, found, strict=True)]
    wordings = [_wording(one) for one in drafts]
    return {
        "comparisons": rows,
        "not_modelled": [
            {"whom": one.whom, "cites": one.cites.split(), "says": one.says} for one in NOT_MODELLED
        ],
        "wordings": wordings,
        "exit": status(rows, wordings),
    }


def status(rows: Sequence[ComparisonRow], wordings: Sequence[WordingRow]) -> int:
    """Return the exit status: what is not as expected comes before what is open."""
    verdicts = [(row["found"]["verdict"], row["expected"]) for row in rows]
    if any(found not in (wanted, OPEN) for found, wanted in verdicts):
        return SURPRISE
    every = [found for found, _ in verdicts]
    every += [pair["found"]["verdict"] for row in wordings for pair in row["pairs"]]
    return UNDECIDED if OPEN in every else AS_EXPECTED


def _comparison(one: AtInterface, found: Likeness) -> ComparisonRow:
    return {
        "id": one.asked.id,
        "says": one.asked.sentence,
        "cites": one.asked.cites.split(),
        "supposes": one.supposes,
        "seen": list(one.asked.visible),
        "expected": ALIKE if one.alike else PARTED,
        "found": _verdict(found),
    }


def _verdict(found: Likeness) -> LikenessRow:
    return {
        "verdict": SAID[found.verdict],
        "points": found.points,
        "machines": list(found.machines),
        "nodes": len(found.automaton) if found.automaton else None,
        "empty": found.empty,
        "differences": [_difference(one) for one in found.parted],
        "reason": found.reason,
        "seconds": round(found.seconds, 1),
    }


def _difference(one: Parted) -> DifferenceRow:
    return {
        "side": one.difference.side,
        "after": list(one.difference.word),
        "then": one.difference.label,
        "run": [str(move) for move in one.run.moves],
        "every_number": one.carries,
    }


def _wording(one: Grouped) -> WordingRow:
    return {
        "id": one.wording.id,
        "about": one.wording.about,
        "cites": one.wording.cites.split(),
        "seen": [str(event) for event in one.wording.seen],
        "groups": [_group(group) for group in one.groups],
        "pairs": [{"groups": [n, m], "found": _verdict(found)} for n, m, found in one.pairs],
        "unsaid": one.wording.unsaid,
    }


def _group(one: Group) -> GroupRow:
    drafts = one.drafts
    return {
        "drafts": [{"words": d.words, "reading": d.reading, "source": d.source} for d in drafts],
        "points": one.points,
    }
