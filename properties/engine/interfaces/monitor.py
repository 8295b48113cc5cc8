"""A flow that is watched by an automaton: that it does no more is shown as any claim is shown."""

from collections.abc import Iterator, Mapping, Sequence
from enum import Enum

from model.language.claims import Always
from model.language.events import Event, Scope
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import members
from model.language.transitions import Transition
from properties.checker.interfaces import MONITOR, OFF, node_name
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.interfaces.automaton import Automaton
from properties.engine.interfaces.parting import SeenApart
from properties.engine.packets.export import Data
from properties.engine.packets.packet import packet
from properties.engine.prove import decide
from properties.engine.verdict import Verdict


def kept_within(
    flow: Flow, labels: Mapping[Event, str], automaton: Automaton, budget: Budget
) -> Data:
    """Return boxes that show that a flow does no more than an automaton; raises Undecided."""
    monitor = _monitor(automaton, labels)
    *_, off = members(monitor.state.sort)
    claim = Always(MONITOR, "The flow does no more.", monitor.state.is_not(off))
    found = decide(flow.also(monitor), claim, budget)
    if found.verdict is not Verdict.PROVED:
        why = found.reason or "it does more, which the search for the automaton did not see"
        raise Undecided(f"that '{flow.name}' does no more than the automaton is not proved: {why}")
    shown = packet(found, None)  # of a deletion-closed flow, so it has the boxes of one view
    return {"automaton": [dict(edges) for edges in automaton.edges], "boxes": shown["boxes"]}


def _monitor(automaton: Automaton, labels: Mapping[Event, str]) -> Machine:
    names = [*(node_name(n) for n in range(len(automaton))), OFF]
    sort = Enum("sort", {name: name for name in names})  # type: ignore[misc]
    nodes: list[Enum] = list(sort)
    state = Field(MONITOR, sort, nodes[0])
    rules = (
        rule
        for event, label in labels.items()
        for rule in _rules(event, [edges.get(label) for edges in automaton.edges], nodes)
    )
    return Machine(MONITOR, Scope.POINT, state, tuple(rules))


def _rules(event: Event, leads: Sequence[int | None], nodes: list[Enum]) -> Iterator[Transition]:
    """Yield the rules of an event, one for each node that it leads to: it is never refused."""
    sources: dict[Enum, list[Enum]] = {nodes[-1]: [nodes[-1]]}
    for node, to in zip(nodes, leads, strict=False):
        sources.setdefault(nodes[-1] if to is None else nodes[to], []).append(node)
    for target, some in sources.items():
        yield Transition(event, tuple(some), target)


def lacking(found: Sequence[SeenApart], labels: Sequence[str]) -> Automaton:
    """Return an automaton that follows some words, lets all be seen, but for what parts them."""
    numbers: dict[tuple[str, ...], int] = {(): 0}
    for one in found:
        for n in range(1, len(one.word) + 1):
            numbers.setdefault(one.word[:n], len(numbers))
    elsewhere = len(numbers)
    edges = [dict.fromkeys(labels, elsewhere) for _ in range(elsewhere + 1)]
    for word, number in numbers.items():
        if word:
            edges[numbers[word[:-1]]][word[-1]] = number
    for one in found:
        del edges[numbers[one.word]][one.label]
    return Automaton(tuple(edges))
