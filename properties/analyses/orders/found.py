"""The safe orders of steps: every step in every order that is safe so far.

A node is the steps taken and all that one point can see after them in just this order; an order
dies at the first thing that breaks a claim, or at a step that no view allows.
"""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from model.language.claims import Claim
from model.language.events import Event
from properties.analyses.orders.views import Broken, PointViews
from properties.analyses.orders.words import Order, Words, live, trimmed


class Safety(Enum):
    """What becomes of an order."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    REFUSED = "refused"


@dataclass(frozen=True)
class Ending:
    """How an order ends at a step that does not lead on: unsafe by a claim, or refused."""

    fate: Safety
    claim: Claim | None = None


@dataclass(frozen=True, eq=False)
class SafeOrders:
    """The nodes: the views of each, which step leads where, and how the others end.

    `safe` are the orders that come to their end, and `live` their nodes. A node need not be one:
    what follows may all be refused.
    """

    steps: tuple[Event, ...]
    views: PointViews
    nodes: Sequence[frozenset[int]]
    edges: Sequence[dict[int, int]]
    endings: Sequence[dict[int, Ending]]
    taken: Sequence[frozenset[int]]
    live: Sequence[int]
    safe: Words

    def judged(self, order: Order) -> tuple[int, Ending] | None:
        """Return at which of its steps an order ends, and how; None where it is safe."""
        node = 0
        for place, letter in enumerate(order):
            if letter in self.endings[node]:
                return place, self.endings[node][letter]
            node = self.edges[node][letter]
        return None


def found(steps: Sequence[Event], views: PointViews) -> SafeOrders | Broken:
    """Return all that safe orders lead to, or what is broken before any step is taken."""
    first = views.closed(views.firsts)
    if isinstance(first, Broken):
        return first
    nodes: dict[tuple[frozenset[int], frozenset[int]], int] = {(frozenset(), first): 0}
    queue, edges, endings = deque(nodes), list[dict[int, int]](), list[dict[int, Ending]]()
    while queue:
        taken, seen = queue.popleft()
        edges.append({})
        endings.append({})
        for letter in sorted(set(range(len(steps))) - taken):
            then = taken_step(views, seen, steps[letter])
            if isinstance(then, Ending):
                endings[-1][letter] = then
                continue
            key = (taken | {letter}, then)
            if key not in nodes:
                nodes[key] = len(nodes)
                queue.append(key)
            edges[-1][letter] = nodes[key]
    done = [taken for taken, _ in nodes]
    seen_at = [seen for _, seen in nodes]
    kept, safe = live(len(steps), edges, done), trimmed(len(steps), edges, done)
    return SafeOrders(tuple(steps), views, seen_at, edges, endings, done, kept, safe)


def taken_step(views: PointViews, seen: frozenset[int], step: Event) -> frozenset[int] | Ending:
    """Return all that can be seen after a step, or how it ends an order."""
    after = set[int]()
    for view in seen:
        for move, then in views.after(view, step):
            if wrong := views.broken_by(view, move, then):
                return Ending(Safety.UNSAFE, wrong.claim)
            after.add(then)
    if not after:
        return Ending(Safety.REFUSED)
    closed = views.closed(after)
    return Ending(Safety.UNSAFE, closed.claim) if isinstance(closed, Broken) else closed
