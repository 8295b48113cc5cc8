"""Findings on requests that are under way at the change: their dates, and who may stop them."""

from dataclasses import replace

from model.css.notices import NOTICES, SEC_DUE, Notice
from model.css.registration import (
    CONFIRMED,
    GAINS,
    LODGED,
    PENDING,
    SECURED_ACTIVE,
    SECURED_INACTIVE,
    gain,
)
from model.current.registration import CLOSED
from model.language import (
    POINT,
    Event,
    Expression,
    Field,
    Machine,
    Sometimes,
    Step,
    Transition,
    after,
    any_of,
    happens,
)
from model.parties import LOSING_SUPPLIER, SUPPLIERS, Supplier
from model.transition.carried_over import (
    CARRIED_OVER,
    NO_OTHER_SECURED,
    OTHER_SECURED,
    REGISTRATIONS,
    SECURED,
)
from model.transition.change import TAKE_EFFECT
from model.transition.hours import PASSED, hour
from model.transition.names import old_request
from properties.transition.carried_over import OF_REQUESTS
from switchproof.dossier.findings.changes import in_turn, instead, of_family, without
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

BASE = "carried-over"
TABLE = "the REC, on requests that are carried over"

carried = Field(
    "objection carried over, {}",
    bool,
    initial=False,
    of=SUPPLIERS,
    told=("", "the objection to {}'s request was carried over"),
)
CARRIED = carried.called("the objection was carried over", cites="D1.unread")
LIFT_CARRIED = Event(
    "lift an objection that was carried over",
    POINT,
    LOSING_SUPPLIER,
    of=SUPPLIERS,
    told="{by} lifts the objection to {}'s request, which was carried over",
)


def _closed(which: Supplier) -> Expression:
    return old_request[which].in_(*CLOSED)


def _others_closed(mine: Supplier) -> Expression:
    return any_of(*(_closed(one) for one in SUPPLIERS if one is not mine))


def _secured_if_closed(gain_of: Machine) -> Machine:
    rules = (rule for rule in gain_of.rules_of(TAKE_EFFECT) if rule.target is not CONFIRMED)
    mine = _closed(Supplier(gain_of.member))
    return gain_of.instead(TAKE_EFFECT, *rules).meaning(SECURED.words, mine)


def _paired_if_closed(registration_of: Machine) -> Machine:
    others = _others_closed(Supplier(registration_of.member))
    paired = registration_of.meaning(OTHER_SECURED.words, others)
    return paired.meaning(NO_OTHER_SECURED.words, ~others)


NOTICES_IF_CLOSED = (
    Transition(TAKE_EFFECT, Notice, SEC_DUE, when=_closed(one), cites="D1.unread C1")
    for one in SUPPLIERS
)
NOBODY_CAN_STOP_IT = in_turn(
    of_family(GAINS, _secured_if_closed),
    of_family(REGISTRATIONS, _paired_if_closed),
    instead(NOTICES, TAKE_EFFECT, *NOTICES_IF_CLOSED),
)


def _gained(gain_of: Machine) -> Machine:
    rules = (
        replace(rule, target=CONFIRMED) if rule.target is SECURED_ACTIVE else rule
        for rule in gain_of.rules_of(TAKE_EFFECT)
    )
    return gain_of.instead(TAKE_EFFECT, *rules)


def _unpaired(registration_of: Machine) -> Machine:
    rules = registration_of.rules_of(TAKE_EFFECT)
    kept = (rule for rule in rules if rule.target is not SECURED_INACTIVE)
    found = registration_of.instead(TAKE_EFFECT, *kept)
    return found.lacking(TAKE_EFFECT, NO_OTHER_SECURED.words)


MERELY_CONFIRMED = in_turn(
    of_family(GAINS, _gained),
    of_family(REGISTRATIONS, _unpaired),
    without(TAKE_EFFECT, NOTICES),
)


def _lifting(gain_of: Machine) -> Machine:
    one = Supplier(gain_of.member)
    rules = (
        replace(rule, then={**rule.then, carried[one]: rule.event is TAKE_EFFECT})
        if rule.target is LODGED
        else rule
        for rule in gain_of.transitions
    )
    lift = Transition(LIFT_CARRIED[one], LODGED, PENDING, CARRIED[one], cites="D1.unread B2.lift")
    return replace(gain_of, fields=(*gain_of.fields, carried[one]), transitions=(*rules, lift))


LIFTED = Sometimes(
    "lifted-at-the-css",
    "An objection at the CSS is lifted, and the request is Pending again.",
    gain[Supplier.B].is_(LODGED) & after(gain[Supplier.B]).is_(PENDING),
    cites="D1.unread B2.lift C1.6.7",
)

ON_REQUESTS: tuple[Finding, ...] = (
    Finding(
        "a-date-that-is-lost",
        "A customer's switch can miss its date: carried over after the hour of gate closure as "
        "merely Confirmed, its gate closes too late.",
        "D1.unread C1.1.4d B2.secured",
        BASE,
        fails(
            Step(
                "no-gate-that-closes-too-late",
                "A request of which the hour of gate closure has passed is not merely Confirmed as "
                "the change takes effect.",
                when=happens(TAKE_EFFECT) & hour.is_(PASSED),
                then=after(gain).is_not(CONFIRMED),
                cites="D1.unread C1.1.4d",
            )
        ),
        MERELY_CONFIRMED(CARRIED_OVER),
        (
            Cure(
                Instruction(
                    TABLE,
                    "A request that is secured, or of which the hour of gate closure has passed "
                    "when the CSS takes it over, is Secured Active there, and the registration "
                    "that it ends Secured Inactive",
                    writer=Drafter.REC,
                ),
                "a date that is itself the night of the change",
            ),
        ),
        reading="a request of which the window has closed is Confirmed, whatever its date",
    ),
    Finding(
        "a-new-power-over-an-old-switch",
        "A switch that nobody could stop any more can be withdrawn or annulled once the CSS has "
        "taken it over, and may not come.",
        "D1.unread B1.no-withdrawal C1.9 C1.10",
        BASE,
        found(OF_REQUESTS, "what-nobody-could-stop-can-be-withdrawn"),  # type: ignore[arg-type]
        CARRIED_OVER,
        (
            Cure(
                Instruction(
                    TABLE,
                    "A request of which the window for objections has closed when the CSS takes it "
                    "over is Secured Active there",
                    writer=Drafter.REC,
                ),
                "that the gaining supplier may want the new power",
                NOBODY_CAN_STOP_IT,
            ),
        ),
    ),
    Finding(
        "an-objection-that-only-cancels",
        "A losing supplier that has objected before the change can no longer lift its objection "
        "after it: the switch is cancelled.",
        "D1.unread B2.lift C1.6.7",
        BASE,
        LIFTED,
        CARRIED_OVER,
        (
            Cure(
                Instruction(
                    TABLE,
                    "An objection that is carried over may be lifted as it might have been before, "
                    "and the request is then Pending",
                    writer=Drafter.REC,
                ),
                "until when it may be lifted",
                of_family(GAINS, _lifting),
                opens=LIFTED,
            ),
        ),
        impossible=True,
        story=found(  # type: ignore[arg-type]
            OF_REQUESTS, "an-objection-that-could-be-lifted-can-only-cancel"
        ),
    ),
)
