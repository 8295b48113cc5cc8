"""Rules before and after, machine by machine: as the checker is told them, not in words.

Two rules of one event are compared where they lead from one state to one state, else where they
lead from one state; what is left over was added or removed.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from model.language.checks import named_cites
from model.language.flow import Flow
from model.language.lines import expanded
from model.language.machines import Machine
from properties.engine.packets.export import flow_data
from switchproof.diff.format import MachineChangeRow, RuleChangeRow

ADDED, REMOVED, CHANGED = "added", "removed", "changed"
BOTH, BEFORE, AFTER = "both", "before", "after"
ASPECTS = ("to", "when", "then", "by", "breaches", "to no effect", "scope")
Data = dict[str, Any]


class RuleAsData(NamedTuple):
    """A rule as data, in words, with what it cites and how its event is written."""

    data: Data
    event: str
    line: str
    cites: tuple[str, ...]


class Side(NamedTuple):
    """A machine as data: its fields, and its rules in their order."""

    fields: dict[str, Data]
    rules: list[RuleAsData]


def machine_rows(before: Flow, after: Flow) -> list[MachineChangeRow]:
    """Return each machine of either; those of one family are one row."""
    was, now = _sides(before), _sides(after)
    found: dict[str, MachineChangeRow] = {}
    for key in dict.fromkeys([*was, *now]):
        row = _row(key[0], was.get(key), now.get(key))
        known = found.setdefault(key[0], row)
        if known is not row:
            _add(known, row)
    return list(found.values())


def _add(known: MachineChangeRow, row: MachineChangeRow) -> None:
    known["where"] = known["where"] if known["where"] == row["where"] else BOTH
    known["unchanged"] += row["unchanged"]
    known["recited"] += row["recited"]
    known["fields"] += row["fields"]
    known["rules"] += row["rules"]


def _sides(flow: Flow) -> dict[tuple[str, str], Side]:
    """Return each machine by the name of its family and its own."""
    data = flow_data(flow, None, ())
    return {
        ((machine.template or machine).name, str(machine)): _side(flow, machine, told, data)
        for machine, told in zip(flow.machines, data["machines"], strict=True)
    }


def _side(flow: Flow, machine: Machine, data: Data, whole: Data) -> Side:
    fields = {field["name"]: field for field in data["fields"]}
    scope = {"scope": {"name": "scope", "is": data["scope"]}}
    lines = expanded(flow, [machine])[len(data["fields"]) :]
    rules = [
        RuleAsData(
            {**told, "to no effect": rule.powerless, "scope": whole["events"][told["event"]]},
            str(rule.event.template or rule.event),
            line.removeprefix(f"{machine}: "),
            tuple(" ".join((rule.cites, *named_cites(rule.when))).split()),
        )
        for rule, told, line in zip(machine.transitions, data["rules"], lines, strict=True)
    ]
    return Side({**fields, **scope}, rules)


def _row(name: str, was: Side | None, now: Side | None) -> MachineChangeRow:
    same, others = _compared(was.rules if was else [], now.rules if now else [])
    fields = (was.fields if was else {}, now.fields if now else {})
    named = dict.fromkeys([*fields[0], *fields[1]]) if was and now else {}
    return {
        "machine": name,
        "where": BOTH if was and now else BEFORE if was else AFTER,
        "unchanged": len(same),
        "recited": sum(set(one.cites) != set(other.cites) for one, other in same),
        "fields": [field for field in named if fields[0].get(field) != fields[1].get(field)],
        "rules": others,
    }


def _compared(
    was: Sequence[RuleAsData], now: Sequence[RuleAsData]
) -> tuple[list[tuple[RuleAsData, RuleAsData]], list[RuleChangeRow]]:
    """Return the rules that are the same, and what became of the others."""
    same, was, now = _taken(was, now, lambda data: data)
    alike, was, now = _taken(was, now, lambda d: (d["event"], d["from"], d["to"]))
    near, was, now = _taken(was, now, lambda d: (d["event"], d["from"]))
    others = [_change(one, other) for one, other in (*alike, *near)]
    others += [_change(one, None) for one in was] + [_change(None, one) for one in now]
    return same, others


def _taken(
    was: Sequence[RuleAsData], now: Sequence[RuleAsData], key: Callable[[Data], object]
) -> tuple[list[tuple[RuleAsData, RuleAsData]], list[RuleAsData], list[RuleAsData]]:
    """Return the pairs with one key, each rule in one pair alone, and what is left of both."""
    found, gone, left = list[tuple[RuleAsData, RuleAsData]](), list[RuleAsData](), list(now)
    for one in was:
        other = next((n for n in left if key(n.data) == key(one.data)), None)
        if other is None:
            gone.append(one)
        else:
            found.append((one, other))
            left.remove(other)
    return found, gone, left


def _change(was: RuleAsData | None, now: RuleAsData | None) -> RuleChangeRow:
    there = [one for one in (was, now) if one]
    both = [name for name in ASPECTS if was and now and was.data[name] != now.data[name]]
    return {
        "verdict": REMOVED if now is None else ADDED if was is None else CHANGED,
        "event": there[0].event,
        "changed": both,
        "before": was and was.line,
        "after": now and now.line,
        "cites": list(dict.fromkeys(id_ for one in there for id_ in one.cites)),
    }
