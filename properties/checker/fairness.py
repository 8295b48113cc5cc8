"""Fairness: when an event may happen, what it asks of others, and which fairness counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from .kernel.claims import leaves
from .kernel.flow import (
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
    somes,
)
from .kernel.need import need
from .kernel.search import Question
from .kernel.world import shaped

FAIR = ("weak", "strong")
SHARED = {  # from which scope on the one who is asked sees what the one who asks does
    "all points": INDUSTRY,
    "all other points": INDUSTRY,
    "all my points": PROVIDER,
    "all providers": INDUSTRY,
}


@dataclass(frozen=True)
class Demand:
    """What an event asks of all others, and the rule for whose sake."""

    whom: int
    shared: int
    body: Tree
    given: list[Tree]
    of_others: bool = False  # and not of the one who asks


class Fairness:
    """The fairness that a claim supposes: of which events, how strong, and which of them count."""

    def __init__(self, flow: Flow, claim: Data) -> None:
        named = [(one, kind == "strong") for kind in FAIR for one in claim[kind]]
        self.events = [[event for event in one if event in flow.events] for one, _ in named]
        self.strong = [strong for _, strong in named]
        for one in self.events:
            need(len({flow.events[event] for event in one}) <= 1, "one of several scopes")
        self.counted = {
            number: [event for event in one if asks_nobody(flow, event)]
            for number, one in enumerate(self.events)
        }


def asks_nobody(flow: Flow, event: str) -> bool:
    """Tell whether an event asks nothing of others."""
    asks = any(somes(rule) for _, rules in of_event(flow, event, follows=False) for rule in rules)
    return not asks and not list(demands(flow, event))


def own(machine: Data, rule: Data) -> list[Tree]:
    """Return when a rule fits, but for what is asked of others."""
    plain = [part for part in conjuncts(rule["when"]) if not is_quantifier(part)]
    return [["in", ["read", machine["fields"][0]["name"]], *rule["from"]], *plain]


def of_event(flow: Flow, event: str, *, follows: bool) -> list[tuple[Data, list[Data]]]:
    """Return the machines that must take part or that follow, with their rules."""
    mine = flow.events[event]
    machines = [m for m in flow.having[event] if (SCOPES[m["scope"]] < mine) is follows]
    return [(machine, rules_of(machine, event)) for machine in machines]


def stays(flow: Flow, machine: Data, rules: list[Data]) -> list[Tree]:
    """Return that no rule that may fit leaves a sort; nothing where none can."""
    inside = [
        ["implies", ["and", *own(machine, rule)], ["in", tree, *flow.values[name]]]
        for rule in rules
        for name, tree in rule["then"]
        if isinstance(tree, list) or tree not in flow.values[name]
    ]
    at, scope = shaped(flow, (1,)), SCOPES[machine["scope"]]
    asked = (Question("", at, [("not", at.see(tree, scope, 0))], []) for tree in inside)
    return [t for t, one in zip(inside, asked, strict=True) if one.answer() is not None]


def demands(flow: Flow, event: str) -> Iterator[Demand]:
    """Yield all that an event asks of others."""
    for machine, rules in of_event(flow, event, follows=False):
        for rule in rules:
            for part in filter(is_quantifier, conjuncts(rule["when"])):
                need(part[0] in SHARED, f"'{event}' asks for some, and counts as fair")
                whom, others = QUANTIFIERS[part[0]][0], part[0] == "all other points"
                given = own(machine, rule)
                yield Demand(whom, SHARED[part[0]], part[1], given, of_others=others)
    for machine, rules in of_event(flow, event, follows=True):
        for body in stays(flow, machine, rules):
            yield Demand(SCOPES[machine["scope"]], flow.events[event], body, [])


def sees(flow: Flow, tree: Tree, scope: int) -> bool:
    """Tell whether a condition reads nothing narrower than a scope."""
    return all(flow.scope[leaf[1]] >= scope for leaf in leaves(tree))


def shared(flow: Flow, events: list[str], scope: int) -> Tree:
    """Return that the part of a guard holds which everybody of a scope sees; of some event."""
    return ["or", *(["and", *_seen_parts(flow, event, scope)] for event in events)]


def _seen_parts(flow: Flow, event: str, scope: int) -> Iterator[Tree]:
    for machine, rules in of_event(flow, event, follows=False):
        seen = ([t for t in own(machine, rule) if sees(flow, t, scope)] for rule in rules)
        yield ["or", *(["and", *trees] for trees in seen)]


def enabled(flow: Flow, events: list[str]) -> Tree:
    """Return that, but for what is asked of others, one of some events may happen."""
    return ["or", *(["and", *_seen_parts(flow, e, POINT), *_stays(flow, e)] for e in events)]


def _stays(flow: Flow, event: str) -> Iterator[Tree]:
    for machine, rules in of_event(flow, event, follows=False):
        yield from stays(flow, machine, rules)


def refused(flow: Flow, events: list[str], shape: Shape, scope: int) -> Tree:
    """Return that the one who is seen is asked for a rule that may fit, and refuses."""
    found = []
    for demand in (one for event in events for one in demands(flow, event)):
        if demand.shared == scope and (shape == (1,) or demand.whom == PROVIDER):
            given = [tree for tree in demand.given if sees(flow, tree, scope)]
            found.append(["and", *given, ["not", demand.body]])
    return ["or", *found]
