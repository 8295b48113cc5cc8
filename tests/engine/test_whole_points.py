"""How claims stand with just so many points: in all states of each instance, and in no other."""

from collections.abc import Sequence

import pytest

from model.language import (
    POINT,
    PROVIDER,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Sometimes,
    Step,
    Transition,
    after,
    all_my_points,
    at_other_point,
)
from model.language.claims import Claim
from model.language.meaning import World
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.explicit import search as explicit
from properties.engine.explicit.asked import Sought
from properties.engine.explicit.search import Searched
from properties.engine.free import free_claims
from properties.engine.prove import decide
from properties.engine.slices.layout import Shape
from properties.engine.slices.replay import breaks, replays
from properties.engine.slices.seen import outlook_of, part_of
from properties.engine.verdict import Verdict
from properties.engine.whole import points
from properties.engine.whole.points import EMPTY, Counted, in_points
from properties.engine.whole.standing import Standing
from switchproof.deciding.load import load
from tests.concrete import Tables
from tests.engine.test_pdr import competing
from tests.engine.test_whole import COUNTED, FEW, IDLE, PAIR, UNVOTED, VOTED, Stage, stage, votes
from tests.instances import first_breaks
from tests.small_flows import KINDS, Drawing
from tests.whole_claims import said, said_of_a_step

HOLDS, FAILS, UNFINISHED, UNASKED = Standing
BY = Party("somebody")


def search(flow: Flow, claim: Claim, points: int, **more: int) -> Counted:
    budget = Budget(views=more.pop("views", 1_000_000))
    return in_points(flow, [claim], points, budget, lambda _: None, **more)


def standing(flow: Flow, claim: Claim, points: int, **more: int) -> tuple[Standing, str]:
    (found,) = search(flow, claim, points, **more).claims
    return found.standing, found.reason


def replays_and_breaks(flow: Flow, claim: Claim, run: Run) -> bool:
    world, part = World(flow, run.shape), part_of(flow, claim.of(flow), outlook_of(flow, claim))
    trail = replays(world, run.first, run.moves)
    return breaks(world, trail, run.moves, part.body, run.where, of_steps=part.of_steps)


