"""What each move of an instance asks and writes, as text over the values of slots.

`v1` is what slot 1 holds. A machine takes the first of its rules that fits; one that must take
part and has none stops the move, and one that follows then stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from model.language.events import Scope
from model.language.expressions import (
    Expression,
    Field,
    Quantified,
    Quantifier,
    Read,
    conjuncts,
    unnamed,
)
from model.language.machines import Machine
from model.language.meaning import Move
from model.language.sorts import members
from model.language.transitions import Transition
from properties.engine.budget import look
from properties.engine.explicit.packing import Packing, number
from properties.engine.explicit.text import Text, Tongue, applied, chosen, text


@dataclass(frozen=True)
class Written:
    """A move: what must hold, what each slot that it writes will hold, and within which limits."""

    number: int
    asks: Sequence[str]
    writes: Mapping[int, Text]
    within: Mapping[int, range]


@dataclass(frozen=True, eq=False)
class MoveWriter:
    """Writes the moves of an instance in Python or in C."""

    packing: Packing
    tongue: Tongue

    def moves(self) -> Iterator[Written]:
        """Yield the moves that some state allows, by number."""
        for n, move in enumerate(self.packing.world.moves):
            look()
            written = self._move(n, move)
            if written is not None:
                yield written

    def _move(self, n: int, move: Move) -> Written | None:
        asks, writes, within = list[Text](), dict[int, Text](), dict[int, range]()
        for machine, owner, follows in self._who(move):
            rules = machine.rules_of(move.event)
            parts = [self._fits(machine, owner, rule) for rule in rules]
            fits = [self.apply("and", *some) for some in parts]
            if not follows:
                asks += parts[0] if len(parts) == 1 else [self.apply("or", *fits)]
            for field in machine.writes(move.event):
                slot, held = self.packing.world.slots[field, owner], self.slot(field, owner)
                values = [self._value(machine, owner, rule, field) for rule in rules]
                value = self._chosen(fits, values, held if follows else None)
                if value != held:
                    writes[slot] = value
                    within |= _limits(slot, field, rules)
        said = [ask for ask in asks if isinstance(ask, str)]
        return None if 0 in asks else Written(n, said, writes, within)

    def _who(self, move: Move) -> Iterator[tuple[Machine, int, bool]]:
        """Yield who takes part, and whether as a follower."""
        world, event = self.packing.world, move.event
        for machine in world.flow.taking_part(event):
            yield machine, world.owner(machine.scope, event.scope, move.home), False
        for machine in world.flow.following(event):
            for owner in world.below(event, move.home, machine.scope):
                yield machine, owner, True

    def apply(self, operator: str, *parts: Text) -> Text:
        """Return an operator applied to texts."""
        return applied(operator, parts, self.tongue)

    def _fits(self, machine: Machine, owner: int, rule: Transition) -> list[Text]:
        """Return what must all hold for a rule to fit."""
        state = self.slot(machine.state, owner)
        sort = machine.state.sort
        whatever = len(rule.source) == len(members(sort))
        here = [1] if whatever else [number(value, sort) for value in rule.source]
        at = 1 if whatever else self.apply("in", state, *here)
        asked = conjuncts(unnamed(rule.when))
        return [at, *(self.said(one, machine.scope, owner) for one in asked)]

    def _value(self, machine: Machine, owner: int, rule: Transition, field: Field) -> Text:
        """Return what a rule writes to a field: what it holds, where it does not write it."""
        if field is machine.state and rule.target is not None:
            return number(rule.target, field.sort)
        if field in rule.then:
            return self.said(rule.then[field], machine.scope, owner)
        return self.slot(field, owner)

    def _chosen(self, fits: Sequence[Text], values: Sequence[Text], held: Text | None) -> Text:
        """Return the value of the first rule that fits; where nothing is held, one does."""
        cases = list(zip(fits, values, strict=True))
        otherwise = cases.pop()[1] if held is None else held
        return chosen(cases, otherwise, self.tongue)

    def slot(self, field: Field, owner: int) -> Text:
        """Return the text of a slot, or its value where it can have one only."""
        n = self.packing.world.slots[field, owner]
        at = self.packing.every[n]
        return f"v{n}" if at.ones else at.least

    def said(self, node: Expression, scope: Scope, owner: int) -> Text:
        """Return the text of a condition or an effect, as an owner sees it."""
        world = self.packing.world

        def leaf(at: Expression) -> Text:
            if isinstance(at, Quantified):
                return self._quantified(at, owner)
            assert isinstance(at, Read)
            return self.slot(at.field, world.owner(world.flow.scope_of(at.field), scope, owner))

        return text(node, leaf, self.tongue)

    def _quantified(self, at: Quantified, me: int) -> Text:
        world, kind = self.packing.world, at.quantifier
        of_providers = kind in (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)
        scope = Scope.PROVIDER if of_providers else Scope.POINT
        owners = world.points_of(me) if kind is Quantifier.ALL_MY_POINTS else world.owners(scope)
        asked = (o for o in owners if kind is not Quantifier.ALL_OTHER_POINTS or o != me)
        truths = [self.said(at.body, scope, owner) for owner in asked]
        return self.apply("and" if kind.is_universal else "or", *truths)


def _limits(slot: int, field: Field, rules: Iterable[Transition]) -> dict[int, range]:
    """Return the sort of a slot that some rule may leave, if one does."""
    if not isinstance(field.sort, range):
        return {}
    given = [rule.then[field].sort for rule in rules if field in rule.then]
    leaves = any(sort.start < field.sort.start or sort.stop > field.sort.stop for sort in given)
    return {slot: field.sort} if leaves else {}
