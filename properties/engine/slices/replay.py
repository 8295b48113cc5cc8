"""Replay of a run of a slice on the whole flow, and what to keep where it does not replay."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.events import Event
from model.language.expressions import Expression, Field, reads
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, Outcome, State, Where, World
from properties.engine.budget import look
from properties.engine.evidence import Run
from properties.engine.slices.layout import Layout, View
from properties.engine.slices.seen import Part
from properties.engine.slices.truth import NOBODY_SEEN
from properties.engine.slices.watch import Bad


@dataclass(frozen=True)
class Trail:
    """How far a run of a slice went on the whole flow: the states met, and the last outcome."""

    states: tuple[State, ...]
    refused: Outcome | None


def run_or_blame(part: Part, bad: Bad) -> Run | set[Field]:
    """Return the run on the whole flow that breaks a claim as the slice does, or what to keep.

    Nothing more to keep is an alarm.
    """
    views, numbers = bad.reach.path(bad.before)
    if None in numbers:
        return set()
    steps, at = bad.reach.steps, bad.reach.steps.layout
    moves = [steps.moves[n] for n in numbers if n is not None]
    if bad.number != NOBODY_SEEN:
        moves, views = [*moves, steps.moves[bad.number]], [*views, bad.after]
    trail = best_trail(at, views, moves)
    if breaks(at.world, trail, moves, part.body, bad.where, of_steps=part.of_steps):
        return Run(at.world.shape, trail.states[0], tuple(moves), bad.where)
    if bad.is_still and breaks(at.world, trail, moves, part.body, bad.where, of_steps=False):
        return _next_step(at.world, trail, moves, part.body, bad.where) or set[Field]()
    of_another = set(read_at(part.flow, bad.by_another)) if bad.by_another else set[Field]()
    return to_blame(at, views, moves, trail) or of_another - at.kept


def _next_step(
    world: World, trail: Trail, moves: Sequence[Move], claim: Expression, where: Where
) -> Run | None:
    """Return the run with a step more that breaks the claim, though the slice has none."""
    first, before = trail.states[0], trail.states[-1]
    for move, after in world.steps(before):
        if not world.holds(claim, where, before, move, after):
            return Run(world.shape, first, (*moves, move), where)
    return None


def replays(world: World, first: State, moves: Sequence[Move]) -> Trail:
    """Take the moves one by one from a state."""
    states = [first]
    for move in moves:
        look()
        outcome = world.outcome(states[-1], move)
        if outcome.after is None:
            return Trail(tuple(states), outcome)
        states.append(outcome.after)
    return Trail(tuple(states), None)


def best_trail(at: Layout, views: Sequence[View], moves: Sequence[Move]) -> Trail:
    """Return the longest trail from the first states that a slice's first view stands for."""
    best: Trail | None = None
    for first in at.world.initial_states():
        look()
        if at.project(first) != views[0]:
            continue
        trail = replays(at.world, first, moves)
        if best is None or len(trail.states) > len(best.states):
            best = trail
        if trail.refused is None and at.project(trail.states[-1]) == views[-1]:
            return trail
    assert best is not None
    return best


def breaks(
    world: World,
    trail: Trail,
    moves: Sequence[Move],
    claim: Expression,
    at: Where,
    *,
    of_steps: bool,
) -> bool:
    """Tell whether a trail ends with a state, or `of_steps` a step, of which a claim is false."""
    if trail.refused is not None or (of_steps and not moves):
        return False
    if of_steps:
        return not world.holds(claim, at, trail.states[-2], moves[-1], trail.states[-1])
    return not world.holds(claim, at, trail.states[-1], None, trail.states[-1])


def to_blame(at: Layout, views: Sequence[View], moves: Sequence[Move], trail: Trail) -> set[Field]:
    """Return fields whose absence let the slice do what the whole flow does not.

    First what the refusal reads, then what decided where the runs part, then all that the
    rules of the run read; empty where everything of that is kept.
    """
    suspects = (
        refusing(trail),
        _parting(at, views, moves, trail),
        _reading(at, moves),
    )
    return next((new for fields in suspects if (new := set(fields) - at.kept)), set())


def refusing(trail: Trail) -> Iterator[Field]:
    """Yield the fields that decided that a trail was refused."""
    for refusal in trail.refused.refusals if trail.refused else ():
        yield refusal.machine.state
        for node in refusal.false:
            yield from (read.field for read in reads(node))


def _parting(
    at: Layout, views: Sequence[View], moves: Sequence[Move], trail: Trail
) -> Iterator[Field]:
    """Yield what the machines read whose fields differ after the first move that parts the runs."""
    flow = at.world.flow
    for n, (view, state) in enumerate(zip(views, trail.states, strict=False)):
        there = at.project(state)
        if n and there != view:
            for slot, one, two in zip(at.slots, view, there, strict=True):
                if one != two:
                    yield from _read_by(flow.machine_of[slot[0]], moves[n - 1].event)
            return


def _reading(at: Layout, moves: Sequence[Move]) -> Iterator[Field]:
    for move in moves:
        yield from read_at(at.world.flow, move.event)


def read_at(flow: Flow, event: Event) -> Iterator[Field]:
    """Yield the fields that decide whether an event happens, and what it does."""
    for machine in flow.machines:
        yield from _read_by(machine, event)


def _read_by(machine: Machine, event: Event) -> Iterator[Field]:
    """Yield the fields that a machine reads at an event: its state, guards and effects."""
    for rule in machine.rules_of(event):
        yield machine.state
        for node in (rule.when, *rule.then.values()):
            yield from (read.field for read in reads(node))
