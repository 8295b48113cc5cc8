"""Ranks: what a proof of leads-to consists of, and how much of it there is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from model.language.events import Event, Scope
from model.language.expressions import Field
from properties.engine.live.components import Levels
from properties.engine.live.fair import Fair
from properties.engine.slices.layout import Shape, View

if TYPE_CHECKING:
    from properties.engine.live.judged import Judged


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


@dataclass(frozen=True)
class Ranks:
    """The rankings of a claim, one for each shape, and the lemmas they use, in order of use.

    `judged` is what Z3 has judged of them: of each lemma, and of the last ranking.
    """

    kept: tuple[Field, ...]
    rankings: tuple[Ranking, ...]
    lemmas: tuple[Lemma, ...]
    judged: tuple["Judged", ...] = ()

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
