"""Whole instances of a flow, with so many points and no more, searched for a run."""

from collections.abc import Iterable, Iterator

from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import Where
from properties.budget import Budget, Spent
from properties.slices.layout import Shape
from properties.slices.refine import Fails, Holds, Search
from properties.slices.seen import Outlook, Sight
from properties.verdict import Run

MOST_POINTS = 3  # in instances that are searched whole


def first_run(
    flow: Flow, body: Expression, budget: Budget, whole: Outlook, sights: Iterable[Sight]
) -> Run | None:
    """Return a run of the first instance that breaks a claim, None where each was searched whole.

    Raises Spent where one could not be.
    """
    for sight in sights:
        search = Search(flow, body, budget, of_steps=whole.of_steps, ghosts=False)
        answer = search.refine([sight], frozenset())
        if isinstance(answer, Fails):
            return answer.run
        if not isinstance(answer, Holds):
            raise Spent("rules that compete leave a run open")
    return None


def instances(flow: Flow, whole: Outlook, *, empty: int = 2) -> Iterator[Sight]:
    """Yield instances with more points and providers, fewest points first, from where to look.

    So many providers may be without points.
    """
    for points in range(max(whole.points, 1), MOST_POINTS + 1):
        yield from with_points(flow, whole, points, empty=empty)


def with_points(flow: Flow, whole: Outlook, points: int, *, empty: int = 2) -> Iterator[Sight]:
    """Yield the instances with so many points, from where to look."""
    for shape in _shapes(flow, points, empty):
        for where in _places(shape, whole):
            yield shape, where


def _shapes(flow: Flow, total: int, empty: int) -> Iterator[Shape]:
    def partitions(left: int, largest: int) -> Iterator[Shape]:
        if left == 0:
            yield ()
        for first in range(min(left, largest), 0, -1):
            for rest in partitions(left - first, first):
                yield (first, *rest)

    if not flow.has_providers:
        yield (total,)
        return
    for shape in partitions(total, total):
        yield from ((*shape, *(0,) * more) for more in range(empty + 1))


def _places(shape: Shape, whole: Outlook) -> Iterator[Where]:
    """Yield from where a claim can be seen in an instance; points of one provider are alike."""
    owner = [p for p, size in enumerate(shape) for _ in range(size)]
    firsts = [owner.index(p) for p in dict.fromkeys(owner)]
    if whole.points == 0:
        for p in range(len(shape)) if whole.provider or whole.other else (-1,):
            for q in _others(shape, p, wanted=whole.other):
                yield Where(provider=p, other_provider=q)
        return
    for point in firsts:
        seconds = [n for n in range(len(owner)) if n != point] if whole.points > 1 else [-1]
        for second in seconds:
            for q in _others(shape, owner[point], wanted=whole.other):
                yield Where(point, second, owner[point], q)


def _others(shape: Shape, mine: int, *, wanted: bool) -> list[int]:
    return [p for p in range(len(shape)) if p != mine] if wanted else [-1]
