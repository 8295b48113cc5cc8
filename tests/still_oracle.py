"""Whether a claim on what can still come, or on where a flow is stuck, fails in some instance.

Every state of the instance is listed with its plain steps; nothing of the engine is used.
"""

from collections.abc import Callable, Iterator

from model.language import CanStill, Event, Flow, Scope, StuckOnly
from model.language.expressions import reads
from model.language.meaning import Move, State, Where, World
from tests.live_oracle import places

Graph = dict[State, list[tuple[Move, State]]]


def states_of(world: World, most: int) -> Graph | None:
    """Every reachable state with its steps, or None where they are many."""
    graph: Graph = {}
    waiting = list(world.initial_states())
    while waiting:
        state = waiting.pop()
        if state not in graph:
            graph[state] = list(world.steps(state))
            waiting += [after for _, after in graph[state]]
        if len(graph) > most:
            return None
    return graph


def breaks_can_still(flow: Flow, claim: CanStill, shape: tuple[int, ...], most: int) -> bool | None:
    """Tell whether somebody of an instance gets where the goal is out of reach."""
    world = World(flow, shape)
    graph = states_of(world, most)
    if graph is None:
        return None
    supposed, goal = claim.parts(flow)
    return any(
        world.holds(supposed, where, state, None, state) and not _gets_there(graph, state, met)
        for where in places(flow, world, supposed, goal)
        for met in [lambda s, at=where: world.holds(goal, at, s, None, s)]
        for state in graph
    )


def _gets_there(graph: Graph, state: State, met: Callable[[State], bool]) -> bool:
    seen, waiting = {state}, [state]
    while waiting:
        here = waiting.pop()
        if met(here):
            return True
        new = {after for _, after in graph[here]} - seen
        seen |= new
        waiting += new
    return False


def breaks_stuck_only(
    flow: Flow, claim: StuckOnly, shape: tuple[int, ...], most: int
) -> bool | None:
    """Tell whether somebody of an instance is stuck where the claim does not say so."""
    world = World(flow, shape)
    graph = states_of(world, most)
    if graph is None:
        return None
    return any(
        not any(_concerns(world, move, where, claim.ways) for move, _ in steps)
        and not world.holds(claim.at_rest(flow), where, state, None, state)
        for where in _places(flow, world, claim)
        for state, steps in graph.items()
    )


def _concerns(world: World, move: Move, where: Where, ways: tuple[Event, ...]) -> bool:
    return move.event in ways and world.concerns(move, where)


def _places(flow: Flow, world: World, claim: StuckOnly) -> Iterator[Where]:
    """From where it is seen: by the narrowest of whom it reads or whose event it names."""
    scopes = {flow.scope_of(read.field) for read in reads(claim.of(flow))}
    scopes |= {event.scope for event in claim.ways}
    if Scope.POINT in scopes:
        yield from (Where(point=p) for p in world.owners(Scope.POINT))
    elif Scope.PROVIDER in scopes:
        yield from (Where(provider=p) for p in world.owners(Scope.PROVIDER))
    else:
        yield Where()
