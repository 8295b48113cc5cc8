"""Region by region: what holds whoever an RDP serves, and what one RDP of two regions costs."""

import pytest

from model.handover.by_region import (
    FLOW,
    NORTH,
    SHARED,
    SOUTH,
    STOP_RDP,
    TAKE_EFFECT,
)
from model.language import Claim, Flow, Variant
from properties.engine.prove import decide
from properties.engine.verdict import ANY, Verdict
from properties.handover.by_region import CLAIMS, HOLDING, VARIANTS

BY_ID = {claim.id: claim for claim in CLAIMS}


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_what_is_claimed_of_rdps_that_serve_one_network_party_holds(claim: Claim) -> None:
    assert decide(FLOW, claim).verdict is Verdict.PROVED


@pytest.mark.parametrize("claim", HOLDING, ids=lambda claim: claim.id)
def test_the_same_holds_of_rdps_that_serve_two(claim: Claim) -> None:
    assert decide(SHARED, claim).verdict is Verdict.PROVED


@pytest.mark.parametrize("flow", [FLOW, SHARED], ids=["one", "two"])
def test_exactly_one_owes_whatever_the_number_of_points(flow: Flow) -> None:
    assert decide(flow, BY_ID["one-bound-obligor"]).points == ANY


@pytest.mark.parametrize("variant", VARIANTS, ids=lambda variant: variant.name)
def test_a_variant_breaks_what_it_should(variant: Variant) -> None:
    for claim, steps in variant.breaks.items():
        found = decide(variant.flow, BY_ID[claim])
        assert found.verdict is Verdict.REFUTED
        assert found.run is not None
        assert (len(found.run), sum(found.run.shape)) == (steps, variant.points)


def test_an_rdp_of_two_regions_is_shut_out_by_the_change_in_one_of_them() -> None:
    run = decide(SHARED, BY_ID["what-is-owed-can-still-be-accepted"]).run
    assert run is not None
    stop, change = (move.event for move in run.moves)
    assert stop == STOP_RDP
    assert change in (TAKE_EFFECT[NORTH], TAKE_EFFECT[SOUTH])
