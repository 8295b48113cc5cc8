"""What is decided of a flow, or of what cures make of it, in whichever process."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from model.language.flow import Flow
from properties.analyses.cures import HeldOn, decided_anew, grounds_of
from properties.engine.budget import Budget
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.spread import LOST
from switchproof.dossier.findings.changes import as_it_stands
from switchproof.dossier.findings.every import FINDINGS, Cure
from switchproof.terminal.errors import BadInput

At = tuple[str, int]  # a finding, and which of its cures
BY_ID = {finding.id: finding for finding in FINDINGS}


def cure_at(at: At) -> Cure:
    """Return the cure."""
    name, number = at
    return BY_ID[name].cures[number]


def advised(base: str) -> tuple[At, ...]:
    """Return the cures of a flow that are recommended, which are to be taken together."""
    mine = (one for one in FINDINGS if one.base == base)
    return tuple((f.id, n) for f in mine for n, cure in enumerate(f.cures) if cure.advised)


def changing(cures: Iterable[At]) -> tuple[At, ...]:
    """Return those of some cures that change a flow."""
    return tuple(at for at in cures if cure_at(at).change is not as_it_stands)


def with_cures(base: str, cures: Iterable[At]) -> Flow:
    """Return the flow of that name with these cures, made one after the other."""
    return _changed(base, changing(cures))


@cache
def _changed(base: str, cures: tuple[At, ...]) -> Flow:
    flow = loaded(base).flow
    for at in cures:
        flow = cure_at(at).change(flow)
    return flow


@dataclass(frozen=True)
class FindingTask:
    """A claim to decide of a flow, or of what cures make of it.

    Of cures it is told on what grounds the claim held before.
    """

    base: str
    claim: str
    seconds: float
    cures: tuple[At, ...] = ()
    grounds: HeldOn | None = None


@dataclass(frozen=True)
class CureTask:
    """Whether one of some cures does what it is for, when all of them are made."""

    base: str
    at: At
    cures: tuple[At, ...]
    seconds: float


def grounds_found(asked: FindingTask) -> HeldOn | None:
    """Return what a claim of the flow rests on."""
    mine = loaded(asked.base)
    return grounds_of(mine.flow, mine.claim(asked.claim), asked.seconds)


def without_grounds(asked: FindingTask) -> HeldOn | None:
    """Give up: without what a claim rests on nothing can be said of a cure."""
    raise BadInput(f"{asked.base}, {asked.claim}: {LOST}; make room, and run it again")


def of_cures(asked: FindingTask) -> tuple[Verdict | None, tuple[str, ...]]:
    """Return the verdict on a claim with the cures, and its marks."""
    assert asked.grounds
    flow, claim = with_cures(asked.base, asked.cures), loaded(asked.base).claim(asked.claim)
    result = decided_anew(flow, claim, asked.grounds, Budget(asked.seconds))
    return result.verdict, result.marks


def is_cured(asked: CureTask) -> bool | None:
    """Tell whether the cure does what it is for; None where that is not known."""
    finding, opens = BY_ID[asked.at[0]], cure_at(asked.at).opens
    flow = with_cures(asked.base, asked.cures)
    verdict = decide(flow, opens or finding.outcome, Budget(asked.seconds)).verdict
    if verdict not in (Verdict.PROVED, Verdict.REFUTED):
        return None
    return verdict is (Verdict.PROVED if opens else Verdict.REFUTED)
