"""What a flow must satisfy as a whole; each refusal names the line at fault and the cure."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TypeAlias

from model.language.composition import Composition
from model.language.duties import CONDITIONS
from model.language.errors import IllFormed, Place
from model.language.events import Event, Scope
from model.language.expressions import (
    Expression,
    Named,
    Quantified,
    Quantifier,
    Read,
    quantifiers,
    reads,
)
from model.language.given import folded
from model.language.machines import Machine
from model.language.transitions import Transition

Wrong: TypeAlias = Callable[[str], IllFormed]  # says where, and then what is wrong there

SELF = {Quantifier.ALL_OTHER_POINTS: Scope.POINT, Quantifier.ALL_MY_POINTS: Scope.PROVIDER}
PROVIDERS = (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)
DEEPEST = 50  # what is generated from it must compile, and the checker walk down it


def check_flow(flow: Composition) -> None:
    """Refuse a flow that is not well formed."""
    if not flow.machines:
        raise IllFormed(f"flow '{flow.name}' has no machines: nothing can happen", flow.place)
    _check_names(flow)
    performed = {rule.event for _, rule in flow.rules() if rule.actor}
    for machine, rule in flow.rules():
        wrong = partial(_of_rule, machine, rule)
        if rule.event not in performed:
            raise wrong(": nobody performs it; give the event a 'by'")
        _check_actor(flow, rule, wrong)
        for node in (rule.when, *rule.then.values()):
            check_depth(node, wrong)
        _check_views(flow, machine, rule, wrong)
        _check_quantifiers(machine, rule, wrong)
        _check_breach(flow, rule, wrong)
        check_cites(flow, rule.cites, partial(_of_rule, machine, rule, name="cites"))
        for cites in named_cites(rule.when):
            check_cites(flow, cites, partial(_of_rule, machine, rule, name="when"))
    for place, where, cites in _further_citations(flow):
        check_cites(flow, cites, partial(_of, where, place))
    _check_duties(flow)


def _of_rule(machine: Machine, rule: Transition, message: str, *, name: str = "") -> IllFormed:
    place = rule.place.at(rule, name) if name else rule.place
    return _of(f"machine '{machine}', {rule}", place, message)


def _of(where: str, place: Place, message: str) -> IllFormed:
    return IllFormed(f"{where}{message}", place)


def _check_names(flow: Composition) -> None:
    _no_duplicate("machine", ((str(m), m.place) for m in flow.machines))
    _no_duplicate("field", ((f.name, f.place) for m in flow.machines for f in m.all_fields))
    _no_duplicate("party", ((p.name, p.place) for p in flow.parties))
    _no_duplicate("duty", ((d.name, d.place) for d in flow.duties))
    seen: dict[str, Event] = {}
    for _, rule in flow.rules():
        if seen.setdefault(folded(str(rule.event)), rule.event) is not rule.event:
            message = f"two events are called '{rule.event}'; give one another name"
            raise IllFormed(f"{message}, or define it once", rule.event.place)


def _no_duplicate(what: str, names: Iterable[tuple[str, Place]]) -> None:
    seen = set()
    for name, place in names:
        if folded(name) in seen:
            raise IllFormed(f"two {what} names are '{name}'; give one another name", place)
        seen.add(folded(name))


def _check_actor(flow: Composition, rule: Transition, wrong: Wrong) -> None:
    event = rule.event
    if rule.by and event.by and rule.by is not event.by:
        raise wrong(f": performed by {event.by}, so not by {rule.by}")
    if rule.actor and rule.actor not in flow.parties:
        raise wrong(f": {rule.actor} is not among the parties of '{flow.name}'; add it there")


def _check_views(flow: Composition, machine: Machine, rule: Transition, wrong: Wrong) -> None:
    asked = list(quantifiers(rule.when))
    under = {id(read) for one in asked for read in reads(one.body)}
    for node in (rule.when, *rule.then.values()):
        own = (read for read in reads(node) if id(read) not in under)
        _check_seen(flow, own, machine.scope, wrong)
    for one in asked:
        narrow = Scope.PROVIDER if one.quantifier in PROVIDERS else Scope.POINT
        _check_seen(flow, reads(one.body), narrow, wrong)


def _check_seen(flow: Composition, readings: Iterable[Read], scope: Scope, wrong: Wrong) -> None:
    for read in readings:
        name = read.field.name
        if read.field not in flow.machine_of:
            raise wrong(f" reads '{name}', a field of no machine of the flow")
        if flow.scope_of(read.field) < scope:
            message = f" reads '{name}', which is narrower than {scope.name}"
            raise wrong(f"{message}; only a quantifier may look there")


def _check_quantifiers(machine: Machine, rule: Transition, wrong: Wrong) -> None:
    for one in quantifiers(rule.when):
        kind = one.quantifier
        if machine.scope < rule.event.scope:
            message = " follows a wider event and else stays, which negates its guard"
            raise wrong(f"{message}: no quantifier there; guard the wider event")
        if kind in SELF and SELF[kind] is not machine.scope:
            raise wrong(f": '{kind.value}' needs a machine of {SELF[kind].name} scope")


def _check_breach(flow: Composition, rule: Transition, wrong: Wrong) -> None:
    if rule.breaches and rule.breaches not in {d.name for d in flow.duties}:
        raise wrong(f": there is no duty '{rule.breaches}' to breach")


def _further_citations(flow: Composition) -> Iterator[tuple[Place, str, str]]:
    for duty in flow.duties:
        follows = duty.consequence.cites if duty.consequence else ""
        for name, cites in (("cites", duty.cites), ("ends", duty.ends), ("consequence", follows)):
            yield duty.place.at(duty, name), f"duty '{duty.name}'", cites
    for party in flow.parties:
        for tie in party.ties:
            yield tie.place.at(tie, "cites"), f"party '{party}'", tie.cites
            for number, remedy in enumerate(tie.remedies):
                yield tie.place.at(tie, "remedies", number), f"party '{party}'", remedy.cites


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


def check_depth(node: Expression, wrong: Wrong) -> None:
    """Refuse an expression that is nested too deep for what reads it."""
    if node.depth > DEEPEST:
        raise wrong(f" nests conditions deeper than {DEEPEST}; keep what they say in a field")


def check_cites(flow: Composition, cites: str, wrong: Wrong) -> None:
    """Refuse what is cited and is not among the sources."""
    for cited in cites.split():
        if cited not in flow.sources:
            message = f" cites '{cited}', which is not among the flow's sources"
            raise wrong(f"{message}; correct the id or add the source")


def _check_duties(flow: Composition) -> None:
    for duty in flow.duties:
        where = f"duty '{duty.name}'"
        for name in ("obligor", "performer", "beneficiary"):
            if (party := getattr(duty, name)) not in flow.parties:
                message = f"{where}: {party} is not a party of the flow"
                raise IllFormed(message, duty.place.at(duty, name))
        for name in CONDITIONS:
            wrong = partial(_of, where, duty.place.at(duty, name))
            check_depth(getattr(duty, name), wrong)
            _check_seen(flow, reads(getattr(duty, name)), duty.scope, wrong)
        if duty.delivered_to not in ("", *map(str, flow.parties)):
            message = f"{where}: it is delivered to '{duty.delivered_to}', which is no party"
            raise IllFormed(f"{message} of the flow", duty.place.at(duty, "delivered_to"))
        follows = duty.consequence.duty if duty.consequence else ""
        if follows and not any(d.name == follows for d in flow.duties):
            raise IllFormed(f"{where} is followed by '{follows}', which is no duty", duty.place)
