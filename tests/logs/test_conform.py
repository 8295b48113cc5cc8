"""A log as a whole: read by a map, judged in parts, told, kept, and refused where it is bad."""

import json
import os
import re
import signal
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.css.flow import FLOW
from properties.analyses.monitor.monitor import Monitor
from properties.analyses.monitor.wanted import wanted
from properties.css.interfaces import CSS_TO_DSP
from properties.engine.signals import Ended, signals_spare_z3
from switchproof.logs import buckets
from switchproof.logs.basis import Basis, Interval
from switchproof.logs.conform.telling import told
from switchproof.logs.conforming import LogAsked, LogJudged, conform
from switchproof.logs.database import opened
from switchproof.logs.facts import read_facts
from switchproof.logs.mapping import LogMap, check_words, read_map
from switchproof.logs.setting import Setting, setting_of
from switchproof.terminal.errors import BadInput
from tests.toy_monitors import (
    DUTIES,
    LIVE,
    SEND,
    SENDER,
    TAKE,
    TAKER,
    TELL,
    arrow,
    logs,
    made,
    monitors,
)

MEMORY = 1 << 28
TABLE = [[1, 1, -1, -1, 0, -1], [-1, -1, 0, 0, 1, -1]]
BARE = made(TABLE, [[], [0]], [[] for _ in range(6)])  # to send and to take in turn
MONITOR = replace(BARE, namings=(("A", "B"),))
DAY = 86_400_000_000
T0 = 1_700_000_000_000_000


def setting(monitor: Monitor = MONITOR, told: LogMap = LogMap(), **basis: Any) -> Setting:  # noqa: ANN401, B008
    facts = () if "facts" in basis else read_facts_of_live()
    return Setting(monitor, told, Basis(**{"facts": facts, **basis}))


def read_facts_of_live() -> tuple[Any, ...]:
    return (Interval(None, LIVE, 0, None),)


def row(case: str, at: int, event: str, actor: str, member: str | None = None) -> dict[str, Any]:
    return {"case": case, "time": T0 + at * DAY, "event": event, "actor": actor, "member": member}


def good(case: str, at: int = 0) -> list[dict[str, Any]]:
    sent = row(case, at, SEND, SENDER, "Alpha")
    return [sent, row(case, at + 2, TAKE, TAKER, "Alpha")]


def written(folder: Path, rows: list[dict[str, Any]], name: str = "log.parquet") -> str:
    pq.write_table(arrow(rows), folder / name)
    return str(folder / name)


def said(*log: str, to: Setting | None = None, **asked: Any) -> LogJudged:  # noqa: ANN401
    return conform(LogAsked(log, MEMORY, **asked), to or setting())


def verdicts(file: Path) -> dict[str, str]:
    table = pq.read_table(file)
    return dict(zip(table["case"].to_pylist(), table["verdict"].to_pylist(), strict=True))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(monitors(), logs(), st.randoms(use_true_random=False), st.booleans())
