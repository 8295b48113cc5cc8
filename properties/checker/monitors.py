"""What one point shows at an interface, in letters: an event that is seen, and what then holds.

That an automaton accepts all of it, with any number of points, is an invariant of the flow that is
watched. Where no letter fits what happens, the watch is beyond all nodes.
"""

from collections.abc import Iterator

from .behind import behind
from .forms import BOX, EDGES, EXACTLY, INDEX
from .interfaces import MONITOR, OFF, RULE, SHAPE, Edges, Interface, node_name
from .kernel.claims import leaves
from .kernel.flow import POINT, SCOPES, Data, Flow
from .kernel.invariant import Invariant
from .kernel.need import need
from .kernel.runs import taken
from .kernel.search import Question
from .kernel.world import State, compute, shaped
from .sorts import flow_of

FORM = {"automaton": EDGES, "begun": INDEX, "boxes": [[BOX]], "exactly": EXACTLY}


class Letters(Interface):
    """A flow, and the letters that what is seen of it may be."""

    def __init__(self, flow: Flow, claim: Data) -> None:
        self.sides, self.letters = (flow,), claim["letters"]
        self.names = set(self.letters)
        need(self.names, "nothing is seen at the interface")
        events = [event for one in self.letters.values() for event in one["events"]]
        need(all(event in flow.events for event in events), "the flow has no such event")
        self.labels = (dict.fromkeys(events, ""),)

    def accepted(self, edges: Edges, boxes: list[Data]) -> Iterator[Question]:
        """Yield what must have no answer, so that an automaton accepts all that is seen."""
        self.need_edges(edges)
        within = ["in", ["read", MONITOR], *map(node_name, range(len(edges)))]
        watched = self._watched(edges)
        yield from Invariant(watched, within, boxes, "point", stepwise=False).questions()

    def need_edges(self, edges: Edges) -> None:
        """Reject what is no automaton of these letters."""
        need(edges and all(one.keys() <= self.names for one in edges), "an edge of another name")
        need(all(to < len(edges) for one in edges for to in one.values()), "an edge to nowhere")

    def _watched(self, edges: Edges) -> Flow:
        """Return the flow with a machine that goes from node to node, or beyond; it stays there."""
        flow, nodes = self.sides[0], [node_name(n) for n in range(len(edges))]
        rules = [
            {**RULE, "event": event, "from": some, "to": to, "when": one["when"]}
            for name, one in self.letters.items()
            for to, some in _sources(edges, name).items()
            for event in one["events"]
        ]
        for event in self.labels[0]:
            fits = [one["when"] for one in self.letters.values() if event in one["events"]]
            none = ["not", ["or", *fits]]
            rules.append({**RULE, "event": event, "from": nodes, "to": OFF, "when": none})
            rules.append({**RULE, "event": event, "from": [OFF], "to": None})
        field = {"name": MONITOR, "sort": [*nodes, OFF], "starts": nodes[:1]}
        machine = {"name": MONITOR, "scope": "point", "fields": [field], "rules": rules}
        scopes = {number: name for name, number in SCOPES.items()}
        events = {event: scopes[scope] for event, scope in flow.events.items()}
        told = {"name": flow.name, "variant": flow.variant, "claims": {}, "events": events}
        return flow_of({**told, "machines": [*flow.machines, machine]})

    def need_all_read(self, names: list[str]) -> None:
        """Reject machines that do not hold all that the letters speak of."""
        own = {f["name"] for m in behind(self.sides[0], names) for f in m["fields"]}
        trees = [one["when"] for one in self.letters.values()]
        read = {leaf[1] for tree in trees for leaf in leaves(tree)}
        need(read <= own, "the letters read what the machines do not hold")

    def _led(self, side: int, state: State, name: str, moves: list[tuple[str, int]]) -> State:
        """Return where moves lead, of which one is seen, as that letter."""
        flow, seen = self.sides[side], 0
        at = shaped(flow, tuple(SHAPE))
        for event, home in moves:
            if event in self.labels[side]:
                need(event in self.letters[name]["events"], "an answer that is seen otherwise")
                holds = compute(at.see(self.letters[name]["when"], POINT, 0), state)
                need(holds, "an answer that is seen otherwise")
                seen += 1
            state = {**state, **taken(at, state, event, home)}
        need(seen == 1, "an answer that is seen otherwise")
        return state


def _sources(edges: Edges, name: str) -> dict[str, list[str]]:
    """Return from which nodes a letter leads to each."""
    found: dict[str, list[str]] = {}
    for n, one in enumerate(edges):
        to = node_name(one[name]) if name in one else OFF
        found.setdefault(to, []).append(node_name(n))
    return found


def need_begun(edges: Edges, begun: int) -> None:
    """Reject a node from which not all can be seen that can from the first and those after it."""
    need(begun < len(edges), "it begins nowhere")
    reached, waiting = {0}, [0]
    while waiting:
        new = set(edges[waiting.pop()].values()) - reached
        reached, waiting = reached | new, [*waiting, *new]
    pairs = {(node, begun) for node in reached}
    left = list(pairs)
    while left:
        node, other = left.pop()
        for name, to in edges[node].items():
            need(name in edges[other], "of what began before it accepts less")
            pair = (to, edges[other][name])
            left += [] if pair in pairs else [pair]
            pairs.add(pair)


def by_watching(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer where an automaton accepts all that is seen, or just that."""
    need(packet["points"] == "any", "an invariant is for any number of points")
    letters, edges = Letters(flow, flow.claims[packet["claim"]]), packet["automaton"]
    yield from letters.accepted(edges, packet["boxes"])
    need_begun(edges, packet["begun"])
    if packet["exactly"] is not None:
        letters.need_all_read(packet["exactly"]["machines"])
        yield from letters.no_less(0, edges, packet["exactly"])
