"""Rows that are dealt out come back as they were, each case whole in one part."""

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from switchproof.logs import buckets, spilled
from switchproof.logs.buckets import RoomForRows
from switchproof.logs.database import opened
from switchproof.logs.spilled import deal
from switchproof.terminal.errors import BadInput

WORDS = st.sampled_from(["one", "two", "it's", "", "null", "Ünïcode", "seven"])
ROW = st.fixed_dictionaries(
    {
        "case": st.sampled_from([f"{number:03}" for number in range(9)]),
        "time": st.integers(0, 99),
        "event": WORDS,
        "own column": st.none() | WORDS,
        "nothing": st.none(),
    }
)
SCHEMA = pa.schema(
    [
        ("case", pa.string()),
        ("time", pa.timestamp("us", "UTC")),
        ("event", pa.string()),
        ("own column", pa.string()),
        ("nothing", pa.string()),
    ]
)


def counted(rows: list[dict[str, Any]]) -> Counter[Any]:
    return Counter(tuple(row.values()) for row in rows)


@settings(max_examples=60, deadline=None)
@given(st.lists(ROW, min_size=1, max_size=60), st.integers(1, 5), st.sampled_from([3, 255]))
def test_each_row_comes_back_once_with_its_words_and_a_case_is_whole_in_one_part(
    rows: list[dict[str, Any]], parts: int, few: int
) -> None:
    log = pa.Table.from_pylist(rows, SCHEMA)
    db = duckdb.connect()
    db.execute("SET TimeZone = 'UTC'")
    db.register("log", log)
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(spilled, "FEW", few)
        patch.setattr(spilled, "AT_A_TIME", 1)
        dealt = [part.read() for part in deal(db, "SELECT * FROM log", parts, Path(folder))]
    assert counted([row for part in dealt for row in part.to_pylist()]) == counted(log.to_pylist())
    cases = [set(part["case"].to_pylist()) for part in dealt]
    assert sum(map(len, cases)) == len(set.union(*cases))
    assert len(cases) == parts


def test_a_word_that_comes_up_meanwhile_is_no_other_word(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    db = duckdb.connect()
    monkeypatch.setattr(spilled, "_words", lambda *_: {"event": ["one"]})
    (part,) = deal(db, "SELECT '1' AS \"case\", 'two' AS event", 1, tmp_path)
    with pytest.raises(BadInput, match="changed while it was read"):
        part.read()


def test_a_log_that_is_damaged_where_it_was_not_looked_at_is_told_by_its_part(
    tmp_path: Path,
) -> None:
    file = tmp_path / "log.parquet"
    cases = [f"{number * 7919 % 100_003:013}" for number in range(9000)]
    pq.write_table(pa.table({"case": cases, "event": ["one"] * 9000}), file, row_group_size=3000)
    column = pq.read_metadata(file).row_group(1).column(0)
    content, at = bytearray(file.read_bytes()), column.data_page_offset
    content[at : at + 3000] = bytes(3000)
    file.write_bytes(content)
    with (
        pytest.raises(BadInput, match=r"log\.parquet, row group 1, cannot be read"),
        opened(1 << 28, str(tmp_path), (str(file),)) as db,
    ):
        deal(db, f"SELECT * FROM '{file}'", 2, tmp_path)  # noqa: S608  # a file of its own


def test_no_room_for_what_is_judged_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: pa.Table) -> pa.Table:
        message = "malloc of size 64 failed"
        raise pa.ArrowMemoryError(message)

    monkeypatch.setattr(buckets, "AT_ONCE", 0)
    db, room = duckdb.connect(), RoomForRows(1 << 10, tmp_path)
    rows = "SELECT '1' AS \"case\", 'one' AS event FROM range(9)"
    with pytest.raises(BadInput, match="gives no more memory"):
        list(buckets.judged(db, room, full, rows, 9))
