"""Two-phase commit with three managers by name, so that one of them can be forgotten.

After `TwoPhase` of the TLA+ examples. For any number of managers see `two_phase_commit.py`.
"""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    Variant,
    all_of,
    any_of,
)


class Name(Enum):
    """The managers."""

    ONE = "one"
    TWO = "two"
    THREE = "three"


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
state = {n: Field(f"manager {n.value}", Manager, Manager.WORKING) for n in Name}
said = {n: Field(f"{n.value} has said so", bool, initial=False) for n in Name}
noted = {n: Field(f"that of {n.value} is noted", bool, initial=False) for n in Name}
decision = Field("decision", Decision, Decision.OPEN)
commit_sent = Field("commit is sent", bool, initial=False)
abort_sent = Field("abort is sent", bool, initial=False)
PREPARE, GIVE_UP, HEAR_COMMIT, HEAR_ABORT, NOTE = (
    {n: Event(name, INDUSTRY, by, member=n) for n in Name}
    for name, by in (
        ("prepare", manager),
        ("give up", manager),
        ("hear of commit", manager),
        ("hear of abort", manager),
        ("note that it is prepared", coordinator),
    )
)
COMMIT, ABORT = Event("commit", INDUSTRY, coordinator), Event("abort", INDUSTRY, coordinator)


def one(me: Name) -> Machine:
    """One manager."""
    rules = [
        Transition(PREPARE[me], Manager.WORKING, Manager.PREPARED, then={said[me]: True}),
        Transition(GIVE_UP[me], Manager.WORKING, Manager.ABORTED),
        Transition(HEAR_COMMIT[me], Manager, Manager.COMMITTED, commit_sent),
        Transition(HEAR_ABORT[me], Manager, Manager.ABORTED, abort_sent),
        Transition(NOTE[me], Manager, STAYS, said[me], {noted[me]: True}),
    ]
    return Machine("manager", INDUSTRY, state[me], rules, (said[me], noted[me]), member=me)


def commits(votes: Expression) -> Transition:
    """Commit, given the votes that are needed."""
    return Transition(COMMIT, Decision.OPEN, Decision.COMMITTED, votes, {commit_sent: True})


COORDINATOR = Machine(
    "coordinator",
    INDUSTRY,
    decision,
    [
        *(Transition(NOTE[n], Decision.OPEN, STAYS) for n in Name),
        commits(all_of(*noted.values())),
        Transition(ABORT, Decision.OPEN, Decision.ABORTED, then={abort_sent: True}),
    ],
    (commit_sent, abort_sent),
)
FLOW = Flow(
    "two-phase of three",
    "Two-phase commit of three managers",
    [COORDINATOR, *map(one, Name)],
    [manager, coordinator],
)
some_commits = any_of(*(state[n].is_(Manager.COMMITTED) for n in Name))
some_aborts = any_of(*(state[n].is_(Manager.ABORTED) for n in Name))
CLAIMS = [
    Always("consistent", "No manager commits where another aborts.", ~(some_commits & some_aborts))
]
forgetful = COORDINATOR.instead(COMMIT, commits(noted[Name.ONE] & noted[Name.TWO]))
VARIANTS = [
    Variant(
        "one vote is missing",
        "The coordinator waits for every manager.",
        FLOW.but(forgetful),
        breaks={"consistent": 7},
    )
]
