"""A run taken again, for story tests: `explain --as-test` writes them."""

from collections.abc import Iterable, Mapping

from model.language.claims import Ahead, Claim, Compared, Sometimes, speaks_of_a_step
from model.language.expressions import Expression, conjuncts, reads
from model.language.meaning import Move, State, Where, World
from model.language.sorts import Value, words_of
from properties.engine.slices.replay import breaks, replays
from switchproof.deciding.events import event_named
from switchproof.deciding.load import load, no_claim
from switchproof.terminal.errors import BadInput, unknown

__all__ = ["Where", "holds_after"]
AT_FIRST = Where(point=0, provider=0)


def holds_after(
    source: str,
    claim: str,
    run: Iterable[str],
    *,
    variant: str | None = None,
    shape: tuple[int, ...] = (1,),
    first: Mapping[str, str] | None = None,
    where: Where = AT_FIRST,
) -> bool:
    """Tell whether a claim on states or steps holds at the end of a run, or it is none any more.

    The steps are `EVENT` or `EVENT@N`, as `walk --take` has them; `shape` says how many points
    each provider has, and `first` how a `FIELD` or `FIELD@N` starts that can start in several
    ways; the claim is seen from `where`.
    """
    one = load(source)
    variants = {each.name: each for each in one.variants}
    if variant is not None and variant not in variants:
        raise unknown("variant", variant, variants)
    flow = one.flow if variant is None else variants[variant].flow
    known = {each.id: each for each in one.all_claims}
    if claim not in known:
        raise no_claim(claim, [one])
    world = World(flow, shape)
    moves = [move_named(world, step) for step in run]
    return not is_broken(world, known[claim], _first(world, first or {}), moves, where)


def is_broken(world: World, claim: Claim, first: State, moves: list[Move], where: Where) -> bool:
    """Tell whether a run is possible and breaks, at its end, a part of a claim."""
    if isinstance(claim, Ahead | Compared | Sometimes):
        cure = "only what is claimed of every state or step is broken at the end of a run"
        raise BadInput(f"'{claim.id}' is a claim of the kind '{claim.kind}'; {cure}")
    trail = replays(world, first, moves)
    return any(
        breaks(world, trail, moves, part, where, of_steps=speaks_of_a_step(part))
        for part in conjuncts(claim.of(world.flow))
        if _is_seen(world, part, where)
    )


def _is_seen(world: World, part: Expression, where: Where) -> bool:
    scopes = ((read.whose, world.flow.scope_of(read.field)) for read in reads(part))
    return all(world.seen(where, whose, scope) >= 0 for whose, scope in scopes)


def name_and_owner(text: str) -> tuple[str, int]:
    """Return NAME and the number, from 0, of NAME@N or of the first."""
    name, at, number = text.rpartition("@")
    return (name, int(number) - 1) if at and number.isdecimal() else (text, 0)


def move_named(world: World, text: str) -> Move:
    """Return the move of EVENT or EVENT@N; the name may be a part that only one event has."""
    name, home = name_and_owner(text)
    event = event_named(world.flow, name)
    owners = len(world.owners(event.scope))
    if home not in range(owners):
        whom = event.scope.name.lower()
        raise BadInput(f"'{text}': there is no {whom} {home + 1} here; the last is {owners}")
    return Move(event, home)


def _first(world: World, chosen: Mapping[str, str]) -> State:
    given = {name_and_owner(text): value for text, value in chosen.items()}
    names = [field.name for field, _ in world.slots]
    for name, _ in given:
        if name not in names:
            raise unknown("field", name, names)
    return tuple(
        _value(world.flow.initials(field), given.get((field.name, owner)))
        for field, owner in world.slots
    )


def _value(initials: tuple[Value, ...], wanted: str | None) -> Value:
    if wanted is None:
        return initials[0]
    named = {words_of(value): value for value in initials}
    if wanted not in named:
        raise unknown("first value", wanted, named)
    return named[wanted]
