"""Transaction commit: managers decide together, with no word on how they come to know.

After `TCommit` of the TLA+ examples (transaction_commit). A metering point stands for a manager.
"""

from enum import Enum

from switchproof import (
    POINT,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    all_points,
    at_other_point,
)


class Manager(Enum):
    """How far one resource manager is."""

    WORKING = "working"
    PREPARED = "prepared"
    COMMITTED = "committed"
    ABORTED = "aborted"


manager = Party("resource manager")
state = Field("manager", Manager, Manager.WORKING)
PREPARE, COMMIT, ABORT = (Event(name, POINT, manager) for name in ("prepare", "commit", "abort"))
UNDECIDED = (Manager.WORKING, Manager.PREPARED)
AGREED = all_points(state.in_(Manager.PREPARED, Manager.COMMITTED))
NONE_COMMITTED = all_points(state.is_not(Manager.COMMITTED))

MANAGERS = Machine(
    "manager",
    POINT,
    state,
    [
        Transition(PREPARE, Manager.WORKING, Manager.PREPARED),
        Transition(COMMIT, Manager.PREPARED, Manager.COMMITTED, AGREED),
        Transition(ABORT, UNDECIDED, Manager.ABORTED, NONE_COMMITTED),
    ],
)
FLOW = Flow("transaction commit", "Transaction commit", [MANAGERS], [manager])
CLAIMS = [
    Always(
        "consistent",
        "No manager commits where another aborts.",
        ~(state.is_(Manager.COMMITTED) & at_other_point(state).is_(Manager.ABORTED)),
    )
]
