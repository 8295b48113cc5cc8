"""Liveness on the flows of the project: fairness that is needed, lassos, and what is told."""

import json
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module

import pytest

from model.flows import flow as flow_of
from model.language import IllFormed, LeadsTo, after
from model.language.claim_checks import check_claim
from properties.analyses.fairness import least_fairness, needs
from properties.current.living import FLAG_ARRIVES
from properties.engine.budget import Budget
from properties.engine.evidence import Lasso
from properties.engine.live.lasso import stands
from properties.engine.prove import decide
from properties.engine.slices.layout import world_of
from properties.engine.verdict import Verdict
from switchproof.cli import main
from tests.engine.test_live_traps import (
    CUT,
    GO,
    ONE,
    STEP,
    ZERO,
    g,
    m,
)

NAMES = ("current", "css", "handover")
LONG = ("each-message-arrives", "what-is-accepted-is-loaded", "services-agree-again")


def claims() -> Iterator[object]:
    for name in NAMES:
        for claim in import_module(f"properties.{name}.living").LIVING:
            marks = [pytest.mark.soak] if claim.id in LONG else []
            yield pytest.param(name, claim, id=f"{name}-{claim.id}", marks=marks)


@pytest.mark.parametrize(("name", "claim"), list(claims()))
def test_each_fairness_that_a_claim_names_is_needed(name: str, claim: LeadsTo) -> None:
    found = needs(flow_of(name), claim)

    assert found
    assert all(need.is_needed for need in found)
    assert all(isinstance(need.result.run, Lasso) for need in found)


def test_fairness_that_is_not_needed_falls_away() -> None:
    mine = flow_of("current")
    more = replace(FLAG_ARRIVES, strong=(*FLAG_ARRIVES.strong, *FLAG_ARRIVES.weak), weak=())
    less = least_fairness(mine, more)

    assert decide(mine, less).verdict is Verdict.PROVED
    assert set(less.weak) == set(FLAG_ARRIVES.weak)
    assert set(less.strong) == set(FLAG_ARRIVES.strong)


def test_a_lasso_is_replayed_and_its_fairness_judged() -> None:
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(ONE))
    lasso = decide(STEP, claim).run
    assert isinstance(lasso, Lasso)
    world = world_of(STEP, lasso.shape)
    assert stands(world, claim, lasso) == []
    with pytest.raises(ValueError, match="not fair"):
        stands(world, replace(claim, weak=(GO,)), lasso)
    with pytest.raises(ValueError, match="goal is met"):
        stands(world, replace(claim, to=m.is_(ZERO)), lasso)
    with pytest.raises(ValueError, match="begin"):
        stands(world, claim, replace(lasso, first=(ONE,)))
    move = next(move for move in world.moves if move.event == GO)
    with pytest.raises(ValueError, match="replay"):
        stands(world, claim, replace(lasso, moves=(move, move)))


def test_a_claim_that_speaks_of_a_step_or_of_no_event_of_the_flow_is_refused() -> None:
    with pytest.raises(IllFormed, match="from state to state"):
        LeadsTo("c", "C.", after(m).is_(ONE), to=m.is_(ONE))
    with pytest.raises(IllFormed, match="several scopes"):
        LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(ONE), weak=((GO, CUT),))
    with pytest.raises(IllFormed, match="no machine"):
        check_claim(STEP, LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(ONE), weak=(CUT,)))
    with pytest.raises(IllFormed, match="no machine"):
        check_claim(STEP, LeadsTo("c", "C.", m.is_(ZERO), to=g.is_(ONE)))


def test_a_limit_is_kept() -> None:
    mine = flow_of("css")
    claim = next(c for c in import_module("properties.css").CLAIMS if c.id == LONG[0])
    result = decide(mine, claim, Budget(seconds=600, views=50))

    assert result.verdict is Verdict.UNDECIDED
    assert result.reason == "limit of 50 views"


def test_verify_and_explain_tell_of_a_lasso(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "css", "--claim", "each-incident-ends", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["flows"][0]["claims"]
    own, broken = rows
    assert (own["kind"], own["verdict"], own["points"], own["run"]) == (
        "leads to",
        "proved",
        "any",
        None,
    )
    assert (broken["steps"], broken["run"]["cycle_from"]) == (3, 3)
    asked = ["explain", "each-incident-ends", "--flow", "css"]
    assert main(asked) == 0
    assert "It rests on ranks over " in " ".join(capsys.readouterr().out.split())
    assert main([*asked, "--variant", "no incident is closed"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Then nothing happens any more." in told
    assert "'resolve the incident about the CSS' can never happen there." in told
    assert main(asked) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "It needs that 'assign the incident about the CSS' at last happens where it can" in told
    assert "'reopen the incident about the CSS'" in told
