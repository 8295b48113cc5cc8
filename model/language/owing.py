"""What a claim says of the duties of the flow that it is asked of: a variant may have others.

What is said of some of them takes what all of these have: a matter, an obligor, a performer, an
instrument, a clause that is cited. What none names is not looked at.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from model.language.composition import Composition
from model.language.conditions import all_of, any_of
from model.language.duties import Duty
from model.language.expressions import Apply, Expression, Named, apply
from model.language.parties import Party
from model.language.sorts import Sort


@dataclass(frozen=True, eq=False)
class OfDuties(Expression):
    """A condition that is made of the duties of a flow, once it is known of which."""

    say: Callable[[Composition], Expression]
    sort: Sort = bool


def speaks_of_duties(node: Expression) -> bool:
    """Tell whether it depends on the flow that it is asked of."""
    return any(isinstance(leaf, OfDuties) for leaf in node.leaves)


def said_of(flow: Composition, node: Expression) -> Expression:
    """Return what a condition says of a flow."""
    match node:
        case OfDuties(say):
            return say(flow)
        case Named(body=body):
            return replace(node, body=said_of(flow, body))
        case Apply(operator, arguments):
            return apply(operator, *(said_of(flow, argument) for argument in arguments))
    return node


def exactly_one_owes(matter: str) -> Expression:
    """Say that one party bound by its instrument owes the duty of that matter, and no other."""
    return OfDuties(lambda flow: flow.exactly_one_owes(matter))


def owed_by_the_bound(*matters: str, performer: Party | None = None) -> Expression:
    """Say that such a duty is in force whose obligor is bound by its instrument."""
    some = _those(matters, performer=performer)
    return OfDuties(lambda flow: any_of(*(duty.owed_by_the_bound() for duty in some(flow))))


def in_force(
    *matters: str, obligor: Party | None = None, instrument: str = "", citing: str = ""
) -> Expression:
    """Say that such a duty is in force."""
    some = _those(matters, obligor=obligor, instrument=instrument, citing=citing)
    return OfDuties(lambda flow: any_of(*(duty.in_force for duty in some(flow))))


def each_obligor_is_bound(cites: str) -> Expression:
    """Say of each duty that, while it is in force, its instrument binds its obligor."""
    return OfDuties(
        lambda flow: all_of(*(d.in_force.implies(_bound(d, cites)) for d in flow.duties))
    )


def some_obligor_is_unbound(cites: str) -> Expression:
    """Say that a duty is in force whose instrument does not bind its obligor."""
    return OfDuties(lambda flow: any_of(*(d.in_force & ~_bound(d, cites) for d in flow.duties)))


def some_beneficiary_is_unbound(instrument: str, cites: str) -> Expression:
    """Say that a duty under an instrument is in force that does not bind who is owed it."""
    some = _those(instrument=instrument)

    def say(flow: Composition) -> Expression:
        return any_of(*(d.in_force & ~_binds(instrument, d, cites) for d in some(flow)))

    return OfDuties(say)


def _those(
    matters: tuple[str, ...] = (), citing: str = "", **wanted: object
) -> Callable[[Composition], tuple[Duty, ...]]:
    """Return how the duties are found in a flow, those of one matter after those of another."""

    def fits(duty: Duty) -> bool:
        same = all(getattr(duty, name) == one for name, one in wanted.items() if one)
        return same and (not citing or citing in duty.cites.split())

    def some(flow: Composition) -> tuple[Duty, ...]:
        of_matters = (duty for matter in matters for duty in flow.duties_on(matter))
        return tuple(filter(fits, of_matters if matters else flow.duties))

    return some


def _bound(duty: Duty, cites: str) -> Named:
    binds = duty.obligor.bound_by(duty.instrument)
    return Named(f"the obligor of {duty.name} is bound", binds, cites=cites)


def _binds(instrument: str, duty: Duty, cites: str) -> Named:
    party = duty.beneficiary
    return Named(f"the {party} is bound by the {instrument}", party.bound_by(instrument), cites)
