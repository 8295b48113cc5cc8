"""Findings on who owes: oneself, a body that is not bound, nobody, or without knowing."""

from dataclasses import replace

from model.css.flow import FLOW
from model.css.incident import CssIncident, css_incident
from model.css.licence import CRS, JOINT
from model.current.duties_on_service import RAISING
from model.language import POINT, Duty, Expression, Flow, Sometimes, all_of, any_of
from model.parties import DCC, SEC, SUPPLIER
from properties.css import CLAIMS, VARIANTS
from properties.css.readings_receiving import SEEN_BY_THE_CSS
from switchproof.dossier.findings.changes import of_duties
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

VARIANT = {variant.name: variant for variant in VARIANTS}
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


def _owed_to_suppliers(duty: Duty) -> Duty:
    return replace(duty, beneficiary=SUPPLIER) if to_oneself(duty) else duty


def _raised_when_the_css_knows(duty: Duty) -> Duty:
    if duty.matter != RAISING or duty.obligor is not CRS:
        return duty
    return replace(duty, scope=POINT, in_force=any_of(duty.in_force, SEEN_BY_THE_CSS))


OWED_TO_ITSELF = len([duty for duty in FLOW.duties if to_oneself(duty)])

ON_DUTIES: tuple[Finding, ...] = (
    Finding(
        "owed-to-oneself",
        "While one licence covers DCC and CRS, the licensee owes the sending, and "
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
                Instruction(
                    "Section E, beside the duties of the CRS and the new duty of the DCC",
                    "What the CRS owes the DCC, and the DCC the CRS, is owed to the Suppliers, who "
                    "can hold the licensee to it",
                ),
                "how a Supplier holds it to that",
                of_duties(_owed_to_suppliers),
            ),
        ),
        besides="Whether any other Party may claim on a breach all the same was not read "
        "(O2.claims-unread).",
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
                Instruction(
                    "the Smart Meter Communication Licence",
                    "The CRS is parted from this licence only when another licence has it comply "
                    "with the SEC",
                    "'We assume that' (2.1, last paragraph)",
                    Drafter.OFGEM,
                ),
                "whose identifiers, keys, gateway and contract they are then (ids-at-a-split)",
            ),
        ),
        reading="the licence is split with no new one that binds the CRS",
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
                Instruction(
                    "Sections G and L and Appendices X and Y",
                    "The CRS shall ensure that the CSS, each Network Party that its RDP, and the "
                    "DCC that the DSP",
                    "'obligations for RDPs' and 'from RDPs to the CSS', wherever a duty is laid on "
                    "CSS, RDPs or DSP",
                ),
                "which clauses these are",
            ),
        ),
        reading="the duty to send lies on the CSS itself",
        besides="Appendix Y says already what each RDP shall do (O4.Y), and binds none by that.",
    ),
    Finding(
        "orphan-duty",
        "If the duty to give the CSS metering point data under licence and REC starts later than "
        "the SEC's ends, nobody owes that data.",
        "2.3-a 2.3-b 2.3-g",
        "css",
        fails(found(CLAIMS, "point-data-has-a-giver")),
        VARIANT["the duty under the REC starts late"].flow,
        (
            Cure(
                Instruction(
                    "Section E, beside the removal of the Networks' duty",
                    "This removal takes effect only when the duty of Network Parties under their "
                    "licences and the REC to have the CSS provided with that data is in force",
                    "'no additional requirement of this nature will sit in the SEC' (2.3)",
                ),
                "what licences and REC ask for in the event",
            ),
        ),
        reading="the duty under licence and REC starts later than the SEC's ends",
        besides="That licensees must accede to the REC (O3.accession) is near to that duty, and is "
        "not it.",
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
                Instruction(
                    "Section H, the duty of the CRS to raise incidents",
                    "where they become aware; and what is known to the CSS, or to its provider, "
                    "counts as known to the CRS",
                    "'where they become aware'",
                ),
                "faults of the CSS other than a message that it gave up or that was refused",
                of_duties(_raised_when_the_css_knows),
            ),
        ),
    ),
)
