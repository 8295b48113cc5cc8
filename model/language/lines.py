"""A flow in lines: its machines with their fields, and then a line for each rule.

`expanded` has each member of a family, as the engine sees the flow: no rule can differ where it
does not. `families` has each family once, as it was written.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from model.language.checks import named_cites
from model.language.events import Event, Scope
from model.language.expressions import Expression, Field, as_expression, conjuncts
from model.language.families import kind_of, named
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.parties import Party
from model.language.rivals import TheOthers
from model.language.sorts import Value, members, words_of
from model.language.transitions import Transition
from model.language.words import under_names, words

HOME = {Scope.POINT: "a point", Scope.PROVIDER: "a provider", Scope.INDUSTRY: "the industry"}


def expanded(flow: Flow, machines: Iterable[Machine] | None = None) -> list[str]:
    """Return each machine, or each of some, with fields and rules, of a family each member's."""
    return [
        line
        for machine in (flow.machines if machines is None else machines)
        for line in _of_machine(flow, machine, machine.transitions)
    ]


def families(flow: Flow) -> list[str]:
    """Return each machine with its fields and rules, of a family what was written once."""
    written = dict.fromkeys(machine.template or machine for machine in flow.machines)
    rules = {m: dict.fromkeys(rule.template or rule for rule in m.transitions) for m in written}
    return [line for one in written for line in _of_machine(flow, one, rules[one])]


def events(flow: Flow, *, each: bool) -> list[str]:
    """Return the events, of a family each member's or the family once, and who performs them."""
    by = {rule.event: rule.actor for _, rule in flow.rules() if rule.actor}
    told = {e if each else e.template or e: by.get(e) for e in flow.events}
    return [f"{e}, {_of_whom(e, e.by or actor)}" for e, actor in told.items()]


def _of_machine(flow: Flow, machine: Machine, rules: Iterable[Transition]) -> Iterator[str]:
    called = f"{machine.name} (each {kind_of(machine.of)})" if machine.of else str(machine)
    for field in machine.all_fields:
        sort = ", ".join(words_of(value) for value in members(field.sort))
        told = f"{words(field)} is one of {sort}; at first {_first(flow, field)}"
        yield f"{called} of {HOME[machine.scope]}: {told}"
    yield from (f"{called}: {_of_rule(rule, machine.for_whom(rule))}" for rule in rules)


def _first(flow: Flow, field: Field) -> str:
    """Return the first values; of a family those that most have, and then who has others."""
    if not field.of:
        return _either(flow.initials(field))
    apart = {one: _either(flow.initials(own)) for one, own in field.items()}
    usual = _either(field.initials)
    others = [f"{said} for {words_of(one)}" for one, said in apart.items() if said != usual]
    return ", but ".join([usual, *others])


def _either(values: tuple[Value, ...]) -> str:
    return " or ".join(map(words_of, values))


@lru_cache(maxsize=4096)  # mutants and variants share most of their rules
def _of_rule(rule: Transition, whom: str) -> str:
    cites = dict.fromkeys(" ".join((rule.cites, *named_cites(rule.when))).split())
    parts = {
        "when": under_names(rule.when) if list(conjuncts(rule.when)) else "",
        "then": ", ".join(f"{words(f)} := {under_names(node)}" for f, node in rule.then.items()),
        "breaches": rule.breaches,
        "to no effect": rule.powerless,
        "cites": " ".join(cites),
    }
    source = " or ".join(map(_state, rule.source))
    target = "stays" if rule.target is None else f"to {_state(rule.target)}"
    head = f"{rule.event}{whom}, {_of_whom(rule.event, rule.actor)}, from {source} {target}"
    return "; ".join([head, *(f"{part} {said}" for part, said in parts.items() if said)])


def _state(mark: object) -> str:
    if isinstance(mark, TheOthers):
        return f"another {kind_of(mark.of)}"
    return words(as_expression(mark) if not isinstance(mark, Expression) else mark)


def _of_whom(event: Event, actor: Party | None) -> str:
    by = named(actor.name, f"the {kind_of(actor.of)}") if actor and actor.of else str(actor)
    return f"of {HOME[event.scope]}, by {by}"
