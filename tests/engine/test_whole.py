"""What a claim joins is settled part by part, each as seen from the places of the whole."""

from enum import Enum
from itertools import count

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Sometimes,
    Step,
    Transition,
    after,
    all_my_points,
    all_of,
    all_other_points,
    at_other_point,
    at_other_provider,
    choose,
    some_point,
)
from model.language.claims import Claim
from properties.engine import instances, vacuous
from properties.engine import settle as settling
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run, Undecided
from properties.engine.free import SORTS, misfits_of, settle_misfits
from properties.engine.prove import decide
from properties.engine.settle import settle_part
from properties.engine.slices.refine import refine
from properties.engine.slices.seen import Part, Sight
from properties.engine.verdict import Result, Verdict
from switchproof.telling.story import tell
from tests.packet_format import rejected
from tests.packing import packed


class Stage(Enum):
    """States of a point, and of a provider."""

    IDLE, VOTED, COMMITTED = "idle", "voted", "committed"


class On(Enum):
    """The state of what has only fields."""

    ON = "on"


IDLE, VOTED, COMMITTED = Stage
BY = Party("somebody")
VOTE, COMMIT, READY = Event("vote", POINT, BY), Event("commit", POINT, BY), Event("r", PROVIDER, BY)
stage, votes = Field("stage", Stage, IDLE), Field("votes", range(5), 0)
heard, on = Field("somebody voted", bool, False), Field("on", On, On.ON)
provider = Field("state of the provider", Stage, IDLE)
other, other_provider = at_other_point(stage), at_other_provider(provider)
HEARD = stage.is_(COMMITTED).implies(heard)

# A point commits when no other is idle; alone, without a vote.
PAIR = Flow(
    "pair",
    "Points wait for the others",
    [
        Machine(
            "point",
            POINT,
            stage,
            [
                Transition(VOTE, IDLE, VOTED),
                Transition(COMMIT, IDLE, COMMITTED, all_other_points(stage.is_not(IDLE))),
            ],
        ),
        Machine(
            "box", INDUSTRY, on, [Transition(VOTE, On.ON, STAYS, then={heard: True})], (heard,)
        ),
    ],
    [BY],
)
# Four points are needed for the last vote.
COUNTED = Flow(
    "counted",
    "Votes are counted",
    [
        Machine("point", POINT, stage, [Transition(VOTE, IDLE, VOTED)]),
        Machine(
            "box",
            INDUSTRY,
            on,
            [Transition(VOTE, On.ON, STAYS, then={votes: choose(votes.is_(4), 4, votes + 1)})],
            (votes,),
        ),
    ],
    [BY],
)
UNVOTED, FEW = stage.is_(IDLE), votes.less_than(4)


def always(body: Expression) -> Claim:
    return Always("c", "C.", body)


def shown(result: Result) -> tuple[int, int]:
    """With how many points, and in how many steps."""
    assert result.run is not None
    return sum(result.run.shape), len(result.run)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param((stage.is_(COMMITTED) & other.in_(*Stage)).implies(heard), id="implication"),
        pytest.param(stage.is_not(COMMITTED) | heard | ~other.in_(*Stage), id="or"),
        pytest.param(HEARD & other.in_(*Stage), id="and"),
        pytest.param(HEARD & ~all_of(stage.is_(COMMITTED), other.is_(COMMITTED)), id="a real part"),
        pytest.param(~(~HEARD | ~other.in_(*Stage)), id="none of several"),
    ],
)
def test_the_same_truth_of_each_pair_is_proved_however_it_is_written(body: Expression) -> None:
    assert decide(PAIR, always(body)).verdict is Verdict.PROVED
    assert rejected(*packed(PAIR, always(body))) == ""


def test_runs_are_searched_with_as_many_points_as_are_asked_for() -> None:
    claim = always(FEW)

    assert "no run with up to 2 points, and" in decide(COUNTED, claim, Budget(points=2)).reason
    assert shown(decide(COUNTED, claim, Budget(points=4))) == (4, 4)
    assert rejected(*packed(COUNTED, claim, budget=Budget(points=4))) == ""


def test_what_sometimes_happens_is_not_asked_of_more_than_three_points() -> None:
    claim = Sometimes("c", "C.", votes.is_(4))

    for most in (2, 5):
        reason = decide(COUNTED, claim, Budget(points=most)).reason
        assert "no run with up to 3 points, and" in reason


