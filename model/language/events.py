"""Events: what happens, at whose home, and what a claim says of what happened."""

from dataclasses import dataclass, field
from enum import Enum, IntEnum

from model.language.errors import IllFormed, Place, here
from model.language.expressions import Expression, check_enum
from model.language.families import Family, Of, Whom, kind_of, named, need_members, one_family
from model.language.given import called, check_kind, check_kinds, check_texts
from model.language.parties import Party
from model.language.sorts import Sort, words_of
from model.language.told import check_whose


class Scope(IntEnum):
    """Whose a machine is, or an event: narrow to wide."""

    POINT = 0
    PROVIDER = 1
    INDUSTRY = 2


class Mishap(Enum):
    """What nobody would choose: no duty forbids it to anybody, or it is somebody's failure."""

    BEFALLS = "befalls"
    FAILURE = "somebody's failure"


@dataclass(frozen=True)
class Event(Family):
    """A thing that happens at one home: a point, a provider or the whole industry.

    Of a family, `whom` says whose event it is in the rule of a member. `told` says in a sentence
    who does what.
    """

    name: str
    scope: Scope
    by: Party | None = None
    member: Enum | None = None
    place: Place = field(default_factory=here, compare=False, repr=False)
    of: Of = ()
    whom: Whom = Whom.ITSELF
    mishap: Mishap | None = None
    told: str = field(default="", compare=False, repr=False)
    template: "Event | None" = field(default=None, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        where = called("event", self.name)
        need_members(self.of, where, self.place.at(self, "of"))
        check_texts(self, where, self.place, "name")
        check_kinds(self, where, self.place, scope=Scope, by=Party | None, mishap=Mishap | None)
        check_kinds(self, where, self.place, whom=Whom)
        check_member(self.member, where, self.place.at(self, "member"))
        check_whose(self.told, self.of, where, self.place.at(self, "told"))

    def __hash__(self) -> int:
        return hash(self.name)  # events stand in many tables

    def __str__(self) -> str:
        if self.whom is not Whom.ITSELF:
            return f"{self.name} ({self.whom.value})"
        if self.of:
            return f"{self.name} (each {kind_of(self.of)})"
        return self.name if self.member is None else f"{self.name} ({words_of(self.member)})"

    def taken_by(self, member: Enum) -> tuple["Event", ...]:
        """Return the events that it is in a rule of a member: one, or one of each who is meant."""
        if not self.of:
            return (self,)
        own = self.template or self
        return tuple(own[one] for one in self.whom.among(self.of, member))

    def _made(self, member: Enum) -> "Event":
        if self.whom is not Whom.ITSELF:
            raise IllFormed(f"'{self}' is the event of no one member")
        by = self.by.at(member) if self.by else None
        told = named(self.told, member)
        return Event(self.name, self.scope, by, member, self.place, mishap=self.mishap, told=told)


@dataclass(frozen=True, eq=False)
class Happens(Expression):
    """In a claim on steps: the step is one of these events, at this point or above it."""

    events: tuple[Event, ...]
    sort: Sort = bool

    @property
    def is_own(self) -> bool:
        """Return that it is not: it is of a step."""
        return False

    @property
    def of(self) -> Of:
        """Return the members of the family that its events are of."""
        return one_family(event.of for event in self.events)

    def _member(self, member: Enum) -> "Happens":
        return Happens(tuple(one for event in self.events for one in event.taken_by(member)))


def happens(*events: Event) -> Expression:
    """Say, in a claim on steps, that the step is one of these events."""
    for event in events:
        check_kind(event, Event, "happens(...): each", None)
    return Happens(tuple(events))


def check_member(member: object, where: str, place: Place) -> None:
    """Refuse what is not a member of an enumeration in which all can be told apart."""
    if member is not None:
        check_kind(member, Enum, f"{where}: its member", place)
        check_enum(type(member), f"{where}: its member", place)
