"""A run told briefly: steps that change nothing of what a sentence speaks of are folded."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from model.done import Done
from model.language.claims import speaks_of_a_step
from model.language.expressions import Apply, Expression, Read, unnamed
from model.language.flow import Flow
from model.language.meaning import World
from properties.engine.evidence import Run
from switchproof.telling.replayed import steps_of
from switchproof.telling.sentences import capital, changes_of, happening, home_of


@dataclass(frozen=True)
class StepTold:
    """A step as it is told: who does what, where, and what comes of it, told if it matters.

    Two are equal if they are told in the same words.
    """

    act: str
    home: str
    outcome: str
    is_breach: bool
    matters: bool = field(compare=False)

    @property
    def sentence(self) -> str:
        """Return who does what, and where."""
        return self.act + self.home


Story = tuple[StepTold, ...]


def story_of(flow: Flow, outcome: Expression, run: Run) -> Story:
    """Return the steps of a run in words; raises Refused where it does not replay."""
    telling = {one.number for one in telling_steps(flow, outcome, run)}
    world = World(flow, run.shape)
    return tuple(_told(world, done, matters=done.number in telling) for done in steps_of(flow, run))


def folded(steps: Sequence[StepTold], first: int = 1) -> Iterator[str]:
    """Yield steps with a line for each that matters and one for each stretch between."""
    for matters, numbered in groupby(enumerate(steps, first), key=lambda one: one[1].matters):
        stretch = list(numbered)
        if matters:
            yield from (
                f"Step {number}. {capital(one.sentence)}{one.outcome}" for number, one in stretch
            )
        else:
            acts = " ".join(_acts([one for _, one in stretch]))
            yield f"{numbers(stretch[0][0], stretch[-1][0])}. {acts}"


def numbers(first: int, last: int) -> str:
    """Return the numbers of steps in a row."""
    if first == last:
        return f"Step {first}"
    return f"Steps {first} {'to' if last - first > 1 else 'and'} {last}"


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


def _told(world: World, done: Done, *, matters: bool) -> StepTold:
    cites = f" ({', '.join(done.cites)})" if done.cites else ""
    breach = "".join(f" This breaches {duty}." for duty in done.breaches)
    act, home = happening(done.move.event, done.actor), home_of(world, done.move)
    return StepTold(
        act, home, f"{cites}: {changes_of(world, done)}.{breach}", bool(breach), matters
    )


def _acts(steps: Sequence[StepTold]) -> Iterator[str]:
    """Yield steps in a row as sentences, what is done again in one, with where or how often."""
    for act, same in groupby(steps, key=lambda one: one.act):
        homes = Counter(one.home for one in same)
        often = [f"{home} ({n} times)" if n > 1 else home for home, n in homes.items()]
        yield f"{capital(act)}{' and'.join(often)}."
