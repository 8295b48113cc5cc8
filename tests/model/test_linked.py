"""Stories of a linked pair: its legs are secured together or end together."""

import pytest

from model.language import Event
from model.linked import legs
from model.linked.flow import FLOW
from model.linked.gate import Gate, gate
from model.linked.legs import CLOSE_GATE, CLOSE_WINDOW, ENDED, OTHER, SECURED_ACTIVE, Fuel, leg
from model.walk import Walk
from properties.linked import VARIANTS
from tests.walking import refuse, take

BOTH = tuple(CLOSE_WINDOW[f] for f in Fuel)


def states(walk: Walk) -> list[object]:
    return [walk.read(leg[f]) for f in Fuel]


def test_the_flow_is_deletion_closed() -> None:
    assert FLOW.obstacles == ()


def test_both_legs_are_secured_at_one_gate() -> None:
    walk = take(Walk(FLOW), *BOTH, CLOSE_GATE)
    assert states(walk) == [SECURED_ACTIVE, SECURED_ACTIVE]


@pytest.mark.parametrize("fuel", Fuel)
@pytest.mark.parametrize("end", [legs.WITHDRAW, legs.ANNUL, legs.CANCEL], ids=["w", "a", "c"])
def test_the_end_of_one_leg_is_passed_on_before_the_gate_closes(fuel: Fuel, end: Event) -> None:
    walk = take(Walk(FLOW), CLOSE_WINDOW[OTHER[fuel]], end[fuel])
    assert "the other leg" in refuse(walk, CLOSE_GATE)
    take(walk, legs.PASS_ON[OTHER[fuel]], CLOSE_GATE)
    assert states(walk) == [ENDED, ENDED]
    assert walk.read(gate) is Gate.CLOSED


@pytest.mark.parametrize("fuel", Fuel)
def test_the_gate_waits_for_the_window_of_each_leg(fuel: Fuel) -> None:
    walk = take(Walk(FLOW), CLOSE_WINDOW[fuel])
    refuse(walk, CLOSE_GATE)
    refuse(walk, legs.PASS_ON[OTHER[fuel]])


@pytest.mark.parametrize("fuel", Fuel)
def test_nobody_stops_a_leg_that_is_secured(fuel: Fuel) -> None:
    walk = take(Walk(FLOW), *BOTH, CLOSE_GATE)
    for act in (legs.WITHDRAW[fuel], legs.ANNUL[fuel], legs.CANCEL[fuel], legs.PASS_ON[fuel]):
        refuse(walk, act)


def test_processed_apart_one_is_secured_and_the_other_is_not() -> None:
    apart = next(v.flow for v in VARIANTS if v.name == "processed apart")
    walk = take(Walk(apart), *BOTH, legs.WITHDRAW[Fuel.GAS], CLOSE_GATE)
    assert states(walk) == [SECURED_ACTIVE, ENDED]
