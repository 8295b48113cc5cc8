"""Liveness on the flows of the project: certificates that are checked, fairness that is needed."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from random import Random

import pytest

from model.flows import flow as flow_of
from model.language import POINT, IllFormed, LeadsTo, Transition, after
from model.language.checks import check_claim
from properties.budget import Budget
from properties.current.living import FLAG_ARRIVES
from properties.layout import world_of
from properties.live.certificate import check
from properties.live.lasso import stands
from properties.live.needed import needs, smallest
from properties.live.ranks import Ranking, Ranks
from properties.live.reading import Rejected
from properties.prove import decide
from properties.reach import Closure
from properties.verdict import Lasso, Verdict
from switchproof.cli import main
from tests.test_live_traps import (
    BACK,
    CUT,
    GO,
    MIDNIGHT,
    NIGHT,
    ONE,
    PREPARE,
    STEP,
    TWO,
    ZERO,
    flow,
    g,
    m,
    machine,
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
    less = smallest(mine, more)

    assert decide(mine, less).verdict is Verdict.PROVED
    assert set(less.weak) == set(FLAG_ARRIVES.weak)
    assert set(less.strong) == set(FLAG_ARRIVES.strong)


def ranks_of_night() -> tuple[LeadsTo, Ranks, Closure]:
    """A proof with a lemma, and the views that it is about."""
    claim = LeadsTo("c", "C.", m.is_(ONE), to=g.is_(ONE), weak=(MIDNIGHT, PREPARE))
    result = decide(NIGHT, claim)
    assert result.ranks is not None
    kept = frozenset(result.ranks.kept)
    closure = Closure(NIGHT, kept, [(1,)], Budget(), watched=(MIDNIGHT, PREPARE))
    closure.close()
    check(NIGHT, claim, result.ranks, closure)
    assert result.ranks.lemmas
    return claim, result.ranks, closure


def ranks_of_flags() -> tuple[LeadsTo, Ranks, Closure]:
    """A proof with several levels."""
    mine = flow_of("current")
    result = decide(mine, FLAG_ARRIVES)
    assert result.ranks is not None
    kept = frozenset(result.ranks.kept)
    closure = Closure(mine, kept, [(1,)], Budget(), watched=FLAG_ARRIVES.events)
    closure.close()
    check(mine, FLAG_ARRIVES, result.ranks, closure)
    return FLAG_ARRIVES, result.ranks, closure


def rejected(claim: LeadsTo, ranks: Ranks, closure: Closure) -> bool:
    try:
        check(closure.ghosts.flow, claim, ranks, closure)
    except Rejected:
        return True
    return False


def test_a_proof_without_its_lemmas_is_rejected() -> None:
    claim, ranks, closure = ranks_of_night()

    assert rejected(claim, replace(ranks, lemmas=()), closure)
    assert rejected(claim, replace(ranks, rankings=()), closure)
    assert rejected(replace(claim, weak=(MIDNIGHT,)), ranks, closure)


def drop_a_view(ranking: Ranking, random: Random) -> Ranking:
    gone = random.choice(list(ranking.levels))
    return replace(ranking, levels={v: each for v, each in ranking.levels.items() if v != gone})


def change(ranking: Ranking, random: Random, how: Callable[[int, int], tuple[int, int]]) -> Ranking:
    view = random.choice(list(ranking.levels))
    levels = list(ranking.levels[view])
    at = random.randrange(len(levels))
    levels[at] = how(*levels[at])
    return replace(ranking, levels={**ranking.levels, view: tuple(levels)})


def another_helper(ranking: Ranking, random: Random) -> Ranking:
    def other(rank: int, helper: int) -> tuple[int, int]:
        number = len(ranking.helpers)
        return rank, (helper + 1 + random.randrange(number - 1)) % number

    return change(ranking, random, other)


def a_level_less(ranking: Ranking, random: Random) -> Ranking:
    view = random.choice(list(ranking.levels))
    return replace(ranking, levels={**ranking.levels, view: ranking.levels[view][:-1]})


@pytest.mark.parametrize("corrupt", [drop_a_view, another_helper, a_level_less])
def test_a_corrupted_ranking_is_rejected(
    corrupt: Callable[[Ranking, Random], Ranking],
) -> None:
    claim, ranks, closure = ranks_of_flags()
    random = Random(7)
    (ranking,) = ranks.rankings
    for _ in range(40):
        broken = replace(ranks, rankings=(corrupt(ranking, random),))
        assert rejected(claim, broken, closure)


def test_ranks_that_end_before_the_goal_are_rejected() -> None:
    """What is supposed holds at 0 alone; 1 lies on the way to 2 and needs a rank as well."""
    way = flow(machine(m, POINT, Transition(GO, ZERO, ONE), Transition(BACK, ONE, TWO)))
    claim = LeadsTo("c", "C.", m.is_(ZERO), to=m.is_(TWO), weak=(GO, BACK))
    ranks = decide(way, claim).ranks
    assert ranks is not None
    closure = Closure(way, frozenset({m}), [(1,)], Budget(), watched=(GO, BACK))
    closure.close()
    check(way, claim, ranks, closure)
    (ranking,) = ranks.rankings
    short = {view: each for view, each in ranking.levels.items() if list(view) == [0]}

    assert len(ranking.levels) == 2
    assert rejected(claim, replace(ranks, rankings=(replace(ranking, levels=short),)), closure)


def test_a_rank_that_is_raised_or_lowered_is_rejected_or_still_a_rank() -> None:
    """Some ranks have room: raised or lowered at random, most are rejected, and none is fatal."""
    claim, ranks, closure = ranks_of_flags()
    random, (ranking,) = Random(7), ranks.rankings
    wrong = sum(
        rejected(claim, replace(ranks, rankings=(moved,)), closure)
        for _ in range(60)
        for moved in [change(ranking, random, lambda rank, helper: (max(0, rank - 5), helper))]
    )
    assert wrong > 20


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
    move = next(move for move in world.moves() if move.event == GO)
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
    result = decide(mine, claim, Budget(seconds=30, views=50))

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
    assert own["method"].startswith("ranks over ")
    assert (broken["steps"], broken["run"]["cycle_from"]) == (3, 3)
    asked = ["explain", "each-incident-ends", "--flow", "css"]
    assert main([*asked, "--variant", "no incident is closed"]) == 0
    told = capsys.readouterr().out
    assert "Then nothing happens any more." in told
    assert "'resolve the incident about the CSS' can never happen there." in told
    assert main(asked) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "It needs that 'assign the incident about the CSS' at last happens where it can" in told
    assert "'reopen the incident about the CSS'" in told
