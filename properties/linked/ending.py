"""What ends a leg of a linked pair, what becomes of the other, and who does it."""

from model.language import (
    Claim,
    DoneBy,
    LeadsTo,
    Step,
    after,
    all_of,
    all_others,
    any_of,
    every,
    happens,
)
from model.linked.gate import Gate, gate
from model.linked.legs import (
    ANNUL,
    BOTH_ENDED,
    CANCEL,
    CLOSE_GATE,
    CLOSE_WINDOW,
    CONFIRMED,
    ENDED,
    FUELS,
    PASS_ON,
    WITHDRAW,
    leg,
)
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER

ONE_ENDED = any_of(leg.is_(ENDED), of=FUELS)
OTHER_HAS_ENDED = all_others(leg.is_(ENDED))
ENDS = leg.is_not(ENDED) & after(leg).is_(ENDED)
CONFIRMED_ENDS = leg.is_(CONFIRMED) & after(leg).is_(ENDED)

ENDING: tuple[Claim, ...] = (
    Step(
        "stopped-only-before-the-gate",
        "Nobody objects to, withdraws or annuls a leg once the gate has closed for its pair (P4).",
        all_of(
            happens(CANCEL).implies(gate.is_(Gate.OPEN)),
            happens(WITHDRAW).implies(gate.is_(Gate.OPEN)),
            happens(ANNUL).implies(gate.is_(Gate.OPEN)),
        ),
        cites="C1.6.2 C1.6.7 C1.9 C1.10 C1.12.1 C2.annulment C3.confirmed",
    ),
    Step(
        "a-leg-ends-for-a-reason",
        "A leg ends only as an objection cancels it, as a supplier withdraws or annuls it, or on "
        "account of the other leg, which has ended before.",
        when=ENDS,
        then=happens(CANCEL, WITHDRAW, ANNUL) | OTHER_HAS_ENDED,
        cites="C2.linked A-link-first",
    ),
    Step(
        "a-confirmed-leg-outlives-its-window",
        "Once its window has closed a leg no longer ends by an objection: it ends only as a "
        "supplier withdraws or annuls it, or on account of the other leg.",
        when=CONFIRMED_ENDS,
        then=happens(WITHDRAW, ANNUL) | OTHER_HAS_ENDED,
        cites="C1.6.7 C2.linked A-link-first",
    ),
    LeadsTo(
        "one-fails-then-both",
        "Once one leg has ended both at last have, where the CSS passes the end on.",
        ONE_ENDED,
        to=BOTH_ENDED,
        weak=every(PASS_ON),
        cites="C2.linked",
    ),
    LeadsTo(
        "the-gate-closes-at-last",
        "Where windows close in time and ends are passed on, the gate closes at last for every "
        "pair, on two legs that are secured or two that have ended.",
        gate.is_(Gate.OPEN),
        to=gate.is_(Gate.CLOSED),
        weak=every(CLOSE_WINDOW, PASS_ON, CLOSE_GATE),
        cites="C1.6.2 C1.12.1 C1.1.4d C2.linked A-link-first",
    ),
    DoneBy(
        "legs-are-stopped-by-whom",
        "The gaining supplier alone withdraws, the losing supplier alone annuls; the CSS alone "
        "cancels, passes on an end and closes the gate; the window is the clock's.",
        actors={
            GAINING_SUPPLIER: every(WITHDRAW),
            LOSING_SUPPLIER: every(ANNUL),
            CSS: every(CANCEL, PASS_ON, CLOSE_GATE),
            CLOCK: every(CLOSE_WINDOW),
        },
        cites="C1.6.2 C1.6.7 C1.9 C1.10 C1.12.1 C2.annulment C2.linked C3.confirmed",
    ),
)