def test_one_digest_whatever_the_order_the_files_the_parts_and_the_engine(
    monitor: Monitor, rows: list[dict[str, Any]], random: Random, compiled: bool
) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [*rows, row("0001", 1, TELL, SENDER)]
        once = said(written(folder, rows), to=setting(monitor))
        other = [*rows, *random.sample(rows, len(rows) // 3)]
        random.shuffle(other)
        at = random.randrange(len(other))
        files = [written(folder, other[:at], "a.parquet"), written(folder, other[at:], "b.parquet")]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(buckets, "AT_ONCE", 0)
            patch.setattr(buckets, "A_ROW", MEMORY // 3)
            again = said(*files, to=setting(monitor, compiled=compiled))
    assert again.digests["verdicts"] == once.digests["verdicts"]
    assert again.counts == once.counts


@pytest.mark.parametrize("at_once", [0, 1 << 20])
def test_late_rows_are_counted_in_the_order_of_the_files_and_change_no_digest(
    at_once: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(buckets, "AT_ONCE", at_once)
    monkeypatch.setattr(buckets, "A_ROW", MEMORY // 3)
    cases = [good(f"{number:03}") for number in range(50)]
    sent = written(tmp_path, [one[0] for one in cases], "sent.parquet")
    taken = written(tmp_path, [one[1] for one in cases], "taken.parquet")
    in_time, late = said(sent, taken), said(taken, sent)
    assert (in_time.late, late.late) == (0, 50)
    assert in_time.digests == late.digests


def test_a_digest_changes_with_one_verdict(tmp_path: Path) -> None:
    rows = [*good("1"), *good("2")]
    first = said(written(tmp_path, rows))
    second = said(written(tmp_path, rows[:-1]))
    assert first.digests["verdicts"] != second.digests["verdicts"]
    assert first.digests["log"] != second.digests["log"]
    assert first.digests["model"] == second.digests["model"]


def test_ids_with_leading_zeros_stay_what_they_are(tmp_path: Path) -> None:
    out = tmp_path / "v.parquet"
    said(written(tmp_path, [*good("0012"), good("12")[0]]), out=str(out))
    assert verdicts(out) == {"0012": "conforms", "12": "open"}


def test_what_departs_is_told_with_event_guard_duty_party_and_clause(tmp_path: Path) -> None:
    out = tmp_path / "v.parquet"
    rows = [row("7", 1, TAKE, TAKER, "Alpha"), *good("8")]
    found = said(written(tmp_path, rows), out=str(out))
    (bad,) = [one for one in pq.read_table(out).to_pylist() if one["case"] == "7"]
    assert (bad["verdict"], bad["bad_index"], bad["bad_event"]) == ("departs", 0, TAKE)
    assert (bad["guard"], bad["duty"], bad["party"]) == ("not now", "to send", SENDER)
    assert (bad["reading"], bad["clause"]) == ("r1", "c1")
    assert [(one.duty, one.cases, one.first) for one in found.totals] == [
        ("to send", 1, f"{datetime.fromtimestamp(T0 / 1e6 + 86400, UTC):%Y-%m-%d}")
    ]


def mapped(folder: Path, text: str) -> LogMap:
    (folder / "map.toml").write_text(text)
    return read_map(str(folder / "map.toml"))


def test_a_log_is_read_in_its_own_words_and_zone_and_by_its_clocks(tmp_path: Path) -> None:
    told = mapped(
        tmp_path,
        """
        [columns]
        case = "mpan"
        time = "at"
        event = "what"
        actor = "who"
        [events]
        sent = "tell"
        [actors]
        "System 1" = "sender"
        [time]
        zone = "Europe/London"
        [clocks]
        column = "system"
        ahead = { slow = -3600.0, slwo = 1 }
        """,
    )
    naive = pa.timestamp("us")
    at = datetime(2026, 7, 1, 12)  # noqa: DTZ001  # summer time
    table = pa.table(
        {
            "mpan": ["01"],
            "at": pa.array([at], naive),
            "what": ["sent"],
            "who": ["System 1"],
            "system": ["slow"],
        }
    )
    pq.write_table(table, tmp_path / "own.parquet")
    to = setting(told=told, events=told.events, actors=told.actors)
    found = said(str(tmp_path / "own.parquet"), to=to)
    assert found.counts == {"conforms": 1}
    assert found.survey.first == datetime(2026, 7, 1, 12, tzinfo=UTC)
    assert found.survey.notes == (
        "clocks that the map sets right, and of which the log has no row: slwo",
    )
    named = replace(told, ahead={})
    found = said(str(tmp_path / "own.parquet"), to=replace(to, told=named))
    assert found.survey.notes == ("clocks of which the map says nothing, taken to be right: slow",)


def test_late_is_told_only_by_a_deadline_and_by_omission_only_as_of(tmp_path: Path) -> None:
    log = written(tmp_path, [good("1")[0]])
    limit = {"send late": DAY}
    assert said(log).counts == {"open": 1}
    assert said(log, to=setting(deadlines=limit)).counts == {"open": 1}
    later = setting(deadlines=limit, as_of=T0 + DAY)
    assert said(log, to=later).counts == {"open": 1}
    later = setting(deadlines=limit, as_of=T0 + DAY + 1)
    out = tmp_path / "v.parquet"
    assert said(log, to=later, out=str(out)).counts == {"departs": 1}
    (bad,) = pq.read_table(out).to_pylist()
    assert (bad["bad_index"], bad["duty"], bad["guard"]) == (
        None,
        "to send",
        "not done when send late",
    )


def test_rows_after_the_instant_that_is_asked_for_are_left_out_and_counted(tmp_path: Path) -> None:
    found = said(written(tmp_path, good("1")), to=setting(as_of=T0 + DAY))
    assert (found.counts, found.survey.later) == ({"open": 1}, 1)


def test_a_day_of_one_log_after_another_gives_what_all_together_give(tmp_path: Path) -> None:
    old = [*good("1"), *good("2"), good("3")[0], row("4", 3, TAKE, TAKER, "A"), *good("5", 3)]
    late = row("4", 1, SEND, SENDER, "A")  # of before what is known of 4 already
    new = [good("3")[1], late, *good("6", 9), good("1")[0]]
    limit = {"send late": 30 * DAY}
    first = setting(deadlines=limit, as_of=T0 + 10 * DAY)
    second = setting(deadlines=limit, as_of=T0 + 20 * DAY)
    a, b = written(tmp_path, old, "a.parquet"), written(tmp_path, new, "b.parquet")
    kept, after, whole = (str(tmp_path / f"{n}.parquet") for n in ("kept", "after", "whole"))
    said(a, to=first, out=kept)
    step = said(b, to=second, out=after, since=kept)
    full = said(a, b, to=second, out=whole)
    assert step.digests["verdicts"] == full.digests["verdicts"]
    assert verdicts(Path(after)) == verdicts(Path(whole))
    assert verdicts(Path(kept))["4"] == "departs"
    assert verdicts(Path(after))["4"] == "conforms"


@settings(max_examples=15, deadline=None)
@given(monitors(), logs(), st.data())
def test_logs_cut_in_two_anywhere_are_judged_as_the_whole(
    monitor: Monitor, rows: list[dict[str, Any]], data: st.DataObject
) -> None:
    import tempfile

    tell = row("0001", 1, TELL, SENDER)
    at = data.draw(st.integers(0, len(rows)))
    limits = data.draw(st.sampled_from([{}, {"send late": 3}]))
    until = data.draw(st.sampled_from([None, 2 * T0]))
    before = data.draw(st.sampled_from([until, 6])) if until else None
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        a = written(folder, [*rows[:at], {**tell, "time": 0}], "a.parquet")
        b = written(folder, [*rows[at:], tell], "b.parquet")
        to = setting(monitor, deadlines=limits, as_of=until)
        kept = str(folder / "kept.parquet")
        said(a, to=setting(monitor, deadlines=limits, as_of=before), out=kept)
        step = said(b, to=to, since=kept)
        whole = said(a, b, to=to)
    assert step.digests["verdicts"] == whole.digests["verdicts"]


def changed_monitor(_: Path) -> Setting:
    return setting(replace(MONITOR, interface="another"))


def changed_facts(_: Path) -> Setting:
    return setting(facts=())


def changed_log(folder: Path) -> Setting:
    written(folder, good("1"))
    return setting()


def earlier_instant(_: Path) -> Setting:
    return setting(as_of=T0)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (changed_monitor, "by another model"),
        (changed_facts, "the facts of its time are told otherwise"),
        (changed_log, "is not as it was"),
        (earlier_instant, "events after --as-of"),
    ],
)
def test_verdicts_kept_on_other_grounds_are_refused(
    change: Callable[[Path], Setting], why: str, tmp_path: Path
) -> None:
    kept = str(tmp_path / "kept.parquet")
    said(written(tmp_path, [*good("1"), *good("2")]), out=kept)
    to = change(tmp_path)
    with pytest.raises(BadInput, match=why):
        said(written(tmp_path, good("3"), "b.parquet"), to=to, since=kept)


def test_case_ids_are_hidden_by_a_key_and_the_same_each_time(tmp_path: Path) -> None:
    log, out = written(tmp_path, [*good("1"), good("2")[0]]), tmp_path / "v.parquet"
    digests = set()
    for key in (b"k" * 16, b"k" * 16, b"l" * 16):
        digests.add(said(log, out=str(out), key=key).digests["verdicts"])
        assert sorted(verdicts(out).values()) == ["conforms", "open"]
        assert all(len(case) == 32 for case in verdicts(out))
    assert len(digests) == 2
    with pytest.raises(BadInput, match="leave out --pseudonyms"):
        said(log, key=b"k" * 16, since=str(out))


def without(column: str) -> list[dict[str, Any]]:
    return [*good("1"), {**good("2")[0], column: None}]


@pytest.mark.parametrize("column", ["case", "time", "event", "actor"])
def test_a_row_without_what_is_needed_is_kept_apart_and_nothing_is_said_unless_allowed(
    column: str, tmp_path: Path
) -> None:
    log, apart, out = written(tmp_path, without(column)), tmp_path / "q.parquet", tmp_path / "v"
    with pytest.raises(BadInput, match=f"1 rows have no {column}"):
        said(log, quarantine=str(apart), out=str(out))
    assert not out.exists()
    assert pq.read_table(apart)["reason"].to_pylist() == [f"no {column}"]
    found = said(log, allow=1)
    unsaid = {} if column == "case" else {"unmapped": 1}
    assert (found.counts, found.survey.amiss) == ({"conforms": 1, **unsaid}, 1)
    assert found.survey.no_case == (column == "case")
    assert (found.survey.count, found.survey.first.year) == (2, 2023)


@pytest.mark.parametrize("column", ["time", "event", "actor"])
def test_a_case_does_not_depart_for_want_of_a_row_that_is_kept_apart(
    column: str, tmp_path: Path
) -> None:
    first, second = good("1")
    assert said(written(tmp_path, [second])).counts == {"departs": 1}
    found = said(written(tmp_path, [{**first, column: None}, second, *good("2")]), allow=1)
    assert found.counts == {"conforms": 1, "unmapped": 1}
    ((why, cases),) = found.unsaid.items()
    assert (why.startswith("the event or its actor is missing"), cases) == (True, 1)


def test_one_member_too_many_is_another_reason_than_none_that_is_said(tmp_path: Path) -> None:
    nobody = {**good("2")[0], "member": None}
    three = [row("1", n, SEND, SENDER, name) for n, name in enumerate(("Alpha", "Beta", "Gamma"))]
    always = made([[0] * 6], [[]], [[]] * 6)
    found = said(written(tmp_path, [*three, nobody]), to=setting(always))
    assert found.counts == {"unmapped": 2}
    assert found.unsaid == {
        "by now the case names more members than the flow has (A, B)": 1,
        "the column member does not say whose the event is": 1,
    }


def test_of_what_is_never_certain_to_be_owed_nothing_is_late_and_that_is_said(
    tmp_path: Path,
) -> None:
    asked = setting(made([[0] * 6], [[0, 1]], [[]] * 6), deadlines={"take late": 1})
    lines = list(told(said(written(tmp_path, good("1")), to=asked), asked))
    assert "no verdict on time, since the map gives no deadline: send late" in lines
    assert any(line.endswith("never certain that the duty is owed: take late") for line in lines)


def test_each_deadline_that_need_names_is_one_that_a_map_may_give(tmp_path: Path) -> None:
    late = [str(one.duty.deadline) for one in wanted(FLOW, CSS_TO_DSP).judged]
    given = "\n".join(f"[[deadlines]]\nlate = '{one}'\ndays = 1\nsource = 's'" for one in late)
    (tmp_path / "map.toml").write_text(given)
    words = {"flow": "css", "interface": None, "facts": None, "as_of": None, "start": "first"}
    found = setting_of(Namespace(**words, map=str(tmp_path / "map.toml")))
    assert found.basis.deadlines == dict.fromkeys(late, DAY)


def test_an_event_that_is_none_of_the_interface_never_conforms(tmp_path: Path) -> None:
    found = said(written(tmp_path, [*good("1"), row("1", 5, "unheard of", SENDER), *good("2")]))
    assert found.counts == {"conforms": 1, "unmapped": 1}
    assert found.survey.strange == {"unheard of": 1}
    with pytest.raises(BadInput, match="no event is one of the interface's"):
        said(written(tmp_path, [row("1", 5, "unheard of", SENDER)]))


def floats(folder: Path) -> str:
    table = arrow(good("1"))
    pq.write_table(table.set_column(0, "case", pa.array([1.0, 1.0])), folder / "f.parquet")
    return str(folder / "f.parquet")


def numbers(folder: Path) -> str:
    table = arrow(good("1"))
    pq.write_table(table.set_column(0, "case", pa.array([1, 1])), folder / "n.parquet")
    return str(folder / "n.parquet")


def no_zone(folder: Path) -> str:
    table = arrow(good("1"))
    bare = table["time"].cast(pa.timestamp("us"))
    pq.write_table(table.set_column(1, "time", bare), folder / "z.parquet")
    return str(folder / "z.parquet")


def text_time(folder: Path) -> str:
    table = arrow(good("1"))
    pq.write_table(table.set_column(1, "time", pa.array(["a", "b"])), folder / "t.parquet")
    return str(folder / "t.parquet")


def truncated(folder: Path) -> str:
    name = Path(written(folder, good("1")))
    name.write_bytes(name.read_bytes()[:-20])
    return str(name)


def damaged(folder: Path) -> str:
    name = Path(written(folder, [row(str(n), n, TELL, SENDER) for n in range(5000)]))
    content = bytearray(name.read_bytes())
    content[8:4000] = bytes(3992)
    name.write_bytes(content)
    return str(name)


def other_columns(folder: Path) -> str:
    table = arrow(good("1"))
    pq.write_table(table.drop_columns("actor"), folder / "c.parquet")
    return str(folder / "c.parquet")


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (floats, "'case' is double, and case must be text"),
        (numbers, "'case' is int64, and case must be text"),
        (no_zone, "no time zone"),
        (text_time, "'time' is string, and no instant"),
        (truncated, "no whole Parquet file"),
        (damaged, "log.parquet, row group 0, cannot be read"),
        (other_columns, "no column 'actor'"),
        (lambda folder: str(folder / "none.parquet"), "cannot be read"),
        (str, "no Parquet file is in it"),
    ],
)
def test_a_bad_log_is_refused_in_one_line_and_nothing_is_written(
    bad: Callable[[Path], str], why: str, tmp_path: Path
) -> None:
    log = bad(tmp_path)
    before = sorted(tmp_path.iterdir())
    with pytest.raises(BadInput, match=why) as found:
        said(log, out=str(tmp_path / "v.parquet"))
    assert "\n" not in str(found.value)
    assert sorted(tmp_path.iterdir()) == before


def test_a_disk_that_fills_while_spilling_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise duckdb.IOException("IO Error: Could not write file: No space left on device")

    monkeypatch.setattr(buckets, "AT_ONCE", 0)
    monkeypatch.setattr(buckets, "deal", full)
    log = written(tmp_path, good("1"))
    with pytest.raises(BadInput, match="No space left on device; make room"):
        said(log, out=str(tmp_path / "v.parquet"))
    assert [path.name for path in tmp_path.iterdir()] == ["log.parquet"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("columns = 1", r"write 'columns' as \[columns\]"),
        ("[colums]", "did you mean 'columns'"),
        ("[columns]\ncas = 'x'", "did you mean 'case'"),
        ("[time]\nzone = 'Mars'", "'Mars' is no time zone"),
        ("[[deadlines]]\nlate = 'send late'\ndays = 1", "needs 'late', 'source'"),
        ("[[deadlines]]\nlate = 'x'\ndays = 0\nsource = 's'", "no 'days' or 'hours'"),
        ("[[deadlines]]\nlate = 'x'\ndays = 1\nsource = ' '", "has no source"),
        ("a = ", "is no TOML"),
        ("ignore = [3]", "write 'ignore' as a list of texts"),
        ("[ties]\norder = 5", "write 'order' as a list of texts"),
        ("[clocks]\nahead = { dsp = 1 }", r"\[clocks\] needs column"),
        ("[clocks]\ncolumn = 's'\nahead = 3", r"\[clocks\] needs column"),
        ("[clocks]\ncolumn = 's'\nahead = { dsp = '2.5' }", "'2.5' is no number of seconds"),
        ("[clocks]\ncolumn = 's'\nahead = { dsp = nan }", "'nan' is no number of seconds"),
        ("[[deadlines]]\nlate = 'x'\ndays = 1e300\nsource = 's'", "no 'days' or 'hours'"),
        ("[[deadlines]]\nlate = 'x'\ndays = 1\nsource = 's'\n" * 2, "has several deadlines"),
    ],
)
def test_a_wrong_map_is_refused_in_one_line(text: str, why: str, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match=why):
        mapped(tmp_path, text)


