"""What `trace --format json` prints: one object.

{
  "document": {"title", "year", "publisher", "edition"}
  "figures":  how many clauses there are, how many are treated in which way, how many have a
              stated exception, are without what they need, or are suspect; how many ids the
              table of rules alone holds; how many sentences there are, how many of them
              normative or skipped; how many doubts
  "faults":   [{"rule", "culprit", "says"}], each rule of coverage that is broken
  "held":     [{"id", "why"}] of each clause, fact or assumption that no claim states, and that
              is held by the pinned table of rules only
  "table":    [{"id", "force", "treatment", "rules", "duties", "claims", "variants", "doubts",
              "lacks", "exception", "held"}] of every clause, where no ID is given: ties count as
              duties
  "entries": [{
    "kind":        "clause", "fact", "assumption", "rule", "duty" or "claim"
    "id":          its id, or the name of its event or duty
    "says":        what it says, in our words
    "about":       [{"what", "words"}], such as its force, its treatment and its place
    "marks":       "suspect" where its text, force or treatment has changed
    "statements":  [{"id", "says"}] that it cites
    "rules":       [{"flow", "machine", "event", "at", "cites"}], at FILE:LINE
    "duties":      [{"flow", "duty", "matter", "at", "cites"}]
    "ties":        [{"flow", "party", "instrument", "cites"}]
    "claims":      [{"flow", "id", "sentence", "verdict", "surprise", "cites", "rests_on"}]
    "variants":    [{"flow", "variant", "breaks", "verdict", "surprise"}]
    "doubts":      [{"id", "question"}]
    "tensions":    [ids of clauses that it does not go well with]
    "diagrams":    [names of files that `switchproof draw` writes]
  }],
  "source": null or, with --source: {
    "file", "known": how many sentences are as the register keeps them
    "new":        [{"place", "words"}] of sentences that it does not know, by their first words
    "unanswered": those of them with a normative word
    "gone":       [{"place", "ids"}] of sentences that the text has not
    "moved":      [{"was", "now", "ids"}], two places
    "unread":     [{"place", "ids"}] of sentences that are now told apart as normative, or not
    "suspect":    [ids of the clauses that rest on what is gone]
    "verdicts":   [{"flow", "id", "verdict"}] that rest on these
  }
  "exit": the exit status: 0 as expected, 1 a surprise, a fault, or a text that differs,
          2 wrong usage, 3 something undecided and nothing worse
}
A verdict is null where nothing was decided: without an ID only HTML has verdicts.
"""

from typing import TypedDict

FORMAT = __doc__  # what `trace --help` shows


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


class DutyRow(TypedDict):
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


class Question(TypedDict):
    """A doubt."""

    id: str
    question: str


class Entry(TypedDict):
    """A statement, rule, duty or claim with all that hangs together with it."""

    kind: str
    id: str
    says: str
    about: list[About]
    marks: list[str]
    statements: list[Statement]
    rules: list[RuleRow]
    duties: list[DutyRow]
    ties: list[TieRow]
    claims: list[ClaimedRow]
    variants: list[VariantRow]
    doubts: list[Question]
    tensions: list[str]
    diagrams: list[str]


class FaultRow(TypedDict):
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


class PlaceRow(TypedDict):
    """A sentence of the text, by its first words."""

    place: str
    words: str


class IdsRow(TypedDict):
    """A sentence of the register and its clauses."""

    place: str
    ids: list[str]


class MovedRow(TypedDict):
    """A sentence that stands elsewhere now."""

    was: str
    now: str
    ids: list[str]


class VerdictRow(TypedDict):
    """A verdict by its claim."""

    flow: str
    id: str
    verdict: str | None


class SourceRow(TypedDict):
    """A text against the register."""

    file: str
    known: int
    new: list[PlaceRow]
    unanswered: list[PlaceRow]
    gone: list[IdsRow]
    moved: list[MovedRow]
    unread: list[IdsRow]
    suspect: list[str]
    verdicts: list[VerdictRow]


class DocumentRow(TypedDict):
    """The governing document."""

    title: str
    year: int
    publisher: str
    edition: str


class Report(TypedDict):
    """All that was traced."""

    document: DocumentRow
    figures: dict[str, int]
    faults: list[FaultRow]
    held: list[HeldRow]
    table: list[TableRow]
    entries: list[Entry]
    source: SourceRow | None
    exit: int
