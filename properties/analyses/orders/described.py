"""What all safe orders have in common: precedences, and the fewest clauses beside them.

A clause says that one of a few things comes before another: "x before y, or u before v". Together
with the precedences they have just the safe orders: two automata are compared, one made from the
words of the description, one found. Whatever just one of them has leads to a further clause.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import combinations
from typing import cast

from properties.analyses.orders.words import Order, Words, difference, has, pairs, words

Before = tuple[int, int]  # the first comes before the second
Clause = tuple[Before, ...]
TRIED = 3  # clauses of so many parts are tried out, all of them


@dataclass(frozen=True)
class Description:
    """Precedences, all of them, and clauses; `fewest` tells whether no fewer clauses would do."""

    letters: int
    precedences: frozenset[Before]
    clauses: tuple[Clause, ...] = ()
    fewest: bool = True

    @cached_property
    def covers(self) -> tuple[Before, ...]:
        """Return the precedences that do not follow from two others."""
        known = self.precedences
        through = {(x, z) for x, y in known for u, z in known if y == u}
        return tuple(sorted(known - through))

    @cached_property
    def words(self) -> Words:
        """Return the orders of which all of it is true."""
        first: tuple[Clause | None, ...] = self.clauses
        return words(self.letters, (frozenset[int](), first), self._after)

    def _after(
        self, at: tuple[frozenset[int], tuple[Clause | None, ...]], letter: int
    ) -> tuple[frozenset[int], tuple[Clause | None, ...]] | None:
        """Take a letter; a clause that has come true is None, of others false parts are gone."""
        taken, clauses = at
        if any(y == letter and x not in taken for x, y in self.precedences):
            return None
        left = tuple(None if one is None else _left(one, letter) for one in clauses)
        return None if () in left else (taken | {letter}, left)

    def having(self, clause: Clause) -> "Description":
        """Return the description with a clause more."""
        return replace(self, clauses=(*self.clauses, clause))

    def without(self, one: Before | Clause) -> "Description":
        """Return the description without a precedence or a clause."""
        return replace(
            self,
            precedences=self.precedences - {one},
            clauses=tuple(clause for clause in self.clauses if clause != one),
        )


def _left(clause: Clause, letter: int) -> Clause | None:
    """Return what of a clause is open still once a letter is taken; None where it is true.

    Of a part that is open neither letter has been taken.
    """
    if any(x == letter for x, _ in clause):
        return None
    return tuple((x, y) for x, y in clause if y != letter)


def described(safe: Words) -> Description:
    """Return the precedences and clauses that have just these orders."""
    found = Description(safe.letters, precedences(safe))
    while (order := difference(found.words, safe)) is not None:
        if has(safe, order):
            raise ValueError("what holds of all safe orders does not hold of one")
        found = found.having(_excluding(safe, found, order))
    return _fewest(safe, found)


def precedences(safe: Words) -> frozenset[Before]:
    """Return what comes before what in every order."""
    missed = {
        (x, y) for taken in safe.taken for y in taken for x in range(safe.letters) if x not in taken
    }
    return frozenset(set(pairs(safe.letters)) - missed)


def holds(safe: Words, clause: Clause) -> bool:
    """Tell whether a clause is true of every order."""
    start, seen = (0, clause), {(0, clause)}
    queue = [start] if safe.edges else []
    for node, left in queue:
        if not left:
            return False
        for letter, to in safe.edges[node].items():
            then = _left(left, letter)
            if then is not None and (to, then) not in seen:
                seen.add((to, then))
                queue.append((to, then))
    return True


def _excluding(safe: Words, known: Description, order: Order) -> Clause:
    """Return what all safe orders have and this one has not: few parts, and then few orders."""
    parts = _false_in(known, order)
    small = _shrunk(safe, parts)
    sizes = range(1, min(len(small), TRIED) + 1)
    found = ([one for one in combinations(parts, n) if holds(safe, one)] for n in sizes)
    best = next(filter(None, found), [small])
    return min(best, key=lambda one: known.having(one).words.count)


def _false_in(known: Description, order: Order) -> Clause:
    """Return what is false of an order and might be true of others."""
    return tuple((x, y) for y, x in combinations(order, 2) if (y, x) not in known.precedences)


def _shrunk(safe: Words, clause: Clause) -> Clause:
    """Return a clause of which each part is needed."""
    for part in clause:
        less = tuple(one for one in clause if one != part)
        if holds(safe, less):
            clause = less
    return clause


def _fewest(safe: Words, found: Description) -> Description:
    """Return the description without clauses that others make idle, told whether fewer would do."""
    for clause in found.clauses:
        less = found.without(clause)
        if difference(less.words, safe) is None:
            found = less
    return replace(found, fewest=_apart(safe, found))


def _apart(safe: Words, found: Description) -> bool:
    """Tell whether there is an unsafe order for each clause, no two of which one could exclude."""
    orders = [difference(found.without(one).words, safe) for one in found.clauses]
    false = [set(_false_in(found, order)) for order in orders if order is not None]
    return len(false) == len(found.clauses) and not any(
        holds(safe, tuple(one & two)) for one, two in combinations(false, 2)
    )


def exact(found: Description, safe: Words) -> bool:
    """Tell whether a description has just the safe orders, by comparing two automata."""
    return difference(found.words, safe) is None


def said_in(part: Before | Clause) -> list[Before]:
    """Return the parts of a clause, or a precedence as the one part that it is."""
    return [one for one in part if isinstance(one, tuple)] or [cast("Before", part)]
