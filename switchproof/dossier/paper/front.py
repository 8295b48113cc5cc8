"""The first page: what is asked, what happens if nothing is done, how sure this is."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.sources import TAGS, Assumption, Clause, Fact
from model.language.words import listed
from model.register import REGISTER
from switchproof.dossier.document import DOCUMENT, ORDER, SUBJECT
from switchproof.dossier.findings.kinds import title
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.telling import how_found, of_finding, where_cured
from switchproof.dossier.paper.tree import (
    Block,
    Bullets,
    Head,
    Heading,
    PaperTable,
    Paragraph,
    Piece,
    Text,
    bold,
)
from switchproof.dossier.questions.run import report as unread
from switchproof.verify.screen import table

FOR_DECISION = 5  # the first by use to a drafter
NOBODY = "prepared from a model, issued by nobody"


@dataclass(frozen=True)
class Issued:
    """What whoever issues the paper says of it; nothing where it is issued by nobody."""

    number: str = ""
    date: str = ""
    committee: str = ""
    classification: str = ""

    @property
    def over(self) -> str:
        """Return what stands over the title."""
        told = f"paper to {self.committee}, prepared from a model" if self.committee else NOBODY
        return f"{told[0].upper()}{told[1:]}"

    @property
    def who(self) -> str:
        """Return who is asked, as a sentence begins."""
        return self.committee or "Whoever decides on the change"


def for_decision(found: Gathered) -> list[str]:
    """Return the findings that the paper is about."""
    standing = found.findings.numbers
    return [name for name in ORDER if name in standing][:FOR_DECISION]


def front(found: Gathered, issued: Issued) -> Iterator[Block]:
    """Yield the first page."""
    yield Heading("Summary")
    yield Paragraph([bold("What this is about. "), SUBJECT])
    yield Paragraph([bold("If nothing is done. "), _undone(found)])
    yield Paragraph([bold("How sure this is. "), *_sure(found)])
    yield Paragraph([bold("What would change that. "), _changing()])
    yield _table(found)
    yield Heading("What is asked")
    yield Paragraph(f"{issued.who} is asked to:")
    yield Bullets(list(_requests(found)))


def _undone(found: Gathered) -> str:
    first = [of_finding(found, name).finding.sentence for name in for_decision(found)[:3]]
    return " ".join(first)


def _sure(found: Gathered) -> Iterator[str | Piece]:
    *_, last = table(found.flows)
    _, any_number, some, tables, failing, surprises, unknown = last
    yield (
        f"Of {len(found.claims)} sentences that the rules should keep, or that should be possible "
        "under them, "
    )
    yield bold(f"{any_number} are proved for every number of metering points")
    yield f", {some} are shown by an example, and {tables} were found by comparing tables; "
    yield bold(f"{_none(unknown)} undecided, and {_none(surprises)} otherwise than expected")
    if found.pending:
        yield ". Left open, since to decide it takes too long: "
        yield " ".join(f"“{row['sentence']}”" for row in found.pending)
        yield " "
    else:
        yield ". "
    yield (
        f"Rules were spoilt on purpose, to see whether that is noticed; it was, in {failing} "
        f"cases. All of this is about a model, which rests on {_grounds()} (annex B)."
    )


def _none(count: str) -> str:
    return "none is" if count == "0" else f"{count} are"


def _grounds() -> str:
    known = list(REGISTER.values())
    clauses = sum(isinstance(one, Clause) for one in known)
    facts = [one for one in known if isinstance(one, Fact)]
    read = sum(one.tag == "H" for one in facts)
    assumed = sum(isinstance(one, Assumption) for one in known)
    return listed(
        (
            f"{clauses} statements of the {DOCUMENT.publisher} paper",
            f"{len(facts)} facts ({read} of them {TAGS['H']})",
            f"{assumed} assumptions",
        ),
        "and",
    )


def _changing() -> str:
    texts = [row for row in unread()["texts"] if row["weight"]][:3]
    told = (f"{row['text']} ({len(row['claims'])} of the sentences depend on it)" for row in texts)
    return f"Texts that were not read: above all {listed(told, 'and')}. Section 9 has more."


def _table(found: Gathered) -> PaperTable:
    numbers = found.findings.numbers
    rows = []
    for name in for_decision(found):
        told = of_finding(found, name)
        rows.append([str(numbers[name]), title(name), how_found(told), where_cured(told)])
    columns = (Head("No.", 8), Head("Finding", 40), Head("What shows it", 37))
    return PaperTable(
        "The findings for decision, which section 6 tells. Annex A has the other "
        f"{len(numbers) - len(rows)}.",
        (*columns, Head("Where the cure is written", 75)),
        rows,
    )


def _requests(found: Gathered) -> Iterator[Text]:
    numbers = found.findings.numbers
    few, count = len(for_decision(found)), len(numbers)
    closing = [row["step"] for row in found.order["no_way_back"]]
    yield [bold("NOTE"), f" the {count} findings, and that no text of the SEC was read for them;"]
    words = f" that the legal text takes in the words under findings 1 to {few}, or better ones;"
    yield [bold("AGREE"), words]
    end = ";" if closing else "."
    yield [bold("AGREE"), f" that the texts of section 9 are asked for before it is drafted{end}"]
    if closing:
        steps = {row["word"]: row["event"] for row in found.order["steps"]}
        told = listed((f"“{steps[word]}”" for word in closing), "or")
        yield [bold("NOTE"), f" that there is no way back after {told} (section 7)."]
