"""The picture of the partial order, from what is said of it."""

from diagrams.order import Before, Ordered
from diagrams.order import picture as drawn
from switchproof.dossier.order.format import OrderReport, SaidRow

TITLE = "The steps of the change: what waits for what"


def picture(rows: OrderReport) -> str:
    """Return the picture as SVG."""
    by_system = [part for part in rows["precedences"] if _by(part) == "system"]
    shown = Ordered(
        TITLE,
        {row["word"]: (row["event"], row["decided_by"]) for row in rows["steps"]},
        precedences=[_befores(part)[0] for part in rows["precedences"]],
        refused=[_befores(part)[0] for part in by_system],
        clauses=[_befores(part) for part in rows["clauses"]],
        closing=[row["step"] for row in rows["no_way_back"]],
    )
    return drawn(shown)


def _by(part: SaidRow) -> str:
    return part["demanded"]["by"] if part["demanded"] else ""


def _befores(part: SaidRow) -> list[Before]:
    return [(one["first"], one["then"]) for one in part["any_of"]]
