"""Every doubt: those of the flows, and those about words that move no rule.

What the register or the duties show of a doubt is computed here from them, never listed.
"""

import re
from collections.abc import Iterable

from model.css.duties import DUTIES as NEW_DUTIES
from model.current.duties import DUTIES as DUTIES_OF_TODAY
from model.language import Duty, Party
from model.language.doubts import Doubt, Reading
from model.parties import CSS, RDP
from model.register.secas_2019.clauses import CLAUSES
from properties.css.readings_owing import DOUBTS_OF_OWING
from properties.css.readings_receiving import DOUBTS_OF_RECEIVING
from properties.css.readings_sending import DOUBTS_OF_SENDING
from properties.css.readings_suspending import DOUBTS_OF_SUSPENDING
from properties.current.readings import DOUBTS_OF_TODAY
from properties.drafting.readings import DOUBTS_OF_DRAFTING
from properties.handover.readings import DOUBTS_OF_ENTRY

SAID = {clause.id: clause.says for clause in CLAUSES}
OF_SENDING = ("1-b", "2.1-a", "2.2-a", "2.2-b", "2.3-a", "5-E2")


def whose_duties_change() -> tuple[str, ...]:
    """Return who, bound by the SEC, has not the same duties before and after, in order."""

    def duties_of(party: str, duties: Iterable[Duty]) -> set[str]:
        return {duty.name for duty in duties if str(duty.obligor) == party}

    obligors = sorted({str(duty.obligor) for duty in (*DUTIES_OF_TODAY, *NEW_DUTIES)})
    return tuple(p for p in obligors if duties_of(p, DUTIES_OF_TODAY) != duties_of(p, NEW_DUTIES))


def parts_of_the_table() -> tuple[str, ...]:
    """Return the parts of the SEC of which the table of section 5 speaks, in its order."""
    ids = (clause.removeprefix("5-") for clause in SAID if clause.startswith("5-"))
    parts = (re.sub(r"^S(?=\d)", "Schedule ", part) for part in ids)
    return tuple(
        dict.fromkeys(p if p.startswith("Schedule") else p.rstrip("0123456789") for p in parts)
    )


def parts_of_the_text() -> tuple[str, ...]:
    """Return the parts of the SEC that the text before the table names (2.3-f)."""
    named = re.findall(r"\b[A-Z]{1,2}\b", SAID["2.3-f"])
    return tuple(part for part in named if part in parts_of_the_table())


def sent_to(system: Party) -> tuple[str, ...]:
    """Return the matters of the duties under which something is then delivered to a system."""
    return tuple(d.matter for d in NEW_DUTIES if d.delivered_to == str(system))


def naming(word: str) -> tuple[str, ...]:
    """Return the clauses that name something."""
    return tuple(clause for clause, says in SAID.items() if re.search(rf"\b{word}\b", says))


def of_sending(word: str) -> tuple[str, ...]:
    """Return the clauses on the duty to send that name something."""
    return tuple(clause for clause in naming(word) if clause in OF_SENDING)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)


LEFT_OUT = tuple(part for part in parts_of_the_table() if part not in parts_of_the_text())

