"""What a broken rule of coverage is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Gap:
    """A rule of coverage that is broken, by whom, and how."""

    rule: int
    culprit: str
    says: str

    def __str__(self) -> str:
        return f"{self.culprit}: {self.says}"
