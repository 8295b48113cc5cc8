"""Two small registries that have names in common, and what joins them; the commands take it too.

Both keep a request at a point and load the copy that a store keeps; a change passes the copy from
the old registry to the new.
"""

from enum import Enum

from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Always,
    Event,
    Fact,
    Field,
    Flow,
    Machine,
    Named,
    Party,
    Renaming,
    Sometimes,
    Step,
    Transition,
    changed,
    compose,
    happens,
    union,
)

SUPPLIER, CLOCK = Party("supplier"), Party("clock")
RULE = Fact("R", "R", "A rule that somebody recalls.")


class Request(Enum):
    """Whether a request is under way."""

    NONE = "none"
    OPEN = "open"


class Copy(Enum):
    """What a copy holds."""

    OLD = "as it was"
    NEW = "as it is now"
    LOST = "lost"


class Store(Enum):
    """A store only runs."""

    RUNNING = "running"


class Change(Enum):
    """Whether the change is in effect."""

    BEFORE = "before"
    AFTER = "after"


copy = Field("copy", Copy, Copy.NEW)
store = Field("store", Store, Store.RUNNING)
LOSE = Event("lose the copies", INDUSTRY, CLOCK)
STORE = Machine("store", INDUSTRY, store, (Transition(LOSE, Store, STAYS, cites="R"),))

old_request, new_request = (Field("request", Request, Request.NONE) for _ in range(2))
OLD_ASK, NEW_ASK = (Event("ask", POINT, SUPPLIER) for _ in range(2))
OLD_MIDNIGHT, NEW_MIDNIGHT = (Event("midnight", POINT, CLOCK) for _ in range(2))
LOAD_FILE, LOAD_MESSAGE = Event("load a file", POINT, CLOCK), Event("load a message", POINT, CLOCK)


def requests(request: Field, ask: Event, midnight: Event) -> Machine:
    rules = (
        Transition(ask, Request.NONE, Request.OPEN, cites="R"),
        Transition(midnight, Request.OPEN, Request.NONE, cites="R"),
    )
    return Machine("request", POINT, request, rules)


LOST = Transition(LOSE, Copy, Copy.LOST, cites="R")


def copies(midnight: Event, load: Event) -> Machine:
    rules = (
        Transition(midnight, Copy, Copy.OLD, cites="R"),
        Transition(load, Copy, Copy.NEW, cites="R"),
        LOST,
    )
    return Machine("copy", POINT, copy, rules)


OLD = Flow(
    "old",
    "The old registry",
    (STORE, requests(old_request, OLD_ASK, OLD_MIDNIGHT), copies(OLD_MIDNIGHT, LOAD_FILE)),
    (SUPPLIER, CLOCK),
    (RULE,),
    bounds=("one point",),
)
NEW = Flow(
    "new",
    "The new registry",
    (STORE, requests(new_request, NEW_ASK, NEW_MIDNIGHT), copies(NEW_MIDNIGHT, LOAD_MESSAGE)),
    (SUPPLIER, CLOCK),
    (RULE,),
    bounds=("one point", "one message"),
)

at_old = Renaming({"request": "request at the old registry", "ask": "ask the old registry"})
AT_OLD = Renaming({**at_old.names, "midnight": "midnight at the old registry"})

change = Field("change", Change, Change.BEFORE)
TAKE_EFFECT = Event("the change takes effect", INDUSTRY, CLOCK)
CHANGE = Machine(
    "change", INDUSTRY, change, (Transition(TAKE_EFFECT, Change.BEFORE, Change.AFTER, cites="R"),)
)
AFTER = Named("the change is in effect", change.is_(Change.AFTER), cites="R")
BEFORE = Named("the change is not in effect", ~AFTER)

OLD_COPY, NEW_COPY = AT_OLD.of(OLD.machines[-1]), NEW.machines[-1]
OLD_MIDNIGHTS = (AT_OLD.of(OLD_MIDNIGHT), LOAD_FILE, AT_OLD.of(OLD_ASK))
NEW_MIDNIGHTS = (NEW_MIDNIGHT, LOAD_MESSAGE, NEW_ASK)

FLOW = compose(
    "handover",
    "From the old registry to the new",
    CHANGE,
    OLD.renamed(AT_OLD),
    NEW,
    shared=(STORE, LOSE),
    joined=(union(OLD_COPY, NEW_COPY),),
    during={OLD_MIDNIGHTS: BEFORE, NEW_MIDNIGHTS: AFTER},
)
MIDNIGHTS = happens(AT_OLD.of(OLD_MIDNIGHT), NEW_MIDNIGHT)

CLAIMS = (
    Step(
        "each-in-its-time",
        "A registry acts only in its time.",
        happens(*OLD_MIDNIGHTS).implies(change.is_(Change.BEFORE))
        & happens(*NEW_MIDNIGHTS).implies(change.is_(Change.AFTER)),
    ),
    Step(
        "the-copy-falls-behind-at-midnight",
        "The copy becomes old only at midnight.",
        (changed(copy) & copy.becomes(Copy.OLD)).implies(MIDNIGHTS),
    ),
    Always("never-both", "No two requests.", ~(new_request.is_(Request.OPEN) & BEFORE)),
    Sometimes("after", "The new registry loads.", happens(LOAD_MESSAGE) & copy.is_(Copy.OLD)),
    Sometimes("before", "The old registry loads.", happens(LOAD_FILE) & copy.is_(Copy.OLD)),
)
