"""Names that read as the originals, and that every language here takes; each thing has its own."""

import re
from collections.abc import Container
from enum import Enum

from model.language.expressions import Field
from model.language.sorts import Sort, members


def plain(text: str) -> str:
    """Return a text as an identifier: letters, digits and single underscores between them."""
    found = "_".join(re.findall(r"[A-Za-z0-9]+", text)) or "unnamed"
    return found if found[0].isalpha() else f"n_{found}"


def words(text: str) -> frozenset[str]:
    """Return the words of a text: what a language keeps for itself."""
    return frozenset(text.split())


class Names:
    """Names of one file, given in order: what would be called as another has a number besides."""

    def __init__(self, reserved: Container[str]) -> None:
        self._reserved = reserved
        self._taken: set[str] = set()
        self._values: dict[Enum, str] = {}

    def new(self, text: str) -> str:
        """Return a name like this text that nothing else has."""
        stem = found = plain(text)
        number = 1
        # some of the languages do not tell small letters from large ones
        while found.lower() in self._taken or found in self._reserved:
            number += 1
            found = f"{stem}_{number}"
        self._taken.add(found.lower())
        return found

    def values_of(self, sort: Sort) -> dict[str, int]:
        """Return the names of the values of an Enum with their numbers; none of another sort."""
        named = [one for one in members(sort) if isinstance(one, Enum)]
        return {self.value(one): number for number, one in enumerate(named)}

    def value(self, value: Enum) -> str:
        """Return the name of a member of an Enum, the same each time."""
        if value not in self._values:
            self._values[value] = self.new(f"{type(value).__name__}_{value.name}")
        return self._values[value]


def sorts_of(fields: list[Field]) -> list[type[Enum]]:
    """Return the enumerations of fields, each once, in order."""
    sorts = dict.fromkeys(field.sort for field in fields if not isinstance(field.sort, range))
    return [sort for sort in sorts if isinstance(sort, type) and issubclass(sort, Enum)]
