"""What other programs read: each format fits its schema, and none is green where not all is."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft202012Validator

from model.current.registration import REGISTRATIONS, REQUESTS
from switchproof.cli import main
from switchproof.deciding import keeping
from switchproof.deciding.decide import Task
from switchproof.deciding.one_line import near
from switchproof.terminal.exits import INTERRUPTED
from switchproof.verify.ci.annotations import SUMMARY, annotations
from switchproof.verify.ci.junit import junit
from switchproof.verify.ci.markdown import markdown
from switchproof.verify.ci.sarif import sarif
from switchproof.verify.format import Report
from switchproof.verify.published import HERE, published_schemas
from tests.verdicts import row_of

# Of the schemas of SARIF 2.1.0 and of Jenkins' JUnit, what must be there in what is used of them.
SARIF = {
    "runs": ("tool", "results"),
    "driver": ("name",),
    "rules": ("id",),
    "invocations": ("executionSuccessful",),
    "results": ("message", "ruleId", "level", "locations"),
    "codeFlows": ("threadFlows",),
    "threadFlows": ("locations",),
    "message": ("text",),
    "region": ("startLine",),
    "artifactLocation": ("uri",),
}
JUNIT = {"testsuite": ("name", "tests", "failures", "errors"), "testcase": ("name",)}
PRINTS = """
import atexit, os
print("printed"); os.write(1, b"written\\n"); os.system("echo shouted")
atexit.register(print, "at the end")
"""
PRINTS_LATER = """
def told(flow):
    print("decided", flush=True)
    return packed | ~packed
