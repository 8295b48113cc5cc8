"""Processes that wait for each other at a barrier, and leave it together.

After `Barrier` of the TLA+ examples (barriers). A metering point stands for a process.
"""

from enum import Enum

from switchproof import (
    INDUSTRY,
    POINT,
    STAYS,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Sometimes,
    Step,
    Transition,
    after,
    all_points,
    at_other_point,
)


class At(Enum):
    """Where a process is."""

    BEFORE = "before the barrier"
    WAITING = "at the barrier"


class Barrier(Enum):
    """There is one barrier."""

    ON = "on"


runner = Party("process")
at = Field("process", At, At.BEFORE)
ARRIVE, LEAVE = Event("arrive", POINT, runner), Event("leave together", INDUSTRY, runner)
everyone = all_points(at.is_(At.WAITING))
PROCESSES = Machine(
    "process",
    POINT,
    at,
    [Transition(ARRIVE, At.BEFORE, At.WAITING), Transition(LEAVE, At.WAITING, At.BEFORE)],
)
BARRIER = Machine(
    "barrier",
    INDUSTRY,
    Field("barrier", Barrier, Barrier.ON),
    [Transition(LEAVE, Barrier.ON, STAYS, everyone)],
)
FLOW = Flow("barrier", "A barrier", [PROCESSES, BARRIER], [runner])
other = at_other_point(at)
CLAIMS = [
    Step(
        "nobody leaves early",
        "Who is at the barrier stays while another has yet to come.",
        (at.is_(At.WAITING) & other.is_(At.BEFORE)).implies(after(at).is_(At.WAITING)),
    ),
    Sometimes(
        "all arrive", "Two can be at the barrier.", at.is_(At.WAITING) & other.is_(At.WAITING)
    ),
]
