"""`dossier order`: what it says of all orders and of one, what it refuses, and its picture."""

import json
from functools import cache
from pathlib import Path

import pytest

from diagrams import palette
from diagrams.order import Ordered, about, picture
from model.steps.flow import STEPS
from properties.engine.budget import Budget
from properties.steps import HOLDING
from switchproof.cli import main
from switchproof.dossier.order.format import OrderReport, SaidRow
from switchproof.dossier.order.picture import picture as picture_of
from switchproof.dossier.order.report import report, status
from switchproof.dossier.order.text import text
from switchproof.dossier.order.whys import of_the_law
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED, WRONG
from tests.drawing.lint import crossings, faint_texts, hits, overlaps, strange_colours
from tests.drawing.seen import read

SHOWN = Path(__file__).parents[2] / "diagrams" / "shown" / "steps-order.svg"
SAFE = "rec, table, feed, load, stop, enter, transfer, accept, first-load, withdraw, drain, move"
UNSAFE = "stop, enter, withdraw, transfer, accept, drain, load, first-load, feed, table, rec, move"
REFUSED = "drain, load, stop, enter, transfer, first-load, accept, withdraw, feed, table, rec, move"


@cache
def rows() -> OrderReport:
    return report(None, Budget())


def order(capsys: pytest.CaptureFixture[str], *asked: str) -> tuple[int, str, str]:
    status = main(["dossier", "order", *asked])
    printed = capsys.readouterr()
    return status, printed.out, printed.err


def test_the_step_with_no_way_back_stands_first_and_the_number_of_orders_last() -> None:
    first, *_, last = text(rows()).splitlines()
    assert first == "No way back after 'move', which is decided by: the Authority."
    assert "Remark: 556,164 of 479,001,600 orders are safe." in text(rows())
    assert last.endswith("steps are cut.")


def test_each_step_has_who_decides_it_and_a_clause_or_an_assumption() -> None:
    assert [row["word"] for row in rows()["steps"]] == list(STEPS)
    for row in rows()["steps"]:
        assert row["decided_by"]
        assert row["cites"]


def test_what_demands_an_order_is_the_law_a_claim_or_the_system() -> None:
    parts = [*rows()["precedences"], *rows()["clauses"]]
    by = {
        " or ".join(f"{one['first']} {one['then']}" for one in part["any_of"]): part["demanded"]
        for part in parts
    }
    assert {said: why and why["by"] for said, why in by.items()} == {
        "enter transfer": "law",
        "stop transfer": "law",
        "transfer accept": "law",
        "transfer withdraw": "law",
        "transfer move": "law",
        "accept first-load": "system",
        "load first-load": "law",
        "load move": "claim",
        "rec move": "law",
        "drain load or feed load": "law",
        "drain move or table move": "claim",
    }
    refused = by["accept first-load"]
    assert refused is not None
    assert refused["refused"] == ["the DSP accepts the CSS"]


def test_what_is_not_exact_or_not_demanded_is_a_surprise() -> None:
    idle: SaidRow = {"any_of": [{"first": "rec", "then": "drain"}], "demanded": None}
    assert status(rows()) == AS_EXPECTED
    assert status({**rows(), "exact": False}) == SURPRISE
    assert status({**rows(), "clauses": [idle]}) == SURPRISE
    assert "A SURPRISE: these are not just the safe orders." in text({**rows(), "exact": False})
    assert "nothing was found that demands it" in text({**rows(), "clauses": [idle]})


def test_a_claim_that_cites_a_rule_of_the_paper_is_the_law() -> None:
    found = {claim.id: of_the_law(claim) for claim in HOLDING}
    assert found["one-bound-obligor"]
    assert found["registered-under-the-rec"]
    assert not found["no-request-is-lost"]


def test_a_safe_order_is_told_to_be_safe(capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = order(capsys, SAFE)
    assert status == AS_EXPECTED
    assert said.startswith("safe: ")


def test_steps_may_be_named_by_their_events(capsys: pytest.CaptureFixture[str]) -> None:
    names = ", ".join(str(STEPS[word]).upper() for word in SAFE.split(", "))
    assert order(capsys, names)[0] == AS_EXPECTED


@pytest.mark.parametrize(
    ("asked", "begins", "part"),
    [
        (UNSAFE, "unsafe from step 3, 'withdraw': ", "transfer before withdraw"),
        (REFUSED, "refused at step 6, 'first-load': ", "accept before first-load"),
    ],
)
def test_of_an_order_that_is_not_safe_it_says_where_and_why(
    capsys: pytest.CaptureFixture[str], asked: str, begins: str, part: str
) -> None:
    status, said, _ = order(capsys, asked)
    assert status == SURPRISE
    assert said.startswith(begins)
    assert "  run: " in said
    assert f"  every safe order has {part}" in said


def test_json_says_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    status, said, _ = order(capsys, UNSAFE, "--format", "json")
    found = json.loads(said)
    assert (found["asked"]["fate"], found["asked"]["at"]) == ("unsafe", "withdraw")
    assert found["exit"] == status == SURPRISE
    assert found["exact"] is True
    assert found["precedences"] == json.loads(json.dumps(rows()["precedences"]))


@pytest.mark.parametrize(
    ("asked", "complaint"),
    [
        ("stop, entr", "no step is called 'entr'; did you mean 'enter'?"),
        (SAFE.replace(", move", ""), "the order leaves out move; name each step once"),
        (f"{SAFE}, move", "step 'move' stands twice; each is taken once"),
        (f"{SAFE},", "a step is empty; write steps with one comma between two"),
    ],
)
def test_an_order_that_is_none_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], asked: str, complaint: str
) -> None:
    assert order(capsys, asked) == (WRONG, "", f"switchproof: {complaint}\n")


def test_what_is_not_decided_in_time_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    status, said, wrong = order(capsys, "--timeout", "0.001")
    assert (status, said) == (UNDECIDED, "")
    assert wrong.startswith("switchproof: undecided: time limit")


def test_the_picture_that_is_kept_is_the_one_that_is_drawn(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert order(capsys, "--out", str(tmp_path))[0] == AS_EXPECTED
    assert (tmp_path / "steps-order.svg").read_text(encoding="utf-8") == SHOWN.read_text(
        encoding="utf-8"
    )


def test_the_picture_keeps_the_house_style() -> None:
    seen = read(picture_of(rows()))
    assert seen.width <= palette.WIDTH
    assert seen.height <= palette.HEIGHT
    assert min(text.size for text in seen.texts) >= palette.SMALLEST
    assert list(overlaps(seen)) == []
    assert list(hits(seen)) == []
    assert list(faint_texts(seen)) == []
    assert list(strange_colours(seen)) == []
    assert len(list(crossings(seen))) == 1


def test_a_clause_whose_parts_end_apart_has_marks_with_one_number() -> None:
    steps = {word: (f"do {word}", "DCC") for word in "abcd"}
    clause = (("a", "b"), ("c", "d"))
    shown = Ordered("Four steps", steps, [], [], [clause], ["d"])
    marks = [text for text in read(picture(shown)).texts if text.words == "1"]
    assert len(marks) == 2
    assert about(shown) == ("Four steps. A before b or c before d. There is no way back after d.")
