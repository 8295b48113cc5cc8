"""What `dossier atlas --format json` prints."""

from typing import Annotated, TypedDict


class FoundRow(TypedDict):
    """A verdict with exactly what is assumed."""

    verdict: Annotated[str, '"proved", "refuted" or "undecided"']
    steps: Annotated[int | None, "of the run or of the lasso"]
    lasso: Annotated[bool, "whether it goes round"]
    empty: Annotated[bool, "proved, but its situation never arises"]
    reason: str | None


class CellRow(FoundRow):
    """A cell of the atlas."""

    fairness: Annotated[str | None, 'null, "none", "weak" or "strong"']
    faults: Annotated[str, 'the name of the one that may occur, "none" or "all"']
    run: Annotated[list[str], "its events in order"]


class LessRow(FoundRow):
    """What comes of it where less is assumed of one alone."""

    name: str
    how: str


class SmallestRow(FoundRow):
    """A smallest set of assumptions."""

    absent: Annotated[list[str], "faults that never occur"]
    weak: Annotated[list[str], "events that are weakly fair"]
    strong: Annotated[list[str], "events that are strongly fair"]
    left_out: Annotated[list[LessRow], "less assumed of one of them alone"]


class HereRow(TypedDict):
    """What is claimed in one regime, and where it holds."""

    sentence: str
    cells: list[CellRow]
    smallest: list[SmallestRow]


class FaultRow(TypedDict):
    """A fault, what it is, and the assumption that it never occurs."""

    name: str
    says: str
    absent: str


class AtlasRow(TypedDict):
    """A row of the atlas."""

    id: str
    words: str
    regimes: Annotated[dict[str, HereRow], "by name, where the regime has such a claim"]


class AtlasReport(TypedDict):
    """The atlas."""

    faults: list[FaultRow]
    cannot: Annotated[dict[str, dict[str, str]], "by regime and fault: why it cannot arise there"]
    rows: list[AtlasRow]
    comparison: Annotated[
        dict[str, int],
        "in how many cells that both regimes have the claim holds in both, in one alone, in",
        "neither; how many are not decided in one of them",
    ]
