"""What may be given to the language: texts that can be printed, things in an order, the right kind.

A sequence is taken as a tuple at once, since a generator can be looked at only once, and a set
has no order of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any
from unicodedata import normalize

from model.language.errors import IllFormed, Place


def check_texts(thing: Any, what: str, place: Place | None, *filled: str) -> None:  # noqa: ANN401
    """Refuse a text of a dataclass that no line can hold, and what is neither True nor False.

    The texts named must say something.
    """
    for one in fields(thing):
        if one.type is str:
            told = f"{what}: its {one.name}"
            check_text(getattr(thing, one.name), told, place, filled=one.name in filled)
        elif one.type is bool:
            check_kind(getattr(thing, one.name), bool, f"{what}: '{one.name}'", place)


def check_text(text: object, told: str, place: Place | None, *, filled: bool = False) -> None:
    """Refuse what is not one line of text, or has spaces at its ends, or says nothing."""
    if type(text) is not str:
        raise IllFormed(f"{told} is a text, not {_kind(text)}", place)
    if not text.isprintable():
        cure = "write one line of signs that can be seen"
        raise IllFormed(f"{told} holds what cannot be printed ({text!r}); {cure}", place)
    if text != text.strip():
        raise IllFormed(f"{told} begins or ends with a space ({text!r}); leave it out", place)
    if filled and not text:
        raise IllFormed(f"{told} is empty; write it out", place)


def check_kind(
    thing: object, kind: type, told: str, place: Place | None, *, needed: bool = True
) -> None:
    """Refuse a thing of another kind; what is not needed may be None."""
    if not isinstance(thing, kind) and (needed or thing is not None):
        raise IllFormed(f"{told} is {a(kind.__name__)}, not {_kind(thing)}", place)


def check_mapping(thing: object, told: str, place: Place | None) -> None:
    """Refuse what does not lead from one thing to another."""
    if not isinstance(thing, Mapping):
        raise IllFormed(f"{told} is written {{one: other}}, not {_kind(thing)}", place)


def take(thing: object, what: str, place: Place | None, **kinds: type) -> None:
    """Make a tuple of each sequence of a frozen dataclass; refuse what is none, or another kind."""
    for name, kind in kinds.items():
        told = f"{what}: '{name}'"
        things = as_tuple(getattr(thing, name), told, place)
        for one in things:
            check_kind(one, kind, f"{told}: each", place)
        object.__setattr__(thing, name, things)


def as_tuple(things: object, told: str, place: Place | None) -> tuple[Any, ...]:
    """Return things in their order; refuse one alone, a text, and a set, which has no order."""
    if isinstance(things, str | set | frozenset | Mapping) or not isinstance(things, Iterable):
        cure = "write a tuple, (one, other), or (one,)"
        raise IllFormed(
            f"{told} are several things in an order, not {_kind(things)}; {cure}", place
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


def _kind(thing: object) -> str:
    return f"'{thing}'" if isinstance(thing, str) else a(type(thing).__name__)


def a(noun: str) -> str:
    """Return a noun after the article that it takes."""
    return f"an {noun}" if noun[:1].lower() in "aeiou" else f"a {noun}"
