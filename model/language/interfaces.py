"""An interface: which events of a flow a log shows, under which names, and what stands beside them.

What is not named is hidden: a log does not show it, and it may happen at any time between.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from model.language.errors import IllFormed, Place, here
from model.language.events import Event
from model.language.expressions import Expression, Field, Named, reads
from model.language.given import called, check_kind, check_mapping, check_texts, take

Fact = Named | Field


def by_own_names(*events: Event) -> dict[str, tuple[Event, ...]]:
    """Return events each seen as what it is."""
    return {event.name: (event,) for event in events}


@dataclass(frozen=True, eq=False)
class LoggedInterface:
    """Which events a log shows, and which facts at the time of an event are known from elsewhere.

    `visible` gives each thing that is seen, by its name, the events that it may be; of a family
    each member's is seen as that member's. `facts` are dated: whether a condition holds, or which
    value a field has, is known for each instant, so that no rule of theirs is followed. `unseen`
    are fields that the monitor forgets, so that it accepts more. `between` says who sends to whom.
    """

    id: str
    sentence: str
    between: str
    visible: Mapping[str, tuple[Event, ...]]
    facts: tuple[Fact, ...] = ()
    unseen: tuple[Field, ...] = ()
    cites: str = ""
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        where = called("interface", self.id)
        check_texts(self, where, self.place, "id", "sentence", "between")
        check_mapping(self, where, self.place, "visible")
        take(self, where, self.place, unseen=Field)
        for fact in self.facts:
            kind = Field if isinstance(fact, Field) else Named
            check_kind(fact, kind, f"{where}: a fact", self.place)
        every = [event for events in self.labels_of() for event in events]
        if not every:
            message = f"{where}: no event is seen; name one"
            raise IllFormed(message, self.place)
        if len(set(every)) < len(every):
            twice = next(event for event in every if every.count(event) > 1)
            message = f"{where}: '{twice}' is seen under two names; give it one"
            raise IllFormed(message, self.place)

    def labels_of(self) -> Iterator[tuple[Event, ...]]:
        """Yield the events of each name, those of a family one by one."""
        for events in self.visible.values():
            yield tuple(one for e in events for one in (e.values() if e.of else (e,)))

    @property
    def of_facts(self) -> frozenset[Field]:
        """Return the fields of which a monitor knows only what the facts say of them."""
        nodes: list[Expression] = [one for one in self.facts if isinstance(one, Named)]
        read = {one.field for node in nodes for one in reads(node)}
        return frozenset(read | {one for one in self.facts if isinstance(one, Field)})
