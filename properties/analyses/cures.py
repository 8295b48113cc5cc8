"""Whether a change to a flow cures what it is for, and what else it costs.

A cure is one where the outcome can no longer come about, for any number of metering points, and
all claims that held of the flow still hold. Most need no new proof: what they rest on is carried
over (`reuse.py`), with the runs in which their situations arise. All others are decided anew,
and so is what a claim says as a function of the flow where it says something else there; a
situation that still arises in the run that is known is not sought again.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.language.claims import Ahead, Claim, Compared, Sometimes, situations
from model.language.conditions import all_of
from model.language.expressions import Expression
from model.language.flow import Flow
from properties.analyses.reuse import RunByNames, by_names, run_there, same_steps, same_words
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.free import Free
from properties.engine.packets.checked import Asked, settle_and_keep
from properties.engine.packets.kept import Kept
from properties.engine.prove import decide
from properties.engine.settle import settle
from properties.engine.slices.seen import of_situation, outlook_of, parts_of, watched_by
from properties.engine.verdict import Result, Verdict


@dataclass(frozen=True)
class HeldOn:
    """What a claim that holds rests on, by names: what its proof keeps, and runs that show it.

    Each run has the number of what it shows, among what the claim supposes. Nothing is kept
    where nothing of it can be carried over.
    """

    kept: tuple[str, ...] | None
    shown: tuple[tuple[int, RunByNames], ...] = ()


@dataclass(frozen=True, eq=False)
class Footing:
    """A claim that holds, and on what grounds."""

    claim: Claim
    grounds: HeldOn


def footings(
    claims: Sequence[Claim], found: Callable[[list[Claim]], Iterable[HeldOn | None]]
) -> Iterator[Footing]:
    """Yield the claims that hold on the grounds that are found; pending ones are left out."""
    asked = [claim for claim in claims if not claim.pending]
    for claim, grounds in zip(asked, found(asked), strict=True):
        if grounds:
            yield Footing(claim, grounds)


def grounds_of(flow: Flow, claim: Claim, seconds: float) -> HeldOn | None:
    """Return what a claim rests on; None where it does not hold."""
    if isinstance(claim, Compared | Free):
        return HeldOn(None) if is_good(decide(flow, claim, Budget(seconds))) else None
    if isinstance(claim, Ahead):
        return _grounds_of_ranks(decide(flow, claim, Budget(seconds)))
    if isinstance(claim, Sometimes):
        run = settle(parts_of(flow, ~claim.of(flow)), Budget(seconds))
        return HeldOn((), ((0, by_names(flow, run)),)) if isinstance(run, Run) else None
    whole = outlook_of(flow, claim)
    found = settle(parts_of(flow, claim.of(flow), whole), Budget(seconds))
    if isinstance(found, Run):
        return None
    supposed = _supposed(flow, claim)
    seen = [parts_of(flow, ~s, of_situation(whole, s)) for s in supposed]
    arising = [settle(parts, Budget(seconds)) for parts in seen]
    shown = ((n, by_names(flow, run)) for n, run in enumerate(arising) if isinstance(run, Run))
    each = any(proof.each for proof in found.proofs)
    return HeldOn(None if each else tuple(field.name for field in found.kept), tuple(shown))


def grounds_in(result: Result) -> HeldOn | None:
    """Return what a verdict that is at hand rests on; None where the claim does not hold."""
    claim, proof = result.claim, result.invariant
    if not is_good(result):
        return None
    if isinstance(claim, Compared | Free):
        return HeldOn(None)
    if isinstance(claim, Ahead):
        return _grounds_of_ranks(result)
    found = (result.run,) if isinstance(claim, Sometimes) else result.arising
    runs = ((n, run) for n, run in enumerate(found) if isinstance(run, Run))
    shown = tuple((n, by_names(result.flow, run)) for n, run in runs)
    if proof is None:
        return HeldOn((), shown)
    each = any(one.each for one in proof.proofs)
    return HeldOn(None if each else tuple(field.name for field in proof.kept), shown)


def _grounds_of_ranks(result: Result) -> HeldOn | None:
    if not is_good(result) or result.ranks is None:
        return None
    arising = enumerate(result.arising)
    shown = ((n, by_names(result.flow, run)) for n, run in arising if isinstance(run, Run))
    return HeldOn(tuple(field.name for field in result.ranks.kept), tuple(shown))


def _supposed(flow: Flow, claim: Claim) -> list[Expression]:
    """Return what must arise: of a *sometimes* the whole, else what is supposed."""
    body = claim.of(flow)
    if isinstance(claim, Ahead):
        return [all_of(body, ~claim.to)]
    return [body] if isinstance(claim, Sometimes) else list(situations(body))


def is_good(result: Result) -> bool:
    """Tell whether a claim holds, and is neither empty nor suspect."""
    return result.verdict is Verdict.PROVED and not result.marks


def lost(
    base: Flow,
    cured: Flow,
    standing: Sequence[Footing],
    decided: Callable[[list[Footing]], Iterable[Result]],
) -> tuple[Result, ...]:
    """Return the verdict on each claim that held and is not found to hold of the changed flow."""
    left = [one for one in standing if not _carries_over(base, cured, one)]
    return tuple(result for result in decided(left) if not is_good(result))


def _carries_over(base: Flow, cured: Flow, one: Footing) -> bool:
    claim, kept = one.claim, one.grounds.kept
    parts = zip(claim.parts(base), claim.parts(cured), strict=True)
    if kept is None or not all(same_words(here, there) for here, there in parts):
        return False
    named = {*claim.events, *(e for part in claim.parts(base) for e in watched_by(part))}
    if not isinstance(claim, Sometimes) and not same_steps(base, cured, named, kept):
        return False
    return len(_still_shown(cured, claim, one.grounds)) == len(_supposed(cured, claim))


def _still_shown(flow: Flow, claim: Claim, grounds: HeldOn) -> dict[int, Run]:
    """Return the known runs that show of the flow as well what must arise, by its number."""
    runs, supposed = dict(grounds.shown), enumerate(_supposed(flow, claim))
    there = ((n, run_there(flow, ~body, runs[n])) for n, body in supposed if n in runs)
    return {n: run for n, run in there if run}


def decided_anew(kept: Kept | None, asked: Asked, grounds: HeldOn, budget: Budget) -> Result:
    """Return the verdict on a claim that held of another flow, on the grounds given."""
    known = _still_shown(asked.flow, asked.claim, grounds)
    return settle_and_keep(kept, asked, budget, known)
