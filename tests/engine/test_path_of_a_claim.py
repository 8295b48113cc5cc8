"""The path of a claim goes one way, and past what only interacting points need."""

import pytest

from tests.path_of_a_claim import counted, path_of


@pytest.mark.parametrize(
    ("flow", "claim"),
    [
        ("current", "one-bound-obligor"),
        ("css", "no-late-objection"),
        ("handover", "done-is-done"),
    ],
)
def test_where_points_do_not_interact_nothing_about_others_is_passed(flow: str, claim: str) -> None:
    path = path_of(flow, claim)

    assert path[-1] == ("engine/suspect.py", "marked")
    assert not [file for file, _ in path if "/others/" in file]


def test_a_return_is_a_first_entry_into_a_file_that_was_left() -> None:
    path = [("a.py", "one"), ("b.py", "two"), ("a.py", "three"), ("a.py", "four")]

    assert counted(path) == "4 functions in 2 files, 1 returns"
