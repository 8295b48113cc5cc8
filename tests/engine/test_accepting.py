"""Monitors beside plain walks of whole worlds: what they refuse no point can show."""

import pytest

from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.interfaces.accepting import Accepting, accepting
from tests.monitor_oracle import Worlds, letters_by, missed, random_interface

SHAPES = [((1,), 0), ((2,), 1), ((1, 1), 0), ((0, 1), 0)]
LARGER = [((3,), 1), ((2, 1), 2), ((1, 0, 1), 0)]


def found(seed: int) -> Accepting | None:
    flow, interface = random_interface(seed)
    try:
        return accepting(flow, interface, Budget(seconds=60))
    except Undecided:
        return None


def check_beside_plain_walks(seed: int, shapes: list[tuple[tuple[int, ...], int]]) -> str:
    """Return "exactly" or "more", or nothing where there is no monitor."""
    flow, interface = random_interface(seed)
    made = found(seed)
    if made is None:
        return ""
    edges, letter_of = made.automaton.edges, letters_by(made.symbols)
    for shape, point in shapes:
        worlds = Worlds(flow, interface, shape, point)
        assert missed(edges, worlds, letter_of) is None, (seed, shape)
    alone = Worlds(flow, interface, (1,))
    less = missed(edges, alone, letter_of, less=True)
    assert (less is None) or not made.exactly, (seed, less)
    assert (less is not None) or made.exactly or "not known" in made.more, seed
    return "exactly" if made.exactly else "more"


def test_no_point_of_small_worlds_shows_what_is_not_accepted() -> None:
    kinds = [check_beside_plain_walks(seed, SHAPES) for seed in range(40)]
    assert kinds.count("exactly") > 10
    assert kinds.count("more") > 3
    assert kinds.count("") < 5


@pytest.mark.soak
@pytest.mark.parametrize("hundred", range(10))
def test_no_point_of_larger_worlds_shows_what_is_not_accepted(hundred: int) -> None:
    seeds = range(1000 + 100 * hundred, 1100 + 100 * hundred)
    kinds = [check_beside_plain_walks(seed, [*SHAPES, *LARGER]) for seed in seeds]
    assert len(set(kinds) & {"exactly", "more"}) > 1
