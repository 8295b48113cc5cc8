"""The story of one case: what the log has of it, and where and why it departs."""

from argparse import Namespace
from collections.abc import Iterator
from datetime import UTC, datetime
from tempfile import TemporaryDirectory
from typing import Any

import pyarrow as pa

from properties.analyses.monitor.monitor import Letter, Monitor
from switchproof.logs.conform.telling import status_of
from switchproof.logs.database import opened
from switchproof.logs.judge import judge, stepper_for
from switchproof.logs.monitored import NoMonitor
from switchproof.logs.reading import log_of, text
from switchproof.logs.reasons import facts_of
from switchproof.logs.rows import Rows, rows_of
from switchproof.logs.setting import Setting, setting_of
from switchproof.logs.stepper import NONE, Stepper, Unfit
from switchproof.logs.verdicts import AMBIGUOUS, DEPARTS, OPEN
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import UNDECIDED
from switchproof.terminal.style import wrapped

MEMORY = 1 << 29
LACKING = "a row without a time, event or actor"
SAID = {OPEN: "is still open, which is no fault", DEPARTS: "departs", AMBIGUOUS: "is ambiguous"}


def explained(asked: Namespace) -> int:
    """Print the story of a case, and return the exit status; raises BadInput."""
    try:
        setting = setting_of(asked)
        table = _rows(asked.case, asked.log, setting)
        lines = list(told(table, setting))
    except (NoMonitor, Unfit) as why:
        print(f"switchproof: {why}")
        return UNDECIDED
    for line in lines:
        print("\n".join(wrapped(line)))
    return status_of({judge(table, setting.monitor, setting.basis)["verdict"][0].as_py(): 1})


def _rows(case: str, logs: list[str], setting: Setting) -> pa.Table:
    log = log_of(logs, setting.told, setting.fact_names)
    with TemporaryDirectory(prefix="switchproof-") as spill, opened(MEMORY, spill, logs) as db:
        query = f'SELECT * FROM ({log.rows}) WHERE "case" = {text(case)}'
        if setting.basis.as_of is not None:
            query += f' AND epoch_us("time") <= {setting.basis.as_of}'
        table: pa.Table = db.sql(query).to_arrow_table()
    if not table.num_rows:
        raise BadInput(f"no row of the log is of case '{case}'; ids are text, with their zeros")
    return table


def told(table: pa.Table, setting: Setting) -> Iterator[str]:
    """Yield the verdict on the one case of a table, its events, and the reason."""
    (said,) = judge(table, setting.monitor, setting.basis).to_pylist()
    stepper = stepper_for(setting.monitor, setting.basis)
    rows = rows_of(table, stepper, setting.basis)
    verdict = said["verdict"]
    monitor = setting.monitor
    yield f"{said['case']} {SAID.get(verdict, verdict)}: {monitor.flow}, {monitor.interface}."
    yield from _events(table, rows, said)
    yield from _reason(said, stepper, rows)
    yield from _stood(said["end_state"], monitor)
    yield from _called(table, rows, stepper)


def _events(table: pa.Table, rows: Rows, said: dict[str, Any]) -> Iterator[str]:
    """Yield the events in order, and beside one what is wrong with it."""
    once = len(rows.origin)
    yield f"Its {once} events in order:" if once > 1 else "Its one event:"
    for number, place in enumerate(rows.origin.tolist()):
        row = {name: table[name][place].as_py() for name in table.column_names}
        at = datetime.fromtimestamp(int(rows.time[number]) / 1_000_000, UTC)
        whose = f" ({row['member']})" if row.get("member") else ""
        beside = "  <- here" if number == said["bad_index"] else ""
        tied = ", at the same instant" if rows.tied[number] else ""
        what = f"{row['event']}{whose}, by {row['actor']}" if row["event"] else LACKING
        line = f"{at:%Y-%m-%d %H:%M:%S}  {what}{tied}{beside}"
        yield f"  {line}"
    if said["duplicates"]:
        yield f"Beside these there are {said['duplicates']} rows that are equal to one of them."


def _reason(said: dict[str, Any], stepper: Stepper, rows: Rows) -> Iterator[str]:
    if said["guard"]:
        late = said["verdict"] == DEPARTS and said["bad_event"] is None
        begins = "By omission" if late else "There"
        what = "it departs" if said["verdict"] == DEPARTS else "nothing can be said"
        yield f"{begins} {what}: {said['guard']}."
    if said["bad_index"] is not None and rows.kind[said["bad_index"]] >= 0:
        facts = facts_of(stepper, int(rows.kind[said["bad_index"]]))
        if facts:
            yield f"At that time: {'; '.join(facts)}."
    if said["duty"]:
        yield f"What it would breach: {said['duty']}."
        for name in ("party", "clause", "reading"):
            yield f"  {name}: {said[name]}"
    elif said["verdict"] == DEPARTS:
        yield "No duty that is modelled forbids it; the rules refuse it."


def _stood(state: int, monitor: Monitor) -> Iterator[str]:
    """Yield where things stood, and what could have come."""
    if state == NONE:
        yield "How things stood is not known for certain: the log fits several courses."
        return
    meaning = monitor.members[state]
    if told := meaning.views[0]:  # nothing, where the flow's fields have no words
        many = f", one of {meaning.count}" if meaning.count > 1 else ""
        yield from (f"How things stood{many}:", f"  {told}")
    yield "What could come next:"
    letters = [monitor.letters[number] for number in monitor.expected[state]]
    yield from (f"  {one}" for one in dict.fromkeys(map(_next, letters)))


def _called(table: pa.Table, rows: Rows, stepper: Stepper) -> Iterator[str]:
    """Yield whom of the log the flow's members stand for, where there is one way to name them."""
    if not stepper.members or len(stepper.namings) != 1:
        return
    column = table["member"].take(pa.array(rows.origin[rows.member >= 0])).to_pylist()
    seen = list(dict.fromkeys(column))[: stepper.members]
    members = sorted({one.member for one in stepper.monitor.letters if one.member})
    named = [members[number] for number in stepper.namings[0, : len(seen)]]
    if named:
        told = sorted(f"{name} is '{own}'" for name, own in zip(named, seen, strict=True))
        yield f"Here {' and '.join(told)}."


def _next(letter: Letter) -> str:
    whose = f" ({letter.member})" if letter.member else ""
    return f"{letter.event}{whose}, by {letter.actor}"