def test_whose_facts_and_which_facts_do_not_meet_the_log_is_said(tmp_path: Path) -> None:
    table = arrow(good("1")).append_column("provider", pa.array(["RDP 1", "RDP 1"]))
    pq.write_table(table, tmp_path / "log.parquet")
    facts = (Interval("RDP 01", LIVE, 0, None), Interval(None, "senderr is live", 0, None))
    asked = setting(facts=facts)
    lines = list(told(said(str(tmp_path / "log.parquet"), to=asked), asked))
    assert "facts are told of some of whom the log has no row: RDP 01" in lines
    lost = "no fact is told of them, so what is told of others does not hold: RDP 1"
    assert lost in lines
    assert "facts that no event of the interface asks: senderr is live" in lines


def test_an_order_of_ties_is_of_events_of_the_interface(tmp_path: Path) -> None:
    order = mapped(tmp_path, "[ties]\norder = ['send', 'tak']")
    with pytest.raises(BadInput, match="did you mean 'take'"):
        check_words(order, (SEND, TAKE, TELL), (SENDER,))


def test_facts_that_overlap_or_are_no_truth_are_refused(tmp_path: Path) -> None:
    def facts(*spans: tuple[int, int | None, str | None]) -> str:
        at = pa.timestamp("us", "UTC")
        columns = {
            "party": pa.array([None] * len(spans), pa.string()),
            "fact": [LIVE] * len(spans),
            "value": pa.array([value for _, _, value in spans], pa.string()),
            "from": pa.array([start for start, _, _ in spans], at),
            "to": pa.array([end for _, end, _ in spans], at),
        }
        pq.write_table(pa.table(columns), tmp_path / "facts.parquet")
        return str(tmp_path / "facts.parquet")

    assert len(read_facts(facts((0, 5, None), (5, None, "no")), MONITOR)) == 2
    with pytest.raises(BadInput, match="overlap"):
        read_facts(facts((0, 6, None), (5, None, None)), MONITOR)
    with pytest.raises(BadInput, match="ends before it begins"):
        read_facts(facts((6, 5, None)), MONITOR)
    with pytest.raises(BadInput, match="it can be yes or no"):
        read_facts(facts((0, 6, "perhaps")), MONITOR)
    with pytest.raises(BadInput, match="no column"):
        read_facts(written(tmp_path, good("1")), MONITOR)


