"""`switchproof dossier interfaces`: what is alike where few events are seen, and which drafts."""

import json
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from model.handover.flow import FLOW
from properties import checker
from properties.engine.interfaces.result import Likeness
from properties.engine.interfaces.same_at import SameAt, by_name
from properties.engine.verdict import Verdict
from switchproof.cli import main
from switchproof.dossier.interfaces.every import NOT_MODELLED
from switchproof.dossier.interfaces.grouping import grouped
from switchproof.dossier.interfaces.rows import status
from switchproof.dossier.interfaces.run import need_no_event_of
from switchproof.dossier.interfaces.text import text
from switchproof.dossier.interfaces.wordings import DraftRead, Drafts
from switchproof.dossier.lines import WIDTH
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED

Data = dict[str, Any]
A_SWITCHES, B_SWITCHES = (f"midnight of the start date (supplier {x})" for x in "AB")
A_COMMANDS, B_COMMANDS = (f"a command is accepted (supplier {x})" for x in "AB")


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[Data, Path]:
    """The report, and the folder of its packets."""
    folder, printed = tmp_path_factory.mktemp("interfaces") / "packets", list[str]()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builtins.print", lambda said, **_: printed.append(said))
        arguments = ["--format", "json", "--timeout", "500", "--packets", str(folder)]
        assert main(["dossier", "interfaces", *arguments]) == AS_EXPECTED
    return json.loads(printed[-1]), folder


def compared(report: Data, name: str) -> Data:
    (row,) = (row for row in report["comparisons"] if row["id"] == name)
    found: Data = row["found"]
    return found


def test_the_flags_to_rdps_are_alike_for_every_number(told: tuple[Data, Path]) -> None:
    found = compared(told[0], "flags to RDPs")
    assert (found["verdict"], found["points"]) == ("alike", "any")
    assert found["machines"] == ["RDP entry", "RDP gateway", "status flag", "point incident"]


def test_commands_alone_are_alike_at_one_point_and_empty(told: tuple[Data, Path]) -> None:
    found = compared(told[0], "commands")
    assert (found["verdict"], found["points"], found["empty"]) == ("alike", "1", True)


def test_commands_part_where_switches_are_seen(told: tuple[Data, Path]) -> None:
    found = compared(told[0], "commands and switches")
    refused = [name.replace("accepted", "refused") for name in (A_COMMANDS, B_COMMANDS)]
    assert [(d["side"], d["after"], d["then"]) for d in found["differences"]] == [
        (0, [B_SWITCHES, refused[0]], A_COMMANDS),
        (0, [B_SWITCHES, B_COMMANDS, A_SWITCHES, refused[1]], B_COMMANDS),
    ]
    assert all(d["every_number"] for d in found["differences"])


def test_of_whom_nothing_is_modelled_nothing_is_said_to_be_equal(told: tuple[Data, Path]) -> None:
    (one,) = told[0]["not_modelled"]
    assert one["whom"] == "Other SEC Parties"
    assert "nothing said to be equal" in one["says"]


def test_whoever_takes_part_in_a_flow_is_not_said_to_be_unmodelled() -> None:
    with pytest.raises(BadInput, match="'Other SEC Parties' are modelled in 'current'"):
        need_no_event_of(replace(NOT_MODELLED[0], party="RDP"))


def test_drafts_are_grouped_and_what_parts_groups_is_told(told: tuple[Data, Path]) -> None:
    groups = {
        row["id"]: [
            "/".join(f"{d['words']}: {d['source']}" for d in group["drafts"])
            for group in row["groups"]
        ]
        for row in told[0]["wordings"]
    }
    plain = "the plain meaning; no text read settles it"
    assert groups == {
        "the duty to send": [
            "ensure: 5-E1/provide: the doubt 'provide'",
            "take all reasonable steps to ensure: the doubt 'ensure'",
        ],
        "the end of the right to send": [
            f"at: {plain}/from: {plain}",
            f"by: {plain}",
            "from: A-withdrawal-by-DCC",
        ],
        "whose readiness is needed": [f"each: {plain}/any: {plain}"],
    }
    duty, right, _ = told[0]["wordings"]
    (difference,) = duty["pairs"][0]["found"]["differences"]
    assert difference["after"] == ["suspend the CSS", "the time for sending passes"]
    assert (difference["side"], difference["then"]) == (0, "a breach is found")
    assert [pair["groups"] for pair in right["pairs"]] == [[0, 1], [0, 2], [1, 2]]


def test_each_answer_has_a_packet_that_the_checker_accepts(
    told: tuple[Data, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert checker.main([str(told[1])]) == 0
    assert "\n11 packets accepted, 0 rejected\n" in capsys.readouterr().out


def test_the_text_says_for_which_numbers_and_keeps_its_width(told: tuple[Data, Path]) -> None:
    lines = list(text(told[0]))  # type: ignore[arg-type]
    said = " ".join(line.strip() for line in lines)
    assert "with one metering point; not said of more" in said
    assert "alike, for any number of metering points: the same machines" in said
    assert "mean the same" not in said
    assert max(map(len, lines)) <= WIDTH


def test_what_is_open_or_a_surprise_is_in_the_exit_status(told: tuple[Data, Path]) -> None:
    rows, wordings = told[0]["comparisons"], told[0]["wordings"]
    assert status(rows, wordings) == AS_EXPECTED
    for verdict, wanted in (("undecided", UNDECIDED), ("parted", SURPRISE)):
        report = deepcopy(told[0])
        report["comparisons"][0]["found"]["verdict"] = verdict
        assert status(report["comparisons"], wordings) == wanted


def test_drafts_of_which_it_is_not_known_stand_in_groups_of_their_own() -> None:
    drafts = tuple(DraftRead(words, "as it stands", "1-a", FLOW) for words in "abcd")
    verdicts = {"ab": Verdict.UNDECIDED, "ac": Verdict.PROVED, "ad": Verdict.REFUTED}
    wording = Drafts("w", "...", "1-a", FLOW.events[:1], drafts)
    asked = SameAt("same", "Alike.", (FLOW, FLOW), by_name(FLOW.events[:1]))

    def compare(_: Drafts, one: DraftRead, other: DraftRead) -> Likeness:
        return Likeness(asked, verdicts.get(one.words + other.words, Verdict.UNDECIDED))

    found = grouped(wording, compare)
    assert [[draft.words for draft in group.drafts] for group in found.groups] == [
        ["a", "c"],
        ["b"],
        ["d"],
    ]
    assert [(n, m, one.verdict.value) for n, m, one in found.pairs] == [
        (0, 1, "undecided"),
        (0, 2, "refuted"),
        (1, 2, "undecided"),
    ]


def test_a_folder_that_cannot_be_written_is_told_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    assert main(["dossier", "interfaces", "--packets", str(tmp_path / "file")]) == 2
    assert "packets cannot be kept (" in capsys.readouterr().err
