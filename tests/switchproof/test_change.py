"""What if: without an event, or in another reading, told as the difference to the flow's own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

from model.walk import Walk
from properties.engine.verdict import Verdict
from switchproof.cli import main
from switchproof.deciding import keeping
from switchproof.deciding.change import Change, so_changed, to_draw
from switchproof.deciding.decide import decide_checked, loaded
from switchproof.deciding.format import ClaimRow
from switchproof.deciding.load import Loaded
from switchproof.verify.difference import differs
from switchproof.verify.format import DifferenceReport
from switchproof.verify.published import HERE

READINGS = """
from switchproof import Reading
READINGS = (Reading("nothing sent again", "A lost parcel stays lost.", VARIANTS[1].flow),)
"""
WITHOUT = ("--without", "send again")
Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Said:
    """Return what runs a command on a flow of a parcel, and gives its status and what it says."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(keeping, "FOLDER", ".switchproof")
    main(["new", "parcel"])
    Path("parcel.py").write_text(Path("parcel.py").read_text() + READINGS)
    capsys.readouterr()

    def run(command: str, *more: str) -> tuple[int, str, str]:
        status = main([command, *more])
        return status, *capsys.readouterr()

    return run


def compared(said: Said, *more: str) -> tuple[int, DifferenceReport]:
    status, out, _ = said("verify", "parcel.py", "--jobs", "1", "--format", "json", *more)
    return status, cast(DifferenceReport, json.loads(out))


def test_each_verdict_that_differs_is_named_with_its_run_and_nothing_is_a_surprise(
    said: Said,
) -> None:
    status, out, _ = said("verify", "parcel.py", "--jobs", "1", *WITHOUT)

    assert status == 0
    assert out.splitlines()[0] == "parcel, without 'send again': It can never happen."
    assert "delivered-at-last: proved for any number of points; now refuted" in out
    assert "    3. lose at 1" in out
    assert "handed-over-packed" not in out
    assert out.splitlines()[-1] == "of 6 claims 5 have the same verdict, 1 another, 0 not known"


def test_a_reading_that_a_flow_declares_is_asked_in_the_same_way(said: Said) -> None:
    _, without = compared(said, *WITHOUT)
    status, read = compared(said, "--reading", "nothing sent again")
    both = [[row["differs"] for row in one["claims"]] for one in (without, read)]

    assert status == read["exit"] == 0
    assert (read["change"], read["says"]) == (
        *("reading 'nothing sent again'", "A lost parcel stays lost."),
    )
    assert both[0] == both[1] == [False, False, True, False, False, False]


def test_where_something_is_not_decided_it_is_3(said: Said) -> None:
    status, found = compared(said, *WITHOUT, "--timeout", "0.000001")
    known = [row["differs"] for row in found["claims"]]

    assert status == found["exit"] == 3
    assert None in known
    assert "not known" in said("verify", "parcel.py", *WITHOUT, "--timeout", "0.000001")[1]


@pytest.mark.parametrize(
    ("before", "after", "differs_"),
    [
        (("proved", "any", []), ("proved", "any", []), False),
        (("proved", "any", []), ("refuted", "1", []), True),
        (("proved", "any", []), ("proved", "any", ["empty"]), True),
        (("proved", "1, 2, 3", []), ("proved", "2, 3", []), True),
        (("refuted", "1", []), ("refuted", "2", []), False),
        (("proved", "any", []), ("undecided", None, []), None),
        (("undecided", None, []), ("undecided", None, []), None),
        (("undecided", None, []), ("proved", "any", []), None),
    ],
)
def test_what_differs(before: object, after: object, differs_: bool | None) -> None:
    def row(told: Any) -> ClaimRow:  # noqa: ANN401
        return cast(ClaimRow, dict(zip(("verdict", "points", "marks"), told, strict=True)))

    assert differs(row(before), row(after)) is differs_


def test_the_report_fits_its_schema(said: Said) -> None:
    schema = json.loads((HERE / "difference.schema.json").read_text(encoding="utf-8"))
    _, found = compared(said, *WITHOUT)

    assert not list(Draft202012Validator(schema).iter_errors(found))
    assert found["claims"][2]["after"]["expected"] is None


def test_what_was_kept_of_the_flow_itself_is_left_as_it_is(said: Said) -> None:
    said("verify", "parcel.py", "--jobs", "1")
    before = {path: path.read_bytes() for path in Path(".switchproof").glob("*.json")}
    _, _, err = said("verify", "parcel.py", "--jobs", "1", *WITHOUT)

    assert before
    assert all(path.read_bytes() == text for path, text in before.items())
    assert "decided anew" not in err


