"""A random flow with claims, for the forger, and what a search of small worlds says of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from random import Random
from typing import Any

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Event,
    Expression,
    Flow,
    Scope,
    Transition,
    all_my_points,
)
from model.language.claims import Always, Claim, Sometimes, Step
from model.language.expressions import has_quantifier
from model.language.meaning import Move, World
from properties.checker import Flow as ReadFlow
from properties.checker import flow_of
from properties.engine.packets.export import flow_data
from tests.concrete import Moment, State, Tables, alike
from tests.instances import Watched, _firsts, _flat, _number
from tests.packet_format import Data
from tests.packing import as_read
from tests.plain import Tree
from tests.small_flows import KINDS, Drawing, random_claim
from tests.strategies import Stage

Shape = tuple[int, ...]
View = tuple[Any, ...]
MOST = 400  # states of a world that is searched whole; a larger one is passed over
DRAWN, KEPT = 12, 6  # claims of a flow; rather those that hold where there is one point alone
MOST_VIEWS = 170  # of a shape, of which there are boxes
CLASSES = [(kind, providers) for kind in KINDS for providers in (True, True, False)]
POINTS: list[Shape] = [(1,), (2,), (3,)]
FEW: list[Shape] = [(1,), (1, 0), (2,), (1, 1), (1, 0, 0)]
MORE: list[Shape] = [(2, 0), (1, 1, 0), (3,), (2, 1), (3, 0), (2, 1, 0), (1, 1, 1)]


class Waiting(Drawing):
    """A flow whose providers wait for their points: one without any has none to wait for."""

    def quantifier(self, scope: Scope) -> Expression:
        if scope is PROVIDER and self.coin(0.8):
            return all_my_points(self.literal(POINT, near=True))
        return super().quantifier(scope)

    def rule(self, scope: Scope, event: Event, source: Stage) -> Transition:
        made = super().rule(scope, event, source)
        if scope is not PROVIDER or event.scope is INDUSTRY or has_quantifier(made.when):
            return made
        return replace(made, when=made.when & self.quantifier(scope))


@dataclass
class Searched:
    """A world that was searched whole: its states, and the claims that fail in it."""

    states: list[State]
    broken: set[str]


@dataclass
class Target:
    """A flow with some claims, and what a search of small worlds says of each."""

    flow: Flow
    claims: list[Claim]
    random: Random
    worlds: dict[Shape, Searched] = field(default_factory=dict)

    @cached_property
    def data(self) -> Data:
        """The flow as data."""
        return as_read(flow_data(self.flow, None, self.claims))

    @cached_property
    def read(self) -> ReadFlow:
        """The flow as the checker reads it."""
        return flow_of(self.data)

    def body(self, claim: Claim) -> Tree:
        """What must never fail: the claim, or that what can happen does not."""
        body = self.data["claims"][claim.id]["body"]
        return ["not", body] if isinstance(claim, Sometimes) else body

    def is_false(self, claim: str) -> bool:
        """Whether a claim fails in some world."""
        return any(claim in world.broken for world in self.worlds.values())

    def contradicts(self, packet: Data) -> bool:
        """Whether the search contradicts what a packet says."""
        claim, runs = packet["claim"], packet.get("runs")
        if runs is None:
            return self.is_false(claim)
        shapes = [tuple(sorted(run["shape"], reverse=True)) for run in runs]
        worlds = [self.worlds[shape] for shape in shapes if shape in self.worlds]
        return any(claim not in world.broken for world in worlds)


def target(seed: int) -> Target:
    """A random flow with some claims on it, and what worlds of up to three points say of them."""
    kind, providers = CLASSES[seed % len(CLASSES)]
    draw = Waiting if providers and seed % 2 else Drawing
    drawing = draw(seed, kind, providers=providers)
    made = Target(drawing.flow(), list(_claims(drawing)), drawing.random)
    tables = Tables(made.flow)
    for shape in [*FEW, *made.random.sample(MORE, 2)] if providers else POINTS:
        found = _searched(tables, shape, made.claims)
        if found:
            made.worlds[shape] = found
    early = made.worlds[1,].broken
    made.claims.sort(key=lambda c: (c.id in early, not made.is_false(c.id)))
    del made.claims[KEPT:]
    return made


def _claims(drawing: Drawing) -> Iterator[Claim]:
    """Claims at random, and of the wider scopes that something never comes about."""
    for n in range(DRAWN):
        yield replace(random_claim(drawing), id=f"c{n}")
    for scope in drawing.scopes[:-1]:
        for stage in Stage:
            body = ~drawing.state[scope].is_(stage)
            yield Always(f"{scope.name}, {stage.name}", "Never.", body)


def _searched(tables: Tables, shape: Shape, claims: list[Claim]) -> Searched | None:
    world = World(tables.flow, shape)
    watched = {
        claim.id: Watched(world, _never(tables.flow, claim), isinstance(claim, Step))
        for claim in claims
    }
    known = dict.fromkeys(alike(state) for state in _firsts(tables, shape))
    waiting = list(known)
    while waiting:
        state = waiting.pop()
        flat = _flat(state)
        for one in watched.values():
            if not one.stepwise:
                one.look(0, flat, None, flat)
        for event, home, after in Moment(tables, state).steps():
            move = Move(event, _number(state, home))
            for one in watched.values():
                if one.stepwise:
                    one.look(1, flat, move, _flat(after))
            same = alike(after)
            if same not in known:
                known[same] = None
                waiting.append(same)
        if len(known) > MOST:
            return None
    return Searched(list(known), {name for name, one in watched.items() if one.broken >= 0})


def _never(flow: Flow, claim: Claim) -> Any:  # noqa: ANN401
    body = claim.of(flow)
    return ~body if isinstance(claim, Sometimes) else body
