"""The machines behind some events: they alone decide when these may happen, and what then may.

They read nothing but their own fields, and whoever else takes part in their events never refuses.
"""

from collections.abc import Iterable, Iterator

from .kernel.claims import leaves
from .kernel.flow import SCOPES, Data, Flow, conjuncts, is_quantifier, rules_of
from .kernel.need import need
from .kernel.search import Question
from .kernel.world import shaped


def behind(flow: Flow, names: list[str]) -> list[Data]:
    """Return the machines of some names, in the order of their names."""
    found = sorted((m for m in flow.machines if m["name"] in names), key=lambda m: str(m["name"]))
    need(len(found) == len(names), "a machine is named twice, or is not there")
    return found


def alone(flow: Flow, machines: list[Data], seen: Iterable[str]) -> Iterator[Question]:
    """Yield what must have no answer, so that machines alone decide on their events and others."""
    own = {field["name"] for machine in machines for field in machine["fields"]}
    rules = [rule for machine in machines for rule in machine["rules"]]
    trees = [tree for rule in rules for tree in (rule["when"], *(t for _, t in rule["then"]))]
    read = {leaf[1] for tree in trees for leaf in leaves(tree)}
    need(read <= own, "the machines read what is not theirs")
    for event in dict.fromkeys([*(rule["event"] for rule in rules), *seen]):
        for machine in flow.having[event]:
            if machine not in machines:
                yield from _refusals(flow, machine, event)


def _refusals(flow: Flow, machine: Data, event: str) -> Iterator[Question]:
    """Yield that a machine can refuse an event: no rule fits, or what one writes is no value.

    What a rule asks of others may be false, so such a rule is counted only where it does harm.
    """
    at, scope, fits = shaped(flow, (1,)), SCOPES[machine["scope"]], []
    for rule in rules_of(machine, event):
        parts = conjuncts(rule["when"])
        plain = [part for part in parts if not is_quantifier(part)]
        fit = at.fits(machine, {**rule, "when": ["and", *plain]}, 0)
        fits += [fit] if len(plain) == len(parts) else []
        outside = ("not", ("and", *at.within(at.effect(machine, rule, 0))))
        told = f"'{machine['name']}' may leave a sort at '{event}'"
        yield Question(told, at, [fit, outside], [])
    if scope >= flow.events[event]:
        told = f"'{machine['name']}' may refuse '{event}'"
        yield Question(told, at, [("not", ("or", *fits))], [])
