"""Published counts and verdicts of well-known examples, each written as a user's flow file.

The figures are those of the TLA+ examples and of the PRISM benchmarks. Not written, since the
language would have to be bent: the coffee can and the detection of termination, whose first states
are joined by a relation between fields, and in whose steps one node wakes another.
"""

from pathlib import Path

import pytest

from model.language.meaning import World
from properties.engine.budget import Budget
from properties.engine.explicit.search import Searched, search
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from switchproof import cli
from switchproof.deciding.load import Loaded, load
from tests.concrete import Moment, State, Tables, alike
from tests.oracles.polling import polling

FOLDER = Path(__file__).parents[1] / "oracles"


def oracle(name: str) -> Loaded:
    return load(str(FOLDER / f"{name}.py"))


@pytest.mark.parametrize(
    ("name", "points", "counts"),
    [
        ("transaction_commit", 3, Searched(34, 94, 7)),
        ("two_phase_of_three", 1, Searched(288, 1146, 11)),
        ("two_phase_commit", 2, Searched(56, 154, 8)),
        ("two_phase_commit", 3, Searched(288, 1146, 11)),
        ("two_phase_commit", 4, Searched(1568, 8258, 14)),
        ("two_phase_commit", 5, Searched(8832, 58146, 17)),
        ("simple_allocator", 3, Searched(400, 1633, 6)),
        ("simple_allocator_of_three", 1, Searched(400, 1633, 6)),
        ("voucher", 3, Searched(64, 193, 7)),
        ("die_hard", 1, Searched(16, 97, 8)),
        ("lock", 1, Searched(12, 21, 5)),
        ("peterson", 1, Searched(42, 77, 11)),
        ("teaching", 1, Searched(723, 1842, 11)),
        ("barrier", 6, Searched(64, 194, 7)),
        ("philosophers", 1, Searched(67, 336, 29)),
        ("readers_writers", 1, Searched(21527, 59674, 13)),
    ],
)
def test_an_oracle_has_its_published_states(name: str, points: int, counts: Searched) -> None:
    assert search(oracle(name).flow, (points,), Budget()) == counts


@pytest.mark.parametrize(
    ("stations", "states", "pairs"), [(3, 36, 84), (4, 96, 272), (5, 240, 800)]
)
def test_polling_has_its_published_states(stations: int, states: int, pairs: int) -> None:
    flow, _ = polling(stations)

    assert search(flow, (1,), Budget()) == Searched(states, pairs + 1, 2 * stations + 1)


@pytest.mark.parametrize(("managers", "states"), [(2, 34), (3, 80), (4, 166)])
def test_two_phase_commit_has_its_published_states_up_to_permutation(
    managers: int, states: int
) -> None:
    tables = Tables(oracle("two_phase_commit").flow)
    first: State = ((0, 0, 0), (((), ((0, 0, 0),) * managers),))
    known, left = {first}, [first]
    while left:
        after = {alike(state) for _, _, state in Moment(tables, left.pop()).steps()} - known
        known |= after
        left += after

    assert len(known) == states


def test_a_missing_vote_breaks_two_phase_commit_at_its_published_step() -> None:
    loaded = oracle("two_phase_of_three")
    fault = loaded.variants[0].flow
    run = decide(fault, loaded.claims[0]).run

    assert search(fault, (1,), Budget()).states == 308
    assert run is not None
    assert len(run) == 7


def test_with_any_number_of_managers_two_show_what_a_missing_vote_does() -> None:
    loaded = oracle("two_phase_commit")
    run = decide(loaded.variants[0].flow, loaded.claims[0]).run

    assert run is not None
    assert (sum(run.shape), len(run)) == (2, 5)


