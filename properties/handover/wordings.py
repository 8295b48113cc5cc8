"""Drafts of when RDPs lose the right to send, and of whose readiness is needed, as flows."""

from enum import Enum

from model.handover.change import (
    BEFORE,
    CHANGE,
    FALL_BACK,
    HELD,
    IN_EFFECT,
    MAY_NOT,
    MAY_SEND,
    READY,
    RIGHT,
    TAKE_EFFECT,
    WITHDRAW_RIGHT,
    WITHDRAWN,
    change,
)
from model.handover.flow import FLOW
from model.language import (
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Field,
    Machine,
    Transition,
    all_providers,
)
from model.parties import NETWORK_PARTY, PANEL


class LookingAtRight(Enum):
    """Whoever looks at the right leaves nothing behind."""

    LOOKING = "looking"


LAWFUL = Event("it is lawful to send a file", POINT, PANEL)
UNLAWFUL = Event("it is unlawful to send a file", POINT, PANEL)
LOOKING = LookingAtRight.LOOKING
SEEN = Machine(
    "what is lawful",
    POINT,
    state=Field("who looks at the right", LookingAtRight, LOOKING),
    transitions=(
        Transition(LAWFUL, LOOKING, STAYS, when=MAY_SEND, cites="2.3-d"),
        Transition(UNLAWFUL, LOOKING, STAYS, when=MAY_NOT, cites="2.3-d"),
    ),
)
GONE = Transition(TAKE_EFFECT, (HELD, WITHDRAWN), WITHDRAWN, cites="2.3-d")
EARLY = Transition(
    WITHDRAW_RIGHT, HELD, WITHDRAWN, when=change.is_(BEFORE), cites="2.3-d A-withdrawal-by-DCC"
)

LATER = FLOW.also(SEEN)
AT_ONCE = FLOW.but(RIGHT.without(WITHDRAW_RIGHT).also(GONE)).also(SEEN)
NOT_LATER = FLOW.but(RIGHT.instead(WITHDRAW_RIGHT, EARLY).also(GONE)).also(SEEN)
SEEN_OF_THE_RIGHT = (TAKE_EFFECT, FALL_BACK, LAWFUL, UNLAWFUL)


class Readiness(Enum):
    """Whether a Network Party has said that it is ready."""

    NOT_READY = "not ready"
    IS_READY = "ready"


NOT_READY, IS_READY = Readiness
readiness = Field("readiness of the Network Party", Readiness, NOT_READY)
DECLARE_READY = Event("the Network Party declares itself ready", PROVIDER, NETWORK_PARTY)
READINESS = Machine(
    "readiness",
    PROVIDER,
    state=readiness,
    transitions=(Transition(DECLARE_READY, NOT_READY, IS_READY, cites="1-a"),),
)
FOR_EVERY = Transition(
    TAKE_EFFECT, BEFORE, IN_EFFECT, when=READY & all_providers(readiness.is_(IS_READY)), cites="1-a"
)
EVERY_ONE = FLOW.also(READINESS).but(CHANGE.instead(TAKE_EFFECT, FOR_EVERY))
SEEN_OF_READINESS = (DECLARE_READY, TAKE_EFFECT)
