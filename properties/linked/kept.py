"""What ends a leg of a linked pair, what becomes of the other, and who does it."""

from model.language import Claim, DoneBy, Expression, Step, after, all_of, happens
from model.linked.legs import (
    ANNUL,
    CANCEL,
    CLOSE_GATE,
    CLOSE_WINDOW,
    EARLY,
    ENDED,
    OTHER,
    PASS_ON,
    PENDING,
    WITHDRAW,
    Fuel,
    leg,
)
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER
from properties.acting import goes


def _ends(fuel: Fuel) -> Expression:
    return all_of(
        happens(CANCEL[fuel]).implies(goes(leg[fuel], PENDING, to=ENDED)),
        happens(WITHDRAW[fuel]).implies(goes(leg[fuel], *EARLY, to=ENDED)),
        happens(ANNUL[fuel]).implies(goes(leg[fuel], *EARLY, to=ENDED)),
    )


def _passed_on(fuel: Fuel) -> Expression:
    both_ended = leg[OTHER[fuel]].is_(ENDED) & after(leg[fuel]).is_(ENDED)
    return happens(PASS_ON[fuel]).implies(both_ended)


KEPT: tuple[Claim, ...] = (
    Step(
        "each-leg-can-be-stopped",
        "An objection ends a leg that is Pending; a withdrawal or an annulment ends one that is "
        "Pending or Confirmed, in either fuel.",
        all_of(*(_ends(fuel) for fuel in Fuel)),
        cites="C1.6.7 C1.9 C1.10 C2.annulment",
    ),
    Step(
        "an-end-is-passed-on",
        "A leg is ended on account of the other only where the other has ended, in either fuel.",
        all_of(*(_passed_on(fuel) for fuel in Fuel)),
        cites="C2.linked A-link-first",
    ),
    DoneBy(
        "legs-are-stopped-by-whom",
        "The gaining supplier alone withdraws, the losing supplier alone annuls; the CSS alone "
        "cancels, passes on an end and closes the gate; the window is the clock's.",
        actors={
            GAINING_SUPPLIER: tuple(WITHDRAW.values()),
            LOSING_SUPPLIER: tuple(ANNUL.values()),
            CSS: (*CANCEL.values(), *PASS_ON.values(), CLOSE_GATE),
            CLOCK: tuple(CLOSE_WINDOW.values()),
        },
        cites="C1.6.2 C1.6.7 C1.9 C1.10 C1.12.1 C2.annulment C2.linked C3.confirmed",
    ),
)
