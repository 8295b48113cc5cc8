"""Expressions as data: a tree of frozen nodes that Python, Z3 and drawings each read.

Sorts are checked when a node is made. Python's own `==`, `and`, `or`, `not` and `in` would
silently mean something else, so they are refused here with what to write instead.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from enum import Enum
from functools import cached_property, partial
from typing import Any, NoReturn, TypeVar

from model.language.errors import IllFormed, Place, here
from model.language.families import Family, Of, knowing, named, need_members, one_family
from model.language.given import as_tuple, called, check_texts, shown, take, twice
from model.language.operators import OPERATORS
from model.language.sorts import (
    LARGEST_SUM,
    Sort,
    Value,
    alike,
    belongs,
    is_sort,
    members,
    sort_name,
    sort_of,
    words_of,
    wrong_with,
)
from model.language.told import check_told, told_of

T = TypeVar("T")


class Whose(Enum):
    """Whose field is read, seen from one metering point."""

    OWN = "own"
    OTHER_POINT = "another point's"
    OTHER_PROVIDER = "another provider's"


class Quantifier(Enum):
    """Over whom a conjunct of a guard speaks."""

    ALL_POINTS = "for all points"
    ALL_OTHER_POINTS = "for all other points"
    ALL_MY_POINTS = "for all points of this provider"
    ALL_PROVIDERS = "for all providers"
    SOME_POINT = "for some point"
    SOME_PROVIDER = "for some provider"

    @property
    def is_universal(self) -> bool:
        """Tell whether it says *all*."""
        return not self.name.startswith("SOME")


class Expression(Family):
    """What all nodes and fields can do; methods build larger nodes."""

    __slots__ = ()
    __hash__ = object.__hash__
    sort: Sort

    @cached_property
    def leaves(self) -> "tuple[Expression, ...]":
        """Return the leaves of its tree, a quantifier before what it speaks of."""
        return (self,)

    def called(self, words: str, cites: str = "") -> "Named":
        """Return it under a name: the regulation's own words, and their source."""
        return Named(words, self, cites)

    @cached_property
    def depth(self) -> int:
        """Return how deep it nests."""
        return 0

    @property
    def is_own(self) -> bool:
        """Tell whether, as a leaf, it is of one state as its owner sees it."""
        return True

    def is_(self, value: object) -> "Expression":
        """Say that this equals a value or another expression of the same sort."""
        return apply("is", self, value)

    def is_not(self, value: object) -> "Expression":
        """Say that this differs from a value or another expression of the same sort."""
        return ~apply("is", self, value)

    def in_(self, *values: object) -> "Expression":
        """Say that this is one of the values."""
        if not values:
            raise IllFormed("in_() names no value; name one or several")
        return apply("in", self, *values)

    def implies(self, other: object) -> "Expression":
        """Say that where this holds, the other does."""
        return apply("implies", self, other)

    def less_than(self, other: object) -> "Expression":
        """Compare two whole numbers, strictly."""
        return apply("less", self, other)

    def at_most(self, other: object) -> "Expression":
        """Compare two whole numbers."""
        return apply("at most", self, other)

    def __and__(self, other: object) -> "Expression":
        return apply("and", self, other)

    def __or__(self, other: object) -> "Expression":
        return apply("or", self, other)

    def __invert__(self) -> "Expression":
        return apply("not", self)

    def __add__(self, other: object) -> "Expression":
        return apply("plus", self, other)

    def __sub__(self, other: object) -> "Expression":
        return apply("minus", self, other)

    def __radd__(self, other: object) -> "Expression":
        return apply("plus", other, self)

    def __rsub__(self, other: object) -> "Expression":
        return apply("minus", other, self)

    def __bool__(self) -> NoReturn:
        message = "an expression has no truth value here: write &, |, ~ instead of and, or, not"
        raise IllFormed(message)

    def __eq__(self, other: object) -> NoReturn:
        raise IllFormed("write .is_(...) instead of ==, and .in_(...) instead of in")

    def __ne__(self, other: object) -> NoReturn:
        raise IllFormed("write .is_not(...) instead of !=")

    def _order(self, _: object) -> NoReturn:
        raise IllFormed("write .less_than(...) or .at_most(...) instead of < <= > >=")

    __lt__ = __le__ = __gt__ = __ge__ = _order


