"""Processes in a ring: each writes its own x, then copies its neighbour's into its own y.

After `Simple` of the TLA+ examples (TeachingConcurrency), with five processes.
"""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
    all_of,
    any_of,
)


class Process(Enum):
    """The processes, in the order of the ring."""

    P0 = "0"
    P1 = "1"
    P2 = "2"
    P3 = "3"
    P4 = "4"


class At(Enum):
    """Where a process is."""

    WRITING = "about to write"
    COPYING = "about to copy"
    DONE = "done"


runner = Party("process")
RING = list(Process)
at = [Field(f"process {p.value}", At, At.WRITING) for p in RING]
x = [Field(f"x of {p.value}", bool, initial=False) for p in RING]
y = [Field(f"y of {p.value}", bool, initial=False) for p in RING]
WRITE = [Event("write", INDUSTRY, runner, member=p) for p in RING]
COPY = [Event("copy", INDUSTRY, runner, member=p) for p in RING]
REST = Event("rest when all are done", INDUSTRY, runner)


def process(n: int) -> Machine:
    """One process; number -1 is the last, so the ring closes."""
    rules = [
        Transition(WRITE[n], At.WRITING, At.COPYING, then={x[n]: True}),
        Transition(COPY[n], At.COPYING, At.DONE, then={y[n]: x[n - 1]}),
        Transition(REST, At.DONE, STAYS),
    ]
    return Machine("process", INDUSTRY, at[n], rules, (x[n], y[n]), member=RING[n])


FLOW = Flow("teaching", "Processes in a ring", [process(n) for n in range(5)], [runner])
done = all_of(*(field.is_(At.DONE) for field in at))
CLAIMS = [
    Always("correct", "Where all are done, some y is written.", done.implies(any_of(*y))),
    LeadsTo(
        "terminates",
        "All come to be done.",
        ~done,
        to=done,
        weak=(*WRITE, *COPY),
    ),
]
