"""A breadth-first search of a whole instance: every state counts, and every step."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from model.language.flow import Flow
from model.language.meaning import Move, State, World
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Finder, Run
from properties.engine.explicit.asked import Asked
from properties.engine.explicit.packing import Packing, packing_of
from properties.engine.explicit.python import Parents, Step, broken_of, expand_of
from properties.engine.fault import EngineFault

BATCH = 512  # states between two looks at the budget
STILL = -1  # the number of no move
ANSWERED = "each claim is broken"


@dataclass(frozen=True)
class Searched:
    """Reachable states, steps from them (first states included), levels; or why it stopped.

    `runs` has for each that was asked a shortest run that breaks it, or None: it holds of all that
    was searched, and that is all there is only where nothing stopped the search.
    """

    states: int
    successors: int
    depth: int
    stopped: str = ""
    runs: tuple[Run | None, ...] = ()


def search(
    flow: Flow, shape: tuple[int, ...], budget: Budget, asked: Sequence[Asked] = ()
) -> Searched:
    """Search an instance to its end, or until each that was asked is broken."""
    with budget:
        going = _Search(packing_of(flow, shape), budget, asked)
        stopped = ""
        try:
            going.begin()
            while going.level and not going.is_answered:
                going.next_level()
        except Spent as limit:
            stopped = str(limit)
        if going.level and not stopped:
            stopped = ANSWERED
        runs = tuple(
            end and going.run(one, end) for one, end in zip(asked, going.ends, strict=True)
        )
        return Searched(len(going.parents), going.successors, going.depth, stopped, runs)


@dataclass
class _Search:
    packing: Packing
    budget: Budget
    asked: Sequence[Asked]
    parents: Parents = field(default_factory=dict)
    level: list[int] = field(default_factory=list)
    successors: int = 0
    depth: int = 0

    def __post_init__(self) -> None:
        self.ends: list[Step | None] = [None for _ in self.asked]

    def begin(self) -> None:
        """Take the first states, and write down what the search needs."""
        for n, state in enumerate(self.packing.firsts()):
            if n % BATCH == 0:
                self.budget.check(n)
            self.parents[state] = None
            self.level.append(state)
        self.successors = len(self.level)
        self.expand = expand_of(self.packing, keep_steps=any(one.of_steps for one in self.asked))
        self.broken = [broken_of(self.packing, one) for one in self.asked]
        self._look(self.level, [])

    @property
    def is_answered(self) -> bool:
        """Tell whether something was asked, and all of it is broken."""
        return bool(self.ends) and None not in self.ends

    def next_level(self) -> None:
        """Take all steps of a level."""
        level, self.level = self.level, []
        self.depth += 1
        for at in range(0, len(level), BATCH):
            new, steps = list[int](), list[Step]()
            states = level[at : at + BATCH]
            self.successors += self.expand(states, self.parents, new, steps)
            self._look(new, steps)
            self.level += new
            self.budget.check(len(self.parents))

    def _look(self, new: Iterable[int], steps: Iterable[Step]) -> None:
        """Ask what is not broken yet of new states and steps."""
        for n, one in enumerate(self.asked):
            if self.ends[n] is None:
                self.ends[n] = self.broken[n](
                    steps if one.of_steps else ((s, STILL, s) for s in new)
                )

    def run(self, one: Asked, end: Step) -> Run:
        """Return the run to a step or a state that breaks what was asked; it is replayed."""
        packed, move, last = end
        path = [packed]
        while (before := self.parents[path[-1]]) is not None:
            path.append(before)
        states = [self.packing.unpack(state) for state in reversed(path)]
        world = self.packing.world
        moves = [_between(world, *pair) for pair in pairwise(states)]
        if move == STILL:
            where = one.breaks(world, states[-1], None, states[-1])
        else:
            moves.append(world.moves[move])
            after = world.outcome(states[-1], moves[-1]).after
            met = after is not None and after == self.packing.unpack(last)
            where = one.breaks(world, states[-1], moves[-1], after) if met and after else None
        if where is None:
            raise EngineFault("a run of an explicit search does not replay")
        return Run(world.shape, states[0], tuple(moves), where, finder=Finder.SEARCH)


def _between(world: World, before: State, after: State) -> Move:
    for move, reached in world.steps(before):
        if reached == after:
            return move
    raise EngineFault(f"'{world.flow.name}': a step of an explicit search is none")
