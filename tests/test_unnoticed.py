"""Small flows for faults of the engine that no other test noticed."""

from dataclasses import replace

import pytest

from model.language import INDUSTRY, POINT, Event, Field, Flow, LeadsTo, Machine, Party, Transition
from model.language.meaning import Move
from properties.layout import world_of
from properties.live.lasso import stands
from properties.prove import decide
from properties.verdict import Lasso
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
