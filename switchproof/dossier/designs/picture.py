"""The picture of the designs compared, from the rows that are printed."""

from collections.abc import Sequence

from diagrams.designs import Designs, Row, Said
from diagrams.designs import picture as drawn
from switchproof.dossier.designs.format import ClaimRow
from switchproof.telling.sentences import capital

ABBREVIATED = {"css": "CSS", "crs": "CRS", "rdp": "RDP", "dsp": "DSP"}
TITLE = "Designs of the handover: what holds in which, and what can come about"


def picture(rows: Sequence[ClaimRow]) -> str:
    """Return the picture as SVG."""
    unlike = [row for row in rows if not is_alike(row)]
    what = (("What must hold", False), ("What can come about", True))
    groups = [(head, [_row(r) for r in unlike if comes(r) is said]) for head, said in what]
    return drawn(Designs(TITLE, list(rows[0]["designs"]), groups, list(in_all(rows))))


def is_alike(row: ClaimRow) -> bool:
    """Tell whether a claim says one thing of every design, whatever the run is like."""
    return len({cell["says"] for cell in row["designs"].values()}) == 1


def comes(row: ClaimRow) -> bool:
    """Tell whether the claim is that something can come about."""
    return any(cell["says"] in ("happens", "never") for cell in row["designs"].values())


def in_all(rows: Sequence[ClaimRow]) -> list[str]:
    """Return in sentences what all designs have alike."""
    alike = [row for row in rows if is_alike(row)]
    held = [in_words(row) for row in alike if not comes(row)]
    come = [in_words(row) for row in alike if comes(row)]
    return [
        f"{len(held)} more hold in each design: {'; '.join(held)}.",
        f"{len(come)} more can come about in each: {'; '.join(come)}.",
    ]


def in_words(row: ClaimRow) -> str:
    """Return the name of a claim in words."""
    return " ".join(ABBREVIATED.get(word, word) for word in row["id"].split("-"))


def _row(row: ClaimRow) -> Row:
    cells = [Said(cell["says"], cell["steps"]) for cell in row["designs"].values()]
    return Row(capital(in_words(row)), cells)
