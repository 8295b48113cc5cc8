"""Leads-to on random flows: no verdict is contradicted by a plain search of whole instances."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings

from model.language import Flow, LeadsTo
from model.language.claims import Fair
from properties.budget import Budget
from properties.layout import world_of
from properties.live.lasso import stands
from properties.prove import decide
from properties.verdict import Lasso, Result, Verdict
from tests.live_oracle import refuted
from tests.strategies import Drawing, random_flow, seeds

SMALL = 600  # states of an instance that is searched whole; a larger one is passed over
BOTH_KINDS = [(1,), (1, 0), (2,), (1, 1), (1, 0, 0), (2, 1), (1, 1, 1), (3,)]
POINTS_ONLY = [(1,), (2,), (3,), (4,)]


def random_claim(seed: int, flow: Flow) -> LeadsTo:
    """A claim with fairness: mostly some, often of events that ask something of others."""
    random, drawing = Random(seed), Drawing(seed, closed=None, existential=False)
    fields = list(flow.fields)
    fair: dict[bool, list[Fair]] = {False: [], True: []}
    for event in flow.events:
        if random.random() < 0.55:
            alike = [e for e in flow.events if e.scope is event.scope and e is not event]
            both = alike and random.random() < 0.2
            strong = random.random() < 0.35 and len(fair[True]) < 3
            fair[strong].append((event, alike[0]) if both else event)
    body, to = drawing.condition(fields), drawing.condition(fields)
    weak, strong = tuple(fair[False]), tuple(fair[True])
    return LeadsTo("claim", "A claim.", body, to=to, weak=weak, strong=strong)


def instances(flow: Flow) -> list[tuple[int, ...]]:
    return BOTH_KINDS if flow.has_providers else POINTS_ONLY


def judge(seed: int) -> tuple[Verdict, set[tuple[int, ...]]]:
    """The verdict on the claim of a seed, after it was held against every small instance."""
    flow = random_flow(seed)
    claim = random_claim(seed + 1, flow)
    result = decide(flow, claim, Budget(seconds=20, views=3000))
    broken = {s for s in instances(flow) if refuted(flow, claim, s, SMALL)}
    if result.verdict is Verdict.PROVED:
        assert not broken
    if result.verdict is Verdict.REFUTED:
        replay(flow, claim, result)
    assert result.verdict is not None
    return result.verdict, broken


def replay(flow: Flow, claim: LeadsTo, result: Result) -> None:
    lasso = result.run
    assert isinstance(lasso, Lasso)
    assert sum(lasso.shape) > 0
    stands(world_of(flow, lasso.shape), claim, lasso)
    assert refuted(flow, claim, lasso.shape, SMALL) is not False


@given(seed=seeds)
@settings(max_examples=200)
def test_no_verdict_is_contradicted_by_an_instance(seed: int) -> None:
    judge(seed)


def test_few_are_left_undecided() -> None:
    found = Counter()
    for seed in range(150):
        verdict, broken = judge(seed)
        found[verdict] += 1
        found["broken and undecided"] += bool(broken) and verdict is Verdict.UNDECIDED
    assert found[Verdict.PROVED] > 20
    assert found[Verdict.REFUTED] > 60
    assert found[Verdict.UNDECIDED] < 8


@pytest.mark.soak
def test_many_more_seeds() -> None:
    random = Random(2019)
    for _ in range(5000):
        judge(random.randrange(2**32))
