"""A flow and its claims as data: what a packet refers to, and what a checker reads.

Names and numbers alone; values of an Enum by the names of its members. What the rules cite and
the words of their conditions decide nothing and are left out.
"""

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Any, TypeAlias

from model.language.claims import (
    Ahead,
    Claim,
    DoneBy,
    LeadsTo,
    Mirrors,
    StuckOnly,
    as_events,
)
from model.language.events import Happens, Scope
from model.language.expressions import (
    Const,
    Expression,
    Quantified,
    Quantifier,
    Read,
    Whose,
    fold,
    reads,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Sort, Value, members
from model.language.transitions import Transition
from properties.engine.budget import look
from properties.engine.free import APART, SORTS

Data = dict[str, Any]
Tree: TypeAlias = Any  # what JSON can hold

WHOSE = {
    Whose.OWN: "own",
    Whose.OTHER_POINT: "other point",
    Whose.OTHER_PROVIDER: "other provider",
}
QUANTIFIER = {
    Quantifier.ALL_POINTS: "all points",
    Quantifier.ALL_OTHER_POINTS: "all other points",
    Quantifier.ALL_MY_POINTS: "all my points",
    Quantifier.ALL_PROVIDERS: "all providers",
    Quantifier.SOME_POINT: "some point",
    Quantifier.SOME_PROVIDER: "some provider",
}
FREE = {SORTS.id: "stays in sorts", APART.id: "no two compete"}


def flow_data(flow: Flow, variant: str | None, claims: Iterable[Claim]) -> Data:
    """Return a flow, or a variant of it, as data, with its claims and those that they are given."""
    mine = tuple(claims)
    told = dict.fromkeys([*(one for claim in mine for one in claim.given), *mine])
    return {
        "name": flow.name,
        "variant": variant,
        "events": {str(event): scope_name(event.scope) for event in flow.events},
        "machines": [_machine(machine, flow.starts) for machine in flow.machines],
        "claims": {claim.id: _claim(flow, claim) for claim in told},
    }


def scope_name(scope: Scope) -> str:
    """Return the name of a scope in the data."""
    return scope.name.lower()


def value(thing: Value) -> bool | int | str:
    """Return a value as data."""
    return thing.name if isinstance(thing, Enum) else thing


def tree(node: Expression) -> Tree:
    """Return an expression as data: a value, or a list of an operator and what it joins."""

    def leaf(at: Expression) -> Tree:
        look()
        if isinstance(at, Const):
            return value(at.value)
        if isinstance(at, Quantified):
            return [QUANTIFIER[at.quantifier], tree(at.body)]
        if isinstance(at, Happens):
            return ["happens", *map(str, at.events)]
        assert isinstance(at, Read)
        plain = at.whose is Whose.OWN and not at.after
        more = [] if plain else [WHOSE[at.whose], "after" if at.after else "before"]
        return ["read", at.field.name, *more]

    return fold(node, leaf, lambda operator, parts: [operator, *parts])


def _sort(sort: Sort) -> Tree:
    if isinstance(sort, range):
        return [sort.start, sort.stop - 1]
    return "truth" if sort is bool else [value(member) for member in members(sort)]


def _machine(machine: Machine, starts: Mapping[Any, tuple[Value, ...]]) -> Data:
    return {
        "name": str(machine),
        "scope": scope_name(machine.scope),
        "fields": [
            {
                "name": field.name,
                "sort": _sort(field.sort),
                "starts": [value(first) for first in starts.get(field, field.initials)],
            }
            for field in machine.all_fields
        ],
        "rules": [_rule(rule) for rule in machine.transitions],
    }


def _around(machine: Machine) -> Data:
    """Return what a machine of another flow has of that flow: its events and what it reads."""
    nodes = (node for rule in machine.transitions for node in (rule.when, *rule.then.values()))
    fields = {read.field.name: _sort(read.field.sort) for node in nodes for read in reads(node)}
    events = {str(event): scope_name(event.scope) for event in machine.events}
    return {"events": events, "reads": fields}


@lru_cache(maxsize=4096)
def _rule(rule: Transition) -> Data:
    """Return a rule, which the variants of a flow share; nobody changes what is returned."""
    return {
        "event": str(rule.event),
        "from": [value(state) for state in rule.source],
        "to": None if rule.target is None else value(rule.target),
        "when": tree(rule.when),
        "then": [[field.name, tree(node)] for field, node in rule.then.items()],
        "by": str(rule.actor),
        "breaches": rule.breaches,
    }


def _claim(flow: Flow, claim: Claim) -> Data:
    if claim.id in FREE:
        return {"kind": FREE[claim.id], "sentence": claim.sentence}
    if isinstance(claim, DoneBy):
        actors = {str(party): [str(e) for e in events] for party, events in claim.actors.items()}
        return {"kind": claim.kind, "sentence": claim.sentence, "actors": actors}
    body = claim.at_rest(flow) if isinstance(claim, StuckOnly) else claim.of(flow)
    said: Data = {"kind": claim.kind, "sentence": claim.sentence, "body": tree(body)}
    if isinstance(claim, Mirrors):
        original = _machine(claim.original, {}) | _around(claim.original)
        said |= {"machine": claim.machine, "original": original, "renaming": dict(claim.renaming)}
    if isinstance(claim, StuckOnly):
        said["ways"] = [str(event) for event in claim.ways]
    if isinstance(claim, Ahead):
        said["to"] = tree(claim.to)
    if isinstance(claim, LeadsTo):
        for fairness, events in (("weak", claim.weak), ("strong", claim.strong)):
            said[fairness] = [[str(event) for event in as_events(each)] for each in events]
    return said
