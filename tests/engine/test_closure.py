"""The closure and the verdicts that rest on it, against search with up to three points."""

from collections.abc import Iterator
from random import Random

from hypothesis import given, settings

from model.language import Always, Expression, Field, Flow
from model.language.meaning import Where, World
from properties.engine.budget import Budget
from properties.engine.prove import decide
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Shape, View, layout
from properties.engine.slices.reach import Reach
from properties.engine.slices.seen import spoken_of
from properties.engine.slices.shapes import embeddings
from properties.engine.slices.steps import compile_steps
from properties.engine.verdict import Verdict
from tests.strategies import instances, random_condition, random_flow, seeds

SMALL = 2000  # states of an instance that is searched whole; a larger one is passed over


def whole(flow: Flow, shape: Shape) -> Reach | None:
    """All states of an instance, or None where they are many."""
    reach = Reach(compile_steps(layout(flow, flow.fields, shape)), Budget())
    while not reach.is_closed and len(reach.packed) < SMALL:
        reach.expand(64)
    return reach if reach.is_closed else None


def views_within(flow: Flow, kept: frozenset[Field], narrow: Shape, wide: Shape) -> set[View]:
    """What the narrower shape shows in every reachable state of a wider instance."""
    reach = whole(flow, wide)
    if reach is None:
        return set()
    at = layout(flow, kept, wide)
    where = [reach.steps.layout.slots[slot] for slot in at.slots]
    every = [part.slots(at, narrow) for part in embeddings(narrow, wide)]
    return {tuple(view[where[n]] for n in slots) for view in reach.order for slots in every}


def closed(flow: Flow, kept: frozenset[Field], shape: Shape) -> set[View]:
    closure = Closure(flow, kept, [shape], Budget())
    closure.close()
    return set(closure.reaches[shape].order)


@given(seed=seeds)
@settings(max_examples=100)
def test_the_closure_of_a_slice_holds_every_view_of_every_instance(seed: int) -> None:
    flow, random = random_flow(seed), Random(seed)
    kept = frozenset(random.sample(flow.fields, random.randint(1, len(flow.fields))))
    shapes = [(1,), (0,)] if flow.has_providers else [(1,)]
    shape = random.choice([*shapes, (2,)] if len(kept) < 4 else shapes)
    wide = random.choice(instances(flow))

    assert views_within(flow, kept, shape, wide) <= closed(flow, kept, shape)


@given(seed=seeds)
def test_one_point_is_exact_where_a_flow_is_deletion_closed(seed: int) -> None:
    flow = random_flow(seed, closed=True)
    fields = frozenset(flow.fields)
    known = closed(flow, fields, (1,))

    assert flow.deletion_closed
    assert known == views_within(flow, fields, (1,), (1,))
    for wide in instances(flow):
        assert views_within(flow, fields, (1,), wide) <= known


@given(seed=seeds)
@settings(max_examples=40)
def test_no_verdict_is_contradicted_by_an_instance(seed: int) -> None:
    flow = random_flow(seed)
    body = random_condition(seed + 1, flow)
    result = decide(flow, Always("claim", "A claim.", body), Budget(seconds=600, views=4000))
    broken = [sum(shape) for shape in instances(flow) if breaks(flow, body, shape)]
    if result.verdict is Verdict.PROVED:
        assert not broken
    if result.verdict is Verdict.REFUTED:
        assert result.run is not None
        assert breaks(flow, body, result.run.shape)
        assert sum(result.run.shape) == min(broken)
    if flow.deletion_closed:
        assert result.verdict is not Verdict.UNDECIDED


def breaks(flow: Flow, body: Expression, shape: Shape) -> bool:
    """Tell by plain search whether an instance breaks a claim."""
    world, reach = World(flow, shape), whole(flow, shape)
    if reach is None:
        return False
    for view in reach.order:
        values = reach.steps.layout.values(view)
        state = tuple(values[slot] for slot in world.slots)
        for where in owners(flow, body, world):
            if not world.holds(body, where, state, None, state):
                return True
    return False


def owners(flow: Flow, body: Expression, world: World) -> Iterator[Where]:
    """From where a claim on one point, one provider or the industry is seen."""
    points, provider, _ = spoken_of(flow, body)
    if points:
        yield from (Where(point=p) for p in range(len(world.provider_of)))
    elif provider:
        yield from (Where(provider=p) for p in range(len(world.shape)))
    else:
        yield Where()
