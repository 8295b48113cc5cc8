"""Findings on the handover: duties that do not move at one instant, and data that none takes."""

from dataclasses import replace

from model.css.sources import accepts_css
from model.current.duties import SENDING
from model.current.store import accepts_rdp
from model.handover.flow import FLOW
from model.language import Duty, Expression, Flow, Named, Sometimes, all_of, any_of
from properties.handover import CLAIMS, VARIANTS
from switchproof.dossier.findings.changes import of_duties
from switchproof.dossier.findings.kinds import Cure, Finding, fails, found
from switchproof.dossier.findings.words import Drafter, Instruction

VARIANT = {variant.name: variant for variant in VARIANTS}
SHUT = Named("the DSP accepts no source", ~any_of(accepts_rdp, accepts_css), cites="1-a 1-b")


def _owed_and_refused(flow: Flow) -> Expression:
    return all_of(SHUT, any_of(*(duty.owed_now for duty in flow.duties_on(SENDING))))


def _resting(duty: Duty) -> Duty:
    return replace(duty, suspended_while=SHUT) if duty.matter == SENDING else duty


def _ended(duty: Duty) -> Duty:
    """Return a duty to send that is not in force at all while the DSP accepts no source."""
    return replace(duty, in_force=duty.in_force & ~SHUT) if duty.matter == SENDING else duty


ON_HANDOVER: tuple[Finding, ...] = (
    Finding(
        "not-at-one-instant",
        "Unless the old duty ends as the new one begins, which the document does not say, nobody "
        "or two owe the sending in between. Two do if the new one begins first, and each can "
        "leave it to the other.",
        "1-a 1-b 2.2-b 5-E1 5-E2",
        "handover",
        fails(found(CLAIMS, "one-bound-obligor")),
        VARIANT["gap"].flow,
        (
            Cure(
                Instruction(
                    "the direction that brings the change into effect",
                    "The amendments that end the Networks' duty to send, and those that lay it on "
                    "the CRS, take effect at one and the same time",
                    "'These will be replaced' (section 1)",
                    Drafter.OFGEM,
                ),
                "at which hour that is",
            ),
        ),
        reading="the old duty ends before the new one begins",
        besides="'Replaced' (1) and 'instead' (2.2-b) speak for one instant, which neither names.",
    ),
    Finding(
        "owed-in-the-gap",
        "Network Parties, and after the change the CRS, owe data that the DSP refuses while it "
        "accepts neither RDPs nor the CSS.",
        "1-a 1-b 2.2-a",
        "handover",
        Sometimes(
            "owed-and-refused",
            "The sending is owed, data is outstanding, and the DSP accepts no source.",
            _owed_and_refused,
            cites="2.2-a A-source-switch A-deadline",
        ),
        FLOW,
        (
            Cure(
                Instruction(
                    "Section E, on the handover",
                    "The duty to send is suspended while the DSP accepts registration data "
                    "neither from RDPs nor from the CSS",
                ),
                "how long that may last; the handover has no deadlines",
                of_duties(_resting),
            ),
            Cure(
                Instruction(
                    "Section E, on the handover",
                    "No Party is under a duty to send while the DSP accepts registration data "
                    "neither from RDPs nor from the CSS",
                ),
                "how long that may last; the handover has no deadlines",
                of_duties(_ended),
                advised=False,
            ),
        ),
    ),
)
