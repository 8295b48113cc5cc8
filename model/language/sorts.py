"""Finite sorts: bool, an Enum, or a range of whole numbers."""

from collections.abc import Hashable, Iterator
from enum import Enum, Flag
from functools import cache

from model.language.given import folded, twice

Value = bool | int | Enum
Sort = type[bool] | type[Enum] | range

LARGEST = 4000  # for a field
LARGEST_SUM = 30_000  # for what is computed on the way: 16 bits hold it


def is_sort(sort: object) -> bool:
    """Tell whether this is a sort: bool, an Enum with members, or a short range by ones."""
    if isinstance(sort, range):
        small = all(abs(edge) <= LARGEST for edge in (sort.start, sort.stop))
        return small and len(sort) > 0 and sort.step == 1
    return sort is bool or (isinstance(sort, type) and issubclass(sort, Enum) and bool(list(sort)))


@cache
def wrong_with(sort: type[Enum]) -> str:
    """Return why the members of an Enum are not values that all can tell apart, or nothing."""
    return next(_wrong_with(sort), "")


def _wrong_with(sort: type[Enum]) -> Iterator[str]:
    if issubclass(sort, Flag) or sort.__eq__ is not object.__eq__:
        yield f"the members of {sort.__name__} are numbers or texts as well; make it a plain Enum"
    if not sort.__name__.isidentifier():
        yield f"{sort.__name__!r} is no name for an Enum; write letters and digits"
    for name, member in sort.__members__.items():
        if name != member.name:
            yield f"{sort.__name__}.{name} is {sort.__name__}.{member.name} again; leave one out"
        elif not name.isidentifier():
            yield f"{name!r} is no name for a member of {sort.__name__}; write letters and digits"
        elif not (said := words_of(member)).isprintable() or said != said.strip() or not said:
            yield f"{sort.__name__}.{name} has the words {said!r}; write one line that can be read"
    if said := twice(folded(words_of(member)) for member in sort):
        yield f"two members of {sort.__name__} have the words '{said}'; give one other words"


def members(sort: Sort) -> tuple[Value, ...]:
    """Return the values of a sort in their order."""
    return _members(sort)  # type: ignore[arg-type]  # classes and ranges are hashable


@cache
def _members(sort: Hashable) -> tuple[Value, ...]:
    return (False, True) if sort is bool else tuple(sort)  # type: ignore[arg-type]


def up_to(last: Enum) -> tuple[Enum, ...]:
    """Return the members of an enumeration from its first to this one."""
    every = tuple(type(last))
    return every[: every.index(last) + 1]


def sort_of(value: object) -> Sort | None:
    """Return the smallest sort of a value, or None where it has none."""
    if isinstance(value, bool):
        return bool
    if isinstance(value, Enum):
        return type(value)
    return range(value, value + 1) if type(value) is int else None


def belongs(value: object, sort: Sort) -> bool:
    """Tell whether the value is in the sort; True is not the number 1."""
    if isinstance(sort, range):
        return type(value) is int and value in sort
    return isinstance(value, sort)


def alike(one: Sort, two: Sort) -> bool:
    """Tell whether values of two sorts may be compared."""
    return (isinstance(one, range) and isinstance(two, range)) or one == two


def sort_name(sort: Sort) -> str:
    """Return the sort as a reader would write it."""
    if isinstance(sort, range):
        return f"{sort.start} to {sort.stop - 1}"
    return "yes or no" if sort is bool else sort.__name__


def words_of(value: Value) -> str:
    """Return a value in words: an Enum member by its text, or else by its name."""
    if isinstance(value, Enum):
        return value.value if isinstance(value.value, str) else value.name.lower().replace("_", " ")
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
