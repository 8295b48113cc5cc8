"""What can still come of a switch request wherever it stands."""

from model.css.registration import (
    ACTIVE,
    CONFIRMED,
    PENDING,
    SECURED_ACTIVE,
    gain,
    registration,
)
from model.language import CanStill, Claim
from model.parties import Supplier

STILL: tuple[Claim, ...] = (
    CanStill(
        "a-request-can-still-become-a-switch",
        "A request of supplier B that is open, and against which no objection is lodged, can still "
        "make it the registered supplier.",
        gain[Supplier.B].in_(PENDING, CONFIRMED, SECURED_ACTIVE),
        to=registration[Supplier.B].is_(ACTIVE),
        cites="C1 C1.6.2 C1.12.1 C3.confirmed",
    ),
)
