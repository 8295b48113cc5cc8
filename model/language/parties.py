"""Who may be bound, and by what.

Whether someone is bound is derived from the instruments that tie it, never listed.
"""

from dataclasses import dataclass, field
from enum import Enum

from model.language.conditions import any_of
from model.language.expressions import (
    FALSE,
    TRUE,
    Expression,
    as_expression,
    need_own,
    need_truth,
)
from model.language.families import Family, Of, named, need_members, no_family
from model.language.given import check_kind, check_texts, take
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

    def __post_init__(self) -> None:
        check_texts(self, f"tie to '{self.instrument}'", None, "instrument")
        check_kind(self.via, Via, f"tie to '{self.instrument}': its 'via'", None)
        take(self, f"tie to '{self.instrument}'", None, remedies=Remedy)
        need_truth(self.while_, "'while_'")
        object.__setattr__(self, "while_", as_expression(self.while_))
        need_own(self.while_, f"tie to '{self.instrument}': 'while_'", None)
        no_family(self.while_, f"a tie to {self.instrument}")


@dataclass(frozen=True, eq=False)
class Party(Family):
    """A capacity in which somebody acts; without ties it is a system, a clock or an outsider."""

    name: str
    ties: tuple[Tie, ...] = ()
    of: Of = ()
    bare: bool = field(default=False, repr=False)  # its name takes no article in a sentence
    template: "Party | None" = field(default=None, init=False, repr=False)
    member: Enum | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        need_members(self.of, f"party '{self.name}'")
        check_texts(self, f"party '{self.name}'", None, "name")
        take(self, f"party '{self.name}'", None, ties=Tie)

    def __str__(self) -> str:
        return self.name

    def _made(self, member: Enum) -> "Party":
        return Party(named(self.name, member), self.ties)

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

    def are(self, one: Party, other: Party) -> Expression:
        """Say that two parties are one person; a party is one with itself."""
        if one is other:
            return TRUE
        return self.while_ if {one, other} == set(self.capacities) else FALSE
