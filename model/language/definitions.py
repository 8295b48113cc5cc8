"""Events, transitions and machines: one rule is one line, and a line is data."""

from collections.abc import KeysView, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum
from functools import cached_property
from typing import Any

from model.language import phrases
from model.language.each import check_families, family_of, for_member
from model.language.errors import IllFormed, Place, here
from model.language.expressions import (
    TRUE,
    Expression,
    Field,
    Happens,
    Whose,
    as_expression,
    check_enum,
    has_quantifier,
    need_truth,
    reads,
)
from model.language.families import Family, Of, Whom, kind_of, need_members
from model.language.given import as_tuple, check_kind, check_mapping, check_texts, take, twice
from model.language.parties import Party
from model.language.rivals import TheOthers
from model.language.sorts import alike, belongs, sort_name, words_of

STAYS = None  # the target of a transition that leaves the state as it is


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

    Of a family, `whom` says whose event it is in the rule of a member.
    """

    name: str
    scope: Scope
    by: Party | None = None
    member: Enum | None = None
    place: Place = field(default_factory=here, compare=False, repr=False)
    of: Of = ()
    whom: Whom = Whom.ITSELF
    mishap: Mishap | None = None
    template: "Event | None" = field(default=None, init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        where = f"event '{self.name}'"
        need_members(self.of, where, self.place)
        check_texts(self, where, self.place, "name")
        check_kind(self.scope, Scope, f"{where}: its scope", self.place)
        check_kind(self.by, Party, f"{where}: its 'by'", self.place, needed=False)
        check_kind(self.mishap, Mishap, f"{where}: its 'mishap'", self.place, needed=False)
        _check_member(self.member, where, self.place)

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
        return Event(self.name, self.scope, by, member, self.place, mishap=self.mishap)


class Stop(Enum):
    """What stops an actor: the system refuses, the law forbids, or the actor has no power."""

    CANNOT = "cannot: it is refused, and nothing happens"
    BREACH = "may not: it happens, and is a breach"
    NO_EFFECT = "to no effect: it happens, and changes nothing"


@dataclass(frozen=True, eq=False)
class Transition:
    """One rule: event, from, to, when, then, by, cites.

    With `powerless`, which says why, it happens to no effect (a power is missing); with
    `breaches` it happens and is a breach of the duty named (the law forbids); where none
    fits, the event is refused (the system refuses).
    """

    event: Event
    source: Any
    target: Enum | None
    when: Expression = TRUE
    then: Mapping[Field, Any] = field(default_factory=dict)
    by: Party | None = None
    cites: str = ""
    breaches: str = ""
    powerless: str = ""
    place: Place = field(default_factory=here)
    template: "Transition | None" = field(default=None, init=False, repr=False)
    member: Enum | None = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        check_kind(self.event, Event, "a transition: its event", self.place)
        check_texts(self, str(self), self.place)
        check_kind(self.by, Party, f"{self}: its 'by'", self.place, needed=False)
        object.__setattr__(self, "source", self._sources())
        check_mapping(self.then, f"{self}: 'then'", self.place)
        if isinstance(self.when, bool):
            message = f"{self}: 'when' is Python's {self.when}, whatever the state"
            raise IllFormed(f"{message}; write .is_(...) instead of is", self.place)
        need_truth(self.when, "'when'")
        object.__setattr__(self, "when", as_expression(self.when))
        effects = {f: as_expression(value) for f, value in self.then.items()}
        object.__setattr__(self, "then", effects)
        if self.powerless and self.moves:
            message = f"{self}: it is to no effect, and yet changes something"
            raise IllFormed(f"{message}; leave out 'powerless' or the change", self.place)

    def _sources(self) -> tuple[Any, ...]:
        if isinstance(self.source, (Enum, TheOthers)):
            return (self.source,)
        sources = as_tuple(self.source, f"{self}: 'from' is a state, or", self.place)
        if not sources:
            raise IllFormed(f"{self}: name at least one state to go from", self.place)
        if (again := twice(map(str, sources))) is not None:
            raise IllFormed(f"{self} goes from '{again}' twice; leave one out", self.place)
        return sources

    def __str__(self) -> str:
        return f"transition '{self.event}'"

    @property
    def actor(self) -> Party | None:
        """Return who performs it."""
        return self.by or self.event.by

    @property
    def moves(self) -> bool:
        """Tell whether it changes anything."""
        stays = self.target is None or all(state is self.target for state in self.source)
        return bool(self.then) or not stays

    @property
    def stops(self) -> Stop | None:
        """Return what stops its actor though it happens; None where nothing does."""
        if self.powerless:
            return Stop.NO_EFFECT
        return Stop.BREACH if self.breaches else None

    @cached_property
    def of(self) -> Of:
        """Return the members of the family that it is a rule of."""
        return family_of(self)

    def lacking(self, words: str) -> "Transition":
        """Return the rule without the conjunct of that name."""
        if not phrases.says(self.when, words):
            raise IllFormed(f"{self}: no conjunct is named '{words}'")
        return replace(self, when=phrases.lacking(self.when, words))


def _check_member(member: object, where: str, place: Place) -> None:
    if member is not None:
        check_kind(member, Enum, f"{where}: its member", place)
        check_enum(type(member), f"{where}: its member", place)


@dataclass(frozen=True, eq=False)
class Machine(Family):
    """States and transitions at a scope; `happy` is the path that drawings run straight.

    With `of` it is written once for each member: what is of the family is there the member's.
    """

    name: str
    scope: Scope
    state: Field
    transitions: Sequence[Transition]
    fields: tuple[Field, ...] = ()
    happy: tuple[Enum, ...] = ()
    member: Enum | None = None
    observer: bool = False
    place: Place = field(default_factory=here)
    of: Of = ()
    template: "Machine | None" = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        where = f"machine '{self.name}'"
        check_texts(self, where, self.place, "name")
        check_kind(self.scope, Scope, f"{where}: its scope", self.place)
        check_kind(self.state, Field, f"{where}: its state", self.place)
        take(self, where, self.place, transitions=Transition, fields=Field, happy=object)
        _check_member(self.member, where, self.place)
        need_members(self.of, where, self.place)
        if not (isinstance(self.state.sort, type) and issubclass(self.state.sort, Enum)):
            raise IllFormed(f"{where}: its states are an Enum", self.place)
        for state in self.happy:
            if not belongs(state, self.state.sort):
                raise IllFormed(f"{where}: no state {state} on its happy path", self.place)
        check_families(self)
        if self.of:
            self.values()  # each member is checked as it is made
            return
        for transition in self.transitions:
            self._check(transition)

    def __str__(self) -> str:
        return self.name if self.member is None else f"{self.name} ({words_of(self.member)})"

    def _made(self, member: Enum) -> "Machine":
        return replace(
            self,
            of=(),
            member=member,
            state=self.state[member],
            fields=tuple(own[member] for own in self.fields),
            transitions=for_member(self.transitions, member),
        )

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Return the state first and then the other fields."""
        return (self.state, *self.fields)

    @property
    def events(self) -> KeysView[Event]:
        """Return its alphabet in the order of its transitions."""
        return self._rules.keys()

    def rules_of(self, event: Event) -> tuple[Transition, ...]:
        """Return the transitions of an event, in their order."""
        return self._rules.get(event, ())

    @cached_property
    def _rules(self) -> dict[Event, tuple[Transition, ...]]:
        rules: dict[Event, tuple[Transition, ...]] = {}
        for rule in self.transitions:
            rules[rule.event] = (*rules.get(rule.event, ()), rule)
        return rules

    def writes(self, event: Event) -> frozenset[Field]:
        """Return the fields that it can change at an event."""
        rules = self.rules_of(event)
        state = {self.state} if any(rule.target is not None for rule in rules) else set()
        return frozenset(state.union(*(rule.then.keys() for rule in rules)))

    def _check(self, rule: Transition) -> None:
        where = f"machine '{self}', {rule}"
        for state in (*rule.source, *(() if rule.target is None else (rule.target,))):
            if not belongs(state, self.state.sort):
                known = ", ".join(s.name for s in self.state.sort)  # type: ignore[union-attr]
                raise IllFormed(f"{where}: {state} is not one of its states ({known})", rule.place)
        for changed, value in rule.then.items():
            self._check_effect(where, changed, value, rule)
        for leaf in rule.when.leaves:
            if isinstance(leaf, Happens):
                raise IllFormed(f"{where}: 'happens' is for claims, not for guards", rule.place)
        _check_reads(where, rule, rule.when)

    def _check_effect(
        self, where: str, changed: Field, value: Expression, rule: Transition
    ) -> None:
        if not any(changed is own for own in self.fields):
            name = getattr(changed, "name", repr(changed))
            message = f"{where}: 'then' names only fields of its own machine, and not its state"
            raise IllFormed(f"{message}; '{name}' is not one of them", rule.place)
        if not alike(changed.sort, value.sort):
            wanted, got = sort_name(changed.sort), sort_name(value.sort)
            message = f"{where}: '{changed.name}' holds {wanted}, not {got}"
            raise IllFormed(message, rule.place)
        if has_quantifier(value):
            raise IllFormed(f"{where}: no quantifier may stand in 'then'", rule.place)
        _check_reads(where, rule, value)

    def without(self, *events: Event) -> "Machine":
        """Return the machine with no transition of these events that it has."""
        left_out = {one for event in events for one in self._meant(event)}
        kept = tuple(t for t in self.transitions if t.event not in left_out)
        return replace(self, transitions=kept)

    def lacking(self, event: Event, words: str) -> "Machine":
        """Return the machine where the transitions of an event lack the conjunct so named."""
        meant = self._meant(event)
        found = [t for t in self.transitions if t.event in meant and phrases.says(t.when, words)]
        if not found:
            raise IllFormed(f"machine '{self}', '{event}': no conjunct is named '{words}'")
        rules = tuple(t.lacking(words) if t in found else t for t in self.transitions)
        return replace(self, transitions=rules)

    def meaning(self, words: str, body: Expression) -> "Machine":
        """Return the machine where the conjuncts so named have another body."""
        found = [rule for rule in self.transitions if phrases.says(rule.when, words)]
        if not found:
            raise IllFormed(f"machine '{self}': no conjunct is named '{words}'")
        changed = {t: replace(t, when=phrases.meaning(t.when, words, body)) for t in found}
        return replace(self, transitions=tuple(changed.get(t, t) for t in self.transitions))

    def also(self, *rules: Transition) -> "Machine":
        """Return the machine with further transitions."""
        return replace(self, transitions=(*self.transitions, *rules))

    def instead(self, event: Event, *rules: Transition) -> "Machine":
        """Return the machine with these rules in place of those of the event."""
        meant = self._meant(event)
        at = next(i for i, t in enumerate(self.transitions) if t.event in meant)
        others = [t for t in self.transitions if t.event not in meant]
        return replace(self, transitions=(*others[:at], *rules, *others[at:]))

    def _meant(self, event: Event) -> tuple[Event, ...]:
        """Return the event, or all those of a family, where the machine is itself of none."""
        meant = event.values() if event.of and not self.of else (event,)
        for one in meant:
            if one not in self.events:
                raise IllFormed(f"machine '{self}' has no event '{one}'")
        return meant


def _check_reads(where: str, rule: Transition, node: Expression) -> None:
    for read in reads(node):
        if read.after or read.whose is not Whose.OWN:
            message = f"{where}: 'after' and 'at_other_...' are for claims, not for rules"
            raise IllFormed(message, rule.place)
