"""Whether a change to a flow cures what it is for, and what else it costs.

A cure is one where the outcome can no longer come about, for any number of metering points, and
all claims that held of the flow still hold. Most need no new proof: where an invariant keeps no
field of a machine that the cure changes, its slice is the very same; and a run that shows a
`Sometimes`, or that a situation arises, is simply taken again. All others are decided anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.claims import Claim, LeadsTo, Mirrors, Sometimes, situations, speaks_of_a_step
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.meaning import World
from properties.budget import Budget
from properties.free import Free
from properties.prove import decide
from properties.replay import breaks, replays
from properties.settle import settle
from properties.verdict import Result, Run, Verdict


@dataclass(frozen=True, eq=False)
class Footing:
    """What a claim that holds rests on: fields that its proof keeps, and runs that show it."""

    claim: Claim
    kept: frozenset[Field] | None
    shown: tuple[tuple[Expression, Run], ...] = ()


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
                yield Footing(claim, frozenset(), ((claim.of(flow), run),))
        else:
            yield from _proved(flow, claim, seconds)


def _proved(flow: Flow, claim: Claim, seconds: float) -> Iterator[Footing]:
    body = claim.of(flow)
    found = settle(flow, body, Budget(seconds))
    if isinstance(found, Run):
        return
    arising = ((s, settle(flow, ~s, Budget(seconds))) for s in situations(body))
    shown = tuple((s, run) for s, run in arising if isinstance(run, Run))
    yield Footing(claim, frozenset(found.kept), shown)


def _is_good(result: Result) -> bool:
    return result.verdict is Verdict.PROVED and not result.marks


def lost(
    base: Flow, cured: Flow, standing: Sequence[Footing], seconds: float
) -> tuple[Result, ...]:
    """Return the verdict on each claim that held and is not found to hold of the changed flow."""
    changed = set(_changed(base, cured))
    left = (one for one in standing if not _carries_over(base, cured, one, changed))
    results = (decide(cured, one.claim, Budget(seconds)) for one in left)
    return tuple(result for result in results if not _is_good(result))


def _changed(base: Flow, cured: Flow) -> Iterator[Field]:
    """Yield the fields of machines that are not the same in both, and those that start anew."""
    before = set(base.machines)
    for machine in cured.machines:
        if machine not in before:
            yield from machine.all_fields
    for field in cured.fields:
        if field not in base.machine_of or base.initials(field) != cured.initials(field):
            yield field


def _carries_over(base: Flow, cured: Flow, one: Footing, changed: set[Field]) -> bool:
    if one.kept is None or not one.kept.isdisjoint(changed):
        return False
    if cured.duties != base.duties and not isinstance(one.claim.body, Expression):
        return False
    return all(_shows(base, cured, body, run) for body, run in one.shown)


def _shows(base: Flow, cured: Flow, body: Expression, run: Run) -> bool:
    """Tell whether a run can be taken in the changed flow as well, and ends as it should."""
    before, world = World(base, run.shape), World(cured, run.shape)
    first = tuple(
        run.first[before.slots[field, owner]]
        if (field, owner) in before.slots
        else cured.initials(field)[0]
        for field, owner in world.slots
    )
    firsts = zip(world.slots, first, strict=True)
    if any(value not in cured.initials(field) for (field, _), value in firsts):
        return False
    trail = replays(world, first, run.moves)
    last = run.moves[-1] if run.moves and speaks_of_a_step(body) else None
    return breaks(world, trail, last, ~body, run.where)
