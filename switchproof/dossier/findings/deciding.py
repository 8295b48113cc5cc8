"""Every finding decided: that it shows, that its cures cure, what they cost, and which collide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, partial

from model.current.flow import FLOW as TODAY
from model.language.claims import Claim
from model.language.flow import Flow
from properties.analyses.cures import Footing, HeldOn, decided_anew, footings, grounds_of, lost
from properties.engine.budget import Budget
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.dossier.findings.cured import CureTold
from switchproof.dossier.findings.every import FINDINGS, Dismissed, Finding
from switchproof.dossier.findings.together import Together
from switchproof.dossier.findings.told import DismissedTold, FindingTold
from switchproof.terminal.errors import BadInput
from switchproof.terminal.progress import Progress

At = tuple[str, int]  # a finding, and which of its cures
BY_ID = {finding.id: finding for finding in FINDINGS}


@cache
def with_cures(base: str, cures: tuple[At, ...]) -> Flow:
    """Return the flow of that name with these cures, made one after the other."""
    flow = loaded(base).flow
    for finding, number in cures:
        flow = BY_ID[finding].cures[number].change(flow)
    return flow


def advised(base: str) -> tuple[At, ...]:
    """Return the cures of a flow that are recommended, which are to be taken together."""
    mine = (one for one in FINDINGS if one.base == base)
    return tuple((f.id, n) for f in mine for n, cure in enumerate(f.cures) if cure.advised)


@dataclass(frozen=True)
class FindingTask:
    """A claim to decide in any process: of a flow, or of what cures make of it.

    Of cures it is told on what grounds the claim held before.
    """

    base: str
    claim: str
    seconds: float
    cures: tuple[At, ...] = ()
    grounds: HeldOn | None = None


def _grounds(asked: FindingTask) -> HeldOn | None:
    mine = loaded(asked.base)
    return grounds_of(mine.flow, mine.claim(asked.claim), asked.seconds)


def _of_cures(asked: FindingTask) -> tuple[Verdict | None, tuple[str, ...]]:
    assert asked.grounds
    flow, claim = with_cures(asked.base, asked.cures), loaded(asked.base).claim(asked.claim)
    result = decided_anew(flow, claim, asked.grounds, Budget(asked.seconds))
    return result.verdict, result.marks


def _without_grounds(asked: FindingTask) -> HeldOn | None:
    raise BadInput(f"{asked.base}, {asked.claim}: {LOST}; make room, and run it again")


@dataclass
class Deciding:
    """Decides findings and cures; what a flow's claims rest on is found once for each flow."""

    seconds: float
    progress: Progress
    _standing: dict[str, tuple[Footing, ...]] = field(default_factory=dict)
    _costs: dict[Flow, tuple[Result, ...]] = field(default_factory=dict)

    def finding(self, one: Finding) -> FindingTold:
        """Return a finding with its verdict, and each cure with what it costs."""
        self.progress.what = one.id
        shown = self._decide(one.shown_in, one.outcome)
        today = self._decide(TODAY, one.today) if one.today else None
        story = self._decide(one.shown_in, one.story) if one.story else None
        cures = tuple(self._cure(one, number) for number in range(len(one.cures)))
        return FindingTold(one, shown, cures, today, story)

    def _decide(self, flow: Flow, claim: Claim) -> Result:
        return decide(flow, claim, Budget(self.seconds))

    def _cure(self, one: Finding, number: int) -> CureTold:
        self.progress.what = f"the cure of {one.id}"
        at, cure = (one.id, number), one.cures[number]
        cured = self._cured(one.base, at, (at,))
        costs = tuple(c for c in self._lost(one.base, (at,)) if c.claim.id != one.outcome.id)
        beside = () if cure.advised else tuple(self._beside_each(one.base, at))
        colliding = tuple((other, mine) for other, mine, cures in beside if cures is False)
        unknown = tuple(other for other, _, cures in beside if cures is None)
        return CureTold(cure, cured, costs, colliding, unknown)

    def _cured(self, base: str, at: At, cures: tuple[At, ...]) -> bool | None:
        """Tell whether with these cures one of them does what it is for; None if not known."""
        name, number = at
        finding, opens = BY_ID[name], BY_ID[name].cures[number].opens
        flow = with_cures(base, cures)
        if flow is loaded(base).flow and finding.outcome.id in self._names(base):
            return True
        verdict = self._decide(flow, opens or finding.outcome).verdict
        if verdict not in (Verdict.PROVED, Verdict.REFUTED):
            return None
        return verdict is (Verdict.PROVED if opens else Verdict.REFUTED)

    def _beside_each(self, base: str, at: At) -> Iterator[tuple[str, str, bool | None]]:
        """Yield, beside each advised cure of others, whether that one and this one still cure."""
        for other in advised(base):
            if other[0] != at[0]:
                for each in (other, at):
                    yield other[0], each[0], self._cured(base, each, (other, at))

    def together(self, base: str) -> Together:
        """Return what is decided of all advised cures of a flow, made together."""
        self.progress.what = f"the cures on {base} together"
        cures = advised(base)
        held = {BY_ID[at[0]]: self._cured(base, at, cures) for at in cures}
        alone = {cost.claim.id for at in cures for cost in self._lost(base, (at,))}
        alone |= {finding.outcome.id for finding in held}
        further = (cost for cost in self._lost(base, cures) if cost.claim.id not in alone)
        return Together(base, held, tuple(further))

    def _lost(self, base: str, cures: tuple[At, ...]) -> tuple[Result, ...]:
        """Return the verdicts on what held of a flow, and is not found to hold with these cures."""
        flow, cured = loaded(base).flow, with_cures(base, cures)
        if cured is flow:
            return ()
        if cured not in self._costs:
            decided = partial(self._decided, base, cures)
            self._costs[cured] = lost(flow, cured, self._of(base), decided)
        return self._costs[cured]

    def _decided(
        self, base: str, cures: tuple[At, ...], standing: Sequence[Footing]
    ) -> Iterator[Result]:
        """Yield the verdicts on some claims of a cured flow, as all processes find them."""
        asked = [FindingTask(base, s.claim.id, self.seconds, cures, s.grounds) for s in standing]
        rows = spread(_of_cures, asked, cores(), lambda _: (Verdict.UNDECIDED, ()))
        for each, (verdict, marks) in zip(standing, rows, strict=True):
            yield Result(with_cures(base, cures), each.claim, verdict, marks=marks)

    def dismissed(self, one: Dismissed) -> DismissedTold:
        """Return a candidate that was dismissed, and whether the claims behind that hold."""
        return DismissedTold(one, not one.base or self._names(one.base) >= set(one.claims))

    def _names(self, base: str) -> set[str]:
        return {one.claim.id for one in self._of(base)}

    def _of(self, name: str) -> tuple[Footing, ...]:
        if name not in self._standing:
            self.progress.what = f"what the claims on {name} rest on"

            def found(claims: list[Claim]) -> Iterator[HeldOn | None]:
                asked = [FindingTask(name, claim.id, self.seconds) for claim in claims]
                return spread(_grounds, asked, cores(), _without_grounds)

            self._standing[name] = tuple(footings(loaded(name).all_claims, found))
        return self._standing[name]
