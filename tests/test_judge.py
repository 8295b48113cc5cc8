"""Z3 is the judge: no invariant comes of a false claim, whatever is said to have been met."""

from contextlib import suppress

import pytest
from hypothesis import given

from model.language import (
    INDUSTRY,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
)
from model.language.meaning import Where
from properties.budget import Budget
from properties.judge import Disagreement, Judge, encodings
from properties.layout import Shape
from properties.reach import Closure
from properties.seen import NOBODY_SEEN, compile_claim, sights
from tests.strategies import Stage, random_condition, random_flow, seeds


def judged(flow: Flow, claim: Expression, kept: frozenset[Field], shape: Shape, at: Where) -> bool:
    """Tell whether Z3 accepts what a closure leaves that forgot each view which breaks a claim."""
    closure = Closure(flow, kept, [shape], Budget())
    closure.close()
    met = {each: reach.order for each, reach in closure.reaches.items()}
    holds = compile_claim(closure.reaches[shape].steps, claim, at)
    good = [view for view in met[shape] if holds(view, NOBODY_SEEN, view)]
    if len(good) == len(met[shape]):
        return False
    met[shape] = good
    Judge(encodings(flow), kept, met, (claim, {shape: at}), Budget()).invariant()
    return True


@given(seed=seeds)
def test_a_false_claim_is_never_accepted(seed: int) -> None:
    flow = random_flow(seed)
    claim = random_condition(seed + 1, flow)
    shape, at = list(sights(flow, claim))[-1][0]
    accepted = False
    with suppress(Disagreement):
        accepted = judged(flow, claim, frozenset(flow.fields), shape, at)

    assert not accepted


def test_a_first_state_that_was_forgotten_is_noticed() -> None:
    by = Party("somebody")
    state, mark = Field("state", Stage, Stage.ONE), Field("mark", bool, (False, True))
    go = Event("go", INDUSTRY, by)
    rules = [Transition(go, Stage.ONE, STAYS)]
    flow = Flow("small", "Small.", [Machine("m", INDUSTRY, state, rules, (mark,))], [by])
    for claim in (mark.is_(value=False), mark.is_(value=True)):
        with pytest.raises(Disagreement):
            judged(flow, claim, frozenset({mark}), (1,), Where(point=0))
