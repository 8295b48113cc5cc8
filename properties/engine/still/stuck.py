"""Where one is stuck, if a way on asks others: whole instances, state by state, and no proof.

One view does not show whether such a way is open, so nothing is said for every number of points.
"""

from collections import deque
from collections.abc import Iterable

from model.language.asking import demands
from model.language.claims import StuckOnly
from model.language.flow import Flow
from model.language.meaning import Move, State
from properties.engine.budget import Budget, look
from properties.engine.evidence import Finder, Run, Undecided
from properties.engine.instances import few_points_first
from properties.engine.slices.layout import world_of
from properties.engine.slices.seen import Sight, outlook_of

From = dict[State, tuple[State, Move] | None]  # each state that was met, and how


def asking_way(flow: Flow, claim: StuckOnly) -> str | None:
    """Return a way on that asks something of others, if there is one."""
    mine = (e for e in flow.events if str(e) in map(str, claim.ways))
    return next((str(event) for event in mine if demands(flow, event)), None)


def run_into_stuck(flow: Flow, claim: StuckOnly, asking: str, budget: Budget) -> Run:
    """Return a run of few points to where no way is open and it should be; raises Undecided."""

    def first(sights: Iterable[Sight]) -> Run | bool:
        found = (_searched(flow, claim, sight, budget) for sight in sights)
        return next((run for run in found if run), True)

    whole, most = outlook_of(flow, claim), budget.points
    found = few_points_first(flow, whole, first, "run that breaks it", most=most, empty=1)
    if isinstance(found, Run):
        return found
    asks = f"'{asking}' asks something of others, so one point does not see whether it is possible"
    raise Undecided(f"{asks}: not decided for any number; {found}")


def _searched(flow: Flow, claim: StuckOnly, sight: Sight, budget: Budget) -> Run | None:
    """Return a shortest run of one instance to where one is stuck and the claim fails."""
    (shape, where), names = sight, set(map(str, claim.ways))
    world, rest = world_of(flow, shape), claim.at_rest(flow)
    mine = (m for m in world.moves if str(m.event) in names)
    ways = [move for move in mine if world.concerns(move, where)]
    met: From = dict.fromkeys(world.initial_states())
    waiting = deque(met)
    while waiting:
        look()
        budget.check(len(met))
        state = waiting.popleft()
        fails = not world.holds(rest, where, state, None, state)
        if fails and all(world.outcome(state, move).after is None for move in ways):
            first, moves = _way_to(met, state)
            return Run(shape, first, moves, where, finder=Finder.SEARCH)
        for move, after in world.steps(state):
            if after not in met:
                met[after] = state, move
                waiting.append(after)
    return None


def _way_to(met: From, state: State) -> tuple[State, tuple[Move, ...]]:
    moves = list[Move]()
    while (parent := met[state]) is not None:
        state, move = parent
        moves.append(move)
    return state, tuple(reversed(moves))
