"""Claims on the rules of a flow, which are seen by comparing tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from model.language.claims.claim import Body, Claim
from model.language.errors import IllFormed
from model.language.events import Event
from model.language.expressions import TRUE
from model.language.families import no_family
from model.language.given import as_tuple, check_kind, check_kinds, check_mapping, check_text
from model.language.machines import Machine
from model.language.parties import Party
from model.language.renaming import wrong_renaming


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
        where, at = f"claim '{self.id}'", partial(self.place.at, self)
        check_kinds(self, where, self.place, original=Machine)
        no_family(self.original, where, at("original"))
        check_mapping(self, where, self.place, "renaming")
        object.__setattr__(self, "renaming", dict(self.renaming))
        for name in (*self.renaming, *self.renaming.values()):
            check_text(name, f"{where}: each name in 'renaming'", at("renaming"))
        if wrong := wrong_renaming(self.original, self.renaming):
            raise IllFormed(f"{where} {wrong}", at("renaming"))


@dataclass(frozen=True, eq=False, kw_only=True)
class DoneBy(Compared):
    """Each of these events is done by its party, and in no rule of the flow by another.

    What else the party does, it does not say.
    """

    actors: Mapping[Party, Sequence[Event]]

    kind: ClassVar[str] = "done by"

    def __post_init__(self) -> None:
        super().__post_init__()
        check_mapping(self, self.called, self.place, "actors")
        actors = {party: self._events(party, given) for party, given in self.actors.items()}
        object.__setattr__(self, "actors", actors)
        if not self.events:
            raise IllFormed(f"claim '{self.id}' names no event: say who does what", self.place)
        if len(self.by_event) < len(self.events):
            message = "names an event twice: give each event one party, and name it once"
            raise IllFormed(f"claim '{self.id}' {message}", self.place)

    def _events(self, party: Party, given: object) -> tuple[Event, ...]:
        told, at = f"claim '{self.id}': what each party does", self.place.at(self, "actors")
        check_kind(party, Party, f"claim '{self.id}': who acts", at)
        no_family(party, f"claim '{self.id}': who acts", at)
        events = as_tuple(given, told, at)
        for event in events:
            check_kind(event, Event, f"{told}: each", at)
            no_family(event, told, at)
        return events

    @property
    def events(self) -> tuple[Event, ...]:
        """Return the events of which it says who does them."""
        return tuple(event for events in self.actors.values() for event in events)

    @property
    def by_event(self) -> Mapping[str, Party]:
        """Return the party that does each event, by the event's name."""
        return {str(event): party for party, events in self.actors.items() for event in events}
