"""What can still come of a switch request, and of a CSS that is shut out, wherever it stands."""

from model.css.entry import ADMITTED
from model.css.gateway import CssGateway, css_gateway
from model.css.registration import (
    ACTIVE,
    CONFIRMED,
    PENDING,
    SECURED_ACTIVE,
    gain,
    registration,
)
from model.css.sources import accepts_css
from model.language import CanStill, Claim, all_of
from model.parties import Supplier

LET_IN = all_of(ADMITTED, css_gateway.is_(CssGateway.UP), accepts_css)

STILL: tuple[Claim, ...] = (
    CanStill(
        "a-request-can-still-become-a-switch",
        "A request of supplier B that is open, and against which no objection is lodged, can still "
        "make it the registered supplier.",
        gain[Supplier.B].in_(PENDING, CONFIRMED, SECURED_ACTIVE),
        to=registration[Supplier.B].is_(ACTIVE),
        cites="C1 C1.6.2 C1.12.1 C3.confirmed",
    ),
    CanStill(
        "a-css-that-is-shut-out-can-be-let-in-again",
        "A CSS that is suspended, whose credentials have lapsed, whose gateway is under control, "
        "or that the DSP does not accept, can still be live, with its gateway up, and accepted.",
        ~LET_IN,
        to=LET_IN,
        cites="5-G 5-H2 5-H3 5-L A-suspension A-source-switch",
    ),
)
