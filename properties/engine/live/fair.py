"""Fair events, and which fields decide whether they may happen.

An event is enabled where it may happen, and taken where it happens, whether or not anything
changes. Fairness is that of each instance: the event, or one of several, at one home.
"""

from dataclasses import dataclass
from functools import cache

from model.language.asking import asked, bare_guard, demands, staying_in_sort
from model.language.claims import LeadsTo, as_events
from model.language.conditions import any_of
from model.language.events import Event, Scope
from model.language.expressions import Apply, Expression, Field, reads, unnamed
from model.language.flow import Flow


@dataclass(frozen=True)
class Fair:
    """Events of which one, at each home, happens fairly: again and again, or from then on."""

    events: tuple[Event, ...]
    strong: bool

    def __str__(self) -> str:
        return " or ".join(f"'{event}'" for event in self.events)

    @property
    def scope(self) -> Scope:
        """Return at whose homes its instances are."""
        return self.events[0].scope


def fair_events(flow: Flow, claim: LeadsTo) -> tuple[Fair, ...]:
    """Return the fairness that a claim supposes, without events that the flow does not have."""
    return tuple(fair for fair in named_fair(flow, claim) if fair.events)


def named_fair(flow: Flow, claim: LeadsTo) -> tuple[Fair, ...]:
    """Return the same with those of which no event is left, in the order of the claim."""
    named = [(each, False) for each in claim.weak] + [(each, True) for each in claim.strong]
    return tuple(
        Fair(tuple(e for e in as_events(each) if e in flow.events), strong)
        for each, strong in named
    )


@cache
def deciding_fields(flow: Flow, event: Event) -> frozenset[Field]:
    """Return the fields that decide whether an event may happen."""
    nodes = [demand.body for demand in demands(flow, event)]
    for machine in asked(flow, event):
        nodes += [bare_guard(machine, rule) for rule in machine.rules_of(event)]
        nodes.append(staying_in_sort(machine, event))
    return frozenset(read.field for node in nodes for read in reads(node))


def parts_of(node: Expression) -> tuple[Expression, ...]:
    """Return what a condition joins by *or*."""
    bare = unnamed(node)
    if isinstance(bare, Apply) and bare.operator == "or":
        return tuple(part for argument in bare.arguments for part in parts_of(argument))
    return (node,)


def read_from(flow: Flow, scope: Scope, node: Expression) -> bool:
    """Tell whether a condition reads nothing narrower than a scope."""
    return all(flow.scope_of(read.field) >= scope for read in reads(node))


def any_part(flow: Flow, scope: Scope, node: Expression) -> Expression:
    """Return what of a condition joined by *or* reads nothing narrower than a scope."""
    return any_of(*(part for part in parts_of(node) if read_from(flow, scope, part)))
