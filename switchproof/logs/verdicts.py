"""From how walks ended to a table with a row for each case, in words."""

from collections.abc import Sequence

import numpy as np
import pyarrow as pa

from switchproof.logs.reasons import Reason, reason
from switchproof.logs.rows import Flags, Rows
from switchproof.logs.stepper import NONE, Longs, Numbers, Stepper
from switchproof.logs.ties import Pair
from switchproof.logs.walked import Walked, Why

CONFORMS, OPEN, DEPARTS = "conforms", "open", "departs"
AMBIGUOUS, UNMAPPED, FROM_UNKNOWN = "ambiguous", "unmapped", "conforms-from-unknown"
VERDICTS = (CONFORMS, OPEN, FROM_UNKNOWN, DEPARTS, AMBIGUOUS, UNMAPPED)
OF_WHY = {Why.UNMAPPED: UNMAPPED, Why.TOO_MANY: AMBIGUOUS}
INSTANT = pa.timestamp("us", "UTC")
WORDS = ("guard", "duty", "reading", "party", "clause")
SCHEMA = pa.schema(
    [
        ("case", pa.string()),
        ("n_events", pa.int32()),
        ("verdict", pa.string()),
        ("end_state", pa.int32()),
        ("bad_index", pa.int32()),
        ("bad_time", INSTANT),
        ("bad_event", pa.string()),
        *((name, pa.string()) for name in WORDS),
        ("ties", pa.int32()),
        ("duplicates", pa.int32()),
        ("late", pa.int32()),
    ]
)


def verdicts(
    table: pa.Table,
    rows: Rows,
    stepper: Stepper,
    found: Walked,
    pairs: dict[int, frozenset[Pair]],
    *,
    anywhere: bool,
) -> pa.Table:
    """Return the verdict on each case; `pairs` are the states and letters of those with ties."""
    cases, bad, late = len(rows.cases), found.row, found.wait != NONE
    at = np.maximum(bad, 0)
    wrong = np.flatnonzero(found.why)
    events = _events(table, rows, bad[wrong])
    reasons = _reasons(rows, stepper, found, pairs)
    ends, done = _ends(stepper, found, pairs)
    columns = [
        rows.cases.cast(pa.string()),
        np.diff(rows.starts).astype(np.int32),
        _judged(found, done, anywhere=anywhere),
        ends,
        pa.array((at - rows.starts[:-1]).astype(np.int32), mask=bad == NONE),
        pa.array(np.where(late, found.due, rows.time[at]), INSTANT, mask=(bad == NONE) & ~late),
        _sparse(cases, wrong, events),
        *(_sparse(cases, wrong, [getattr(r, name) for r in reasons]) for name in WORDS),
        rows.ties.astype(np.int32),
        rows.duplicates.astype(np.int32),
        rows.late.astype(np.int32),
    ]
    return pa.table(columns, schema=SCHEMA)


def _judged(found: Walked, done: Flags, *, anywhere: bool) -> pa.Array:
    """Return the verdict on each case in words."""
    fine = np.where(done, VERDICTS.index(CONFORMS), VERDICTS.index(OPEN))
    if anywhere:
        fine[:] = VERDICTS.index(FROM_UNKNOWN)
    of_why = [VERDICTS.index(OF_WHY.get(why, DEPARTS)) for why in Why]
    codes = np.where(found.why == Why.AT_ITS_END, fine, np.array(of_why)[found.why])
    return pa.DictionaryArray.from_arrays(codes.astype(np.int32), VERDICTS).cast(pa.string())


def _ends(
    stepper: Stepper, found: Walked, pairs: dict[int, frozenset[Pair]]
) -> tuple[Numbers, Flags]:
    """Return in which one of the monitor's states each case is, or -1, and where all is done."""
    waiting = np.array([all(stepper.monitor.waits[s] for s in one) for one in stepper.sets])
    own = np.array([one[0] if len(one) == 1 else NONE for one in stepper.sets], np.int32)
    alive = found.state != NONE
    low = np.where(alive, found.state, len(own)).min(axis=1)
    high = found.state.max(axis=1)
    done = (alive & ~waiting[found.state]).any(axis=1)
    for case, mine in pairs.items():
        states = sorted({state for state, _ in mine})
        low[case], high[case] = states[0], states[-1]
        done[case] = not all(waiting[states])
    return np.where(low == high, own[high], NONE).astype(np.int32), done


def _sparse(cases: int, where: Longs, words: Sequence[str | None]) -> pa.Array:
    """Return a column with words at some places, and nothing elsewhere."""
    codes = np.zeros(cases, np.int64)
    codes[where] = np.arange(1, len(where) + 1)
    return pa.array([None, *words], pa.string()).take(pa.array(codes))


def _reasons(
    rows: Rows, stepper: Stepper, found: Walked, pairs: dict[int, frozenset[Pair]]
) -> list[Reason]:
    """Return the reason in each case in which something is wrong; each is worded once."""
    wrong = np.flatnonzero(found.why)
    kind = np.where(found.row[wrong] == NONE, NONE, rows.kind[found.row[wrong]])
    whose = rows.member[found.row[wrong]] != NONE
    parts = (
        found.why[wrong],
        found.wait[wrong],
        kind,
        whose,
        found.state[wrong].T,
        found.letter[wrong].T,
    )
    _, first, same = np.unique(np.vstack(parts), axis=1, return_index=True, return_inverse=True)
    worded = [
        _reason(rows, stepper, found, case, _pairs(found, case)) for case in map(int, wrong[first])
    ]
    told = [worded[number] for number in same.tolist()]
    for number, case in enumerate(wrong.tolist()):
        if case in pairs:
            told[number] = _reason(rows, stepper, found, case, pairs[case])
    return told


def _reason(
    rows: Rows, stepper: Stepper, found: Walked, case: int, pairs: frozenset[Pair]
) -> Reason:
    here = instant(rows, int(found.row[case]))
    kinds = tuple(sorted({(int(rows.kind[row]), bool(rows.member[row] != NONE)) for row in here}))
    return reason(stepper, Why(found.why[case]), int(found.wait[case]), pairs, kinds)


def instant(rows: Rows, row: int) -> range:
    """Return the rows of one instant that begin with this row; none where there is no row."""
    after = row + (row != NONE)
    while row != NONE and after < len(rows.tied) and rows.tied[after]:
        after += 1
    return range(row, after)


def _events(table: pa.Table, rows: Rows, bad: Longs) -> list[str | None]:
    """Return the event of each row, or those of its instant, in the words of the log."""
    column = table["event"]
    words: list[str | None] = column.take(pa.array(rows.origin[np.maximum(bad, 0)])).to_pylist()
    for number in np.flatnonzero(bad == NONE).tolist():
        words[number] = None
    for number, row in enumerate(map(int, bad)):
        if len(group := instant(rows, row)) > 1:
            tied = column.take(pa.array(rows.origin[group])).to_pylist()
            words[number] = " / ".join(sorted(map(str, tied)))
    return words


def _pairs(found: Walked, case: int) -> frozenset[Pair]:
    """Return the states in which the case may be, each with the letter that came."""
    pairs = zip(found.state[case].tolist(), found.letter[case].tolist(), strict=True)
    return frozenset((state, letter) for state, letter in pairs if state != NONE)
