"""What a log is judged by beside the monitor: facts with their dates, deadlines, the instant."""

from collections.abc import Mapping
from dataclasses import dataclass, field

DAY = 86_400_000_000  # in microseconds


@dataclass(frozen=True)
class Interval:
    """A fact that holds of a party, or of all, from an instant until before another.

    Instants are microseconds since 1970 in UTC; an end that is not known is None.
    """

    party: str | None
    fact: str
    start: int
    end: int | None
    value: bool | str = True


@dataclass(frozen=True)
class Basis:
    """How a log is to be judged, as plain data that can be sent to a worker.

    `parties` are those of the flow: an actor that is none of them is unmapped, and no wrong actor.
    `deadlines` has for the event at which a duty is late the microseconds until then. `ranks`
    puts events of one instant in order. `as_of` is the instant up to which the log is whole.
    """

    parties: tuple[str, ...] = ()
    facts: tuple[Interval, ...] = ()
    deadlines: Mapping[str, int] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    as_of: int | None = None
    anywhere: bool = False
    compiled: bool = True