def test_a_part_on_one_point_alone_is_refuted_by_that_point_alone() -> None:
    assert shown(decide(PAIR, always(HEARD))) == (1, 1)


def test_what_one_or_another_does_is_shown_where_there_is_another() -> None:
    claim = Sometimes("c", "C.", all_of(stage.is_(VOTED), heard) | other.is_(VOTED))
    result = decide(PAIR, claim)

    assert [sum(run.shape) for run in result.runs] == [2, 3]
    assert rejected(*packed(PAIR, claim)) == ""


def test_the_situation_of_a_pair_arises_where_there_is_a_pair() -> None:
    """Alone a point commits unheard; where there is another it never does."""
    claim = always(
        all_of(stage.is_(COMMITTED), ~heard).implies(other.is_(VOTED)) & other.in_(*Stage)
    )
    result = decide(PAIR, claim)

    assert (result.verdict, result.marks) == (Verdict.PROVED, ("empty",))
    assert rejected(*packed(PAIR, claim)) == ""


def test_a_provider_without_points_is_no_place_of_a_claim_on_a_point_and_its_provider() -> None:
    """Its points, of which there are none, have all voted."""
    ready = Transition(READY, IDLE, VOTED, all_my_points(stage.is_(VOTED)))
    machines = (
        Machine("point", POINT, stage, ()),
        Machine("provider", PROVIDER, provider, (ready,)),
    )
    flow = Flow("empty", "A provider without points", machines, (BY,))
    both = always(provider.is_(IDLE) & stage.is_(IDLE))

    assert shown(decide(flow, always(provider.is_(IDLE)))) == (1, 1)
    assert decide(flow, both).verdict is Verdict.PROVED
    assert rejected(*packed(flow, both)) == ""


@pytest.mark.parametrize("body", [UNVOTED & FEW, FEW & UNVOTED])
def test_a_part_that_is_refuted_refutes_the_whole_though_another_is_undecided(
    body: Expression,
) -> None:
    assert decide(COUNTED, always(FEW)).verdict is Verdict.UNDECIDED
    result = decide(COUNTED, always(body))

    assert result.verdict is Verdict.REFUTED
    assert shown(result) == (1, 1)
    assert result.run is not None
    assert not result.run.shortest
    assert rejected(*packed(COUNTED, always(body))) == ""


def test_a_step_that_breaks_one_part_breaks_the_whole_claim_on_steps() -> None:
    body = after(stage).is_(IDLE) & after(votes).less_than(4)

    assert shown(decide(COUNTED, Step("c", "C.", body))) == (1, 1)


def test_one_part_that_is_reached_is_enough_though_another_is_undecided() -> None:
    claim = Sometimes("c", "C.", stage.is_(VOTED) | votes.is_(4))
    result = decide(COUNTED, claim)

    assert [sum(run.shape) for run in result.runs] == [1, 2, 3]
    assert rejected(*packed(COUNTED, claim)) == ""


