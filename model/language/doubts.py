"""Doubts: questions that the text leaves open, and what each reading of it comes to.

The first reading of a doubt is the flow as it stands; each other is a flow with one change. A
claim is a cost of a reading where it holds as the flow stands and fails under that reading.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.language.claims import Claim, Variant
from model.language.errors import IllFormed, Place, here
from model.language.flow import Flow
from model.language.given import called, check_kinds, check_mapping, check_texts, take


@dataclass(frozen=True, eq=False)
class Reading:
    """One way to read the text: what it says in plain words, and the flow that it makes.

    `flow` is None where the model cannot say it. `costs` gives the length of the shortest run
    for each claim that parts it from the flow as it stands (0 for a claim with no run), and
    `gains` the claims of the doubt that hold under this reading only. `own` are claims that
    hold of this reading and cannot be said of another.
    """

    name: str
    says: str
    flow: Flow | None = None
    costs: Mapping[str, int] = field(default_factory=dict)
    gains: tuple[str, ...] = ()
    own: tuple[Claim, ...] = ()
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        where = called("reading", self.name)
        check_texts(self, where, self.place, "name")
        check_kinds(self, where, self.place, flow=Flow | None)
        check_mapping(self, where, self.place, "costs")
        take(self, where, self.place, gains=str, own=Claim)


@dataclass(frozen=True, eq=False)
class Doubt:
    """A question, the clauses that raise it, and two readings or more; the first is the chosen.

    `why` says why it was chosen. `claims` are said of each reading beside those of the flow,
    and fail as the flow stands. `data` tells what the register or the duties show of it, and
    `unsaid` why the model cannot say a reading that has no flow.
    """

    id: str
    question: str
    clauses: str
    readings: tuple[Reading, ...]
    why: str
    claims: tuple[Claim, ...] = ()
    data: tuple[str, ...] = ()
    unsaid: str = ""
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        if len(self.readings) < 2:  # noqa: PLR2004  # a doubt is two readings or more
            raise IllFormed(f"doubt '{self.id}' has fewer than two readings", self.place)
        if not self.unsaid and any(reading.flow is None for reading in self.readings):
            message = f"doubt '{self.id}' has a reading without a flow: say why in 'unsaid'"
            raise IllFormed(message, self.place)
        if self.chosen.costs or self.chosen.gains:
            raise IllFormed(f"doubt '{self.id}': the chosen reading costs nothing", self.place)

    @property
    def chosen(self) -> Reading:
        """Return the reading that is the flow as it stands."""
        return self.readings[0]

    @property
    def others(self) -> tuple[Reading, ...]:
        """Return the readings that change the flow."""
        return self.readings[1:]

    @property
    def moot(self) -> bool:
        """Tell whether its readings are pinned to give every claim the same verdict."""
        told = [reading for reading in self.others if reading.flow is not None]
        return bool(told) and not any(reading.costs or reading.gains for reading in told)


def readings_of(doubts: tuple[Doubt, ...], flow: str) -> tuple[Reading, ...]:
    """Return the readings that change a flow."""
    every = (reading for doubt in doubts for reading in doubt.others)
    return tuple(one for one in every if one.flow is not None and one.flow.name == flow)


def variants_of(doubts: tuple[Doubt, ...], flow: str, known: tuple[Variant, ...]) -> list[Variant]:
    """Return the readings of a flow that cost something, as variants that must break that.

    What a variant that is known already breaks by the same change is not pinned twice.
    """
    variants = []
    for doubt in doubts:
        for reading in doubt.others:
            if reading.flow is None or reading.flow.name != flow:
                continue
            pinned = {c for v in known if v.flow is reading.flow for c in v.breaks}
            left = {claim: n for claim, n in reading.costs.items() if claim not in pinned}
            if left:
                made = Variant(reading.name, reading.says, reading.flow, left, place=reading.place)
                variants.append(made)
    return variants
