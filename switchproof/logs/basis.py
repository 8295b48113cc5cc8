"""What a log is judged by beside the monitor: facts with their dates, deadlines, the instant."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TRUTHS = {"yes": True, "true": True, "no": False, "false": False}


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
    `events` and `actors` have for words of the log those of the flow, where they are others.
    `deadlines` has for the event at which a duty is late the microseconds until then. `ranks`
    puts events of one instant in order. `as_of` is the instant up to which the log is whole.
    """

    parties: tuple[str, ...] = ()
    facts: tuple[Interval, ...] = ()
    events: Mapping[str, str] = field(default_factory=dict)
    actors: Mapping[str, str] = field(default_factory=dict)
    deadlines: Mapping[str, int] = field(default_factory=dict)
    ranks: Mapping[str, int] = field(default_factory=dict)
    as_of: int | None = None
    anywhere: bool = False
    compiled: bool = True
