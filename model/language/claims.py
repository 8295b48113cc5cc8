"""Claims and variants: what is said of a flow, and how it fails when a rule is changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from functools import partial
from typing import ClassVar

from model.language.conditions import all_of
from model.language.errors import IllFormed, Place, here
from model.language.events import Event, Happens
from model.language.expressions import (
    TRUE,
    Apply,
    Const,
    Expression,
    Whose,
    as_expression,
    has_quantifier,
    need_truth,
    reads,
    unnamed,
)
from model.language.families import no_family
from model.language.flow import Flow
from model.language.given import as_tuple, check_kind, check_mapping, check_texts, twice
from model.language.machines import Machine
from model.language.owing import said_of, speaks_of_duties
from model.language.parties import Party
from model.language.renaming import wrong_renaming

Fair = Event | tuple[Event, ...]
Body = Expression | Callable[[Flow], Expression]
NOTHING = Const(True, bool)  # what a claim says that has no body


@dataclass(frozen=True, eq=False)
class Claim:
    """A sentence, what it means, and its sources; `pending` gives why it is not decided yet."""

    id: str
    sentence: str
    body: Body
    cites: str = ""
    pending: str = ""
    place: Place = field(default_factory=here)

    kind: ClassVar[str]

    def __post_init__(self) -> None:
        check_texts(self, f"claim '{self.id}'", self.place, "id")
        if not callable(self.body):
            node = self._checked(self.body)
            body = partial(said_of, node=node) if speaks_of_duties(node) else node
            object.__setattr__(self, "body", body)

    def of(self, flow: Flow) -> Expression:
        """Return what it says of a flow."""
        if isinstance(self.body, Expression):
            return self.body
        return self._checked(self.body(flow))

    def _checked(self, body: Expression) -> Expression:
        need_truth(body, f"claim '{self.id}'")
        node = self._of_members(as_expression(body))
        if has_quantifier(node):
            message = "is 'for every point' as it stands: write its body without a quantifier"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)
        if isinstance(self, Always) and speaks_of_a_step(node):
            message = "speaks of a step (after, happens): make it a Step claim"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)
        return node

    def _of_members(self, node: Expression) -> Expression:
        """Refuse what speaks of a family and not of a member: only some kinds are for each."""
        no_family(node, f"claim '{self.id}' is not for each member", self.place)
        return node

    def parts(self, flow: Flow) -> tuple[Expression, ...]:
        """Return all that it says of a flow."""
        return (self.of(flow),)

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events that it names beside its body."""
        return ()


@dataclass(frozen=True, eq=False)
class ForEach(Claim):
    """Is for every point and provider, and for each member of the family that it speaks of.

    Either `body` says it, or `when` and `then` do, which are the two sides of an `implies`.
    """

    body: Body = NOTHING
    when: InitVar[Expression | None] = field(default=None, kw_only=True)
    then: InitVar[Expression | None] = field(default=None, kw_only=True)

    def __post_init__(self, when: Expression | None, then: Expression | None) -> None:
        sides = [side for side in (when, then) if side is not None]
        if len(sides) != (2 if self.body is NOTHING else 0):
            message = "says a body, or both 'when' and 'then'"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)
        if sides:
            object.__setattr__(self, "body", as_expression(sides[0]).implies(sides[1]))
        super().__post_init__()

    def _of_members(self, node: Expression) -> Expression:
        return all_of(*node.values()) if node.of else node


@dataclass(frozen=True, eq=False)
class Always(ForEach):
    """Holds in every reachable state, for every point and provider."""

    kind: ClassVar[str] = "always"


@dataclass(frozen=True, eq=False)
class Step(ForEach):
    """Holds of every step of anybody, as seen by every point and provider.

    `after` reads the state that the step leads to. A step of which nothing is seen counts too:
    one of another, or one that changes nothing that is read. What did not happen is no step.
    Where only another's step breaks the claim, the run that shows it has two points.
    """

    kind: ClassVar[str] = "step"


@dataclass(frozen=True, eq=False)
class Sometimes(Claim):
    """Some run with at most three points gets there; the verdict says with how many."""

    kind: ClassVar[str] = "sometimes"


