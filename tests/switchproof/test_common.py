"""What several stories have in common is told once, and nothing of any story is lost."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from switchproof.telling.common import Stretch, abridged, common_to, parted
from switchproof.telling.folding import StepTold, Story, folded

WAY = " by a way that takes as many words as it does to make it worth while to tell it once"


def taken(act: str, *, matters: bool = False, breach: bool = False) -> StepTold:
    return StepTold(act + WAY, "", f" (1-a): {act} is done.", breach, matters)


def story(acts: str, telling: str = "") -> Story:
    """Return a story with a step for each letter; its last step matters, as in any."""
    last = len(acts) - 1
    return tuple(taken(a, matters=a in telling or n == last) for n, a in enumerate(acts))


def letters(stretches: Sequence[Stretch]) -> list[str]:
    return ["".join(one.act[0] for one in stretch.steps) for stretch in stretches]


def test_the_stretch_that_saves_most_is_told_once() -> None:
    stories = [story("abcdx"), story("abcdy"), story("zabcdv")]
    common = common_to(stories)
    assert letters(common) == ["abcd"]
    lines = list(abridged(stories[2], common))
    assert lines[0].startswith("Step 1. Z by a way")
    assert lines[1] == f"Steps 2 to 5. As in A, until d{WAY}."
    assert lines[2] == f"Step 6. V{WAY} (1-a): v is done."


def test_what_is_short_or_stands_alone_is_told_where_it_happens() -> None:
    assert common_to([story("abx"), story("aby")]) == ()
    assert common_to([story("abcdx"), story("efghy")]) == ()
    assert common_to([]) == ()


def test_the_last_step_of_a_story_is_told_there() -> None:
    stories = [story("abcd"), story("abcdx"), story("abcdy")]
    lines = list(abridged(stories[0], common_to(stories)))
    assert lines[-1] == f"Step 4. D{WAY} (1-a): d is done."
    assert lines[0] == f"Steps 1 to 3. As in A, until c{WAY}."
    assert letters(common_to([story("abcdx"), story("abcdx")])) == ["abcd"]


def test_a_breach_is_told_where_it_happens() -> None:
    broken = (*story("abc"), taken("q", matters=True, breach=True), *story("def"))
    assert letters(common_to([(*broken, *story("x")), (*broken, *story("y"))])) == ["abc", "def"]


def test_what_matters_in_one_story_is_told_in_full_for_all() -> None:
    (stretch,) = common_to([story("abcdx", telling="b"), story("abcdy")])
    assert [line.split(".")[0] for line in folded(stretch.steps)] == [
        "Step 1",
        "Step 2",
        "Steps 3 and 4",
    ]


def test_steps_with_other_effects_are_not_the_same() -> None:
    other = tuple(StepTold(one.act, "", ": more.", False, False) for one in story("abcd"))
    assert common_to([story("abcdx"), (*other, *story("y"))]) == ()


STORIES = st.lists(
    st.tuples(st.text("abcde", min_size=1, max_size=12), st.text("abcde", max_size=2)), max_size=5
)


@given(STORIES)
def test_no_step_and_nothing_that_matters_is_lost(told: list[tuple[str, str]]) -> None:
    stories = [story(acts, telling) for acts, telling in told]
    common = common_to(stories)
    for one in stories:
        pieces = list(parted(one[:-1], common))
        assert tuple(step for _, steps in pieces for step in steps) == one[:-1]
        for stretch, steps in pieces:
            if stretch:
                there = stretch.steps[: len(steps)]
                assert there == steps
                assert all(a.matters or not b.matters for a, b in zip(there, steps, strict=True))
        assert list(abridged(one, common))[-1] == next(iter(folded(one[-1:], len(one))))
