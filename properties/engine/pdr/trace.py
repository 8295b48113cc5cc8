"""A route as a run of the whole flow, by the plain meaning of its moves."""

from collections.abc import Iterator
from dataclasses import replace

from model.language.meaning import Move, State, Where, World
from properties.engine.budget import look
from properties.engine.evidence import Finder, Run, Undecided
from properties.engine.pdr.cubes import Space
from properties.engine.pdr.problem import Seen
from properties.engine.pdr.search import Route
from properties.engine.slices.replay import replays

COMPETE = "a run was found that takes another transition than execution does"
STILL = "it would not hold where nothing happens, and no run is known in which somebody steps there"


def run_of(world: World, space: Space, asked: Seen, route: Route) -> Run:
    """Return the run that breaks the claim; raises Undecided where the route is not one.

    Where its last step is one of which nothing is seen, any step will do that breaks the claim,
    also of one point or provider more. Where two transitions compete, execution takes the first.
    """
    box = space.box(route.cube)
    first = tuple(
        next(value for value in world.flow.initials(slot[0]) if value in box.get(slot, (value,)))
        for slot in world.slots
    )
    moves = tuple(move for move in route.moves if move)
    still = moves != route.moves
    found = _broken(world, asked, first, moves)
    if found is None and still:
        found = next(_seen_still(world, asked, first, moves), None)
    if found is None:
        raise Undecided(STILL if still else COMPETE)
    return replace(found, finder=Finder.PURSUIT)


def _broken(world: World, asked: Seen, first: State, moves: tuple[Move, ...]) -> Run | None:
    """Return the run as far as the first of its states or steps that breaks the claim."""
    state = first
    for n, move in enumerate((None, *moves)):
        look()
        after = world.outcome(state, move).after if move else state
        if after is None:
            return None
        if (move or not asked.of_steps) and not _holds(world, asked, state, move, after):
            return Run(world.shape, first, moves[:n], asked.where, shortest=False)
        state = after
    return None


def _holds(world: World, asked: Seen, state: State, move: Move | None, after: State) -> bool:
    if asked.of_steps:
        return world.holds(asked.claim, asked.where, state, move, after)
    return world.holds(asked.claim, asked.where, after, None, after)


def _seen_still(world: World, asked: Seen, first: State, moves: tuple[Move, ...]) -> Iterator[Run]:
    """Yield runs with a step more that breaks the claim, also in the worlds with one more."""
    for wider, start, at in (
        (world, first, asked.where),
        *_wider(world, first, asked.where),
    ):
        trail = replays(wider, start, moves)
        before = trail.states[-1]
        for move, after in () if trail.refused else wider.steps(before):
            if not wider.holds(asked.claim, at, before, move, after):
                yield Run(wider.shape, start, (*moves, move), at, shortest=False)


def _wider(world: World, first: State, at: Where) -> Iterator[tuple[World, State, Where]]:
    """Yield the worlds with a point more of the last provider, or with a provider more.

    Those who were there keep their numbers.
    """
    *_, last = (0, *world.shape)
    shapes = [(*world.shape[:-1], last + 1)] if world.shape else []
    shapes += [(*world.shape, 1)]
    shapes += [(*world.shape, 0)] if world.flow.has_providers and world.shape else []
    for shape in shapes:
        wider = World(world.flow, shape)
        there = dict(zip(world.slots, first, strict=True))
        yield wider, tuple(there.get(s, world.flow.initials(s[0])[0]) for s in wider.slots), at
