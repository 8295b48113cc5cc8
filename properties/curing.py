"""Whether a change to a flow cures what it is for, and what else it costs.

A cure is one where the outcome can no longer come about, for any number of metering points, and
all claims that held of the flow still hold. Most need no new proof: what they rest on is carried
over (`carried.py`), with the runs in which their situations arise. All others are decided anew,
and so is what a claim says as a function of the flow, since it may say something else there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.claims import Claim, LeadsTo, Mirrors, Sometimes, situations
from model.language.expressions import Expression
from model.language.flow import Flow
from properties.budget import Budget
from properties.carried import RunByNames, breaks_there, by_names, same_steps
from properties.free import Free
from properties.prove import decide
from properties.settle import settle
from properties.verdict import Result, Run, Verdict


@dataclass(frozen=True, eq=False)
class Footing:
    """What a claim that holds rests on: fields that its proof keeps, and runs that show it."""

    claim: Claim
    kept: tuple[str, ...] | None
    shown: tuple[tuple[Expression, RunByNames], ...] = ()


def footings(flow: Flow, claims: Sequence[Claim], seconds: float) -> Iterator[Footing]:
    """Yield what each claim rests on that holds of the flow; pending ones are left out."""
    for claim in claims:
        if claim.pending:
            continue
        if isinstance(claim, Mirrors | Free | LeadsTo):
            if _is_good(decide(flow, claim, Budget(seconds))):
                yield Footing(claim, None)
        elif isinstance(claim, Sometimes):
            run = settle(flow, ~claim.of(flow), Budget(seconds))
            if isinstance(run, Run):
                yield Footing(claim, (), ((claim.of(flow), by_names(flow, run)),))
        else:
            yield from _proved(flow, claim, seconds)


def _proved(flow: Flow, claim: Claim, seconds: float) -> Iterator[Footing]:
    body = claim.of(flow)
    found = settle(flow, body, Budget(seconds))
    if isinstance(found, Run):
        return
    arising = ((s, settle(flow, ~s, Budget(seconds))) for s in situations(body))
    shown = tuple((s, by_names(flow, run)) for s, run in arising if isinstance(run, Run))
    yield Footing(claim, tuple(field.name for field in found.kept), shown)


def _is_good(result: Result) -> bool:
    return result.verdict is Verdict.PROVED and not result.marks


def lost(
    base: Flow, cured: Flow, standing: Sequence[Footing], seconds: float
) -> tuple[Result, ...]:
    """Return the verdict on each claim that held and is not found to hold of the changed flow."""
    left = (one for one in standing if not _carries_over(base, cured, one))
    results = (decide(cured, one.claim, Budget(seconds)) for one in left)
    return tuple(result for result in results if not _is_good(result))


def _carries_over(base: Flow, cured: Flow, one: Footing) -> bool:
    if one.kept is None or not isinstance(one.claim.body, Expression):
        return False
    if not same_steps(base, cured, one.claim.body, one.kept):
        return False
    return all(breaks_there(cured, ~supposed, run) for supposed, run in one.shown)