@pytest.mark.parametrize("providers", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_what_breaks_a_claim_is_found_as_soon_as_a_plain_search_finds_it(
    kind: str, *, providers: bool
) -> None:
    """Another search, of other code, says in how many steps, or that nothing does."""
    lengths = set[int]()
    for seed in range(15):
        drawing = Drawing(seed, kind, providers=providers)
        flow = drawing.flow()
        tables = Tables(flow)
        of_a_step = said_of_a_step(drawing, flow)
        for claim in (Always("c", "C.", said(drawing)), Step("c", "C.", of_a_step)):
            for one in search(flow, claim, 2).instances:
                bodies, of_steps = [claim.of(flow)], isinstance(claim, Step)
                (plain,) = first_breaks(tables, one.shape, bodies, 10_000, of_steps=of_steps)
                run = one.met.runs[0]
                assert (len(run) if run else -1) == plain, (seed, claim.body, one.shape)
                assert run is None or replays_and_breaks(flow, claim, run)
                lengths.add(plain)
    assert lengths >= {-1, 0, 1}


def test_where_a_search_is_not_finished_slices_say_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The search of all states is given next to nothing, so that each claim is left to slices."""
    asked = list[tuple[Flow, Claim]]()
    for seed in range(20):
        for kind in KINDS:
            drawing = Drawing(seed, kind, providers=bool(seed % 2))
            flow = drawing.flow()
            asked.append((flow, Always("c", "C.", said(drawing))))
            asked.append((flow, Step("c", "C.", said_of_a_step(drawing, flow))))
    whole = [standing(flow, claim, 2)[0] for flow, claim in asked]
    monkeypatch.setattr(points, "search", _given_nothing)
    sliced = [search(flow, claim, 2).claims[0] for flow, claim in asked]

    both = list(zip(whole, sliced, strict=True))
    assert all(one.standing in (UNFINISHED, before) for before, one in both)
    assert {(HOLDS, points.SLICED), (FAILS, "")} <= {(one.standing, one.reason) for one in sliced}
    assert sum(one.standing is UNFINISHED for one in sliced) < len(sliced) / 10
    for (flow, claim), one in zip(asked, sliced, strict=True):
        assert one.run is None or replays_and_breaks(flow, claim, one.run)


def _given_nothing(flow: Flow, shape: Shape, budget: Budget, asked: Sequence[Sought]) -> Searched:
    return explicit.search(flow, shape, budget.of_views(0), asked)


def test_what_a_slice_leaves_open_is_not_finished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(points, "search", _given_nothing)

    assert standing(*competing(), 1) == (UNFINISHED, "limit of 0 views")


def test_so_many_points_are_no_others() -> None:
    claim = Always("c", "C.", FEW)

    assert decide(COUNTED, claim).verdict is Verdict.UNDECIDED
    assert [standing(COUNTED, claim, n)[0] for n in (3, 4, 5)] == [HOLDS, FAILS, FAILS]
    (found,) = search(COUNTED, claim, 4).claims
    assert found.run is not None
    assert len(found.run) == 4
    assert replays_and_breaks(COUNTED, claim, found.run)


def test_no_word_for_how_a_claim_stands_is_a_verdict() -> None:
    assert {one.value for one in Standing}.isdisjoint(one.value for one in Verdict)


def test_points_share_providers_in_every_way_and_some_are_empty() -> None:
    drawing = Drawing(0, "closed", providers=True)
    flow = drawing.flow()
    found = search(flow, Always("c", "C.", said(drawing)), 3)

    full = {(3,), (2, 1), (1, 1, 1)}
    shapes = {one.shape for one in found.instances}
    assert shapes == {(*some, *(0,) * n) for some in full for n in range(EMPTY + 1)}


def test_just_so_many_providers_are_all_that_there_are() -> None:
    drawing = Drawing(0, "closed", providers=True)
    flow = drawing.flow()
    found = search(flow, Always("c", "C.", said(drawing)), 3, providers=2)

    assert {one.shape for one in found.instances} == {(3, 0), (2, 1)}


def test_a_provider_without_points_breaks_what_it_alone_can_break() -> None:
    q = Field("q", Stage, IDLE)
    ready = Event("ready", PROVIDER, BY)
    all_voted = Transition(ready, IDLE, VOTED, all_my_points(stage.is_(VOTED)))
    machines = [Machine("point", POINT, stage, ()), Machine("provider", PROVIDER, q, [all_voted])]
    flow = Flow("empty", "A provider without points", machines, [BY])
    (found,) = search(flow, Always("c", "C.", q.is_(IDLE)), 1).claims

    assert found.run is not None
    assert found.run.shape == (1, 0)
    assert standing(flow, Always("c", "C.", q.is_(IDLE)), 1, providers=1) == (HOLDS, "")


def test_a_search_that_is_not_finished_lets_nothing_hold() -> None:
    claim = Always("c", "C.", FEW)

    assert standing(COUNTED, claim, 3, views=5) == (
        UNFINISHED,
        "limit of 5 views; on slices, limit of 5 views",
    )


def test_a_run_that_was_met_counts_though_the_search_is_not_finished() -> None:
    assert standing(COUNTED, Always("c", "C.", UNVOTED), 5, views=5) == (FAILS, "")


def test_a_claim_on_two_points_is_not_asked_of_one() -> None:
    pair = Always("c", "C.", stage.is_(VOTED).implies(at_other_point(stage).is_(IDLE)))

    assert standing(PAIR, pair, 1) == (UNASKED, "it speaks of more points or providers")
    assert standing(PAIR, pair, 2) == (FAILS, "")


@pytest.mark.parametrize(
    "claim",
    [
        Sometimes("c", "C.", UNVOTED),
        LeadsTo("c", "C.", UNVOTED, to=stage.is_(VOTED)),
        *free_claims(),
    ],
    ids=lambda claim: claim.kind,
)
def test_what_no_state_or_step_alone_can_break_is_not_asked(claim: Claim) -> None:
    assert standing(COUNTED, claim, 1)[0] is UNASKED


def test_what_is_pending_is_not_asked() -> None:
    assert standing(COUNTED, Always("c", "C.", UNVOTED, pending="later"), 1)[0] is UNASKED


def test_every_step_of_anybody_counts() -> None:
    claim = Step("c", "C.", after(stage).is_(IDLE) | after(votes).is_(1))

    assert [standing(COUNTED, claim, n)[0] for n in (1, 2)] == [HOLDS, FAILS]


@pytest.mark.parametrize("name", ["linked", "drafting"])
def test_what_is_proved_for_any_number_holds_with_one_point(name: str) -> None:
    mine = load(name)
    found = in_points(mine.flow, mine.claims, 1, Budget(), lambda _: None)

    assert {one.standing for one in found.claims} == {HOLDS, UNASKED}
    assert sum(one.standing is HOLDS for one in found.claims) >= 7
