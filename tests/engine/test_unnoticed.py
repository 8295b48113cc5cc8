"""Small flows for faults of the engine that no other test noticed."""

from dataclasses import replace

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Step,
    Transition,
    all_my_points,
    all_providers,
    happens,
    some_provider,
)
from model.language.meaning import Move
from properties.engine.evidence import Lasso
from properties.engine.live.lasso import stands
from properties.engine.prove import decide
from properties.engine.slices.layout import world_of
from properties.engine.slices.seen import outlook, sights
from properties.engine.verdict import Verdict
from tests.packet_format import rejected
from tests.packing import forged
from tests.strategies import Stage

BY = Party("somebody")
ONE, TWO, THREE = Stage
at, point = Field("at", Stage, ONE), Field("point", Stage, ONE)
ON = Event("on", INDUSTRY, BY)
ROUND = Flow(
    "round",
    "Round and round.",
    (
        Machine(
            "m",
            INDUSTRY,
            at,
            (Transition(ON, ONE, TWO), Transition(ON, TWO, ONE)),
        ),
        Machine("p", POINT, point, ()),
    ),
    (BY,),
)


def test_a_lasso_whose_cycle_does_not_come_back_is_none() -> None:
    claim = LeadsTo("c", "C.", at.is_(ONE), to=at.is_(THREE), weak=(ON,))
    lasso = decide(ROUND, claim).run
    assert isinstance(lasso, Lasso)
    world, on = world_of(ROUND, lasso.shape), Move(ON, 0)
    assert stands(world, claim, replace(lasso, moves=(on, on), back=0, since=0))
    for moves in ((on,), (on, on, on)):
        with pytest.raises(ValueError, match="does not replay"):
            stands(world, claim, replace(lasso, moves=moves, back=0, since=0))


provider = Field("provider", Stage, ONE)
CUT, READY, GO = Event("cut", INDUSTRY, BY), Event("ready", PROVIDER, BY), Event("go", POINT, BY)
IS_TWO, IS_READY = point.is_(TWO), provider.is_(TWO)
ALL_READY = Flow(
    "cut",
    "A cut for which all providers must be ready.",
    (
        Machine("m", INDUSTRY, at, (Transition(CUT, ONE, TWO, all_providers(IS_READY)),)),
        Machine("q", PROVIDER, provider, (Transition(READY, ONE, TWO),)),
        Machine("p", POINT, point, (Transition(GO, ONE, TWO),)),
    ),
    (BY,),
)


def test_an_event_that_the_whole_flow_refuses_breaks_no_claim() -> None:
    """What it asks for is not kept at first, so the slice lets it happen."""
    never = Transition(GO, ONE, TWO, provider.is_(THREE))
    machines = (Machine("p", POINT, point, (never,)), ALL_READY.machines[1])
    result = decide(Flow("never", "Never.", machines, (BY,)), Step("c", "C.", ~happens(GO)))

    assert result.verdict is Verdict.PROVED


def test_the_provider_that_a_guard_asks_for_may_have_no_points() -> None:
    """Its points, of which there are none, are all where the others' points never are."""
    machines = (
        Machine("p", POINT, point, (Transition(GO, ONE, THREE),)),
        Machine("q", PROVIDER, provider, (Transition(READY, ONE, TWO, all_my_points(IS_TWO)),)),
        Machine("m", INDUSTRY, at, (Transition(CUT, ONE, TWO, some_provider(IS_READY)),)),
    )
    flow, claim = Flow("small", "Small.", machines, (BY,)), at.is_not(TWO)
    assert decide(flow, Always("c", "C.", claim)).verdict is Verdict.REFUTED
    for sight in sights(flow, outlook(flow, claim)):
        assert rejected(*forged(flow, claim, sight))
