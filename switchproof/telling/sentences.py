"""What happens in a step, what it changes and what a state holds, in the words of definitions.

A field without sentences of its own is said by its name and its value, an event by who acts and
its name.
"""

from collections.abc import Iterable
from itertools import groupby

from model.done import Done
from model.language.events import Event, Scope
from model.language.expressions import Field
from model.language.meaning import Move, State, World
from model.language.parties import Party
from model.language.sorts import Value, words_of

Slot = tuple[Field, int]  # a field, and whose it is
ARTICLES = ("the ", "a ", "an ")


def said(world: World, move: Move) -> str:
    """Return a move in words, without its home where there is only one."""
    return f"{move.event}{home_of(world, move)}"


def happening(event: Event, actor: Party | None) -> str:
    """Return an event as a sentence, with who acts."""
    if not event.told:
        return f"{actor}: {event}" if actor else str(event)
    return event.told.replace("{by}", the(actor) if actor else "somebody")


def home_of(world: World, move: Move) -> str:
    """Return at which point or provider a move is; nothing where there is only one."""
    alone = _alone(world, move.event.scope)
    return "" if alone else str(move).removeprefix(str(move.event))


def capital(text: str) -> str:
    """Return a text as a sentence begins."""
    return text[:1].upper() + text[1:]


def changes_of(world: World, done: Done) -> str:
    """Return what a step changed, in words."""
    changed = [
        (slot, done.after[number])
        for slot, number in world.slots.items()
        if done.before[number] != done.after[number]
    ]
    telling = [(slot, value) for slot, value in changed if not _silent(slot[0], value)]
    return _grouped(world, telling or changed, " now") or "nothing changes"


def holding(world: World, slots: Iterable[Slot], state: State) -> str:
    """Return what some fields hold in a state, in words."""
    return _grouped(world, [(slot, state[world.slots[slot]]) for slot in slots], "")


def the(party: Party) -> str:
    """Return a party as a sentence has it: with an article where its name takes one."""
    bare = party.bare or party.member is not None or str(party).startswith(ARTICLES)
    return str(party) if bare else f"the {party}"


def _grouped(world: World, held: list[tuple[Slot, Value]], now: str) -> str:
    """Return sentences by whose they are, the industry's first, each once."""
    placed = [(_place(world, *slot), _sentence(slot[0], value, now)) for slot, value in held]
    groups = groupby(sorted(placed, key=lambda one: one[0]), key=lambda one: one[0])
    told = ((place, "; ".join(dict.fromkeys(s for _, s in group))) for place, group in groups)
    return "; ".join(
        f"at {where.lower()} {n}: {text}" if where else text for (_, n, where), text in told
    )


def _place(world: World, field: Field, owner: int) -> tuple[int, int, str]:
    scope = world.flow.scope_of(field)
    return (-Scope.INDUSTRY, 0, "") if _alone(world, scope) else (-scope, owner + 1, scope.name)


def _alone(world: World, scope: Scope) -> bool:
    return len(world.owners(scope)) == 1


def _silent(field: Field, value: Value) -> bool:
    return bool(field.told) and not field.told_as(value)


def _sentence(field: Field, value: Value, now: str) -> str:
    if told := field.told_as(value):
        return told
    if isinstance(value, bool):
        return f"{field.name}:{now} {words_of(value)}"
    return f"{field.name} is{now} {words_of(value)}"
