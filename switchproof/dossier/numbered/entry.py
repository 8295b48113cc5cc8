"""What an entry of the table of properties holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.flows import COMPOSED

MIDNIGHT = {"C1": "the order of events is that of gas, which was read (B2.live)"}
LOAD = {"E1.1": "the time to load is no number: A-load"}


@dataclass(frozen=True)
class Property:
    """A property wanted of the flows: the claims that state it, by flow, and what it rests on.

    `claims` and `basis` are ids with spaces between them. `hangs` says of each fact of the basis
    that is recalled or was not found how the model stands to it: by which assumption or parameter.
    `open` says what no claim states yet, and why.
    """

    number: int
    sentence: str
    claims: Mapping[str, str]
    basis: str
    hangs: Mapping[str, str] = field(default_factory=dict)
    open: str = ""

    @property
    def name(self) -> str:
        """Return the number as it is written."""
        return f"P{self.number}"

    def stated(self) -> list[tuple[str, str]]:
        """Return flow and id of each claim that states it."""
        return [(flow, id_) for flow, ids in self.claims.items() for id_ in ids.split()]


def of_all_designs(ids: str) -> dict[str, str]:
    """Return claims that every design of the transition shares, by flow."""
    return dict.fromkeys(COMPOSED, ids)
