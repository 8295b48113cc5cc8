"""A weak simulation: for each edge of an automaton, steps of the flow that answer it.

What answers a node is a group of states, which between them do all that the node does: one state
alone may have gone a hidden way already on which not all of it can be seen.
"""

from dataclasses import dataclass

from model.language.meaning import Move, State
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.interfaces.automaton import Automaton, Subset, Subsets
from properties.engine.interfaces.cone import machines_behind
from properties.engine.interfaces.cover import Cover
from properties.engine.interfaces.graph import SHAPE
from properties.engine.slices.layout import world_of
from properties.engine.slices.replay import replays

Member = tuple[int, State]  # a view, and a state of the whole flow that it stands for
Steps = tuple[int, tuple[Move, ...]]  # from which member of a group, and the moves


@dataclass(frozen=True)
class Reply:
    """From a group, by these steps of its members, each seen as the same name, to a group."""

    group: int
    label: str
    steps: tuple[Steps, ...]
    to: int


@dataclass(frozen=True)
class Replies:
    """First states, which are group 0, and answers that lead from group to group.

    Of the states of groups only what the machines hold that are behind the interface counts.
    """

    machines: tuple[str, ...]
    firsts: tuple[State, ...]
    answers: tuple[Reply, ...]


def replies(automaton: Automaton, subsets: Subsets, budget: Budget) -> Replies:
    """Return replies to all that an automaton of just what a flow lets be seen asks."""
    return _Search(automaton, subsets).found(budget)


class _Search:
    """Replies found group by group, those known by now before others."""

    def __init__(self, automaton: Automaton, subsets: Subsets) -> None:
        self.automaton, self.subsets, self.graph = automaton, subsets, subsets.graph
        self.cover, self.world = Cover(automaton, subsets), world_of(self.graph.flow, SHAPE)
        self.machines = machines_behind(self.graph.flow, self.graph.labels)
        own = {field for machine in self.machines for field in machine.all_fields}
        self.own = [n for (field, _), n in self.world.slots.items() if field in own]
        self.groups: list[tuple[int, list[Member]]] = []
        self.numbers: dict[object, int] = {}

    def found(self, budget: Budget) -> Replies:
        """Return the answers to all nodes."""
        views = {self.subsets.component[view]: view for view in self.graph.firsts}
        some = self.cover.few(0, sum(1 << c for c in views))
        firsts = [(views[c], self.graph.first_state(views[c])) for c in some]
        firsts = firsts or [(0, self.graph.first_state(0))]
        self._group(0, firsts)
        made = list[Reply]()
        for number, (node, members) in enumerate(self.groups):  # which grows
            for label, to in self.automaton.edges[node].items():
                budget.check(len(self.groups))
                steps, there = self._answered(members, label, to)
                made.append(Reply(number, label, tuple(steps), self._group(to, there)))
        names = tuple(map(str, self.machines))
        return Replies(names, tuple(state for _, state in firsts), tuple(made))

    def _answered(
        self, members: list[Member], label: str, to: int
    ) -> tuple[list[Steps], list[Member]]:
        steps, there = list[Steps](), list[Member]()
        for ends in self._targets(members, label, to):
            taken, end = self._path(members, label, ends)
            steps.append(taken)
            there.append(end)
        return steps, there or [members[0]]

    def _targets(self, members: list[Member], label: str, to: int) -> list[list[int]]:
        """Return for each member that is needed next the views that will do for it."""
        reached = self._reached(members, label)
        for node, known in self.groups:
            if node == to and all(reached >> self.subsets.component[v] & 1 for v, _ in known):
                return [[view] for view, _ in known]
        some = self.cover.few(to, reached) or [(reached & -reached).bit_length() - 1]
        return [self.subsets.components[c] for c in some]

    def _reached(self, members: list[Member], label: str) -> Subset:
        found = 0
        for view, _ in members:
            found |= self.subsets.weakly[self.subsets.component[view]].get(label, 0)
        return found

    def _path(self, members: list[Member], label: str, ends: list[int]) -> tuple[Steps, Member]:
        found = self.graph.path([view for view, _ in members], (label,), set(ends))
        assert found is not None, "what is reached has a path"
        view, numbers, end = found
        which = next(n for n, (mine, _) in enumerate(members) if mine == view)
        moves = tuple(self.graph.moves[n] for n in numbers)
        trail = replays(self.world, members[which][1], moves)
        if trail.refused is not None:
            raise Undecided("an answer to the automaton does not replay on the whole flow")
        return (which, moves), (end, trail.states[-1])

    def _group(self, node: int, members: list[Member]) -> int:
        key = node, frozenset(tuple(state[n] for n in self.own) for _, state in members)
        if key not in self.numbers:
            self.numbers[key] = len(self.groups)
            self.groups.append((node, members))
        return self.numbers[key]
