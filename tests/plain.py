"""Flows as data taken at their word: small worlds with their places and steps, slow and short.

A second reading of what the checker reads, for tests of what it asks. It shares no code with it.
"""

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import permutations, product
from random import Random
from typing import Any

Tree = Any
Data = dict[str, Any]
Slot = tuple[str, int]
State = dict[Slot, Any]
Place = dict[str, int]
Who = dict[str, tuple[int, ...]]  # who stands for the owners of each scope

NARROWEST_FIRST = ("point", "provider", "industry")
WORLDS = [
    *[(1,), (1, 0), (1, 0, 0), (2,), (2, 0), (2, 0, 0), (1, 1), (1, 1, 0)],
    *[(3,), (3, 0), (3, 0, 0), (2, 1), (2, 1, 0), (1, 1, 1)],
]  # each way to share up to three points among up to three providers


MEANS: dict[str, Callable[..., Any]] = {
    "not": operator.not_,
    "implies": lambda one, two: two if one else True,
    "exactly one": lambda *truths: [bool(truth) for truth in truths].count(True) == 1,
    "at most one": lambda *truths: [bool(truth) for truth in truths].count(True) < 2,
    "is": operator.eq,
    "in": lambda one, *values: any(one == value for value in values),
    "if": lambda condition, one, two: one if condition else two,
    "plus": operator.add,
    "minus": operator.sub,
    "less": operator.lt,
    "at most": operator.le,
}


def computed(tree: Tree, leaf: Callable[[Tree], Any]) -> Any:  # noqa: ANN401
    """The value of a tree, where `leaf` gives that of what is neither a value nor joined."""
    if not isinstance(tree, (list, tuple)):
        return tree
    head, *parts = tree
    if head in ("and", "or"):
        joined = all if head == "and" else any
        return joined(computed(part, leaf) for part in parts)
    return MEANS[head](*(computed(part, leaf) for part in parts)) if head in MEANS else leaf(tree)


def leaves(tree: Tree) -> Iterator[Tree]:
    """The readings and events of a claim."""
    if isinstance(tree, list):
        if tree[0] in ("read", "happens"):
            yield tree
        else:
            yield from (leaf for part in tree[1:] for leaf in leaves(part))


def wider(one: str, two: str) -> bool:
    """Whether a scope is wider than another, or the same."""
    return NARROWEST_FIRST.index(one) >= NARROWEST_FIRST.index(two)


