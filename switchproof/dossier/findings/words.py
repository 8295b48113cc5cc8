"""The words of a cure: who writes them, where, and what of the paper they replace."""

from dataclasses import dataclass
from enum import Enum


class Drafter(Enum):
    """Who has to write words, in the order in which a reader is told."""

    SEC = "SECAS, in the SEC"
    DESIGN = "DCC and CSS provider, in the interface design"
    OFGEM = "Ofgem"
    PAPER = "SECAS, in the paper"
    REC = "whoever drafts the REC"


@dataclass(frozen=True, slots=True)
class Instruction:
    """What to write where: the place, the words, and what they replace in the paper, if anything.

    `read` tells whether the text around them was read, which of the SEC itself it never was.
    """

    place: str
    words: str
    replaces: str = ""
    writer: Drafter = Drafter.SEC
    read: bool = False

    @property
    def where(self) -> str:
        """Return the place, and what of it is replaced or added."""
        how = f"in place of {self.replaces}" if self.replaces else "to be added"
        return f"in {self.place}, {how}{'' if self.read else '; surrounding text not read'}"
