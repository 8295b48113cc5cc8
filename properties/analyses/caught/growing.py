"""Slices that grow until the run to each value that is sought is judged, or nothing leads to it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from model.language.events import Event, happens
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.sorts import Value
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.slices.closure import Closure
from properties.engine.slices.seen import Outlook, Part, part_of, spoken_of
from properties.engine.slices.watch import Bad, first_bad

Judge = Callable[[Part, Bad], Run | set[Field]]


@dataclass
class Growing:
    """The runs found, the values for which it was given up, and what was kept at the end.

    A run of a slice is judged: it is a run of the flow, or it says what else to keep, or neither.
    """

    flow: Flow
    event: Event
    judge: Judge
    budget: Budget
    kept: frozenset[Field] = frozenset()
    runs: dict[Value, Run] = field(default_factory=dict)
    given_up: list[Value] = field(default_factory=list)

    def seek(self, asked: Mapping[Value, Expression]) -> "Growing":
        """Seek a run to the event for each value, given what then holds."""
        parts = {value: part(self.flow, self.event, caught) for value, caught in asked.items()}
        self.kept = self.kept.union(*(one.fields for one in parts.values()))
        left = list(parts)
        with self.budget:
            while left:
                self.kept |= self._in_slice(parts, left)
        return self

    def _in_slice(self, parts: Mapping[Value, Part], left: list[Value]) -> set[Field]:
        """Take from what is left all that one slice settles, and return what else to keep."""
        first = parts[left[0]]
        searched = closure(self.flow, self.event, self.kept, first, self.budget)
        while left:
            value = left[0]
            bad = first_bad(searched, parts[value], first.sights[-1], each=False)
            answer = self.judge(parts[value], bad) if bad else None
            if isinstance(answer, set) and answer:
                return answer
            if isinstance(answer, Run):
                self.runs[value] = answer
            elif bad:
                self.given_up.append(value)
            left.pop(0)
        return set()


def part(flow: Flow, event: Event, caught: Expression) -> Part:
    """Return the claim that an event never happens where something holds."""
    body = ~(happens(event) & caught)
    points, provider, other = spoken_of(flow, body)
    return part_of(flow, body, Outlook(points, provider, other, of_steps=True))


def closure(flow: Flow, event: Event, kept: frozenset[Field], at: Part, budget: Budget) -> Closure:
    """Return the closure of some fields, seen from where a part is, that sees an event."""
    shapes = [shape for shape, _ in at.sights[-1]]
    return Closure(flow, kept, shapes, budget, watched=(event,))
