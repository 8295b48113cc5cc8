"""`switchproof findings`: what the document gets wrong, written anew from the verdicts."""

from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

from model.current.flow import FLOW as TODAY
from model.language.claims import Claim
from model.language.flow import Flow
from properties.budget import Budget
from properties.curing import Footing, footings, lost
from properties.findings import DISMISSED, FINDINGS, ON_TEXT, Cure, Dismissed, Finding
from properties.prove import decide
from properties.verdict import Result, Verdict
from switchproof.bad_input import BadInput
from switchproof.findings_text import document
from switchproof.findings_told import CureTold, DismissedTold, FindingTold
from switchproof.loading import Loaded, load
from switchproof.progress import Progress
from switchproof.verify import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.writing import write_whole


def run(asked: Namespace) -> int:
    """Decide every finding and every cure, and print or write the whole."""
    if asked.write and not Path(asked.write).parent.is_dir():
        raise BadInput(f"{asked.write}: its folder is not there; make it, or name another file")
    with Progress("deciding the findings") as progress:
        deciding = Deciding(asked.timeout, progress)
        told = [deciding.finding(one) for one in FINDINGS]
        dismissed = [deciding.dismissed(one) for one in DISMISSED]
    text = document(told, [one for one in ON_TEXT if one.shows()], dismissed)
    if asked.write:
        _write(Path(asked.write), text)
    else:
        print(text, end="")
    if any(one.undecided for one in told):
        return UNDECIDED
    as_meant = [one.stands for one in told] + [one.holds for one in dismissed]
    as_meant += [bool(one.shows()) for one in ON_TEXT]
    return AS_EXPECTED if all(as_meant) else SURPRISE


def _write(path: Path, text: str) -> None:
    try:
        write_whole(path, text)
    except BadInput:
        print(text, end="")  # what took minutes to find is not lost
        raise


@dataclass
class Deciding:
    """Decides findings and cures; what a flow's claims rest on is found once for each flow."""

    seconds: float
    progress: Progress
    _standing: dict[str, tuple[Footing, ...]] = field(default_factory=dict)
    _loaded: dict[str, Loaded] = field(default_factory=dict)
    _costs: dict[Flow, tuple[Result, ...]] = field(default_factory=dict)

    def finding(self, one: Finding) -> FindingTold:
        """Return a finding with its verdict, and each cure with what it costs."""
        self.progress.what = one.id
        shown = self._decide(one.shown_in, one.outcome)
        today = self._decide(TODAY, one.today) if one.today else None
        story = self._decide(one.shown_in, one.story) if one.story else None
        cures = tuple(self._cure(one, cure) for cure in one.cures)
        return FindingTold(one, shown, cures, today, story)

    def _decide(self, flow: Flow, claim: Claim) -> Result:
        return decide(flow, claim, Budget(self.seconds))

    def _cure(self, one: Finding, cure: Cure) -> CureTold:
        self.progress.what = f"the cure of {one.id}"
        base, standing = self._base(one.base), self._of(one.base)
        if cure.flow is base.flow and one.outcome.id in {s.claim.id for s in standing}:
            return CureTold(cure, cures=True, costs=())
        if cure.flow not in self._costs:
            self._costs[cure.flow] = lost(base.flow, cure.flow, standing, self.seconds)
        costs = tuple(c for c in self._costs[cure.flow] if c.claim.id != one.outcome.id)
        result = self._decide(cure.flow, cure.opens or one.outcome)
        wanted = Verdict.PROVED if cure.opens else Verdict.REFUTED
        return CureTold(cure, cures=result.verdict is wanted, costs=costs)

    def dismissed(self, one: Dismissed) -> DismissedTold:
        """Return a candidate that was dismissed, and whether the claims behind that hold."""
        if not one.base:
            return DismissedTold(one, holds=True)
        standing = {s.claim.id for s in self._of(one.base)}
        return DismissedTold(one, holds=standing >= set(one.claims))

    def _base(self, name: str) -> Loaded:
        if name not in self._loaded:
            self._loaded[name] = load(name)
        return self._loaded[name]

    def _of(self, name: str) -> tuple[Footing, ...]:
        if name not in self._standing:
            self.progress.what = f"what the claims on {name} rest on"
            base = self._base(name)
            self._standing[name] = tuple(footings(base.flow, base.all_claims, self.seconds))
        return self._standing[name]
