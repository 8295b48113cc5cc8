"""What `questions --format json` prints."""

from typing import Annotated, TypedDict


class QuestionRow(TypedDict):
    """A question on which the paper is silent or open."""

    id: str
    asks: str
    about: Annotated[list[str], "ids of the statements that raise it"]
    meanwhile: Annotated[str, "what is taken until it is answered"]
    assumed: Annotated[list[str], "the assumptions that say so, if any does"]


class TextRow(TypedDict):
    """A text that was not read, or not in the original, and what it would settle."""

    text: str
    ask: Annotated[str, "of whom it can be asked"]
    weight: Annotated[int, "how many assumptions, claims, doubts and findings hang on it"]
    assumptions: Annotated[list[str], "ids, also of clauses that assume"]
    facts: Annotated[list[str], "ids of facts that are recalled, at second hand, or not found"]
    claims: Annotated[list[str], "flow and id of those that cite one of these"]
    doubts: list[str]
    findings: list[str]
    questions: list[QuestionRow]


class QuestionsReport(TypedDict):
    """All texts, that on which most hangs first."""

    texts: list[TextRow]
    exit: Annotated[int, "the exit status: 0"]
