"""Ranks: the evidence for a leads-to claim; it imports neither what finds nor what judges them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from model.language.conditions import after, all_of, any_of
from model.language.events import Event, Scope
from model.language.expressions import Expression, Field, Named, Read, apply, fold
from properties.engine.evidence import Box, Proof
from properties.engine.live.fair import Fair
from properties.engine.slices.layout import Shape, View

HARMLESS = -1  # helps where a block holds nothing that must not go on for ever
Level = tuple[int, int]  # the rank, and the number of the constraint that helps, or HARMLESS
Levels = tuple[Level, ...]


@dataclass(frozen=True)
class Helper:
    """A fairness that helps, and of its events those whose being enabled is known."""

    fair: Fair
    known: tuple[Event, ...]


@dataclass(frozen=True)
class Ranking:
    """Levels for views of one shape; a level names its helper by number."""

    shape: Shape
    levels: Mapping[View, Levels]
    helpers: tuple[Helper, ...]


@dataclass(frozen=True)
class Lemma:
    """Others do not refuse an event again and again, so that its fairness counts; by a ranking.

    `shared` is the scope from which on the one who refuses sees what the one who acts sees.
    """

    fair: Fair
    known: tuple[Event, ...]
    shared: Scope
    ranking: Ranking


class Marked:
    """Views in boxes, as a step may lead from them and to them."""

    boxes: tuple[Box, ...]

    @cached_property
    def now(self) -> Expression:
        """Say that a view is in a box before a step, the same expression each time."""
        return Named("now", inside(self.boxes))

    @cached_property
    def then(self) -> Expression:
        """Say that it is after the step."""
        return Named("then", later(self.now))


@dataclass(frozen=True)
class Block(Marked):
    """Views with the same levels."""

    levels: Levels
    boxes: tuple[Box, ...]


@dataclass(frozen=True)
class Judged:
    """A ranking by blocks, and the proof of what it says."""

    ranking: Ranking
    blocks: tuple[Block, ...]
    proof: Proof


@dataclass(frozen=True)
class Ranks:
    """The rankings of a claim, one for each shape, and the lemmas they use, in order of use.

    `judged` is what Z3 has judged of them: of each lemma, and of the last ranking.
    """

    kept: tuple[Field, ...]
    rankings: tuple[Ranking, ...]
    lemmas: tuple[Lemma, ...]
    judged: tuple[Judged, ...] = ()

    @property
    def views(self) -> int:
        """Return how many views have a rank in the claim itself."""
        return sum(len(ranking.levels) for ranking in self.rankings)

    @property
    def depth(self) -> int:
        """Return how many levels there are at the most."""
        return max((len(levels) for r in self.all() for levels in r.levels.values()), default=0)

    def all(self) -> Iterator[Ranking]:
        """Yield every ranking, those of the lemmas first."""
        yield from (lemma.ranking for lemma in self.lemmas)
        yield from self.rankings


def by_fair(lemmas: Iterable[Lemma]) -> Iterator[tuple[Fair, list[Lemma]]]:
    """Yield each fairness with its lemmas, which stand together."""
    for fair, mine in groupby(lemmas, lambda lemma: lemma.fair):
        yield fair, list(mine)


def inside(boxes: Iterable[Box]) -> Expression:
    """Say that a view is in one of some boxes."""
    return any_of(*(all_of(*(f.in_(*some) for (f, _), some in b.items())) for b in boxes))


def later(node: Expression) -> Expression:
    """Say the same of the state after the step."""
    return fold(
        node,
        lambda at: after(at) if isinstance(at, Read) else at,
        lambda operator, parts: apply(operator, *parts),
    )
