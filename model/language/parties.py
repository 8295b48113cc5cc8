"""Who may be bound, who acts for whom, and what a duty is.

Whether someone is bound is derived from the instruments that tie it, never listed.
"""

from dataclasses import dataclass, field
from enum import Enum

from model.language.errors import IllFormed, Place, here
from model.language.expressions import TRUE, Expression, all_of, any_of, as_expression, need_truth


class Via(Enum):
    """How an instrument comes to tie somebody."""

    ACCESSION = "as a signatory"
    LICENCE = "through a licence that requires compliance"
    CONTRACT = "through a contract with a party"


@dataclass(frozen=True, eq=False)
class Tie:
    """An instrument that ties a party, how, and while what holds."""

    instrument: str
    via: Via
    cites: str = ""
    while_: Expression = TRUE

    def __post_init__(self) -> None:
        need_truth(self.while_, "'while_'")
        object.__setattr__(self, "while_", as_expression(self.while_))


@dataclass(frozen=True, eq=False)
class Party:
    """A capacity in which somebody acts; without ties it is a system, a clock or an outsider."""

    name: str
    ties: tuple[Tie, ...] = ()

    def __str__(self) -> str:
        return self.name

    def bound_by(self, instrument: str) -> Expression:
        """Say that the instrument binds it: by accession or licence; a contract does not."""
        binding = (Via.ACCESSION, Via.LICENCE)
        return any_of(
            *(t.while_ for t in self.ties if t.instrument == instrument and t.via in binding)
        )


@dataclass(frozen=True, eq=False)
class Duty:
    """Who owes what to whom, through which agent, while what holds, and from which clause."""

    name: str
    matter: str
    obligor: Party
    performer: Party
    beneficiary: Party
    instrument: str
    in_force: Expression
    cites: str
    about: str = "each metering point"
    delivered_to: str = ""
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        need_truth(self.in_force, f"duty '{self.name}': 'in_force'")
        object.__setattr__(self, "in_force", as_expression(self.in_force))
        if not self.cites:
            raise IllFormed(f"duty '{self.name}' cites nothing", self.place)

    @property
    def by_agent(self) -> bool:
        """Tell whether another performs it, for whom the obligor answers."""
        return self.performer is not self.obligor

    def owed_by_the_bound(self) -> Expression:
        """Say that it is in force and its obligor is bound by its instrument."""
        return all_of(self.in_force, self.obligor.bound_by(self.instrument))
