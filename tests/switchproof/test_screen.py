"""The screen of `verify`: figures by flow, and in full whatever needs a look."""

import sys
from typing import cast

import pytest

from switchproof.cli import main
from switchproof.deciding.format import ClaimRow, FlowRow
from switchproof.verify.format import Report
from switchproof.verify.screen import left_out, notable, screen

BLANK = dict.fromkeys(ClaimRow.__annotations__)


def row(id_: str, verdict: str, **more: object) -> ClaimRow:
    told: dict[str, object] = {
        **BLANK,
        "id": id_,
        "flow": "f",
        "source": "f",
        "verdict": verdict,
        "unverified": [],
    }
    return cast(ClaimRow, {**told, **more})


ROWS = [
    row("a", "proved", points="any"),
    row("b", "proved", points="1, 2"),
    row("c", "proved"),
    row("d", "refuted", points="1", surprise="it should hold"),
    row("e", "undecided", reason="time limit of 1 s", unverified=["C7 (gap)"]),
    row("a", "refuted", points="1", variant="v"),
    row("b", "proved", points="any", variant="it's", surprise="it should fail in variant 'it's'"),
]
FLOW = cast(
    FlowRow, {"flow": "f", "claims": ROWS, "bounds": ["one"], "unbound": [], "search": None}
)
REPORT: Report = {"schema_version": 1, "flows": [FLOW], "exit": 1}


def test_each_verdict_is_counted_once_and_none_that_is_not_as_expected_as_proved() -> None:
    heads, line = [told.split() for told in list(screen(REPORT))[1:3]]

    assert heads[:4] == ["any", "number", "some", "tables"]
    assert line == ["f", "1", "1", "1", "1", "of", "2", "2", "1"]


def test_what_needs_a_look_is_told_in_full_with_what_to_type_next() -> None:
    assert list(notable(REPORT)) == [
        "SURPRISE in f, d: it should hold",
        "  switchproof explain d --flow f",
        "undecided in f, e: time limit of 1 s",
        "SURPRISE in f, b, variant 'it's': it should fail in variant 'it's'",
        "  switchproof explain b --flow f --variant 'it'\"'\"'s'",
    ]


def test_what_is_left_out_is_said() -> None:
    assert left_out(REPORT).startswith("left out: 7 verdicts one by one, 1 bound that")


@pytest.mark.parametrize(("no_colour", "painted"), [("", True), ("1", False)])
def test_colour_is_for_terminals_alone(
    monkeypatch: pytest.MonkeyPatch, no_colour: str, painted: bool
) -> None:
    assert "\x1b" not in "".join(notable(REPORT))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    monkeypatch.setenv("NO_COLOR", no_colour)
    assert ("\x1b" in "".join(notable(REPORT))) is painted


def test_a_flow_with_many_claims_is_told_on_one_screen_or_row_by_row_or_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    def lines(*arguments: str) -> list[str]:
        assert main(["verify", "linked", "--jobs", "1", *arguments]) == 0
        return capsys.readouterr().out.splitlines()

    assert len(lines()) <= 24
    assert len(lines("--all")) > 40
    (only,) = lines("--quiet")
    assert only.startswith("30 of 30 as expected")
