"""What a change that took effect is."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Happened:
    """A change that took effect: the parts that it amended, and the fact that says so."""

    id: str
    on: date
    about: str
    parts: tuple[str, ...]
    fact: str
