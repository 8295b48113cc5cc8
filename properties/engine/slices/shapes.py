"""Shapes, the members that may be added to them, and how one shape is seen in another."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from model.language.events import Scope
from model.language.flow import Flow
from model.language.meaning import Move, Where
from properties.engine.slices.layout import Layout, Shape, Slot, layout


@dataclass(frozen=True)
class Embedding:
    """Some providers and points of a shape, in the order of a narrower shape."""

    providers: tuple[int, ...]
    points: tuple[int, ...]

    def slots_of(self, flow: Flow, narrow: Layout) -> list[Slot]:
        """Return the slots of the wider shape in which those of the narrower are seen."""
        mine = {Scope.PROVIDER: self.providers, Scope.POINT: self.points, Scope.INDUSTRY: (0,)}
        return [(field, mine[flow.scope_of(field)][owner]) for field, owner in narrow.slots]

    def slots(self, wide: Layout, narrow: Shape) -> list[int]:
        """Return where the slots of the narrower shape stand in the wider layout."""
        flow = wide.world.flow
        here = self.slots_of(flow, layout(flow, wide.kept, narrow))
        return [wide.slots[slot] for slot in here]

    def seen_from(self, where: Where) -> Where:
        """Return from where a claim on the narrower shape is seen in the wider one."""

        def at(number: int, numbers: tuple[int, ...]) -> int:
            return numbers[number] if 0 <= number < len(numbers) else number

        return Where(
            at(where.point, self.points),
            at(where.other_point, self.points),
            at(where.provider, self.providers),
            at(where.other_provider, self.providers),
        )


@dataclass(frozen=True)
class Extension:
    """A shape with one member more: who was there, and the new member as a part of its own."""

    wide: Shape
    old: Embedding
    new: Embedding

    @property
    def single(self) -> Shape:
        """Return the new member's own shape: a point with its provider, or an empty provider."""
        return (len(self.new.points),)

    def is_own(self, move: Move) -> bool:
        """Tell whether a move is at the new member and at nobody who was there before."""
        if move.event.scope is Scope.POINT:
            return move.home in self.new.points
        if move.event.scope is Scope.PROVIDER:
            return move.home in self.new.providers and move.home not in self.old.providers
        return False


def extensions(flow: Flow, shape: Shape) -> Iterator[Extension]:
    """Yield each way to add a point, or a provider without points, to a shape."""
    providers = tuple(range(len(shape)))
    for p in providers:
        wide = (*shape[:p], shape[p] + 1, *shape[p + 1 :])
        added = sum(wide[: p + 1]) - 1
        old = tuple(n for n in range(sum(wide)) if n != added)
        yield Extension(wide, Embedding(providers, old), Embedding((p,), (added,)))
    everyone = Embedding(providers, tuple(range(sum(shape))))
    if flow.has_providers or not shape:
        yield Extension((*shape, 1), everyone, Embedding((len(shape),), (sum(shape),)))
    if flow.has_providers:
        yield Extension((*shape, 0), everyone, Embedding((len(shape),), ()))


def embeddings(narrow: Shape, wide: Shape) -> Iterator[Embedding]:
    """Yield each way in which a narrower shape can be seen in a wider one."""
    starts = [sum(wide[:p]) for p in range(len(wide))]
    for providers in permutations(range(len(wide)), len(narrow)):
        choices: list[tuple[int, ...]] = [()]
        for size, p in zip(narrow, providers, strict=True):
            mine = range(starts[p], starts[p] + wide[p])
            choices = [(*c, *picked) for c in choices for picked in permutations(mine, size)]
        for points in choices:
            yield Embedding(providers, points)
