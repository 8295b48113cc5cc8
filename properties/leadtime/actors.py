"""Who brings about each event of a request's days."""

from model.language import Claim, DoneBy
from model.leadtime.days import (
    FIVE,
    INTO_OTHER,
    INTO_WORKING,
)
from model.leadtime.deadlines import (
    CLOSE_GATE,
    CLOSE_WINDOW,
    SAY_NO_OBJECTION,
)
from model.leadtime.request import (
    RUN_OUT,
    TELL_DATE,
)
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER

MIDNIGHTS = (INTO_WORKING, INTO_OTHER)

ACTORS: tuple[Claim, ...] = (
    DoneBy(
        "dates-and-deadlines-by-whom",
        "The gaining supplier alone proposes the start date, the losing supplier alone says that "
        "it does not object, the CSS alone closes the gate; the rest is the clock's.",
        actors={
            GAINING_SUPPLIER: (TELL_DATE,),
            LOSING_SUPPLIER: (SAY_NO_OBJECTION,),
            CSS: (CLOSE_GATE,),
            CLOCK: (FIVE, *MIDNIGHTS, RUN_OUT, CLOSE_WINDOW),
        },
        cites="C1.1.4d C1.2.4 C1.2.5 C1.6.2 C1.12.1 C4.tie",
    ),
)
