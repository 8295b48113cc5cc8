"""What may be seen of a flow with one point, by its plain meaning: sets of states, step by step."""

from collections import deque
from dataclasses import replace
from random import Random

from model.language import Event, Flow
from model.language.meaning import State, World
from properties.engine.interfaces.same_at import SameAt
from tests.small_flows import Drawing

Known = frozenset[State]


class Plain:
    """A flow with one point as it is walked: where it may be after what was seen."""

    def __init__(self, flow: Flow, labels: dict[Event, str]) -> None:
        self.world, self.labels = World(flow, (1,)), labels
        self.first = self.unseen(frozenset(self.world.initial_states()))

    def unseen(self, states: Known) -> Known:
        found, waiting = set(states), list(states)
        while waiting:
            for move, after in self.world.steps(waiting.pop()):
                if move.event not in self.labels and after not in found:
                    found.add(after)
                    waiting.append(after)
        return frozenset(found)

    def after(self, states: Known) -> dict[str, Known]:
        led: dict[str, set[State]] = {}
        for state in states:
            for move, after in self.world.steps(state):
                if move.event in self.labels:
                    led.setdefault(self.labels[move.event], set()).add(after)
        return {label: self.unseen(frozenset(some)) for label, some in led.items()}


def partings(asked: SameAt) -> dict[tuple[int, str], int]:
    """How many things are seen before each name is possible on one side (0 or 1) alone."""
    one, other = (Plain(flow, asked.labels(n)) for n, flow in enumerate(asked.flows))
    found: dict[tuple[int, str], int] = {}
    met = {(one.first, other.first): 0}
    waiting = deque(met)
    while waiting:
        pair = waiting.popleft()
        mine, theirs = one.after(pair[0]), other.after(pair[1])
        for label in mine.keys() | theirs.keys():
            if label in mine and label in theirs:
                if (after := (mine[label], theirs[label])) not in met:
                    met[after] = met[pair] + 1
                    waiting.append(after)
            else:
                found.setdefault((int(label in theirs), label), met[pair])
    return found


def random_comparison(seed: int) -> SameAt:
    """A small random flow beside one that lacks a rule of it, or beside one with a rule changed."""
    random = Random(f"comparison {seed}")
    drawing = Drawing(seed, "closed", providers=random.random() < 0.4)
    flow = drawing.flow()
    machine = random.choice([m for m in flow.machines if m.transitions])
    rules = list(machine.transitions)
    lost = random.randrange(len(rules))
    if random.random() < 0.6:
        del rules[lost]
    else:
        old = rules[lost]
        rules[lost] = drawing.rule(machine.scope, old.event, old.source[0])
    other = flow.but(replace(machine, transitions=tuple(rules)))
    both = [event for event in flow.events if event in other.events]
    seen = random.sample(both, random.randrange(1, len(both) + 1))
    return SameAt("random", "Alike.", (flow, other), {str(e): ((e,), (e,)) for e in seen})
