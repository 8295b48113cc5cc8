"""What at last comes about in the days of a request, and what must then at last happen."""

from model.language import Claim, LeadsTo
from model.leadtime.days import FIVE, INTO_OTHER, INTO_WORKING
from model.leadtime.deadlines import CLOSE_GATE, CLOSE_WINDOW
from model.leadtime.request import EVE, STARTED, request

LIVING: tuple[Claim, ...] = (
    LeadsTo(
        "a-date-that-is-told-begins",
        "A start date that is the next day at last begins, on whatever kind of day it falls.",
        request.is_(EVE),
        to=request.is_(STARTED),
        weak=(FIVE, CLOSE_WINDOW, CLOSE_GATE, (INTO_WORKING, INTO_OTHER)),
        cites="C1 C1.1.4d C1.6.2",
    ),
)
