"""Published counts of a well-known example, written as a user's flow file."""

from pathlib import Path

import pytest

from properties.budget import Budget
from properties.prove import decide
from properties.search import Counts, explore
from properties.verdict import Verdict
from switchproof.loading import load

TWO_PHASE = str(Path(__file__).parent / "oracles" / "two_phase_commit.py")


@pytest.mark.parametrize(
    ("managers", "counts"),
    [
        (2, Counts(56, 154, 8)),
        (3, Counts(288, 1146, 11)),
        (4, Counts(1568, 8258, 14)),
        (5, Counts(8832, 58146, 17)),
    ],
)
def test_two_phase_commit_has_its_published_states(managers: int, counts: Counts) -> None:
    assert explore(load(TWO_PHASE).flow, (managers,), Budget()) == counts


def test_two_phase_commit_is_consistent_for_every_number_of_managers() -> None:
    loaded = load(TWO_PHASE)
    result = decide(loaded.flow, loaded.claims[0])

    assert (result.verdict, result.points) == (Verdict.PROVED, "any")
