"""Whether something can happen: runs that show it, one for each number of points; or never.

It can happen where one run with at most three points gets there. With how many points that was
shown is part of the verdict; with how many it was not stands beside it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import World
from properties.engine.budget import MOST_POINTS, Budget, Spent
from properties.engine.evidence import Invariant, Run, shortest, together
from properties.engine.instances import first_run, with_points
from properties.engine.settle import in_turn, settle_part
from properties.engine.slices.replay import breaks, replays
from properties.engine.slices.seen import Outlook, Part, parts_of


@dataclass(frozen=True)
class Reached:
    """Runs that get there, fewest points first, and with which other numbers none was found.

    `never` are the numbers of which all was searched, `unknown` those of which it was not.
    """

    runs: tuple[Run, ...]
    never: tuple[int, ...]
    unknown: tuple[int, ...]


def reaching(flow: Flow, body: Expression, budget: Budget, whole: Outlook) -> Reached | Invariant:
    """Return how something comes about, or what proves that it never does; raises Undecided."""
    parts = parts_of(flow, ~body, whole)
    answers = in_turn(settle_part, parts, replace(budget, points=MOST_POINTS))
    first = shortest(answers)
    if first is None:
        return together(flow, answers, budget)
    reached = [(part, a) for part, a in zip(parts, answers, strict=True) if isinstance(a, Run)]
    reached.sort(key=lambda one: (sum(one[1].shape), len(one[1])))
    found: dict[int, Run | bool] = {}
    for points in range(max(whole.points, 1), MOST_POINTS + 1):
        if points <= sum(first.shape):
            found[points] = first if points == sum(first.shape) else first.shortest
            continue
        share = budget.share(1 / (MOST_POINTS + 1 - points))
        grown = next(_grown(reached, points), None)
        found[points] = grown or _searched(parts, share, points)
    return Reached(
        tuple(run for run in found.values() if isinstance(run, Run)),
        tuple(points for points, searched in found.items() if searched is True),
        tuple(points for points, searched in found.items() if searched is False),
    )


def _grown(reached: Iterable[tuple[Part, Run]], points: int) -> Iterator[Run]:
    """Yield the runs that get there too with further points that only follow."""
    for never, run in reached:
        flow, shape = never.flow, (*run.shape[:-1], run.shape[-1] + points - sum(run.shape))
        world, small = World(flow, shape), World(flow, run.shape)
        first = tuple(
            run.first[small.slots[f, at]] if (f, at) in small.slots else flow.initials(f)[0]
            for f, at in world.slots
        )
        trail = replays(world, first, run.moves)
        if breaks(world, trail, run.moves, never.body, run.where, of_steps=never.of_steps):
            yield Run(shape, first, run.moves, run.where, shortest=False, finder=run.finder)


def _searched(parts: Sequence[Part], budget: Budget, points: int) -> Run | bool:
    """Return a run with so many points, else whether all of them were searched."""
    known = True
    for never in parts:
        try:
            run = first_run(never, budget, with_points(never.flow, never.whole, points))
        except Spent:
            known = False
            continue
        if isinstance(run, Run):
            return run
        known &= run
    return known
