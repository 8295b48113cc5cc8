"""A monitor made from a flow and an interface: an accepted automaton, with what it means."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from model.language.conditions import all_of
from model.language.doubts import Doubt
from model.language.events import Event
from model.language.expressions import Expression, Field, reads
from model.language.flow import Flow
from model.language.interfaces import LoggedInterface
from model.language.words import counted, listed
from properties.analyses.monitor.monitor import (
    ACCEPTS_MORE,
    EQUALS,
    NONE,
    Letter,
    Monitor,
    OwedDuty,
    RefusedLetter,
    StateMeaning,
)
from properties.analyses.monitor.naming import namings
from properties.analyses.monitor.owing import Duties
from properties.analyses.monitor.refusing import Refusing
from properties.analyses.monitor.views import Known, NodeViews, views_of
from properties.engine.budget import Budget, look
from properties.engine.interfaces.accepting import Accepting, Witnessed, accepting
from properties.engine.interfaces.keeping import keep, taken
from properties.engine.interfaces.letters import Symbol
from properties.engine.packets.export import Data
from properties.engine.packets.store import Store

SHOWN = 6  # views of a state in words


@dataclass(frozen=True)
class Compiled:
    """A monitor, and what shows that it accepts all: a packet on a flow as data."""

    monitor: Monitor
    packet: Data
    flow: bytes
    more: str
    seconds: float


def monitor_of(
    flow: Flow,
    interface: LoggedInterface,
    budget: Budget,
    doubts: Sequence[Doubt] = (),
    store: Store | None = None,
) -> Compiled:
    """Return the monitor of an interface; raises Undecided where there is none that is shown.

    What shows it is kept in a store, if there is one, and checked anew when it is taken from there.
    """
    if store is None:
        found = accepting(flow, interface, budget)
    else:
        found = accepting(flow, interface, budget, partial(taken, store))
        keep(store, found.claim.text, Witnessed(found.packet, found.more))
    with budget:
        monitor = _Made(found, Duties(flow, doubts)).monitor()
    return Compiled(monitor, found.packet, found.claim.text, found.more, found.seconds)


class _Made:
    """What a monitor says beside its table."""

    def __init__(self, found: Accepting, duties: Duties) -> None:
        self.found, self.duties, self.flow = found, duties, found.flow
        self.refusing = Refusing(self.flow, duties)
        events = [event for symbol in found.symbols for event in symbol.events]
        self.events = tuple(dict.fromkeys(events))
        self.judged, _ = duties.judged(self._kept)
        asked = {f for event in self.events for f in self._asked(event)}
        owed = {one.field for d in self.judged for one in reads(d.late)}
        self.shown = [f for f in self.flow.fields if f in asked and f in self._kept]
        wanted = [f for f in self.flow.fields if f in asked | owed]
        self.views = [NodeViews(views) for views in views_of(found, wanted)]

    @property
    def _kept(self) -> frozenset[Field]:
        return self.found.graph.reach.steps.layout.kept

    def _asked(self, event: Event) -> Iterator[Field]:
        for machine in self.flow.taking_part(event):
            yield machine.state
            for rule in machine.rules_of(event):
                yield from (one.field for one in reads(rule.when))

    def monitor(self) -> Monitor:
        """Return it."""
        found, symbols = self.found, self.found.symbols
        letters = tuple(map(_letter, symbols))
        rows = found.automaton.edges
        table = tuple(tuple(row.get(one.name, NONE) for one in symbols) for row in rows)
        refusals = dict[RefusedLetter, int]()
        refused = tuple(self._refused(n, row, refusals) for n, row in enumerate(table))
        return Monitor(
            flow=self.flow.name,
            interface=found.interface.id,
            letters=letters,
            table=table,
            first=0,
            starts=(found.begun,),
            members=tuple(self._meaning(views) for views in self.views),
            refusals=tuple(refusals),
            refused=refused,
            waits=tuple(self.duties.waits(self.judged, views) for views in self.views),
            breaches=tuple(self._breached(symbol) for symbol in symbols),
            dropped=tuple(self._dropped()),
            all_numbers=EQUALS if found.exactly else ACCEPTS_MORE,
            namings=namings(letters, table, 0),
            namings_begun=namings(letters, table, found.begun),
        )

    def _refused(
        self, node: int, row: Sequence[int], refusals: dict[RefusedLetter, int]
    ) -> tuple[int, ...]:
        look()
        made = [NONE] * len(row)
        for letter, to in enumerate(row):
            if to == NONE:
                why = self.refusing.why(self.found.symbols[letter], self.views[node])
                made[letter] = refusals.setdefault(why, len(refusals))
        return tuple(made)

    def _meaning(self, views: NodeViews) -> StateMeaning:
        shown = views.by(frozenset(self.shown))
        said = dict.fromkeys(_in_words(known, self.shown) for known in shown)
        return StateMeaning(len(said), tuple(said)[:SHOWN])

    def _breached(self, symbol: Symbol) -> tuple[OwedDuty, ...]:
        """Return the duties that a letter breaches whenever it happens, though it can happen."""
        named = dict[str, None]()
        for event in symbol.events:
            for machine in self.flow.taking_part(event):
                fits = [r for r in machine.rules_of(event) if self._may_fit(r.when, symbol)]
                if fits and not machine.observer and all(rule.breaches for rule in fits):
                    named |= dict.fromkeys(rule.breaches for rule in fits)
        duties = (duty for duty in self.flow.duties if duty.name in named)
        return tuple(owed for duty in duties for owed in self.duties.owed(duty))

    def _may_fit(self, when: Expression, symbol: Symbol) -> bool:
        return True in self.duties.possible.answers(all_of(when, symbol.when), {})

    def _dropped(self) -> Iterator[str]:
        interface = self.found.interface
        unseen = frozenset(interface.unseen)
        for field in self.flow.fields:
            if field in interface.of_facts:
                yield f"{field.name}: known from dated facts alone, and no rule of it is followed"
            elif field in unseen:
                yield f"{field.name}: forgotten, so that it may be anything at any time"
        hidden = [e for e in self.flow.events if e not in self.events and self._bears(e)]
        if hidden:
            told = listed(map(str, hidden), "and")
            yield f"{counted(len(hidden), 'event')} that bear on it and are not seen: {told}"

    def _bears(self, event: Event) -> bool:
        return not self._kept.isdisjoint(self.flow.writes[event])


def _letter(symbol: Symbol) -> Letter:
    scope = max(event.scope for event in symbol.events).name.lower()
    return Letter(symbol.seen, symbol.actor, symbol.member, symbol.facts, scope)


def _in_words(known: Known, shown: Iterable[Field]) -> str:
    told = (field.told_as(known[field]) for field in shown)
    return "; ".join(dict.fromkeys(one for one in told if one))
