"""A flow as data: its fields, who has its events, and whether owners may be left out.

A tree is a value, or a list of an operator and the trees that it joins.
"""

from functools import cached_property
from typing import Any, TypeAlias

from .need import need

POINT, PROVIDER, INDUSTRY = 0, 1, 2
SCOPES = {"point": POINT, "provider": PROVIDER, "industry": INDUSTRY}
QUANTIFIERS = {  # whom it speaks of, and the only scope whose machines may ask it, if any
    "all points": (POINT, None),
    "all other points": (POINT, POINT),
    "all my points": (POINT, PROVIDER),
    "all providers": (PROVIDER, None),
    "some point": (POINT, None),
    "some provider": (PROVIDER, None),
}

Data: TypeAlias = dict[str, Any]  # what JSON can hold
Tree: TypeAlias = Any
Shape: TypeAlias = tuple[int, ...]  # how many points each provider has


class Flow:
    """A flow: machines at three scopes, whose first field is the state that their rules lead on."""

    def __init__(self, data: Data) -> None:
        self.name, self.variant = data["name"], data["variant"]
        self.machines: list[Data] = data["machines"]
        self.claims: dict[str, Data] = data["claims"]
        self.events = {event: SCOPES[scope] for event, scope in data["events"].items()}
        self.values: dict[str, list[Any]] = {}
        self.starts: dict[str, list[Any]] = {}
        self.scope: dict[str, int] = {}
        self.having: dict[str, list[Data]] = {event: [] for event in self.events}
        self.worlds: dict[tuple[int, Shape], Any] = {}  # as they were made
        for machine in self.machines:
            for field in machine["fields"]:
                self._add(field, SCOPES[machine["scope"]])
            own = {field["name"] for field in machine["fields"][1:]}
            for rule in machine["rules"]:
                need({name for name, _ in rule["then"]} <= own, "a rule writes what is not its own")
            for event in dict.fromkeys(rule["event"] for rule in machine["rules"]):
                self.having[event].append(machine)

    def _add(self, field: Data, scope: int) -> None:
        name, sort = field["name"], field["sort"]
        need(name not in self.scope, f"two fields are called '{name}'")
        self.values[name] = [False, True] if sort == "truth" else sort
        if isinstance(self.values[name][0], int) and sort != "truth":
            self.values[name] = list(range(sort[0], sort[1] + 1))
        self.starts[name], self.scope[name] = field["starts"], scope
        need(self.has_all(name, field["starts"]), f"the first values of '{name}'")

    def has_all(self, name: str, values: list[Any]) -> bool:
        """Tell whether all values are of a field's sort, and are any; True is not the number 1."""
        kind = type(self.values[name][0])
        return bool(values) and all(type(v) is kind and v in self.values[name] for v in values)

    @cached_property
    def closed(self) -> bool:
        """Tell whether a run without some points and providers is a run: no step needs them.

        No guard asks for some, and no event moves a machine wider than its home.
        """
        return not any(
            somes(rule) or (SCOPES[machine["scope"]] > self.events[rule["event"]] and moves(rule))
            for machine in self.machines
            for rule in machine["rules"]
        )


def moves(rule: Data) -> bool:
    """Tell whether a rule may change anything."""
    return bool(rule["then"]) or (rule["to"] is not None and rule["from"] != [rule["to"]])


def rules_of(machine: Data, event: str) -> list[Data]:
    """Return the rules of a machine for an event, in their order."""
    return [rule for rule in machine["rules"] if rule["event"] == event]


def conjuncts(tree: Tree) -> list[Tree]:
    """Return what a condition joins by `and`."""
    if isinstance(tree, list) and tree[0] == "and":
        return [part for argument in tree[1:] for part in conjuncts(argument)]
    return [tree]


def is_quantifier(tree: Tree) -> bool:
    """Tell whether a conjunct asks all or some."""
    return isinstance(tree, list) and tree[0] in QUANTIFIERS


def somes(rule: Data) -> list[Tree]:
    """Return the conjuncts of a rule that ask for some point or provider."""
    asked = filter(is_quantifier, conjuncts(rule["when"]))
    return [part for part in asked if part[0].startswith("some")]
