"""Findings on who owes: oneself, a body that is not bound, nobody, or without knowing."""

from dataclasses import replace

from model.css.flow import FLOW
from model.css.incident import CssIncident, css_incident
from model.css.licence import CRS, JOINT
from model.current.duties_on_service import RAISING
from model.handover.flow import FLOW as HANDOVER
from model.language import POINT, Duty, Expression, Flow, Sometimes, all_of, any_of
from model.parties import DCC, SEC, SUPPLIER
from properties.css import CLAIMS, VARIANTS
from properties.css.readings_receiving import SEEN_BY_THE_CSS
from properties.handover import CLAIMS as CLAIMS_ON_HANDOVER
from properties.handover import VARIANTS as VARIANTS_OF_HANDOVER
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found

VARIANT = {variant.name: variant for variant in VARIANTS}
OF_HANDOVER = {variant.name: variant for variant in VARIANTS_OF_HANDOVER}
ONE_LICENSEE = {DCC, CRS}


def to_oneself(duty: Duty) -> bool:
    """Tell whether a duty is owed by the one licensee to itself, while it is one."""
    return duty.instrument == SEC and {duty.obligor, duty.beneficiary} == ONE_LICENSEE


def _self_owed(flow: Flow) -> Expression:
    return JOINT & any_of(*(duty.in_force for duty in flow.duties if to_oneself(duty)))


def _known_and_not_owed(flow: Flow) -> Expression:
    raising = (duty.in_force for duty in flow.duties_on(RAISING) if duty.obligor is CRS)
    unseen = css_incident.is_(CssIncident.NONE)
    return all_of(SEEN_BY_THE_CSS, unseen, ~any_of(*raising))


def _changed(flow: Flow) -> tuple[Duty, ...]:
    """Return the duties where what one licensee owes itself is owed to the Suppliers."""
    return tuple(
        replace(duty, beneficiary=SUPPLIER) if to_oneself(duty) else duty for duty in flow.duties
    )


def _raising(flow: Flow) -> tuple[Duty, ...]:
    """Return the duties where the CRS must raise what its CSS knows."""
    return tuple(
        replace(duty, scope=POINT, in_force=any_of(duty.in_force, SEEN_BY_THE_CSS))
        if duty.matter == RAISING and duty.obligor is CRS
        else duty
        for duty in flow.duties
    )


OWED_TO_ITSELF = len([duty for duty in FLOW.duties if to_oneself(duty)])

ON_DUTIES: tuple[Finding, ...] = (
    Finding(
        "owed-to-oneself",
        "While one licence covers both, the licensee owes the sending, and "
        f"{OWED_TO_ITSELF - 1} other duties, to itself: the same licensee is on both sides.",
        "1-b 2.1-e 2.1-f 2.2-d",
        "css",
        Sometimes(
            "self-owed",
            "A duty between DCC and CRS is in force while one licensee is both.",
            _self_owed,
            cites="2.1-e S0.3",
        ),
        FLOW,
        (
            Cure(
                "What the CRS owes the DCC, and the DCC the CRS, is owed to the Suppliers, who can "
                "hold the licensee to it.",
                replace(FLOW, duties=_changed(FLOW)),
            ),
        ),
    ),
    Finding(
        "a-split-that-binds-nobody",
        "After a split of the licence nobody bound may owe the sending: that a new licence binds "
        "the CRS is only assumed.",
        "2.1-e 2.1-f",
        "css",
        fails(found(CLAIMS, "only-the-bound-owe")),
        VARIANT["a split with no new licence"].flow,
        (
            Cure(
                "The CRS is parted from the licence only when another licence has it comply with "
                "the SEC.",
                FLOW,
            ),
        ),
        reading=VARIANT["a split with no new licence"].name,
    ),
    Finding(
        "duties-on-the-unbound",
        "Whoever waits for data can hold nobody to it: clauses lay duties on CSS, RDPs and DSP, "
        "which the SEC does not bind.",
        "5-Y2 2.3-c 2.3-d 5-X2 5-G 5-L 2.1-c",
        "css",
        fails(found(CLAIMS, "only-the-bound-owe")),
        VARIANT["duty on the CSS itself"].flow,
        (
            Cure(
                "Each such clause names the principal, who sees to it that its agent does it: the "
                "CRS for the CSS, the Network Party for its RDP, the DCC for its DSP.",
                FLOW,
            ),
        ),
        reading="the duty to send lies on the CSS itself",
    ),
    Finding(
        "orphan-duty",
        "If the duty to give the CSS metering point data under licence and REC starts later than "
        "the SEC's ends, nobody owes that data.",
        "2.3-a 2.3-b 2.3-g",
        "css",
        fails(found(CLAIMS, "point-data-has-a-giver")),
        VARIANT["the duty under the REC starts late"].flow,
        (Cure("The SEC's duty ends only when the duty under licence and REC is in force.", FLOW),),
        reading="the duty under licence and REC starts later than the SEC's ends",
    ),
    Finding(
        "not-at-one-instant",
        "Unless both duties change at one instant, which the document does not say, nobody or two"
        " owe the sending in between. Two do in the variant 'overlap', and each can leave it to "
        "the other.",
        "1-a 1-b 5-E1 5-E2",
        "handover",
        fails(found(CLAIMS_ON_HANDOVER, "one-bound-obligor")),
        OF_HANDOVER["gap"].flow,
        (
            Cure(
                "The Networks' duty ends, and the CRS's begins, at one and the same instant.",
                HANDOVER,
            ),
        ),
        reading="the old duty ends before the new one begins",
    ),
    Finding(
        "known-and-not-told",
        "A failure that the CSS knows of can go unraised: no text makes it known to the CRS, "
        "which alone must raise it.",
        "5-H1 5-AG1 2.1-g",
        "css",
        Sometimes(
            "known-and-not-owed",
            "The CSS knows that a message failed, and the CRS need not raise an incident.",
            _known_and_not_owed,
            cites="5-H1 A-awareness A5.raisers",
        ),
        FLOW,
        (
            Cure(
                "What is known to the CSS counts as known to the CRS.",
                replace(FLOW, duties=_raising(FLOW)),
            ),
        ),
    ),
)
