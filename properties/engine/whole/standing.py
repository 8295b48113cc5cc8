"""How a claim stands with so many points: words of their own, none of which is a verdict."""

from enum import Enum


class Standing(Enum):
    """What a search of so many points says of a claim; it says nothing of other numbers."""

    HOLDS = "holds"
    FAILS = "fails"
    UNFINISHED = "not finished"
    UNASKED = "not asked"
