"""What a rule of a family says of its member and of the others: each word means one thing.

`no_other`, `some_other`, `all_others` and `exactly_one_other` count the other members for whom a
condition holds. `other` is an event of any other member, and `of_any` of any at all. `itself` is
the member as a value, and `the_others` are the other members as states to go from.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from model.language.conditions import all_of, any_of, choose, exactly_one
from model.language.errors import IllFormed
from model.language.events import Event
from model.language.expressions import (
    Const,
    Expression,
    as_expression,
    has_quantifier,
    need_truth,
)
from model.language.families import Of, Whom, knowing, need_members, others_than
from model.language.sorts import Sort


@dataclass(frozen=True, eq=False)
class Itself(Expression):
    """The member, as a value."""

    of: Of = ()

    @property
    def sort(self) -> Sort:  # type: ignore[override]
        """Return the enumeration that its members are of."""
        return type(self.of[0])

    def _member(self, member: Enum) -> Const:
        return Const(member, self.sort)


@dataclass(frozen=True, eq=False)
class OfOthers(Expression):
    """A condition on the other members: `joined` makes it of what it is for each of them."""

    words: str
    body: Expression
    joined: Callable[..., Expression]
    sort: Sort = bool

    @property
    def of(self) -> Of:
        """Return the members of the family that its body is of."""
        return self.body.of

    def _member(self, member: Enum) -> Expression:
        return self.joined(*(self.body[other] for other in others_than(self.of, member)))


@dataclass(frozen=True)
class TheOthers:
    """The members but the one whose rule it is, as states to go from."""

    of: Of


def itself(members: Of) -> Any:  # noqa: ANN401  # a value and a state alike
    """Return the member whose rule it is, as a value or as a state to go to."""
    need_members(members, "itself")
    return Itself(members)


def the_others(members: Of) -> Any:  # noqa: ANN401  # where states are written
    """Return the members but the one whose rule it is, as states to go from."""
    need_members(members, "the others")
    return TheOthers(members)


def other(event: Event) -> Event:
    """Return the event of any other member: its rule is a rule for each of them."""
    return _of_whom(event, Whom.ANOTHER)


def of_any(event: Event) -> Event:
    """Return the event of any member, this or another: its rule is a rule for each of them."""
    return _of_whom(event, Whom.ANY)


def _of_whom(event: Event, whom: Whom) -> Event:
    if not event.of:
        raise IllFormed(f"'{event}' is of no family: it has no others")
    return knowing(replace(event, whom=whom), event, None)


def no_other(condition: object) -> Expression:
    """Say that the condition holds for none of the other members."""
    return _of_others("no other", condition, _none_of)


def some_other(condition: object) -> Expression:
    """Say that the condition holds for one of the other members, or for more."""
    return _of_others("some other", condition, any_of)


def all_others(condition: object) -> Expression:
    """Say that the condition holds for each of the other members."""
    return _of_others("each other", condition, _each_of)


def exactly_one_other(condition: object) -> Expression:
    """Say that the condition holds for one of the other members, and not for more."""
    return _of_others("exactly one other", condition, exactly_one)


def whichever(condition: Expression, of: Of, otherwise: Enum) -> Expression:
    """Return the first member for whom the condition holds, or else another value."""
    found = as_expression(otherwise)
    for member in reversed(of):
        found = choose(condition[member], member, found)
    return found


def _of_others(words: str, condition: object, joined: Callable[..., Expression]) -> Expression:
    need_truth(condition, "what is said of others")
    body = as_expression(condition)
    if has_quantifier(body):
        raise IllFormed("no quantifier may stand in what is said of other members")
    if not body.of:
        raise IllFormed("what is said of others speaks of no family: it has no others")
    return OfOthers(words, body, joined)


def _none_of(*things: Expression) -> Expression:
    return ~any_of(*things)


def _each_of(*things: Expression) -> Expression:
    return things[0] if len(things) == 1 else all_of(*things)
