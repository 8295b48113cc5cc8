"""Requests, objections and registrations at a point, as the CSS keeps them."""

from enum import Enum

from model.css.messages import DUE, carried, message
from model.css.registration import (
    ACTIVE,
    ANNUL,
    ANNUL_OWN,
    ANNULLED,
    CANCEL,
    CANCELLED,
    INACTIVE,
    LODGED,
    MIDNIGHT,
    NONE,
    OBJECT,
    OPEN,
    PENDING,
    SECURED_ACTIVE,
    SECURED_INACTIVE,
    SUBMITTED,
    WITHDRAW,
    WITHDRAW_ANOTHERS,
    WITHDRAWN,
    Ended,
    bad_date,
    ended,
    gain,
    on_record,
    registration,
)
from model.language import (
    Always,
    Claim,
    Event,
    Expression,
    Field,
    Named,
    Step,
    after,
    all_of,
    at_most_one,
    changed,
    exactly_one,
    happens,
)
from model.parties import SUPPLIERS, Supplier, others
from properties.current.switching import of_each


def becomes(state: Field, value: Enum) -> Expression:
    """Say that a machine comes to a state in this step."""
    return changed(state) & after(state).is_(value)


def _pairs(s: Supplier) -> Expression:
    secured = (becomes(registration[o], SECURED_INACTIVE) for o in others(s))
    ended = (becomes(registration[o], INACTIVE) for o in others(s))
    return all_of(
        becomes(gain[s], SECURED_ACTIVE).is_(exactly_one(*secured)),
        becomes(registration[s], ACTIVE).is_(exactly_one(*ended)),
    )


def _secured_pair(s: Supplier) -> Expression:
    leaving = (registration[o].is_(SECURED_INACTIVE) for o in others(s))
    return gain[s].is_(SECURED_ACTIVE).is_(exactly_one(*leaving))


def _by_whom(s: Supplier) -> Expression:
    nothing = ~changed(gain[s]) & ~changed(ended[s])
    return all_of(
        _ends_as(s, CANCELLED, "C1.6.7").implies(happens(CANCEL[s])),
        _ends_as(s, WITHDRAWN, "C1.10").implies(happens(WITHDRAW[s])),
        _ends_as(s, ANNULLED, "C1.9").implies(happens(ANNUL[s])),
        *(_asked_for(act).implies(nothing) for act in (WITHDRAW_ANOTHERS[s], ANNUL_OWN[s])),
    )


def _asked_for(act: Event) -> Expression:
    return Named("the other's act is asked for", happens(act), cites="D2.confusion")


def _ends_as(s: Supplier, how: Ended, cites: str) -> Expression:
    return Named(f"a registration is {how.value}", becomes(ended[s], how), cites=cites)


def _gate_closed(s: Supplier) -> Expression:
    return Named("the gate has closed", gain[s].is_(SECURED_ACTIVE), cites="C1.1.4d C1.12.1")


def _lodged(s: Supplier) -> Expression:
    return Named("an objection is lodged", gain[s].is_(LODGED), cites="C1.6.7")


def _too_late(s: Supplier) -> Expression:
    acts = (OBJECT[s], WITHDRAW[s], ANNUL[s])
    unchanged = all_of(~changed(gain[s]), *(~changed(registration[o]) for o in SUPPLIERS))
    return all_of(*((happens(act) & _gate_closed(s)).implies(unchanged) for act in acts))


SWITCHING: tuple[Claim, ...] = (
    Always(
        "one-supplier-of-record",
        "Exactly one supplier is registered at each point, with no gap and no overlap (P1).",
        exactly_one(*(on_record[s] for s in SUPPLIERS)),
        cites="C1.13.4.2 C1 C2",
    ),
    Step(
        "pair-moves-together",
        "The new registration is secured in the step in which the old one is, and becomes Active "
        "in the step in which the old one becomes Inactive.",
        of_each(_pairs),
        cites="C1.12.1 C1.13.4.2 C1 C2 A-no-request-to-oneself A-objection-first",
    ),
    Always(
        "secured-pairs",
        "A new registration is Secured Active exactly while the old one is Secured Inactive (P2).",
        of_each(_secured_pair),
        cites="C1.13.4.2 C1 C1.12.1 C2 A-no-request-to-oneself A-objection-first",
    ),
    Always(
        "one-open-request",
        "A point has at most one registration under way at a time (P3).",
        at_most_one(*(gain[s].in_(*OPEN) for s in SUPPLIERS)),
        cites="C2",
    ),
    Step(
        "faulty-request-goes-nowhere",
        "A request with a date out of bounds is rejected, and never becomes pending (P7).",
        of_each(
            lambda s: (gain[s].is_(SUBMITTED) & bad_date[s]).implies(
                after(gain[s]).in_(SUBMITTED, NONE)
            )
        ),
        cites="C1.2.5",
    ),
    Step(
        "no-switch-without-request",
        "A registration becomes Active only where it was Secured Active.",
        of_each(lambda s: becomes(registration[s], ACTIVE).implies(gain[s].is_(SECURED_ACTIVE))),
        cites="C1",
    ),
    Step(
        "objection-only-in-window",
        "An objection is taken only while its window is open (P5).",
        of_each(lambda s: becomes(gain[s], LODGED).implies(gain[s].is_(PENDING))),
        cites="C1.6.1 C1.6.2",
    ),
    Step(
        "lodged-objection-stops",
        "An objection lodged in its window ends the switch, whatever else happens (P8).",
        of_each(lambda s: _lodged(s).implies(after(gain[s]).in_(LODGED, NONE))),
        cites="C1.6.7 A-objection-first",
    ),
    Step(
        "no-late-objection",
        "Nothing that is objected, withdrawn or annulled after gate closure takes effect (P4).",
        of_each(_too_late),
        cites="C1.1.4d C1.12.1 C1.6.2",
    ),
    Step(
        "secured-is-final",
        "What is Secured Active ends at its midnight alone.",
        of_each(
            lambda s: (_gate_closed(s) & ~happens(MIDNIGHT[s])).implies(
                after(gain[s]).is_(SECURED_ACTIVE)
            )
        ),
        cites="C1.1.4d C1.12.1",
    ),
    Step(
        "withdraw-and-annul-by-whom",
        "The gaining supplier alone withdraws, the losing supplier alone annuls, and asking for "
        "the other's act has no effect (P6).",
        of_each(_by_whom),
        cites="C1.9 C1.10 C1.6.7 D2.confusion",
    ),
    Step(
        "switch-makes-message-due",
        "When a registration becomes Active, a message about it is due to the DSP.",
        of_each(
            lambda s: becomes(registration[s], ACTIVE).implies(
                after(message).is_(DUE) & after(carried).is_(s)
            )
        ),
        cites="A-trigger",
    ),
)
