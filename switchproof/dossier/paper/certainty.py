"""How the paper is to be read, how sure it is, and which texts would settle what."""

from collections.abc import Iterator, Sequence

from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.tree import (
    Block,
    Head,
    Heading,
    PaperTable,
    Paragraph,
    Text,
    bold,
)
from switchproof.dossier.questions.format import TextRow
from switchproof.dossier.questions.run import report as unread
from switchproof.telling.sentences import capital
from switchproof.verify.screen import table

MOST = 6  # texts in the main part
A_MODEL = (
    " here is a list of rules, all of one form: when things stand so, and this happens, then that "
    "follows. Each rule names what it comes from: a sentence of the SECAS paper, a fact, or an "
    "assumption. There is such a list, called a flow, of today's rules, one of the new ones, and "
    "some of the ways from the one to the other. Annex D has all rules."
)
PROVED = (
    " means that no order of events breaks a sentence, for any number of metering points. Where "
    "one fails there is a run: a list of steps, as short as was found, from the start to the "
    "failure. Each was taken step by step by the rules. That a run is possible does not say that "
    "it is likely."
)
A_PICTURE = (
    " time runs downwards. Everyone who acts has a line, under a square box if the SEC binds "
    "them and a rounded one if not. The box at the foot says what is wrong in the end, and up to "
    "which step a party could lawfully have prevented it."
)
AN_ID = (
    " such as 2.1-a or 5-E1 stands for a sentence of the SECAS paper, by its section; one such as "
    "A-load for an assumption (annex B). Annex C says what abbreviations stand for."
)
READING = (
    ("A model", A_MODEL),
    ("Proved", PROVED),
    ("In the picture of a run", A_PICTURE),
    ("An id", AN_ID),
)


def reading() -> Iterator[Block]:
    """Yield the section on how the paper is to be read."""
    yield Heading("How to read this paper")
    yield from (Paragraph([bold(lead), says]) for lead, says in READING)


def certainty() -> Iterator[Block]:
    """Yield the section on how sure it is, and what would change it."""
    yield Heading("How sure this is, and what would change it")
    yield Paragraph(
        "Each verdict was found by one program and accepted by a second, which knows nothing of "
        "the first. That is certainty about the model. About the world there is less: no text of "
        "the SEC was read, and other texts at second hand or not at all. Each of those in the "
        "table may overturn what hangs on it, and nothing else; annex B has the others."
    )
    yield texts(MOST)


def texts(most: int | None = None) -> PaperTable:
    """Return which texts would settle what, or those of them on which most hangs."""
    rows = [row for row in unread()["texts"] if row["weight"]]
    columns = (Head("Text", 66), Head("Ask", 36), Head("Sentences", 19))
    return PaperTable(
        "Texts that were not read, or not in the original, and how much hangs on each: sentences "
        "that rest on it, assumptions that it would settle, findings.",
        (*columns, Head("Assumptions", 22), Head("Findings", 17)),
        [_text(row) for row in rows[:most]],
    )


def _text(row: TextRow) -> Sequence[Text]:
    hanging = (row["claims"], row["assumptions"], row["findings"])
    return [capital(row["text"]), capital(row["ask"]), *(str(len(ids)) for ids in hanging)]


def verdicts(found: Gathered) -> PaperTable:
    """Return what came of each flow."""
    titles = {flow["flow"]: flow["title"] for flow in found.flows}
    heads = {"Any number": 20, "Some": 13, "Tables": 14, "Spoilt": 21}
    heads |= {"Unexpected": 23, "Undecided": 23}
    return PaperTable(
        "Sentences proved for any number of metering points, shown for some number of them, or "
        "found by comparing tables; failing, as they should, where one thing was spoilt; "
        "otherwise than expected; undecided.",
        (Head("Flow", 46), *(Head(head, wide) for head, wide in heads.items())),
        [[titles.get(name, "All"), *cells] for name, *cells in table(found.flows)],
    )
