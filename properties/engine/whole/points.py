"""Claims with exactly so many points, in every way in which these share providers.

What holds there is no proof: nothing is said of another number of points, nor of more providers
without points.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.language.claims import Always, Claim, Step
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.explicit.asked import asked_of
from properties.engine.explicit.search import Searched, search
from properties.engine.instances import first_run, places, sharings
from properties.engine.slices.layout import Shape, world_of
from properties.engine.slices.seen import Part, outlook_of, part_of
from properties.engine.whole.standing import Standing

SLICED = "seen on slices, where not all states were met"
EMPTY = 2  # providers without points, at the most, that stand beside those with points


@dataclass(frozen=True)
class InPoints:
    """How a claim stands with so many points; a run where it fails, or why it is not known."""

    claim: Claim
    standing: Standing
    reason: str = ""
    run: Run | None = None


@dataclass(frozen=True)
class Sharing:
    """One way to share so many points: what was met, and which claims are seen there."""

    shape: Shape
    met: Searched
    seen: tuple[bool, ...]


@dataclass(frozen=True)
class Counted:
    """The instances with so many points that were searched, and how each claim stands there."""

    points: int
    instances: tuple[Sharing, ...]
    claims: tuple[InPoints, ...]


def in_points(
    flow: Flow,
    claims: Sequence[Claim],
    points: int,
    budget: Budget,
    begin: Callable[[Shape], None],
    *,
    providers: int | None = None,
) -> Counted:
    """Search every instance with so many points, and maybe so many providers.

    `begin` is told each shape before it is searched.
    """
    asked = list(filter(_is_asked, claims))
    parts = [part_of(flow, claim.of(flow), outlook_of(flow, claim)) for claim in asked]
    instances = list[Sharing]()
    for shape in _shapes(flow, points, providers):
        begin(shape)
        instances.append(_searched(flow, shape, parts, budget))
    number: dict[Claim, int] = {claim: n for n, claim in enumerate(asked)}
    stand = (_standing(c, number.get(c), instances) for c in claims)
    settled = (
        _on_slices(one, parts[number[one.claim]], instances, budget)
        if one.standing is Standing.UNFINISHED
        else one
        for one in stand
    )
    return Counted(points, tuple(instances), tuple(settled))


def _searched(flow: Flow, shape: Shape, parts: Sequence[Part], budget: Budget) -> Sharing:
    world = world_of(flow, shape)
    asked = [asked_of(world, part.body, part.whole) for part in parts]
    met = search(flow, shape, budget, asked)
    return Sharing(shape, met, tuple(bool(one.wheres) for one in asked))


def _is_asked(claim: Claim) -> bool:
    return isinstance(claim, Always | Step) and not claim.pending


def _shapes(flow: Flow, points: int, providers: int | None) -> Iterator[Shape]:
    if providers is None or not flow.has_providers:
        yield from sharings(flow, points, EMPTY)
        return
    for shape in sharings(flow, points, 0):
        if len(shape) <= providers:
            yield (*shape, *(0,) * (providers - len(shape)))


def _standing(claim: Claim, number: int | None, instances: Sequence[Sharing]) -> InPoints:
    if number is None:
        why = "pending" if claim.pending else "only what one state or step can break is"
        return InPoints(claim, Standing.UNASKED, why)
    run = next((run for one in instances if (run := one.met.runs[number])), None)
    if run:
        return InPoints(claim, Standing.FAILS, run=run)
    if not any(one.seen[number] for one in instances):
        return InPoints(claim, Standing.UNASKED, "it speaks of more points or providers")
    stopped = next((one.met.stopped for one in instances if one.met.stopped), "")
    standing = Standing.UNFINISHED if stopped else Standing.HOLDS
    return InPoints(claim, standing, stopped)


def _on_slices(one: InPoints, part: Part, instances: Sequence[Sharing], budget: Budget) -> InPoints:
    """Return how a claim stands where its own slices tell, of instances that were not finished.

    A slice has every run of its instance, so what holds of all its views holds there.
    """
    left = [each.shape for each in instances if each.met.stopped]
    sights = ((shape, where) for shape in left for where in places(shape, part.whole))
    anew = replace(budget, start=budget.clock())
    try:
        found = first_run(part, anew, sights)
    except Spent as why:
        return replace(one, reason=f"{one.reason}; on slices, {why}")
    if isinstance(found, Run):
        return InPoints(one.claim, Standing.FAILS, run=found)
    if found:
        return InPoints(one.claim, Standing.HOLDS, SLICED)
    return one
