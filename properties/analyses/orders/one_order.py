"""One order: safe, or at which of its steps not, with a shortest run or what refuses the step."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.events import Event
from model.language.meaning import Move, World
from properties.analyses.orders.demands import RefusedStep, least_amiss
from properties.analyses.orders.described import Before, Clause, Description
from properties.analyses.orders.found import SafeOrders, Safety
from properties.analyses.orders.shortest import Search, Shown
from properties.analyses.orders.views import SHAPE
from properties.analyses.orders.words import Order
from properties.engine.evidence import Disagreement


@dataclass(frozen=True)
class OneOrder:
    """What becomes of an order: the place of the step at which it ends, and why; None if safe."""

    fate: Safety
    place: int | None = None
    why: Shown | RefusedStep | None = None


def judged(safe: SafeOrders, order: Order) -> OneOrder:
    """Return what becomes of an order in which each step stands once."""
    ended = safe.judged(order)
    if ended is None:
        return OneOrder(Safety.SAFE)
    place, ending = ended

    def allowed(at: int) -> Iterator[tuple[Event, int]]:
        if at <= place:
            yield safe.steps[order[at]], at + 1

    search = Search(safe.views, 0, allowed)
    broken = search.broken()
    if (broken is None) is not (ending.fate is Safety.REFUSED):
        raise Disagreement(f"the search of all orders says {ending.fate.value}, that of one not so")
    return OneOrder(ending.fate, place, broken or _refused(search, safe.steps[order[place]], place))


def _refused(search: Search[int], step: Event, place: int) -> RefusedStep:
    world = World(search.views.flow, SHAPE)
    there = [here for here in search.met if here[1] == place]
    tried = [(here, world.outcome(search.views.state(here[0]), Move(step, 0))) for here in there]
    return least_amiss(search, [(here, step, outcome.refusals) for here, outcome in tried])


def missed(whole: Description, order: Order) -> list[Before | Clause]:
    """Return the precedences that follow from no others, and the clauses, that an order breaks."""
    place = {letter: n for n, letter in enumerate(order)}
    false = [(x, y) for x, y in whole.covers if place[x] > place[y]]
    return [*false, *(c for c in whole.clauses if all(place[x] > place[y] for x, y in c))]
