"""The legs of a linked pair: secured together or ended together."""

from model.language import (
    Always,
    Claim,
    Sometimes,
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
    BOTH_CONFIRMED,
    BOTH_ENDED,
    BOTH_SECURED,
    CLOSE_GATE,
    CONFIRMED,
    ELECTRICITY,
    ENDED,
    FUELS,
    GAS,
    PASS_ON,
    PENDING,
    SECURED_ACTIVE,
    WITHDRAW,
    leg,
)

HOLDING: tuple[Claim, ...] = (
    Always(
        "both-secured-or-both-ended",
        "Once the gate has closed, both legs of a linked pair are secured or both are ended (P25).",
        gate.is_(Gate.CLOSED).implies(BOTH_SECURED | BOTH_ENDED),
        cites="C2.linked A-link-first C1.12.1",
    ),
    Step(
        "secured-from-both-confirmed",
        "A linked pair is secured only where both legs were Confirmed (P25).",
        (happens(CLOSE_GATE) & ~BOTH_ENDED).implies(BOTH_CONFIRMED),
        cites="C2.linked C1.12.1",
    ),
    Always(
        "no-leg-secured-alone",
        "No leg is secured while the other is not.",
        leg[ELECTRICITY].is_(SECURED_ACTIVE).is_(leg[GAS].is_(SECURED_ACTIVE)),
        cites="C2.linked C1.12.1",
    ),
    Step(
        "ended-stays-ended",
        "What has ended, or was secured, does not change any more.",
        all_of(
            leg.is_(ENDED).implies(after(leg).is_(ENDED)),
            leg.is_(SECURED_ACTIVE).implies(after(leg).is_(SECURED_ACTIVE)),
        ),
        cites="C2.linked",
    ),
)

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "a-pair-is-secured",
        "Both legs are secured.",
        BOTH_SECURED,
        cites="C2.linked",
    ),
    Sometimes(
        "one-fails-all-fail",
        "One leg has ended after the other, since the other did.",
        happens(*every(PASS_ON)),
        cites="C2.linked",
    ),
    Sometimes(
        "the-gate-closes-on-nothing",
        "The gate closes on a pair of which both legs have ended.",
        BOTH_ENDED & gate.is_(Gate.CLOSED),
        cites="C2.linked A-link-first",
    ),
    Sometimes(
        "one-leg-is-confirmed-first",
        "One leg is Confirmed while the other is still Pending.",
        any_of(leg.is_(CONFIRMED) & all_others(leg.is_(PENDING)), of=FUELS),
        cites="C2.linked C1.6.2",
    ),
    Sometimes(
        "a-confirmed-leg-falls-with-the-other",
        "A supplier stops one leg, and the other was already Confirmed.",
        any_of(happens(WITHDRAW, ANNUL) & all_others(leg.is_(CONFIRMED)), of=FUELS),
        cites="C2.linked C1.9 C1.10",
    ),
)
