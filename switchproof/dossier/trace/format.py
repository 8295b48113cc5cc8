"""What `dossier trace --format json` prints. A verdict is null where nothing was decided."""

from typing import Annotated, TypedDict

from switchproof.dossier.trace.format_compared import ImpactsRow, OutcomeRow, SourceRow


class Statement(TypedDict):
    """A source by its id."""

    id: str
    says: str


class About(TypedDict):
    """One thing that is said of an entry."""

    what: str
    words: str


class RuleRow(TypedDict):
    """A transition."""

    flow: str
    machine: str
    event: str
    at: str
    cites: list[str]


class OwedRow(TypedDict):
    """A duty."""

    flow: str
    duty: str
    matter: str
    at: str
    cites: list[str]


class TieRow(TypedDict):
    """What ties a party to an instrument."""

    flow: str
    party: str
    instrument: str
    cites: list[str]


class ClaimedRow(TypedDict):
    """A claim, with its verdict where it was decided."""

    flow: str
    id: str
    sentence: str
    verdict: str | None
    surprise: str | None
    cites: list[str]
    rests_on: list[str]


class VariantRow(TypedDict):
    """A variant and the claim that it must break."""

    flow: str
    variant: str
    breaks: str
    verdict: str | None
    surprise: str | None


class DoubtRow(TypedDict):
    """A doubt."""

    id: str
    question: str


class Entry(TypedDict):
    """A statement, term, rule, duty or claim with all that hangs together with it."""

    kind: Annotated[str, '"clause", "fact", "assumption", "term", "rule", "duty" or "claim"']
    id: Annotated[str, "its id, or the name of its event or duty"]
    says: Annotated[str, "what it says, in our words"]
    about: Annotated[list[About], "such as its force, its treatment and its place"]
    marks: Annotated[list[str], '"suspect" where its text, force or treatment has changed']
    statements: Annotated[list[Statement], "that it cites; of a term, that name it"]
    rules: Annotated[list[RuleRow], "at FILE:LINE"]
    duties: list[OwedRow]
    ties: list[TieRow]
    claims: list[ClaimedRow]
    variants: list[VariantRow]
    doubts: list[DoubtRow]
    tensions: Annotated[list[str], "ids of clauses that it does not go well with"]
    terms: Annotated[list[str], "of the glossary, that it names"]
    diagrams: Annotated[list[str], "names of files that `switchproof draw` writes"]


class GapRow(TypedDict):
    """A rule of coverage that is broken."""

    rule: int
    culprit: str
    says: str


class HeldRow(TypedDict):
    """A statement that the table of rules alone holds, and why."""

    id: str
    why: str


class TableRow(TypedDict):
    """A clause, and how much answers to it."""

    id: str
    says: Annotated[str, "what it says, in our words"]
    where: str
    force: str
    treatment: str
    rules: int
    duties: int
    claims: int
    variants: int
    doubts: int
    lacks: list[str]
    exception: str
    held: str


class DocumentRow(TypedDict):
    """The governing document."""

    title: str
    year: int
    publisher: str
    edition: str


class TraceReport(TypedDict):
    """All that was traced."""

    document: DocumentRow
    figures: Annotated[
        dict[str, int],
        "how many clauses there are, how many are treated in which way, how many have a stated",
        "exception, are without what they need, or are suspect; how many ids the table of rules",
        "alone holds; how many sentences there are, how many of them normative or skipped; how",
        "many doubts",
    ]
    faults: Annotated[list[GapRow], "each rule of coverage that is broken"]
    held: Annotated[
        list[HeldRow],
        "each clause, fact or assumption that no claim states, and that is held by the pinned",
        "table of rules only",
    ]
    table: Annotated[list[TableRow], "every clause, where no ID is given: ties count as duties"]
    entries: Annotated[
        list[Entry], "a verdict is null where none was asked for: without an ID only HTML has them"
    ]
    source: Annotated[SourceRow | None, "with --source"]
    outcome: Annotated[OutcomeRow | None, "with --against outcome"]
    impacts: Annotated[ImpactsRow | None, "with --against diff"]
    exit: Annotated[
        int,
        "the exit status: 0 as expected, 1 a surprise, a fault, or a text that differs, 2 wrong",
        "usage, 3 something undecided and nothing worse",
    ]
