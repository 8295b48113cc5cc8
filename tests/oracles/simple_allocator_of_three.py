"""The simple allocator with three clients by name, so that liveness is decided for three.

After `SimpleAllocator` of the TLA+ examples, with two resources. For any number of clients see
`simple_allocator.py`; here what a client must wait for is written out for the other two.
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
    LeadsTo,
    Machine,
    Party,
    Transition,
    all_of,
    at_most_one,
)


class Client(Enum):
    """The clients."""

    ONE = "one"
    TWO = "two"
    THREE = "three"


class Share(Enum):
    """What a client has to do with a resource."""

    NONE = "none"
    ASKED = "asked for"
    HELD = "held"


RESOURCES = ("first", "second")
SETS = {"first": ["first"], "second": ["second"], "both": ["first", "second"]}
client, allocator = Party("client"), Party("allocator")
share = {
    (c, r): Field(f"share of {c.value} in the {r}", Share, Share.NONE)
    for c in Client
    for r in RESOURCES
}
REQUEST, ALLOCATE, RETURN = (
    {(c, s): Event(f"{name} {s}", INDUSTRY, by, member=c) for c in Client for s in SETS}
    for name, by in (("request", client), ("allocate", allocator), ("return", client))
)


def free(resource: str) -> Expression:
    """Nobody holds a resource."""
    return all_of(*(share[c, resource].is_not(Share.HELD) for c in Client))


def of_one(me: Client, resource: str) -> Machine:
    """One resource, as one client sees it."""
    rules = []
    for name, wanted in SETS.items():
        if resource in wanted:
            rules += [
                Transition(REQUEST[me, name], Share.NONE, Share.ASKED),
                Transition(ALLOCATE[me, name], Share.ASKED, Share.HELD, free(resource)),
                Transition(RETURN[me, name], Share.HELD, Share.NONE),
            ]
        else:
            rules.append(Transition(REQUEST[me, name], Share.NONE, STAYS))
    return Machine(f"{resource} of", INDUSTRY, share[me, resource], rules, member=me)


FLOW = Flow(
    "simple allocator of three",
    "Resources for three clients",
    [of_one(c, r) for c in Client for r in RESOURCES],
    [client, allocator],
)
returned = [tuple(RETURN[c, s] for s in SETS) for c in Client]
given = [tuple(ALLOCATE[c, s] for s in SETS) for c in Client]
mine = share[Client.ONE, "first"]
unsatisfied = [share[Client.ONE, r].is_(Share.ASKED) for r in RESOURCES]
CLAIMS = [
    Always(
        "one holder",
        "No resource is held by two clients.",
        all_of(*(at_most_one(*(share[c, r].is_(Share.HELD) for c in Client)) for r in RESOURCES)),
    ),
    LeadsTo(
        "clients return",
        "What is held, with nothing left to wait for, is given back.",
        all_of(*(~waits for waits in unsatisfied)),
        to=all_of(*(share[Client.ONE, r].is_not(Share.HELD) for r in RESOURCES)),
        weak=tuple(returned),
    ),
    LeadsTo(
        "clients obtain",
        "A resource that is asked for is given, if allocation is strongly fair.",
        mine.is_(Share.ASKED),
        to=mine.is_(Share.HELD),
        weak=tuple(returned),
        strong=tuple(given),
    ),
    LeadsTo(
        "clients obtain under weak fairness",
        "A resource that is asked for is given, if allocation is only weakly fair.",
        mine.is_(Share.ASKED),
        to=mine.is_(Share.HELD),
        weak=(*returned, *given),
    ),
]
