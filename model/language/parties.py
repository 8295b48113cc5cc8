"""Who may be bound, and by what.

Whether someone is bound is derived from the instruments that tie it, never listed.
"""

from dataclasses import dataclass, field
from enum import Enum

from model.language.conditions import any_of
from model.language.errors import IllFormed, Place, here
from model.language.expressions import (
    FALSE,
    TRUE,
    Expression,
    need_own,
    take_truths,
)
from model.language.families import Family, Of, named, need_members, no_family
from model.language.given import called, check_kinds, check_texts, take
from model.language.remedies import Remedy


class Via(Enum):
    """How an instrument comes to tie somebody."""

    ACCESSION = "as a signatory"
    LICENCE = "through a licence that requires compliance"
    CONTRACT = "through a contract with a party"


@dataclass(frozen=True, eq=False)
class Tie:
    """An instrument that ties a party, how, while what holds, and what a breach of it opens."""

    instrument: str
    via: Via
    cites: str = ""
    while_: Expression = TRUE
    remedies: tuple[Remedy, ...] = ()
    place: Place = field(default_factory=here, repr=False)

    def __post_init__(self) -> None:
        where = called("tie to", self.instrument) if isinstance(self.instrument, str) else "a tie"
        check_texts(self, where, self.place, "instrument")
        check_kinds(self, where, self.place, via=Via)
        take(self, where, self.place, remedies=Remedy)
        take_truths(self, where, self.place, "while_")
        need_own(self.while_, f"{where}: 'while_'", self.place.at(self, "while_"))
        no_family(self.while_, where, self.place.at(self, "while_"))


@dataclass(frozen=True, eq=False)
class Party(Family):
    """A capacity in which somebody acts; without ties it is a system, a clock or an outsider."""

    name: str
    ties: tuple[Tie, ...] = ()
    of: Of = ()
    bare: bool = field(default=False, repr=False)  # its name takes no article in a sentence
    place: Place = field(default_factory=here, repr=False)
    template: "Party | None" = field(default=None, init=False, repr=False)
    member: Enum | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        where = called("party", self.name)
        need_members(self.of, where, self.place.at(self, "of"))
        check_texts(self, where, self.place, "name")
        take(self, where, self.place, ties=Tie)

    def __str__(self) -> str:
        return self.name

    def _made(self, member: Enum) -> "Party":
        return Party(named(self.name, member), self.ties, place=self.place)

    def bound_by(self, instrument: str) -> Expression:
        """Say that the instrument binds it: by accession or licence; a contract does not."""
        binding = (Via.ACCESSION, Via.LICENCE)
        return any_of(
            *(t.while_ for t in self.ties if t.instrument == instrument and t.via in binding)
        )


@dataclass(frozen=True, eq=False)
class OnePerson:
    """That two capacities are those of one legal person, while what holds."""

    capacities: tuple[Party, Party]
    while_: Expression

    def __post_init__(self) -> None:
        take(self, "one person", None, capacities=Party)
        if len(self.capacities) != 2:  # noqa: PLR2004  # which it says
            message = "one person: 'capacities' are two parties"
            raise IllFormed(message, here().at(self, "capacities"))
        take_truths(self, "one person", None, "while_")

    def are(self, one: Party, other: Party) -> Expression:
        """Say that two parties are one person; a party is one with itself."""
        if one is other:
            return TRUE
        return self.while_ if {one, other} == set(self.capacities) else FALSE
