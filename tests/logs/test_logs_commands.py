"""The commands on logs as they are typed: a flow of one's own, CSV, a story, parts, no extra."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from switchproof.cli import main
from switchproof.logs import extra

FLOW = """
from enum import Enum

from model.language.interfaces import LoggedInterface
from switchproof import POINT, Event, Field, Flow, Machine, Party, Transition


class Notice(Enum):
    DUE, SENT, HELD = "Due", "Sent", "Held"


sender, receiver = Party("sender"), Party("receiver")
notice = Field("notice", Notice, Notice.DUE)
SEND, TAKE = Event("send", POINT, by=sender), Event("take", POINT, by=receiver)
rules = (
    Transition(SEND, Notice.DUE, Notice.SENT),
    Transition(TAKE, Notice.SENT, Notice.HELD),
)
NOTICE = Machine("notice", POINT, state=notice, transitions=rules)
FLOW = Flow("notice", "A notice", (NOTICE,), (sender, receiver))
SHOWN = {"send": (SEND,), "take": (TAKE,)}
SEEN = LoggedInterface("seen", "What is seen.", "sender and receiver", SHOWN)
CLAIMS, INTERFACES = (), (SEEN,)
"""
CSV = """case,time,event,actor
001,2026-01-01T10:00:00Z,send,sender
001,2026-01-02T10:00:00+01:00,take,receiver
002,2026-01-01T10:00:00Z,send,sender
003,2026-01-01T10:00:00Z,take,receiver
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "flow.py").write_text(FLOW)
    (tmp_path / "log.csv").write_text(CSV)
    return tmp_path


def asked(*words: str) -> int:
    return main(["logs", *words])


