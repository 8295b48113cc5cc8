"""What an event asks of those who are led to let it happen, and by which steps they are led.

Whoever is asked and is not seen is led there before: providers first, then points, one by one.
So a step by which one is led writes nothing that is wider than who takes it, and asks nobody.
"""

from collections.abc import Iterator

from model.language.asking import Demand, demands
from model.language.conditions import all_of
from model.language.events import Event, Scope
from model.language.expressions import Expression, Quantifier
from model.language.flow import Flow
from properties.engine.live.fair import read_from
from properties.engine.live.views import NO_POINT, ONE_POINT
from properties.engine.slices.layout import Shape

Led = tuple[Shape, Scope]  # as who is led is seen, and from which scope on it sees what asks it


def asks_all(flow: Flow, event: Event) -> bool:
    """Tell whether whatever an event asks of others is asked of all of them."""
    return all(demand.quantifier.is_universal for demand in demands(flow, event))


def asks_nobody(flow: Flow, event: Event) -> Expression:
    """Say that no rule by which an event asks something of others can fit as it is."""
    return all_of(*(~all_of(*demand.given) for demand in demands(flow, event)))


def who_is_led(flow: Flow, event: Event) -> tuple[Led, ...]:
    """Return all who may have to be led, so that an event can happen."""
    return tuple(dict.fromkeys(_who(flow, event)))


def _who(flow: Flow, event: Event) -> Iterator[Led]:
    for demand in demands(flow, event):
        if demand.whom is Scope.POINT:
            yield ONE_POINT, demand.shared
        elif flow.has_providers:
            yield NO_POINT, demand.shared


def agrees(flow: Flow, event: Event, shape: Shape) -> Expression:
    """Say that the one who is seen, and stands still, refuses nothing that it is asked itself."""
    return all_of(
        *(
            all_of(*demand.given).implies(demand.body)
            for demand in demands(flow, event)
            if demand.quantifier is not Quantifier.ALL_OTHER_POINTS
            and (any(shape) or demand.whom is Scope.PROVIDER)
        )
    )


def is_led(flow: Flow, event: Event, who: Led) -> Expression:
    """Say that one who is led refuses nothing any more, whatever holds of the one who asks."""
    shape, shared = who
    whom = Scope.POINT if any(shape) else Scope.PROVIDER
    mine = (d for d in demands(flow, event) if d.whom is whom and d.shared >= shared)

    def given(demand: Demand) -> Expression:
        return all_of(*(atom for atom in demand.given if read_from(flow, shared, atom)))

    return all_of(*(given(demand).implies(demand.body) for demand in mine))


def leads(flow: Flow, event: Event, shape: Shape) -> bool:
    """Tell whether one who is led may take an event on its way, where that asks nobody."""
    mine = event.scope is (Scope.POINT if any(shape) else Scope.PROVIDER)
    wider = (m for m in flow.taking_part(event) if m.scope > event.scope)
    return mine and not any(m.writes(event) for m in wider)
