"""Clients ask for resources, are given them in part or whole, and give them back.

After `SimpleAllocator` of the TLA+ examples, with two resources; a metering point stands for a
client. A client asks for a set, so each set is an event, in which each of its resources takes part.
"""

from enum import Enum

from switchproof import (
    POINT,
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
    all_other_points,
    at_other_point,
)


class Resource(Enum):
    """The resources."""

    FIRST = "first"
    SECOND = "second"


class Share(Enum):
    """What a client has to do with a resource."""

    NONE = "none"
    ASKED = "asked for"
    HELD = "held"


client, allocator = Party("client"), Party("allocator")
SETS = {"first": [Resource.FIRST], "second": [Resource.SECOND], "both": list(Resource)}
REQUEST = {name: Event(f"request {name}", POINT, client) for name in SETS}
ALLOCATE = {name: Event(f"allocate {name}", POINT, allocator) for name in SETS}
RETURN = {name: Event(f"return {name}", POINT, client) for name in SETS}
share = {r: Field(f"share of the {r.value}", Share, Share.NONE) for r in Resource}


def of_one(resource: Resource) -> Machine:
    """One resource, as one client sees it."""
    mine = share[resource]
    free = all_other_points(mine.is_not(Share.HELD))
    rules = []
    for name, wanted in SETS.items():
        if resource in wanted:
            rules += [
                Transition(REQUEST[name], Share.NONE, Share.ASKED),
                Transition(ALLOCATE[name], Share.ASKED, Share.HELD, free),
                Transition(RETURN[name], Share.HELD, Share.NONE),
            ]
        else:
            rules.append(Transition(REQUEST[name], Share.NONE, STAYS))
    return Machine("share", POINT, mine, rules, member=resource)


FLOW = Flow(
    "simple allocator", "Resources for clients", [of_one(r) for r in Resource], [client, allocator]
)
given, returned = tuple(ALLOCATE.values()), tuple(RETURN.values())
first, second = share.values()
satisfied = all_of(*(s.is_not(Share.ASKED) for s in share.values()))
CLAIMS = [
    Always(
        "one holder",
        "No resource is held by two clients.",
        ~(first.is_(Share.HELD) & at_other_point(first).is_(Share.HELD)),
    ),
    LeadsTo(
        "clients return",
        "What is held, with nothing left to wait for, is given back.",
        satisfied,
        to=all_of(*(s.is_not(Share.HELD) for s in share.values())),
        weak=(returned,),
    ),
    LeadsTo(
        "clients obtain",
        "A resource that is asked for is given.",
        first.is_(Share.ASKED),
        to=first.is_(Share.HELD),
        weak=(returned,),
        strong=(given,),
    ),
    LeadsTo(
        "clients obtain under weak fairness",
        "A resource that is asked for is given, even if others may always be first.",
        first.is_(Share.ASKED),
        to=first.is_(Share.HELD),
        weak=(returned, given),
    ),
]
