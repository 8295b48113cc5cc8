"""After which steps there is no way back: what an event that undoes all would lose.

Before any step the way back is open. A step closes it where one could go back before it in
whatever state, and after it somewhere not: the event is refused, or it, or what follows without a
further step, breaks a claim.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.events import Event
from properties.analyses.orders.found import SafeOrders
from properties.analyses.orders.shortest import Search, Shown
from properties.analyses.orders.views import Broken

GONE_BACK = -1


@dataclass(frozen=True)
class Closing:
    """A step after which there is no way back, and what going back would break; None if refused."""

    letter: int
    shown: Shown | None


def closings(safe: SafeOrders, back: Event) -> list[Closing]:
    """Return each step that closes the way back in some safe order."""
    known: dict[int, bool] = {}
    open_ = {
        node for node in safe.live if all(_open(safe, v, back, known) for v in safe.nodes[node])
    }
    closing = {
        letter
        for node in open_
        for letter, to in safe.edges[node].items()
        if to in safe.live and to not in open_
    }
    return [Closing(one, _shown(safe, back, one)) for one in sorted(closing)]


def _open(safe: SafeOrders, view: int, back: Event, known: dict[int, bool]) -> bool:
    if view not in known:
        after = safe.views.after(view, back)
        good = not any(safe.views.broken_by(view, move, then) for move, then in after)
        stays = good and not isinstance(safe.views.closed(then for _, then in after), Broken)
        known[view] = bool(after) and stays
    return known[view]


def _shown(safe: SafeOrders, back: Event, letter: int) -> Shown | None:
    """Return a shortest run that takes a step, goes back, and breaks a claim."""
    live = set(safe.live)

    def allowed(node: int) -> Iterator[tuple[Event, int]]:
        if node == GONE_BACK:
            return
        for one, to in safe.edges[node].items():
            if to in live:
                yield safe.steps[one], to
        if letter in safe.taken[node]:
            yield back, GONE_BACK

    return Search(safe.views, 0, allowed).broken()
