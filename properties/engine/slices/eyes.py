"""What one owner sees of a layout, as source."""

from model.language.events import Scope
from model.language.expressions import Expression, Field, Quantified, Quantifier, Read
from properties.engine.slices.layout import Layout, Slot
from properties.engine.slices.source import Source, join, source


class Eyes:
    """What one owner sees, as source; forgotten slots take their value from `known`."""

    def __init__(self, at: Layout, scope: Scope, owner: int, known: dict[Slot, int]) -> None:
        self.at = at
        self.scope = scope
        self.owner = owner
        self.known = known
        self.forgotten: dict[Slot, None] = {}

    def __call__(self, node: Expression) -> Source:
        """Return a reading or a quantifier as source."""
        if isinstance(node, Quantified):
            return self._quantified(node)
        assert isinstance(node, Read)
        world = self.at.world
        wide = world.flow.scope_of(node.field)
        slot = (node.field, world.owner(wide, self.scope, self.owner))
        if slot in self.at.slots:
            return f"v{self.at.numbers[slot]}"
        self.forgotten[slot] = None
        return self.known.get(slot, "?")

    def _quantified(self, node: Quantified) -> Source:
        world, kind = self.at.world, node.quantifier
        by_provider = kind in (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)
        scope = Scope.PROVIDER if by_provider else Scope.POINT
        owners = list(world.owners(scope))
        if kind is Quantifier.ALL_OTHER_POINTS:
            owners.remove(self.owner)
        if kind is Quantifier.ALL_MY_POINTS:
            owners = world.points_of(self.owner)
        parts = [self._elsewhere(node, scope, owner) for owner in owners]
        if kind.is_universal:
            return join("and", [1, *parts])
        return join("or", [0, *parts, self._witness(node)])

    def _elsewhere(self, node: Quantified, scope: Scope, owner: int) -> Source:
        eyes = Eyes(self.at, scope, owner, self.known)
        text = source(node.body, eyes)
        self.forgotten |= eyes.forgotten
        return text

    def _witness(self, node: Quantified) -> Source:
        industry = [n for (f, _), n in self.at.numbers.items() if self._is_industry(f)]
        here = "".join(f"v{n}," for n in industry)
        return f"(({id(node)},{here}) in W)"

    def _is_industry(self, field: Field) -> bool:
        return self.at.world.flow.scope_of(field) is Scope.INDUSTRY
