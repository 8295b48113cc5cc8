"""What was done in the event: which parts of the SEC each change amended, and when."""

import re
from collections.abc import Iterable
from datetime import date

from model.register.outcome import Happened

OUTCOME = (
    Happened(
        "MP161",
        date(2021, 9, 1),
        "references to other codes",
        ("A", "B", "D", "E", "K", "X", "Y", "Schedule 5"),
        "O1.MP161",
    ),
    Happened(
        "MP200",
        date(2022, 7, 18),
        "the go-live of the CSS",
        ("A", "E", "G", "H", "K", "L", "P", "X", "Y", "AG", "AL"),
        "O1.MP200",
    ),
)


def foreseen(ids: Iterable[str]) -> dict[str, list[str]]:
    """Return the parts of which the table of section 5 speaks, each with its clauses."""
    found: dict[str, list[str]] = {}
    for id_ in ids:
        if match := re.fullmatch(r"5-(?:S(\d)|([A-Z]+)\d?)", id_):
            found.setdefault(f"Schedule {match[1]}" if match[1] else match[2], []).append(id_)
    return found
