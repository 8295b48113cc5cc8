"""What a flow must satisfy as a whole; each refusal names the line at fault and the cure."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from model.language.definitions import Event, Machine, Scope, Transition
from model.language.duties import CONDITIONS
from model.language.errors import IllFormed, Place
from model.language.expressions import (
    Expression,
    Field,
    Happens,
    Named,
    Quantified,
    Quantifier,
    Read,
    leaves,
    reads,
)
from model.language.sorts import Value, belongs

if TYPE_CHECKING:
    from model.language.claims import Claim
    from model.language.flow import Flow

SELF = {Quantifier.ALL_OTHER_POINTS: Scope.POINT, Quantifier.ALL_MY_POINTS: Scope.PROVIDER}
PROVIDERS = (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)


def check_flow(flow: "Flow") -> None:
    """Refuse a flow that is not well formed."""
    _check_names(flow)
    performed = {rule.event for _, rule in flow.rules() if rule.actor}
    for machine, rule in flow.rules():
        where = f"machine '{machine}', {rule}"
        if rule.event not in performed:
            raise IllFormed(f"{where}: nobody performs it; give the event a 'by'", rule.place)
        _check_actor(flow, rule, where)
        _check_views(flow, machine, rule, where)
        _check_quantifiers(machine, rule, where)
        _check_breach(flow, rule, where)
    for place, where, cites in _citations(flow):
        check_cites(flow, cites, where, place)
    _check_duties(flow)


def _check_names(flow: "Flow") -> None:
    _no_duplicate("machine", ((str(m), m.place) for m in flow.machines))
    _no_duplicate("field", ((f.name, f.place) for m in flow.machines for f in m.all_fields))
    _no_duplicate("party", ((p.name, flow.place) for p in flow.parties))
    _no_duplicate("duty", ((d.name, d.place) for d in flow.duties))
    seen: dict[str, Event] = {}
    for _, rule in flow.rules():
        if seen.setdefault(str(rule.event), rule.event) != rule.event:
            message = f"two events are called '{rule.event}'; give one another name"
            raise IllFormed(message, rule.event.place)


def _no_duplicate(what: str, names: Iterable[tuple[str, Place]]) -> None:
    seen = set()
    for name, place in names:
        if name in seen:
            raise IllFormed(f"two {what} names are '{name}'; give one another name", place)
        seen.add(name)


def _check_actor(flow: "Flow", rule: Transition, where: str) -> None:
    event = rule.event
    if rule.by and event.by and rule.by is not event.by:
        raise IllFormed(f"{where}: performed by {event.by}, so not by {rule.by}", rule.place)
    if rule.actor and rule.actor not in flow.parties:
        message = f"{where}: {rule.actor} is not among the parties of '{flow.name}'; add it there"
        raise IllFormed(message, rule.place)


def _check_views(flow: "Flow", machine: Machine, rule: Transition, where: str) -> None:
    for node in (rule.when, *rule.then.values()):
        for leaf in _own_leaves(node):
            _check_seen(flow, leaf, machine.scope, where, rule.place)
    for leaf in leaves(rule.when):
        if isinstance(leaf, Quantified):
            narrow = Scope.PROVIDER if leaf.quantifier in PROVIDERS else Scope.POINT
            _check_seen(flow, leaf.body, narrow, where, rule.place)


def _own_leaves(node: Expression) -> Iterator[Expression]:
    quantified = [leaf for leaf in leaves(node) if isinstance(leaf, Quantified)]
    under = {id(read) for q in quantified for read in reads(q.body)}
    return (read for read in reads(node) if id(read) not in under)


def _check_seen(flow: "Flow", node: Expression, scope: Scope, where: str, place: Place) -> None:
    for read in reads(node):
        if read.field not in flow.machine_of:
            message = f"{where} reads '{read.field.name}', a field of no machine of the flow"
            raise IllFormed(message, place)
        if flow.scope_of(read.field) < scope:
            message = f"{where} reads '{read.field.name}', which is narrower than {scope.name}"
            raise IllFormed(f"{message}; only a quantifier may look there", place)


def _check_quantifiers(machine: Machine, rule: Transition, where: str) -> None:
    for leaf in leaves(rule.when):
        if not isinstance(leaf, Quantified):
            continue
        kind = leaf.quantifier
        if machine.scope < rule.event.scope:
            message = f"{where} follows a wider event and else stays, which negates its guard"
            raise IllFormed(f"{message}: no quantifier there; guard the wider event", rule.place)
        if kind in SELF and SELF[kind] is not machine.scope:
            message = f"{where}: '{kind.value}' needs a machine of {SELF[kind].name} scope"
            raise IllFormed(message, rule.place)


def _check_breach(flow: "Flow", rule: Transition, where: str) -> None:
    if rule.breaches and rule.breaches not in {d.name for d in flow.duties}:
        raise IllFormed(f"{where}: there is no duty '{rule.breaches}' to breach", rule.place)


def _citations(flow: "Flow") -> Iterator[tuple[Place, str, str]]:
    for machine, rule in flow.rules():
        where = f"machine '{machine}', {rule}"
        yield rule.place, where, rule.cites
        for cites in named_cites(rule.when):
            yield rule.place, where, cites
    for duty in flow.duties:
        follows = duty.consequence.cites if duty.consequence else ""
        for cites in (duty.cites, duty.ends, follows):
            yield duty.place, f"duty '{duty.name}'", cites
    for party in flow.parties:
        for tie in party.ties:
            yield flow.place, f"party '{party}'", tie.cites


def named_cites(node: Expression) -> Iterator[str]:
    """Yield the citations on named conditions in an expression."""
    if isinstance(node, Named):
        yield node.cites
        yield from named_cites(node.body)
    elif isinstance(node, Quantified):
        yield from named_cites(node.body)
    else:
        for argument in getattr(node, "arguments", ()):
            yield from named_cites(argument)


def check_cites(flow: "Flow", cites: str, where: str, place: Place) -> None:
    """Refuse a citation that the flow's sources do not know."""
    for cited in cites.split():
        if cited not in flow.sources:
            message = f"{where} cites '{cited}', which is not among the flow's sources"
            raise IllFormed(f"{message}; correct the id or add the source", place)


