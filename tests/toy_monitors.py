"""Small random monitors, and logs to be judged by them."""

from typing import Any

import pyarrow as pa
from hypothesis import strategies as st

from properties.analyses.monitor.monitor import (
    EQUALS,
    NONE,
    Letter,
    Monitor,
    OwedDuty,
    RefusedLetter,
    StateMeaning,
)
from switchproof.logs.basis import Basis, Interval

SEND, TAKE, TELL = "send", "take", "tell"
SENDER, TAKER = "sender", "taker"
LIVE = "sender is live"
LETTERS = (
    Letter(SEND, SENDER, "A", ((LIVE, True),)),
    Letter(SEND, SENDER, "B", ((LIVE, True),)),
    Letter(TAKE, TAKER, "A"),
    Letter(TAKE, TAKER, "B"),
    Letter(TELL, SENDER),
    Letter(TELL, TAKER),
)
DUTIES = (
    OwedDuty("to send", SENDER, SENDER, "c1", "r1", "send late"),
    OwedDuty("to take", TAKER, TAKER, "c2", "r2", "take late", certain=False),
    OwedDuty("to tell", TAKER, SENDER, "c3", "r3", "tell late"),
)
LOG = pa.schema(
    [
        ("case", pa.string()),
        ("time", pa.timestamp("us", "UTC")),
        ("event", pa.string()),
        ("actor", pa.string()),
        ("member", pa.string()),
    ]
)
REFUSED = (RefusedLetter(("not now",), DUTIES[:1]), RefusedLetter(("never",), DUTIES))


def made(
    table: list[list[int]],
    waits: list[list[int]],
    breaches: list[list[int]],
    first: int = 0,
) -> Monitor:
    """Return a monitor with this table; the duties of states and letters are given by number."""
    return Monitor(
        "toy",
        "sender to taker",
        LETTERS,
        tuple(map(tuple, table)),
        first,
        tuple(range(len(table))),
        tuple(StateMeaning(1, (f"state {n}",)) for n in range(len(table))),
        REFUSED,
        tuple(tuple((n % 2 if to == NONE else NONE) for n, to in enumerate(row)) for row in table),
        tuple(tuple(DUTIES[n] for n in one) for one in waits),
        tuple(tuple(DUTIES[n] for n in one) for one in breaches),
        (),
        EQUALS,
    )


@st.composite
def monitors(draw: st.DrawFn) -> Monitor:
    states = draw(st.integers(1, 4))
    to = st.integers(NONE, states - 1)
    duties = st.lists(st.integers(0, len(DUTIES) - 1), unique=True, max_size=2)
    table = draw(st.lists(st.lists(to, min_size=6, max_size=6), min_size=states, max_size=states))
    waits = draw(st.lists(duties, min_size=states, max_size=states))
    breaches = [draw(duties) if draw(st.integers(0, 7)) == 0 else [] for _ in LETTERS]
    return made(table, waits, breaches, draw(st.integers(0, states - 1)))


def row(draw: st.DrawFn) -> dict[str, Any]:
    often = st.sampled_from
    return {
        "case": draw(often(["001", "01", "1", "002"])),
        "time": draw(st.integers(0, 12)),
        "event": draw(often([SEND] * 3 + [TAKE] * 3 + [TELL] * 3 + ["unheard of"])),
        "actor": draw(often([SENDER] * 4 + [TAKER] * 4 + ["third", "nobody"])),
        "member": draw(often([None, "Alpha", "Beta", "Alpha", "Beta", "Gamma"])),
    }


@st.composite
def logs(draw: st.DrawFn) -> list[dict[str, Any]]:
    rows = [row(draw) for _ in range(draw(st.integers(1, 24)))]
    again = draw(st.lists(st.sampled_from(rows), max_size=4))
    return [*rows, *again]


@st.composite
def ways_to_ask(draw: st.DrawFn) -> Basis:
    spans = [(None, 2, 9), (SENDER, 0, None), (SENDER, 3, 7), (TAKER, 1, 4)]
    party, start, end = draw(st.sampled_from(spans))
    return Basis(
        parties=("third",),
        facts=(Interval(party, LIVE, start, end),) if draw(st.booleans()) else (),
        deadlines=draw(st.sampled_from([{}, {"send late": 3}, {"send late": 5, "tell late": 1}])),
        ranks=draw(st.sampled_from([{}, {SEND: 1}, {TAKE: -1, TELL: 2}])),
        as_of=draw(st.sampled_from([None, 12, 20])),
        anywhere=draw(st.booleans()),
        compiled=draw(st.booleans()),
    )


def arrow(rows: list[dict[str, Any]]) -> pa.Table:
    return pa.Table.from_pylist(rows, LOG)
