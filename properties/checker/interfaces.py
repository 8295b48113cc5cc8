"""Same behaviour at an interface: of two flows, one point is seen, and all but some events hidden.

Each side is watched by an automaton: a machine that takes part in the visible events and refuses
none. That it never leaves the nodes is an invariant of that side; that nothing less can be seen is
replayed, step by step.
"""

from collections.abc import Iterator
from json import dumps
from typing import TypeAlias

from .behind import alone, behind
from .fairness import asks_nobody
from .kernel.flow import SCOPES, Data, Flow
from .kernel.invariant import Invariant
from .kernel.need import need
from .kernel.runs import replayed, taken
from .kernel.search import Question
from .kernel.world import State, shaped
from .sorts import flow_of

MONITOR, OFF = "seen at the interface", "beyond"
SHAPE = [1]
RULE = {"when": True, "then": [], "by": "", "breaches": ""}
Edges: TypeAlias = list[dict[str, int]]  # for each node, the first first, where a name leads


def node_name(number: int) -> str:
    """Return the name of a node as a state of the machine that watches."""
    return f"n{number}"


class Interface:
    """Two flows, and under which name each visible event of either is seen."""

    def __init__(self, flow: Flow, claim: Data) -> None:
        self.sides: tuple[Flow, ...] = (flow, flow_of(claim["other"]))
        self.names = set(claim["visible"])
        need(self.names, "nothing is seen at the interface")
        self.labels: tuple[dict[str, str], ...] = ({}, {})
        for name, both in claim["visible"].items():
            scopes = [self._scope(n, name, event) for n, some in enumerate(both) for event in some]
            need(all(both) and len(set(scopes)) == 1, f"'{name}' is not of both, at one scope")

    def _scope(self, side: int, name: str, event: str) -> int:
        need(event in self.sides[side].events, f"one side has no event '{event}'")
        need(event not in self.labels[side], f"'{event}' is seen under two names")
        self.labels[side][event] = name
        return self.sides[side].events[event]

    def word(self, side: int, moves: list[tuple[str, int]]) -> list[str]:
        """Return what is seen of some moves."""
        return [self.labels[side][event] for event, _ in moves if event in self.labels[side]]

    def no_more(self, side: int, told: Data) -> Iterator[Question]:
        """Yield what must have no answer, so that a side lets no more be seen than an automaton."""
        edges = told["automaton"]
        need(edges and all(one.keys() <= self.names for one in edges), "an edge of another name")
        need(all(to < len(edges) for one in edges for to in one.values()), "an edge to nowhere")
        watched = _watched(self.sides[side], self.labels[side], edges)
        nodes = [node_name(n) for n in range(len(edges))]
        within = ["in", ["read", MONITOR], *nodes]
        yield from Invariant(watched, within, told["boxes"], "point", stepwise=False).questions()

    def no_less(self, side: int, edges: Edges, told: Data) -> Iterator[Question]:
        """Yield what must have no answer, so that a side lets no less be seen than an automaton.

        Rejects it unless each edge is answered from each group of states that answers lead to. Of
        states only what the machines behind the interface hold counts.
        """
        machines = behind(self.sides[side], told["machines"])
        yield from alone(self.sides[side], machines, self.labels[side])
        own = {field["name"] for machine in machines for field in machine["fields"]}
        groups, answered = [(0, self._firsts(side, told["firsts"]))], set[tuple[int, str]]()
        for number, name, steps, to in told["answers"]:
            need(number < len(groups), "an answer of no group")
            node, members = groups[number]
            need(name in edges[node] and steps, "an answer to what is not asked, or none")
            there = [self._led(side, members[member], name, moves) for member, moves in steps]
            groups += [(edges[node][name], there)] if to == len(groups) else []
            need(to < len(groups) and groups[to][0] == edges[node][name], "it leads elsewhere")
            need(_covered(groups[to][1], there, own), "it leads elsewhere")
            answered.add((number, name))
        asked = {(number, name) for number, (node, _) in enumerate(groups) for name in edges[node]}
        need(asked <= answered, "something that the automaton allows is not answered")

    def _firsts(self, side: int, told: list[Data]) -> list[State]:
        runs = ({"shape": SHAPE, "first": first, "moves": []} for first in told)
        found = [state for run in runs for state in replayed(self.sides[side], run)]
        need(found, "there is no first state")
        return found

    def _led(self, side: int, state: State, name: str, moves: list[tuple[str, int]]) -> State:
        """Return where moves lead, which are seen as one name."""
        need(self.word(side, moves) == [name], "an answer that is seen otherwise")
        at = shaped(self.sides[side], (1,))
        for event, home in moves:
            state = {**state, **taken(at, state, event, home)}
        return state


