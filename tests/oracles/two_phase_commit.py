"""Two-phase commit as any user would write it: a published example with known counts."""

from enum import Enum

from switchproof import (
    INDUSTRY,
    POINT,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    Variant,
    all_other_points,
    all_points,
    at_other_point,
)


class Manager(Enum):
    """How far one resource manager is."""

    WORKING = "working"
    PREPARED = "prepared"
    COMMITTED = "committed"
    ABORTED = "aborted"


class Decision(Enum):
    """What the transaction manager has decided."""

    OPEN = "open"
    COMMITTED = "committed"
    ABORTED = "aborted"


manager, coordinator = Party("resource manager"), Party("transaction manager")
state = Field("manager", Manager, Manager.WORKING)
said = Field("it has said that it is prepared", bool, initial=False)
noted = Field("that is noted", bool, initial=False)
decision = Field("decision", Decision, Decision.OPEN)
commit_sent = Field("commit is sent", bool, initial=False)
abort_sent = Field("abort is sent", bool, initial=False)

PREPARE, GIVE_UP = Event("prepare", POINT, manager), Event("give up", POINT, manager)
HEAR_COMMIT = Event("hear of commit", POINT, manager)
HEAR_ABORT = Event("hear of abort", POINT, manager)
NOTE = Event("note that it is prepared", POINT, coordinator)
COMMIT, ABORT = Event("commit", INDUSTRY, coordinator), Event("abort", INDUSTRY, coordinator)

COORDINATOR = Machine(
    "coordinator",
    INDUSTRY,
    decision,
    [
        Transition(NOTE, Decision.OPEN, STAYS),
        Transition(
            COMMIT, Decision.OPEN, Decision.COMMITTED, all_points(noted), {commit_sent: True}
        ),
        Transition(ABORT, Decision.OPEN, Decision.ABORTED, then={abort_sent: True}),
    ],
    (commit_sent, abort_sent),
)
MANAGERS = Machine(
    "manager",
    POINT,
    state,
    [
        Transition(PREPARE, Manager.WORKING, Manager.PREPARED, then={said: True}),
        Transition(GIVE_UP, Manager.WORKING, Manager.ABORTED),
        Transition(HEAR_COMMIT, Manager, Manager.COMMITTED, commit_sent),
        Transition(HEAR_ABORT, Manager, Manager.ABORTED, abort_sent),
        Transition(NOTE, Manager, STAYS, said, {noted: True}),
    ],
    (said, noted),
)
FLOW = Flow("two-phase", "Two-phase commit", [COORDINATOR, MANAGERS], [manager, coordinator])
CLAIMS = [
    Always(
        "consistent",
        "No manager commits where another aborts.",
        ~(state.is_(Manager.COMMITTED) & at_other_point(state).is_(Manager.ABORTED)),
    )
]

EARLY = Event("commit with one vote missing", POINT, coordinator)
careless = FLOW.but(
    COORDINATOR.also(
        Transition(EARLY, Decision.OPEN, Decision.COMMITTED, then={commit_sent: True})
    ).without(COMMIT),
    MANAGERS.also(Transition(EARLY, Manager, STAYS, all_other_points(noted))),
)
VARIANTS = [
    Variant(
        "one vote is missing",
        "The coordinator waits for every manager.",
        careless,
        breaks={"consistent": 5},
        points=2,
    )
]
