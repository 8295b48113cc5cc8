"""`logs need`: what an interface wants of a log, and what a map lacks of it."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from switchproof.cli import main

ALL_THERE = """
[[deadlines]]
late = "the time for sending passes"
hours = 24
source = "invented"

[[deadlines]]
late = "the time for loading the message passes"
hours = 24
source = "invented"

[[deadlines]]
late = "the time for answering the message passes"
days = 1
source = "invented"
"""


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["logs", "need", *words])
    told = capsys.readouterr()
    return status, told.out, told.err


def test_events_facts_and_duties_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "--flow", "css")
    assert status == 0
    assert "  reconcile the DSP with the CSS                CSS; a row in every case\n" in out
    assert "the sender is admitted: asked by accept and acknowledge the message" in out
    assert "the CRS's duty to send: CRS through the CSS (1-b 2.1-a 2.2-b 5-E1)\n" in out
    assert "what is outstanding is not seen: metering point data: the Networks' duty" in out
    assert max(map(len, out.splitlines())) <= 110


def test_another_interface_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = said(capsys, "--flow", "css", "--interface", "DSP to RDP")
    assert status == 0
    assert "the DCC's duty to send flags: DCC through the DSP" in out
    assert "member" not in out


def test_a_map_that_has_all_is_told_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "map.toml").write_text(ALL_THERE)
    status, out, _ = said(capsys, "--flow", "css", "--map", str(tmp_path / "map.toml"))
    assert status == 0
    assert out.endswith("map.toml has all of it.\n")


def test_what_a_map_lacks_is_told_with_the_duties_that_it_costs(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "map.toml").write_text('[events]\nOUT = "send the message"\n')
    status, out, _ = said(capsys, "--flow", "css", "--map", str(tmp_path / "map.toml"))
    assert status == 1
    lacking = out.partition("map.toml lacks:\n")[2]
    without = "without it not judged: the CRS's duty to send"
    assert f"the event 'load the message', unless the log calls it just that; {without}" in lacking
    assert "the event 'send the message'" not in lacking
    assert "a deadline for 'the time for sending passes'" in lacking


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--flow", "css", "--interface", "none"), "no interface is called 'none'; choose from"),
        (("--flow", "leadtime"), "leadtime: declares no interface"),
        (("--flow", "css", "--map", "no such file"), "no such file: cannot be read"),
    ],
)
def test_what_is_wrong_is_one_line(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], line: str
) -> None:
    status, _, err = said(capsys, *words)
    assert status == 2
    assert line in err
    assert err.count("\n") == 1


def test_a_map_of_another_interface_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "map.toml").write_text('[events]\nOUT = "send the messages"\n')
    status, _, err = said(capsys, "--flow", "css", "--map", str(tmp_path / "map.toml"))
    assert status == 2
    assert "did you mean 'send the message'" in err


def test_the_monitor_is_printed_with_what_it_does_not_see(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    status, out, _ = said(capsys, "--flow", "css", "--interface", "DSP to RDP", "--states")
    assert status == 0
    assert "has 13 states and 15 letters. It equals the flow of one point.\n" in out
    assert "  gateway of the RDP: known from dated facts alone" in out
    assert "  0, where a life begins: 1 view, such as\n    the RDP has the current status" in out
    assert "9, where one began before the log: 27 views" in out
    assert "accept the flag, by RDP, while the gateway passes traffic: no; the sender" in out


def test_where_there_is_no_monitor_that_is_said_and_is_no_success(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("switchproof.logs.need.run.SECONDS", 1e-3)
    status, out, err = said(capsys, "--flow", "css", "--states")
    assert status == 3
    assert "The monitor has" not in out
    assert "has no monitor, and so there is no verdict: time limit" in err
    assert err.count("\n") == 1


def log_of_rows(folder: Path, rows: int, events: list[str], actors: list[str]) -> str:
    columns = {
        "mpan": [f"{number:013}" for number in range(rows)],
        "time": pa.array([number * 1000 for number in range(rows)], pa.timestamp("us", "UTC")),
        "event": (events * rows)[:rows],
        "actor": (actors * rows)[:rows],
        "trace id": ["x"] * rows,
    }
    pq.write_table(pa.table(columns), folder / "log.parquet")
    return str(folder / "log.parquet")


def test_a_map_is_tried_on_the_first_thousand_rows_of_a_log(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    flag = "send the flag"
    events = [flag] * 999 + ["ping"] + ["pong"] * 100
    log = log_of_rows(tmp_path, 1100, events, ["DSP", "DSP-2"])
    (tmp_path / "map.toml").write_text(
        f'[columns]\ncase = "mpan"\n[actors]\nDCC2 = "DSP"\n[events]\nx = "{flag}"\n'
    )
    words = ("--flow", "css", "--interface", "DSP to RDP", "--map", str(tmp_path / "map.toml"))
    status, out, _ = said(capsys, log, *words)
    assert status == 1
    tried = out.partition("In the first 1,000 rows of the log these are unmapped:\n")[2]
    assert "  column 'event' (event): 'ping' (1 row)\n" in tried
    assert "  column 'actor' (actor): 'DSP-2' (500 rows)\n" in tried
    assert "pong" not in tried
    assert "'trace id'" in tried
    assert tried.endswith("  There is no verdict on them.\n")


def test_a_log_of_which_all_is_mapped_is_told_so_and_what_is_ignored_is_no_matter(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    log = log_of_rows(tmp_path, 3, ["send the flag", "ping"], ["DSP"])
    (tmp_path / "map.toml").write_text('ignore = ["ping"]\n[columns]\ncase = "mpan"\n')
    words = ("--flow", "css", "--interface", "DSP to RDP", "--map", str(tmp_path / "map.toml"))
    _, out, _ = said(capsys, log, *words)
    assert "In the first 3 rows of the log all is mapped.\n" in out


def test_a_log_without_a_column_is_refused_in_one_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    log = log_of_rows(tmp_path, 3, ["ping"], ["DSP"])
    status, _, err = said(capsys, log, "--flow", "css")
    assert status == 2
    assert "has no column 'case' for case; say in the map which of mpan, time" in err
    assert err.count("\n") == 1
