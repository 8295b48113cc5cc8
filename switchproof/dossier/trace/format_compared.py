"""What `trace --format json` prints of a document beside a text, or beside what was done."""

from typing import Annotated, TypedDict


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


class ChangedRow(TypedDict):
    """A sentence that is not as it was."""

    place: str
    words: Annotated[str | None, "how what stands there now begins; null where it is gone"]
    qualifiers_gone: list[str]
    qualifiers_new: list[str]


class AgainRow(TypedDict):
    """A statement to read again, with what hangs on it, by name."""

    id: str
    force: str
    says: str
    changed: list[ChangedRow]
    duties: Annotated[list[str], "duties and ties that cite it"]
    rules: Annotated[list[str], "events of rules that cite it"]
    claims: Annotated[list[str], "claims that cite it"]
    doubts: list[str]
    findings: list[str]
    tensions: list[str]
    verdicts: Annotated[dict[str, int], "how many rest on it, by flow"]
    surprises: Annotated[list[str], "those of them that are not as expected"]


class SourceRow(TypedDict):
    """A text against the register."""

    file: str
    known: Annotated[int, "how many sentences are as the register keeps them"]
    new: Annotated[list[PlaceRow], "of sentences that it does not know, by their first words"]
    unanswered: Annotated[list[PlaceRow], "those of them with a normative word"]
    gone: Annotated[list[IdsRow], "of sentences that the text has not"]
    moved: Annotated[list[MovedRow], "two places"]
    unread: Annotated[list[IdsRow], "of sentences now told apart as normative, or not"]
    requalified: Annotated[list[IdsRow], "of sentences in which other qualifiers are found"]
    suspect: Annotated[list[str], "ids of the clauses that rest on what is gone"]
    read_again: Annotated[list[AgainRow], "those clauses, the most important first"]
    verdicts: Annotated[list[VerdictRow], "that rest on these"]


class DoneRow(TypedDict):
    """A change that took effect."""

    id: str
    on: str
    about: str


class PartRow(TypedDict):
    """A part of the SEC in the paper and in the event."""

    part: str
    verdict: Annotated[
        str,
        '"foreseen and done", "foreseen and not done", "done and not foreseen"',
    ]
    foreseen: Annotated[list[str], "ids of the clauses that speak of it"]
    done: Annotated[list[str], "the changes that amended it"]


class OutcomeRow(TypedDict):
    """The impact table beside what was changed."""

    changes: Annotated[list[DoneRow], "in the order of their dates"]
    parts: list[PartRow]


class DifferingRow(TypedDict):
    """What differs between the flows before and after, by name."""

    duties: Annotated[list[str], "of what is lacking, with where the paper speaks of it"]
    acting: Annotated[list[str], "duties of which others may act on a breach"]
    rules: Annotated[list[str], "machines, with how many of their rules that differ"]
    claims: Annotated[list[str], "that are in one flow alone, or say something else in each"]


class ImpactRow(TypedDict):
    """A statement of the impact table, and what of the difference cites it."""

    part: str
    clause: str
    says: str
    verdict: Annotated[
        str,
        '"explained", "the same in both" (what cites it is), "in other flows" or "no behaviour"',
    ]
    by: DifferingRow
    flows: Annotated[list[str], "in which something cites it"]
    note: Annotated[str, "what the register says of it, where nothing differs"]


class ImpactsRow(TypedDict):
    """The impact table beside what differs between the flows before and after."""

    before: str
    after: str
    rows: list[ImpactRow]
    lacking: Annotated[DifferingRow, "what differs and cites no statement of the table"]
