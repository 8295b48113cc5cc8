"""What is around the points: the industry and its providers, walked once for all of them.

That is all that points share: where no event of a point moves anything wider, and no guard asks
about all points, what the points do between two steps of their surroundings is theirs alone. So
each life can be made for itself, and all of them together are one run of the flow.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from model.language.events import Scope
from model.language.expressions import Field, has_quantifier, reads
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, State, World
from model.language.sorts import Value
from switchproof.logs.simulate.pace import DAYS, HOUR, hours, midnight
from switchproof.terminal.errors import BadInput


@dataclass(frozen=True)
class WideStep:
    """A step of the surroundings: when, what, who did it, and how things are after it."""

    time: int
    move: Move
    actor: str
    after: State


@dataclass(frozen=True)
class Lull:
    """A time in which nothing moves around a provider's points, and what ends it."""

    begin: int
    end: int
    holds: dict[Field, Value]
    ended_by: WideStep | None


class Surroundings:
    """The steps of the industry and its providers in some days of the year, the same for a seed."""

    def __init__(self, flow: Flow, providers: int, seed: int, days: range = range(DAYS)) -> None:
        check(flow)
        self.flow, self.providers = flow, providers
        self.begin, self.end = midnight(days.start), midnight(days.stop)
        self.world = World(flow, (0,) * providers)
        self.first = next(self.world.initial_states())
        self.steps = list(self._walk(Random(f"surroundings {seed}")))

    def _walk(self, chance: Random) -> Iterator[WideStep]:
        time, state = self.begin, self.first
        wide = [move for move in self.world.moves if move.event.scope is not Scope.POINT]
        while True:
            can = {
                m: o for m in wide if (o := self.world.outcome(state, m)).after not in (None, state)
            }
            rates = [1 / hours(move.event) for move in can]
            if not can:
                return
            time = _odd(time + chance.expovariate(sum(rates)) * HOUR)
            if time >= self.end:
                return
            move = chance.choices(list(can), rates)[0]
            outcome = can[move]
            assert outcome.after is not None
            by = next((t.rule.actor for t in outcome.taken if t.rule.actor), move.event.by)
            yield WideStep(time, move, str(by), state := outcome.after)

    def stretches(self, provider: int, machines: Sequence[Machine]) -> Iterator[Lull]:
        """Yield what these machines of a provider's points find around them, until it changes."""
        seen = _seen(self.flow, machines)
        begin, holds = self.begin, self._holds(self.first, provider, seen)
        for step in self.steps:
            after, move = self._holds(step.after, provider, seen), step.move
            concerned = move.event.scope is Scope.INDUSTRY or move.home == provider
            reaches = concerned and any(move.event in one.events for one in machines)
            if reaches or after != holds:
                yield Lull(begin, step.time, holds, step if reaches else None)
                begin, holds = step.time, after
        yield Lull(begin, self.end, holds, None)

    def _holds(
        self, state: State, provider: int, seen: Mapping[Field, Scope]
    ) -> dict[Field, Value]:
        at, world = self.world.slots, self.world
        return {f: state[at[f, world.owner(s, Scope.PROVIDER, provider)]] for f, s in seen.items()}


def _seen(flow: Flow, machines: Iterable[Machine]) -> dict[Field, Scope]:
    """Return the fields of the surroundings that some machines read, with their scope."""
    rules = (rule for machine in machines for rule in machine.transitions)
    nodes = (node for rule in rules for node in (rule.when, *rule.then.values()))
    every = {read.field: flow.scope_of(read.field) for node in nodes for read in reads(node)}
    return {field: scope for field, scope in every.items() if scope is not Scope.POINT}


def _odd(time: float) -> int:
    """Return a time at which no point does anything: theirs are even, so none is at a tie."""
    return int(time) | 1


def check(flow: Flow) -> None:
    """Refuse a flow in which points bear on one another other than through their surroundings."""
    cure = "so its points cannot be walked one by one; simulate another flow"
    for event in flow.events:
        wide = [m for m in flow.taking_part(event) if m.scope is not Scope.POINT]
        if event.scope is Scope.POINT and wide:
            raise BadInput(f"{flow.name}: '{event}' of a point moves the {wide[0]}; {cure}")
    for _, rule in flow.rules():
        if has_quantifier(rule.when):
            raise BadInput(f"{flow.name}: '{rule.event}' asks of other points; {cure}")
    if not any(event.scope is Scope.POINT for event in flow.events):
        raise BadInput(f"{flow.name}: nothing in it is of a point; simulate another flow")
