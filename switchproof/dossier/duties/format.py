"""What `dossier duties --format json` prints."""

from typing import Annotated, TypedDict

from switchproof.deciding.format import RunRow


class AnswerRow(TypedDict):
    """A question, and its answer."""

    question: str
    answer: Annotated[str | None, '"yes", "no" or null (not known)']
    good: Annotated[bool, "whether that is the good answer"]
    why: Annotated[str | None, "why a bad answer is known"]
    surprise: Annotated[str | None, "why it is a surprise"]
    steps: Annotated[int | None, "of the shortest run that shows it"]
    run: RunRow | None
    unread: Annotated[bool, "whether it is not known because a text was not read"]


class RemedyRow(TypedDict):
    """What may be done about a breach."""

    name: str
    by: Annotated[str, "who may act"]
    availability: Annotated[str, '"open", "shut" or "not known" (the text was not read)']
    while_: Annotated[str | None, "while what holds; null where always"]
    cites: list[str]
    why: str | None


class ShiftRow(TypedDict):
    """What is lost and gained where a duty of today goes on as another."""

    duty: str
    goes_on_as: str
    lost: Annotated[list[str], "open today and shut then"]
    gained: Annotated[list[str], "shut today and open then"]
    unclear: Annotated[list[str], "open on one side, and not known on the other"]


class DutyRow(TypedDict):
    """A duty, and its answers."""

    name: str
    matter: str
    about: str
    how: str
    obligor: str
    performer: str
    beneficiary: str
    delivered_to: str | None
    instrument: str
    cites: list[str]
    strict: bool
    in_force: str
    self_owed: Annotated[str | None, "when obligor and beneficiary are one legal person"]
    ends: list[str]
    succeeds: str | None
    before: str | None
    held_then_by: Annotated[list[str], "who holds it then"]
    follows: str | None
    remedies: list[RemedyRow]
    answers: list[AnswerRow]


class ConflictRow(TypedDict):
    """Two duties of which one can only be breached."""

    owed: str
    forbidden_by: str
    steps: int
    run: RunRow


class AnswersRow(TypedDict):
    """Who answers for whom, in which matters."""

    principal: str
    agent: str
    matters: list[str]
    cites: list[str]


class PatternRow(TypedDict):
    """The pattern of 2.1-d in one regime."""

    sentence: str
    verdict: str
    loose_ends: list[str]
    answers: list[AnswersRow]


class RegimeRow(TypedDict):
    """The duties of one regime."""

    flow: str
    title: str
    duties: list[DutyRow]
    conflicts: Annotated[list[ConflictRow], "pairs of which one can only be breached"]
    pattern: Annotated[PatternRow, "who answers for whom, and the verdict on the pattern of 2.1-d"]
    cannot: Annotated[list[str], "the events that the system can refuse"]
    may_not: Annotated[list[str], "the events that can be a breach"]
    to_no_effect: Annotated[list[str], "the events that can happen to no effect"]


class DutiesReport(TypedDict):
    """All that is said of the duties."""

    regimes: Annotated[list[RegimeRow], "today's and the new one"]
    transfer: Annotated[list[str], "what is wrong with who holds today's duties then"]
    remedies: Annotated[list[ShiftRow], "each of today's duties, and the remedies that shift"]
    removed: Annotated[dict[str, str], "today's duties removed on purpose, with the clause"]
    none_self_owed_after_a_split: Annotated[str, "the verdict on that claim"]
    conflicts_to_the_letter: Annotated[list[ConflictRow], "if receiving only forbids answers too"]
    exit: Annotated[int, "0 as expected, 1 a surprise, 3 something undecided and nothing worse"]
