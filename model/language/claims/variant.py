"""Variants: a flow with a rule changed, and which claims then fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.language.errors import IllFormed, Place, here
from model.language.flow import Flow
from model.language.given import check_mapping, check_texts


@dataclass(frozen=True, eq=False)
class Variant:
    """A flow with one change, and the claims that it must break: id to length of shortest run.

    `why` says what the changed rule is for. A claim named here must be Refuted, in a run of
    that many steps; every other claim may hold or not.
    """

    name: str
    why: str
    flow: Flow
    breaks: Mapping[str, int]
    points: int = 1
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        where = f"variant '{self.name}'"
        check_texts(self, where, self.place, "name")
        check_mapping(self.breaks, f"{where}: 'breaks'", self.place)
        object.__setattr__(self, "breaks", dict(self.breaks))
        if not self.breaks:
            raise IllFormed(f"{where} names no claim that it breaks", self.place)
        for claim, steps in self.breaks.items():
            if not isinstance(claim, str) or type(steps) is not int or steps < 0:
                raise IllFormed(f"{where}: '{claim}' breaks in a number of steps", self.place)
        if type(self.points) is not int or self.points < 1:
            raise IllFormed(f"{where}: 'points' is a number from 1 up", self.place)
