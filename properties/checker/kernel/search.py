"""The search: whether some conditions, over finitely many values, can all hold at once.

A condition becomes a formula: True, False, a literal (a variable and the values for which it
holds), or several joined by *and* or by *or*. For each variable the values that are left are
kept; each step keeps every solution, so that where none is found there is none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from .flow import Tree
from .need import tick
from .world import Slot, World, compute

LITERAL, AND, OR = "literal", "and", "or"
Formula: TypeAlias = Any  # True, False, (LITERAL, variable, values), (AND | OR, formulas)
Left: TypeAlias = dict[Slot, frozenset[Any]]  # of the variables that were narrowed


@dataclass(frozen=True)
class Question:
    """Could all of this hold at once? If so, the packet is wrong; `words` say how."""

    words: str
    at: World
    trees: list[Tree]
    known: list[Tree]  # the same list for many questions

    def answer(self) -> Left | None:
        """Return values for which it does, of each variable that matters; None without any."""
        formulas = [formula(self.at, tree) for tree in (*self.trees, *self.known)]
        return solve(formulas, {})


def formula(at: World, tree: Tree, wanted: bool = True) -> Formula:
    """Return when a tree is true, or is not."""
    if not isinstance(tree, tuple):
        return bool(tree) is wanted
    if (tree, wanted) not in at.formulas:
        tick()
        at.formulas[tree, wanted] = _formula(at, tree, wanted)
    return at.formulas[tree, wanted]


def _formula(at: World, tree: Tree, wanted: bool) -> Formula:
    head, *parts = tree
    if head == "not":
        return formula(at, parts[0], not wanted)
    if head == "implies":
        return formula(at, ("or", ("not", parts[0]), parts[1]), wanted)
    if head == "exactly one":
        return formula(at, ("and", ("or", *parts), ("at most one", *parts)), wanted)
    if head == "at most one":
        pairs = (("and", x, y) for n, x in enumerate(parts) for y in parts[:n])
        return formula(at, ("or", *pairs), not wanted)
    if head in (AND, OR):
        kind = AND if (head == AND) is wanted else OR
        return _join(kind, (formula(at, part, wanted) for part in parts))
    return _cases(at, tree, wanted, sorted(set(_variables(tree))), {})


def _join(kind: str, parts: Iterable[Formula]) -> Formula:
    """Return the parts joined, without what decides nothing."""
    found: dict[Formula, None] = {}
    for part in parts:
        if part is (kind == OR):
            return part
        if not isinstance(part, bool):
            found.update(dict.fromkeys(part[1] if part[0] == kind else (part,)))
    return kind == AND if not found else next(iter(found)) if len(found) == 1 else (kind, (*found,))


def _variables(tree: Tree) -> Iterator[Slot]:
    if isinstance(tree, tuple):
        yield from [tree[1]] if tree[0] == "var" else (v for t in tree[1:] for v in _variables(t))


def _cases(
    at: World, tree: Tree, wanted: bool, open_: list[Slot], known: dict[Slot, Any]
) -> Formula:
    """Return when a comparison has the wanted value, by cases on its variables."""
    tick()
    if not open_:
        return bool(compute(tree, known)) is wanted
    first, *rest = open_
    cases: dict[Formula, set[Any]] = {}
    for value in at.flow.values[first[0]]:
        cases.setdefault(_cases(at, tree, wanted, rest, {**known, first: value}), set()).add(value)
    every = len(at.flow.values[first[0]])
    literals = ((case, (LITERAL, first, frozenset(some))) for case, some in cases.items())
    return _join(OR, (_join(AND, [case, len(one[2]) == every or one]) for case, one in literals))


def _holds(node: Formula, left: Left) -> bool | None:
    """Return whether a formula holds for all values that are left, for none, or neither: None."""
    if isinstance(node, bool):
        return node
    if node[0] == LITERAL:
        values = left.get(node[1])
        if values is None:
            return None
        return (
            None if not values.isdisjoint(node[2]) and not values <= node[2] else values <= node[2]
        )
    decisive, result = node[0] == OR, True
    for part in node[1]:
        one = _holds(part, left)
        if one is decisive:
            return decisive
        result = result and one is not None
    return not decisive if result else None


def solve(formulas: list[Formula], left: Left) -> Left | None:
    """Return values for which all formulas hold, or None where there are none."""
    waiting, left, ors = formulas, dict(left), list[Formula]()
    while True:
        tick()
        if not _narrow(waiting, left, ors):
            return None
        ors = [node for node in ors if _holds(node, left) is not True]
        if not ors:
            return left
        ways = [[part for part in n[1] if _holds(part, left) is not False] for n in ors]
        shortest = min(range(len(ors)), key=lambda n: len(ways[n]))
        rest = ors[:shortest] + ors[shortest + 1 :]
        if len(ways[shortest]) != 1:
            break
        waiting, ors = ways[shortest], rest
    found = (solve([part, *rest], left) for part in ways[shortest])
    return next((one for one in found if one is not None), None)


def _narrow(waiting: list[Formula], left: Left, ors: list[Formula]) -> bool:
    """Take away values for which a literal fails, and gather each *or*; tell if any are left."""
    for node in waiting:
        if isinstance(node, bool):
            if not node:
                return False
        elif node[0] == LITERAL:
            left[node[1]] = left.get(node[1], node[2]) & node[2]
            if not left[node[1]]:
                return False
        elif node[0] == OR:
            ors.append(node)
        elif not _narrow(node[1], left, ors):
            return False
    return True
