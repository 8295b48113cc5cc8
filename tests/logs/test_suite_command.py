"""`logs suite` as it is typed: tables, Gherkin, JSON by its schema, folders, and bad usage."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from switchproof.cli import main
from switchproof.logs.suite.published import SCHEMA, published_schema
from tests.logs.test_logs_commands import FLOW

KEYWORD = re.compile(r"\s*(Feature:|Scenario:|Given |When |Then |And |But |\|.*\|$)")


@pytest.fixture
def flow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notices.py").write_text(FLOW)
    return "notices.py"


def test_a_table_says_what_is_seen_what_can_follow_and_what_is_unread(
    flow: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["logs", "suite", flow]) == 0
    out = capsys.readouterr().out
    assert out.count("Message formats are unread") == 4
    assert "no fewer will do" in out
    assert "| 1 | send, by sender |" in out
    assert "must not be seen, and changes nothing" in out


def test_json_is_as_its_published_schema_says(
    flow: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert SCHEMA.read_text() == published_schema()
    assert main(["logs", "suite", flow, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    jsonschema.validate(told, json.loads(SCHEMA.read_text()))
    assert [one["goal"] for one in told["suites"]] == [
        "transitions",
        "pairs",
        "refusals",
        "variants",
    ]
    assert told["suites"][0]["size"] == told["suites"][0]["at_least"] > 0
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**told, "exit": "0"}, json.loads(SCHEMA.read_text()))


def test_gherkin_has_nothing_but_steps_and_tables(
    flow: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["logs", "suite", flow, "--goal", "refusals", "--format", "gherkin"]) == 0
    head, *scenarios = capsys.readouterr().out.split("\n\n")
    assert head.startswith("Feature: ")
    assert scenarios
    assert all(KEYWORD.match(line) for one in scenarios for line in one.splitlines())
    assert any(line.startswith("    But ") for line in "\n".join(scenarios).splitlines())


def test_a_folder_holds_a_file_for_each_goal_and_nothing_else(
    flow: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["logs", "suite", flow, "--out", "tests"]) == 0
    names = sorted(path.name for path in Path("tests").iterdir())
    assert names == ["pairs.md", "refusals.md", "transitions.md", "variants.md"]
    assert "every transition: " in capsys.readouterr().out
    assert main(["logs", "suite", flow, "--out", "tests", "--format", "json"]) == 0
    assert [path.name for path in Path("tests").iterdir()] == ["suites.json"]
    Path("tests/mine.txt").write_text("mine")
    assert main(["logs", "suite", flow, "--out", "tests"]) == 2
    assert "tests: holds other things; name a new folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["--interface", "none"], "'none'"),
        (["--goal", "states"], "argument --goal: invalid choice: 'states'"),
        (["--out", "notices.py"], "is no folder of its own"),
    ],
)
def test_bad_usage_is_one_line(
    flow: str, words: list[str], complaint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["logs", "suite", flow, *words]) == 2
    said = capsys.readouterr().err
    assert complaint in said
    assert said.count("\n") == 1
