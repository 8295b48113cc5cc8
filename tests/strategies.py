"""Random flows, small and of every kind that the language allows, for agreement tests.

A flow is drawn from a seed, so that thousands are cheap and each can be made again.
"""

from enum import Enum
from random import Random

from hypothesis import strategies as st

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Scope,
    Transition,
    all_my_points,
    all_of,
    all_other_points,
    all_points,
    all_providers,
    any_of,
    choose,
    some_point,
    some_provider,
)
from model.language.meaning import State, World

ACTOR = Party("somebody")
SHAPES = [(1,), (2,), (1, 1), (1, 0), (2, 1)]

seeds = st.integers(0, 2**32)


class Stage(Enum):
    """States of a random machine."""

    ONE = "one"
    TWO = "two"
    THREE = "three"


class Drawing:
    """One random flow: its fields and events are declared before its machines."""

    def __init__(self, seed: int, *, closed: bool | None, existential: bool) -> None:
        self.random = Random(seed)
        self.closed = self.coin() if closed is None else closed
        self.existential = existential and not self.closed
        with_providers = self.coin()
        self.scopes = (INDUSTRY, PROVIDER, POINT) if with_providers else (INDUSTRY, POINT)
        self.state = {s: Field(f"state of {s.name}", Stage, Stage.ONE) for s in self.scopes}
        self.number = {s: Field(f"number of {s.name}", range(2), 0) for s in self.scopes}
        self.mark = {s: Field(f"mark of {s.name}", bool, (False, True)) for s in self.scopes}
        self.events = {s: [Event(f"{s.name} {n}", s, ACTOR) for n in (1, 2)] for s in self.scopes}

    def coin(self, chance: float = 0.5) -> bool:
        return self.random.random() < chance

    def seen_from(self, scope: Scope) -> list[Field]:
        """The fields that an owner at a scope may read."""
        tables = (self.state, self.number, self.mark)
        return [f for table in tables for s, f in table.items() if s >= scope]

    def condition(self, fields: list[Field]) -> Expression:
        """A condition without quantifiers."""
        field = self.random.choice(fields)
        values: list[object] = list(Stage) if field.sort is Stage else [0, 1]
        values = [False, True] if field.sort is bool else values
        literal = field.is_(self.random.choice(values))
        match self.random.choice(["plain", "plain", "not", "or", "in"]):
            case "not":
                return ~literal
            case "or":
                return any_of(literal, self.condition(fields))
            case "in" if field.sort is Stage:
                return field.in_(*self.random.sample(values, 2))
        return literal

    def quantifier(self, scope: Scope) -> Expression:
        """A quantified conjunct that a machine of this scope may have."""
        forms = [(all_points, POINT)]
        forms += [(some_point, POINT)] if self.existential else []
        forms += [(all_other_points, POINT)] if scope is POINT else []
        if PROVIDER in self.scopes:
            forms += [(all_providers, PROVIDER)]
            forms += [(some_provider, PROVIDER)] if self.existential else []
            forms += [(all_my_points, POINT)] if scope is PROVIDER else []
        form, whom = self.random.choice(forms)
        return form(self.condition(self.seen_from(whom)))

    def rule(self, scope: Scope, event: Event, source: Stage) -> Transition:
        """One transition of a machine at a scope."""
        parts = [self.condition(self.seen_from(scope)) for _ in range(self.random.randrange(3))]
        if scope >= event.scope and self.coin(0.4):
            parts.append(self.quantifier(scope))
        number, mark = self.number[scope], self.mark[scope]
        then: dict[Field, object] = {}
        if self.coin():
            flipped = choose(mark, 1 - number, number)
            then[number] = self.random.choice([0, 1, flipped, number + 1])
        if self.coin():
            then[mark] = self.condition(self.seen_from(scope))
        target = self.random.choice([STAYS, *Stage])
        return Transition(event, source, target, when=all_of(*parts), then=then)

    def machine(self, scope: Scope) -> Machine:
        """A machine; in a deletion-closed flow it has no event narrower than itself."""
        narrowest = scope if self.closed else POINT
        events = [e for s, es in self.events.items() if s >= narrowest for e in es]
        rules = [
            self.rule(scope, event, source)
            for event in events
            for source in self.random.sample(list(Stage), self.random.randrange(4))
        ]
        fields = (self.number[scope], self.mark[scope])
        return Machine(f"machine of {scope.name}", scope, self.state[scope], rules, fields)

    def flow(self) -> Flow:
        machines = [self.machine(scope) for scope in self.scopes]
        return Flow("random", "A random flow", machines, [ACTOR])


def random_flow(seed: int, *, closed: bool | None = None, existential: bool = True) -> Flow:
    """The flow of a seed; `closed` says whether it must be deletion-closed (none: either)."""
    return Drawing(seed, closed=closed, existential=existential).flow()


def random_condition(seed: int, flow: Flow) -> Expression:
    """A claim on one point of a random flow."""
    drawing = Drawing(seed, closed=None, existential=False)
    return any_of(*(drawing.condition(list(flow.fields)) for _ in range(2)))


def instances(flow: Flow) -> list[tuple[int, ...]]:
    """Shapes with up to three points, some with a provider that has none."""
    return [*SHAPES, (1, 1, 1)] if flow.has_providers else [(1,), (2,), (3,)]


def random_walk(world: World, random: Random, length: int = 8) -> State:
    """A state that some walk leads to."""
    state = random.choice(sorted(world.initial_states(), key=str))
    for _ in range(random.randrange(length)):
        steps = list(world.steps(state))
        state = random.choice(steps)[1] if steps else state
    return state
