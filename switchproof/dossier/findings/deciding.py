"""Every finding decided: that it shows, that its cures cure, what they cost, and which collide."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import combinations

from model.language.claims import Claim
from model.language.flow import Flow
from properties.analyses.cures import Footing, HeldOn, footings, lost
from properties.engine.packets.checked import Asked, take_or_settle
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.spread import cores
from switchproof.deciding.taking import taken_or_done
from switchproof.dossier.document import TODAY
from switchproof.dossier.findings.cured import CureTold
from switchproof.dossier.findings.kinds import Dismissed, Finding, Pair
from switchproof.dossier.findings.tasks import (
    BY_ID,
    At,
    CureTask,
    FindingTask,
    advised,
    all_cured,
    all_grounds,
    all_of_cures,
    changing,
    is_cured,
    kept_cure,
    kept_grounds,
    kept_verdict,
    with_cures,
)
from switchproof.dossier.findings.together import Together
from switchproof.dossier.findings.told import DismissedTold, FindingTold
from switchproof.terminal.progress import Progress


@dataclass
class Deciding:
    """Decides findings and cures; what a flow's claims rest on is found once for each flow."""

    seconds: float
    progress: Progress
    kept: Kept | None = None
    _standing: dict[str, tuple[Footing, ...]] = field(default_factory=dict)
    _costs: dict[Flow, tuple[Result, ...]] = field(default_factory=dict)
    _known: dict[CureTask, bool | None] = field(default_factory=dict)

    def finding(self, one: Finding) -> FindingTold:
        """Return a finding with its verdict, and each cure with what it costs."""
        self.progress.what = one.id
        shown = self._decide(one, one.shown_in, one.outcome)
        today = self._decide(one, TODAY, one.today) if one.today else None
        story = self._decide(one, one.shown_in, one.story) if one.story else None
        cures = tuple(self._cure(one, number) for number in range(len(one.cures)))
        return FindingTold(one, shown, cures, today, story)

    def _decide(self, one: Finding, flow: Flow, claim: Claim) -> Result:
        return take_or_settle(self.kept, Asked(flow, one.id, claim), self.seconds)

    def _cure(self, one: Finding, number: int) -> CureTold:
        self.progress.what = f"the cure of {one.id}"
        at, cure = (one.id, number), one.cures[number]
        cured = self._cured(one.base, at, (at,))
        costs = tuple(c for c in self._lost(one.base, (at,)) if c.claim.id != one.outcome.id)
        others = [] if cure.advised else [o for o in advised(one.base) if o[0] != one.id]
        return CureTold(cure, cured, costs, self._pairs(one.base, [(o, at) for o in others]))

    def _cured(self, base: str, at: At, cures: tuple[At, ...]) -> bool | None:
        """Tell whether with these cures one of them does what it is for; None if not known."""
        outcome = BY_ID[at[0]].outcome.id
        if not changing([at]) and outcome in self._names(base):
            cost = next((c for c in self._lost(base, cures) if c.claim.id == outcome), None)
            return cost is None or (None if cost.verdict is Verdict.UNDECIDED else False)
        asked = CureTask(base, at, changing(cures), self.seconds, self.kept)
        if asked not in self._known:
            self._known[asked] = is_cured(asked)
        return self._known[asked]

    def _pairs(self, base: str, pairs: Iterable[tuple[At, At]]) -> tuple[Pair, ...]:
        """Return of which pairs of cures one is not found to do what it is for, and which one."""
        both = [(pair, at) for pair in pairs for at in pair]
        asked = [CureTask(base, at, changing(pair), self.seconds, self.kept) for pair, at in both]
        new = dict.fromkeys(one for one in asked if one not in self._known)
        left = [one for one in new if changing([one.at])]
        rows = taken_or_done(self.kept, kept_cure, all_cured, left, cores())
        self._known.update((one, cured) for one, (cured,) in zip(left, rows, strict=True))
        found = (
            Pair(one[0], other[0], at[0], self._cured(base, at, (one, other)))
            for (one, other), at in both
        )
        return tuple(pair for pair in found if not pair.cured)

    def together(self, base: str) -> Together:
        """Return what is decided of all advised cures of a flow, made together, and of any two."""
        self.progress.what = f"the cures on {base} together"
        cures = advised(base)
        held = {BY_ID[at[0]]: self._cured(base, at, cures) for at in cures}
        alone = {cost.claim.id for at in cures for cost in self._lost(base, (at,))}
        alone |= {finding.outcome.id for finding in held}
        further = (cost for cost in self._lost(base, cures) if cost.claim.id not in alone)
        return Together(base, held, tuple(further), self._pairs(base, combinations(cures, 2)))

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
        limits = self.seconds, self.kept, cures
        asked = [FindingTask(base, s.claim.id, *limits, s.grounds) for s in standing]
        rows = taken_or_done(self.kept, kept_verdict, all_of_cures, asked, cores())
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
                asked = [FindingTask(name, claim.id, self.seconds, self.kept) for claim in claims]
                rows = taken_or_done(self.kept, kept_grounds, all_grounds, asked, cores())
                return (found for (found,) in rows)

            self._standing[name] = tuple(footings(loaded(name).all_claims, found))
        return self._standing[name]
