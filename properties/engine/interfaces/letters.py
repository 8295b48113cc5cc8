"""The letters of an interface: an event that is seen, with what the dated facts then are.

An event has a letter for each combination of those facts that its rules read, so one and only one
letter fits whatever happens: nothing that is seen is without a letter.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import prod

from model.language.conditions import all_of
from model.language.errors import IllFormed
from model.language.events import Event, Scope
from model.language.expressions import Expression, Field, Named, reads
from model.language.flow import Flow
from model.language.interfaces import Fact, LoggedInterface
from model.language.sorts import members, words_of

Value = tuple[str, bool | str]
MOST = 256  # letters of one event: facts multiply


@dataclass(frozen=True, eq=False)
class Symbol:
    """A letter: the events of the flow that it may be, and what then holds of the facts."""

    seen: str
    member: str | None
    actor: str
    facts: tuple[Value, ...]
    events: tuple[Event, ...]
    when: Expression

    @property
    def called(self) -> str:
        """Return the event in words, with whose it is and who acts."""
        whose = f" ({self.member})" if self.member else ""
        return f"{self.seen}{whose}, by {self.actor}"

    @property
    def name(self) -> str:
        """Return the letter as one text, another for each."""
        facts = [f"{said} = {value}" for said, value in self.facts]
        return "; ".join((self.called, *facts))


def symbols_of(flow: Flow, interface: LoggedInterface) -> tuple[Symbol, ...]:
    """Return the letters of an interface; raises IllFormed where it does not fit the flow."""
    found = [one for name in interface.visible for one in _seen_as(flow, interface, name)]
    return tuple(found)


def _seen_as(flow: Flow, interface: LoggedInterface, name: str) -> Iterator[Symbol]:
    groups: dict[tuple[str | None, str], list[Event]] = {}
    for event in interface.visible[name]:
        for one in event.values() if event.of else (event,):
            if one not in flow.events:
                message = f"interface '{interface.id}': flow '{flow.name}' has no event '{one}'"
                raise IllFormed(message, interface.place)
            for actor in _actors(flow, one):
                member = None if one.member is None else words_of(one.member)
                groups.setdefault((member, actor), []).append(one)
    for (member, actor), events in groups.items():
        facts = _asked(flow, interface, events)
        if (letters := prod(len(_values(fact)) for fact in facts)) > MOST:
            message = (
                f"interface '{interface.id}': '{name}' has {letters} letters, more than {MOST}"
            )
            raise IllFormed(f"{message}; leave facts out", interface.place)
        for chosen in product(*(_values(fact) for fact in facts)):
            told = tuple((said, value) for said, value, _ in chosen)
            when = all_of(*(holds for _, _, holds in chosen))
            yield Symbol(name, member, actor, told, tuple(events), when)


def _actors(flow: Flow, event: Event) -> list[str]:
    """Return who may act at an event, by its rules in machines that are no observers."""
    machines = [m for m in flow.machines if event in m.events and not m.observer]
    return list(dict.fromkeys(str(r.actor) for m in machines for r in m.rules_of(event)))


def _asked(flow: Flow, interface: LoggedInterface, events: list[Event]) -> list[Fact]:
    """Return the facts of which a rule of some events reads a field."""
    rules = [rule for m in flow.machines for event in events for rule in m.rules_of(event)]
    nodes = [node for rule in rules for node in (rule.when, *rule.then.values())]
    read = {one.field for node in nodes for one in reads(node)}
    found = [fact for fact in interface.facts if not read.isdisjoint(_fields(fact))]
    scope = max(event.scope for event in events)
    narrow = next((f for f in found if any(flow.scope_of(x) < scope for x in _fields(f))), None)
    if narrow is not None:
        message = f"interface '{interface.id}': '{_said(narrow)}' is not seen by '{events[0]}'"
        raise IllFormed(message, interface.place)
    return found


def _fields(fact: Fact) -> set[Field]:
    return {fact} if isinstance(fact, Field) else {one.field for one in reads(fact)}


def _said(fact: Fact) -> str:
    return fact.name if isinstance(fact, Field) else fact.words


def _values(fact: Fact) -> list[tuple[str, bool | str, Expression]]:
    if isinstance(fact, Named):
        return [(fact.words, True, fact), (fact.words, False, ~fact)]
    return [(fact.name, words_of(value), fact.is_(value)) for value in members(fact.sort)]


def widest(flow: Flow, symbol: Symbol) -> Scope:
    """Return the widest scope from which all facts of a letter are seen."""
    return min((flow.scope_of(one.field) for one in reads(symbol.when)), default=Scope.INDUSTRY)
