"""What one point shows in letters, by plain walks of whole worlds; and random interfaces."""

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from random import Random

from model.language import Event, Flow, Scope
from model.language.expressions import Field, Named
from model.language.interfaces import Fact, LoggedInterface
from model.language.meaning import Move, State, World
from model.language.sorts import words_of
from properties.engine.interfaces.letters import Symbol
from tests.small_flows import Drawing

Known = frozenset[State]
Seen = tuple[str, str | None, dict[str, bool | str]]  # a name, whose, and all facts


class Worlds:
    """A world of some shape, of which one point is seen through an interface."""

    def __init__(
        self, flow: Flow, interface: LoggedInterface, shape: tuple[int, ...], point: int = 0
    ) -> None:
        self.world, self.interface, self.point = World(flow, shape), interface, point
        self.names = {
            one: name
            for name, events in interface.visible.items()
            for event in events
            for one in (event.values() if event.of else (event,))
        }
        self.first = self.unseen(frozenset(self.world.initial_states()))

    def shown(self, state: State, move: Move) -> Seen | None:
        """What is seen of a move, as the point that is looked at sees it."""
        mine = self.world.owner(move.event.scope, Scope.POINT, self.point)
        if move.event not in self.names or move.home != mine:
            return None
        member = move.event.member
        told = {_said(fact): self._now(fact, state) for fact in self.interface.facts}
        return self.names[move.event], None if member is None else words_of(member), told

    def _now(self, fact: Fact, state: State) -> bool | str:
        if isinstance(fact, Field):
            return words_of(self.world.value(state, fact, Scope.POINT, self.point))
        return bool(self.world.compute(fact, state, Scope.POINT, self.point))

    def unseen(self, states: Known) -> Known:
        found, waiting = set(states), list(states)
        while waiting:
            state = waiting.pop()
            for move, after in self.world.steps(state):
                if self.shown(state, move) is None and after not in found:
                    found.add(after)
                    waiting.append(after)
        return frozenset(found)

    def after(self, states: Known, letter_of: Callable[[Seen], str]) -> dict[str, Known]:
        led: dict[str, set[State]] = {}
        for state in states:
            for move, after in self.world.steps(state):
                if (seen := self.shown(state, move)) is not None:
                    led.setdefault(letter_of(seen), set()).add(after)
        return {letter: self.unseen(frozenset(some)) for letter, some in led.items()}


def _said(fact: Fact) -> str:
    return fact.name if isinstance(fact, Field) else fact.words


def letters_by(symbols: Sequence[Symbol]) -> Callable[[Seen], str]:
    """A function from what is seen to the one letter that fits it."""

    def letter_of(seen: Seen) -> str:
        name, member, facts = seen
        (found,) = (
            one.name
            for one in symbols
            if (one.seen, one.member) == (name, member)
            and all(facts[fact] == value for fact, value in one.facts)
        )
        return found

    return letter_of


def missed(
    edges: Sequence[Mapping[str, int]],
    worlds: Worlds,
    letter_of: Callable[[Seen], str],
    *,
    less: bool = False,
    most: int = 400,
) -> tuple[str, ...] | None:
    """A shortest word that is shown and not accepted; with `less`, accepted and not shown."""
    met: dict[tuple[int, Known], tuple[str, ...]] = {(0, worlds.first): ()}
    waiting = deque(met)
    while waiting and len(met) < most:
        pair = node, known = waiting.popleft()
        shown = worlds.after(known, letter_of)
        wrong = edges[node].keys() - shown.keys() if less else shown.keys() - edges[node].keys()
        if wrong:
            return (*met[pair], min(wrong))
        for letter in shown.keys() & edges[node].keys():
            to = edges[node][letter], shown[letter]
            if to not in met:
                met[to] = (*met[pair], letter)
                waiting.append(to)
    return None


def random_interface(seed: int) -> tuple[Flow, LoggedInterface]:
    """A small random flow, some of its events seen, and some of its wider fields as facts."""
    random = Random(f"interface {seed}")
    drawing = Drawing(seed, "closed", providers=random.random() < 0.5)
    flow = drawing.flow()
    seen = random.sample(list(flow.events), random.randrange(1, len(flow.events) + 1))
    wide = [field for field in flow.fields if flow.scope_of(field) is not Scope.POINT]
    facts = [_fact(field, random) for field in wide if random.random() < 0.6]
    widest = max(event.scope for event in seen)
    kept = tuple(f for f in facts if flow.scope_of(_field(f)) >= widest)
    known = {_field(fact) for fact in kept}
    forgotten = [f for f in wide if random.random() < 0.2 and f not in known]
    visible = _named(seen, random)
    interface = LoggedInterface(
        "random", "Some events.", "somebody", visible, kept, unseen=tuple(forgotten)
    )
    return flow, interface


def _fact(field: Field, random: Random) -> Fact:
    value = random.choice([False, True] if field.sort is bool else list(field.sort))
    return field if random.random() < 0.3 else Named(f"{field.name} is so", field.is_(value))


def _field(fact: Fact) -> Field:
    return fact if isinstance(fact, Field) else fact.body.leaves[0].field  # type: ignore[attr-defined]


def _named(seen: list[Event], random: Random) -> dict[str, tuple[Event, ...]]:
    """Names of events; two of one scope may have one name."""
    first, *others = seen
    if others and others[0].scope is first.scope and random.random() < 0.3:
        return {"either": (first, others[0]), **{str(e): (e,) for e in others[1:]}}
    return {str(event): (event,) for event in seen}
