"""Two processes that take turns by a lock.

After `Lock` of the TLA+ examples (locks_auxiliary_vars). A process is a machine of the industry,
made once for each.
"""

from enum import Enum

from switchproof import (
    INDUSTRY,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Transition,
    any_of,
)


class Process(Enum):
    """The processes."""

    ONE = "one"
    TWO = "two"


class At(Enum):
    """Where a process is."""

    AWAY = "away"
    WAITING = "waiting"
    CRITICAL = "in the critical section"
    LEAVING = "leaving"


class Lock(Enum):
    """Whether the lock is taken."""

    FREE = "free"
    TAKEN = "taken"


runner = Party("process")
lock = Field("lock", Lock, Lock.FREE)
at = {p: Field(f"process {p.value}", At, At.AWAY) for p in Process}
TRY, TAKE, WORK, RELEASE = (
    {p: Event(name, INDUSTRY, runner, member=p) for p in Process}
    for name in ("try", "take", "work", "release")
)


def process(me: Process) -> Machine:
    """One process."""
    rules = [
        Transition(TRY[me], At.AWAY, At.WAITING),
        Transition(TAKE[me], At.WAITING, At.CRITICAL),
        Transition(WORK[me], At.CRITICAL, At.LEAVING),
        Transition(RELEASE[me], At.LEAVING, At.AWAY),
    ]
    return Machine("process", INDUSTRY, at[me], rules, member=me)


LOCK = Machine(
    "lock",
    INDUSTRY,
    lock,
    [
        *(Transition(TAKE[p], Lock.FREE, Lock.TAKEN) for p in Process),
        *(Transition(RELEASE[p], Lock, Lock.FREE) for p in Process),
    ],
)
FLOW = Flow("lock", "A lock for two processes", [*map(process, Process), LOCK], [runner])
one, two = at.values()
inside = {p: at[p].in_(At.CRITICAL, At.LEAVING) for p in Process}
every = [e for events in (TRY, TAKE, WORK, RELEASE) for e in events.values()]
CLAIMS = [
    Always(
        "one inside",
        "Two processes are never in the critical section at once.",
        ~(inside[Process.ONE] & inside[Process.TWO]),
    ),
    Always(
        "taken when inside",
        "While a process is inside, the lock is taken.",
        any_of(*inside.values()).implies(lock.is_(Lock.TAKEN)),
    ),
    LeadsTo(
        "gets in, strongly",
        "A process that waits gets in, if taking the lock is strongly fair.",
        one.is_(At.WAITING),
        to=one.is_(At.CRITICAL),
        weak=tuple(every),
        strong=(TAKE[Process.ONE],),
    ),
    LeadsTo(
        "gets in, weakly",
        "A process that waits gets in, if taking the lock is only weakly fair.",
        one.is_(At.WAITING),
        to=one.is_(At.CRITICAL),
        weak=tuple(every),
    ),
]
