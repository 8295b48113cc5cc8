"""What somebody who is not tracked may do to what is seen, and witnesses (`SOUNDNESS.md`, 3).

A further point or provider may act where every tracked part of the wider view that it would
make is known. A guard that asks for *some* owner may be satisfied by anybody known to occur
with the same industry.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.language.events import Event, Scope
from model.language.expressions import Field, Quantified, Quantifier
from model.language.flow import Flow
from properties.engine.budget import look
from properties.engine.slices.layout import Shape, View, layout
from properties.engine.slices.owner import Owner
from properties.engine.slices.reach import Reach
from properties.engine.slices.shapes import Extension, embeddings, extensions
from properties.engine.slices.source import compile_test, join
from properties.engine.slices.steps import Steps, compile_steps

OFTEN = 64  # so many views between two looks at the budget


@dataclass(frozen=True)
class Ghosts:
    """The others of a flow, as far as they can change or allow what is kept.

    With `most`, there are no more points than so many, those that are seen included. With `each`,
    a step that changes nothing that is kept matters as well.
    """

    flow: Flow
    kept: frozenset[Field]
    most: int | None = None
    each: bool = False

    @cached_property
    def events(self) -> frozenset[Event]:
        """Return the events of one point or provider by which wider machines change kept fields."""
        return frozenset(
            rule.event
            for machine, rule in self.flow.rules()
            if machine.scope > rule.event.scope
            and (self.kept & rule.then.keys() or (machine.state in self.kept and rule.target))
        )

    @property
    def possible(self) -> bool:
        """Tell whether anybody else can change what is seen, or what it may do."""
        return bool(self.events or self.flow.somes)

    @cached_property
    def asked(self) -> frozenset[Event]:
        """Return the events of others that are asked about."""
        own = (event for event in self.flow.events if event.scope is not Scope.INDUSTRY)
        return frozenset(own) if self.each else self.events

    def supports(self) -> tuple[Shape, ...]:
        """Return the shapes of those who may act unseen; they are closed as well."""
        if not (self.possible or self.asked):
            return ()
        return ((1,), (0,)) if self.flow.has_providers else ((1,),)

    def extensions(self, shape: Shape) -> Iterator[Extension]:
        """Yield each way in which one member more may be there besides a shape."""
        every = extensions(self.flow, shape)
        return (e for e in every if self.most is None or sum(e.wide) <= self.most)

    def haunt(self, reaches: dict[Shape, Reach]) -> bool:
        """Let everybody else act once, and be witnesses; tell whether anything was new."""
        if not self.possible:
            return False
        before = sum(len(reach.packed) for reach in reaches.values())
        witnessed = self._witness(reaches)
        for shape, reach in reaches.items():
            for old, _, new in list(self.steps_of_others(reaches, shape)):
                reach.add(new, old)
        return witnessed or sum(len(reach.packed) for reach in reaches.values()) > before

    def _witness(self, reaches: dict[Shape, Reach]) -> bool:
        found = {
            (id(some), *view[: _industry(reach.steps)])
            for reach in reaches.values()
            for some in self.flow.somes
            for satisfies in [_test(reach.steps, some)]
            for view in _looking(reach.order)
            if satisfies(view)
        }
        new = any(found - reach.steps.witnesses for reach in reaches.values())
        if new:
            for reach in reaches.values():
                reach.learn(found)
        return new

    def steps_of_others(
        self, reaches: dict[Shape, Reach], shape: Shape
    ) -> Iterator[tuple[View, Event, View]]:
        """Yield each step that somebody else may take, with what is tracked before and after."""
        for extension in self.extensions(shape):
            steps = self._steps(extension)
            if not steps.moves:
                continue
            steps.learn(reaches[shape].steps.witnesses)
            old = extension.old.slots(steps.layout, shape)
            for number, view in enumerate(self._joined(reaches, shape, extension, steps)):
                if number & 1023 == 0:
                    reaches[shape].budget.check(number)
                before = tuple(view[n] for n in old)
                for taken, after in steps.successors(view):
                    yield before, steps.moves[taken].event, tuple(after[n] for n in old)

    def _steps(self, extension: Extension) -> Steps:
        return compile_steps(
            layout(self.flow, self.kept, extension.wide),
            watched=self.asked if self.each else (),
            moves=lambda move: move.event in self.asked and extension.is_own(move),
        )

    def _joined(
        self, reaches: dict[Shape, Reach], shape: Shape, extension: Extension, steps: Steps
    ) -> Iterator[View]:
        """Yield each wider view of which every tracked part is known."""
        old = extension.old.slots(steps.layout, shape)
        new = extension.new.slots(steps.layout, extension.single)
        shared = [n for n in new if n in set(old)]
        partners: dict[View, list[View]] = {}
        for view in _looking(reaches[extension.single].order):
            key = tuple(view[new.index(n)] for n in shared)
            partners.setdefault(key, []).append(view)
        known = {narrow: frozenset(reach.order) for narrow, reach in reaches.items()}
        tracked = [
            (known[narrow], at.slots(steps.layout, narrow))
            for narrow in reaches
            for at in embeddings(narrow, extension.wide)
        ]
        for view in list(reaches[shape].order):
            for partner in _looking(partners.get(tuple(view[old.index(n)] for n in shared), ())):
                slots = dict(zip(old, view, strict=True)) | dict(zip(new, partner, strict=True))
                joined = tuple(slots[n] for n in range(len(slots)))
                if all(tuple(joined[n] for n in part) in views for views, part in tracked):
                    yield joined


def ghosts_of(flow: Flow, kept: frozenset[Field], most: int | None, *, each: bool) -> Ghosts | None:
    """Return the others of a flow; None where they can neither change nor allow what is kept."""
    ghosts = Ghosts(flow, kept, most, each)
    return ghosts if ghosts.possible or each else None


def _looking(views: Sequence[View]) -> Iterator[View]:
    """Yield views, and look at the budget before so many."""
    for n, view in enumerate(views):
        if n % OFTEN == 0:
            look()
        yield view


def _industry(steps: Steps) -> int:
    return sum(1 for scope, _ in steps.layout.owners() if scope is Scope.INDUSTRY)


def _test(steps: Steps, some: Quantified) -> Callable[[View], bool]:
    """Return a test whether an owner in a view may satisfy what is asked of some owner."""
    scope = Scope.PROVIDER if some.quantifier is Quantifier.SOME_PROVIDER else Scope.POINT
    owners = steps.layout.world.owners(scope)
    options = [Owner(steps.layout, scope, owner).possible(some.body) for owner in owners]
    return compile_test(steps.layout, join("or", [0, *options]))
