"""Variants: a step without its invitation, one switch for both sides, hazards of later rules.

The standstill (C2.standstill) and deactivation (C1.14) are no part of the new flow. What was read
of them is enough to show what goes wrong where one is written too widely, and no more: how long a
standstill is was not read, nor what paragraph 14 says of a pending switch (C1.14.unread).
"""

from dataclasses import replace
from enum import Enum

from model.css.entry import SUSPEND
from model.css.flow import FLOW
from model.css.messages import DUE, MESSAGES, NOTHING
from model.css.registration import (
    ACTIVE,
    GAINS,
    INACTIVE,
    MAKE_PENDING,
    MIDNIGHT,
    PENDING,
    REGISTRATIONS,
    SUBMITTED,
    bad_date,
    no_other_open,
    not_yet_active,
)
from model.css.sync import IDLE, LATELY, SECURED, SYNC, UNSECURED, backlog
from model.current.entry import RDP_ENTRY, Entry
from model.current.entry import SUSPEND as SUSPEND_RDP
from model.language import (
    POINT,
    STAYS,
    Event,
    Field,
    Machine,
    Transition,
    Variant,
    all_of,
    each,
)
from model.parties import CLOCK, CSS, LOSING_SUPPLIER, SUPPLIERS, Supplier

A, B = Supplier.A, Supplier.B
gain_of_b = GAINS[B]


class Standstill(Enum):
    """Whether the point has just been switched."""

    NONE = "none"
    RUNNING = "running"


standstill = Field(
    "standstill", Standstill, Standstill.NONE, told=("no standstill runs", "a standstill runs")
)
NONE, RUNNING = Standstill

END_STANDSTILL = Event("the standstill ends", POINT, CLOCK, told="the standstill ends")
RETURN = Event(
    "make the return of an erroneous switch pending",
    POINT,
    CSS,
    of=SUPPLIERS,
    told="{by} makes {}'s return of an erroneous switch Pending",
)
UNINVITED = Event(
    "make pending and invite nobody",
    POINT,
    CSS,
    told="{by} makes the request Pending and invites nobody",
)
DEACTIVATE = Event(
    "deactivate the registration", POINT, LOSING_SUPPLIER, told="{by} deactivates its registration"
)

STANDSTILL = Machine(
    "standstill",
    POINT,
    state=standstill,
    transitions=(
        *each(Transition(MIDNIGHT, Standstill, RUNNING, cites="C2.standstill"), of=SUPPLIERS),
        Transition(END_STANDSTILL, RUNNING, NONE, cites="C2.standstill-length"),
        *each(Transition(MAKE_PENDING, NONE, STAYS, cites="C2.standstill"), of=SUPPLIERS),
        *each(Transition(RETURN, RUNNING, STAYS, cites="C2.standstill-length"), of=SUPPLIERS),
    ),
)
UNCHECKED = all_of(~bad_date, not_yet_active)
RETURNED = Transition(RETURN, SUBMITTED, PENDING, when=UNCHECKED, cites="C2.standstill-length")
RETURNED_ALONE = replace(RETURNED, when=UNCHECKED & no_other_open)
NARROW = FLOW.but(GAINS.also(RETURNED_ALONE)).also(STANDSTILL)
WIDE = FLOW.but(GAINS.also(RETURNED)).also(STANDSTILL)

UNINVITED_RULE = Transition(UNINVITED, SUBMITTED, PENDING, cites="C1.7.1.9")
TOMORROW = (
    Transition(MIDNIGHT[B], SECURED, IDLE, then=LATELY, cites="D2.dates"),
    Transition(MIDNIGHT[B], UNSECURED, STAYS, then={backlog: False}, cites="C5.late"),
)
WITH_THE_CSS = Transition(SUSPEND, Entry.LIVE, Entry.SUSPENDED, cites="5-H2")
DEACTIVATED = Transition(DEACTIVATE, ACTIVE, INACTIVE, cites="C1.14 C1.14.unread C6.points")
HELD_BACK = Transition(SUSPEND_RDP, DUE, NOTHING, cites="5-H2")

VARIANTS_OF_MORE: tuple[Variant, ...] = (
    Variant(
        "a registration is made pending and nobody is invited",
        "Without the invitation the losing supplier does not know that its window is open.",
        FLOW.but(gain_of_b.also(UNINVITED_RULE)),
        breaks={"pending-with-invitation": 2},
    ),
    Variant(
        "every switch is applied a day late",
        "A switch that was secured in time begins on the date that the CSS has.",
        FLOW.but(SYNC.instead(MIDNIGHT[B], *TOMORROW)),
        breaks={"later-date-only-by-late-notice": 7},
    ),
    Variant(
        "RDPs are suspended with the CSS",
        "One switch for both directions would stop the flags to RDPs whenever the CSS is at fault.",
        FLOW.but(RDP_ENTRY.also(WITH_THE_CSS)),
        breaks={"shutting-out-the-css-stops-no-flags": 9},
    ),
    Variant(
        "messages stop with the RDP of their point",
        "RDPs only receive now: the fault of one must not hold back what the CSS sends.",
        FLOW.but(MESSAGES.also(HELD_BACK)),
        breaks={"shutting-out-an-rdp-stops-no-messages": 14},
    ),
    Variant(
        "a return is spared more than the standstill",
        "A return of an erroneous switch that is not held up by another open request makes two.",
        WIDE,
        breaks={"one-open-request": 11},
    ),
    Variant(
        "a deactivation while a switch is pending",
        "If the losing supplier can end its registration while another is pending, the point has "
        "no supplier until the start date, and no pair is secured.",
        FLOW.but(REGISTRATIONS[A].also(DEACTIVATED)),
        breaks={"one-supplier-of-record": 1, "secured-pairs": 5},
    ),
)
