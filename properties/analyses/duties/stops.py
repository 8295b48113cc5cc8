"""What stops an actor: what the system refuses, what is a breach, and what is to no effect.

The system refuses an event in some reachable state where a machine that must take part has no
rule that fits; a breach and an act to no effect are rules, and happen.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from model.language.compliance import observer
from model.language.conditions import all_of, any_of
from model.language.events import Event
from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import Move, World
from model.language.transitions import Stop
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.settle import settle
from properties.engine.slices.cases import guard
from properties.engine.slices.seen import parts_of

Stops = Mapping[Stop, tuple[str, ...]]


@cache
def stops(flow: Flow) -> Stops:
    """Return, for each way of being stopped, the events that can meet it."""
    rules = [rule for _, rule in flow.rules()]
    rules += [rule for duty in flow.duties for rule in observer(duty).transitions]
    found = {stop: [str(r.event) for r in rules if r.stops is stop] for stop in Stop}
    found[Stop.CANNOT] = [str(event) for event in _refused(flow)]
    return {stop: tuple(dict.fromkeys(events)) for stop, events in found.items()}


def _refused(flow: Flow) -> Iterator[Event]:
    """Yield the events refused in some reachable state, which for most is the first."""
    world = World(flow, (1,))
    first = next(world.initial_states())
    for event in flow.events:
        at_first = world.outcome(first, Move(event, 0)).after is None
        if at_first or isinstance(settle(parts_of(flow, _possible(flow, event)), Budget()), Run):
            yield event


def _possible(flow: Flow, event: Event) -> Expression:
    taking = flow.taking_part(event)
    return all_of(*(any_of(*(guard(m, rule) for rule in m.rules_of(event))) for m in taking))