def test_csv_is_read_once_and_each_case_is_judged_told_and_explained(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked("ingest", "log.csv", "--out", "log.parquet") == 0
    assert pq.read_table(folder / "log.parquet")["case"].to_pylist()[0] == "001"
    assert asked("conform", "log.parquet", "--flow", "flow.py", "--out", "v.parquet") == 1
    out = capsys.readouterr().out
    assert "4 rows, 3 cases, 2026-01-01 10:00 to 2026-01-02 09:00 UTC" in out
    assert re.search(r"^  conforms +2$", out, re.MULTILINE)
    assert re.search(r"^  departs +1$", out, re.MULTILINE)
    kept = pq.read_table(folder / "v.parquet").to_pylist()
    said = {one["case"]: one["verdict"] for one in kept}
    assert said == {"001": "conforms", "002": "conforms", "003": "departs"}
    assert asked("explain", "003", "log.parquet", "--flow", "flow.py") == 1
    out = capsys.readouterr().out
    assert "003 departs: notice, seen." in out
    assert "2026-01-01 10:00:00  take, by receiver  <- here" in out
    assert "What could come next:\n  send, by sender\n" in out
    assert asked("explain", "001", "log.parquet", "--flow", "flow.py") == 0
    assert asked("explain", "1", "log.parquet", "--flow", "flow.py") == 2


def test_of_too_many_events_at_one_instant_nothing_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [f"1,2026-01-01T10:00:00Z,send,sender,{n}" for n in range(5)]
    (folder / "log.csv").write_text("\n".join(["case,time,event,actor,n", *rows, ""]))
    asked("ingest", "log.csv", "--out", "log.parquet")
    assert asked("conform", "log.parquet", "--flow", "flow.py") == 3
    why = "more events at one instant than orders of them are tried"
    assert f"nothing is said, by the reason:\n  1  {why}\n" in capsys.readouterr().out
    assert asked("explain", "1", "log.parquet", "--flow", "flow.py") == 3
    story = " ".join(capsys.readouterr().out.split())
    assert f"There nothing can be said: {why}. What could come next:" in story


def test_late_rows_are_told_and_the_same_is_said_as_json(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    late = "001,2025-12-31T10:00:00Z,send,sender"
    (folder / "log.csv").write_text(f"{CSV}{late}\n")
    asked("ingest", "log.csv", "--out", "log.parquet")
    capsys.readouterr()
    assert asked("conform", "log.parquet", "--flow", "flow.py") == 1
    out = capsys.readouterr().out
    assert "late rows, after one of their case that has a later time: 1" in out
    assert asked("conform", "log.parquet", "--flow", "flow.py", "--format", "json") == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["late"], told["rows"]) == (1, 5)
    assert told["verdicts"] == {"conforms": 1, "departs": 2}
    assert told["departs"][0]["cases"] == 2
    assert " ".join(f"{name} {one}" for name, one in told["digests"].items()) in out


def test_parts_hold_each_case_whole_and_together_the_same_verdicts(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked("ingest", "log.csv", "--out", "log.parquet")
    assert asked("bucket", "log.parquet", "--parts", "3", "--out", "parts") == 0
    parts = [pq.read_table(path, partitioning=None) for path in (folder / "parts").iterdir()]
    assert parts[0].column_names == pq.read_schema("log.parquet").names
    cases = [case for part in parts for case in set(part["case"].to_pylist())]
    assert sorted(cases) == ["001", "002", "003"]
    capsys.readouterr()
    lines = []
    for log in ("log.parquet", "parts"):
        assert asked("conform", log, "--flow", "flow.py") == 1
        lines.append(capsys.readouterr().out.splitlines()[-1])
    assert lines[0].split()[-1] == lines[1].split()[-1]
    assert asked("bucket", "log.parquet", "--out", "parts") == 2
    assert [path.name for path in folder.iterdir() if path.name.startswith(".parts")] == []


@pytest.mark.parametrize(
    ("csv", "why"),
    [
        ("case,at\n1,2026-01-01T10:00:00Z\n", "has no column 'time'"),
        ("case,time\n1,2026-01-01 10:00:00\n", "1 rows have no instant in 'time'"),
        ("case,time\n1,yesterday\n", "as 'yesterday'"),
    ],
)
def test_bad_csv_is_one_line_and_writes_nothing(
    csv: str, why: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "log.csv").write_text(csv)
    before = sorted(folder.iterdir())
    assert asked("ingest", "log.csv", "--out", "log.parquet") == 2
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1
    assert sorted(folder.iterdir()) == before


def test_instants_without_a_zone_are_of_the_zone_in_the_map(folder: Path) -> None:
    (folder / "log.csv").write_text("case,time\n1,2026-07-01 10:00:00\n")
    (folder / "map.toml").write_text("[time]\nzone = 'Europe/London'\n")
    assert asked("ingest", "log.csv", "--map", "map.toml", "--out", "log.parquet") == 0
    (at,) = pq.read_table(folder / "log.parquet")["time"].cast(pa.int64()).to_pylist()
    assert at == 1_782_896_400_000_000


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["--flow", "none"], "no flow is called 'none'"),
        (["--flow", "flow.py", "--interface", "sen"], "did you mean 'seen'"),
        (["--flow", "flow.py", "--as-of", "2026-01-01"], "has no time zone"),
        (["--flow", "flow.py", "--as-of", "soon"], "is no instant"),
        (["--flow", "flow.py", "--facts", "none.parquet"], "none.parquet"),
        (["--flow", "flow.py", "--pseudonyms", "key"], "a key has 16 or more"),
        (["--flow", "flow.py", "--map", "map.toml"], "did you mean 'send'"),
        (["--flow", "flow.py", "--memory", "2"], "is no size"),
        (["--flow", "flow.py", "--since", "log.parquet"], "is no file of verdicts"),
    ],
)
def test_what_is_asked_wrongly_is_one_line(
    words: list[str], why: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked("ingest", "log.csv", "--out", "log.parquet")
    (folder / "map.toml").write_text("[events]\na = 'sent'\n")
    (folder / "key").write_text("short\n")
    assert asked("conform", "log.parquet", *words) == 2
    said = capsys.readouterr().err
    assert why in said
    assert said.count("\n") == 1


@pytest.mark.usefixtures("folder")
def test_without_the_extra_it_says_what_to_type(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extra, "NEEDED", ("duckdb_is_not_there",))
    for words in (
        ["conform", "log.csv", "--flow", "flow.py"],
        ["explain", "1", "log.csv", "--flow", "flow.py"],
        ["ingest", "log.csv", "--out", "x.parquet"],
        ["bucket", "log.csv", "--out", "x"],
    ):
        assert asked(*words) == 2
        assert "python -m pip install 'switchproof[logs]'" in capsys.readouterr().err


LIMITED = """
import resource, signal, sys
from switchproof.cli import main
from switchproof.logs import buckets
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
buckets.AT_ONCE = 0
resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
sys.exit(main(["logs", "conform", "log.parquet", "--flow", "flow.py", "--out", "v.parquet"]))
"""


def test_a_disk_that_is_full_is_one_line_and_leaves_nothing(folder: Path) -> None:
    spill = folder / "spill"
    spill.mkdir()
    cases = [f"{number * 7919 % 100_003:013}" for number in range(40_000)]
    at = pa.array([number * 1000 for number in range(40_000)], pa.timestamp("us", "UTC"))
    columns = {"case": cases, "time": at, "event": ["send"] * 40_000, "actor": ["sender"] * 40_000}
    pq.write_table(pa.table(columns), folder / "log.parquet")
    asked("conform", "log.parquet", "--flow", "flow.py")  # and so the monitor is kept
    command = [sys.executable, "-c", LIMITED]
    environ = {"TMPDIR": str(spill), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env=environ
    )
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("switchproof: ")
    assert done.stderr.count("\n") == 1
    assert "make room" in done.stderr
    assert list(spill.iterdir()) == []
    assert not (folder / "v.parquet").exists()
