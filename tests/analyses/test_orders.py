"""Safe orders: found and described, against every order of few steps tried out one by one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations, permutations
from random import Random

import pytest

from model.handover.change import FALL_BACK
from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Always,
    Claim,
    Event,
    Flow,
    IllFormed,
    Step,
    at_other_point,
    happens,
)
from model.language.claims import speaks_of_a_step
from model.language.meaning import Move, State, Where, World
from model.steps.flow import FLOW, STEPS
from model.steps.registries import asked_at_mpas
from model.walk import Walk
from properties.analyses.orders.costs import costs, lateness
from properties.analyses.orders.demands import RefusedStep, demand
from properties.analyses.orders.described import (
    Before,
    Clause,
    Description,
    described,
    exact,
    holds,
    said_in,
)
from properties.analyses.orders.found import SafeOrders, Safety, found
from properties.analyses.orders.one_order import judged, missed
from properties.analyses.orders.shortest import Shown, replayed
from properties.analyses.orders.views import Broken, PointViews
from properties.analyses.orders.ways_back import closings
from properties.analyses.orders.words import Order, Words, difference, has, pairs, words
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.free import free_claims
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from properties.steps import COSTS, HOLDING
from tests.small_flows import Drawing, random_claim
from tests.strategies import ACTOR, Stage

WORDS = tuple(STEPS)
HERE = Where(point=0, provider=0)
SHAPES = ((1,), (2,))


@cache
def views() -> PointViews:
    return PointViews(FLOW, tuple(STEPS.values()), HOLDING, Budget(), FALL_BACK)


@cache
def safe() -> SafeOrders:
    answer = found(tuple(STEPS.values()), views())
    assert isinstance(answer, SafeOrders)
    return answer


@cache
def whole() -> Description:
    return described(safe().safe)


def parts(told: Description) -> list[Before | Clause]:
    return [*told.covers, *told.clauses]


def said(parts: Iterable[tuple[int, int]]) -> list[str]:
    return [f"{WORDS[x]} before {WORDS[y]}" for x, y in parts]


class Tried:
    """An order played on whole states: an interpreter, and nothing of the search of orders."""

    def __init__(
        self,
        flow: Flow,
        claims: Sequence[Claim],
        steps: Sequence[Event],
        points: int,
        back: tuple[Event, ...] = (),
    ) -> None:
        self.world, self.steps, self.apart = World(flow, (points,)), steps, (*steps, *back)
        self.bodies = [claim.of(flow) for claim in claims]

    def breaks(self, before: State, move: Move | None, after: State) -> bool:
        return not all(
            self.world.holds(body, Where(point, provider=0), before, move, after)
            for body in self.bodies
            for point in self.world.owners(POINT)
            if speaks_of_a_step(body) is (move is not None)
        )

    def closed(self, states: Iterable[State]) -> set[State] | None:
        met = set(states)
        queue = list(met)
        if any(self.breaks(state, None, state) for state in queue):
            return None
        for state in queue:
            for move, after in self.world.steps(state):
                if move.event in self.apart:
                    continue
                if self.breaks(state, move, after) or self.breaks(after, None, after):
                    return None
                if after not in met:
                    met.add(after)
                    queue.append(after)
        return met

    def fate(self, order: Order) -> tuple[Safety, int | None]:
        states = self.closed(self.world.initial_states())
        assert states is not None
        for place, letter in enumerate(order):
            move = Move(self.steps[letter], 0)
            taken = [(state, self.world.outcome(state, move).after) for state in states]
            after = [(state, then) for state, then in taken if then is not None]
            if not after:
                return Safety.REFUSED, place
            broken = any(self.breaks(state, move, then) for state, then in after)
            closed = None if broken else self.closed(then for _, then in after)
            if closed is None:
                return Safety.UNSAFE, place
            states = closed
        return Safety.SAFE, None


def drawn(seed: int) -> tuple[Flow, tuple[Event, ...], list[Claim]]:
    """A small random flow with four steps among its events, and claims that one point sees."""
    drawing = Drawing(seed, "closed", providers=False)
    steps = tuple(Event(f"step {n}", INDUSTRY, ACTOR) for n in range(4))
    drawing.events[INDUSTRY] = list(steps)
    flow = drawing.flow()
    claims = [random_claim(drawing) for _ in range(6)]
    kept = [replace(c, id=f"claim-{n}") for n, c in enumerate(claims) if type(c) in (Always, Step)]
    return flow, tuple(step for step in steps if step in flow.events), kept


def searched(seed: int) -> tuple[Flow, tuple[Event, ...], list[Claim], SafeOrders] | None:
    """What is found of a drawn flow; nothing where a claim is refused, or broken at once."""
    flow, steps, claims = drawn(seed)
    good = []
    for claim in claims:
        try:
            answer = found(steps, PointViews(flow, steps, [claim], Budget()))
        except IllFormed:
            continue
        good += [] if isinstance(answer, Broken) else [claim]
    answer = found(steps, PointViews(flow, steps, good, Budget()))
    return (flow, steps, good, answer) if isinstance(answer, SafeOrders) else None


SEEDS = range(60)


@pytest.mark.parametrize("seed", SEEDS)
def test_each_order_ends_as_it_does_when_it_is_tried_out(seed: int) -> None:
    got = searched(seed)
    assert got is not None
    flow, steps, claims, answer = got
    one, two = (Tried(flow, claims, steps, n) for n in (1, 2))
    for order in permutations(range(len(steps))):
        mine = judged(answer, order)
        assert (mine.fate, mine.place) == one.fate(order)
        fate, place = two.fate(order)
        assert (fate, place) == (mine.fate, mine.place) or fate is Safety.REFUSED
        assert has(answer.safe, order) == (mine.fate is Safety.SAFE)


def test_the_random_flows_have_orders_of_every_fate() -> None:
    fates = {
        judged(got[3], order).fate
        for seed in SEEDS
        if (got := searched(seed))
        for order in permutations(range(len(got[1])))
    }
    assert fates == set(Safety)


BOTH = list(pairs(5))


def true_of(told: Description, order: Order) -> bool:
    place = {letter: n for n, letter in enumerate(order)}
    parts = [[part] for part in told.precedences] + [list(clause) for clause in told.clauses]
    return all(any(place[x] < place[y] for x, y in part) for part in parts)


def of_orders(letters: int, orders: set[Order]) -> Words:
    """The automaton of some orders, as a tree."""

    def after(begun: Order, letter: int) -> Order | None:
        longer = (*begun, letter)
        return longer if any(one[: len(longer)] == longer for one in orders) else None

    first: Order = ()
    return words(letters, first, after)


@pytest.mark.parametrize("seed", range(40))
def test_a_description_is_true_of_just_the_safe_orders(seed: int) -> None:
    random = Random(seed)
    every = list(permutations(range(5)))
    if seed % 2:
        orders = set(random.sample(every, random.choice([1, 2, 7, 100, 119, 120])))
    else:  # as real ones are: few clauses
        clauses = [
            tuple(random.choice(BOTH) for _ in range(random.choice([1, 2])))
            for _ in range(random.choice([1, 2, 3]))
        ]
        made = Description(5, frozenset(), tuple(clauses))
        orders = {order for order in every if true_of(made, order)}
    told = described(of_orders(5, orders))

    assert {order for order in every if true_of(told, order)} == orders or not orders
    assert exact(told, of_orders(5, orders))
    assert told.words.count == len(orders)


def test_two_automata_that_differ_in_one_order_are_told_apart() -> None:
    every = set(permutations(range(4)))
    gone = (2, 0, 3, 1)
    assert difference(of_orders(4, every), of_orders(4, every)) is None
    assert difference(of_orders(4, every), of_orders(4, every - {gone})) == gone
    assert difference(of_orders(4, {gone}), of_orders(4, set())) == gone


def test_a_description_that_lacks_a_part_or_has_one_too_many_is_not_exact() -> None:
    told = whole()
    assert exact(told, safe().safe)
    for part in parts(told):
        assert not exact(told.without(part), safe().safe)
    free: Clause = ((WORDS.index("rec"), WORDS.index("drain")),)
    assert not exact(told.having(free), safe().safe)


SIX = 6
THREE = list(permutations(range(3)))
CLAUSES = [c for size in range(1, 4) for c in combinations(pairs(3), size)]


def fewest(orders: set[Order]) -> int:
    """So few clauses of several parts exclude all but these orders, beside single parts."""
    excluded = [
        (len(clause) > 1, {order for order in THREE if not true_of(told, order)})
        for clause in CLAUSES
        if all(true_of(told := Description(3, frozenset(), (clause,)), one) for one in orders)
    ]
    free = {order for several, gone in excluded if not several for order in gone}
    left = set(THREE) - orders - free
    useful = [gone for several, gone in excluded if several]
    return next(
        n
        for n in range(len(THREE))
        if any(left <= set().union(*some) for some in combinations(useful, n))
    )


def test_that_no_fewer_clauses_do_is_said_only_where_it_is_so() -> None:
    shown = 0
    for size in range(1, len(THREE) + 1):
        for some in combinations(THREE, size):
            told = described(of_orders(3, set(some)))
            assert not told.fewest or len(told.clauses) == fewest(set(some))
            shown += told.fewest
    assert shown > 40


def test_where_fewer_clauses_would_do_it_is_not_said_that_they_would_not() -> None:
    orders = [
        "0123",
        "0132",
        "0231",
        "0321",
        "1023",
        "1032",
        "1203",
        "1320",
        "2103",
        "2130",
        "2301",
        "2310",
        "3012",
        "3102",
        "3120",
        "3210",
    ]
    told = described(of_orders(4, {tuple(map(int, order)) for order in orders}))
    assert exact(told, of_orders(4, {tuple(map(int, order)) for order in orders}))
    assert len(told.clauses) > SIX
    assert not told.fewest


def test_a_clause_that_could_be_two_is_one() -> None:
    x, y, z, u = range(4)
    either: Clause = ((x, y), (z, y))
    told = Description(4, frozenset(), (either,)).words
    assert described(told).clauses == (either,)
    other: Clause = ((x, y), (z, u))
    apart = described(Description(4, frozenset(), (either, other)).words)
    assert {frozenset(clause) for clause in apart.clauses} == {frozenset(either), frozenset(other)}
    assert apart.fewest


def test_the_steps_of_the_change_have_nine_precedences_and_two_clauses() -> None:
    assert sorted(said(whole().covers)) == [
        "accept before first-load",
        "enter before transfer",
        "load before first-load",
        "load before move",
        "rec before move",
        "stop before transfer",
        "transfer before accept",
        "transfer before move",
        "transfer before withdraw",
    ]
    assert sorted(sorted(said(clause)) for clause in whole().clauses) == [
        ["drain before load", "feed before load"],
        ["drain before move", "table before move"],
    ]
    assert whole().fewest
    assert all(holds(safe().safe, clause) for clause in whole().clauses)


def test_each_precedence_and_clause_is_demanded_by_a_run_that_replays_or_by_a_rule() -> None:
    by = {}
    for part in parts(whole()):
        why = demand(safe(), whole(), part).why
        if isinstance(why, Shown):
            assert replayed(views(), why.claim, why.run)
            walked(why.run.moves)
            by[part] = why.claim.id
        else:
            assert isinstance(why, RefusedStep)
            walked(why.run.moves)
            assert [str(node) for one in why.by for node in one.false]
            by[part] = "the system"
    refused = [said(said_in(part)) for part, what in by.items() if what == "the system"]
    assert refused == [["accept before first-load"]]
    assert set(by.values()) == {
        "the system",
        "the-crs-can-have-it-done",
        "accepted-is-answered-for",
        "the-right-goes-with-the-duty",
        "difference-explained",
        "the-record-is-kept",
        "no-request-is-lost",
        "registered-under-the-rec",
    }


def walked(moves: Sequence[Move]) -> None:
    walk = Walk(FLOW, shape=(1,))
    for move in moves:
        walk.take(move.event, move.home)


def number(order: str) -> Order:
    return tuple(WORDS.index(word) for word in order.split())


SAFE = "rec table feed load stop enter transfer accept first-load withdraw drain move"
TOO_EARLY = "stop enter withdraw transfer accept load first-load drain feed table rec move"
NOT_ACCEPTED = "drain load stop enter transfer first-load accept withdraw feed table rec move"
LOST = "stop enter transfer load rec table move accept first-load withdraw drain feed"


@pytest.mark.parametrize(
    ("order", "fate", "at"),
    [
        (SAFE, Safety.SAFE, None),
        (TOO_EARLY, Safety.UNSAFE, "withdraw"),
        (NOT_ACCEPTED, Safety.REFUSED, "first-load"),
        (LOST, Safety.UNSAFE, "move"),
    ],
)
def test_an_order_of_all_steps_ends_as_it_does_when_it_is_tried_out(
    order: str, fate: Safety, at: str | None
) -> None:
    mine = judged(safe(), number(order))
    place = None if at is None else order.split().index(at)
    assert (mine.fate, mine.place) == (fate, place)
    tried = Tried(FLOW, HOLDING, tuple(STEPS.values()), 1, (FALL_BACK,))
    assert (mine.fate, mine.place) == tried.fate(number(order))
    assert (mine.fate is Safety.SAFE) == (missed(whole(), number(order)) == [])


def test_nothing_brings_the_change_back_once_the_registry_has_moved() -> None:
    (closing,) = closings(safe(), FALL_BACK)
    assert WORDS[closing.letter] == "move"
    assert closing.shown is not None
    assert closing.shown.run.moves[-1].event is FALL_BACK
    assert replayed(views(), closing.shown.claim, closing.shown.run)


def test_while_the_css_is_late_the_dsp_may_accept_nobody_if_it_has_stopped() -> None:
    late = lateness(safe(), whole(), WORDS.index("enter"), COSTS)
    assert {WORDS[n] for n in late.waiting} == {
        *("transfer", "accept", "first-load", "withdraw", "move")
    }
    (cost,) = late.costs
    assert [WORDS[n] for n in cost.since] == ["stop"]
    assert all(one.always for one in costs(safe(), COSTS))


def test_no_rules_of_the_steps_compete_and_none_leaves_its_sorts() -> None:
    assert [decide(FLOW, claim).verdict for claim in free_claims()] == [Verdict.PROVED] * 2


def test_what_one_point_does_not_see_is_refused() -> None:
    two = Always("two", "Two points.", asked_at_mpas.is_(at_other_point(asked_at_mpas)))
    with pytest.raises(IllFormed, match="'two' is not seen from one point"):
        PointViews(FLOW, (), [two], Budget())
    shared = next(
        flow
        for seed in range(20)
        if not (flow := Drawing(seed, "shared", providers=False).flow()).deletion_closed
    )
    with pytest.raises(IllFormed, match="depends on others"):
        PointViews(shared, (), [], Budget())


def test_a_provider_without_points_is_not_taken_for_one_that_has_some() -> None:
    drawing = Drawing(1, "closed", providers=True)
    claim = Always("own", "A provider.", drawing.state[PROVIDER].is_not(Stage.TWO))
    with pytest.raises(IllFormed, match="'own' is not seen from one point"):
        PointViews(drawing.flow(), (), [claim], Budget())


def test_a_run_that_breaks_nothing_or_is_refused_is_no_evidence() -> None:
    claim = next(claim for claim in HOLDING if claim.id == "the-crs-can-have-it-done")
    first = views().state(views().firsts[0])
    early = [Move(STEPS[word], 0) for word in ("stop", "transfer")]
    assert replayed(views(), claim, Run((1,), first, tuple(early), HERE))
    assert not replayed(views(), claim, Run((1,), first, tuple(early[:1]), HERE))
    refused = Move(STEPS["first-load"], 0)
    assert not replayed(views(), claim, Run((1,), first, (*early, refused), HERE))


def test_a_claim_that_is_false_where_nothing_happens_is_refused() -> None:
    idle = Step("idle", "The registry moves at each step.", happens(STEPS["move"]))
    with pytest.raises(IllFormed, match="'idle' is broken where nothing happens"):
        found((), PointViews(FLOW, (), [idle], Budget()))


def test_a_limit_is_told_and_is_no_answer() -> None:
    with pytest.raises(Spent):
        found(
            tuple(STEPS.values()),
            PointViews(FLOW, tuple(STEPS.values()), HOLDING, Budget(views=99)),
        )
