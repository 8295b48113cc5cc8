"""How rules and claims are written: conditions, choices, and who or when a field is read.

Each returns a node of `expressions.py`; so does what a node can do itself, such as `is_`.
"""

from dataclasses import replace

from model.language.errors import IllFormed
from model.language.expressions import (
    FALSE,
    TRUE,
    Expression,
    Field,
    Quantified,
    Quantifier,
    Read,
    Whose,
    apply,
    as_expression,
    has_quantifier,
    need_truth,
)
from model.language.families import Of, need_members, no_family
from model.language.sorts import members


def all_of(*things: object, of: Of = ()) -> Expression:
    """Say that all of these hold; with `of`, for each member."""
    things = _for_each(things, of)
    return apply("and", *things) if things else TRUE


def any_of(*things: object, of: Of = ()) -> Expression:
    """Say that one of these holds, or more; with `of`, of what it is for each member."""
    things = _for_each(things, of, counted=True)
    return apply("or", *things) if things else FALSE


def exactly_one(*things: object, of: Of = ()) -> Expression:
    """Say that one of these holds and no other; with `of`, of what it is for each member."""
    things = _for_each(things, of, counted=True)
    return apply("exactly one", *things) if things else FALSE


def at_most_one(*things: object, of: Of = ()) -> Expression:
    """Say that no two of these hold; with `of`, of what it is for each member."""
    things = _for_each(things, of, counted=True)
    return apply("at most one", *things) if things else TRUE


def _for_each(things: tuple[object, ...], of: Of, *, counted: bool = False) -> tuple[object, ...]:
    """Return things for each member in turn; to count a family, its members must be said."""
    need_members(of, "a count")
    nodes = [as_expression(thing) for thing in things] if of or counted else []
    if of:
        return tuple(node[member] for member in of for node in nodes)
    if counted and len(nodes) == 1:
        no_family(nodes[0], "one thing is not counted")
    return things


def choose(condition: object, then: object, otherwise: object) -> Expression:
    """Return one value where the condition holds and the other elsewhere."""
    return apply("if", condition, then, otherwise)


def one_more(count: Field) -> Expression:
    """Return a count and one, or the largest number that it holds where that is reached."""
    most = max(number for number in members(count.sort) if isinstance(number, int))
    return choose(count.less_than(most), count + 1, most)


def quantified(quantifier: Quantifier, body: object) -> Expression:
    """Return a quantified conjunct; its body reads fields of the one it speaks of."""
    need_truth(body, quantifier.value)
    node = as_expression(body)
    if has_quantifier(node):
        raise IllFormed("a quantifier inside a quantifier is not in the language")
    return Quantified(quantifier, node)


def after(field: Field | Read) -> Expression:
    """Return, in a claim on steps, what the field holds after the step."""
    read = as_expression(field)
    if not isinstance(read, Read):
        raise IllFormed("after(...) takes a field")
    return replace(read, after=True)


def at_other_point(field: Field) -> Expression:
    """Return, in a claim on two points, what the field holds at the other point."""
    return _elsewhere(field, Whose.OTHER_POINT)


def at_other_provider(field: Field) -> Expression:
    """Return, in a claim, what the field holds at any other provider."""
    return _elsewhere(field, Whose.OTHER_PROVIDER)


def _elsewhere(field: Field, whose: Whose) -> Expression:
    if not isinstance(field, Field):
        raise IllFormed("at_other_...(...) takes a field; write after(at_other_...(field))")
    return Read(field, whose)


def changed(field: Field) -> Expression:
    """Say, in a claim on steps, that the field differs after the step."""
    return ~apply("is", after(field), field)


def all_points(body: object) -> Expression:
    """Require something of every metering point."""
    return quantified(Quantifier.ALL_POINTS, body)


def all_other_points(body: object) -> Expression:
    """Require something of every metering point but this one."""
    return quantified(Quantifier.ALL_OTHER_POINTS, body)


def all_my_points(body: object) -> Expression:
    """Require something of every metering point of this provider."""
    return quantified(Quantifier.ALL_MY_POINTS, body)


def all_providers(body: object) -> Expression:
    """Require something of every provider."""
    return quantified(Quantifier.ALL_PROVIDERS, body)


def some_point(body: object) -> Expression:
    """Require something of some metering point; the flow is then not deletion-closed."""
    return quantified(Quantifier.SOME_POINT, body)


def some_provider(body: object) -> Expression:
    """Require something of some provider; the flow is then not deletion-closed."""
    return quantified(Quantifier.SOME_PROVIDER, body)
