"""What `terms --format json` prints."""

from typing import Annotated, TypedDict


class SenseRow(TypedDict):
    """A sense of a term."""

    sense: Annotated[str, '"body", "service", "system", "document", "role" or "record"']
    statements: Annotated[list[str], "ids of those that use it so"]


class MeaningRow(TypedDict):
    """What a text says that a term means."""

    says: str
    cites: list[str]


class TermRow(TypedDict):
    """A term with its uses."""

    term: str
    senses: list[SenseRow]
    meanings: list[MeaningRow]


class CandidateRow(TypedDict):
    """Something that the comparison shows."""

    kind: Annotated[
        str,
        '"several things", "one of two", "circular", "never used", "no longer met", or, of the',
        'duty to send, "recipient", "owed by", "verb", "standard", "manner"',
    ]
    standing: Annotated[str, '"candidate finding" or "candidate doubt"']
    about: Annotated[str, "the term, or the duty"]
    says: str
    cites: list[str]
    told_by: Annotated[list[str], "the findings, doubts and questions that tell it"]
    why: Annotated[str, "why nothing tells it"]


class TermsReport(TypedDict):
    """All terms."""

    terms: list[TermRow]
    candidates: list[CandidateRow]
    faults: Annotated[
        list[str], "where captions and uses do not agree, or what is found and what is judged"
    ]
    exit: Annotated[int, "the exit status: 0, or 1 where there are faults"]
