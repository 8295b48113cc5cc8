"""The automaton that accepts all that a point can show at an interface, with any number of them.

The facts of the interface are no part of its states; a letter says what they are. Found by sets of
views; shown as any claim is, of the flow that is watched. Where the same can be seen of a flow of
one point in which the facts follow their own rules, that is shown too: by steps that answer it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from model.language.claims import Always
from model.language.conditions import any_of
from model.language.events import Event, Scope
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.interfaces import LoggedInterface
from model.language.machines import Machine
from model.language.meaning import Move
from model.language.sorts import members
from model.language.transitions import Transition
from properties.checker import Rejected
from properties.checker.interfaces import MONITOR, OFF, node_name
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Disagreement, Undecided
from properties.engine.interfaces.accepted import AcceptedData
from properties.engine.interfaces.automaton import Automaton, Subsets, determinised
from properties.engine.interfaces.begun import with_begun
from properties.engine.interfaces.graph import SHAPE, PointGraph
from properties.engine.interfaces.letters import Symbol, symbols_of
from properties.engine.interfaces.parting import SeenApart, differences
from properties.engine.interfaces.replies import Replies, replies
from properties.engine.interfaces.split import split
from properties.engine.packets.export import Data
from properties.engine.packets.packet import first_data, packet
from properties.engine.prove import decide
from properties.engine.verdict import Verdict

VIEWS = 500_000  # of one point, and all their steps are held at once
EXACT = 0.5  # of the seconds that are left, for whether it accepts no more


class Witnessed(NamedTuple):
    """A packet, and what it does not show: what the automaton accepts besides."""

    packet: Data
    more: str


Keeping = Callable[[bytes], Witnessed | None]


def _none_kept(_: bytes) -> None:
    return None


@dataclass(frozen=True)
class Accepting:
    """An automaton with its letters, the node of what began before, and the packet.

    `begun` is a node from which all can be seen that can from any other. `exactly` tells whether
    one point can show all that it accepts; else `more` says what it accepts besides, or why that
    is not known. `graph` has the views that the nodes stand for.
    """

    flow: Flow
    interface: LoggedInterface
    symbols: tuple[Symbol, ...]
    automaton: Automaton
    begun: int
    graph: PointGraph
    packet: Data
    claim: AcceptedData
    exactly: bool
    more: str
    seconds: float


def accepting(
    flow: Flow,
    interface: LoggedInterface,
    budget: Budget,
    keeping: Keeping = _none_kept,
    *,
    followed: bool = False,
) -> Accepting:
    """Return the automaton of an interface; raises Undecided where none is found and accepted.

    `keeping` is given the claim, and returns what is kept of an earlier search, if anything: it is
    taken where the checker accepts it, and else sought anew. With `followed`, facts follow their
    own rules: it then accepts no more than one point shows, and takes longer.
    """
    started = time.monotonic()
    try:
        with budget:
            found = _Search(flow, interface, budget, followed=followed).found(keeping)
    except (Spent, Disagreement) as why:
        raise Undecided(str(why)) from why
    except Rejected as why:
        raise Undecided(f"the checker does not accept it: {why}") from why
    return replace(found, seconds=time.monotonic() - started)


class _Search:
    """The views of one point without the facts, and what is found of them."""

    def __init__(
        self, flow: Flow, interface: LoggedInterface, budget: Budget, *, followed: bool
    ) -> None:
        for why in flow.obstacles[:1]:
            raise Undecided(f"'{flow.name}' is not deletion-closed, so one view is no proof: {why}")
        self.flow, self.interface, self.budget = flow, interface, budget
        self.few = budget.of_views(VIEWS)
        self.symbols = symbols_of(flow, interface)
        self.made, self.letters = split(flow, self.symbols)
        labels = {event: one.name for event, one in self.letters.items()}
        unseen = set(interface.unseen) | (set() if followed else interface.of_facts)
        self.graph = PointGraph(self.made, labels, self.few, frozenset(unseen))
        self.claim = AcceptedData(flow, interface, self.symbols)

    def found(self, keeping: Keeping) -> Accepting:
        """Return what the checker accepts, as it is kept or as it is found now."""
        kept = keeping(self.claim.text)
        if kept is not None:
            with suppress(Rejected):
                self.claim.check(kept.packet, self.budget)
                return self._told(kept)
        subsets = Subsets(self.graph)
        automaton, begun = with_begun(determinised(subsets, self.budget), self.budget)
        boxes = kept_within_letters(self.flow, self.symbols, automaton, self.budget)
        packet, more = self.claim.packet(automaton, begun, boxes, None, self.budget), ""
        try:
            exact = _Exact(self.flow, self.made, self.letters, self.few.share(EXACT))
            more = exact.apart(subsets)
            if not more:
                answers = exact.answers(automaton)
                packet = self.claim.packet(automaton, begun, boxes, answers, self.budget)
        except (Spent, Undecided, Rejected) as why:
            more = f"whether it accepts more is not known: {why}"
        return self._told(Witnessed(packet, more))

    def _told(self, kept: Witnessed) -> Accepting:
        packet = kept.packet
        return Accepting(
            self.flow,
            self.interface,
            self.symbols,
            Automaton(tuple(packet["automaton"])),
            packet["begun"],
            self.graph,
            packet,
            self.claim,
            packet["exactly"] is not None,
            kept.more,
            0.0,
        )


class _Exact:
    """A flow of one point in which the facts follow their own rules."""

    def __init__(
        self, flow: Flow, made: Flow, letters: dict[Event, Symbol], budget: Budget
    ) -> None:
        self.flow, self.letters, self.budget = flow, letters, budget
        labels = {event: one.name for event, one in letters.items()}
        with budget:
            self.subsets = Subsets(PointGraph(made, labels, budget))

    def apart(self, accepted: Subsets) -> str:
        """Return what is accepted, and not seen of one point, in words; nothing if all is."""
        with self.budget:
            sides = accepted, self.subsets
            found, _ = differences(sides, self.budget, one_will_do=True)
        return _said(found[0]) if found else ""

    def answers(self, automaton: Automaton) -> Data:
        """Return steps of the flow that answer all that the automaton accepts, as data."""
        with self.budget:
            found = replies(automaton, self.subsets, self.budget)
        return self._data(found)

    def _data(self, found: Replies) -> Data:
        made = [
            [one.group, one.label, [[n, self._moves(m)] for n, m in one.steps], one.to]
            for one in found.answers
        ]
        firsts = [first_data(self.flow, SHAPE, state) for state in found.firsts]
        return {"machines": list(found.machines), "firsts": firsts, "answers": made}

    def _moves(self, moves: Sequence[Move]) -> list[list[str | int]]:
        return [[str(self._original(move.event)), move.home] for move in moves]

    def _original(self, event: Event) -> Event:
        if event not in self.letters:
            return event
        (found,) = (e for e in self.letters[event].events if event.name.startswith(f"{e.name}; "))
        return found


def _said(one: SeenApart) -> str:
    after = f"after {', then '.join(one.word)}, " if one.word else ""
    return f"it accepts more: {after}{one.label}"


def kept_within_letters(
    flow: Flow, symbols: Sequence[Symbol], automaton: Automaton, budget: Budget
) -> list[Data]:
    """Return boxes that show that the automaton accepts all; raises Undecided."""
    watch = _watch(symbols, automaton)
    *_, off = members(watch.state.sort)
    claim = Always(MONITOR, "All that is seen is accepted.", watch.state.is_not(off))
    found = decide(flow.also(watch), claim, budget)
    if found.verdict is not Verdict.PROVED:
        why = found.reason or "it does more, which the search for the automaton did not see"
        raise Undecided(f"that all that '{flow.name}' shows is accepted is not proved: {why}")
    boxes: list[Data] = packet(found, None)["boxes"]
    return boxes


def _watch(symbols: Sequence[Symbol], automaton: Automaton) -> Machine:
    names = [*(node_name(n) for n in range(len(automaton))), OFF]
    sort = Enum("sort", {name: name for name in names})  # type: ignore[misc]
    nodes: list[Enum] = list(sort)
    state = Field(MONITOR, sort, nodes[0])
    return Machine(MONITOR, Scope.POINT, state, tuple(_rules(symbols, automaton, nodes)))


def _rules(
    symbols: Sequence[Symbol], automaton: Automaton, nodes: list[Enum]
) -> Iterator[Transition]:
    """Yield what the watch does: it goes where a letter leads, and beyond where none does."""
    letters: dict[Event, list[Symbol]] = {}
    for symbol in symbols:
        for event in symbol.events:
            letters.setdefault(event, []).append(symbol)
    for event, some in letters.items():
        yield Transition(event, nodes[-1], nodes[-1])
        for symbol in some:
            for target, sources in _sources(symbol, automaton, nodes).items():
                yield Transition(event, tuple(sources), target, when=symbol.when)
        if len(some) > 1:
            none = ~any_of(*(symbol.when for symbol in some))
            yield Transition(event, tuple(nodes[:-1]), nodes[-1], when=none)


def _sources(symbol: Symbol, automaton: Automaton, nodes: list[Enum]) -> dict[Enum, list[Enum]]:
    found: dict[Enum, list[Enum]] = {}
    for node, edges in zip(nodes, automaton.edges, strict=False):
        to = edges.get(symbol.name)
        found.setdefault(nodes[-1] if to is None else nodes[to], []).append(node)
    return found