@pytest.mark.parametrize("first", [True, False])
def test_a_part_that_takes_all_its_time_leaves_the_others_theirs(
    *, first: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, slow = count(), heard.is_(False)

    def spends(part: Part, budget: Budget) -> object:
        if part.body is slow:
            next(asked)
            budget.seconds = -1.0
        budget.check()
        return settle_part(part, budget)

    monkeypatch.setattr(settling, "settle_part", spends)
    body = slow & UNVOTED if first else UNVOTED & slow
    result = decide(PAIR, always(body), Budget(seconds=60))

    assert shown(result) == (1, 1)
    assert next(asked) == 2  # asked again when the others were done


def test_another_provider_is_found_though_a_part_on_it_alone_is_undecided() -> None:
    q, r, flag = Field("q", Stage, IDLE), Field("r", Stage, IDLE), Field("f", bool, False)
    done = Field("e", bool, False)
    machines = [
        Machine("q", POINT, q, [Transition(VOTE, VOTED, STAYS, ~flag)], (flag,)),
        Machine(
            "r",
            PROVIDER,
            r,
            [Transition(VOTE, IDLE, COMMITTED, some_point(~flag), {done: True})],
            (done,),
        ),
    ]
    flow = Flow("missed", "Two providers", machines, [BY])
    elsewhere = at_other_provider(r).is_(COMMITTED)

    for body in (
        elsewhere & r.is_not(VOTED) & ~at_other_provider(done),
        ~at_other_provider(done) & r.is_not(VOTED) & elsewhere,
    ):
        assert shown(decide(flow, always(body))) == (1, 0)


def test_a_search_that_was_not_finished_is_not_said_to_have_found_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stops(part: Part, sight: list[Sight], budget: Budget, *, ghosts: bool) -> object:
        if sum(sight[0][0]) > 1:
            raise Spent("limit of 3 views")
        return refine(part, sight, budget, ghosts=ghosts)

    assert "no run with up to 3 points, and" in decide(COUNTED, always(FEW)).reason
    monkeypatch.setattr(instances, "refine", stops)
    said = "no run with up to 1 point, and the search with 2 points was not finished (limit of 3"
    assert decide(COUNTED, always(FEW)).reason.startswith(said)


def test_a_run_against_one_part_is_told_at_the_place_of_the_whole() -> None:
    claim = always(HEARD & ~all_of(stage.is_(VOTED), other.is_(VOTED)))
    result = decide(PAIR, claim)
    assert result.run is not None

    *_, told = tell(PAIR, claim, result.run)
    assert shown(result) == (2, 2)
    assert "at point 1: stage is voted; at point 2: stage is voted" in told


def test_the_checker_rejects_a_part_that_is_seen_from_its_own_place_alone() -> None:
    pair, alone = always(heard.in_(True, False) & other.in_(*Stage)), always(heard.in_(True, False))
    data, made = packed(PAIR, pair)
    _, own = packed(PAIR, alone)
    made["proofs"][0] = own["proofs"][0]

    assert rejected(data, made) == "a place names others than the claim does"


def test_the_checker_rejects_a_situation_that_arises_where_the_claim_is_not_seen() -> None:
    unheard = all_of(stage.is_(COMMITTED), ~heard)
    pair, alone = always(unheard.implies(other.is_(VOTED))), always(unheard.implies(~heard))
    data, made = packed(PAIR, pair)
    _, own = packed(PAIR, alone)
    assert "run" in own["situations"][0]
    made |= {"empty": False, "situations": own["situations"]}

    assert rejected(data, made) == "a place names others than the claim does"


def test_a_claim_that_holds_whose_situation_took_too_long_says_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def spent(*_: object) -> None:
        raise Spent("limit of 3 views")

    monkeypatch.setattr(vacuous, "settle", spent)
    result = decide(PAIR, always(stage.is_(VOTED).implies(heard)))

    assert result.verdict is Verdict.UNDECIDED
    unknown = "whether its situation arises is not known: limit of 3 views"
    assert result.reason == f"it holds, but {unknown}"


def test_a_situation_that_never_arises_is_told_though_another_is_not_known(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow = votes.is_(1)

    def spends(parts: list[Part], budget: Budget) -> object:
        if any(leaf is slow for part in parts for leaf in getattr(part.body, "arguments", ())):
            raise Spent("limit of 3 views")
        return settling.settle(parts, budget)

    monkeypatch.setattr(vacuous, "settle", spends)
    never = stage.is_(COMMITTED).implies(votes.is_(0))
    result = decide(COUNTED, always(never & slow.implies(stage.is_not(COMMITTED))))

    assert result.reason.startswith("it holds, but one of its situations never arises, and")


def test_a_doubt_that_comes_true_is_not_hidden_by_one_that_is_not_known() -> None:
    """Whether the votes are four is not known; that one vote more leaves the sort is shown."""
    vote, count_up = Transition(VOTE, IDLE, VOTED), {votes: votes + 1}
    full = Field("the ballots", range(1), 0)
    machines = [
        Machine("point", POINT, stage, [vote]),
        Machine("box", INDUSTRY, on, [Transition(VOTE, On.ON, STAYS, then=count_up)], (votes,)),
        Machine("urn", INDUSTRY, Field("urn", On, On.ON), [urn(full)], (full,)),
    ]
    flow = Flow("overflows", "More votes than numbers", machines, [BY])
    (doubt, *_), last = misfits_of(flow, SORTS), list(misfits_of(flow, SORTS))[-1]

    with pytest.raises(Undecided):
        settle_misfits(flow, [doubt], Budget())
    for doubts in ([doubt, last], [last, doubt]):
        run = settle_misfits(flow, doubts, Budget())
        assert isinstance(run, Run)
        assert len(run) == 0


def urn(full: Field) -> Transition:
    """A rule that leaves the sort of a field at once."""
    return Transition(COMMIT, On.ON, STAYS, then={full: full + 1})
