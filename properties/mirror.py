"""Mirrors: whether a machine has the rows of another, up to a renaming."""

import re
from collections.abc import Mapping

from model.language.claims import Mirrors
from model.language.definitions import Machine, Transition
from model.language.errors import IllFormed
from model.language.expressions import Const, Expression, Quantified, Read, fold
from model.language.flow import Flow

Row = tuple[object, ...]


def differences(flow: Flow, claim: Mirrors) -> tuple[int, list[str]]:
    """Return how many rows the original has, and what differs, a line each."""
    mirror = {str(m): m for m in flow.machines}.get(claim.machine)
    if mirror is None:
        raise IllFormed(f"flow '{flow.name}' has no machine '{claim.machine}'", claim.place)
    there = [_row(claim.original, rule, claim.renaming) for rule in claim.original.transitions]
    here = [_row(mirror, rule, {}) for rule in mirror.transitions]
    found = [f"{mirror} lacks: {_told(row)}" for row in there if row not in here]
    found += [f"{mirror} has besides: {_told(row)}" for row in here if row not in there]
    if _starts(claim.original, claim.renaming) != _starts(mirror, {}):
        found.append(f"{mirror} starts otherwise than {claim.original}")
    return len(there), found


def _told(row: Row) -> str:
    event, sources, target, *_ = row
    return f"'{event}' from {', '.join(map(str, sources))} to {target}"  # type: ignore[call-overload]


def _starts(machine: Machine, renaming: Mapping[str, str]) -> list[object]:
    return [
        (renamed(f.name, renaming), [_value(v, renaming) for v in f.initials])
        for f in machine.all_fields
    ]


def _row(machine: Machine, rule: Transition, renaming: Mapping[str, str]) -> Row:
    target = "itself" if rule.target is None else _value(rule.target, renaming)
    then = sorted((renamed(f.name, renaming), _key(n, renaming)) for f, n in rule.then.items())
    del machine
    return (
        renamed(str(rule.event), renaming),
        tuple(sorted(_value(s, renaming) for s in rule.source)),
        target,
        _key(rule.when, renaming),
        tuple(then),
        renamed(str(rule.actor), renaming),
        renamed(rule.breaches, renaming),
    )


def _key(node: Expression, renaming: Mapping[str, str]) -> str:
    """Return a text that is the same for the same tree with the same names."""

    def leaf(at: Expression) -> str:
        if isinstance(at, Const):
            return _value(at.value, renaming)
        if isinstance(at, Quantified):
            return f"{at.quantifier.name}({_key(at.body, renaming)})"
        assert isinstance(at, Read)
        return f"[{renamed(at.field.name, renaming)}]"

    return fold(node, leaf, lambda operator, parts: f"{operator}({', '.join(parts)})")


def _value(value: object, renaming: Mapping[str, str]) -> str:
    return renamed(str(getattr(value, "name", value)), renaming)


def renamed(name: str, renaming: Mapping[str, str]) -> str:
    """Return a name with each word or phrase of the renaming replaced, longest first."""
    if not renaming:
        return name
    phrases = sorted(renaming, key=len, reverse=True)
    pattern = r"\b(" + "|".join(map(re.escape, phrases)) + r")\b"
    return re.sub(pattern, lambda found: renaming[found.group()], name)
