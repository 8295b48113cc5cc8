"""Variants: a flow with a rule changed, and which claims then fail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from model.language.errors import IllFormed, Place, here
from model.language.flow import Flow
from model.language.given import called, check_mapping, check_texts, shown


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
        where, at = called("variant", self.name), partial(self.place.at, self)
        check_texts(self, where, self.place, "name")
        check_mapping(self, where, self.place, "breaks")
        object.__setattr__(self, "breaks", dict(self.breaks))
        if not self.breaks:
            raise IllFormed(f"{where} names no claim that it breaks", at("breaks"))
        for number, (claim, steps) in enumerate(self.breaks.items()):
            if not isinstance(claim, str) or type(steps) is not int or steps < 0:
                message = f"{where}: {shown(claim)} breaks in a number of steps, not {shown(steps)}"
                raise IllFormed(message, at("breaks", number))
        if type(self.points) is not int or self.points < 1:
            raise IllFormed(f"{where}: 'points' is a number from 1 up", at("points"))
