"""Where things stand in the picture of who answers for whom, the same in every panel.

Columns are the bound parties with their agents; rows are the instruments, the parties with what
they owe, the agents, and below them a line for each thing delivered.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise, permutations

from diagrams.chain import Chain, Owed
from diagrams.type import fitted

SIZE, SMALL, PITCH = 7.5, 7.2, 9.2
TITLE, BAR, BINDS, PARTY, ANSWERS, AGENT = 26.0, 24.0, 24.0, 28.0, 30.0, 28.0
OTHER = 42.0  # an instrument under which a party owes something beside most of it
PAD = 8.0
WIDEST = 130.0  # a column
MANY = 7  # more columns than this are left in the order of definition
APART = 100  # an instrument's parties stand together, whatever the deliveries


@dataclass(frozen=True)
class Frame:
    """The columns, and how high each row is."""

    columns: tuple[str, ...]  # those at the head of a column
    agents: dict[str, str]  # an agent and the head of its column
    shown: tuple[Chain, ...]
    lanes: tuple[Owed, ...]
    wide: float
    unit: float

    @property
    def title(self) -> float:
        """Return the height of a panel's title; one panel alone has that of the picture."""
        return TITLE if len(self.shown) > 1 else PAD

    @property
    def others(self) -> float:
        """Return how high the row of the other instruments is."""
        return OTHER if any(one.others(n) for one in self.shown for n in one.bound) else 0.0

    @property
    def party(self) -> float:
        """Return the height of a party with the longest list of what it owes, in any panel."""
        heights = [self.heights(one, name) for one in self.shown for name in one.bound]
        return PARTY + max(heights, default=0)

    def lists(self, shown: Chain, name: str) -> dict[str, list[Owed]]:
        """Return what a party owes under each instrument, its own first."""
        found: dict[str, list[Owed]] = {shown.bound[name]: []}
        for owed in shown.owed:
            if owed.obligor == name:
                found.setdefault(owed.instrument, []).append(owed)
        return found

    def heights(self, shown: Chain, name: str) -> float:
        """Return the height of what a party owes."""
        return sum(
            len(self.heading(shown, name, instrument)) * PITCH
            + 5
            + sum(self.height(o) for o in owed)
            for instrument, owed in self.lists(shown, name).items()
        )

    def heading(self, shown: Chain, name: str, instrument: str) -> list[str]:
        """Return the words over what a party owes under an instrument."""
        owed = self.lists(shown, name)
        if len(owed) == 1:
            return ["owes"] if owed[instrument] else []
        if not owed[instrument]:
            return []
        return fitted(f"owes under {instrument}", self.box - 10, SMALL)

    @property
    def lane(self) -> float:
        """Return the height of a line for something delivered."""
        return 14.5 + PITCH * max((len(self.delivery(o)) for o in self.lanes), default=0)

    @property
    def high(self) -> float:
        """Return the height of a panel."""
        rows = self.title + BAR + self.others + BINDS + self.party + ANSWERS + AGENT
        return rows + len(self.lanes) * self.lane + 12 + PAD

    @property
    def box(self) -> float:
        """Return the width of a party."""
        return self.unit - 4

    def centre(self, name: str) -> float:
        """Return how far from the left of a panel somebody's column is."""
        spare = (self.wide - 2 * PAD - self.unit * len(self.columns)) / 2
        return PAD + spare + self.unit * (self.columns.index(self.head(name)) + 0.5)

    def head(self, name: str) -> str:
        """Return who stands at the head of somebody's column."""
        return self.agents.get(name, name)

    def entry(self, owed: Owed) -> list[str]:
        """Return the lines of a duty in the list of its party."""
        return fitted(owed.matter, self.box - 20, SIZE, bold=True)

    def when(self, owed: Owed) -> list[str]:
        """Return the lines under a duty that say when it is owed; none where it always is."""
        return fitted(owed.while_, self.box - 20, SMALL) if owed.while_ else []

    def height(self, owed: Owed) -> float:
        """Return the height of a duty in the list of its party."""
        return (len(self.entry(owed)) + len(self.when(owed))) * PITCH + 3

    def delivery(self, owed: Owed) -> list[str]:
        """Return the lines over an arrow of a delivery."""
        span = abs(self.centre(owed.performer) - self.centre(owed.delivered_to))
        words = f"{owed.matter}, through {owed.through}" if owed.through else owed.matter
        return fitted(words, max(span, self.unit) + 12, SIZE, bold=True)


def frame(chains: tuple[Chain, ...], wide: float) -> Frame:
    """Return where things stand in panels of this width that show these flows."""
    bound = {name: how for one in reversed(chains) for name, how in one.bound.items()}
    agents = {a: p for one in reversed(chains) for a, p in one.principals.items()}
    agents = {a: p for a, p in agents.items() if a not in bound}
    every = tuple(dict.fromkeys(o for one in chains for o in one.owed))
    people = dict.fromkeys(name for one in chains for name in one.people)
    columns = _ordered([name for name in people if name not in agents], agents, every, bound)
    unit = min(WIDEST, (wide - 2 * PAD) / len(columns))
    return Frame(columns, agents, chains, _distinct(o for o in every if o.delivered_to), wide, unit)


def _distinct(owed: Iterable[Owed]) -> tuple[Owed, ...]:
    found = {(o.matter, o.obligor, o.performer, o.delivered_to): o for o in owed}
    return tuple(found.values())


def _ordered(
    names: list[str], agents: dict[str, str], owed: tuple[Owed, ...], bound: dict[str, str]
) -> tuple[str, ...]:
    """Return the columns in the order in which deliveries go the shortest way."""
    if len(names) > MANY:
        return tuple(sorted(names, key=lambda name: bound.get(name, "")))

    def length(order: tuple[str, ...]) -> int:
        at = {name: place for place, name in enumerate(order)}
        at |= {agent: at[party] for agent, party in agents.items() if party in at}
        apart = sum(bound.get(a) != bound.get(b) for a, b in pairwise(order))
        ways = sum(abs(at[o.performer] - at[o.delivered_to]) for o in owed if o.delivered_to)
        return ways + APART * apart

    return min(permutations(names), key=length)
