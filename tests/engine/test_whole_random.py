"""Claims that join several roles, or are asked of steps, against searches of whole instances."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from model.language import Flow
from model.language.claims import Claim
from tests.concrete import Tables
from tests.small_flows import KINDS, Drawing
from tests.trials import LARGER, ONE_PROVIDER, SMALL, Trial, tried
from tests.whole_claims import Alone, either, joined, seldom, stepped

Draw = Callable[[Drawing, Flow], Claim]
CASES = {False: 20, True: 20}  # of each kind of flow; with providers each costs more
OF_PARTS, OF_STEPS = (joined, either), (stepped, seldom)


def trials(draw: Draw, drawings: Iterator[Drawing], *, providers: bool) -> list[Trial]:
    """Trials of one sort of claim, each of which agrees with the instances."""
    found = []
    for drawing in drawings:
        flow = drawing.flow()
        shapes = [*SMALL, *drawing.random.sample(LARGER, 3)] if providers else ONE_PROVIDER
        one = tried(flow, draw(drawing, flow), shapes, Tables(flow))
        assert not one.faults, (flow.machines, one.claim, one.faults)
        found.append(one)
    return found


def drawn(*, providers: bool) -> Iterator[Drawing]:
    """Flows of each kind."""
    seeds = range(CASES[providers])
    return (Drawing(seed, kind, providers=providers) for kind in KINDS for seed in seeds)


def alone() -> Iterator[Drawing]:
    """Flows of the industry alone."""
    return (Alone(seed, kind) for kind in KINDS for seed in range(2 * CASES[False]))


def asked_of_each(found: list[Trial]) -> int:
    """How many proofs ask each step by itself."""
    proofs = [t.result.invariant.proofs for t in found if t.result.invariant]
    return sum(any(proof.each for proof in some) for some in proofs)


@pytest.mark.parametrize("providers", [False, True])
@pytest.mark.parametrize("draw", OF_PARTS)
def test_what_joins_several_roles_is_true_of_the_places_of_the_whole(
    draw: Draw, *, providers: bool
) -> None:
    found = trials(draw, drawn(providers=providers), providers=providers)
    rows = Counter(one.row for one in found)

    assert min(rows[row] for row in ("refuted, 1", "refuted, 2", "proved, none")) >= len(found) / 20


@pytest.mark.parametrize("providers", [False, True])
@pytest.mark.parametrize("draw", OF_STEPS)
def test_a_claim_on_steps_is_true_of_every_real_step_of_anybody(
    draw: Draw, *, providers: bool
) -> None:
    found = trials(draw, drawn(providers=providers), providers=providers)
    rows = Counter(one.row for one in found)

    assert min(rows["refuted, 1"], rows["proved, none"]) > len(found) / 10
    assert asked_of_each(found) >= len(found) / 20
    assert providers or rows["refuted, 2"] > 0


@pytest.mark.parametrize("draw", OF_STEPS)
def test_of_the_industry_alone_only_what_happens_is_a_step(draw: Draw) -> None:
    found = trials(draw, alone(), providers=False)

    assert asked_of_each(found) > len(found) / 10
    assert {one.fewest for one in found} >= {None, 1, 2}
