"""Whoever is asked by a rung's event and is not seen: led to allow it by steps of its own.

Providers are led first, then points, one after the other. A step by which one is led writes
nothing wider than who takes it, so whoever is seen stands still, and so does who was led before.
"""

from .fairness import Demand, demands, of_event, own, sees, stays
from .kernel.flow import (
    POINT,
    PROVIDER,
    SCOPES,
    Data,
    Flow,
    Shape,
    Tree,
    conjuncts,
    is_quantifier,
    moves,
    somes,
)
from .kernel.invariant import box_of, entered
from .kernel.need import need
from .kernel.world import World
from .places import has_providers


def asks_nobody(flow: Flow, event: str) -> Tree:
    """Return that no rule by which an event asks something of others can fit as it is."""
    rules = of_event(flow, event, follows=False)
    every = ((machine, rule) for machine, mine in rules for rule in mine)
    asks = [own(m, r) for m, r in every if any(map(is_quantifier, conjuncts(r["when"])))]
    follows = any(stays(flow, m, mine) for m, mine in of_event(flow, event, follows=True))
    return ["and", not follows, *(["not", ["and", *given]] for given in asks)]


def all_led(flow: Flow, event: str, lemmas: list[Data]) -> bool:
    """Tell whether an event asks nothing of some only, and there is a lemma on all it may ask."""
    rules = (rule for _, mine in of_event(flow, event, follows=False) for rule in mine)
    if any(map(somes, rules)):
        return False
    shown = {(tuple(one["ladder"]["shape"]), SCOPES[one["shared"]]) for one in lemmas}
    asked = [((1,) if d.whom == POINT else (0,), d.shared) for d in demands(flow, event)]
    return all(who in shown for who in asked if any(who[0]) or has_providers(flow))


def need_own_step(flow: Flow, event: str, shape: Shape) -> None:
    """Reject an event by which one may not be led: of another, that asks, or that writes more."""
    whose = POINT if any(shape) else PROVIDER
    need(flow.events[event] == whose, f"'{event}' is no step of who is led")
    for machine, rules in of_event(flow, event, follows=False):
        wider = SCOPES[machine["scope"]] > flow.events[event]
        need(not wider or not any(map(moves, rules)), f"'{event}' writes more than of who is led")


def agrees(flow: Flow, event: str, shape: Shape) -> Tree:
    """Return that the one who is seen does not refuse what it is itself asked by an event."""
    mine = [d for d in demands(flow, event) if any(shape) or d.whom == PROVIDER]
    return ["and", *(_meets(d, d.given) for d in mine if not d.of_others)]


def is_led(flow: Flow, lemma: Data) -> Tree:
    """Return that one who is led refuses nothing, whatever it does not see of who asks."""
    shape, shared = tuple(lemma["ladder"]["shape"]), SCOPES[lemma["shared"]]
    whom = POINT if any(shape) else PROVIDER
    mine = (d for d in demands(flow, lemma["event"]) if d.whom == whom and d.shared >= shared)
    return ["and", *(_meets(d, [g for g in d.given if sees(flow, g, shared)]) for d in mine)]


def _meets(demand: Demand, given: list[Tree]) -> Tree:
    return ["implies", ["and", *given], demand.body]


def supposed(at: World, lemma: Data) -> Tree:
    """Return what a lemma supposes, of what one who is led and one who asks both see."""
    boxes = [box_of(at, box) for box in lemma["supposed"]]
    fields = {name for box in boxes for name, _ in box}
    shared = all(at.flow.scope[name] >= SCOPES[lemma["shared"]] for name in fields)
    need(shared, "a lemma supposes what not all see")
    return ("or", *(entered(at, box, {}) for box in boxes))
