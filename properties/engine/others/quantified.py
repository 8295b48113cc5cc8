"""Whom a quantifier of a guard asks, at a shape, and what their answers come to."""

from model.language.events import Scope
from model.language.expressions import Quantifier
from model.language.meaning import World
from properties.engine.slices.layout import Layout
from properties.engine.slices.source import Source, join


def asked_by(kind: Quantifier, world: World, owner: int) -> list[tuple[Scope, int]]:
    """Return of everybody who is asked, on behalf of an owner, whose it is."""
    by_provider = kind in (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)
    scope = Scope.PROVIDER if by_provider else Scope.POINT
    owners = list(world.owners(scope))
    if kind is Quantifier.ALL_OTHER_POINTS:
        owners.remove(owner)
    if kind is Quantifier.ALL_MY_POINTS:
        owners = world.points_of(owner)
    return [(scope, one) for one in owners]


def answered(kind: Quantifier, answers: list[Source], witness: Source) -> Source:
    """Return what the answers come to; *some* may be a witness whom nobody sees."""
    if kind.is_universal:
        return join("and", [1, *answers])
    return join("or", [0, *answers, witness])


def witness(number: int, at: Layout) -> Source:
    """Return whether somebody with the same industry is known to satisfy what has a number."""
    scope_of = at.world.flow.scope_of
    industry = (n for (f, _), n in at.numbers.items() if scope_of(f) is Scope.INDUSTRY)
    return f"(({number},{''.join(f'v{n},' for n in industry)}) in W)"
