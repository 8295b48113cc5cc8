"""Weigh the readings of a doubt: the verdict on every claim under each, and those that part.

Each claim of the flow is decided once as the flow stands; under a reading its verdict is carried
over where what it rests on is shown to say the same there, and decided anew where not.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

from model.language.claims import Claim
from model.language.doubts import Doubt, Reading
from model.language.flow import Flow
from properties.analyses.reuse import Evidence, carries, evidence
from properties.engine.budget import Budget
from properties.engine.packets.checked import Asked, settle_and_keep, take
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Verdict
from switchproof.deciding.decide import loaded
from switchproof.deciding.spread import spread
from switchproof.deciding.taking import taken_or_done
from switchproof.dossier.document import DOUBTS


@dataclass(frozen=True)
class UnderReading:
    """A claim, by names: as the flow stands where there is no reading; `doubt` if it is its own."""

    source: str
    claim: str
    doubt: str = ""
    reading: str = ""

    @property
    def as_it_stands(self) -> "UnderReading":
        """Return the same claim of the flow as it stands."""
        return UnderReading(self.source, self.claim, self.doubt)


@dataclass(frozen=True)
class Parting:
    """A claim whose verdict a reading changes; `steps` is the run that refutes or shows it."""

    claim: Claim
    holds: bool
    steps: int | None


@dataclass(frozen=True)
class Weighed:
    """A reading weighed: how many claims, how many of them carried over, and those that part."""

    doubt: Doubt
    reading: Reading
    claims: int
    carried: int
    parting: tuple[Parting, ...]
    surprises: tuple[str, ...]
    undecided: tuple[str, ...]


def weigh(
    doubts: Sequence[Doubt], seconds: float, jobs: int, kept: Kept | None = None
) -> list[Weighed]:
    """Return the readings that change a flow, each weighed."""
    pairs = [(d, r) for d in doubts for r in d.others if r.flow is not None]
    every = [at for doubt, reading in pairs for at in _asked(doubt, reading)]
    once = list(dict.fromkeys(at.as_it_stands for at in every if not _is_own(at)))
    found = _decide(once, seconds, jobs, kept)
    carried = {at: found[at.as_it_stands] for at in every if _carried(at, found)}
    left = [at for at in every if at not in carried]
    found |= carried | _decide(left, seconds, jobs, kept)
    return [_weighed(doubt, reading, found, set(carried)) for doubt, reading in pairs]


def _decide(
    asked: list[UnderReading], seconds: float, jobs: int, kept: Kept | None
) -> dict[UnderReading, Evidence]:
    work = partial(decide_asked, seconds=seconds, kept=kept)

    def take_evidence(at: UnderReading) -> Evidence | None:
        found = take(kept, _named(at), Budget(seconds=seconds))
        return evidence(found.result) if found else None

    def done(left: list[UnderReading]) -> Generator[Evidence, None, None]:
        return spread(work, left, jobs, _lost)

    return dict(zip(asked, taken_or_done(kept, take_evidence, done, asked, jobs=1), strict=True))


def decide_asked(at: UnderReading, seconds: float, kept: Kept | None = None) -> Evidence:
    """Return what the verdict on a claim rests on, found now."""
    return evidence(settle_and_keep(kept, _named(at), Budget(seconds=seconds)))


def _named(at: UnderReading) -> Asked:
    claim, every = _claim_of(at), loaded(at.source).all_claims
    return Asked(_flow_of(at), at.reading or None, claim, every if claim in every else (claim,))


def _lost(at: UnderReading) -> Evidence:
    del at
    return Evidence(Verdict.UNDECIDED, None)


def _asked(doubt: Doubt, reading: Reading) -> Iterator[UnderReading]:
    assert reading.flow is not None
    source = reading.flow.name
    claims = (claim for claim in loaded(source).all_claims if not claim.pending)
    yield from (
        UnderReading(source, claim.id, "", f"{doubt.id}/{reading.name}") for claim in claims
    )
    own = (*doubt.claims, *reading.own)
    yield from (UnderReading(source, c.id, doubt.id, f"{doubt.id}/{reading.name}") for c in own)


def _carried(at: UnderReading, found: dict[UnderReading, Evidence]) -> bool:
    if _is_own(at):
        return False
    return carries(loaded(at.source).flow, _claim_of(at), found[at.as_it_stands], _flow_of(at))


@cache
def _reading(path: str) -> Reading:
    return {f"{d.id}/{r.name}": r for d in DOUBTS for r in d.readings}[path]


def _is_own(at: UnderReading) -> bool:
    return bool(at.reading) and at.claim in {claim.id for claim in _reading(at.reading).own}


def _flow_of(at: UnderReading) -> Flow:
    flow = _reading(at.reading).flow if at.reading else loaded(at.source).flow
    assert flow is not None
    return flow


def _claim_of(at: UnderReading) -> Claim:
    if not at.doubt:
        return loaded(at.source).claim(at.claim)
    doubt = {doubt.id: doubt for doubt in DOUBTS}[at.doubt]
    claims = (*doubt.claims, *(claim for reading in doubt.readings for claim in reading.own))
    return {claim.id: claim for claim in claims}[at.claim]


def _weighed(
    doubt: Doubt, reading: Reading, found: dict[UnderReading, Evidence], carried: set[UnderReading]
) -> Weighed:
    asked = list(_asked(doubt, reading))
    parting, surprises, undecided = [], [], []
    for at in asked:
        here, claim = found[at], _claim_of(at)
        before = Verdict.PROVED if _is_own(at) else found[at.as_it_stands].verdict
        if Verdict.UNDECIDED in (here.verdict, before):
            undecided.append(claim.id)
        elif here.verdict is not before:
            parting.append(Parting(claim, here.verdict is Verdict.PROVED, here.steps))
            if at in carried or _is_own(at):
                surprises.append(f"{claim.id} should hold under '{reading.name}', and fails")
    surprises += unlike_the_pinned(reading, parting)
    mine = len([at for at in asked if at in carried])
    return Weighed(
        doubt, reading, len(asked), mine, tuple(parting), tuple(surprises), tuple(undecided)
    )


def unlike_the_pinned(reading: Reading, parting: list[Parting]) -> Iterator[str]:
    """Yield how what was found differs from what the reading says that it costs."""
    own = {claim.id for claim in reading.own}
    costs = {p.claim.id: p.steps or 0 for p in parting if not p.holds and p.claim.id not in own}
    gains = {p.claim.id for p in parting if p.holds}
    for claim in {**reading.costs, **costs}:
        pinned, steps = reading.costs.get(claim), costs.get(claim)
        if pinned is None:
            yield f"'{reading.name}' costs {claim} as well, in {steps} steps"
        elif steps is None:
            yield f"'{reading.name}' should cost {claim}, and does not"
        elif pinned != steps:
            yield f"'{reading.name}' should cost {claim} in {pinned} steps, and does in {steps}"
    for claim in sorted(gains ^ set(reading.gains)):
        yield f"'{reading.name}' should {'' if claim in reading.gains else 'not '}gain {claim}"
