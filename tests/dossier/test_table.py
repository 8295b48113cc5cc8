"""The transitional table: what the step can find, what becomes of it, and what options cost."""

import json
from pathlib import Path

import pytest

from model.language import Field
from model.language.sorts import Value, members, words_of
from model.walk import Walk
from properties.analyses.caught.options import Otherwise, continuing, ending
from properties.analyses.caught.rulings import ruling
from properties.analyses.reuse import evidence
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from switchproof.cli import main
from switchproof.dossier.table.designs import DESIGNS, Design, as_messages
from switchproof.dossier.table.format import OptionRow, StateRow
from switchproof.dossier.table.picture import picture
from switchproof.dossier.table.savings import SavingsTask, base_evidence, option_row
from switchproof.dossier.table.states import states
from tests.drawing.lint import faults

DRAINED, CARRIED = DESIGNS["drained-before"], DESIGNS["carried-over"]
SECONDS = 60


def field_of(design: Design, name: str) -> Field:
    (field,) = (field for field in design.flow.fields if field.name == name)
    return field


def rows(design: Design, name: str) -> dict[str, StateRow]:
    return {row["value"]: row for row in states((design.name, name), SECONDS, None)}


def test_drained_before_the_step_finds_no_request_and_says_what_keeps_it_out() -> None:
    found = rows(DRAINED, "request of supplier B")

    assert {row["found"] for value, row in found.items() if value != "no request"} == {"never"}
    assert found["pending"]["barred_by"] == ["no point has a request"]


def test_a_request_that_is_carried_over_is_found_and_becomes_what_the_table_says() -> None:
    pending = rows(CARRIED, "request of supplier B")["pending"]

    assert (pending["found"], pending["steps"], pending["shortest"]) == ("possible", 14, True)
    assert [told.partition(";")[0] for told in pending["becomes"]] == [
        "supplier B has no request under way",
        "supplier B's request is Pending",
        "a switch is pending at the retail data service",
    ]
    assert pending["silent"]


@pytest.mark.parametrize("design", DESIGNS.values(), ids=DESIGNS)
def test_each_run_ends_with_the_step_that_finds_the_state(design: Design) -> None:
    for name in ("file", "incident about the RDP", "compliance with the duty to send"):
        for value, row in rows(design, name).items():
            assert (row["found"] == "possible") == (row["run"] is not None)
            if row["run"]:
                walk = Walk(design.flow, shape=tuple(row["run"]["shape"]))
                for move in row["run"]["moves"]:
                    held = walk.read(field_of(design, name))
                    walk.take(move["event"], (move["at"] or 1) - 1)
                assert move["event"] == str(design.step)
                assert words_of(held) == value


def test_an_accepted_file_is_never_found_and_a_refused_one_is_on_which_the_text_is_silent() -> None:
    found = rows(DRAINED, "file")

    assert found["accepted"]["found"] == "never"
    assert found["accepted"]["barred_by"] == ["no accepted file waits to be loaded"]
    assert (found["refused"]["found"], found["refused"]["silent"]) == ("possible", True)
    assert found["built"]["next"] == [
        "send the file, in breach of the Networks' duty that RDPs send no file"
    ]


def test_where_a_clause_says_what_becomes_of_it_the_text_is_not_silent() -> None:
    duty = rows(DRAINED, "standing of the Networks' duty to send")["in force"]

    assert duty["becomes"] == ["the Networks' duty to send has ended"]
    assert duty["clauses"] == ["1-a", "5-E2"]
    shut_out = rows(DRAINED, "accepts RDPs")["no"]
    assert (shut_out["clauses"], shut_out["at_first"], shut_out["silent"]) == (
        ["1-a"],
        False,
        False,
    )


def test_what_nothing_at_the_step_speaks_of_has_no_source() -> None:
    breached = rows(DRAINED, "compliance with the duty to send")["breached and still owed"]

    assert breached["silent"]
    assert breached["cites"] == []


def test_a_condition_that_only_one_value_meets_speaks_of_it() -> None:
    live = ruling(DRAINED.flow, DRAINED.step, field_of(DRAINED, "entry of the CSS"), _value("live"))

    assert "2.2-c" in live.cites


def _value(words: str) -> Value:
    sort = field_of(DRAINED, "entry of the CSS").sort
    return next(value for value in members(sort) if words_of(value) == words)


