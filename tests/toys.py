"""Flows of known hardness, as large as one likes: a chain, a token, votes, and the like."""

from enum import Enum

from model.language import (
    INDUSTRY,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Scope,
    Transition,
    all_of,
)
from model.language.claims import Claim
from model.language.expressions import TRUE

WHO = Party("somebody")


class At(Enum):
    """Where a machine stands."""

    NOT_YET = "not yet"
    DONE = "done"


class Held(Enum):
    """Whether a machine has the token."""

    EMPTY = "empty"
    HOLDS = "holds"


def _flow(name: str, machines: list[Machine]) -> Flow:
    return Flow(name, f"A flow called {name}", machines, [WHO])


def chain(size: int) -> tuple[Flow, Claim]:
    """Machines that are done one after the other; the last is done only after the first."""
    fields = [Field(f"stage {n}", At, At.NOT_YET) for n in range(size)]
    before = [TRUE, *(field.is_(At.DONE) for field in fields)]
    machines = [
        Machine(
            f"machine {n}",
            INDUSTRY,
            field,
            [Transition(Event(f"go {n}", INDUSTRY, WHO), At.NOT_YET, At.DONE, when=before[n])],
        )
        for n, field in enumerate(fields)
    ]
    body = fields[-1].is_(At.DONE).implies(fields[0].is_(At.DONE))
    return _flow("chain", machines), Always("in-order", "The first is done first.", body)


def token(size: int, scope: Scope = INDUSTRY) -> tuple[Flow, Claim]:
    """Machines in a ring that hand a token on; the first and the last never both have it."""
    fields = [Field(f"hand {n}", Held, Held.EMPTY if n else Held.HOLDS) for n in range(size)]
    passes = [Event(f"pass {n}", scope, WHO) for n in range(size)]
    machines = [
        Machine(
            f"machine {n}",
            scope,
            fields[n],
            [
                Transition(passes[n], Held.HOLDS, Held.EMPTY),
                Transition(passes[n - 1], Held.EMPTY, Held.HOLDS),
            ],
        )
        for n in range(size)
    ]
    both = fields[0].is_(Held.HOLDS) & fields[-1].is_(Held.HOLDS)
    return _flow("token", machines), Always("one-token", "Not both have it.", ~both)


def votes(size: int) -> tuple[Flow, Claim]:
    """Votes that are cast in any order, and a decision after all of them."""
    fields = [Field(f"vote {n}", At, At.NOT_YET) for n in range(size)]
    decided = Field("decision", At, At.NOT_YET)
    machines = [
        Machine(
            f"voter {n}",
            INDUSTRY,
            field,
            [Transition(Event(f"vote {n}", INDUSTRY, WHO), At.NOT_YET, At.DONE)],
        )
        for n, field in enumerate(fields)
    ]
    all_cast = all_of(*(field.is_(At.DONE) for field in fields))
    rule = Transition(Event("decide", INDUSTRY, WHO), At.NOT_YET, At.DONE, when=all_cast)
    body = decided.is_(At.DONE).implies(all_cast)
    flow = _flow("votes", [*machines, Machine("decision", INDUSTRY, decided, [rule])])
    return flow, Always("all-vote", "It is decided when all have voted.", body)
