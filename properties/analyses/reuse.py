"""Whether what a verdict rests on says the same of another flow, so that it is carried over.

A run is carried where it replays there and ends as it did. An invariant is carried where each
step that its proof looked at has the same rules there: those of the events that the claim names
and of those that can change a kept field. What rests on neither is decided anew.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from model.language.claims import Ahead, Claim, Compared, Sometimes, speaks_of_a_step
from model.language.events import Event, Happens
from model.language.expressions import Apply, Const, Expression, Read, unnamed
from model.language.flow import Flow
from model.language.meaning import Move, State, Where, World
from properties.engine.evidence import Run
from properties.engine.free import Free
from properties.engine.slices.replay import breaks, replays
from properties.engine.slices.seen import watched_by
from properties.engine.verdict import Result, Verdict


@dataclass(frozen=True)
class RunByNames:
    """A run in which fields and events are names, so that it can travel between processes."""

    shape: tuple[int, ...]
    first: tuple[tuple[str, int, object], ...]
    moves: tuple[tuple[str, int], ...]
    where: Where


@dataclass(frozen=True)
class Evidence:
    """What a verdict rests on, by names: the fields of its invariant, or its runs."""

    verdict: Verdict | None
    steps: int | None
    kept: tuple[str, ...] = ()
    runs: tuple[RunByNames, ...] = ()


def evidence(result: Result) -> Evidence:
    """Return what a verdict rests on, by names."""
    proof = result.invariant
    each = proof is None or any(one.each for one in proof.proofs)  # all rules then count
    kept = () if proof is None or each else tuple(f.name for f in proof.kept)
    runs = tuple(by_names(result.flow, run) for run in result.runs)
    return Evidence(result.verdict, len(result.run) if result.run else None, kept, runs)


def by_names(flow: Flow, run: Run) -> RunByNames:
    """Return a run of a flow by names."""
    slots = World(flow, run.shape).slots
    first = tuple((f.name, at, run.first[n]) for (f, at), n in slots.items())
    moves = tuple((str(move.event), move.home) for move in run.moves)
    return RunByNames(run.shape, first, moves, run.where)


def carries(base: Flow, claim: Claim, found: Evidence, other: Flow) -> bool:
    """Tell whether a verdict on a claim of one flow is shown to be that of another as well."""
    if isinstance(claim, Free | Compared | Ahead) or not isinstance(claim.body, Expression):
        return False
    if found.runs:
        never = ~claim.body if isinstance(claim, Sometimes) else claim.body
        return all(breaks_there(other, never, run) for run in found.runs)
    return bool(found.kept) and same_steps(base, other, watched_by(claim.body), found.kept)


def breaks_there(flow: Flow, body: Expression, run: RunByNames) -> bool:
    """Tell whether a run replays on a flow and breaks what is said there."""
    return run_there(flow, body, run) is not None


def run_there(flow: Flow, body: Expression, run: RunByNames) -> Run | None:
    """Return the run of a flow, if it replays there and breaks what is said.

    A field that the run does not know starts as the flow has it first.
    """
    world = World(flow, run.shape)
    events = {str(event): event for event in flow.events}
    given = {(name, at): value for name, at, value in run.first}
    starts = [(given.get((f.name, at), flow.initials(f)[0]), f) for f, at in world.slots]
    if any(n not in events for n, _ in run.moves):
        return None
    if any(value not in flow.initials(field) for value, field in starts):
        return None
    first: State = tuple(value for value, _ in starts)  # type: ignore[misc]
    moves = tuple(Move(events[name], home) for name, home in run.moves)
    trail, of_steps = replays(world, first, moves), speaks_of_a_step(body)
    if breaks(world, trail, moves, body, run.where, of_steps=of_steps):
        return Run(run.shape, first, moves, run.where, shortest=False)
    return None


def same_steps(one: Flow, two: Flow, named: Iterable[Event], kept: tuple[str, ...]) -> bool:
    """Tell whether the kept fields start and change alike, and others meet them alike.

    Of an event that can change a kept field, or that is named, every machine's rules
    must be the same: also a machine that keeps nothing can forbid the event by what it reads.
    """
    mine, theirs = (
        {f.name: (id(f), flow.scope_of(f), flow.initials(f)) for f in flow.fields if f.name in kept}
        for flow in (one, two)
    )
    if mine != theirs or one.has_providers != two.has_providers:
        return False
    relevant = {*named, *_writing(one, kept), *_writing(two, kept)}
    return all(_rules(one)(event) == _rules(two)(event) for event in relevant)


def same_words(one: Expression, two: Expression) -> bool:
    """Tell whether two expressions are the same tree over the same fields and events."""
    return _key(one) == _key(two)


def _key(node: Expression) -> object:
    bare = unnamed(node)
    match bare:
        case Apply():
            return (bare.operator, *map(_key, bare.arguments))
        case Const():
            return ("value", type(bare.value), bare.value)
        case Read():
            return ("field", id(bare.field), bare.whose, bare.after)
        case Happens():
            return ("events", bare.events)
        case other:
            return id(other)


def _writing(flow: Flow, kept: tuple[str, ...]) -> Iterator[Event]:
    return (e for e, fields in flow.writes.items() if any(f.name in kept for f in fields))


def _rules(flow: Flow) -> Callable[[Event], list[object]]:
    def of(event: Event) -> list[object]:
        return [(str(m), m.scope, m.rules_of(event)) for m in flow.machines if event in m.events]

    return of
