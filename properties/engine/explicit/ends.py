"""How a claim is broken in a search: the states on the way, and the step, if it is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from model.language.meaning import Move, State, World
from properties.engine.evidence import Finder, Run
from properties.engine.explicit.asked import Sought
from properties.engine.explicit.packing import Packing
from properties.engine.fault import EngineFault

BATCH = 512  # states between two looks at the budget
STILL = -1  # the number of no move


@dataclass(frozen=True)
class End:
    """Packed states from a first one to the last, and the step from there, or none."""

    path: Sequence[int]
    move: int
    after: int

    def run(self, packing: Packing, asked: Sought) -> Run:
        """Return the run, as the plain meaning takes its steps and judges its end."""
        world, states = packing.world, [packing.unpack(one) for one in self.path]
        moves = [_between(world, *pair) for pair in pairwise(states)]
        before, move, after = states[-1], None, states[-1]
        if self.move != STILL:
            move, after = world.moves[self.move], packing.unpack(self.after)
            moves.append(move)
        where = asked.breaks(world, before, move, after)
        if where is None or (move and world.outcome(before, move).after != after):
            raise EngineFault(f"'{world.flow.name}': a run of an explicit search does not replay")
        return Run(world.shape, states[0], tuple(moves), where, finder=Finder.SEARCH)


def _between(world: World, before: State, after: State) -> Move:
    for move, reached in world.steps(before):
        if reached == after:
            return move
    raise EngineFault(f"'{world.flow.name}': a step of an explicit search is none")
