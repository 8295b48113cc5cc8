"""From where a claim must be seen, so that it is seen from everywhere."""

from typing import TypeAlias

from .kernel.claims import Place, roles
from .kernel.flow import PROVIDER, SCOPES, Flow, Shape, Tree

Sight: TypeAlias = tuple[Shape, Place]  # a shape, and who of it is named


def has_providers(flow: Flow) -> bool:
    """Tell whether anything is of provider scope."""
    scopes = [SCOPES[machine["scope"]] for machine in flow.machines]
    return PROVIDER in [*scopes, *flow.events.values()]


def sights(flow: Flow, claim: Tree) -> list[list[Sight]]:
    """Return sets of places; a claim that holds at all of one set holds everywhere.

    In a later set somebody's metering point is seen besides: there is at least one somewhere.
    """
    named = roles(flow, claim)
    other = "other provider" in named
    empty: Shape = (0,) if other else ()

    def at(shape: Shape, **where: int) -> Sight:
        last = {"other provider": len(shape) - 1} if other else {}
        return shape, {role.replace("_", " "): n for role, n in where.items()} | last

    if "other point" in named:
        shapes: list[Shape] = [(2, *empty)]
        if has_providers(flow) or other:
            shapes += [(1, 1, *empty), *([(1, 1)] if other else [])]
        return [[at(shape, point=0, other_point=1) for shape in shapes]]
    if "point" in named:
        return [[at((1, *empty), point=0)]]
    alone = [at((0, *empty), provider=0) if named else ((), {})]
    return [alone, with_a_point(flow, alone)]


def with_a_point(flow: Flow, seen: list[Sight]) -> list[Sight]:
    """Return places with one metering point more, in each way in which it can be there."""
    found = []
    for shape, where in seen:
        for p in range(len(shape)):
            before = sum(shape[: p + 1])  # the points from there on are numbered one higher
            points = {role: n + ("point" in role and n >= before) for role, n in where.items()}
            found.append(((*shape[:p], shape[p] + 1, *shape[p + 1 :]), points))
        if has_providers(flow) or not shape:
            found.append(((*shape, 1), where))
    return found


def alike(sight: Sight) -> list[tuple[int, list[str]]]:
    """Return the same for places that differ only in the order of providers and of points."""
    shape, where = sight
    of = [p for p, n in enumerate(shape) for _ in range(n)]
    there = {role: of[n] if "point" in role else n for role, n in where.items()}
    return sorted((n, sorted(r for r in there if there[r] == p)) for p, n in enumerate(shape))