@pytest.mark.parametrize("event", ["withdraw", "annul", "the gate closes for the pair"])
def test_an_event_that_never_happens_is_as_one_that_is_not_there(event: str) -> None:
    one, change = loaded("linked"), Change((event,))
    flows = so_changed(one, change), to_draw(one, change)
    verdicts = [
        [
            decide_checked(Loaded("linked", flow, one.claims, ()), None, claim, 60).verdict
            for claim in one.claims
        ]
        for flow in flows
    ]

    both = [pair for pair in zip(*verdicts, strict=True) if pair[1] is not Verdict.UNDECIDED]

    assert len(both) > len(one.claims) / 2  # where an event is not there, no claim may name it
    assert all(kept is gone for kept, gone in both)


def test_walk_refuses_it_and_draw_leaves_it_out(said: Said) -> None:
    path = ("parcel.py", "--take", "pack", "--take", "hand over", "--take", "lose")
    assert said("walk", *path, "--take", "send again")[0] == 0
    assert said("walk", *path, "--take", "send again", *WITHOUT)[0] == 1
    assert said("draw", "parcel.py", "--out", "all")[0] == 0
    assert said("draw", "parcel.py", "--out", "less", *WITHOUT)[0] == 0

    assert "Send again" in Path("all/parcel-parcel.md").read_text()
    assert "Send again" not in Path("less/parcel-parcel.md").read_text()


def test_explain_tells_the_run_and_expects_nothing(said: Said) -> None:
    asked = ("delivered-at-last", "--flow", "parcel.py")
    status, out, _ = said("explain", *asked, *WITHOUT)

    assert status == 0
    told = " ".join(out.split())
    assert "in the flow without 'send again': Refuted. It fails in 3 steps" in told
    assert "What is changed: It can never happen." in told
    assert "as it should" not in out
    assert "surprise" not in out
    assert said("explain", "handed-over-packed", "--flow", "parcel.py", *WITHOUT)[0] == 0


def test_a_variant_pins_only_what_it_breaks(said: Said) -> None:
    asked = ("--flow", "parcel.py", "--variant", "nothing sent again")
    status, out, _ = said("explain", "handed-over-packed", *asked)

    assert (status, "Proved." in out, "surprise" in out) == (0, True, False)


def test_all_members_of_a_family_are_meant_by_its_name() -> None:
    one = loaded("current")
    flow = so_changed(one, Change(("request",)))
    walk = Walk(flow, 1, 1)
    named = [event for event in flow.events if event.name == "request"]

    assert len(named) > 1
    assert all(walk.refusal(event, 0) for event in named)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("verify", "parcel.py", "--without", "nothing"), "no event is called 'nothing'"),
        (("verify", "parcel.py", "--reading", "x"), "no reading is called 'x'"),
        (("verify", "linked", "--reading", "x"), "linked declares no readings; write READINGS"),
        (("verify", *WITHOUT), "asked of one flow"),
        (("draw", *WITHOUT), "asked of one flow"),
        (("verify", "parcel.py", "linked", *WITHOUT), "asked of one flow"),
        (("verify", "parcel.py", *WITHOUT, "--reading", "x"), "ask for one at a time"),
        (("verify", "parcel.py", *WITHOUT, "--points", "2"), "--points does not go with"),
        (("verify", "parcel.py", *WITHOUT, "--format", "junit"), "--format is one of text, json"),
        (("verify", "parcel.py", *WITHOUT, "--claim", "no"), "no claim is called 'no'"),
        (
            ("explain", "handed-over-packed", "--variant", "shipped unpacked", *WITHOUT),
            "--variant is a change already",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(
    said: Said, asked: tuple[str, ...], told: str
) -> None:
    more = ("--flow", "parcel.py") if asked[0] == "explain" else ()
    status, _, err = said(*asked, *more)

    assert (status, told in err, len(err.splitlines())) == (2, True, 1), err


@pytest.mark.parametrize(
    ("readings", "told"),
    [
        ("(Reading('a', 'A.'),)", "reading 'a' is of another flow, or of none; make it of"),
        ("(Reading('a', 'A.', FLOW), Reading('A', 'A.', FLOW))", "two readings are called 'A'"),
        ("(1,)", "1 in READINGS; write READINGS"),
    ],
)
def test_a_reading_that_is_none_is_refused_with_its_line(
    said: Said, readings: str, told: str
) -> None:
    with Path("parcel.py").open("a") as file:
        file.write(f"READINGS = {readings}\n")
    status, _, err = said("verify", "parcel.py")

    assert (status, told in err, "parcel.py" in err) == (2, True, True), err


def test_readings_are_listed(said: Said) -> None:
    assert said("list", "readings", "parcel.py")[:2] == (
        *(0, "nothing sent again: A lost parcel stays lost.\n"),
    )
