"""When an event may happen, as far as one view tells: what it asks of the one seen, and of others.

They are conditions as its owner, or whoever may be asked, sees them; no quantifier is left in them.
"""

from collections.abc import Sequence

from model.language.asking import asked, atoms, bare_guard, demands, possible
from model.language.conditions import all_of, any_of
from model.language.events import Event, Scope
from model.language.expressions import Expression, Quantified
from model.language.flow import Flow
from properties.engine.live.fair import read_from
from properties.engine.slices.layout import Shape


def enabled(flow: Flow, events: Sequence[Event]) -> Expression:
    """Say that, but for what is asked of others, one of some events may happen."""
    return any_of(*(possible(flow, event) for event in events))


def shared(flow: Flow, events: Sequence[Event], scope: Scope) -> Expression:
    """Say that the part of their guards holds which everybody of a scope sees; of one of them."""
    return any_of(*(_seen_from(flow, event, scope) for event in events))


def _seen_from(flow: Flow, event: Event, scope: Scope) -> Expression:
    def seen(atom: Expression) -> bool:
        return not isinstance(atom, Quantified) and read_from(flow, scope, atom)

    machines = (
        (
            all_of(*filter(seen, atoms(bare_guard(machine, rule))))
            for rule in machine.rules_of(event)
        )
        for machine in asked(flow, event)
    )
    return all_of(*(any_of(*rules) for rules in machines))


def refused(flow: Flow, events: Sequence[Event], shape: Shape, scope: Scope) -> Expression:
    """Say that the one seen at a shape is asked, for a rule that may fit, and refuses.

    The one who acts sees the same from that scope on.
    """
    found = []
    for demand in (one for event in events for one in demands(flow, event)):
        if demand.shared is scope and (any(shape) or demand.whom is Scope.PROVIDER):
            given = (atom for atom in demand.given if read_from(flow, scope, atom))
            found.append(all_of(*given, ~demand.body))
    return any_of(*found)
