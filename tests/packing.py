"""Packets of small flows for tests: as `verify --packets` makes them, and forged ones."""

import json
from collections.abc import Sequence
from itertools import product
from typing import Any

from model.language import Always, Claim, Expression, Field, Flow
from model.language.claims import Step, situations, speaks_of_a_step
from model.language.meaning import Where
from model.language.sorts import Value, members
from properties.engine.budget import Budget
from properties.engine.packets.export import flow_data, value
from properties.engine.packets.packet import arising_data, packet
from properties.engine.packets.store import canonical
from properties.engine.prove import decide
from properties.engine.slices.closure import Closure
from properties.engine.slices.layout import Shape, View, layout
from properties.engine.slices.seen import Sight, outlook_of
from properties.engine.slices.truth import NOBODY_SEEN, compile_claim
from properties.engine.vacuous import arise
from properties.engine.verdict import Result, Verdict, marks_of
from tests.packet_format import Data, head, of_one_view, of_shapes, proof


def as_read(data: Data) -> Data:
    """The data as somebody reads it who has only the file."""
    read: Data = json.loads(canonical(data))
    return read


def packed(
    flow: Flow, claim: Claim, variant: str | None = None, budget: Budget | None = None
) -> tuple[Data, Data]:
    """A flow and the packet of a claim on it, as data."""
    made = packet(decide(flow, claim, budget or Budget()), variant)
    assert made, claim.id
    return as_read(flow_data(flow, variant, [claim])), as_read(made)


def forged(flow: Flow, body: Expression, sights: Sequence[Sight]) -> tuple[Data, Data]:
    """The packet that somebody would write who forgets all that breaks a claim.

    Its boxes leave exactly what can be met and does not break the claim.
    """
    kept = frozenset(flow.fields)
    closure = Closure(flow, kept, [shape for shape, _ in sights], Budget())
    closure.close()
    met: dict[Shape, set[View]] = {s: set(r.order) for s, r in closure.reaches.items()}
    for shape, where in sights:
        holds = compile_claim(closure.reaches[shape].steps, body, where)
        met[shape] = {view for view in met[shape] if holds(view, NOBODY_SEEN, view)}
    boxes = {shape: _boxes(flow, shape, views) for shape, views in met.items()}
    kind = Step if speaks_of_a_step(body) else Always
    claim = kind("false", "It is false.", body)
    seen = [(shape, _named(where)) for shape, where in sights]
    made = head(flow.name, "false", "proved", "any") | of_shapes([proof(seen, boxes)])
    arising = arise(flow, list(situations(body)), Budget(), {}, outlook_of(flow, claim))
    result = Result(flow, claim, Verdict.PROVED, arising=arising, marks=marks_of(arising))
    made |= arising_data(result)
    return as_read(flow_data(flow, None, [claim])), as_read(made)


def as_of_one_view(made: Data) -> Data:
    """The same packet, as if its first shape were all there is."""
    (one,) = made["proofs"]
    rest = {key: part for key, part in made.items() if key != "proofs"}
    return rest | of_one_view(one["shapes"][0]["boxes"])


def _named(where: Where) -> Data:
    places = {"point": where.point, "other point": where.other_point}
    named = {name: number for name, number in places.items() if number >= 0}
    return named or {"provider": 0}


def _boxes(flow: Flow, shape: Shape, views: set[View]) -> list[Any]:
    at = layout(flow, flow.fields, shape)
    sorts = [range(len(_members(field))) for field, _ in at.slots]
    return [
        [
            [field.name, owner, [value(_members(field)[n])]]
            for (field, owner), n in zip(at.slots, view, strict=True)
        ]
        for view in product(*sorts)
        if view not in views
    ]


def _members(field: Field) -> tuple[Value, ...]:
    return members(field.sort)