def _covered(known: list[State], there: list[State], names: set[str]) -> bool:
    """Tell whether each known state is one of those there, as far as some fields go."""
    parts = [_part(state, names) for state in there]
    return all(_part(state, names) in parts for state in known)


def _part(state: State, names: set[str]) -> State:
    return {slot: value for slot, value in state.items() if slot[0] in names}


def _watched(flow: Flow, labels: dict[str, str], edges: Edges) -> Flow:
    """Return a flow with the machine that watches it."""
    names = [*(node_name(n) for n in range(len(edges))), OFF]
    rules = [
        {**RULE, "event": event, "from": [node_name(n)], "to": _lead(one.get(label))}
        for event, label in labels.items()
        for n, one in enumerate(edges)
    ]
    rules += [{**RULE, "event": event, "from": [OFF], "to": None} for event in labels]
    field = {"name": MONITOR, "sort": names, "starts": names[:1]}
    machine = {"name": MONITOR, "scope": "point", "fields": [field], "rules": rules}
    scopes = {number: name for name, number in SCOPES.items()}
    events = {event: scopes[scope] for event, scope in flow.events.items()}
    told = {"name": flow.name, "variant": flow.variant, "claims": {}, "events": events}
    return Flow({**told, "machines": [*flow.machines, machine]})


def _has_memory(edges: Edges) -> bool:
    """Tell whether the nodes that can be met allow different things."""
    met, waiting = {0}, [0]
    while waiting:
        new = set(edges[waiting.pop()].values()) - met
        met, waiting = met | new, [*waiting, *new]
    return len({frozenset(edges[node]) for node in met}) > 1


def _lead(to: int | None) -> str:
    return OFF if to is None else node_name(to)


def by_automaton(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer where both sides let just what an automaton says be seen."""
    need(packet["points"] == "1", "an automaton is of one point")
    interface, edges = Interface(flow, flow.claims[packet["claim"]]), packet["automaton"]
    need(len(packet["sides"]) == len(interface.sides), "it shows not two sides")
    for side, told in enumerate(packet["sides"]):
        yield from interface.no_more(side, {"automaton": edges, "boxes": told["boxes"]})
        yield from interface.no_less(side, edges, told)
    empty = not _has_memory(edges)
    need(packet["empty"] is empty, "it is empty where it has no memory, and only there")


def by_identity(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer where the same machines decide what is seen of both."""
    need(packet["points"] == "any", "machines are for any number of points")
    interface = Interface(flow, flow.claims[packet["claim"]])
    (one, other), (seen, seen_there) = interface.sides, interface.labels
    need(seen == seen_there, "it is seen under other names")
    mine, theirs = (behind(side, packet["machines"]) for side in interface.sides)
    need(dumps(mine, sort_keys=True) == dumps(theirs, sort_keys=True), "the machines differ")
    events = {rule["event"] for machine in mine for rule in machine["rules"]} | seen.keys()
    need(all(one.events[e] == other.events[e] for e in events), "an event is of two scopes")
    for side, machines in zip(interface.sides, (mine, theirs), strict=True):
        yield from alone(side, machines, seen)


def by_parting(flow: Flow, packet: Data) -> Iterator[Question]:
    """Yield what must have no answer where a run of one side is none of the other."""
    interface, carried = Interface(flow, flow.claims[packet["claim"]]), False
    need(packet["differences"], "nothing parts the two")
    need(len(packet["within"]) == len(interface.sides), "it shows not two sides")
    for one in packet["differences"]:
        side, run, lacks = one["side"], one["run"], packet["within"][1 - one["side"]]
        need(run["shape"] == SHAPE and run["where"] == {}, "its run is not of one point")
        mine = interface.sides[side]
        need([*replayed(mine, run)], "its run")
        word = interface.word(side, run["moves"])
        need(word == [*one["word"], one["name"]], "its run is seen otherwise")
        need(lacks is not None and not _allows(lacks["automaton"], word), "the other may do it")
        carried = carried or all(asks_nobody(mine, event) for event, _ in run["moves"])
    need(packet["points"] == ("any" if carried else "1"), "for how many points")
    for side, told in enumerate(packet["within"]):
        if told is not None:
            yield from interface.no_more(side, told)


def _allows(edges: Edges, word: list[str]) -> bool:
    node = 0
    for name in word:
        if name not in edges[node]:
            return False
        node = edges[node][name]
    return True
