"""A run that goes as deep as it can, for what happens only late: no proof, and not the shortest."""

from model.language.meaning import Move, State
from properties.engine.budget import Budget
from properties.engine.evidence import Finder, Run
from properties.engine.slices.layout import world_of
from properties.engine.slices.seen import Part, Sight

STATES = 1000  # that are met, from each place


def dive(part: Part, budget: Budget) -> Run | None:
    """Return a run that breaks a part of a claim, if one is met on the way down."""
    every = (_from(part, sight, budget) for sight in part.sights[-1])
    return next((run for run in every if run), None)


def _from(part: Part, sight: Sight, budget: Budget) -> Run | None:
    """Take the first step to a state that was not met; where there is none, go back by one."""
    (shape, where), way = sight, list[tuple[Move, State]]()
    world = world_of(part.flow, shape)
    first = next(world.initial_states())
    met, ahead = {first}, [world.steps(first)]
    while ahead and len(met) <= STATES:
        budget.check()
        move, after = next(ahead[-1], (None, first))
        if move is None:
            ahead.pop()
            del way[-1:]
            continue
        before = way[-1][1] if way else first
        seen = (before, move, after) if part.of_steps else (after, None, after)
        if not world.holds(part.body, where, *seen):
            moves = (*(one for one, _ in way), move)
            return Run(shape, first, moves, where, shortest=False, finder=Finder.DIVE)
        if after not in met:
            met.add(after)
            way.append((move, after))
            ahead.append(world.steps(after))
    return None
