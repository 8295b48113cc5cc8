"""From where a claim is seen, and the claim as a test on views and steps."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from model.language.claims import Claim, Step, speaks_of_a_step
from model.language.conditions import all_of
from model.language.events import Event, Happens, Scope
from model.language.expressions import Expression, Field, Read, Whose, reads
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import look
from properties.engine.slices.layout import Shape, View
from properties.engine.slices.source import Source, compile_test, source
from properties.engine.slices.steps import Steps

NOBODY_SEEN = -1  # the number of a step that no kept field shows, or of somebody else's

Sight = tuple[Shape, Where]
Test = Callable[[View, int, View], bool]
StepTest = Callable[[View, View], bool]


def fields_of(node: Expression) -> tuple[Field, ...]:
    """Return the fields that a claim reads, in order."""
    return tuple(dict.fromkeys(read.field for read in reads(node)))


def watched_by(node: Expression) -> tuple[Event, ...]:
    """Return the events that a claim names."""
    named = (leaf.events for leaf in node.leaves if isinstance(leaf, Happens))
    return tuple(dict.fromkeys(event for events in named for event in events))


@dataclass(frozen=True)
class Outlook:
    """From where a claim is seen, and whether it is asked of steps: decided by all that it says.

    What a claim joins, and what it supposes, is seen from the places of the whole claim.
    """

    points: int
    provider: bool
    other: bool
    of_steps: bool


def outlook(flow: Flow, node: Expression) -> Outlook:
    """Return from where something is seen that is a claim by itself."""
    return Outlook(*needs(flow, node), speaks_of_a_step(node))


def outlook_of(flow: Flow, claim: Claim) -> Outlook:
    """Return from where a claim is seen; a claim on steps may say nothing of what they do."""
    found = outlook(flow, all_of(*claim.parts(flow)))
    return replace(found, of_steps=found.of_steps or isinstance(claim, Step))


def of_situation(whole: Outlook, supposed: Expression) -> Outlook:
    """Return from where what a claim supposes is seen: a state, unless it speaks of a step."""
    return replace(whole, of_steps=speaks_of_a_step(supposed))


def needs(flow: Flow, node: Expression) -> tuple[int, bool, bool]:
    """Return how many points a claim speaks of, if of a provider, and if of another provider."""
    mine = {flow.scope_of(r.field) for r in reads(node) if r.whose is Whose.OWN}
    mine |= {event.scope for event in watched_by(node)}
    whose = {read.whose for read in reads(node)}
    points = 2 if Whose.OTHER_POINT in whose else int(Scope.POINT in mine)
    return points, Scope.PROVIDER in mine, Whose.OTHER_PROVIDER in whose


def sights(flow: Flow, whole: Outlook) -> Iterator[list[Sight]]:
    """Yield sets of shapes from which a claim is to be seen, the coarsest first.

    A place names those of whom the whole claim speaks, and nobody else.

    A proof on any of the sets holds for every number. The last set is exact for flows that
    are deletion-closed: at least one point somewhere; a provider may be without points.
    """
    other = whole.other
    empty: Shape = (0,) if other else ()
    if whole.points == 2:  # noqa: PLR2004  # the language has no more
        shapes = [s + empty for s in _two(flow)]
        shapes += [(1, 1)] if other else []  # the other provider may be the other point's
        yield [(shape, _where(shape, other=other)) for shape in shapes]
    elif whole.points == 1:
        yield [((1, *empty), _where((1, *empty), other=other))]
    elif whole.provider or other:
        alone: Shape = (0, *empty)
        yield [(alone, _where(alone, other=other))]
        here = Where(provider=0, other_provider=1 if other else -1)
        with_a_point: list[Shape] = [(1, 0), (0, 1), (0, 0, 1)] if other else [(1,), (0, 1)]
        yield [(shape, here) for shape in with_a_point]
    else:
        yield [((), Where())]
        yield [((1,), Where())]


def _two(flow: Flow) -> list[Shape]:
    return [(2,), (1, 1)] if flow.has_providers else [(2,)]


def _where(shape: Shape, *, other: bool) -> Where:
    points = sum(shape)
    return Where(
        point=0 if points else -1,
        other_point=1 if points > 1 else -1,
        provider=0,
        other_provider=len(shape) - 1 if other else -1,
    )


def compile_claim(steps: Steps, node: Expression, where: Where) -> Test:
    """Return the claim as a test of (view, number of the move, view after)."""

    def happens(events: tuple[Event, ...]) -> Source:
        numbers = [n for n in range(len(steps.moves)) if _happens(steps, n, events, where)]
        return f"(m in ({','.join(map(str, numbers))},))" if numbers else 0

    return compile_test(steps.layout, f"bool({_text(steps, node, where, happens)})", ",m,w")


def compile_step_claim(
    steps: Steps, node: Expression, where: Where, *, each: bool
) -> tuple[StepTest, dict[int, StepTest]]:
    """Return the claim as tests of (view, view after): where nothing changes, and of some moves.

    A move of which the claim always holds has no test, nor, but with `each`, one of which it says
    what it says where nothing changes.
    """
    read = {read.field for read in reads(node) if read.after}
    named = set(watched_by(node))
    at = steps.layout
    unseen: StepTest = compile_test(at, f"bool({_text(steps, node, where, lambda _: 0)})", ",w")
    tests: dict[Source, StepTest] = {}
    found: dict[int, StepTest] = {}
    for number, move in enumerate(steps.moves):
        told = move.event in named or not read.isdisjoint(at.world.flow.writes[move.event])
        if not (each or told):
            continue
        look()
        happens = partial(_happens_now, steps, number, where)
        text = _text(steps, node, where, happens)
        if text == 1:
            continue
        if text not in tests:
            tests[text] = compile_test(at, f"bool({text})", ",w")
        found[number] = tests[text]
    return unseen, found


def _happens(steps: Steps, number: int, events: tuple[Event, ...], where: Where) -> bool:
    move = steps.moves[number]
    return move.event in events and steps.layout.world.concerns(move, where)


def _happens_now(steps: Steps, number: int, where: Where, events: tuple[Event, ...]) -> Source:
    return int(_happens(steps, number, events, where))


def _text(
    steps: Steps, node: Expression, where: Where, happens: Callable[[tuple[Event, ...]], Source]
) -> Source:
    world, slots = steps.layout.world, steps.layout.slots

    def leaf(at: Expression) -> Source:
        if isinstance(at, Happens):
            return happens(at.events)
        assert isinstance(at, Read)
        slot = (at.field, world.seen(where, at.whose, world.flow.scope_of(at.field)))
        return f"w[{slots[slot]}]" if at.after else f"v{steps.layout.numbers[slot]}"

    return source(node, leaf)