@dataclass(frozen=True, eq=False)
class World:
    """A flow with so many points at each provider; a state says what each owner's fields hold."""

    flow: Data
    shape: tuple[int, ...]

    @cached_property
    def of(self) -> list[int]:
        """The provider of each point."""
        return [p for p, size in enumerate(self.shape) for _ in range(size)]

    @cached_property
    def scopes(self) -> dict[str, str]:
        """The scope of each field."""
        machines = self.flow["machines"]
        return {field["name"]: m["scope"] for m in machines for field in m["fields"]}

    @cached_property
    def sorts(self) -> dict[str, tuple[list[Any], list[Any]]]:
        """All values of each field, and its first ones."""
        found = {}
        for field in (field for m in self.flow["machines"] for field in m["fields"]):
            sort = field["sort"]
            values = [False, True] if sort == "truth" else sort
            if isinstance(sort[0], int):
                values = list(range(sort[0], sort[1] + 1))
            found[field["name"]] = values, field["starts"]
        return found

    def owners(self, scope: str) -> range:
        """The numbers of the owners at a scope."""
        return range({"point": len(self.of), "provider": len(self.shape), "industry": 1}[scope])

    @cached_property
    def slots(self) -> list[Slot]:
        """Each field of each owner."""
        return [(name, n) for name, scope in self.scopes.items() for n in self.owners(scope)]

    def drawn(self, random: Random, *, first: bool) -> State:
        """A state at random, or a first state."""
        return {slot: random.choice(self.sorts[slot[0]][first]) for slot in self.slots}

    def above(self, owner: int, narrow: str, wide: str) -> int:
        """Who stands above an owner."""
        if narrow == wide:
            return owner
        return self.of[owner] if (narrow, wide) == ("point", "provider") else 0

    def value(self, tree: Tree, state: State, scope: str, owner: int) -> Any:  # noqa: ANN401
        """The value of a condition or an effect of a rule, for an owner."""

        def leaf(at: Tree) -> Any:  # noqa: ANN401
            head, body = at
            if head == "read":
                return state[body, self.above(owner, scope, self.scopes[body])]
            word, *others, whom = head.split()
            whom = whom.removesuffix("s")
            asked = [
                self.value(body, state, whom, other)
                for other in self.owners(whom)
                if not (others == ["other"] and other == owner)
                and not (others == ["my"] and self.of[other] != owner)
            ]
            return all(asked) if word == "all" else any(asked)

        return computed(tree, leaf)

    def fitting(self, machine: Data, event: str, owner: int, state: State) -> list[Data]:
        """The rules of a machine for an event that fit."""
        at, scope = state[machine["fields"][0]["name"], owner], machine["scope"]
        return [
            rule
            for rule in machine["rules"]
            if rule["event"] == event
            and at in rule["from"]
            and self.value(rule["when"], state, scope, owner)
        ]

    def steps(self, state: State) -> Iterator[tuple[str, int, State]]:
        """Each step that can be taken, by any rules that fit: event, home, the state after."""
        for event, scope in self.flow["events"].items():
            for home in self.owners(scope):
                for after in self._after(state, event, scope, home):
                    yield event, home, after

    def _after(self, state: State, event: str, scope: str, home: int) -> Iterator[State]:
        ways: list[list[State]] = []
        for machine in self.flow["machines"]:
            if not any(rule["event"] == event for rule in machine["rules"]):
                continue
            mine = machine["scope"]
            leads = wider(mine, scope)
            below = [n for n in self.owners(mine) if self.above(n, mine, scope) == home]
            for owner in [self.above(home, scope, mine)] if leads else below:
                fit = self.fitting(machine, event, owner, state)
                ways.append([self._written(machine, rule, owner, state) for rule in fit])
                if not fit and not leads:
                    ways.pop()
        for chosen in product(*ways):
            written = {slot: value for one in chosen for slot, value in one.items()}
            if all(value in self.sorts[name][0] for (name, _), value in written.items()):
                yield {**state, **written}

    def _written(self, machine: Data, rule: Data, owner: int, state: State) -> State:
        scope = machine["scope"]
        after = {(n, owner): self.value(t, state, scope, owner) for n, t in rule["then"]}
        if rule["to"] is not None:
            after[machine["fields"][0]["name"], owner] = rule["to"]
        return after

    def places(self, roles: frozenset[str]) -> Iterator[Place]:
        """Each way to give somebody to each role: points apart, another provider than one's own."""
        names = sorted(roles)
        whom = ["provider" if "provider" in role else "point" for role in names]
        for chosen in product(*(self.owners(scope) for scope in whom)):
            place = dict(zip(names, chosen, strict=True))
            mine = self.of[place["point"]] if "point" in place else place.get("provider")
            apart = "other point" not in place or place["point"] != place["other point"]
            if apart and ("other provider" not in place or place["other provider"] != mine):
                yield place

    def who(self, place: Place, whose: str, scope: str) -> int:
        """Whose field of a scope a claim reads from a place."""
        if scope == "industry":
            return 0
        if whose == "other provider":
            return place["other provider"]
        role = "other point" if whose == "other point" else "point"
        if role not in place:
            return place["provider"]
        return self.above(place[role], "point", scope)

    def holds(
        self, claim: Tree, place: Place, before: State, step: tuple[str, int] | None, after: State
    ) -> bool:
        """Whether a claim holds of a step, or of a state, from a place."""

        def leaf(at: Tree) -> Any:  # noqa: ANN401
            if at[0] == "happens":
                if step is None or step[0] not in at[1:]:
                    return False
                return self.who(place, "own", self.flow["events"][step[0]]) == step[1]
            _, name, whose, moment = at if len(at) > 2 else (*at, "own", "before")
            state = after if moment == "after" else before
            return state[name, self.who(place, whose, self.scopes[name])]

        return bool(computed(claim, leaf))


@cache
def embeddings(into: tuple[int, ...], providers: int, of: tuple[int, ...]) -> list[Who]:
    """Each way to find so many providers, with points of them, in a world of a shape.

    Each is told by who stands for the providers, and who for the points.
    """
    there = [p for p, size in enumerate(into) for _ in range(size)]
    return [
        {"provider": mine, "point": points, "industry": (0,)}
        for mine in permutations(range(len(into)), providers)
        for points in permutations(range(len(there)), len(of))
        if all(there[point] == mine[p] for point, p in zip(points, of, strict=True))
    ]


def roles(flow: Data, claim: Tree) -> frozenset[str]:
    """Whom a claim speaks of: each of them is named by a place from where it is seen."""
    scopes = World(flow, (1,)).scopes
    own, others = set(), set()
    for leaf in leaves(claim):
        if leaf[0] == "happens":
            own |= {flow["events"][event] for event in leaf[1:]}
        elif len(leaf) > 2 and leaf[2] != "own":
            others.add(leaf[2])
        else:
            own.add(scopes[leaf[1]])
    if "other point" in others or "point" in own:
        return frozenset({"point", *others})
    return frozenset({"provider", *others} if others or "provider" in own else ())


def of_steps(claim: Tree) -> bool:
    """Whether a claim speaks of a step."""
    return any(leaf[0] == "happens" or leaf[-1] == "after" for leaf in leaves(claim))
