"""Who may be bound, and by what.

Whether someone is bound is derived from the instruments that tie it, never listed.
"""

from dataclasses import dataclass
from enum import Enum

from model.language.conditions import any_of
from model.language.expressions import TRUE, Expression, as_expression, need_own, need_truth
from model.language.given import check_kind, check_texts, take


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
        check_texts(self, f"tie to '{self.instrument}'", None, "instrument")
        check_kind(self.via, Via, f"tie to '{self.instrument}': its 'via'", None)
        need_truth(self.while_, "'while_'")
        object.__setattr__(self, "while_", as_expression(self.while_))
        need_own(self.while_, f"tie to '{self.instrument}': 'while_'", None)


@dataclass(frozen=True, eq=False)
class Party:
    """A capacity in which somebody acts; without ties it is a system, a clock or an outsider."""

    name: str
    ties: tuple[Tie, ...] = ()

    def __post_init__(self) -> None:
        check_texts(self, f"party '{self.name}'", None, "name")
        take(self, f"party '{self.name}'", None, ties=Tie)

    def __str__(self) -> str:
        return self.name

    def bound_by(self, instrument: str) -> Expression:
        """Say that the instrument binds it: by accession or licence; a contract does not."""
        binding = (Via.ACCESSION, Via.LICENCE)
        return any_of(
            *(t.while_ for t in self.ties if t.instrument == instrument and t.via in binding)
        )
