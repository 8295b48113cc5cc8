"""Findings on requests that are under way at the change: their dates, and who may stop them."""

from collections.abc import Callable
from dataclasses import replace

from model.css.notices import NOTICES, SEC_DUE, Notice
from model.css.registration import CONFIRMED, GAINS, LODGED, PENDING, SECURED_ACTIVE, gain
from model.current.registration import CLOSED
from model.language import (
    POINT,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Sometimes,
    Transition,
    after,
    any_of,
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
from model.transition.names import old_request
from properties.transition.carried_over import OF_REQUESTS
from switchproof.dossier.findings.changes import instead
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


def _of_each(flow: Flow, family: Machine, change: Callable[[Machine], Machine]) -> Flow:
    """Return the flow in which a change is made of each machine of a family, as it is there."""
    names = {str(machine) for machine in family.values()}
    return flow.but(*(change(machine) for machine in flow.machines if str(machine) in names))


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


def _nobody_can_stop_it(flow: Flow) -> Flow:
    """Return the flow in which each request of which the window has closed is Secured Active."""
    notices = (
        Transition(TAKE_EFFECT, Notice, SEC_DUE, when=_closed(one), cites="D1.unread C1")
        for one in SUPPLIERS
    )
    flow = _of_each(flow, GAINS, _secured_if_closed)
    flow = _of_each(flow, REGISTRATIONS, _paired_if_closed)
    return instead(NOTICES, TAKE_EFFECT, *notices)(flow)


def _merely_confirmed(gain_of: Machine) -> Machine:
    rules = (
        replace(rule, target=CONFIRMED) if rule.target is SECURED_ACTIVE else rule
        for rule in gain_of.rules_of(TAKE_EFFECT)
    )
    return gain_of.instead(TAKE_EFFECT, *rules)


def _can_be_lifted(flow: Flow) -> Flow:
    return _of_each(flow, GAINS, _lifting)


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
        fails(found(OF_REQUESTS, "a-date-is-kept")),
        _of_each(CARRIED_OVER, GAINS, _merely_confirmed),
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
                _nobody_can_stop_it,
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
                _can_be_lifted,
                opens=LIFTED,
            ),
        ),
        impossible=True,
        story=found(  # type: ignore[arg-type]
            OF_REQUESTS, "an-objection-that-could-be-lifted-can-only-cancel"
        ),
    ),
)