def test_what_verdicts_rest_on_stands_in_their_file(tmp_path: Path) -> None:
    out = tmp_path / "v.parquet"
    said(written(tmp_path, good("1")), out=str(out))
    about = json.loads(pq.read_schema(out).metadata[b"switchproof"])
    assert about["model"] == MONITOR.digest
    assert [Path(one["file"]).name for one in about["logs"]] == ["log.parquet"]
    assert DUTIES[0].duty == "to send"


def test_the_map_that_the_guide_shows_is_one_for_the_css(tmp_path: Path) -> None:
    guide = (Path(__file__).parents[2] / "GUIDE.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"^```toml\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    told = mapped(tmp_path, shown)
    check_words(told, tuple(CSS_TO_DSP.visible), tuple(map(str, FLOW.parties)))
    assert set(told.order) <= set(CSS_TO_DSP.visible)
    assert {one.late for one in told.deadlines} <= set(map(str, FLOW.events))


def swallowed(number: int, spill: Path) -> None:
    """Do as DuckDB does where a signal comes within a query."""
    with signals_spare_z3(), opened(MEMORY, str(spill), ()):
        try:
            os.kill(os.getpid(), number)
        except (Ended, KeyboardInterrupt):
            message = "Query interrupted"
            raise RuntimeError(message) from None


@pytest.mark.parametrize(
    ("number", "said"), [(signal.SIGTERM, Ended), (signal.SIGINT, KeyboardInterrupt)]
)
def test_a_query_that_is_ended_by_a_signal_says_so(
    number: int, said: type[BaseException], tmp_path: Path
) -> None:
    with pytest.raises(said):
        swallowed(number, tmp_path)


def test_what_was_open_is_late_later_though_no_new_row_is_of_it(tmp_path: Path) -> None:
    limit, kept = {"send late": 3 * DAY}, str(tmp_path / "kept.parquet")
    a = written(tmp_path, [good("1")[0]], "a.parquet")
    b = written(tmp_path, good("2", 5), "b.parquet")
    assert said(a, to=setting(deadlines=limit, as_of=T0), out=kept).counts == {"open": 1}
    found = said(b, to=setting(deadlines=limit, as_of=T0 + 9 * DAY), since=kept)
    assert found.counts == {"conforms": 1, "departs": 1}
