"""A world: some providers and points of a flow, what each sees, and each step that it can take.

What holds of a state is a tree over variables, ("var", (field, owner)); a state gives each a value.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, TypeAlias

from .flow import (
    INDUSTRY,
    POINT,
    PROVIDER,
    QUANTIFIERS,
    SCOPES,
    Data,
    Flow,
    Shape,
    Tree,
    conjuncts,
    is_quantifier,
    rules_of,
)
from .need import need, tick

Slot: TypeAlias = tuple[str, int]  # a field and whose
State: TypeAlias = dict[Slot, Any]
After: TypeAlias = dict[Slot, Tree]  # what is written
Option: TypeAlias = tuple[list[Tree], After]  # when a step is possible, and what it writes

OPERATORS: dict[str, Callable[..., Any]] = {
    "not": lambda x: not x,
    "and": lambda *xs: all(xs),
    "or": lambda *xs: any(xs),
    "implies": lambda x, y: not x or y,
    "exactly one": lambda *xs: sum(map(bool, xs)) == 1,
    "at most one": lambda *xs: sum(map(bool, xs)) <= 1,
    "is": lambda x, y: x == y,
    "in": lambda x, *ys: x in ys,
    "if": lambda c, x, y: x if c else y,
    "plus": lambda x, y: x + y,
    "minus": lambda x, y: x - y,
    "less": lambda x, y: x < y,
    "at most": lambda x, y: x <= y,
}


def compute(tree: Tree, state: State) -> Any:  # noqa: ANN401
    """Return the value of a tree in a state."""
    if not isinstance(tree, tuple):
        return tree
    if tree[0] == "var":
        return state[tree[1]]
    return OPERATORS[tree[0]](*(compute(part, state) for part in tree[1:]))


class World:
    """So many providers, and for each point its provider."""

    def __init__(self, flow: Flow, providers: int, of: Shape) -> None:
        self.flow, self.providers, self.of = flow, providers, of
        self.slots: dict[Slot, Tree] = {}
        for name, scope in flow.scope.items():
            tick()
            self.slots |= {(name, owner): ("var", (name, owner)) for owner in self.owners(scope)}
        self.formulas: dict[Tree, Any] = {}
        self.known: dict[tuple[str, int], list[tuple[list[Option], set[Slot], bool]]] = {}

    def owners(self, scope: int) -> range:
        """Return the numbers of the owners at a scope."""
        return range((len(self.of), self.providers, 1)[scope])

    def above(self, scope: int, narrow: int, owner: int) -> int:
        """Return who stands above an owner, at a scope that is not narrower."""
        need(scope >= narrow, "something looks at a narrower scope")
        if scope == narrow:
            return owner
        return self.of[owner] if (narrow, scope) == (POINT, PROVIDER) else 0

    def see(self, tree: Tree, scope: int, owner: int) -> Tree:
        """Return an expression of a rule as seen by an owner, over variables."""
        if not isinstance(tree, list):
            return tree
        head, *rest = tree
        if head == "read":
            (name,) = rest
            return self.slots[name, self.above(self.flow.scope[name], scope, owner)]
        need(head in OPERATORS, f"'{head}' may not stand there")
        return (head, *(self.see(part, scope, owner) for part in rest))

    def _guard(self, tree: Tree, scope: int, owner: int) -> Tree:
        if not is_quantifier(tree):
            return self.see(tree, scope, owner)
        kind, body = tree
        whom, _ = QUANTIFIERS[kind]
        others = [n for n in self.owners(whom) if (kind, n) != ("all other points", owner)]
        if kind == "all my points":
            others = [point for point in others if self.of[point] == owner]
        said = (self.see(body, whom, other) for other in others)
        return ("or" if kind.startswith("some") else "and", *said)

    def fits(self, machine: Data, rule: Data, owner: int) -> Tree:
        """Return when a rule fits: the machine's state, and each conjunct of its guard."""
        scope, state = SCOPES[machine["scope"]], machine["fields"][0]["name"]
        guards = (self._guard(part, scope, owner) for part in conjuncts(rule["when"]))
        return ("and", ("in", self.slots[state, owner], *rule["from"]), *guards)

    def effect(self, machine: Data, rule: Data, owner: int) -> After:
        """Return what a rule writes."""
        scope, state = SCOPES[machine["scope"]], machine["fields"][0]["name"]
        after = {(name, owner): self.see(tree, scope, owner) for name, tree in rule["then"]}
        return after if rule["to"] is None else {**after, (state, owner): rule["to"]}

    def within(self, after: After) -> list[Tree]:
        """Return that what is written is of its sort."""
        return [("in", tree, *self.flow.values[name]) for (name, _), tree in after.items()]

    def taking_part(self, event: str, home: int) -> Iterator[tuple[Data, int, bool]]:
        """Yield each machine with the event, whose it is, and whether it only follows."""
        mine = self.flow.events[event]
        for machine in self.flow.having[event]:
            scope = SCOPES[machine["scope"]]
            if scope >= mine:
                yield machine, self.above(scope, mine, home), False
            else:
                below = (n for n in self.owners(scope) if mine == INDUSTRY or self.of[n] == home)
                yield from ((machine, owner, True) for owner in below)

    def _options(self, event: str, home: int) -> Iterator[tuple[list[Option], set[Slot], bool]]:
        """Yield what each machine may do: take any rule that fits, or follow by staying."""
        for machine, owner, follows in self.taking_part(event, home):
            tick()
            options: list[Option] = []
            for rule in rules_of(machine, event):
                after = self.effect(machine, rule, owner)
                fit = self.fits(machine, rule, owner)
                options.append(([fit, *self.within(after)], after))
            if follows:
                options.append(([("not", fit) for (fit, *_), _ in options], {}))
            yield options, {slot for _, after in options for slot in after}, follows

    def steps(self, event: str, home: int, wanted: set[Slot]) -> Iterator[Option]:
        """Yield each way to take an event: when, and what is written of the wanted.

        Machines that write nothing wanted must only be able to take part, in some way.
        """
        if (event, home) not in self.known:
            self.known[event, home] = list(self._options(event, home))
        parts = self.known[event, home]
        chosen = [options for options, writes, _ in parts if writes & wanted]
        others = [o for o, writes, follows in parts if not (follows or writes & wanted)]
        may = [("or", *(("and", *when) for when, _ in options)) for options in others]
        for combination in product(*chosen):
            tick()
            when = [tree for fit, _ in combination for tree in fit]
            yield [*when, *may], {slot: t for _, after in combination for slot, t in after.items()}


def world(flow: Flow, providers: int, of: Shape) -> World:
    """Return so many providers, with the provider of each point; the same each time."""
    if (providers, of) not in flow.worlds:
        flow.worlds[providers, of] = World(flow, providers, of)
    known: World = flow.worlds[providers, of]
    return known


def shaped(flow: Flow, shape: Shape) -> World:
    """Return a world in which each provider has so many points."""
    return world(flow, len(shape), tuple(p for p, n in enumerate(shape) for _ in range(n)))
