"""Leads-to on random flows: no verdict is contradicted by a plain search of whole instances."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest

from model.language import Flow, LeadsTo
from model.language.claims import Fair, as_events
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Lasso, Undecided
from properties.engine.live.lasso import stands
from properties.engine.live.ranks import Ranks
from properties.engine.live.settle import settle_leads_to
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.slices.layout import world_of
from properties.engine.slices.seen import outlook
from properties.engine.vacuous import arise
from properties.engine.verdict import Result, Verdict, marks_of
from tests.live_oracle import refuted
from tests.packet_format import rejected
from tests.packing import as_read
from tests.strategies import Drawing, random_flow

SMALL = 300  # states of an instance that is searched whole; a larger one is passed over
BOTH_KINDS: list[tuple[int, ...]] = [(1,), (1, 0), (2,), (1, 1), (1, 0, 0), (2, 1), (1, 1, 1), (3,)]
POINTS_ONLY: list[tuple[int, ...]] = [(1,), (2,), (3,), (4,)]


def random_claim(seed: int, flow: Flow) -> LeadsTo:
    """A claim with fairness: mostly some, often of events that ask something of others."""
    random, drawing = Random(seed), Drawing(seed, closed=None, existential=False)
    fields = list(flow.fields)
    fair: dict[bool, list[Fair]] = {False: [], True: []}
    for event in flow.events:
        if random.random() < 0.55:
            alike = [e for e in flow.events if e.scope is event.scope and e is not event]
            both = alike and random.random() < 0.2
            is_strong = random.random() < 0.35 and len(fair[True]) < 3
            fair[is_strong].append((event, alike[0]) if both else event)
    body, to = drawing.condition(fields), drawing.condition(fields)
    once = {kind: {frozenset(as_events(one)): one for one in fair[kind]} for kind in fair}
    weak, strong = tuple(once[False].values()), tuple(once[True].values())
    return LeadsTo("claim", "A claim.", body, to=to, weak=weak, strong=strong)


def instances(flow: Flow) -> list[tuple[int, ...]]:
    return BOTH_KINDS if flow.has_providers else POINTS_ONLY


def accept(flow: Flow, claim: LeadsTo, answer: Ranks | Lasso) -> None:
    """Fail where the checker that knows no solver does not accept what was found."""
    if isinstance(answer, Lasso):
        points = str(sum(answer.shape))
        result = Result(flow, claim, Verdict.REFUTED, points=points, runs=(answer,))
    else:
        supposed, goal = claim.parts(flow)
        waits, limits = supposed & ~goal, Budget(seconds=600, views=100_000)
        arising = arise(flow, [waits], limits, {}, outlook(flow, waits))
        result = Result(flow, claim, Verdict.PROVED, points="any", ranks=answer)
        result = replace(result, arising=arising, marks=marks_of(arising))
    made = packet(result, None)
    assert made
    assert rejected(as_read(flow_data(flow, None, [claim])), as_read(made)) == ""


def judge(seed: int, most: int = SMALL) -> tuple[Verdict, frozenset[tuple[int, ...]]]:
    """The verdict on the claim of a seed, after it was held against every small instance."""
    flow = random_flow(seed)
    claim = random_claim(seed + 1, flow)
    verdict, lasso = Verdict.PROVED, None
    try:
        answer = settle_leads_to(flow, claim, Budget(seconds=600, views=3000))
        lasso = answer if isinstance(answer, Lasso) else None
        accept(flow, claim, answer)
    except (Undecided, Spent):
        verdict = Verdict.UNDECIDED
    broken = frozenset(s for s in instances(flow) if refuted(flow, claim, s, most))
    if lasso is None:
        assert not broken or verdict is Verdict.UNDECIDED
        return verdict, broken
    assert sum(lasso.shape) > 0
    stands(world_of(flow, lasso.shape), claim, lasso)
    assert refuted(flow, claim, lasso.shape, most) is not False
    return Verdict.REFUTED, broken


@pytest.mark.parametrize("first", range(20, 60, 20))
def test_no_verdict_is_contradicted_by_an_instance_and_few_are_undecided(first: int) -> None:
    found = Counter(judge(seed)[0] for seed in range(first, first + 20))

    assert found[Verdict.PROVED] > 4
    assert found[Verdict.REFUTED] > 4
    assert found[Verdict.UNDECIDED] < 3


@pytest.mark.soak
def test_many_more_seeds() -> None:
    random = Random(2019)
    found = Counter(judge(random.randrange(2**32), 2000)[0] for _ in range(5000))

    assert found[Verdict.UNDECIDED] < 100
