"""Claims on states and on steps, and on where a flow is stuck."""

from dataclasses import InitVar, dataclass, field
from functools import partial
from typing import ClassVar

from model.language.asking import demands, possible
from model.language.claims.claim import NOTHING, Body, Claim
from model.language.conditions import all_of
from model.language.errors import IllFormed
from model.language.events import Event
from model.language.expressions import Expression, as_expression, need_truth
from model.language.families import no_family
from model.language.flow import Flow
from model.language.given import take, twice


@dataclass(frozen=True, eq=False)
class ForEach(Claim):
    """Is for every point and provider, and for each member of the family that it speaks of.

    Either `body` says it, or `when` and `then` do, which are the two sides of an `implies`.
    """

    body: Body = NOTHING
    when: InitVar[Expression | None] = field(default=None, kw_only=True)
    then: InitVar[Expression | None] = field(default=None, kw_only=True)

    def __post_init__(self, when: Expression | None, then: Expression | None) -> None:
        for name, side in (("when", when), ("then", then)):
            if side is not None:
                at = self.place.at(self, name)
                need_truth(side, f"{self.called}: '{name}'", at)
        sides = [side for side in (when, then) if side is not None]
        if len(sides) != (2 if self.body is NOTHING else 0):
            message = "says a body, or both 'when' and 'then'"
            raise IllFormed(f"{self.called} {message}", self.place)
        if sides:
            object.__setattr__(self, "body", as_expression(sides[0]).implies(sides[1]))
        super().__post_init__()

    def _of_members(self, node: Expression) -> Expression:
        return all_of(*node.values()) if node.of else node


@dataclass(frozen=True, eq=False)
class Always(ForEach):
    """Holds in every reachable state, for every point and provider."""

    kind: ClassVar[str] = "always"
    takes: ClassVar[tuple[str, ...]] = ("always",)
    of_states: ClassVar[bool] = True


@dataclass(frozen=True, eq=False)
class Step(ForEach):
    """Holds of every step of anybody, as seen by every point and provider.

    `after` reads the state that the step leads to. A step of which nothing is seen counts too:
    one of another, or one that changes nothing that is read. What did not happen is no step.
    Where only another's step breaks the claim, the run that shows it has two points.
    """

    kind: ClassVar[str] = "step"
    takes: ClassVar[tuple[str, ...]] = ("always",)


@dataclass(frozen=True, eq=False)
class Sometimes(Claim):
    """Some run with at most three points gets there; the verdict says with how many."""

    kind: ClassVar[str] = "sometimes"


@dataclass(frozen=True, eq=False, kw_only=True)
class StuckOnly(Claim):
    """In every reachable state in which none of `ways` is possible, `body` holds.

    An event is one's own, one's provider's or the industry's. `ways` are named since a flow that
    some other event never leaves at rest would make the claim say nothing. Where one of them asks
    something of others, what one point sees does not tell if it is possible: then a run of few
    points may refute it, and nothing proves it.
    """

    ways: tuple[Event, ...]
    only: Body = field(init=False, repr=False)

    kind: ClassVar[str] = "stuck only"
    of_states: ClassVar[bool] = True

    def __post_init__(self) -> None:
        super().__post_init__()
        told, at = f"{self.called}: 'ways'", partial(self.place.at, self, "ways")
        take(self, self.called, self.place, ways=Event)
        for number, event in enumerate(self.ways):
            no_family(event, told, at(number))
        if not self.ways or twice(self.ways) is not None:
            raise IllFormed(f"{told} names no event, or one twice; correct it", at())
        object.__setattr__(self, "only", self.body)
        object.__setattr__(self, "body", self._said)

    def at_rest(self, flow: Flow) -> Expression:
        """Return what holds where none of the ways is possible."""
        return self.only if isinstance(self.only, Expression) else self._checked(self.only(flow))

    def _said(self, flow: Flow) -> Expression:
        """Say it of a flow; a way on that asks something of others counts as never possible.

        In a variant another may take an event: it is the one of that name.
        """
        names = {str(event) for event in self.ways}
        known = [e for e in flow.events if str(e) in names and not demands(flow, e)]
        stuck = all_of(*(~possible(flow, event) for event in known))
        return stuck.implies(self.at_rest(flow))

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events of which none is possible."""
        return self.ways
