"""All that one point can show at an interface and nothing more, and the run that shows a word."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.language.events import Event, Scope
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.interfaces import LoggedInterface
from model.language.meaning import Move, State, Taken
from properties.engine.budget import Budget
from properties.engine.evidence import Run, Undecided
from properties.engine.fault import EngineFault
from properties.engine.interfaces.accepting import Witnessed, accepting
from properties.engine.interfaces.graph import SHAPE
from properties.engine.interfaces.keeping import keep, taken
from properties.engine.interfaces.letters import Symbol, symbols_of
from properties.engine.packets.export import Data
from properties.engine.packets.packet import first_data
from properties.engine.packets.store import Store, canonical
from properties.engine.slices.layout import world_of
from properties.engine.slices.replay import replays

Word = tuple[int, ...]  # letters by number
Answer = list[tuple[int, list[tuple[str, int]]]]  # from which member of a group, and the moves
FOLLOWED = b" followed"  # after the claim, in the name of what is kept


@dataclass(frozen=True)
class Replayed:
    """A run of one point that shows a word, and the rules that it takes at what is seen."""

    moves: tuple[Move, ...]
    taken: tuple[Taken, ...]


@dataclass(frozen=True)
class ExactlyShown:
    """An automaton of just what one point shows, as a packet that the checker has accepted.

    `edges` has for each state where each letter leads. A state of no life that is seen from its
    beginning is among them too. With `followed`, facts are followed by their own rules; else they
    are as free as in the letters, and the flow shows all that they then let be seen.
    """

    flow: Flow
    interface: LoggedInterface
    symbols: tuple[Symbol, ...]
    packet: Data
    followed: bool = False

    @property
    def unseen(self) -> frozenset[Field]:
        """Return the fields that are no part of its states."""
        facts = frozenset[Field]() if self.followed else self.interface.of_facts
        return facts | frozenset(self.interface.unseen)

    @cached_property
    def edges(self) -> tuple[Mapping[int, int], ...]:
        """Return for each state where letters lead, in their order."""
        numbers = {one.name: n for n, one in enumerate(self.symbols)}
        rows = ({numbers[name]: to for name, to in row.items()} for row in self.packet["automaton"])
        return tuple(dict(sorted(row.items())) for row in rows)

    @cached_property
    def reached(self) -> tuple[int, ...]:
        """Return the states of lives that are seen from the beginning, the first first."""
        found = [0]
        for state in found:  # which grows
            found += dict.fromkeys(to for to in self.edges[state].values() if to not in found)
        return tuple(found)

    def shows(self, word: Sequence[int]) -> int | None:
        """Return the state after a word; None where no point can show it."""
        state = 0
        for letter in word:
            if letter not in self.edges[state]:
                return None
            state = self.edges[state][letter]
        return state

    def replayed(self, word: Sequence[int]) -> Replayed:
        """Return a run of the whole flow that shows a word; raises EngineFault where it does not.

        It is put together, from its end, of the steps by which the packet answers each letter.
        """
        group, made = 0, list[Answer]()
        for letter in word:
            answer, group = self._answers[group, self.symbols[letter].name]
            made.append(answer)
        member, steps = 0, list[tuple[str, int]]()
        for answer in reversed(made):
            member, some = answer[member]
            steps = [*some, *steps]
        moves = tuple(Move(self._events[name], home) for name, home in steps)
        seen = self.shown_by(Run(SHAPE, self._first(member), moves))
        if tuple(letter for letter, _ in seen) != tuple(word):
            raise EngineFault("a run of a suite does not show on the flow what it should")
        return Replayed(moves, tuple(one for _, taken in seen for one in taken))

    @cached_property
    def _answers(self) -> dict[tuple[int, str], tuple[Answer, int]]:
        found = self.packet["exactly"]["answers"]
        return {(group, name): (steps, to) for group, name, steps, to in found}

    @cached_property
    def _events(self) -> dict[str, Event]:
        return {str(event): event for event in self.flow.events}

    def _first(self, member: int) -> State:
        told = canonical(self.packet["exactly"]["firsts"][member])
        states = world_of(self.flow, SHAPE).initial_states()
        return next(s for s in states if canonical(first_data(self.flow, SHAPE, s)) == told)

    def shown_by(self, run: Run) -> list[tuple[int, tuple[Taken, ...]]]:
        """Return the letter of each step that is seen of a run of one point, and its rules."""
        world, seen = world_of(self.flow, run.shape), list[tuple[int, tuple[Taken, ...]]]()
        trail = replays(world, run.first, run.moves)
        if trail.refused is not None:
            raise EngineFault("a run of a suite does not replay on the flow")
        for before, move in zip(trail.states, run.moves, strict=False):
            taken = world.outcome(before, move).taken
            actors = {str(one.rule.actor) for one in taken if not one.machine.observer}
            for n, one in enumerate(self.symbols):
                fits = move.event in one.events and one.actor in actors
                if fits and world.compute(one.when, before, Scope.POINT, 0):
                    seen.append((n, taken))
        return seen


def exactly_shown(
    flow: Flow,
    interface: LoggedInterface,
    of_monitor: Data,
    budget: Budget,
    store: Store | None = None,
) -> ExactlyShown:
    """Return what one point shows; raises Undecided where nothing shows that it is just that.

    A monitor that accepts no more will do. Else the automaton in which facts follow their rules is
    sought, and the checker asked of it.
    """
    symbols = symbols_of(flow, interface)
    if of_monitor["exactly"] is not None:
        return ExactlyShown(flow, interface, symbols, of_monitor)
    if store is None:
        found = accepting(flow, interface, budget, followed=True)
    else:
        held = store  # for the function below
        found = accepting(
            flow, interface, budget, lambda claim: taken(held, claim + FOLLOWED), followed=True
        )
        keep(store, found.claim.text + FOLLOWED, Witnessed(found.packet, found.more))
    if not found.exactly:
        raise Undecided(
            f"what one point shows at {interface.id} is not known exactly: {found.more}"
        )
    return ExactlyShown(flow, interface, found.symbols, found.packet, followed=True)
