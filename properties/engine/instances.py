"""Whole instances of a flow, with so many points and no more, searched for a run."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from model.language.flow import Flow
from model.language.meaning import Where
from model.language.words import counted
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.slices.layout import Shape
from properties.engine.slices.refine import Holds, refine
from properties.engine.slices.seen import Outlook, Part, Sight

Found = TypeVar("Found", bound=Run)


def few_points_first(
    flow: Flow,
    whole: Outlook,
    search: Callable[[Iterator[Sight]], Found | bool],
    what: str,
    *,
    most: int,
    empty: int,
) -> Found | str:
    """Return what a search of instances finds, else with how many points it found nothing.

    The search tells whether nothing was left open.
    """
    fewest, left_open = max(whole.points, 1), list[tuple[int, str]]()
    for points in range(fewest, most + 1):
        try:
            found = search(with_points(flow, whole, points, empty=empty))
        except Spent as why:
            left_open.append((points, f"was not finished ({why})"))
            break
        if not isinstance(found, bool):
            return found
        left_open += [] if found else [(points, "left one open")]
    if not left_open:
        return f"no {what} with up to {counted(most, 'point')}"
    points, how = left_open[0]
    none = f"no {what} with up to {counted(points - 1, 'point')}, and " if points > fewest else ""
    return f"{none}the search with {counted(points, 'point')} {how}"


def first_run(part: Part, budget: Budget, sights: Iterable[Sight]) -> Run | bool:
    """Return a run of the first instance that breaks a claim, else whether none leaves one open."""
    closed = True
    for sight in sights:
        with budget:
            answer = refine(part, [sight], budget, ghosts=False)
        if isinstance(answer, Run):
            return answer
        closed &= isinstance(answer, Holds)
    return closed


def with_points(flow: Flow, whole: Outlook, points: int, *, empty: int = 2) -> Iterator[Sight]:
    """Yield instances with so many points, from where to look; `empty` providers may have none."""
    for shape in sharings(flow, points, empty):
        for where in places(shape, whole):
            yield shape, where


def sharings(flow: Flow, total: int, empty: int) -> Iterator[Shape]:
    """Yield how many points each provider may have; `empty` providers more may have none."""

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


def places(shape: Shape, whole: Outlook) -> Iterator[Where]:
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