@dataclass(frozen=True, eq=False, kw_only=True)
class LeadsTo(Claim):
    """Wherever `body` holds, `to` holds then or later, in every fair run, at each point.

    `weak` and `strong` name the events that happen fairly, each at each of its instances: if
    it can happen from some moment on (weak) or again and again (strong), it happens again. A
    tuple of events stands for one of them, at one instance.
    """

    to: Expression
    weak: tuple[Fair, ...] = ()
    strong: tuple[Fair, ...] = ()

    kind: ClassVar[str] = "leads to"

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "to", self._checked(self.to))
        for name in ("weak", "strong"):
            given = as_tuple(getattr(self, name), f"claim '{self.id}': '{name}'", self.place)
            object.__setattr__(self, name, tuple(map(self._fair, given)))
        for each in (*self.weak, *self.strong):
            if len({event.scope for event in as_events(each)}) != 1:
                message = "names events of several scopes as one: they have no instance in common"
                raise IllFormed(f"claim '{self.id}' {message}", self.place)
            for event in as_events(each):
                no_family(event, f"claim '{self.id}'", self.place)
        for given in (self.weak, self.strong):
            if (again := twice(frozenset(as_events(each)) for each in given)) is not None:
                told = " or ".join(sorted(map(str, again)))
                message = f"names the fairness of '{told}' twice; leave one out"
                raise IllFormed(f"claim '{self.id}' {message}", self.place)

    def _fair(self, given: object) -> Fair:
        if isinstance(given, Event):
            return given
        told = f"claim '{self.id}': a fairness"
        events = as_tuple(given, told, self.place)
        for event in events:
            check_kind(event, Event, f"{told}: each", self.place)
        if not events or twice(events) is not None:
            raise IllFormed(f"{told} names no event, or one twice; correct it", self.place)
        return events

    def _checked(self, body: Expression) -> Expression:
        node = super()._checked(body)
        if speaks_of_a_step(node) or any(read.whose is not Whose.OWN for read in reads(node)):
            message = "leads from state to state, as one point sees them: no step, no other point"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)
        return node

    def parts(self, flow: Flow) -> tuple[Expression, ...]:
        """Return what it leads from and what it leads to."""
        return (self.of(flow), self.to)

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events that happen fairly."""
        return tuple(event for each in (*self.weak, *self.strong) for event in as_events(each))


@dataclass(frozen=True, eq=False, kw_only=True)
class Compared(Claim):
    """Says of the rules of a flow what is seen by comparing tables, and nothing of its states."""

    body: Body = TRUE


@dataclass(frozen=True, eq=False, kw_only=True)
class Mirrors(Compared):
    """A machine has the rows of another, up to a renaming of names; compared row by row.

    `machine` is the name of the flow's own; `renaming` goes from the words of the original
    (names of events, parties, fields, states, and its scope) to those of the mirror, and makes no
    two of them one.
    """

    machine: str
    original: Machine
    renaming: Mapping[str, str]

    kind: ClassVar[str] = "mirrors"

    def __post_init__(self) -> None:
        super().__post_init__()
        where = f"claim '{self.id}'"
        check_kind(self.original, Machine, f"{where}: its original", self.place)
        no_family(self.original, where, self.place)
        check_mapping(self.renaming, f"{where}: 'renaming'", self.place)
        object.__setattr__(self, "renaming", dict(self.renaming))
        if wrong := wrong_renaming(self.original, self.renaming):
            raise IllFormed(f"{where} {wrong}", self.place)


@dataclass(frozen=True, eq=False, kw_only=True)
class DoneBy(Compared):
    """Each of these events is done by its party, and in no rule of the flow by another.

    What else the party does, it does not say.
    """

    actors: Mapping[Party, Sequence[Event]]

    kind: ClassVar[str] = "done by"

    def __post_init__(self) -> None:
        super().__post_init__()
        told = f"claim '{self.id}': 'actors'"
        check_mapping(self.actors, told, self.place)
        actors = {party: self._events(party, given) for party, given in self.actors.items()}
        object.__setattr__(self, "actors", actors)
        if not self.events:
            raise IllFormed(f"claim '{self.id}' names no event: say who does what", self.place)
        if len(self.by_event) < len(self.events):
            message = "names an event twice: give each event one party, and name it once"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)

    def _events(self, party: Party, given: object) -> tuple[Event, ...]:
        told = f"claim '{self.id}': what each party does"
        check_kind(party, Party, f"claim '{self.id}': who acts", self.place)
        no_family(party, f"claim '{self.id}': who acts", self.place)
        events = as_tuple(given, told, self.place)
        for event in events:
            check_kind(event, Event, f"{told}: each", self.place)
            no_family(event, told, self.place)
        return events

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events of which it says who does them."""
        return tuple(event for events in self.actors.values() for event in events)

    @property
    def by_event(self) -> Mapping[str, Party]:
        """Return the party that does each event, by the event's name."""
        return {str(event): party for party, events in self.actors.items() for event in events}


@dataclass(frozen=True, eq=False)
class Variant:
    """A flow with one change, and the claims that it must break: id to length of shortest run.

    `why` says what the changed rule is for. A claim named here must be Refuted, in a run of
    that many steps; every other claim may hold or not.
    """

    name: str
    why: str
    flow: Flow
    breaks: Mapping[str, int]
    points: int = 1
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        where = f"variant '{self.name}'"
        check_texts(self, where, self.place, "name")
        check_mapping(self.breaks, f"{where}: 'breaks'", self.place)
        object.__setattr__(self, "breaks", dict(self.breaks))
        if not self.breaks:
            raise IllFormed(f"{where} names no claim that it breaks", self.place)
        for claim, steps in self.breaks.items():
            if not isinstance(claim, str) or type(steps) is not int or steps < 0:
                raise IllFormed(f"{where}: '{claim}' breaks in a number of steps", self.place)
        if type(self.points) is not int or self.points < 1:
            raise IllFormed(f"{where}: 'points' is a number from 1 up", self.place)


def as_events(fair: Fair) -> tuple[Event, ...]:
    """Return the events of which one happens fairly."""
    return fair if isinstance(fair, tuple) else (fair,)


def speaks_of_a_step(node: Expression) -> bool:
    """Tell whether an expression reads the state after a step, or the step's event."""
    happening = any(isinstance(leaf, Happens) for leaf in node.leaves)
    return happening or any(read.after for read in reads(node))


def situations(node: Expression) -> Iterator[Expression]:
    """Yield what a claim supposes: the left of each `implies` that it is, or joins by `and`."""
    bare = unnamed(node)
    if isinstance(bare, Apply) and bare.operator == "implies":
        yield bare.arguments[0]
    elif isinstance(bare, Apply) and bare.operator == "and":
        for argument in bare.arguments:
            yield from situations(argument)