PROVED, REFUTED, UNDECIDED = Verdict
ANY_NUMBER = {
    ("transaction_commit", "consistent"): (PROVED, "any", 0),
    ("two_phase_commit", "consistent"): (PROVED, "any", 0),
    ("simple_allocator", "one holder"): (PROVED, "any", 0),
    ("simple_allocator", "clients return"): (PROVED, "any", 0),
    ("simple_allocator", "clients obtain under weak fairness"): (REFUTED, "2", 4),
    # Strong fairness of what waits for all others has no number of clients that is enough.
    ("simple_allocator", "clients obtain"): (UNDECIDED, "", 0),
    ("voucher", "consistent"): (PROVED, "any", 0),
    ("voucher", "comes to an end"): (PROVED, "any", 0),
    ("voucher", "comes to an end by itself"): (REFUTED, "1", 1),
    ("barrier", "nobody leaves early"): (PROVED, "any", 0),
    ("barrier", "all arrive"): (PROVED, "2, 3", 2),
}
AS_MANY_AS_THERE_ARE = {
    ("two_phase_of_three", "consistent"): (PROVED, "any", 0),
    ("simple_allocator_of_three", "one holder"): (PROVED, "any", 0),
    ("simple_allocator_of_three", "clients return"): (PROVED, "any", 0),
    ("simple_allocator_of_three", "clients obtain"): (PROVED, "any", 0),
    ("simple_allocator_of_three", "clients obtain under weak fairness"): (REFUTED, "1", None),
    ("die_hard", "four gallons"): (PROVED, "1, 2, 3", 6),
    ("die_hard", "one is full or empty"): (PROVED, "any", 0),
    ("lock", "one inside"): (PROVED, "any", 0),
    ("lock", "taken when inside"): (PROVED, "any", 0),
    ("lock", "gets in, strongly"): (PROVED, "any", 0),
    ("lock", "gets in, weakly"): (REFUTED, "1", None),
    ("peterson", "one inside"): (PROVED, "any", 0),
    ("peterson", "who is inside may be"): (PROVED, "any", 0),
    ("peterson", "takes a free lock"): (PROVED, "any", 0),
    ("peterson", "gets in"): (PROVED, "any", 0),
    ("peterson", "gets in by itself"): (REFUTED, "1", None),
    ("teaching", "correct"): (PROVED, "any", 0),
    ("teaching", "terminates"): (PROVED, "any", 0),
    ("philosophers", "neighbours eat apart"): (PROVED, "any", 0),
    ("philosophers", "nobody starves"): (PROVED, "any", 0),
    ("philosophers", "nobody starves by itself"): (REFUTED, "1", None),
    ("readers_writers", "writers are alone"): (PROVED, "any", 0),
    ("readers_writers", "everybody writes"): (PROVED, "any", 0),
    ("polling", "serves who has work"): (PROVED, "any", 0),
    ("polling", "is served"): (PROVED, "any", 0),
}
VERDICTS = ANY_NUMBER | AS_MANY_AS_THERE_ARE
LONG = ("readers_writers", "everybody writes")


def test_every_claim_of_an_oracle_has_its_expected_verdict() -> None:
    names = [path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"]

    assert {(name, claim.id) for name in names for claim in oracle(name).claims} == VERDICTS.keys()


@pytest.mark.parametrize(
    ("name", "claim"),
    [pytest.param(*of, marks=pytest.mark.soak if of == LONG else ()) for of in VERDICTS],
)
def test_an_oracle_has_its_published_verdict(name: str, claim: str) -> None:
    loaded = oracle(name)
    verdict, points, steps = VERDICTS[name, claim]
    result = decide(loaded.flow, loaded.claim(claim), Budget(seconds=600, views=500_000))

    assert (result.verdict, result.points, result.marks) == (verdict, points, ())
    if steps is not None:
        assert len(result.run or ()) == steps


def test_a_run_of_die_hard_ends_with_four_gallons() -> None:
    loaded = oracle("die_hard")
    run = decide(loaded.flow, loaded.claim("four gallons")).run
    assert run is not None
    world, state = World(loaded.flow, run.shape), run.first
    for move in run.moves:
        after = world.outcome(state, move).after
        assert after is not None
        state = after

    assert dict(zip([f.name for f, _ in world.slots], state, strict=True))["big jug"] == 4


def test_verify_prints_the_published_counts(capsys: pytest.CaptureFixture[str]) -> None:
    path = str(FOLDER / "two_phase_commit.py")
    status = cli.main(["verify", path, "--points", "3", "--providers", "1", "--jobs", "1"])
    said = capsys.readouterr().out

    assert status == 0
    assert "288" in said
    assert "1146" in said.replace(",", "").replace(" ", "")
    assert "fails as it should, in 5 steps" in said
