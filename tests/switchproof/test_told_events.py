"""What a story says of an event: who acts, in the sentence of its definition, or its bare name."""

from collections import Counter
from collections.abc import Iterator
from enum import Enum

import pytest

from model.flows import FLOWS
from model.language import POINT, Event, Field, Flow, IllFormed, Machine, Party, Transition
from model.parties import CLOCK, COMMUNICATIONS, OUTSIDER
from model.walk import Walk
from switchproof.deciding.load import load
from switchproof.telling.sentences import happening
from switchproof.telling.story import step

NATURE = (CLOCK, COMMUNICATIONS, OUTSIDER)  # what comes of itself need not be said to act


class Who(Enum):
    ANN = "Ann"
    BEN = "Ben"


class Order(Enum):
    PLACED = "placed"
    SHIPPED = "shipped"


ANN, BEN = EACH = tuple(Who)
SHOP, CARRIER = Party("shop"), Party("carrier")


def acts(name: str) -> Iterator[tuple[Flow, Event, Party | None]]:
    """Yield each event of a flow and of its variants, with who acts."""
    mine = load(name)
    for flow in (mine.flow, *(variant.flow for variant in mine.variants)):
        for _, rule in flow.rules():
            yield flow, rule.event, rule.actor or rule.event.by


def ill_told(name: str) -> Iterator[str]:
    """Yield each event that no sentence tells, or that a sentence tells without who acts."""
    for flow, event, actor in acts(name):
        if not event.told or (actor not in NATURE and "{by}" not in event.told):
            yield f"{flow.name}: {event}"


@pytest.mark.parametrize("name", FLOWS)
def test_every_event_has_a_sentence_that_says_who_acts(name: str) -> None:
    assert sorted(set(ill_told(name))) == []


@pytest.mark.parametrize("name", FLOWS)
def test_no_two_events_of_a_flow_are_told_alike(name: str) -> None:
    base = load(name).flow
    told = {(e, a): happening(e, a) for flow, e, a in acts(name) if flow is base}
    assert [words for words, n in Counter(told.values()).items() if n > 1] == []
    assert not any("{" in words for words in told.values())


def told_of(event: Event, points: int = 1, by: Party | None = None) -> str:
    """Return how the step is told in which an order is shipped at the last point."""
    order = Field("order", Order, Order.PLACED, told=("nothing has left", "the order has left"))
    rules = (Transition(event, Order.PLACED, Order.SHIPPED, by=by),)
    flow = Flow("orders", "Orders", (Machine("order", POINT, order, rules),), (SHOP, CARRIER))
    walk = Walk(flow, shape=(points,))
    return next(step(flow, walk.world, walk.take(event, points - 1)))


def test_the_sentence_says_who_acts() -> None:
    ship = Event("ship", POINT, SHOP, told="{by} ships the order")
    assert told_of(ship) == "1. The shop ships the order: the order has left."


def test_whoever_acts_in_a_rule_is_said_to_act() -> None:
    ship = Event("ship", POINT, told="{by} ships the order")
    assert told_of(ship, by=CARRIER) == "1. The carrier ships the order: the order has left."
    assert happening(ship, None) == "somebody ships the order"


def test_without_a_sentence_an_event_is_told_by_who_acts_and_its_name() -> None:
    assert told_of(Event("ship", POINT, SHOP)) == "1. Shop: ship: the order has left."
    assert happening(Event("ship", POINT), None) == "ship"


def test_where_there_are_several_it_is_said_where_it_happens() -> None:
    ship = Event("ship", POINT, SHOP, told="{by} ships it")
    assert (
        told_of(ship, points=2)
        == "1. The shop ships it at point 2: at point 2: the order has left."
    )


def test_of_a_family_each_member_has_the_sentence() -> None:
    ship = Event("ship", POINT, SHOP, of=EACH, told="{by} ships the order of {}")
    assert [happening(one, SHOP) for one in ship.values()] == [
        "the shop ships the order of Ann",
        "the shop ships the order of Ben",
    ]
    assert str(ship[ANN]) == "ship (Ann)"


@pytest.mark.parametrize(
    ("told", "complaint"),
    [
        ("{by} ships it", "'told' says '{by} ships it' of each who; write {}"),
        ("{} gets it ", "its told begins or ends with a space"),
        (("{} gets it",), "its told is a text, not"),
    ],
)
def test_a_sentence_that_does_not_fit_is_refused(told: str, complaint: str) -> None:
    with pytest.raises(IllFormed, match="event 'ship'") as refused:
        Event("ship", POINT, SHOP, of=EACH, told=told)
    assert complaint in str(refused.value)


def test_how_it_is_told_makes_no_other_event() -> None:
    assert Event("ship", POINT, told="it leaves") == Event("ship", POINT)
