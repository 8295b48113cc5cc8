"""What is decided of a flow, or of what cures make of it, in whichever process."""

from collections.abc import Generator, Iterable
from dataclasses import dataclass, field
from functools import cache

from model.language.claims import Claim
from model.language.flow import Flow
from properties.analyses.cures import HeldOn, decided_anew, grounds_in, grounds_of
from properties.engine.budget import Budget
from properties.engine.packets.checked import Asked, settle_and_keep, take_or_settle, take_verdict
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.dossier.document import FINDINGS
from switchproof.dossier.findings.changes import as_it_stands
from switchproof.dossier.findings.kinds import Cure
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
    kept: Kept | None = None
    cures: tuple[At, ...] = ()
    grounds: HeldOn | None = None

    def named(self) -> Asked:
        """Return what is asked, by the name under which its verdict is kept."""
        return _named(self.base, self.cures, loaded(self.base).claim(self.claim))


@dataclass(frozen=True)
class CureTask:
    """Whether one of some cures does what it is for, when all of them are made."""

    base: str
    at: At
    cures: tuple[At, ...]
    seconds: float
    kept: Kept | None = field(default=None, compare=False)

    def named(self) -> Asked:
        """Return what is asked, by the name under which its verdict is kept."""
        finding, opens = BY_ID[self.at[0]], cure_at(self.at).opens
        return _named(self.base, self.cures, opens or finding.outcome)


def _named(base: str, cures: Iterable[At], claim: Claim) -> Asked:
    made = ", ".join(f"{name} {number + 1}" for name, number in changing(cures))
    told = (*loaded(base).all_claims, *({claim} - {*loaded(base).all_claims}))
    return Asked(with_cures(base, cures), f"cured by {made}" if made else None, claim, told)


def kept_grounds(asked: FindingTask) -> tuple[HeldOn | None] | None:
    """Return what a claim of the flow rests on, in a tuple; None where no verdict on it is kept."""
    result = _taken(asked)
    return (grounds_in(result),) if result else None


def all_grounds(asked: list[FindingTask]) -> Generator[tuple[HeldOn | None], None, None]:
    """Yield what claims of a flow rest on, found now in several processes."""
    return ((one,) for one in spread(_grounds, asked, cores(), _without_grounds))


def _grounds(asked: FindingTask) -> HeldOn | None:
    mine = loaded(asked.base)
    return grounds_of(mine.flow, mine.claim(asked.claim), asked.seconds)


def _without_grounds(asked: FindingTask) -> HeldOn | None:
    """Give up: without what a claim rests on nothing can be said of a cure."""
    raise BadInput(f"{asked.base}, {asked.claim}: {LOST}; make room, and run it again")


def kept_verdict(asked: FindingTask) -> tuple[Verdict | None, tuple[str, ...]] | None:
    """Return the verdict on a claim with the cures, and its marks; None where none is kept."""
    result = _taken(asked)
    return (result.verdict, result.marks) if result else None


def all_of_cures(
    asked: list[FindingTask],
) -> Generator[tuple[Verdict | None, tuple[str, ...]], None, None]:
    """Yield the same, found now in several processes."""
    return spread(_of_cures, asked, cores(), lambda _: (Verdict.UNDECIDED, ()))


def _of_cures(asked: FindingTask) -> tuple[Verdict | None, tuple[str, ...]]:
    assert asked.grounds is not None
    result = decided_anew(asked.kept, asked.named(), asked.grounds, Budget(asked.seconds))
    return result.verdict, result.marks


def _taken(asked: FindingTask) -> Result | None:
    return take_verdict(asked.kept, asked.named(), Budget(asked.seconds))


def is_cured(asked: CureTask) -> bool | None:
    """Tell whether the cure does what it is for; None where that is not known."""
    return _cured_by(asked, take_or_settle(asked.kept, asked.named(), asked.seconds))


def kept_cure(asked: CureTask) -> tuple[bool | None] | None:
    """Tell the same, in a tuple; None where no verdict on it is kept."""
    found = take_verdict(asked.kept, asked.named(), Budget(asked.seconds))
    return (_cured_by(asked, found),) if found else None


def all_cured(asked: list[CureTask]) -> Generator[tuple[bool | None], None, None]:
    """Yield the same, found now in several processes."""
    return spread(_is_cured_now, asked, cores(), lambda _: (None,))


def _is_cured_now(asked: CureTask) -> tuple[bool | None]:
    return (_cured_by(asked, settle_and_keep(asked.kept, asked.named(), Budget(asked.seconds))),)


def _cured_by(asked: CureTask, result: Result) -> bool | None:
    if result.verdict not in (Verdict.PROVED, Verdict.REFUTED):
        return None
    return result.verdict is (Verdict.PROVED if cure_at(asked.at).opens else Verdict.REFUTED)
