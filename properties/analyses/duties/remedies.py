"""Who may act on the breach of a duty, and what is lost and gained where another takes it over.

Read from what ties the obligor, and the agent, at the first moment; nothing is decided by a run.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from model.language.duties import Duty
from model.language.flow import Flow
from model.language.meaning import Where, World
from model.language.remedies import Availability, Remedy
from properties.analyses.duties.transfer import holders

OPEN, SHUT, UNREAD = Availability


@dataclass(frozen=True)
class Shift:
    """A duty of today with who holds it then, and the remedies that are open on one side alone.

    `lost` and `gained` are shut on the other side; `unclear` are not known there, as no text that
    was read speaks of them.
    """

    duty: Duty
    heir: Duty
    lost: tuple[Remedy, ...]
    gained: tuple[Remedy, ...]
    unclear: tuple[Remedy, ...]


def at_first(flow: Flow, duty: Duty) -> tuple[Remedy, ...]:
    """Return the remedies that come with the ties that hold at the first moment."""
    world = World(flow, (1,))
    first = next(world.initial_states())
    return tuple(
        one for while_, one in duty.remedies if world.holds(while_, Where(0), first, None, first)
    )


def shifts(today: Flow, then: Flow) -> Iterator[Shift]:
    """Yield each duty of today, with each duty that it goes on as."""
    for duty in today.duties:
        before = at_first(today, duty)
        for heir in holders(duty, then):
            after = at_first(then, heir)
            lost, gained = _open_here(before, after, SHUT), _open_here(after, before, SHUT)
            unclear = (*_open_here(before, after, UNREAD), *_open_here(after, before, UNREAD))
            yield Shift(duty, heir, lost, gained, unclear)


def _open_here(
    here: Iterable[Remedy], there: Sequence[Remedy], so: Availability
) -> tuple[Remedy, ...]:
    """Return what is open here and so there; what is not named there is not known."""
    stands = {one.name: one.availability for one in there}
    return tuple(r for r in here if r.availability is OPEN and stands.get(r.name, UNREAD) is so)
