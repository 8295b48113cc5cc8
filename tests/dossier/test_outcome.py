import re
from datetime import date

import pytest

from model.language.sources import Fact
from model.register import REGISTER
from model.register.outcome import Happened
from model.register.secas_2019.clauses import CLAUSES
from model.register.secas_2019.outcome import OUTCOME, foreseen
from switchproof.cli import main
from switchproof.dossier.trace.outcome import against_outcome, outcome_lines

FIRST = Happened("first", date(2001, 1, 1), "names", ("A", "Schedule 2"), "O1.MP161")
LATER = Happened("later", date(2002, 1, 1), "rules", ("A", "D"), "O1.MP200")


def test_a_part_is_foreseen_by_every_row_that_speaks_of_it() -> None:
    assert foreseen(["1-a", "5-A", "5-AG1", "5-AG2", "5-S5"]) == {
        "A": ["5-A"],
        "AG": ["5-AG1", "5-AG2"],
        "Schedule 5": ["5-S5"],
    }


def test_what_was_foreseen_and_what_was_done_are_told_apart() -> None:
    found = against_outcome(foreseen(["5-A", "5-B", "5-S2"]), (LATER, FIRST))

    assert [(row["part"], row["verdict"]) for row in found["parts"]] == [
        ("A", "foreseen and done"),
        ("Schedule 2", "foreseen and done"),
        ("B", "foreseen and not done"),
        ("D", "done and not foreseen"),
    ]
    assert [change["id"] for change in found["changes"]] == ["first", "later"]
    assert "    Section D (by later)" in outcome_lines(found)
    assert "    Section B (5-B)" in outcome_lines(found)


def test_the_paper_missed_three_parts_and_named_two_that_nobody_changed() -> None:
    found = against_outcome(foreseen(clause.id for clause in CLAUSES), OUTCOME)
    of = {
        verdict: {row["part"] for row in found["parts"] if row["verdict"] == verdict}
        for verdict in ("foreseen and not done", "done and not foreseen")
    }

    assert of["foreseen and not done"] == {"F", "Schedule 1"}
    assert of["done and not foreseen"] == {"D", "P", "AL"}


@pytest.mark.parametrize("one", OUTCOME, ids=lambda one: one.id)
def test_every_change_has_a_fact_that_names_its_day_and_its_parts(one: Happened) -> None:
    fact = REGISTER[one.fact]

    assert isinstance(fact, Fact)
    assert f"{one.on.day} {one.on:%B %Y}" in fact.says
    for part in one.parts:
        assert part.removeprefix("Schedule ") in re.findall(r"\w+", fact.says)


def test_the_outcome_and_a_source_are_not_asked_at_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["dossier", "trace", "--against", "outcome", "--source", "x"]) == 2
    assert main(["dossier", "trace", "--against", "outcome", "5-A"]) == 2
    assert main(["dossier", "trace", "--against", "outcome"]) == 0
    assert "done and not foreseen (3):" in capsys.readouterr().out
