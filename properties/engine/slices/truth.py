"""A claim as a test on the views and steps of a search."""

from collections.abc import Callable
from functools import partial

from model.language.events import Event, Happens
from model.language.expressions import Expression, Read, reads
from model.language.meaning import Where
from properties.engine.budget import look
from properties.engine.slices.layout import View
from properties.engine.slices.seen import watched_by
from properties.engine.slices.source import Source, compile_test, source
from properties.engine.slices.steps import Steps

NOBODY_SEEN = -1  # the number of a step that no kept field shows, or of somebody else's

Test = Callable[[View, int, View], bool]
StepTest = Callable[[View, View], bool]


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
    unseen: StepTest = compile_test(at, f"bool({_text(steps, node, where, lambda _: 0)})", ",w")
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
