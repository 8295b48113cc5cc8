"""Finite sorts: bool, an Enum, or a range of whole numbers."""

from collections.abc import Hashable
from enum import Enum
from functools import cache

Value = bool | int | Enum
Sort = type[bool] | type[Enum] | range

LARGEST = 4000  # for a field
LARGEST_SUM = 30_000  # for what is computed on the way: 16 bits hold it


def is_sort(sort: object) -> bool:
    """Tell whether this is a sort: bool, an Enum with members, or a short range by ones."""
    if isinstance(sort, range):
        small = all(abs(edge) <= LARGEST for edge in (sort.start, sort.stop))
        return len(sort) > 0 and sort.step == 1 and small
    return sort is bool or (isinstance(sort, type) and issubclass(sort, Enum) and bool(list(sort)))


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
    return range(value, value + 1) if isinstance(value, int) else None


def belongs(value: object, sort: Sort) -> bool:
    """Tell whether the value is in the sort; True is not the number 1."""
    if isinstance(sort, range):
        return isinstance(value, int) and not isinstance(value, bool) and value in sort
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
