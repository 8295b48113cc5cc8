"""Requests, objections and registrations: variants with a rule changed or left out."""

from model.current.flow import FLOW
from model.current.provision import CHANGES, Change
from model.current.registration import ACCEPT as ACCEPT_REQUEST
from model.current.registration import (
    CLEARED,
    CLOSED,
    FAULTY,
    LIVE,
    MIDNIGHT,
    NONE,
    OBJECT,
    OBJECT_LATE,
    OBJECTED,
    PENDING,
    REGISTRATIONS,
    REJECT,
    REQUESTS,
    SECURE,
    UNREGISTERED,
    UPHOLD,
)
from model.language import POINT, STAYS, Event, Transition, Variant
from model.language.acting import amiss
from model.parties import REGISTRATION_SERVICE, Supplier

A, B = Supplier.A, Supplier.B

END_EARLY = Event(
    "the old registration ends early",
    POINT,
    REGISTRATION_SERVICE,
    told="{by} ends the old registration early",
)

request_of_b, registration_of_a = REQUESTS[B], REGISTRATIONS[A]

VARIANTS_OF_SWITCHING = (
    Variant(
        "midnight moves only the new one",
        "The old registration must end in the same event in which the new one begins.",
        FLOW.but(
            registration_of_a.instead(
                MIDNIGHT[B], Transition(MIDNIGHT[B], (LIVE, UNREGISTERED), STAYS, cites="B4")
            )
        ),
        breaks={"one-supplier-of-record": 4, "pair-moves-together": 4},
    ),
    Variant(
        "the old one ends early",
        "A step of its own for the end of the old registration leaves a gap.",
        FLOW.but(registration_of_a.also(Transition(END_EARLY, LIVE, UNREGISTERED, cites="B4"))),
        breaks={
            "one-supplier-of-record": 1,
            "pair-moves-together": 1,
            "switch-makes-data-due": 1,
        },
    ),
    Variant(
        "a second request is accepted",
        "The registration service looks for other open requests before it accepts one.",
        FLOW.but(REQUESTS.lacking(ACCEPT_REQUEST, "no other request is open")),
        breaks={"one-open-request": 4},
    ),
    Variant(
        "a faulty request is accepted",
        "The registration service checks a request before it accepts it.",
        FLOW.but(request_of_b.also(Transition(ACCEPT_REQUEST[B], FAULTY, PENDING, cites="B3"))),
        breaks={"faulty-request-goes-nowhere": 2},
    ),
    Variant(
        "a switch before the window closes",
        "Midnight counts only for a request that got through its window.",
        FLOW.but(request_of_b.also(Transition(MIDNIGHT[B], PENDING, NONE, cites="B4"))),
        breaks={"no-switch-without-request": 3},
    ),
    Variant(
        "gas goes live unsecured",
        "A gas switch is secured two days ahead.",
        FLOW.but(
            request_of_b.instead(MIDNIGHT[B], Transition(MIDNIGHT[B], CLOSED, NONE, cites="B4"))
        ),
        breaks={"gas-secured-first": 4},
    ),
    Variant(
        "a late objection takes effect",
        "Once the window has closed the losing supplier has no power left.",
        FLOW.but(
            request_of_b.instead(
                OBJECT_LATE[B], Transition(OBJECT_LATE[B], CLOSED, NONE, cites="B1.late")
            )
        ),
        breaks={"no-late-objection": 4, "late-objection-no-effect": 4},
    ),
    Variant(
        "the window never closes",
        "An objection is one thing in its window and another after it.",
        FLOW.but(request_of_b.also(Transition(OBJECT[B], CLEARED, OBJECTED, cites="B1.late"))),
        breaks={"objection-only-in-window": 4, "no-late-objection": 4},
    ),
    Variant(
        "a switch makes nothing due",
        "The switch itself makes the data due; nobody else would notice.",
        FLOW.but(CHANGES.instead(MIDNIGHT[B], Transition(MIDNIGHT[B], Change, STAYS, cites="B4"))),
        breaks={"switch-makes-data-due": 4, "difference-explained": 16},
    ),
    Variant(
        "a request for one's own point",
        "A supplier that has the point and is not about to lose it has nothing to request.",
        FLOW.but(REQUESTS.lacking(ACCEPT_REQUEST, "the point is not its own already")),
        breaks={"no-request-for-ones-own-point": 2},
    ),
    Variant(
        "a sound request is rejected",
        "The registration service rejects for a cause, and not as it likes.",
        FLOW.but(request_of_b.lacking(REJECT[B], "another is open, or the point is its own")),
        breaks={"a-sound-request-is-rejected-only-for-cause": 2},
    ),
    Variant(
        "a faulty request that is never rejected",
        "Who requests is answered, also where the request has a fault.",
        FLOW.but(amiss(REQUESTS, REJECT, target=STAYS)),
        breaks={
            "each-request-of-supplier-a-is-answered": 2,
            "each-request-of-supplier-b-is-answered": 2,
        },
    ),
    Variant(
        "a request that moves the point twice",
        "The switch spends the request; what is left of it could move the point back.",
        FLOW.but(amiss(request_of_b, MIDNIGHT[B], target=STAYS)),
        breaks={"a-switch-uses-up-its-request": 4, "no-request-for-ones-own-point": 4},
    ),
    Variant(
        "electricity is secured too",
        "That a switch is secured two days ahead was read of gas alone.",
        FLOW.but(request_of_b.lacking(SECURE[B], "the point is a gas point")),
        breaks={"only-gas-is-secured": 4},
    ),
    Variant(
        "accepted as if objected to",
        "That somebody objects is for the losing supplier to say, in the window.",
        FLOW.but(amiss(request_of_b, ACCEPT_REQUEST[B], target=OBJECTED)),
        breaks={"objected-to-only-by-an-objection": 2},
    ),
    Variant(
        "an objection that stands is forgotten",
        "A request whose objection stands is at an end, and a new one starts anew.",
        FLOW.but(amiss(request_of_b, UPHOLD[B], target=CLEARED)),
        breaks={"what-is-objected-to-ends-or-is-pending-again": 4},
    ),
)
