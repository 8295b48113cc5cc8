"""The bad answers that are known, each with its reason: some are findings, some are exceptions.

A bad answer that is not listed is a surprise, and so is a listed one that has become good. A duty
that has ended says so itself, and what is not known for want of a text is no answer at all.
"""

from collections.abc import Mapping

from model.language.duties import Duty
from properties.analyses.duties.questions import Answer, Question

NOT_SUSPENDED = (
    "no clause read suspends the duty while its sender is suspended, or its gateway is under "
    "control (5-H2, 5-H3, A-suspension)"
)
OWN_ACT = "it is the DCC itself that suspends, or controls the gateway (5-H2, 5-H3, A-suspension)"
SECURITY_UNREAD = "what it asks for was not read (A6.unread), so no state of the model says it"
CONTACTS_UNREAD = "no state of contact details is modelled, since what they are was not read"
COMPLIANCE_UNREAD = "which requirements these are beyond the other duties was not read (A6.unread)"
ISSUED = "the DCC alone renews credentials here; that their holder asks is no step (A6)"

CONTENTLESS = {
    "the Networks' duty to ensure that RDPs comply": COMPLIANCE_UNREAD,
    "the CRS's duty to ensure that the CSS complies": COMPLIANCE_UNREAD,
    "the Networks' duty of security": SECURITY_UNREAD,
    "the CRS's duty of security": SECURITY_UNREAD,
    "the Networks' duty to keep contact details current": CONTACTS_UNREAD,
    "the CRS's duty to keep contact details current": CONTACTS_UNREAD,
    "the DCC's duty to keep contact details current": CONTACTS_UNREAD,
    "the DCC's duty to give the CRS its contact details": CONTACTS_UNREAD,
}
STUCK = {
    "the Networks' duty to send": NOT_SUSPENDED,
    "the Networks' duty to send a full set": NOT_SUSPENDED,
    "the Networks' duty to answer flags": NOT_SUSPENDED,
    "the CRS's duty to send": f"{NOT_SUSPENDED}, or while the DCC has not let it in",
    "the CRS's duty to have the DSP reconciled": NOT_SUSPENDED,
    "the DCC's duty to send flags": OWN_ACT,
    "the DCC's duty to answer what is sent": OWN_ACT,
    "the DCC's duty to send Comms Hub pairs": OWN_ACT,
}
KNOWN: Mapping[tuple[str, Question], str] = {
    ("the Networks' duty to hold credentials", Question.PERFORMED): ISSUED,
    ("the CRS's duty to hold credentials", Question.PERFORMED): ISSUED,
    **{(name, Question.STUCK): why for name, why in STUCK.items()},
    **{
        (name, question): why
        for name, why in CONTENTLESS.items()
        for question in (Question.TRIGGERED, Question.PERFORMED, Question.BREACHED)
    },
}


def known(duty: Duty, question: Question) -> str:
    """Return why a bad answer is expected; empty where a good one is."""
    if question is Question.IN_FORCE and duty.ends:
        return f"it has ended ({', '.join(duty.ends.split())})"
    return KNOWN.get((duty.name, question), "")


def surprise(answer: Answer) -> str:
    """Say why an answer is not as expected; empty where it is, or is not known."""
    why = known(answer.duty, answer.question)
    if answer.yes is None or answer.is_good is not bool(why):
        return ""
    if why:
        return "it is listed as a known bad answer, and has become good"
    return "it is bad, and is not among the known ones"
