"""What ends a leg of a linked pair, what becomes of the other, and who does it."""

from model.language import Claim, DoneBy, Expression, LeadsTo, Step, after, all_of, any_of, happens
from model.linked.gate import Gate, gate
from model.linked.legs import (
    ANNUL,
    BOTH_ENDED,
    CANCEL,
    CLOSE_GATE,
    CLOSE_WINDOW,
    CONFIRMED,
    ENDED,
    OTHER,
    PASS_ON,
    WITHDRAW,
    Fuel,
    leg,
)
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER

ONE_ENDED = any_of(*(leg[fuel].is_(ENDED) for fuel in Fuel))


def _ends(fuel: Fuel) -> Expression:
    return leg[fuel].is_not(ENDED) & after(leg[fuel]).is_(ENDED)


def _has_its_reason(fuel: Fuel) -> Expression:
    stopped = happens(CANCEL[fuel], WITHDRAW[fuel], ANNUL[fuel])
    return _ends(fuel).implies(stopped | leg[OTHER[fuel]].is_(ENDED))


def _outlives_its_window(fuel: Fuel) -> Expression:
    confirmed_ends = leg[fuel].is_(CONFIRMED) & after(leg[fuel]).is_(ENDED)
    stopped = happens(WITHDRAW[fuel], ANNUL[fuel])
    return confirmed_ends.implies(stopped | leg[OTHER[fuel]].is_(ENDED))


def _in_time(fuel: Fuel) -> Expression:
    stops = (CANCEL[fuel], WITHDRAW[fuel], ANNUL[fuel])
    return all_of(*(happens(stop).implies(gate.is_(Gate.OPEN)) for stop in stops))


ENDING: tuple[Claim, ...] = (
    Step(
        "stopped-only-before-the-gate",
        "Nobody objects to, withdraws or annuls a leg once the gate has closed for its pair (P4).",
        all_of(*(_in_time(fuel) for fuel in Fuel)),
        cites="C1.6.2 C1.6.7 C1.9 C1.10 C1.12.1 C2.annulment C3.confirmed",
    ),
    Step(
        "a-leg-ends-for-a-reason",
        "A leg ends only as an objection cancels it, as a supplier withdraws or annuls it, or on "
        "account of the other leg, which has ended before.",
        all_of(*(_has_its_reason(fuel) for fuel in Fuel)),
        cites="C2.linked A-link-first",
    ),
    Step(
        "a-confirmed-leg-outlives-its-window",
        "Once its window has closed a leg no longer ends by an objection: it ends only as a "
        "supplier withdraws or annuls it, or on account of the other leg.",
        all_of(*(_outlives_its_window(fuel) for fuel in Fuel)),
        cites="C1.6.7 C2.linked A-link-first",
    ),
    LeadsTo(
        "one-fails-then-both",
        "Once one leg has ended both at last have, where the CSS passes the end on.",
        ONE_ENDED,
        to=BOTH_ENDED,
        weak=tuple(PASS_ON.values()),
        cites="C2.linked",
    ),
    LeadsTo(
        "the-gate-closes-at-last",
        "Where windows close in time and ends are passed on, the gate closes at last for every "
        "pair, on two legs that are secured or two that have ended.",
        gate.is_(Gate.OPEN),
        to=gate.is_(Gate.CLOSED),
        weak=(*CLOSE_WINDOW.values(), *PASS_ON.values(), CLOSE_GATE),
        cites="C1.6.2 C1.12.1 C1.1.4d C2.linked A-link-first",
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
