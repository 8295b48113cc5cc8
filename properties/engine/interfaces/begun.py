"""An automaton that also reads what began before anybody looked: it may then be at any node."""

from properties.engine.budget import Budget
from properties.engine.interfaces.automaton import Automaton, least

Nodes = frozenset[int]


def with_begun(automaton: Automaton, budget: Budget) -> tuple[Automaton, int]:
    """Return the automaton with a node from which all can be seen that can from any other.

    It is deterministic: what is led to from several nodes is a node of its own.
    """
    everywhere: Nodes = frozenset(range(len(automaton)))
    order: list[Nodes] = [frozenset([n]) for n in everywhere]
    numbers = {nodes: n for n, nodes in enumerate(order)}
    edges = list[dict[str, int]]()
    if everywhere not in numbers:
        numbers[everywhere] = len(order)
        order.append(everywhere)
    for nodes in order:  # which grows
        budget.check(len(order))
        led = _led(automaton, nodes)
        for some in led.values():
            if some not in numbers:
                numbers[some] = len(order)
                order.append(some)
        edges.append({label: numbers[some] for label, some in led.items()})
    small, block = least(edges, budget)
    return small, block[numbers[everywhere]]


def _led(automaton: Automaton, nodes: Nodes) -> dict[str, Nodes]:
    """Return where each letter leads from some nodes, in order of the letters."""
    found: dict[str, set[int]] = {}
    for node in nodes:
        for label, to in automaton.edges[node].items():
            found.setdefault(label, set()).add(to)
    return {label: frozenset(some) for label, some in sorted(found.items())}
