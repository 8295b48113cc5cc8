"""What is compared: two flows, and which events of each are seen at the interface."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from model.language.errors import IllFormed, Place, here
from model.language.events import Event
from model.language.flow import Flow

Visible = Mapping[str, tuple[Sequence[Event], Sequence[Event]]]
SIDES = (0, 1)


@dataclass(frozen=True, eq=False)
class SameAt:
    """Says that two flows behave alike at an interface; it is asked of one metering point.

    `visible` gives each thing that is seen, by its name, the events of the first flow and those
    of the second that it is; all other events of both are hidden.
    """

    id: str
    sentence: str
    flows: tuple[Flow, Flow]
    visible: Visible
    cites: str = ""
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        for wrong in self._amiss():
            raise IllFormed(f"comparison '{self.id}': {wrong}", self.place)

    def _amiss(self) -> Iterator[str]:
        if not self.visible:
            yield "nothing is seen at the interface; name an event"
        for name, both in self.visible.items():
            for side, events in zip(self.flows, both, strict=True):
                if not events:
                    yield f"'{name}' is no event of '{side.name}'; name one, or leave it hidden"
                missing = next((event for event in events if event not in side.events), None)
                if missing is not None:
                    yield f"'{side.name}' has no event '{missing}'; name one of its events"
            if len({event.scope for events in both for event in events}) > 1:
                yield f"'{name}' is of one scope here and of another there"
        for n, side in enumerate(self.flows):
            every = [event for both in self.visible.values() for event in both[n]]
            if len(set(every)) < len(every):
                yield f"an event of '{side.name}' is seen under two names; give it one"

    def labels(self, side: int) -> dict[Event, str]:
        """Return under which name each visible event of a side is seen."""
        return {event: name for name, both in self.visible.items() for event in both[side]}


def by_name(events: Iterable[Event]) -> Visible:
    """Return events that both sides have under one name, each seen as what it is."""
    return {str(event): ((event,), (event,)) for event in events}
