"""A flow at one shape as clauses: its state before and after a step, and what each move does.

Every transition that fits is a choice of its own, so that two which compete are both possible.
What a choice does stands apart from when it may be made: only with the literal `strict` does a
choice fit, and stay within its sorts, where it is made. So what one choice does can be asked of
many states at once (`questions.py`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from model.language.events import Scope
from model.language.expressions import Expression, Quantified, Quantifier, Read
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import Move, World
from model.language.sorts import members
from model.language.transitions import Transition
from properties.engine.budget import look
from properties.engine.fault import EngineFault
from properties.engine.pdr.clauses import TRUE, Clauses
from properties.engine.pdr.sat import Unserved
from properties.engine.pdr.terms import Slot, Values, holds, meaning, one_of

MOST_VALUES = 20_000  # of all slots together

PROVIDERS = (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)


@dataclass(frozen=True)
class Choice:
    """What a machine may do at a move: the literal of doing it, and that of its being possible."""

    made: int
    fits: int


@dataclass
class Moving:
    """A move: its literal, the choices of its machines, and where it may leave a sort."""

    made: int
    choices: list[Choice] = field(default_factory=list)
    leaves: list[int] = field(default_factory=list)


class FlowClauses:
    """The clauses of a flow at a shape."""

    def __init__(self, flow: Flow, shape: tuple[int, ...]) -> None:
        self.world, self.clauses = World(flow, shape), Clauses()
        if sum(len(members(field.sort)) for field, _ in self.world.slots) > MOST_VALUES:
            raise Unserved(f"its fields have more than {MOST_VALUES} values in all")
        self.strict = self.clauses.new()
        self.before = {slot: self._values(slot) for slot in self.world.slots}
        self.outside: dict[Slot, int] = {}
        written = dict.fromkeys(s for move in self.world.moves for s in self._written(move))
        self.after = {s: self._after(s) if s in written else v for s, v in self.before.items()}
        self.moves = {move: Moving(self.clauses.new()) for move in self.world.moves}
        self._writers: dict[Slot, list[int]] = {slot: [] for slot in written}
        for move, moving in self.moves.items():
            look()
            self._relate(move, moving)
        for slot, writers in self._writers.items():
            self._frame(slot, writers)

    def _values(self, slot: Slot) -> Values:
        return one_of(self.clauses, members(slot[0].sort))

    def _after(self, slot: Slot) -> Values:
        """Return the values after a step, and note that of being outside the sort, if any."""
        kept, sort = slot[0], slot[0].sort
        machine = self.world.flow.machine_of[kept]
        given = (rule.then[kept].sort for rule in machine.transitions if kept in rule.then)
        if all(set(members(one)) <= set(members(sort)) for one in given):
            return self._values(slot)
        outside = object()
        values = one_of(self.clauses, (*members(sort), outside))  # type: ignore[arg-type]
        self.outside[slot] = values.pop(outside)  # type: ignore[call-overload]
        self.clauses.add(-self.strict, -self.outside[slot])
        return values

    def machines(self, move: Move) -> Iterable[tuple[Machine, int, bool]]:
        """Yield each machine that may move, whose it is, and whether it may stay as it is."""
        flow, (event, home) = self.world.flow, (move.event, move.home)
        for machine in flow.taking_part(event):
            yield machine, self.world.owner(machine.scope, event.scope, home), False
        for machine in flow.following(event):
            for owner in self.world.below(event, home, machine.scope):
                yield machine, owner, True

    def _written(self, move: Move) -> Iterable[Slot]:
        for machine, owner, _ in self.machines(move):
            can_change = machine.writes(move.event)
            yield from ((own, owner) for own in machine.all_fields if own in can_change)

    def _relate(self, move: Move, moving: Moving) -> None:
        for machine, owner, may_stay in self.machines(move):
            rules = machine.rules_of(move.event)
            fits = [self._fits(machine, rule, owner) for rule in rules]
            stay = [self.clauses.all_of(-one for one in fits)] if may_stay else []
            part = self._choices(moving.made, [*fits, *stay])
            moving.choices += part
            for choice, rule in zip(part, rules, strict=False):
                self._does(choice.made, machine, rule, owner)
        written = self._written(move)
        moving.leaves += [self.outside[slot] for slot in written if slot in self.outside]

    def _choices(self, made: int, fits: Sequence[int]) -> list[Choice]:
        """Return choices of which one is made where the move is, and else none."""
        alone = len(fits) == 1
        part = [Choice(made if alone else self.clauses.new(), one) for one in fits]
        if not alone:
            self.clauses.add(-made, *(choice.made for choice in part))
            self.clauses.at_most_one(choice.made for choice in part)
        for choice in part:
            self.clauses.add(-choice.made, made)
            self.clauses.add(-self.strict, -choice.made, choice.fits)
        return part

    def _fits(self, machine: Machine, rule: Transition, owner: int) -> int:
        state = self.before[machine.state, owner]
        source = self.clauses.any_of(state[one] for one in rule.source)
        return self.clauses.all_of((source, self._holds(rule.when, machine.scope, owner)))

    def _holds(self, node: Expression, scope: Scope, owner: int) -> int:
        return holds(self.clauses, node, lambda at: self._leaf(at, scope, owner))

    def _leaf(self, at: Expression, scope: Scope, owner: int) -> Values:
        if isinstance(at, Quantified):
            every = self.clauses.all_of(self._all(at, owner))
            return {True: every, False: -every}
        assert isinstance(at, Read)
        wide = self.world.flow.scope_of(at.field)
        return self.before[at.field, self.world.owner(wide, scope, owner)]

    def _all(self, at: Quantified, owner: int) -> Iterable[int]:
        """Yield what is asked of each; that some are so is asked only where points interact."""
        if not at.quantifier.is_universal:
            raise EngineFault("that some are so is asked of a search that cannot")
        whom = Scope.PROVIDER if at.quantifier in PROVIDERS else Scope.POINT
        owners = list(self.world.owners(whom))
        if at.quantifier is Quantifier.ALL_OTHER_POINTS:
            owners.remove(owner)
        if at.quantifier is Quantifier.ALL_MY_POINTS:
            owners = self.world.points_of(owner)
        return (self._holds(at.body, whom, one) for one in owners)

    def _does(self, made: int, machine: Machine, rule: Transition, owner: int) -> None:
        if rule.target is not None:
            self._write(made, (machine.state, owner), {rule.target: TRUE})
        for written, node in rule.then.items():
            values = meaning(self.clauses, node, lambda at: self._leaf(at, machine.scope, owner))
            self._write(made, (written, owner), values)

    def _write(self, made: int, slot: Slot, values: Values) -> None:
        self._writers[slot].append(made)
        after = self.after[slot]
        for value, literal in values.items():
            there = after.get(value)
            self.clauses.add(-made, -literal, self.outside[slot] if there is None else there)

    def _frame(self, slot: Slot, writers: Sequence[int]) -> None:
        changes = self.clauses.any_of(writers)
        for value, literal in self.before[slot].items():
            self.clauses.add(-literal, self.after[slot][value], changes)


@lru_cache(maxsize=8)
def clauses_of(flow: Flow, shape: tuple[int, ...]) -> FlowClauses:
    """Return the clauses of a flow at a shape, kept for its next claim."""
    return FlowClauses(flow, shape)
