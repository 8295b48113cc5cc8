"""No forged packet passes for what a search of small worlds contradicts; `make soak` makes more."""

from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from properties.checker import lassos, ranks
from tests import forger_live
from tests.checker.test_questions import HOLES
from tests.forger import passed
from tests.forger_live import Rivals, rivals
from tests.forger_worlds import target
from tests.packet_format import reasons

FLOWS, EACH = 150, 25
FOUND = [  # of the holes in the list of questions, those of which a forger makes use so soon
    "no step of another",
    "no step of another provider",
    "no witness",
]


def tried(seeds: range) -> tuple[int, list[tuple[int, str, str]]]:
    """How many forgeries were tried, and those that passed: seed, kind, claim."""
    number, wrong = 0, []
    for seed in seeds:
        packets, false = passed(target(seed), EACH)
        number += len(packets)
        wrong += [(seed, packet["kind"], packet["claim"]) for packet in false]
    return number, wrong


def test_no_forgery_passes() -> None:
    number, wrong = tried(range(FLOWS))

    assert wrong == []
    assert number > 5000


@pytest.mark.parametrize("hole", FOUND)
def test_a_forger_finds_a_hole(hole: str, monkeypatch: pytest.MonkeyPatch) -> None:
    HOLES[hole](monkeypatch)

    assert any(tried(range(seed, seed + 1))[1] for seed in range(FLOWS))


# --- Ranks and lassos -----------------------------------------------------------------------------

LIVE, EACH_LIVE = 25, 12


@cache
def them(seed: int) -> Rivals:
    return rivals(seed)


def tried_live(seeds: range) -> tuple[int, list[int]]:
    """How many ranks and lassos were forged, and the seeds of which some passed."""
    found = {seed: forger_live.passed(them(seed), EACH_LIVE, Random(seed)) for seed in seeds}
    return sum(n for n, _ in found.values()), [seed for seed, (_, wrong) in found.items() if wrong]


def test_no_forged_ranks_and_no_forged_lasso_pass() -> None:
    number, wrong = tried_live(range(LIVE))

    assert wrong == []
    assert number > 500


def test_ranks_and_lassos_that_are_not_forged_pass() -> None:
    for one in map(them, range(LIVE)):
        assert set(reasons(one.flow, [*one.ranks, *one.lassos])) <= {""}


def any_rank_follows(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ranks, "may_follow", lambda *_: [])


def any_help(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ranks, "enabled", lambda *_: True)


def no_fairness_is_asked(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(lassos, "_need_fair", lambda *_: None)


@pytest.mark.parametrize("sow", [any_rank_follows, any_help, no_fairness_is_asked])
def test_a_forger_of_ranks_and_lassos_finds_a_hole(
    sow: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    sow(monkeypatch)

    assert any(tried_live(range(seed, seed + 1))[1] for seed in range(LIVE))
