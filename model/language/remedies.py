"""What may be done about a breach: a remedy against whoever a tie binds.

That a text gives none and that nobody has read it are two things: a remedy that rests on a text
that was not read is `UNREAD`, and never counts as shut.
"""

from dataclasses import dataclass
from enum import Enum

from model.language.errors import IllFormed, here
from model.language.given import called, check_kinds, check_texts


class Availability(Enum):
    """Whether a remedy is there."""

    OPEN = "open"
    SHUT = "shut"
    UNREAD = "not known"


@dataclass(frozen=True, slots=True)
class Remedy:
    """A way to act on a breach: its name, who may act, whether it is there, and which text says so.

    `by` is said in words, since who may act need be no party of a flow.
    """

    name: str
    by: str
    availability: Availability
    cites: str
    why: str = ""

    def __post_init__(self) -> None:
        where = called("remedy", self.name)
        check_texts(self, where, None, "name", "by")
        check_kinds(self, where, None, availability=Availability)
        if not self.cites:
            raise IllFormed(f"{where} cites nothing", here().at(self, "cites"))
