"""What `interfaces --format json` prints."""

from typing import Annotated, TypedDict


class DifferenceRow(TypedDict):
    """What one side lets happen and the other does not."""

    side: Annotated[int, "which of the two lets it happen: 0 the first, 1 the second"]
    after: Annotated[list[str], "what is seen before"]
    then: Annotated[str, "what only that side then lets be seen"]
    run: Annotated[list[str], "a shortest run of that side, hidden steps as well"]
    every_number: Annotated[bool, "whether it is so for every number of points, and not for 1"]


class LikenessRow(TypedDict):
    """How two sides compare."""

    verdict: Annotated[str, '"alike", "parted" or "undecided"']
    points: Annotated[str, '"any" or "1"; "" if undecided']
    machines: Annotated[list[str], "the same machines that decide what is seen of both"]
    nodes: Annotated[int | None, "of the automaton that shows that they are alike, if one does"]
    empty: Annotated[bool, "whether the interface is shown to have no memory"]
    differences: list[DifferenceRow]
    reason: Annotated[str, "why it is undecided"]
    seconds: float


class ComparisonRow(TypedDict):
    """Today's flow and the new one at an interface."""

    id: str
    says: str
    cites: list[str]
    supposes: Annotated[str, "of both sides"]
    seen: Annotated[list[str], "all else is hidden"]
    expected: Annotated[str, '"alike" or "parted"']
    found: LikenessRow


class NotModelledRow(TypedDict):
    """Somebody of whom nothing is modelled, and so nothing compared."""

    whom: str
    cites: list[str]
    says: str


class DraftRow(TypedDict):
    """Words under a reading."""

    words: str
    reading: str
    source: Annotated[str, "on what the reading rests"]


class GroupRow(TypedDict):
    """Drafts that are alike in this model under these readings."""

    drafts: list[DraftRow]
    points: Annotated[str, '"any" or "1": for how many they are alike; "" of one draft alone']


class PairRow(TypedDict):
    """Two groups, by their numbers, and what parts them."""

    groups: list[int]
    found: LikenessRow


class WordingRow(TypedDict):
    """Drafts of one clause, grouped."""

    id: str
    about: str
    cites: list[str]
    seen: list[str]
    groups: list[GroupRow]
    pairs: list[PairRow]
    unsaid: Annotated[str, "a reading that is not compared, and why"]


class InterfacesReport(TypedDict):
    """All comparisons and wordings."""

    comparisons: list[ComparisonRow]
    not_modelled: list[NotModelledRow]
    wordings: list[WordingRow]
    exit: Annotated[int, "the exit status"]
