"""`dossier findings`: what the document gets wrong, written anew from the verdicts."""

from argparse import Namespace
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from model.current.flow import FLOW as TODAY
from model.language.claims import Claim
from model.language.flow import Flow
from properties.analyses.cures import (
    Footing,
    HeldOn,
    decided_anew,
    footings,
    grounds_in,
    grounds_of,
    lost,
)
from properties.engine.budget import Budget
from properties.engine.packets.checked import Asked, take, take_or_settle
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.keeping import keeping
from switchproof.deciding.spread import LOST, cores, spread, taken_or_done
from switchproof.dossier.findings.cured import CureTold
from switchproof.dossier.findings.every import DISMISSED, FINDINGS, ON_TEXT, Dismissed, Finding
from switchproof.dossier.findings.text import document
from switchproof.dossier.findings.told import DismissedTold, FindingTold
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.terminal.writing import write_whole


def run(asked: Namespace) -> int:
    """Decide every finding and every cure, and print or write the whole."""
    if asked.write and not Path(asked.write).parent.is_dir():
        raise BadInput(f"{asked.write}: its folder is not there; make it, or name another file")
    with Progress("deciding the findings") as progress, keeping(asked) as kept:
        deciding = Deciding(asked.timeout, progress, kept)
        told = [deciding.finding(one) for one in FINDINGS]
        dismissed = [deciding.dismissed(one) for one in DISMISSED]
    text = document(told, [one for one in ON_TEXT if one.stands], dismissed)
    if asked.write:
        _write(Path(asked.write), text)
    else:
        print(text, end="")
    if any(one.undecided for one in told):
        return UNDECIDED
    as_meant = [one.stands for one in told] + [one.holds for one in dismissed]
    as_meant += [one.stands for one in ON_TEXT]
    return AS_EXPECTED if all(as_meant) else SURPRISE


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except BadInput:
        print(text, end="")  # what took minutes to find is not lost
        raise


@dataclass(frozen=True)
class FindingTask:
    """A claim to decide in any process: of a flow, or of what a cure of a finding makes of it.

    Of a cure it is told on what grounds the claim held before.
    """

    base: str
    claim: str
    seconds: float
    cure: tuple[int, int] | None = None
    grounds: HeldOn | None = None
    kept: Kept | None = None

    def named(self) -> Asked:
        """Return what is asked, by the name under which its verdict is kept."""
        mine = loaded(self.base)
        claim = mine.claim(self.claim)
        if self.cure is None:
            return Asked(mine.flow, None, claim, mine.all_claims)
        finding, cure = self.cure
        name = f"cure {cure + 1} of {FINDINGS[finding].id}"
        return Asked(FINDINGS[finding].cures[cure].flow, name, claim, mine.all_claims)


def _grounds(asked: FindingTask) -> HeldOn | None:
    mine = loaded(asked.base)
    return grounds_of(mine.flow, mine.claim(asked.claim), asked.seconds)


def _of_a_cure(asked: FindingTask) -> tuple[Verdict | None, tuple[str, ...]]:
    assert asked.grounds
    result = decided_anew(asked.kept, asked.named(), asked.grounds, Budget(asked.seconds))
    return result.verdict, result.marks


def _taken(asked: FindingTask) -> Result | None:
    found = take(asked.kept, asked.named(), Budget(asked.seconds))
    return found.result if found else None


def _kept_verdict(asked: FindingTask) -> tuple[Verdict | None, tuple[str, ...]] | None:
    result = _taken(asked)
    return (result.verdict, result.marks) if result else None


def _of_cures(
    asked: list[FindingTask],
) -> Generator[tuple[Verdict | None, tuple[str, ...]], None, None]:
    return spread(_of_a_cure, asked, cores(), lambda _: (Verdict.UNDECIDED, ()))


def _kept_grounds(asked: FindingTask) -> tuple[HeldOn | None] | None:
    result = _taken(asked)
    return (grounds_in(result),) if result else None


def _all_grounds(asked: list[FindingTask]) -> Generator[tuple[HeldOn | None], None, None]:
    return ((one,) for one in spread(_grounds, asked, cores(), _without_grounds))


def _without_grounds(asked: FindingTask) -> HeldOn | None:
    raise BadInput(f"{asked.base}, {asked.claim}: {LOST}; make room, and run it again")


@dataclass
class Deciding:
    """Decides findings and cures; what a flow's claims rest on is found once for each flow."""

    seconds: float
    progress: Progress
    kept: Kept | None = None
    _standing: dict[str, tuple[Footing, ...]] = field(default_factory=dict)
    _costs: dict[Flow, tuple[Result, ...]] = field(default_factory=dict)

    def finding(self, one: Finding) -> FindingTold:
        """Return a finding with its verdict, and each cure with what it costs."""
        self.progress.what = one.id
        shown = self._decide(one, one.shown_in, one.outcome)
        today = self._decide(one, TODAY, one.today) if one.today else None
        story = self._decide(one, one.shown_in, one.story) if one.story else None
        cures = tuple(self._cure(one, number) for number in range(len(one.cures)))
        return FindingTold(one, shown, cures, today, story)

    def _decide(self, one: Finding, flow: Flow, claim: Claim, part: str = "") -> Result:
        return take_or_settle(self.kept, Asked(flow, f"{part}{one.id}", claim), self.seconds)

    def _cure(self, one: Finding, number: int) -> CureTold:
        self.progress.what = f"the cure of {one.id}"
        cure, flow, standing = one.cures[number], loaded(one.base).flow, self._of(one.base)
        if cure.flow is flow and one.outcome.id in {s.claim.id for s in standing}:
            return CureTold(cure, cures=True, costs=())
        if cure.flow not in self._costs:
            decided = partial(self._decided, one, number)
            self._costs[cure.flow] = lost(flow, cure.flow, standing, decided)
        costs = tuple(c for c in self._costs[cure.flow] if c.claim.id != one.outcome.id)
        name = f"cure {number + 1} of "
        result = self._decide(one, cure.flow, cure.opens or one.outcome, name)
        wanted = Verdict.PROVED if cure.opens else Verdict.REFUTED
        return CureTold(cure, cures=result.verdict is wanted, costs=costs)

    def _decided(self, one: Finding, number: int, standing: list[Footing]) -> Iterator[Result]:
        """Yield the verdicts on some claims of a cured flow, as all processes find them."""
        at = FINDINGS.index(one), number
        limits = self.seconds, at
        asked = [FindingTask(one.base, s.claim.id, *limits, s.grounds, self.kept) for s in standing]
        rows = taken_or_done(_kept_verdict, _of_cures, asked)
        for each, (verdict, marks) in zip(standing, rows, strict=True):
            yield Result(one.cures[number].flow, each.claim, verdict, marks=marks)

    def dismissed(self, one: Dismissed) -> DismissedTold:
        """Return a candidate that was dismissed, and whether the claims behind that hold."""
        if not one.base:
            return DismissedTold(one, holds=True)
        standing = {s.claim.id for s in self._of(one.base)}
        return DismissedTold(one, holds=standing >= set(one.claims))

    def _of(self, name: str) -> tuple[Footing, ...]:
        if name not in self._standing:
            self.progress.what = f"what the claims on {name} rest on"

            def found(claims: list[Claim]) -> Iterator[HeldOn | None]:
                asked = [
                    FindingTask(name, claim.id, self.seconds, kept=self.kept) for claim in claims
                ]
                answers = taken_or_done(_kept_grounds, _all_grounds, asked)
                return (grounds for (grounds,) in answers)

            self._standing[name] = tuple(footings(loaded(name).all_claims, found))
        return self._standing[name]
