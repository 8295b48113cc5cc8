"""What one point can see between the steps: views, found as they are met, and what breaks a claim.

What one point sees in any world it sees in the world of that point alone, if the flow is
deletion-closed; so what is found here is exact, and any other flow is refused.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from model.language.claims import Claim
from model.language.errors import IllFormed
from model.language.events import Event, Scope
from model.language.flow import Flow
from model.language.meaning import Move, State, Where
from properties.engine.budget import Budget
from properties.engine.slices.layout import Layout, View, layout
from properties.engine.slices.seen import Part, outlook_of, parts_of
from properties.engine.slices.steps import Steps, compile_steps
from properties.engine.slices.truth import StepTest, compile_step_claim

SHAPE = (1,)
HERE = Where(point=0, provider=0)
OFTEN = 256


@dataclass(frozen=True)
class Broken:
    """A claim that a view breaks, or the last move before it."""

    claim: Claim


@dataclass(frozen=True)
class _Asked:
    claim: Claim
    of_steps: bool
    still: StepTest
    of_moves: dict[int, StepTest]


class PointViews:
    """The views of one point of a flow, packed, and where they lead: by steps, back, or else."""

    def __init__(
        self,
        flow: Flow,
        steps: Sequence[Event],
        claims: Sequence[Claim],
        budget: Budget,
        back: Event | None = None,
    ) -> None:
        if not flow.deletion_closed:
            raise IllFormed(
                f"flow '{flow.name}': what one point sees depends on others, so orders cannot be "
                "found here",
                flow.place,
            )
        self.flow, self.budget = flow, budget
        self.at: Layout = layout(flow, flow.fields, SHAPE)
        self.compiled: Steps = compile_steps(self.at, flow.events)
        apart = {*steps, back} if back else set(steps)
        others = [n for n, m in enumerate(self.moves) if m.event not in apart]
        self._others = self.compiled.tables_of(others)
        self._by_event = {e: self.compiled.tables_of(self._of_event(e)) for e in apart}
        self._asked = [self._ask(claim, part) for claim in claims for part in _parts(flow, claim)]
        self._of_moves = [
            [(one.claim, one.of_moves[number]) for one in self._asked if number in one.of_moves]
            for number in range(len(self.moves))
        ]
        self._onward: dict[int, tuple[tuple[int, int], ...] | Broken] = {}
        self._seen: dict[int, Broken | None] = {}
        self._unpacked: dict[int, View] = {}
        self._states: dict[int, State] = {}

    @property
    def moves(self) -> tuple[Move, ...]:
        """Return the moves by number."""
        return self.compiled.moves

    @cached_property
    def firsts(self) -> list[int]:
        """Return the views with which a run may begin."""
        return [self.at.pack(view) for view in self.at.firsts()]

    def _of_event(self, event: Event) -> list[int]:
        return [n for n, move in enumerate(self.moves) if move.event == event]

    def _ask(self, claim: Claim, part: Part) -> _Asked:
        still, of_moves = compile_step_claim(self.compiled, part.body, HERE, each=False)
        return _Asked(claim, part.of_steps, still, of_moves if part.of_steps else {})

    def state(self, view: int) -> State:
        """Return the state of the world of one point that a view is."""
        if view not in self._states:
            self._states[view] = tuple(self.at.values(self._unpack(view)).values())
        return self._states[view]

    def _unpack(self, view: int) -> View:
        if view not in self._unpacked:
            self._unpacked[view] = self.at.unpack(view)
        return self._unpacked[view]

    def after(self, view: int, event: Event) -> list[tuple[int, int]]:
        """Return the moves of a step that are possible, with the views that they lead to."""
        tables = self._by_event[event]
        return [(n, view + added) for table in tables for n, added in table[view & table.bits]]

    def broken_at(self, view: int) -> Broken | None:
        """Return the claim that a view breaks."""
        if view not in self._seen:
            seen = self._unpack(view)
            wrong = (one for one in self._asked if not one.still(seen, seen))
            if (first := next(wrong, None)) and first.of_steps:
                message = f"claim '{first.claim.id}' is broken where nothing happens"
                raise IllFormed(f"{message}; no order can be judged by it", first.claim.place)
            self._seen[view] = Broken(first.claim) if first else None
        return self._seen[view]

    def broken_by(self, before: int, move: int, after: int) -> Broken | None:
        """Return the claim that a move breaks, or else the view to which it leads."""
        if tests := self._of_moves[move]:
            was, is_ = self._unpack(before), self._unpack(after)
            for claim, holds in tests:
                if not holds(was, is_):
                    return Broken(claim)
        return self.broken_at(after)

    def onward(self, view: int) -> tuple[tuple[int, int], ...] | Broken:
        """Return where all but steps lead from a view, or what is broken there or on the way."""
        if view not in self._onward:
            self._onward[view] = self._found(view)
            if len(self._onward) % OFTEN == 0:
                self.budget.check(len(self._onward))
        return self._onward[view]

    def others(self, view: int) -> list[tuple[int, int]]:
        """Return the moves that are no step, with the views that they lead to, good or not."""
        tables = self._others
        return [(n, view + added) for table in tables for n, added in table[view & table.bits]]

    def _found(self, view: int) -> tuple[tuple[int, int], ...] | Broken:
        found = self.others(view)
        wrong = (self.broken_by(view, number, after) for number, after in found)
        return self.broken_at(view) or next((one for one in wrong if one), None) or tuple(found)

    def closed(self, views: Iterable[int]) -> frozenset[int] | Broken:
        """Return all views to which others than steps lead, or the first thing that is broken."""
        met = dict.fromkeys(views)
        queue = list(met)
        for view in queue:
            onward = self.onward(view)
            if isinstance(onward, Broken):
                return onward
            for _, after in onward:
                if after not in met:
                    met[after] = None
                    queue.append(after)
        return frozenset(met)


def _parts(flow: Flow, claim: Claim) -> list[Part]:
    """Return what a claim joins; raises IllFormed where one point does not see it all."""
    whole = outlook_of(flow, claim)
    of_provider = whole.provider and not whole.points
    if whole.points > 1 or whole.other or (of_provider and not _alike(flow)):
        raise IllFormed(f"claim '{claim.id}' is not seen from one point", claim.place)
    return parts_of(flow, claim.of(flow), whole)


def _alike(flow: Flow) -> bool:
    """Tell whether a provider without points is at each moment as one that has some.

    All begin alike and move only as the industry does.
    """
    own = (f for f in flow.fields if flow.scope_of(f) is Scope.PROVIDER)
    moved = any(event.scope is Scope.PROVIDER for event in flow.events)
    return not moved and all(len(flow.initials(field)) == 1 for field in own)
