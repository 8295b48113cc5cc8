"""What is safe and has a price: what every order has at some time, and what it is to wait for one.

A cost breaks no claim; it is a state that somebody would rather not be in.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from model.language.expressions import Expression
from model.language.meaning import World
from properties.analyses.orders.described import Description
from properties.analyses.orders.found import SafeOrders
from properties.analyses.orders.views import HERE, SHAPE


@dataclass(frozen=True)
class Cost:
    """What can hold in some order or, with `always`, at some time in every order.

    `since` are the steps that have been taken wherever it holds.
    """

    what: Expression
    since: frozenset[int]
    always: bool


@dataclass(frozen=True)
class Lateness:
    """The steps that wait for a late one, those that need not, and what can be meanwhile."""

    late: int
    waiting: frozenset[int]
    free: frozenset[int]
    costs: tuple[Cost, ...]


def costs(safe: SafeOrders, wanted: Sequence[Expression]) -> tuple[Cost, ...]:
    """Return the costs that can arise in safe orders."""
    return _among(safe, wanted, set(safe.live))


def lateness(
    safe: SafeOrders, whole: Description, late: int, wanted: Sequence[Expression]
) -> Lateness:
    """Return what waits for a step, and which costs can arise while it has not been taken."""
    waiting = frozenset(y for x, y in whole.precedences if x == late)
    free = frozenset(range(whole.letters)) - waiting - {late}
    before = {node for node in safe.live if late not in safe.taken[node]}
    return Lateness(late, waiting, free, _among(safe, wanted, before))


def _among(safe: SafeOrders, wanted: Sequence[Expression], nodes: set[int]) -> tuple[Cost, ...]:
    found = []
    for what in wanted:
        views = _having(safe, nodes, what)
        costly = {node for node in nodes if not views.isdisjoint(safe.nodes[node])}
        if costly:
            since = frozenset.intersection(*(safe.taken[node] for node in costly))
            found.append(Cost(what, since, always=not _avoidable(safe, costly)))
    return tuple(found)


def _having(safe: SafeOrders, nodes: set[int], what: Expression) -> set[int]:
    """Return the views at some nodes in which it holds."""
    world = World(safe.views.flow, SHAPE)
    states = {view: safe.views.state(view) for node in nodes for view in safe.nodes[node]}
    return {view for view, it in states.items() if world.holds(what, HERE, it, None, it)}


def _avoidable(safe: SafeOrders, costly: set[int]) -> bool:
    """Tell whether some safe order comes to its end past these nodes."""
    live, queue = set(safe.live) - costly, [0]
    seen = {0} & live
    while queue:
        node = queue.pop()
        if node not in live:
            continue
        if len(safe.taken[node]) == len(safe.steps):
            return True
        new = set(safe.edges[node].values()) - seen
        seen |= new
        queue += new
    return False