@dataclass(frozen=True, eq=False)
class Field(Expression):
    """A variable of a machine: its name in words, its sort, its first value or values.

    `told` says in a sentence what holds when it has a value, one for each value in their order.
    """

    name: str
    sort: Sort
    initial: Any
    place: Place = made(default_factory=here, repr=False)
    of: Of = ()
    told: tuple[str, ...] = made(default=(), repr=False)
    firsts: Mapping[Enum, Any] = made(default_factory=dict, repr=False)
    template: "Field | None" = made(default=None, init=False, repr=False)
    member: Enum | None = made(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        where, at = called("field", self.name), partial(self.place.at, self)
        check_texts(self, where, self.place, "name")
        need_members(self.of, where, at("of"))
        if not is_sort(self.sort):
            raise IllFormed(f"{where}: a sort is bool, an Enum or a short range", at("sort"))
        check_enum(self.sort, where, at("sort"))
        first = _first_values(self.initial, where, at("initial"))
        object.__setattr__(self, "initial", first)
        check_first(self, self.initials, at("initial"))
        take(self, where, self.place, told=str)
        check_told(self.told, self.sort, self.of, where, at("told"))

    @property
    def initials(self) -> tuple[Value, ...]:
        """Return the values it may have at first."""
        return self.initial  # type: ignore[no-any-return]  # a tuple since it was made

    def told_as(self, value: Value) -> str:
        """Return the sentence that says that it has this value; empty where it has none."""
        return told_of(self.told, self.sort, value)

    def starting(self, member: Enum, value: Value) -> "Field":
        """Return the family in which one member starts with another value."""
        if member not in self.of:
            raise IllFormed(f"field '{self.name}' is not of {member}, which cannot start apart")
        if not belongs(value, self.sort):
            wanted = sort_name(self.sort)
            raise IllFormed(f"field '{self.name}': {shown(value)} is not in its sort ({wanted})")
        return replace(self, firsts={**self.firsts, member: value})

    def becomes(self, value: object) -> Expression:
        """Say, in a claim on steps, that it changes, and has this value after the step."""
        after = Read(self, after=True)
        return ~apply("is", after, self) & apply("is", after, value)

    def _made(self, member: Enum) -> "Field":
        first = self.firsts.get(member, self.initial)
        name = named(self.name, member, each=True)
        told = tuple(named(text, member) for text in self.told)
        return Field(name, self.sort, first, self.place, told=told)


def _first_values(given: object, where: str, place: Place) -> tuple[Any, ...]:
    if is_sort(given):
        return members(given)  # type: ignore[arg-type]  # is_sort has checked it
    several = isinstance(given, Iterable) and not isinstance(given, str | range)
    return as_tuple(given, f"{where}: its first values", place) if several else (given,)


def check_first(wanted: Field, values: tuple[Any, ...], place: Place) -> None:
    """Refuse first values of a field of which there is none, or one twice, or out of its sort."""
    where = f"field '{wanted.name}'"
    if not values:
        raise IllFormed(f"{where} has no first value; give it one or several", place)
    for value in values:
        if not belongs(value, wanted.sort):
            message = f"{shown(value)} is not in its sort ({sort_name(wanted.sort)})"
            raise IllFormed(f"{where}: {message}", place)
    if (again := twice(values)) is not None:
        raise IllFormed(f"{where} starts with '{words_of(again)}' twice; leave one out", place)


def check_enum(sort: object, where: str, place: Place) -> None:
    """Refuse an Enum of which not all members can be told apart."""
    if isinstance(sort, type) and issubclass(sort, Enum) and (wrong := wrong_with(sort)):
        raise IllFormed(f"{where}: {wrong}", place)


@dataclass(frozen=True, eq=False)
class Const(Expression):
    """A value."""

    value: Value
    sort: Sort


@dataclass(frozen=True, eq=False)
class Read(Expression):
    """What a field holds, before the step or after it."""

    field: Field
    whose: Whose = Whose.OWN
    after: bool = False

    @property
    def sort(self) -> Sort:  # type: ignore[override]
        """Return the field's sort."""
        return self.field.sort

    @property
    def is_own(self) -> bool:
        """Tell whether it is read before the step, and of nobody else."""
        return not self.after and self.whose is Whose.OWN

    @property
    def of(self) -> Of:
        """Return the members of the family that the field is of."""
        return self.field.of

    def _member(self, member: Enum) -> "Read":
        return replace(self, field=self.field[member])


@dataclass(frozen=True, eq=False)
class Apply(Expression):
    """An operator of the table `OPERATORS` with its arguments."""

    operator: str
    arguments: tuple[Expression, ...]
    sort: Sort

    @cached_property
    def leaves(self) -> tuple[Expression, ...]:
        """Return those of its arguments."""
        return tuple(leaf for argument in self.arguments for leaf in argument.leaves)

    @cached_property
    def of(self) -> Of:
        """Return the members of the one family that its arguments are of."""
        return one_family([argument.of for argument in self.arguments])

    def _member(self, member: Enum) -> Expression:
        return apply(self.operator, *(argument.at(member) for argument in self.arguments))

    @cached_property
    def depth(self) -> int:
        """Return one more than its deepest argument."""
        return 1 + max((argument.depth for argument in self.arguments), default=0)


@dataclass(frozen=True, eq=False)
class Quantified(Expression):
    """A condition on all or some points or providers; only a conjunct of a guard may be one."""

    quantifier: Quantifier
    body: Expression
    sort: Sort = bool

    @cached_property
    def leaves(self) -> tuple[Expression, ...]:
        """Return it, and those of what it speaks of."""
        return (self, *self.body.leaves)

    @property
    def is_own(self) -> bool:
        """Return that it is not: it speaks of others."""
        return False

    @property
    def of(self) -> Of:
        """Return the members of the family that its body is of."""
        return self.body.of

    def _member(self, member: Enum) -> "Quantified":
        return replace(self, body=self.body[member])

    @cached_property
    def depth(self) -> int:
        """Return one more than what it speaks of."""
        return 1 + self.body.depth


@dataclass(frozen=True, eq=False)
class Named(Expression):
    """A condition in the regulation's own words, with its own citations."""

    words: str
    body: Expression
    cites: str = ""
    sort: Sort = bool
    template: "Named | None" = made(default=None, init=False, repr=False)
    member: Enum | None = made(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        where = (
            f"the {called('condition', self.words)}"
            if isinstance(self.words, str)
            else "a condition"
        )
        check_texts(self, where, None, "words")
        take_truths(self, where, None, "body")

    @cached_property
    def leaves(self) -> tuple[Expression, ...]:
        """Return those under its name."""
        return self.body.leaves

    @property
    def of(self) -> Of:
        """Return the members of the family that is named."""
        return self.body.of

    def _member(self, member: Enum) -> "Named":
        # anew each time: what a claim says twice can be left out once
        made = Named(named(self.words, member), self.body[member], self.cites)
        return knowing(made, self, member)

    @cached_property
    def depth(self) -> int:
        """Return one more than what is under its name."""
        return 1 + self.body.depth


TRUE, FALSE = Const(True, bool), Const(False, bool)  # the constants themselves


def as_expression(thing: object) -> Expression:
    """Return a field as a reading of it, a value as a constant, a node as it is."""
    if isinstance(thing, Field):
        return Read(thing)
    if isinstance(thing, Expression):
        return thing
    sort = sort_of(thing)
    if sort is None:
        raise IllFormed(f"{shown(thing)} is neither an expression nor a value of a finite sort")
    _check_size("a constant", sort)
    return Const(thing, sort)  # type: ignore[arg-type]  # sort_of has checked it


def need_truth(thing: object, what: str, place: Place | None = None) -> None:
    """Refuse a thing that is not true or false."""
    sort = thing.sort if isinstance(thing, Expression) else sort_of(thing)
    if sort is None:
        raise IllFormed(f"{what} must be a condition, not {shown(thing)}", place)
    if sort is not bool:
        raise IllFormed(f"{what} must be true or false; write .is_(...) or .in_(...)", place)


def take_truths(thing: object, what: str, place: Place | None, *names: str) -> None:
    """Make an expression of each condition of a frozen dataclass; refuse what is none."""
    for name in names:
        given = getattr(thing, name)
        if not isinstance(given, Expression) or given.sort is not bool:
            need_truth(given, f"{what}: '{name}'", (place or here()).at(thing, name))
        object.__setattr__(thing, name, as_expression(given))


def need_own(node: Expression, what: str, place: Place | None) -> None:
    """Refuse a condition that is not of one state, as one owner sees it."""
    if not all(leaf.is_own for leaf in node.leaves):
        message = f"{what} is of a state as its owner sees it"
        raise IllFormed(f"{message}: no step, nobody else, no quantifier", place)


def apply(operator: str, *things: object) -> Expression:
    """Return the operator applied; nested `and` and `or` become one."""
    arguments = [as_expression(thing) for thing in things]
    if operator in ("and", "or"):
        arguments = [part for a in arguments for part in _parts(operator, a)]
    _check_sorts(operator, arguments)
    one_family([argument.of for argument in arguments])
    if operator != "and" and any(has_quantifier(a) for a in arguments):
        message = "a quantifier may only be a conjunct of 'when', joined by & and not negated"
        raise IllFormed(f"{message}: under '{operator}' a proof for every number is unsound")
    sort = OPERATORS[operator].result(arguments)
    _check_size(f"'{operator}'", sort)
    made = Apply(operator, tuple(arguments), sort)
    made.depth  # noqa: B018  # known from now on, so that nobody walks down to learn it
    return made


def _check_size(what: str, sort: Sort) -> None:
    if isinstance(sort, range) and max(-sort.start, sort.stop - 1) > LARGEST_SUM:
        cure = "count in larger units, or add fewer numbers"
        raise IllFormed(f"{what} may be a number beyond {LARGEST_SUM}; {cure}")


def _parts(operator: str, node: Expression) -> tuple[Expression, ...]:
    same = isinstance(node, Apply) and node.operator == operator
    return node.arguments if same else (node,)  # type: ignore[attr-defined]


def _check_sorts(operator: str, arguments: list[Expression]) -> None:
    takes = OPERATORS[operator].takes
    sorts = [a.sort for a in arguments]
    if takes == "truths" and any(s is not bool for s in sorts):
        wrong = sort_name(next(s for s in sorts if s is not bool))
        raise IllFormed(f"'{operator}' joins conditions, not {wrong}; write .is_(...) first")
    if takes == "numbers" and not all(isinstance(s, range) for s in sorts):
        raise IllFormed(f"'{operator}' takes whole numbers only")
    branches = sorts[1:] if operator == "if" else sorts
    if operator == "if" and sorts[0] is not bool:
        raise IllFormed("the condition of 'choose' must be true or false")
    if takes == "likes" and not all(alike(branches[0], s) for s in branches):
        one, two = sort_name(branches[0]), sort_name(branches[-1])
        raise IllFormed(f"'{operator}' compares two sorts: {one} with {two}")


def fold(node: Expression, leaf: Callable[[Expression], T], join: Callable[[str, list[T]], T]) -> T:
    """Compute a meaning: `leaf` for constants, readings, events and quantifiers, else `join`."""
    if isinstance(node, Named):
        return fold(node.body, leaf, join)
    if isinstance(node, Apply):
        return join(node.operator, [fold(a, leaf, join) for a in node.arguments])
    return leaf(node)


def reads(node: Expression) -> Iterator[Read]:
    """Yield each reading of a field, also those under a quantifier."""
    return (leaf for leaf in node.leaves if isinstance(leaf, Read))


def has_quantifier(node: Expression) -> bool:
    """Tell whether there is a quantifier in the tree."""
    return any(True for _ in quantifiers(node))


def quantifiers(node: Expression) -> Iterator[Quantified]:
    """Yield what of a condition speaks of all or of some."""
    return (leaf for leaf in node.leaves if isinstance(leaf, Quantified))


def somes(node: Expression) -> Iterator[Quantified]:
    """Yield what of a condition asks for some point or provider."""
    return (one for one in quantifiers(node) if not one.quantifier.is_universal)


def conjuncts(node: Expression) -> Iterator[Expression]:
    """Yield the top-level conjuncts; a name over a quantifier or a phrase stays whole."""
    if isinstance(node, Apply) and node.operator == "and":
        for argument in node.arguments:
            yield from conjuncts(argument)
    elif not (isinstance(node, Const) and node.value is True):
        yield node


def unnamed(node: Expression) -> Expression:
    """Return the node under its names."""
    while isinstance(node, Named):
        node = node.body
    return node
