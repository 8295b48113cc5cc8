"""The picture of the designs compared, from the rows that are printed."""

from collections.abc import Sequence

from diagrams.designs import ComparedClaim, DesignCell, Designs
from diagrams.designs import picture as drawn
from switchproof.dossier.designs.format import ComparedRow
from switchproof.telling.sentences import capital

ABBREVIATED = {"css": "CSS", "crs": "CRS", "rdp": "RDP", "dsp": "DSP"}
TITLE = "Designs of the handover: what holds in which, and what can come about"


def picture(rows: Sequence[ComparedRow]) -> str:
    """Return the picture as SVG."""
    unlike = [row for row in rows if not is_alike(row)]
    what = (("What must hold", False), ("What can come about", True))
    groups = [(head, [_row(r) for r in unlike if comes(r) is said]) for head, said in what]
    return drawn(Designs(TITLE, list(rows[0]["designs"]), groups, list(in_all(rows))))


def is_alike(row: ComparedRow) -> bool:
    """Tell whether a claim says one thing of every design, whatever the run is like."""
    return len({cell["says"] for cell in row["designs"].values()}) == 1


def comes(row: ComparedRow) -> bool:
    """Tell whether the claim is that something can come about."""
    return any(cell["says"] in ("happens", "never") for cell in row["designs"].values())


def in_all(rows: Sequence[ComparedRow]) -> list[str]:
    """Return in sentences what all designs have alike."""
    alike = [row for row in rows if is_alike(row)]
    held = [in_words(row) for row in alike if not comes(row)]
    come = [in_words(row) for row in alike if comes(row)]
    return [
        "A number is that of the steps of the shortest run that was found.",
        f"{len(held)} more hold in each design: {'; '.join(held)}.",
        f"{len(come)} more can come about in each: {'; '.join(come)}.",
    ]


def in_words(row: ComparedRow) -> str:
    """Return the name of a claim in words."""
    return " ".join(ABBREVIATED.get(word, word) for word in row["id"].split("-"))


def _row(row: ComparedRow) -> ComparedClaim:
    cells = [DesignCell(cell["says"], cell["steps"]) for cell in row["designs"].values()]
    return ComparedClaim(capital(in_words(row)), cells)
