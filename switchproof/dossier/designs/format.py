"""What `dossier designs --format json` prints."""

from typing import Annotated, TypedDict


class InDesignRow(TypedDict):
    """What is so of a claim in a design."""

    says: Annotated[
        str, '"holds", "fails", "happens", "never", "pending", "not known" or "not asked"'
    ]
    steps: Annotated[int | None, "of the shortest run that was found, where there is one"]
    claimed: Annotated[bool, "whether it is among the claims on that design"]


class ComparedRow(TypedDict):
    """A claim, and what is so of it in each design."""

    id: str
    sentence: str
    designs: dict[str, InDesignRow]


class DesignsReport(TypedDict):
    """The designs compared."""

    claims: list[ComparedRow]
    exit: Annotated[int, "the exit status"]
