"""Transitions: one rule is one line, and a line is data."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from typing import Any

from model.language import phrases
from model.language.errors import IllFormed, Place, here
from model.language.events import Event
from model.language.expressions import TRUE, Expression, Field, as_expression, take_truths
from model.language.families import Family, Of, one_family
from model.language.given import (
    as_tuple,
    check_kind,
    check_kinds,
    check_mapping,
    check_texts,
    shown,
    twice,
)
from model.language.parties import Party
from model.language.rivals import TheOthers
from model.language.sorts import sort_of

STAYS = None  # the target of a transition that leaves the state as it is
SAID = (Family, TheOthers)


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
        check_kinds(self, "a transition", self.place, event=Event)
        check_texts(self, str(self), self.place)
        check_kinds(self, str(self), self.place, by=Party | None)
        object.__setattr__(self, "source", self._sources())
        check_mapping(self, str(self), self.place, "then")
        if isinstance(self.when, bool):
            message = f"{self}: 'when' is Python's {self.when}, whatever the state"
            at = self.place.at(self, "when")
            raise IllFormed(f"{message}; write .is_(...) instead of is", at)
        take_truths(self, str(self), self.place, "when")
        object.__setattr__(self, "then", self._effects())
        if self.powerless and self.moves:
            message = f"{self}: it is to no effect, and yet changes something"
            at = self.place.at(self, "powerless")
            raise IllFormed(f"{message}; leave out 'powerless' or the change", at)

    def _effects(self) -> dict[Field, Expression]:
        for number, (changed, value) in enumerate(self.then.items()):
            told = f"{self}: what 'then' changes"
            if not isinstance(changed, Field):
                check_kind(changed, Field, told, self.place.at(self, "then", number))
            if not isinstance(value, Expression) and sort_of(value) is None:
                message = f"{self}: '{changed.name}' cannot become {shown(value)}"
                at = self.place.at(self, "then", number)
                raise IllFormed(f"{message}; give a value, or an expression", at)
        return {changed: as_expression(value) for changed, value in self.then.items()}

    def _sources(self) -> tuple[Any, ...]:
        if isinstance(self.source, (Enum, TheOthers)):
            return (self.source,)
        at = self.place.at(self, "source")
        sources = as_tuple(self.source, f"{self}: 'from' is a state, or", at)
        if not sources:
            raise IllFormed(f"{self}: name at least one state to go from", at)
        if (again := twice(map(str, sources))) is not None:
            raise IllFormed(f"{self} goes from '{again}' twice; leave one out", at)
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
        """Return the members of the family that it is a rule of; two families are refused."""
        said = (self.event, self.by, self.when, *self.then, *self.then.values())
        parts = (part for part in (*said, *self.source, self.target) if part is not None)
        return one_family((part.of for part in parts if isinstance(part, SAID)), self.place)

    def lacking(self, words: str) -> "Transition":
        """Return the rule without the conjunct of that name."""
        if not phrases.says(self.when, words):
            raise IllFormed(f"{self}: no conjunct is named '{words}'")
        return replace(self, when=phrases.lacking(self.when, words))
