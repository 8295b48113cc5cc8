"""Ranks that need an invariant of many fields, and speak of few."""

from collections import Counter
from collections.abc import Iterator

import pytest

from model.language import POINT, Expression, Flow, LeadsTo
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Disagreement, Invariant, Lasso, Undecided
from properties.engine.live import narrowed as narrowing
from properties.engine.live import settle
from properties.engine.live.narrowed import narrowed
from properties.engine.live.ranks import Ranks
from properties.engine.live.refinement import Refinement, one_point
from properties.engine.pdr.sat import Unserved
from properties.engine.prove import decide
from properties.engine.slices.layout import Shape, world_of
from properties.engine.verdict import Verdict
from tests import toys
from tests.engine.test_live_random import accept, instances, random_claim
from tests.live_oracle import refuted
from tests.packet_format import Data, rejected
from tests.packing import packed
from tests.strategies import random_flow

HOLDS, EMPTY = toys.Held.HOLDS, toys.Held.EMPTY


def handing_on(size: int, *, fair: bool = True) -> tuple[Flow, LeadsTo]:
    """A ring in which the token goes on from the first, if the first is fair, and is nowhere else.

    That it is nowhere else takes all fields: with one left out the token may be made of nothing.
    """
    flow, _ = toys.token(size, POINT)
    first, second, *_, last = (f for f in flow.fields if f.name.startswith("hand"))
    (passes,) = (event for event in flow.events if event.name == "pass 0")
    then = second.is_(HOLDS) & first.is_(EMPTY) & last.is_(EMPTY)
    weak = (passes,) if fair else ()
    return flow, LeadsTo("c", "C.", first.is_(HOLDS), to=then, weak=weak)


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> Budget:
    """So few views that not all fields of a ring of nine can be kept."""
    monkeypatch.setattr(settle, "FEW", 200)
    return Budget(seconds=600, views=200)


def test_an_invariant_of_all_fields_serves_ranks_over_few(
    few: Budget, monkeypatch: pytest.MonkeyPatch
) -> None:
    flow, claim = handing_on(9)
    result = decide(flow, claim, few)

    assert result.verdict is Verdict.PROVED
    assert result.method == "ranks over 1 views, 1 levels, found by property-directed search"
    assert result.ranks is not None
    assert len(result.ranks.kept) == 9
    monkeypatch.setattr(settle, "narrowed", lambda *_: None)
    assert decide(flow, claim, few).verdict is Verdict.UNDECIDED


def test_the_checker_needs_the_invariant(few: Budget) -> None:
    flow, claim = handing_on(9)
    data, made = packed(flow, claim, budget=few)
    boxes: list[Data] = made["ranking"]["never"]["boxes"]

    assert rejected(data, made) == ""
    assert boxes
    for n in range(len(boxes)):
        made["ranking"]["never"]["boxes"] = boxes[:n] + boxes[n + 1 :]
        assert rejected(data, made) != ""


def test_what_is_not_fair_is_not_proved_by_leaving_views_out(few: Budget) -> None:
    result = decide(*handing_on(9, fair=False), few)

    assert result.verdict is Verdict.REFUTED
    assert isinstance(result.run, Lasso)


def test_a_view_that_occurs_is_never_left_out(few: Budget, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ranks that leave out what can be reached are not believed, whoever says that it never is."""
    flow, claim = handing_on(5, fair=False)
    look = Refinement(flow, claim, few)
    assert isinstance(narrowed(look, one_point(flow, claim)), Lasso)

    def always(_: Refinement, shape: Shape, view: Expression) -> Invariant:
        assert view is not None
        return Invariant((), {shape: ()}, 0, ())

    monkeypatch.setattr(narrowing, "_never_occurs", always)
    with pytest.raises(Disagreement, match="a run breaks them"):
        narrowed(look, one_point(flow, claim))


def closed_flows(seeds: range) -> Iterator[tuple[Flow, LeadsTo]]:
    flows = ((random_flow(seed), seed) for seed in seeds)
    return ((flow, random_claim(seed + 1, flow)) for flow, seed in flows if flow.deletion_closed)


def test_no_instance_contradicts_what_is_shown_so_of_random_flows() -> None:
    found = Counter[str]()
    for flow, claim in closed_flows(range(160)):
        budget = Budget(seconds=600, views=3000)
        try:
            answer = narrowed(Refinement(flow, claim, budget), one_point(flow, claim))
        except (Undecided, Spent, Unserved):
            answer = None
        found[type(answer).__name__] += 1
        if answer is None:
            continue
        accept(flow, claim, answer)
        if isinstance(answer, Ranks):
            assert not any(refuted(flow, claim, shape, 300) for shape in instances(flow))
        else:
            assert refuted(flow, claim, answer.shape, 2000) is not False
            assert world_of(flow, answer.shape).shape == answer.shape
    assert min(found["Ranks"], found["Lasso"]) > 10, found