def option(design: Design, machine: str, name: str, *claims: str) -> OptionRow:
    kept = tuple(claim for claim in design.claims if claim.id in claims)
    base = {claim.id: base_evidence((design.name, claim.id), SECONDS, None) for claim in kept}
    small = Design(design.name, design.flow, design.step, kept)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(DESIGNS, design.name, small)
        return option_row(SavingsTask(design.name, machine, name, base), SECONDS, None)


def test_requests_that_continue_are_left_behind() -> None:
    row = option(CARRIED, "request", "continues", "none-left-behind", "one-bound-obligor")

    assert [one["claim"] for one in row["breaks"]] == ["none-left-behind"]
    assert row["breaks"][0]["steps"] == 13
    assert row["keeps"] == ["one-bound-obligor"]


def test_a_copy_that_ends_changes_by_nobodys_data() -> None:
    row = option(DRAINED, "copy", "ends", "copy-only-from-answered")

    assert [one["claim"] for one in row["breaks"]] == ["copy-only-from-answered"]


def test_what_the_design_does_already_is_said_and_keeps_its_claims() -> None:
    row = option(DRAINED, "mark", "continues", "one-bound-obligor")

    assert (row["as_it_stands"], row["keeps"]) == (True, ["one-bound-obligor"])
    assert not option(DRAINED, "mark", "carried over", "one-bound-obligor")["decided"]


def test_what_waits_in_a_file_is_carried_to_a_message() -> None:
    flow = as_messages(DRAINED.flow)
    row = next(
        row for row in rows(DRAINED, "change of the point").values() if row["value"] == "due"
    )
    assert row["run"]
    walk = Walk(flow, shape=tuple(row["run"]["shape"]))
    for move in row["run"]["moves"]:
        walk.take(move["event"], (move["at"] or 1) - 1)

    held = {field.name: words_of(walk.read(field)) for field in flow.fields}
    assert held["message about the point"] == "due"
    assert held["supplier in the message"] == "supplier B"
    assert held["change of the point"] == "no change"


@pytest.mark.parametrize("machine", ["file", "mark", "reconciliation", "CSS incident"])
def test_a_verdict_that_is_carried_to_an_option_is_the_one_found_there(machine: str) -> None:
    ended = ending(DRAINED.flow, DRAINED.step, DRAINED.group(machine))
    assert ended
    otherwise = Otherwise(DRAINED.flow, ended, DRAINED.step, DRAINED.group(machine))
    cheap = [c for c in DRAINED.claims if c.id.startswith(("one-", "none-", "switched-", "owed-"))]
    for claim in cheap:
        found = decide(DRAINED.flow, claim)
        if otherwise.holds_still(claim, evidence(found)):
            assert decide(ended, claim).verdict is found.verdict


def test_no_verdict_is_carried_that_hangs_on_what_the_option_changes() -> None:
    step, group = CARRIED.step, CARRIED.group("request")
    left = continuing(CARRIED.flow, step, group)
    (claim,) = (claim for claim in CARRIED.claims if claim.id == "none-left-behind")
    found = evidence(decide(CARRIED.flow, claim))

    assert not Otherwise(CARRIED.flow, left, step, group).holds_still(claim, found)
    assert decide(left, claim).verdict is Verdict.REFUTED


def test_an_unknown_design_and_a_picture_of_several_are_refused_before_anything_is_decided(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["dossier", "table", "drained"]) == 2
    assert main(["dossier", "table", "--write", str(tmp_path / "all.svg")]) == 2
    assert main(["dossier", "table", "--write", str(tmp_path / "all.txt")]) == 2

    told = capsys.readouterr().err.splitlines()
    assert "drained-before" in told[0]
    assert "one design" in told[1]
    assert ".md, .json, .svg" in told[2]


def test_the_whole_table_is_printed_written_and_drawn(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    asked = ["dossier", "table", "drained-before", "--jobs", "1", "--format", "json"]
    assert main([*asked, "--write", "table.md", "--write", "table.svg"]) == 0

    report = json.loads(capsys.readouterr().out)
    (design,) = report["designs"]
    every = [state for machine in design["machines"] for state in machine["states"]]
    found = {name: sum(s["found"] == name for s in every) for name in ("possible", "never")}
    assert found == {"possible": 145, "never": 101}
    assert all(state["shortest"] for state in every if state["found"] == "possible")
    assert design["way"][-1] == "the change takes effect"
    told = Path("table.md").read_text()
    assert "the file of the RDP is sent | 19 steps, after: nominate the RDP, issue" in told
    assert "the file (the step waits: no accepted file waits to be loaded)" in told
    assert faults(Path("table.svg").read_text()).overlaps == 0
    assert picture(report) == Path("table.svg").read_text()
