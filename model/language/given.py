"""What may be given to the language: texts that can be printed, things in an order, the right kind.

A sequence is taken as a tuple at once, since a generator can be looked at only once, and a set
has no order of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from enum import Enum
from types import NoneType, UnionType
from typing import Any, get_args
from unicodedata import normalize

from model.language.errors import IllFormed, Place, here


def check_texts(thing: Any, what: str, place: Place | None, *filled: str) -> None:  # noqa: ANN401
    """Refuse a text of a dataclass that no line can hold, and what is neither True nor False.

    The texts named must say something.
    """
    for one in fields(thing):
        if one.type is str:
            wrong = _wrong_with(getattr(thing, one.name), filled=one.name in filled)
            if wrong:
                at = (place or here()).at(thing, one.name)
                raise IllFormed(f"{what}: its {one.name} {wrong}", at)
        elif one.type is bool:
            check_kinds(thing, what, place, **{one.name: bool})


def check_text(text: object, told: str, place: Place | None, *, filled: bool = False) -> None:
    """Refuse what is not one line of text, or has spaces at its ends, or says nothing."""
    if wrong := _wrong_with(text, filled=filled):
        raise IllFormed(f"{told} {wrong}", place)


def _wrong_with(text: object, *, filled: bool) -> str:
    if type(text) is not str:
        return f"is a text, not {shown(text)}"
    if not text.isprintable():
        return f"holds what cannot be printed ({text!r}); write one line of signs that can be seen"
    if text != text.strip():
        return f"begins or ends with a space ({text!r}); leave it out"
    return "is empty; write it out" if filled and not text else ""


def check_kind(thing: object, kind: type, told: str, place: Place | None) -> None:
    """Refuse a thing of another kind."""
    if not isinstance(thing, kind):
        raise IllFormed(f"{told} is {_one(kind)}, not {shown(thing)}", place)


def check_kinds(thing: Any, what: str, place: Place | None, **kinds: type | UnionType) -> None:  # noqa: ANN401
    """Refuse what is of another kind in a dataclass; what a kind may lack is `| None`."""
    for name, kind in kinds.items():
        value = getattr(thing, name)
        if not isinstance(value, kind) or (kind is int and isinstance(value, bool)):
            told = f"{what}: '{name}' is {_kinds(kind)}, not {shown(value)}"
            raise IllFormed(told, (place or here()).at(thing, name))


def _kinds(kind: type | UnionType) -> str:
    every = get_args(kind) if isinstance(kind, UnionType) else (kind,)
    return " or ".join(_one(one) for one in every if one is not NoneType)


def _one(kind: type) -> str:
    """Return in words what one thing of a kind is."""
    known = {str: "a text", int: "a number", bool: "True or False"}
    return known.get(kind) or a(kind.__name__)


def check_mapping(thing: object, what: str, place: Place | None, name: str) -> None:
    """Refuse what does not lead from one thing to another."""
    given = getattr(thing, name)
    if not isinstance(given, Mapping):
        message = f"{what}: '{name}' is written {{one: other}}, not {shown(given)}"
        raise IllFormed(message, (place or here()).at(thing, name))


def take(thing: object, what: str, place: Place | None, **kinds: type) -> None:
    """Make a tuple of each sequence of a frozen dataclass; refuse what is none, or another kind."""
    for name, kind in kinds.items():
        told, given = f"{what}: '{name}'", getattr(thing, name)
        if not isinstance(given, tuple):
            given = as_tuple(given, told, (place or here()).at(thing, name))
        for number, one in enumerate(given):
            if not isinstance(one, kind):
                check_kind(one, kind, f"{told}: each", (place or here()).at(thing, name, number))
        object.__setattr__(thing, name, given)


def as_tuple(things: object, told: str, place: Place | None) -> tuple[Any, ...]:
    """Return things in their order; refuse one alone, a text, and a set, which has no order."""
    if isinstance(things, str | set | frozenset | Mapping) or not isinstance(things, Iterable):
        cure = "write a tuple, (one, other), or (one,)"
        raise IllFormed(
            f"{told} are several things in an order, not {shown(things)}; {cure}", place
        )
    return tuple(things)


def twice(things: Iterable[Any]) -> Any:  # noqa: ANN401  # one of them
    """Return the first that stands there a second time, or None."""
    seen = set()
    for thing in things:
        if thing in seen:
            return thing
        seen.add(thing)
    return None


def folded(name: str) -> str:
    """Return what is the same for names that a file system, or a reader, may take for one."""
    return normalize("NFKC", name).casefold()


def shown(thing: object) -> str:
    """Return a thing as a complaint names it: a short value itself, of all else the kind."""
    if isinstance(thing, str):
        return f"'{thing}'"
    if isinstance(thing, Enum):
        return f"{type(thing).__name__}.{thing.name}"
    if thing is None or isinstance(thing, int | float):
        return str(thing)
    return f"the class {thing.__name__}" if isinstance(thing, type) else a(type(thing).__name__)


def called(kind: str, name: object) -> str:
    """Return what is made, by its name where it has one."""
    return f"{kind} '{name}'" if isinstance(name, str) else a(kind)


def a(noun: str) -> str:
    """Return a noun after the article that it takes."""
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"
