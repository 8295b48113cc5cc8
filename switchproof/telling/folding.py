"""A run told briefly: steps that change nothing of what a sentence speaks of are folded."""

from collections.abc import Iterator
from itertools import groupby

from model.done import Done
from model.language.claims import speaks_of_a_step
from model.language.expressions import Apply, Expression, Read, unnamed
from model.language.flow import Flow
from model.language.meaning import World
from model.language.parties import Party
from model.walk import Walk
from properties.engine.evidence import Run
from switchproof.telling.sentences import changes_of, said


def folded(flow: Flow, outcome: Expression, run: Run) -> Iterator[str]:
    """Yield the run, with a line for each step that matters and one for each stretch between."""
    telling = {one.number for one in telling_steps(flow, outcome, run)}
    world = World(flow, run.shape)
    for told, stretch in groupby(steps_of(flow, run), key=lambda one: one.number in telling):
        if told:
            yield from (_line(world, one) for one in stretch)
        else:
            yield _stretch(world, list(stretch))


def steps_of(flow: Flow, run: Run) -> list[Done]:
    """Return the steps of a run; raises Refused where it does not replay."""
    walk = Walk(flow, shape=run.shape, first=run.first)
    return [walk.take(move.event, move.home) for move in run.moves]


def telling_steps(flow: Flow, outcome: Expression, run: Run) -> list[Done]:
    """Return the last step, each breach, and each step at which part of the sentence turns."""
    done, world = steps_of(flow, run), World(flow, run.shape)
    atoms = tuple(_atoms(outcome))

    def turns(one: Done) -> bool:
        before, after = (
            [world.holds(atom, run.where, state, None, state) for atom in atoms]
            for state in (one.before, one.after)
        )
        return before != after

    return [one for one in done if one is done[-1] or one.breaches or turns(one)]


def _atoms(node: Expression) -> Iterator[Expression]:
    """Yield the smallest parts that are true or false of a state."""
    bare = unnamed(node)
    logical = ("not", "and", "or", "implies", "exactly one", "at most one", "if")
    if isinstance(bare, Apply) and bare.operator in logical:
        for argument in bare.arguments:
            yield from _atoms(argument)
    elif isinstance(bare, Apply | Read) and bare.sort is bool and not speaks_of_a_step(bare):
        yield bare


def _line(world: World, done: Done) -> str:
    breach = "".join(f" This breaches {duty}." for duty in done.breaches)
    cites = f" ({', '.join(done.cites)})" if done.cites else ""
    what = f"{_begun(done.actor)}{said(world, done.move)}{cites}"
    return f"Step {done.number}. {what}: {changes_of(world, done)}.{breach}"


def _stretch(world: World, stretch: list[Done]) -> str:
    """Return steps in a row: what each actor did, and what was done again as a number of times."""
    first, last = stretch[0].number, stretch[-1].number
    steps = f"Step {first}" if first == last else f"Steps {first} to {last}"
    acts = groupby(stretch, key=lambda one: one.actor)
    return f"{steps}. {' '.join(_act(world, who, list(done)) for who, done in acts)}"


def _act(world: World, who: Party | None, steps: list[Done]) -> str:
    same = [(what, len(list(times))) for what, times in groupby(said(world, s.move) for s in steps)]
    told = "; ".join(f"{what} ({n} times)" if n > 1 else what for what, n in same)
    return f"{_begun(who)}{told}."


def _begun(who: Party | None) -> str:
    name = str(who or "")
    return f"{name[0].upper()}{name[1:]}: " if name else ""
