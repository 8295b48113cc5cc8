"""Requests, objections and registrations: variants with a rule changed or left out."""

from model.css.flow import FLOW
from model.css.messages import MESSAGES, Message
from model.css.registration import (
    ANNUL,
    ANNUL_OWN,
    CLOSE_GATE,
    CONFIRMED,
    GAINS,
    INACTIVE,
    LODGED,
    MAKE_PENDING,
    MIDNIGHT,
    NONE,
    OBJECT,
    OPEN,
    PENDING,
    REGISTRATIONS,
    SECURED_ACTIVE,
    SECURED_INACTIVE,
    WITHDRAW,
    Registration,
)
from model.language import POINT, STAYS, Event, Transition, Variant
from model.parties import CSS, Supplier

A, B = Supplier.A, Supplier.B

END_EARLY = Event(
    "the old registration ends early", POINT, CSS, told="{by} ends the old registration early"
)

gain_of_b, registration_of_a = GAINS[B], REGISTRATIONS[A]
NEW_ONE_ONLY = Transition(MIDNIGHT[B], Registration, STAYS, cites="C1")
NO_SECURED_INACTIVE = Transition(CLOSE_GATE[B], Registration, STAYS, cites="C1.13.4.2")
TOO_EARLY = Transition(END_EARLY, SECURED_INACTIVE, INACTIVE, cites="C1")
UNSECURED = Transition(MIDNIGHT[B], CONFIRMED, NONE, cites="C1")
TIE = Transition(CLOSE_GATE[B], LODGED, SECURED_ACTIVE, cites="C4.tie")
LATE_ANNULMENT = Transition(ANNUL[B], SECURED_ACTIVE, NONE, cites="C1.9")
LATE_WITHDRAWAL = Transition(WITHDRAW[B], SECURED_ACTIVE, NONE, cites="C1.10")
OBJECTED_LATE = Transition(OBJECT[B], (PENDING, CONFIRMED, SECURED_ACTIVE), LODGED, cites="C1.6.2")
CONFUSED = Transition(ANNUL_OWN[B], OPEN, NONE, cites="D2.confusion")
NOT_DUE = Transition(MIDNIGHT[B], Message, STAYS, cites="A-trigger")
BLIND_GAINS = GAINS.lacking(MAKE_PENDING, "no other request is open")
THE_TIE = FLOW.but(gain_of_b.also(TIE))

VARIANTS_OF_SWITCHING = (
    Variant(
        "midnight moves only the new one",
        "The old registration must end in the same event in which the new one begins.",
        FLOW.but(registration_of_a.instead(MIDNIGHT[B], NEW_ONE_ONLY)),
        breaks={"one-supplier-of-record": 5, "pair-moves-together": 5, "secured-pairs": 5},
    ),
    Variant(
        "the gate moves only the new one",
        "The old registration must be secured in the same event as the new one (C1.13.4.2).",
        FLOW.but(registration_of_a.instead(CLOSE_GATE[B], NO_SECURED_INACTIVE)),
        breaks={"one-supplier-of-record": 5, "pair-moves-together": 4, "secured-pairs": 4},
    ),
    Variant(
        "the old one ends early",
        "A step of its own for the end of the old registration leaves a gap.",
        FLOW.but(registration_of_a.also(TOO_EARLY)),
        breaks={"one-supplier-of-record": 5, "pair-moves-together": 5, "secured-pairs": 5},
    ),
    Variant(
        "a second request is made pending",
        "The CSS looks for other open requests before it makes one pending (C2).",
        FLOW.but(BLIND_GAINS),
        breaks={"one-open-request": 6},
    ),
    Variant(
        "a date out of bounds is not checked",
        "The CSS checks a request before it makes it pending (C1.2.5).",
        FLOW.but(gain_of_b.lacking(MAKE_PENDING[B], "the date is in bounds")),
        breaks={"faulty-request-goes-nowhere": 2},
    ),
    Variant(
        "a switch that was not secured",
        "Midnight counts only for a registration that is Secured Active.",
        FLOW.but(gain_of_b.also(UNSECURED)),
        breaks={"no-switch-without-request": 4, "one-supplier-of-record": 4},
    ),
    Variant(
        "the tie at 17:00",
        "Where window and gate close at one instant, an objection lodged in time can be overtaken.",
        THE_TIE,
        breaks={"lodged-objection-stops": 4},
    ),
    Variant(
        "an annulment after gate closure",
        "Once the gate has closed the losing supplier has no power left (C1.1.4d).",
        FLOW.but(gain_of_b.instead(ANNUL[B], LATE_ANNULMENT)),
        breaks={"no-late-objection": 5, "secured-is-final": 5, "secured-pairs": 5},
    ),
    Variant(
        "a withdrawal after gate closure",
        "Once the gate has closed the gaining supplier has no power left either.",
        FLOW.but(gain_of_b.instead(WITHDRAW[B], LATE_WITHDRAWAL)),
        breaks={"no-late-objection": 5, "secured-is-final": 5, "secured-pairs": 5},
    ),
    Variant(
        "the window never closes",
        "An objection is one thing in its window and another after it.",
        FLOW.but(gain_of_b.instead(OBJECT[B], OBJECTED_LATE)),
        breaks={"objection-only-in-window": 4, "no-late-objection": 5, "secured-is-final": 5},
    ),
    Variant(
        "annulment taken for withdrawal",
        "Who asks decides: parties confused the two after go-live (D2.confusion).",
        FLOW.but(gain_of_b.instead(ANNUL_OWN[B], CONFUSED)),
        breaks={"withdraw-and-annul-by-whom": 3},
    ),
    Variant(
        "a switch makes nothing due",
        "The switch itself makes the message due; nobody else would notice.",
        FLOW.but(MESSAGES.instead(MIDNIGHT[B], NOT_DUE)),
        breaks={"switch-makes-message-due": 5, "difference-explained": 5},
    ),
)
