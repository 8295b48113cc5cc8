"""A made-up paper on a small flow: all that the dossier reads of a paper, in its own folder."""

from dataclasses import replace
from datetime import date

from model.language import Clause
from model.language.doubts import Doubt, Reading
from model.language.sources import Document, Sentence
from model.register.outcome import Happened
from model.register.placing import asks, heading, resting, sentences
from model.register.sending import THEN, Sending
from model.register.terms import Meaning, Sense, Term
from model.register.unread import OpenQuestion, Text
from switchproof.dossier.findings.kinds import Finding, InTheText, found
from switchproof.dossier.findings.words import Drafter, Instruction
from switchproof.dossier.terms.judging import ToldBy
from tests import flows_for_tests as small

TEXT = """1. Sending

A supplier shall be registered after the gate has closed.

The sender shall send data of each metering point.
"""
DOCUMENT = Document("A made-up paper", 2020, "nobody", "first")
SENTENCES: tuple[Sentence, ...] = (
    *heading(1, "1", "5de68a78aedf680b"),
    *sentences(1, "1, paragraph 1", asks("e6dcf29e9bdc9691", "1-a", "must")),
    *sentences(1, "1, paragraph 2", asks("6f6338954e977486", "1-b", "must")),
)
CLAUSES: tuple[Clause, ...] = resting(
    (
        replace(
            small.CODE,
            says="A supplier must be registered after the gate has closed.",
            reviewed="a09356aad0bec6a3",
        ),
        replace(
            small.DATA,
            says="The SENDER must send data of each metering point.",
            reviewed="7e75379cd4a0bee1",
        ),
    ),
    DOCUMENT,
    SENTENCES,
)
TERMS = (Term("SENDER", {Sense.BODY: "1-b"}, (Meaning("1-b", "one that sends", by=("SENDER",)),)),)
SENDINGS = (Sending("1-b", THEN, "sender", "send"),)
JUDGED = {
    ("circular", "SENDER"): ToldBy("who-sends"),
    ("never used", "SENDER"): ToldBy(why="the paper has two sentences"),
}
QUESTIONS = (OpenQuestion("when", "When is it sent?", "1-b", "at any time", "A-once"),)
TEXTS = (Text("what its author meant", "nobody", ""), Text("the log", "the keeper", "A-once"))
AUTHORS, NO_TEXT = TEXTS[0], Text("no text", "nobody", "")
OUTCOME = (Happened("CHANGE", date(2021, 1, 1), "the sending", ("Z",), "1-b"),)
DOUBTS = (
    Doubt(
        "which-gate",
        "Which gate?",
        "1-a",
        (Reading("its own", "That of the point."), Reading("any", "That of some point.")),
        why="it is nearest",
        unsaid="there is one gate",
    ),
)
FINDINGS = (
    Finding(
        "sent-again",
        "Whoever reads the data may have it twice.",
        "1-b",
        "switch",
        found(small.CLAIMS, "sent-twice"),  # type: ignore[arg-type]
        small.SWITCH,
        uncured="It does no harm.",
    ),
)
ON_TEXT = (
    InTheText(
        "who-sends",
        "Nobody can tell who the sender is.",
        "1-b",
        lambda: "It is one that sends.",
        Instruction(
            "section 1", "the sender, being whoever holds the data", "'the sender'", Drafter.PAPER
        ),
    ),
)
ORDER = ("who-sends", "sent-again")
ANNEX: tuple[str, ...] = ()
ON_THE_ANNEX = ""
DISMISSED = ()
TODAY = small.SWITCH
BEFORE = AFTER = "switch"
FLOWS_OF_DUTIES = (small.SWITCH,)
FAULTS_OF_THE_FLOW: frozenset[str] = frozenset()


def foreseen(ids: object) -> dict[str, list[str]]:
    """Return the parts of which the paper speaks: one."""
    del ids
    return {"Z": ["1-b"]}
