"""Peterson's way for two processes to take turns without a lock.

After `Peterson` of the TLA+ examples (locks_auxiliary_vars). That it refines the lock is said as
claims on its steps: where a process is, seen as the lock sees it, moves as the lock allows.
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
    Step,
    Transition,
    after,
    all_of,
    changed,
)


class Process(Enum):
    """The processes; whose turn it is, too."""

    ONE = "one"
    TWO = "two"


class At(Enum):
    """Where a process is."""

    AWAY = "away"
    CALLING = "about to call"
    YIELDING = "about to yield"
    WAITING = "waiting"
    CRITICAL = "in the critical section"
    LEAVING = "leaving"


runner = Party("process")
OTHER = {Process.ONE: Process.TWO, Process.TWO: Process.ONE}
turn = Field("turn", Process, Process.ONE)
at = {p: Field(f"process {p.value}", At, At.AWAY) for p in Process}
calls = {p: Field(f"process {p.value} calls", bool, initial=False) for p in Process}
START, CALL, YIELD, ENTER, WORK, LEAVE = (
    {p: Event(name, INDUSTRY, runner, member=p) for p in Process}
    for name in ("start", "call", "yield", "enter", "work", "leave")
)


def process(me: Process) -> Machine:
    """One process."""
    may_enter = ~calls[OTHER[me]] | turn.is_(me)
    rules = [
        Transition(START[me], At.AWAY, At.CALLING),
        Transition(CALL[me], At.CALLING, At.YIELDING, then={calls[me]: True}),
        Transition(YIELD[me], At.YIELDING, At.WAITING),
        Transition(ENTER[me], At.WAITING, At.CRITICAL, may_enter),
        Transition(WORK[me], At.CRITICAL, At.LEAVING),
        Transition(LEAVE[me], At.LEAVING, At.AWAY, then={calls[me]: False}),
    ]
    return Machine("process", INDUSTRY, at[me], rules, (calls[me],), member=me)


TURN = Machine("turn", INDUSTRY, turn, [Transition(YIELD[p], Process, OTHER[p]) for p in Process])
FLOW = Flow("peterson", "Turns without a lock", [*map(process, Process), TURN], [runner])
one, two = at.values()
inside = {p: at[p].in_(At.CRITICAL, At.LEAVING) for p in Process}
trying = (At.CALLING, At.YIELDING, At.WAITING)
every = [e for events in (START, CALL, YIELD, ENTER, WORK, LEAVE) for e in events.values()]
CLAIMS = [
    Always(
        "one inside",
        "Two processes are never in the critical section at once.",
        ~(inside[Process.ONE] & inside[Process.TWO]),
    ),
    Always(
        "who is inside may be",
        "Who is inside has the turn, or the other has not yet yielded.",
        all_of(
            *(
                inside[p].implies(turn.is_(p) | at[OTHER[p]].in_(At.AWAY, At.CALLING, At.YIELDING))
                for p in Process
            )
        ),
    ),
    Step(
        "takes a free lock",
        "Who goes in comes from trying, and finds nobody inside.",
        all_of(
            *(
                (changed(at[p]) & after(at[p]).is_(At.CRITICAL)).implies(
                    at[p].in_(*trying) & ~inside[OTHER[p]]
                )
                for p in Process
            )
        ),
    ),
    LeadsTo(
        "gets in",
        "A process that waits gets in, if every step is weakly fair.",
        one.is_(At.WAITING),
        to=one.is_(At.CRITICAL),
        weak=tuple(every),
    ),
    LeadsTo(
        "gets in by itself",
        "A process that waits gets in, even if nothing need ever happen.",
        one.is_(At.WAITING),
        to=one.is_(At.CRITICAL),
    ),
]
