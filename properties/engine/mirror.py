"""Mirrors: whether a machine has the rows of another, up to a renaming."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import TypeAlias

from model.language.claims import Mirrors
from model.language.errors import IllFormed
from model.language.expressions import Const, Expression, Quantified, Read, fold, reads
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.renaming import renamed
from model.language.sorts import Sort, Value, members
from model.language.transitions import Transition

Key: TypeAlias = object  # the same for the same thing under the same names, and for no other
Row = tuple[Key, ...]
New: TypeAlias = Mapping[str, str]


def differences(flow: Flow, claim: Mirrors) -> tuple[int, list[str]]:
    """Return how many rows the original has, and what differs, a line each."""
    mirror = {str(m): m for m in flow.machines}.get(claim.machine)
    if mirror is None:
        raise IllFormed(f"flow '{flow.name}' has no machine '{claim.machine}'", claim.place)
    there = [_row(rule, claim.renaming) for rule in claim.original.transitions]
    here = [_row(rule, {}) for rule in mirror.transitions]
    found = [f"{mirror} lacks: {_told(row)}" for row in there if row not in here]
    found += [f"{mirror} has besides: {_told(row)}" for row in here if row not in there]
    if not found and there != here:
        found.append(f"{mirror} has its rules in another order, or one twice")
    return len(there), [*found, *_apart(mirror, claim.original, claim.renaming)]


def _apart(mirror: Machine, original: Machine, new: New) -> Iterator[str]:
    """Yield how two machines differ beside their rules."""
    if mirror.scope.name != renamed(original.scope.name, new):
        scopes = f"'{original.scope.name}': '{mirror.scope.name}'"
        yield f"{mirror} is of another scope than {original}; if it is meant, rename it: {scopes}"
    told = {"starts": _starts, "holds or reads other values": _sorts, "sees events": _homes}
    for what, of in told.items():
        if of(mirror, {}) != of(original, new):
            yield f"{mirror} {what} otherwise than {original}"


def _told(row: Row) -> str:
    event, sources, target, *_ = row
    names = ", ".join(name for _, name in sources)  # type: ignore[attr-defined]
    return f"'{event}' from {names} to {'itself' if target is None else target[1]}"  # type: ignore[index]


def _starts(machine: Machine, new: New) -> list[object]:
    return [
        (renamed(f.name, new), [_value(v, new) for v in f.initials]) for f in machine.all_fields
    ]


def _sorts(machine: Machine, new: New) -> list[object]:
    """Return the values of each field of its own, in their order, and of each that it reads."""
    nodes = [node for rule in machine.transitions for node in (rule.when, *rule.then.values())]
    own = dict.fromkeys(machine.all_fields)
    read = {one.field: None for node in nodes for one in reads(node) if one.field not in own}
    foreign = {renamed(f.name, new): _sort(f.sort, new) for f in read}
    return [*((renamed(f.name, new), _sort(f.sort, new)) for f in own), foreign]


def _sort(sort: Sort, new: New) -> Key:
    return [_value(value, new) for value in members(sort)]


def _homes(machine: Machine, new: New) -> dict[str, str]:
    """Return whether each event is its own, or wider or narrower than it is."""
    told = {0: "its own", 1: "wider", -1: "narrower"}
    scope = machine.scope
    return {
        renamed(str(event), new): told[(event.scope > scope) - (event.scope < scope)]
        for event in machine.events
    }


def _row(rule: Transition, new: New) -> Row:
    then = {renamed(f.name, new): _key(node, new) for f, node in rule.then.items()}
    return (
        renamed(str(rule.event), new),
        sorted(_value(s, new) for s in rule.source),
        None if rule.target is None else _value(rule.target, new),
        _key(rule.when, new),
        then,
        renamed(str(rule.actor), new),
        renamed(rule.breaches, new),
    )


def _key(node: Expression, new: New) -> Key:
    def leaf(at: Expression) -> Key:
        if isinstance(at, Const):
            return _value(at.value, new)
        if isinstance(at, Quantified):
            return (at.quantifier.name, _key(at.body, new))
        assert isinstance(at, Read)
        return ("read", renamed(at.field.name, new))

    return fold(node, leaf, lambda operator, parts: (operator, *parts))


def _value(value: Value, new: New) -> tuple[str, object]:
    """Return a value, so that a name, a number and a truth are never the same."""
    if isinstance(value, Enum):
        return ("name", renamed(value.name, new))
    return (type(value).__name__, value)
