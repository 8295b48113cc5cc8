"""Clauses over numbered variables, and the variables that stand for joined ones."""

from collections.abc import Iterable
from copy import copy

TRUE, FALSE = 1, -1  # the first variable holds


class Clauses:
    """A growing list of clauses; what is joined twice has one variable."""

    def __init__(self) -> None:
        self.count: int = TRUE
        self.every: list[tuple[int, ...]] = [(TRUE,)]
        self.joined: dict[tuple[int, ...], int] = {}

    def more(self) -> "Clauses":
        """Return the same clauses, to which more can be added apart from these."""
        found = copy(self)
        found.every, found.joined = self.every.copy(), self.joined.copy()
        return found

    def new(self) -> int:
        """Return a variable of which nothing is said yet."""
        self.count += 1
        return self.count

    def add(self, *literals: int) -> None:
        """Say that one of the literals holds."""
        if TRUE not in literals:
            self.every.append(literals)

    def all_of(self, literals: Iterable[int]) -> int:
        """Return the literal that holds just where all of these do."""
        parts = tuple(sorted({*literals} - {TRUE}))
        if FALSE in parts or any(-part in parts for part in parts if part > 0):
            return FALSE
        if len(parts) <= 1:
            return parts[0] if parts else TRUE
        if parts not in self.joined:
            self.joined[parts] = joined = self.new()
            self.every += [(-joined, part) for part in parts]
            self.every.append((joined, *(-part for part in parts)))
        return self.joined[parts]

    def any_of(self, literals: Iterable[int]) -> int:
        """Return the literal that holds just where one of these does."""
        return -self.all_of(-literal for literal in literals)

    def at_most_one(self, literals: Iterable[int]) -> None:
        """Say that no two of these hold, with as many clauses as literals, times three."""
        before = FALSE  # whether one of those before holds
        for literal in literals:
            self.add(-before, -literal)
            after = self.new()
            self.add(-before, after)
            self.add(-literal, after)
            before = after

    def exactly_one(self, literals: Iterable[int]) -> None:
        """Say that one of these holds, and no two."""
        every = tuple(literals)
        self.add(*every)
        self.at_most_one(every)