DOUBTS_OF_WORDS: tuple[Doubt, ...] = (
    Doubt(
        "whom-parties-covers",
        "Is the DCC among the SEC Parties of which the change touches Network Parties alone?",
        "1-c 1-b 2.2-d 3-d",
        (
            Reading("Parties leaves the DCC out", "Then 1-c is right as it stands."),
            Reading("Parties includes the DCC", "Then 1-c is wrong: it gains duties."),
        ),
        why="the document could not mean otherwise, given 1-b and 2.2-d",
        data=(f"Bound, and with other duties than today: {_listed(whose_duties_change())}.",),
        unsaid="whom a word covers moves no rule; that duties change is checked on their table",
    ),
    Doubt(
        "parts-that-change",
        "Is the change of 2.3-f the parting of provisions alone, or all of the change?",
        "2.3-f 2.3-e 5-A 5-B 5-F 5-G 5-H0 5-K 5-L 5-S1 5-S5",
        (
            Reading(
                "the parting of provisions",
                "The text names the parts that are parted between CSS and RDPs, and no more.",
            ),
            Reading(
                "all of the change",
                f"The text then leaves out what the table changes: {', '.join(LEFT_OUT)}.",
            ),
        ),
        why="the sentence before it speaks of assigning current provisions to the CSS and the RDPs",
        data=(
            f"In the text: {_listed(parts_of_the_text())}.",
            f"In the table alone: {_listed(LEFT_OUT)}.",
        ),
        unsaid="which part of a code holds a rule moves no rule; the register is checked as data",
    ),
    Doubt(
        "the-unc",
        "Is the UNC replaced by the REC, as the MRA and SPAA are?",
        "1-e 4-a 5-A 5-K",
        (
            Reading("references to it change", "As 1-e and 4-a have it."),
            Reading("it stays", "As the table has it, which does not name it."),
        ),
        why="two statements say so, and the table may only be short",
        data=(
            f"Clauses that name the UNC: {_listed(naming('UNC'))}.",
            f"Clauses that name the MRA: {_listed(naming('MRA'))}.",
        ),
        unsaid="a cross-reference has no behaviour; the register is checked as data",
    ),
    Doubt(
        "what-the-css-gets",
        "Does the CSS get the information that RDPs get, beside Comms Hub ID and MPxN?",
        "5-E4 2.2-c 2.3-c",
        (
            Reading("the pair only", "The information currently specified goes to RDPs (2.3-c)."),
            Reading("what RDPs get as well", "It counts as a new RDP (2.2-c)."),
        ),
        why="2.2-c speaks of security and entry, and 2.3-c of RDPs alone",
        data=(f"Owed to RDPs: {_listed(sent_to(RDP))}; to the CSS: {_listed(sent_to(CSS))}.",),
        unsaid="what a CSS would do with flags no text says; whom duties name is checked as data",
    ),
    Doubt(
        "assigned-not-altered",
        "Are rules assigned and not altered, where the interface is a new one?",
        "2.3-e 5-X3 3-b",
        (
            Reading("their purpose is kept", "Order, checks and refresh have new forms."),
            Reading("they are kept word for word", "The CSS sends numbered files each day."),
        ),
        why="the CSS sends messages (C3), of which no rule about files can be kept to the letter",
        unsaid="formats are abstracted away; what acts of it are the doubts order, catch-up and "
        "accepted, and the hazard of a stream with no refresh",
    ),
    Doubt(
        "which-standard",
        "Are required, relevant and correct data one standard, and which word is drafted?",
        " ".join(OF_SENDING),
        (
            Reading("one standard", "The CRS must send what Networks had to send."),
            Reading(
                "a standard for each word",
                "The CRS owes relevant data, where Networks owed required and correct data.",
            ),
        ),
        why="the rules are to be assigned and not altered (2.3-e)",
        data=(
            f"Clauses that say required: {_listed(of_sending('required'))}.",
            f"Clauses that say relevant: {_listed(of_sending('relevant'))}.",
            f"Clauses that say correct: {_listed(of_sending('correct'))}.",
        ),
        unsaid="the contents of data are abstracted to who supplies, so no state shows a standard",
    ),
    Doubt(
        "pending-suppliers",
        "Does registration data of today name pending suppliers with their dates?",
        "2.2-a E2.1",
        (
            Reading("it names who supplies", "A change is due when it goes live."),
            Reading(
                "it names who is to supply as well",
                "The DSP then moves at the date by itself: that it is stale after midnight is of "
                "the new flow alone.",
            ),
        ),
        why="A-due-at-live: the list of items (E2.1) is only recalled",
        unsaid="today's messages carry one supplier; what the DSP does when it is told ahead is "
        "shown of the new flow, in the doubt trigger",
    ),
)

DOUBTS: tuple[Doubt, ...] = (
    *DOUBTS_OF_SENDING,
    *DOUBTS_OF_OWING,
    *DOUBTS_OF_RECEIVING,
    *DOUBTS_OF_SUSPENDING,
    *DOUBTS_OF_ENTRY,
    *DOUBTS_OF_TODAY,
    *DOUBTS_OF_DRAFTING,
    *DOUBTS_OF_WORDS,
)
