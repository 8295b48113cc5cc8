"""A family: a field, event, machine or party that is written once for each of a few members.

What is written is the template. `request[Supplier.A]` is a member, the same each time, and knows
its template; `{}` in a name stands for the member. Where a member is meant and a template stands,
the language refuses it: it never guesses whose is meant.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Generic, Self, TypeVar, cast

from model.language.errors import IllFormed, Place
from model.language.sorts import words_of

Of = tuple[Enum, ...]  # the members of a family in their order; empty where there is none
T = TypeVar("T")


class Whom(Enum):
    """In the rule of a member: whose event is named."""

    ITSELF = "its own"
    ANOTHER = "another's"
    ANY = "anyone's"

    def among(self, of: Of, member: Enum) -> Of:
        """Return whose events they are, in the order of the family."""
        if self is Whom.ITSELF:
            return (member,)
        return others_than(of, member) if self is Whom.ANOTHER else of


class Family:
    """What may have members, namely those in `of`; it is indexed as a dictionary is."""

    __slots__ = ()
    __iter__ = None  # it is one thing, not a sequence of its members

    @property
    def of(self) -> Of:
        """Return the members of its family; none where it is of no family."""
        return ()

    def __getitem__(self, member: Enum) -> Self:
        if member not in self.of:
            raise IllFormed(_no_member(member, self))
        return cast("Self", self._member(member))

    def at(self, member: Enum) -> Self:
        """Return it of a member; where it is of no family, it is as it is."""
        return self[member] if self.of else self

    def values(self) -> tuple[Self, ...]:
        """Return its members in their order."""
        return tuple(made for _, made in self.items())

    def items(self) -> tuple[tuple[Enum, Self], ...]:
        """Return whose each member is, with the member."""
        if not self.of:
            raise IllFormed(f"{_called(self)} is of no family: it has no members")
        return tuple((member, self[member]) for member in self.of)

    def _member(self, member: Enum) -> object:
        return self._members[member]

    @cached_property
    def _members(self) -> Mapping[Enum, Self]:
        return {member: knowing(self._made(member), self, member) for member in self.of}

    def _made(self, member: Enum) -> Self:
        raise NotImplementedError(member)


@dataclass(frozen=True)
class Table(Generic[T]):
    """What each member of a family has, in their order."""

    of: Of
    holds: tuple[T, ...]

    def __post_init__(self) -> None:
        need_members(self.of, "a table")
        if len(self.holds) != len(self.of):
            raise IllFormed(f"a table holds one thing for each of {len(self.of)} members")

    def __getitem__(self, member: Enum) -> T:
        return dict(zip(self.of, self.holds, strict=True))[member]


def knowing(made: T, template: T, member: Enum | None) -> T:
    """Return what was made, which now knows from what and for whom it was."""
    object.__setattr__(made, "template", template)
    object.__setattr__(made, "member", member)
    return made


def _called(thing: object) -> str:
    return f"'{getattr(thing, 'name', 'this')}'"


def _no_member(member: object, family: Family) -> str:
    if not family.of:
        return f"{_called(family)} is of no family: write it without [{member}]"
    known = ", ".join(map(str, family.of))
    return f"{_called(family)} is of {known}, and not of {member}"


def need_members(of: object, what: str, place: Place | None = None) -> None:
    """Refuse what cannot be the members of a family."""
    fine = isinstance(of, tuple) and all(isinstance(one, Enum) for one in of)
    if not fine or len({type(one) for one in of}) > 1 or len(set(of)) < len(of):  # type: ignore[call-overload, arg-type, attr-defined]
        message = f"{what}: 'of' takes members of one enumeration, each once, as a tuple"
        raise IllFormed(message, place)


def no_family(thing: Family, what: str, place: Place | None = None) -> None:
    """Refuse a template where one member is meant."""
    if thing.of:
        raise IllFormed(f"{what}: {which(thing.of, thing)}", place)


def which(of: Of, *things: object) -> str:
    """Ask whose is meant, and say how to write it, of the first thing that has a name."""
    names = (getattr(thing, "name", "") for thing in things)
    name = next(filter(None, names), "condition")
    return f"{whose(of, name)} or of={kind_of(of).upper()}S"


def whose(of: Of, name: str) -> str:
    """Ask whose is meant where there can be one alone, and say how to write it."""
    return f"which {kind_of(of)}'s? write {name}[{of[0]}]"


def kind_of(of: Of) -> str:
    """Return what a member of a family is, in words."""
    return type(of[0]).__name__.lower()


def one_family(families: Iterable[Of], place: Place | None = None) -> Of:
    """Return the one family among some, or none; refuse two."""
    found = [of for of in dict.fromkeys(families) if of]
    if len(found) > 1:
        kinds = " and ".join(kind_of(of) for of in found)
        message = f"two families in one, of {kinds}: write which member of one of them"
        raise IllFormed(message, place)
    return found[0] if found else ()


def named(words: str, member: Enum | str, *, each: bool = False) -> str:
    """Return words with the member in its place; `each` adds it where there is no place."""
    called = words_of(member) if isinstance(member, Enum) else member
    if each and "{}" not in words:
        return f"{words} of {called}"
    return words.replace("{}", called)


def others_than(of: Of, member: Enum) -> Of:
    """Return the members of a family but one."""
    return tuple(one for one in of if one is not member)


def all_members(things: Iterable[T]) -> tuple[T, ...]:
    """Return things, with the members of each family in place of it."""
    found: list[T] = []
    for thing in things:
        found += thing.values() if isinstance(thing, Family) and thing.of else (thing,)
    return tuple(found)


def every(*things: T) -> tuple[T, ...]:
    """Return each thing, and of a family each member: a claim on acts and fairness names all."""
    return all_members(things)
