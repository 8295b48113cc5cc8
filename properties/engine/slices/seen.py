"""What is asked: the parts of a claim, what each reads and names, and from where it is seen.

All that decides how a part is settled is worked out here, once, and handed on.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from model.language.claims import Claim, Step, StuckOnly, speaks_of_a_step
from model.language.conditions import all_of
from model.language.events import Event, Happens, Scope
from model.language.expressions import Apply, Expression, Field, Whose, reads, unnamed
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.facts import NONE, Facts
from properties.engine.slices.layout import Shape

Sight = tuple[Shape, Where]


def fields_of(node: Expression) -> tuple[Field, ...]:
    """Return the fields that a claim reads, in order."""
    return tuple(dict.fromkeys(read.field for read in reads(node)))


def watched_by(node: Expression) -> tuple[Event, ...]:
    """Return the events that a claim names."""
    named = (leaf.events for leaf in node.leaves if isinstance(leaf, Happens))
    return tuple(dict.fromkeys(event for events in named for event in events))


@dataclass(frozen=True)
class Outlook:
    """From where a claim is seen, and whether it is asked of steps: decided by all that it says.

    What a claim joins, and what it supposes, is seen from the places of the whole claim.
    """

    points: int
    provider: bool
    other: bool
    of_steps: bool


@dataclass(frozen=True, eq=False)
class Part:
    """One of what a claim joins: what it reads, reads after a step, and names.

    The facts are proved already, and may be used for it.
    """

    flow: Flow
    body: Expression
    whole: Outlook
    sights: tuple[list[Sight], ...]
    of_steps: bool
    fields: frozenset[Field]
    later: frozenset[Field]
    events: tuple[Event, ...]
    facts: Facts = NONE


def parts_of(flow: Flow, body: Expression, whole: Outlook | None = None) -> list[Part]:
    """Return what a claim joins by `and`, for each can be settled alone, as the whole is seen.

    `whole` says from where it is seen, unless it is a claim by itself.
    """
    seen = whole or outlook(flow, body)
    return [part_of(flow, one, seen) for one in joined(body)]


def part_of(flow: Flow, body: Expression, whole: Outlook) -> Part:
    """Return a claim as one part, whatever it joins; of a state it reads all after a step."""
    read = list(reads(body))
    fields = frozenset(r.field for r in read)
    later = frozenset(r.field for r in read if r.after) if whole.of_steps else fields
    seen = tuple(sights(flow, whole))
    return Part(flow, body, whole, seen, whole.of_steps, fields, later, watched_by(body))


def joined(body: Expression) -> list[Expression]:
    """Return what a claim joins by `and`."""
    bare = unnamed(body)
    if isinstance(bare, Apply) and bare.operator == "and":
        return [part for argument in bare.arguments for part in joined(argument)]
    if isinstance(bare, Apply) and bare.operator == "not":
        inner = unnamed(bare.arguments[0])
        if isinstance(inner, Apply) and inner.operator == "or":
            return [part for argument in inner.arguments for part in joined(~argument)]
    return [body]


def outlook(flow: Flow, node: Expression) -> Outlook:
    """Return from where something is seen that is a claim by itself."""
    return Outlook(*spoken_of(flow, node), speaks_of_a_step(node))


def outlook_of(flow: Flow, claim: Claim) -> Outlook:
    """Return from where a claim is seen; a claim on steps may say nothing of what they do.

    Who can do none of some events is seen too, whatever decides that.
    """
    ways = claim.ways if isinstance(claim, StuckOnly) else ()
    found = outlook(flow, all_of(*claim.parts(flow)))
    at = {event.scope for event in ways}
    points, provider = max(found.points, Scope.POINT in at), found.provider or Scope.PROVIDER in at
    found = replace(found, points=int(points), provider=provider)
    return replace(found, of_steps=found.of_steps or isinstance(claim, Step))


def of_situation(whole: Outlook, supposed: Expression) -> Outlook:
    """Return from where what a claim supposes is seen: a state, unless it speaks of a step."""
    return replace(whole, of_steps=speaks_of_a_step(supposed))


def spoken_of(flow: Flow, node: Expression) -> tuple[int, bool, bool]:
    """Return how many points a claim speaks of, if of a provider, and if of another provider."""
    mine = {flow.scope_of(r.field) for r in reads(node) if r.whose is Whose.OWN}
    mine |= {event.scope for event in watched_by(node)}
    whose = {read.whose for read in reads(node)}
    points = 2 if Whose.OTHER_POINT in whose else int(Scope.POINT in mine)
    return points, Scope.PROVIDER in mine, Whose.OTHER_PROVIDER in whose


def sights(flow: Flow, whole: Outlook) -> Iterator[list[Sight]]:
    """Yield sets of shapes from which a claim is to be seen, the coarsest first.

    A place names those of whom the whole claim speaks, and nobody else.

    A proof on any of the sets holds for every number. The last set is exact for flows that
    are deletion-closed: at least one point somewhere; a provider may be without points.
    """
    other = whole.other
    empty: Shape = (0,) if other else ()
    if whole.points == 2:  # noqa: PLR2004  # the language has no more
        shapes = [s + empty for s in _two(flow)]
        shapes += [(1, 1)] if other else []  # the other provider may be the other point's
        yield [(shape, _where(shape, other=other)) for shape in shapes]
    elif whole.points == 1:
        yield [((1, *empty), _where((1, *empty), other=other))]
    elif whole.provider or other:
        alone: Shape = (0, *empty)
        yield [(alone, _where(alone, other=other))]
        here = Where(provider=0, other_provider=1 if other else -1)
        with_a_point: list[Shape] = [(1, 0), (0, 1), (0, 0, 1)] if other else [(1,), (0, 1)]
        yield [(shape, here) for shape in with_a_point]
    else:
        yield [((), Where())]
        yield [((1,), Where())]


def _two(flow: Flow) -> list[Shape]:
    return [(2,), (1, 1)] if flow.has_providers else [(2,)]


def _where(shape: Shape, *, other: bool) -> Where:
    points = sum(shape)
    return Where(
        point=0 if points else -1,
        other_point=1 if points > 1 else -1,
        provider=0,
        other_provider=len(shape) - 1 if other else -1,
    )