CLAIMS = (*CLAIMS, Always("told", "It is told.", told))
"""
FOR_CI = Path(__file__).parents[2] / "switchproof" / "for_ci"
Data = dict[str, Any]
Verified = Callable[..., tuple[int, Report]]


@pytest.fixture
def parcel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A flow file in the folder of the test in which one rule is wrong."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(keeping, "FOLDER", ".switchproof")
    main(["new", "parcel"])
    path = Path("parcel.py")
    right = "Transition(DELIVER, Parcel.WITH_CARRIER, Parcel.DELIVERED"
    text = path.read_text()
    assert right in text
    path.write_text(text.replace(right, right.replace("DELIVERED", "LOST")))
    return path


@pytest.fixture
def verified(parcel: Path, capsys: pytest.CaptureFixture[str]) -> Verified:
    """Return what verifies it, with its exit status and report."""

    def run(*more: str) -> tuple[int, Report]:
        capsys.readouterr()
        status = main(["verify", str(parcel), "--jobs", "1", "--format", "json", *more])
        return status, cast(Report, json.loads(capsys.readouterr().out))

    return run


def with_(report: Report, **changes: object) -> Report:
    """Return a report with its first claim changed, and the exit status that this comes to."""
    changed = cast(Report, json.loads(json.dumps(report)))
    row = changed["flows"][0]["claims"][0]
    row.update({"surprise": None, "verdict": "proved", "run": None})
    row.update(changes)  # type: ignore[typeddict-item]
    changed["exit"] = {"undecided": 3, "proved": 0}.get(cast(str, row["verdict"]), 1)
    return changed


def members(data: object, name: str = "") -> list[tuple[str, Data]]:
    """Return each object with the name under which it stands."""
    if isinstance(data, list):
        return [one for part in data for one in members(part, name)]
    if not isinstance(data, dict):
        return []
    return [(name, data), *(one for key, part in data.items() for one in members(part, key))]


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314  # it is our own


def cases(report: Report, kind: str) -> list[str]:
    return [one.get("name", "") for one in parsed(junit(report)).iterfind(f".//*[{kind}]")]


def is_green(report: Report) -> bool:
    return not cases(report, "failure") and not cases(report, "error")


def test_the_published_schema_is_that_of_the_report_and_the_report_fits_it(
    verified: Verified,
) -> None:
    _, report = verified("--points", "2")
    schema = json.loads((HERE / "report.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)

    assert all(path.read_text(encoding="utf-8") == text for path, text in published_schemas())
    assert not list(Draft202012Validator(schema).iter_errors(report))
    assert list(Draft202012Validator(schema).iter_errors({**report, "more": 1}))
    assert list(Draft202012Validator(schema).iter_errors({**report, "flows": [{}]}))


def test_a_report_is_the_same_cold_and_warm_but_for_seconds(verified: Verified) -> None:
    def without_seconds() -> str:
        return re.sub(r'"seconds": [\d.]+', "", json.dumps(verified()[1]))

    assert without_seconds() == without_seconds()
    assert list(Path(".switchproof").glob("*.json"))


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_json_is_valid_whatever_a_flow_file_prints(parcel: Path, jobs: str) -> None:
    parcel.write_text(PRINTS + parcel.read_text() + PRINTS_LATER)
    command = [sys.executable, "-m", "switchproof", "verify", str(parcel), "--format", "json"]
    ended = subprocess.run([*command, "--jobs", jobs], capture_output=True, text=True, check=False)
    printed = ("printed", "written", "shouted", "decided", "at the end")

    assert (ended.returncode, json.loads(ended.stdout)["exit"]) == (1, 1)
    assert all(word in ended.stderr for word in printed)


def test_a_broken_claim_is_a_code_flow_at_the_lines_of_its_rules(verified: Verified) -> None:
    _, report = verified()
    data = json.loads(sarif(report))
    (result,) = data["runs"][0]["results"]
    (flow,) = result["codeFlows"]
    lines = Path("parcel.py").read_text().splitlines()
    places = [one["location"]["physicalLocation"] for one in flow["threadFlows"][0]["locations"]]
    rules = [lines[place["region"]["startLine"] - 1] for place in places]
    claim = lines[result["locations"][0]["physicalLocation"]["region"]["startLine"] - 1]

    assert "Always(" in claim
    assert [re.findall(r"Transition\((\w+)", rule) for rule in rules] == [
        *(["PACK"], ["HAND_OVER"], ["HAND_OVER"], ["DELIVER"], ["DELIVER"])
    ]
    assert (result["level"], data["version"]) == ("error", "2.1.0")
    assert data["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_has_what_its_schema_asks_for(verified: Verified) -> None:
    found = members(json.loads(sarif(verified()[1])))
    missing = [
        (name, part) for name, one in found for part in SARIF.get(name, ()) if part not in one
    ]

    assert missing == []
    assert {name for name, _ in found} >= set(SARIF)


def test_a_path_is_a_uri(verified: Verified) -> None:
    for file, uri in (("a b#.py", "a%20b%23.py"), ("/a b.py", "file:///a%20b.py")):
        data = json.loads(sarif(with_(verified()[1], surprise="s", file=file)))
        (at,) = data["runs"][0]["results"][0]["locations"]

        assert at["physicalLocation"]["artifactLocation"]["uri"] == uri
        assert unquote(uri).endswith(file)


def test_of_a_family_the_line_is_the_templates_and_the_member_is_named() -> None:
    row = row_of(Task("current", "one-supplier-of-record", "midnight moves only the new one"))
    assert row["run"] is not None
    rules = [rule for move in row["run"]["moves"] for rule in move["rules"]]
    lines = {rule.place.line for one in (REQUESTS, REGISTRATIONS) for rule in one.transitions}
    of_family = [rule for rule in rules if rule["file"] == near(REQUESTS.place.file)]

    assert of_family
    assert all("(supplier " in rule["machine"] for rule in of_family)
    assert {rule["line"] for rule in of_family} <= lines


def test_junit_has_what_its_schema_asks_for_and_counts_right(verified: Verified) -> None:
    root = parsed(junit(verified("--points", "2")[1]))
    parts = [one for name in JUNIT for one in root.iter(name)]
    (suite,) = root

    assert all(name in one.attrib for one in parts for name in JUNIT[one.tag])
    assert int(suite.attrib["tests"]) == len(suite) > 7
    assert int(suite.attrib["failures"]) == len(suite.findall("testcase/failure")) == 2


@pytest.mark.parametrize(
    ("changes", "kind"),
    [
        ({"surprise": "it should hold", "verdict": "refuted"}, "failure"),
        ({"surprise": "it is empty"}, "failure"),
        ({"verdict": "undecided", "reason": "time limit"}, "error"),
        ({"verdict": None, "reason": "later"}, "skipped"),
    ],
)
def test_nothing_but_what_is_as_expected_passes(
    verified: Verified, changes: Data, kind: str
) -> None:
    report = with_(verified()[1], **changes)
    first = report["flows"][0]["claims"][0]["id"]
    good = with_(report)

    assert is_green(good)
    assert cases(report, kind) == [first]
    assert not cases(good, kind)
    assert is_green(report) is (kind == "skipped" and report["exit"] == 0)
    told = ("error" if kind == "failure" else "warning") if kind != "skipped" else None
    levels = [one["level"] for one in json.loads(sarif(report))["runs"][0]["results"]]
    assert levels == ([told] if told else [])
    assert [line.split()[0] for line in annotations(report)] == ([f"::{told}"] if told else [])
    assert (first in markdown(report)) is (told is not None)


@pytest.mark.parametrize("status", [2, INTERRUPTED, 3])
def test_no_format_is_green_where_not_all_was_checked(verified: Verified, status: int) -> None:
    report = with_(verified()[1])
    assert is_green(report)
    report["exit"] = status

    assert not is_green(report)
    assert not json.loads(sarif(report))["runs"][0]["invocations"][0]["executionSuccessful"]
    assert "not all that was asked was checked" in markdown(report)


def test_what_xml_cannot_hold_is_written_as_numbers(verified: Verified) -> None:
    odd = "a\x00b\x1b[31m\ud800 <&>\ufffe"
    text = junit(with_(verified()[1], surprise=odd))

    assert parsed(text).findall(".//failure")[0].attrib["message"].startswith("a\\x00b\\x1b")
    text.encode()


def test_what_a_flow_says_breaks_no_annotation_and_no_table(verified: Verified) -> None:
    report = with_(verified()[1], surprise="50%\n::error::x", file="a,b:c.py")
    report["flows"][0]["flow"] = "a|b"
    (line,) = annotations(report)

    assert line.startswith("::error file=a%2Cb%3Ac.py,line=")
    assert "50%25%0A::error::x" in line
    assert "| a\\|b | " in markdown(report)
    assert "\n::error" not in markdown(report)


def test_for_github_the_screen_follows_and_the_summary_is_added_to(
    parcel: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(SUMMARY, "summary.md")
    Path("summary.md").write_text("before\n")
    assert main(["verify", str(parcel), "--jobs", "1", "--format", "github"]) == 1
    out, summary = capsys.readouterr().out, Path("summary.md").read_text()

    assert "::error file=parcel.py,line=" in out
    assert "8 of 9 as expected" in out
    assert summary.startswith("before\n## switchproof verify")
    assert "**parcel, fulfilled-is-delivered**" in summary


def test_results_are_written_by_their_endings_beside_what_is_printed(verified: Verified) -> None:
    files = {"r.json": '"schema_version": 1', "r.xml": "<testsuites", "r.sarif": "codeFlows"}
    asked = [word for file in (*files, "r.md") for word in ("--write", file)]
    _, report = verified(*asked)

    assert all(text in Path(file).read_text() for file, text in files.items())
    assert json.loads(Path("r.json").read_text()) == report
    assert Path("r.md").read_text() == f"{markdown(report)}\n"


@pytest.mark.parametrize(
    ("file", "told"), [("r.txt", "its ending says the format"), ("no/r.xml", "there is no folder")]
)
def test_a_result_that_cannot_be_written_is_refused_before_anything_is_decided(
    parcel: Path, capsys: pytest.CaptureFixture[str], file: str, told: str
) -> None:
    assert main(["verify", str(parcel), "--write", file]) == 2
    shown = capsys.readouterr()
    assert told in shown.err
    assert "as expected" not in shown.out


def steps_of(name: str) -> list[str]:
    """Return the commands of a file for a service, but for the one that installs."""
    text = (FOR_CI / name).read_text(encoding="utf-8")
    blocks = re.findall(r"^( *)run: >-\n((?:\1 +\S.*\n)+)", text, re.MULTILINE)
    folded = [" ".join(block.split()) for _, block in blocks]
    return [*folded, *re.findall(r"entry: (.*)", text)]


@pytest.mark.parametrize("name", ["workflow.yml", "action.yml", "pre-commit-config.yaml"])
@pytest.mark.parametrize(
    ("flows", "status", "told"),
    [("flows/*.py", 1, "fulfilled-is-delivered"), ("none/*.py", 2, "no such file")],
)
def test_the_steps_that_a_project_copies_end_red_where_they_should(
    parcel: Path, name: str, flows: str, status: int, told: str
) -> None:
    Path("flows").mkdir()
    parcel.rename("flows/parcel.py")
    (step,) = steps_of(name)
    files = f" {flows}" if name.startswith("pre-commit") else ""
    found = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ended = subprocess.run(
        ["/usr/bin/env", "bash", "-e", "-c", step + files],
        env={**os.environ, "PATH": found, "FLOWS": flows, SUMMARY: "summary.md"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, told in ended.stdout + ended.stderr) == (status, True)
    assert files or Path("verdicts.sarif").exists() is (status == 1)


@pytest.mark.parametrize("name", ["workflow.yml", "action.yml"])
def test_a_step_that_names_no_flow_does_not_pass(name: str) -> None:
    (step,) = steps_of(name)
    ended = subprocess.run(
        ["/usr/bin/env", "bash", "-e", "-c", step],
        env={"PATH": os.environ["PATH"], "FLOWS": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode != 0
    assert "names no flow file" in ended.stderr