def _check_duties(flow: "Flow") -> None:
    for duty in flow.duties:
        where = f"duty '{duty.name}'"
        for party in (duty.obligor, duty.performer, duty.beneficiary):
            if party not in flow.parties:
                raise IllFormed(f"{where}: {party} is not a party of the flow", duty.place)
        for name in CONDITIONS:
            _check_seen(flow, getattr(duty, name), duty.scope, where, duty.place)
        follows = duty.consequence.duty if duty.consequence else ""
        if follows and not any(d.name == follows for d in flow.duties):
            raise IllFormed(f"{where} is followed by '{follows}', which is no duty", duty.place)


def check_start(flow: "Flow", wanted: Field, values: Sequence[Value]) -> None:
    """Refuse first values of a field that is not the flow's, or that are not in its sort."""
    if wanted not in flow.machine_of:
        raise IllFormed(f"flow '{flow.name}' has no field '{wanted.name}'")
    for value in values:
        if not belongs(value, wanted.sort):
            raise IllFormed(f"field '{wanted.name}': {value!r} is not in its sort")


def check_claim(flow: "Flow", claim: "Claim") -> None:
    """Refuse a claim that speaks of what the flow does not have."""
    where = f"claim '{claim.id}'"
    parts = claim.parts(flow)
    for cites in (claim.cites, *(c for part in parts for c in named_cites(part))):
        check_cites(flow, cites, where, claim.place)
    every = [leaf for part in parts for leaf in leaves(part)]
    for leaf in every:
        if isinstance(leaf, Read) and leaf.field not in flow.machine_of:
            message = f"{where} reads '{leaf.field.name}', a field of no machine of the flow"
            raise IllFormed(message, claim.place)
    named = [event for leaf in every if isinstance(leaf, Happens) for event in leaf.events]
    for event in (*named, *claim.events):
        if event not in flow.events:
            message = f"{where} speaks of '{event}', an event of no machine of the flow"
            raise IllFormed(message, claim.place)
