"""A plain search for fair cycles of whole instances: the oracle of liveness.

Every state of an instance is listed. For each strongly fair instance either it is taken again
and again or it is never enabled: each way to choose is tried, the states that it rules out are
left out, and a component of what is left is fair where every choice and every weak fairness is
kept in it. Nothing of the engine of liveness is used; the steps are those of the generator,
which is tested against the plain meaning elsewhere.
"""

from collections.abc import Iterator
from itertools import product

from model.language import Expression, Flow, LeadsTo, Scope
from model.language.claims import as_events
from model.language.expressions import reads
from model.language.meaning import Move, Where, World
from properties.engine.slices.layout import View, layout
from properties.engine.slices.steps import compile_steps

Instance = tuple[bool, frozenset[Move]]  # strong, and the moves of which one is taken
Graph = dict[View, list[tuple[Move, View]]]


def states_of(world: World, most: int) -> Graph | None:
    """Every reachable state with its steps, or None where they are many."""
    steps = compile_steps(layout(world.flow, world.flow.fields, world.shape), world.flow.events)
    graph: Graph = {}
    waiting = list(steps.layout.firsts())
    while waiting:
        state = waiting.pop()
        if state in graph:
            continue
        graph[state] = [(steps.moves[n], after) for n, after in steps.successors(state)]
        waiting += [after for _, after in graph[state] if after not in graph]
        if len(graph) > most:
            return None
    return graph


def refuted(flow: Flow, claim: LeadsTo, shape: tuple[int, ...], most: int) -> bool | None:
    """Tell whether an instance has a fair run that breaks a claim; None where it is large."""
    world = World(flow, shape)
    graph = states_of(world, most)
    if graph is None:
        return None
    at = layout(flow, flow.fields, shape)
    whole = {view: tuple(at.values(view).values()) for view in graph}  # every slot is kept
    supposed, goal = claim.parts(flow)
    fair = list(instances_of(world, claim))
    for where in places(flow, world, supposed, goal):
        unmet = {v for v, s in whole.items() if not world.holds(goal, where, s, None, s)}
        begin = [v for v in unmet if world.holds(supposed, where, whole[v], None, whole[v])]
        if fair_run(graph, _reached(graph, begin, unmet), fair):
            return True
    return False


def places(flow: Flow, world: World, *parts: Expression) -> Iterator[Where]:
    """From where a claim is seen."""
    scopes = {flow.scope_of(read.field) for part in parts for read in reads(part)}
    if Scope.POINT in scopes:
        yield from (Where(point=p) for p in world.owners(Scope.POINT))
    elif Scope.PROVIDER in scopes:
        yield from (Where(provider=p) for p in world.owners(Scope.PROVIDER))
    else:
        yield Where()


def instances_of(world: World, claim: LeadsTo) -> Iterator[Instance]:
    for named, strong in ((claim.weak, False), (claim.strong, True)):
        for each in named:
            events = as_events(each)
            for home in world.owners(events[0].scope):
                yield strong, frozenset(Move(event, home) for event in events)


def _reached(graph: Graph, begin: list[View], within: set[View]) -> set[View]:
    found: set[View] = set()
    waiting = list(begin)
    while waiting:
        state = waiting.pop()
        if state not in found:
            found.add(state)
            waiting += [w for _, w in graph[state] if w in within]
    return found


def fair_run(graph: Graph, inside: set[View], fair: list[Instance]) -> bool:
    """Tell whether a fair run can stay for ever in some states, doing nothing included."""
    strong = [moves for is_strong, moves in fair if is_strong]
    weak = [moves for is_strong, moves in fair if not is_strong]
    for taken in product((True, False), repeat=len(strong)):
        off = [moves for moves, is_taken in zip(strong, taken, strict=True) if not is_taken]
        kept = {s for s in inside if not any(_enabled(graph, s, moves) for moves in off)}
        must = [moves for moves, is_taken in zip(strong, taken, strict=True) if is_taken]
        for part in _components(graph, kept):
            if _keeps(graph, part, must, weak):
                return True
    return False


def _keeps(
    graph: Graph, part: set[View], must: list[frozenset[Move]], weak: list[frozenset[Move]]
) -> bool:
    happens = {move for state in part for move, after in graph[state] if after in part}
    return all(happens & moves for moves in must) and all(
        happens & moves or not all(_enabled(graph, s, moves) for s in part) for moves in weak
    )


def _enabled(graph: Graph, state: View, moves: frozenset[Move]) -> bool:
    return any(move in moves for move, _ in graph[state])


def _components(graph: Graph, kept: set[View]) -> Iterator[set[View]]:
    """Kosaraju: by the order in which a first search leaves the states, searched backwards."""
    back: dict[View, list[View]] = {s: [] for s in kept}
    for s in kept:
        for _, after in graph[s]:
            if after in kept:
                back[after].append(s)
    seen: set[View] = set()
    for root in reversed(_left(graph, kept)):
        part: set[View] = set()
        waiting = [root]
        while waiting:
            s = waiting.pop()
            if s not in seen:
                seen.add(s)
                part.add(s)
                waiting += back[s]
        if part:
            yield part


def _left(graph: Graph, kept: set[View]) -> list[View]:
    order: list[View] = []
    seen: set[View] = set()
    for root in kept:
        waiting: list[tuple[View, bool]] = [(root, False)]
        while waiting:
            s, leaving = waiting.pop()
            if leaving:
                order.append(s)
            elif s not in seen:
                seen.add(s)
                waiting.append((s, True))
                waiting += [(after, False) for _, after in graph[s] if after in kept]
    return order
