"""Claims on what comes after a state: at last, in every fair run; or still, in some run."""

from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from model.language.claims.claim import Claim, speaks_of_a_step
from model.language.errors import IllFormed, Place
from model.language.events import Event
from model.language.expressions import Expression, Whose, reads
from model.language.families import no_family
from model.language.flow import Flow
from model.language.given import as_tuple, check_kind, twice

Fair = Event | tuple[Event, ...]


@dataclass(frozen=True, eq=False, kw_only=True)
class Ahead(Claim):
    """Says of each state in which `body` holds how `to` comes to hold, at the same point."""

    to: Expression

    def __post_init__(self) -> None:
        super().__post_init__()
        object.__setattr__(self, "to", self._checked(self.to, "to"))

    def _checked(self, body: Expression, name: str = "body") -> Expression:
        node = super()._checked(body, name)
        if speaks_of_a_step(node) or any(read.whose is not Whose.OWN for read in reads(node)):
            message = "leads from state to state, as one point sees them: no step, no other point"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)
        return node

    def parts(self, flow: Flow) -> tuple[Expression, ...]:
        """Return what it leads from and what it leads to."""
        return (self.of(flow), self.to)


@dataclass(frozen=True, eq=False, kw_only=True)
class LeadsTo(Ahead):
    """Wherever `body` holds, `to` holds then or later, in every fair run, at each point.

    `weak` and `strong` name the events that happen fairly, each at each of its instances: if
    it can happen from some moment on (weak) or again and again (strong), it happens again. A
    tuple of events stands for one of them, at one instance.
    """

    weak: tuple[Fair, ...] = ()
    strong: tuple[Fair, ...] = ()

    kind: ClassVar[str] = "leads to"

    def __post_init__(self) -> None:
        super().__post_init__()
        for name in ("weak", "strong"):
            at = partial(self.place.at, self, name)
            given = as_tuple(getattr(self, name), f"claim '{self.id}': '{name}'", at())
            fair = tuple(self._fair(one, at(number)) for number, one in enumerate(given))
            object.__setattr__(self, name, fair)
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

    def _fair(self, given: object, place: Place) -> Fair:
        if isinstance(given, Event):
            return given
        told = f"claim '{self.id}': a fairness"
        events = as_tuple(given, told, place)
        for event in events:
            check_kind(event, Event, f"{told}: each", place)
        if not events or twice(events) is not None:
            raise IllFormed(f"{told} names no event, or one twice; correct it", place)
        return events

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events that happen fairly."""
        return tuple(event for each in (*self.weak, *self.strong) for event in as_events(each))


@dataclass(frozen=True, eq=False, kw_only=True)
class CanStill(Ahead):
    """Wherever `body` holds, some continuation gets to where `to` holds, at the same point.

    It says that it can, and not that it will: nothing is supposed of what happens. Given others
    of its kind, it is proved of these one after the other: what each gets to, the next goes on
    from.
    """

    kind: ClassVar[str] = "can still"
    takes: ClassVar[tuple[str, ...]] = ("always", "can still")

    @property
    def legs(self) -> "tuple[CanStill, ...]":
        """Return the claims on the way, in their order."""
        return tuple(one for one in self.given if isinstance(one, CanStill))

    def _ungivable(self, one: Claim) -> str:
        if isinstance(one, CanStill) and one.legs:
            return f"is given '{one.id}', which is given others of its kind; give it these"
        return super()._ungivable(one)


def as_events(fair: Fair) -> tuple[Event, ...]:
    """Return the events of which one happens fairly."""
    return fair if isinstance(fair, tuple) else (fair,)
