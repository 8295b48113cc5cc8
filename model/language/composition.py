"""A composition: machines that move together, and what is looked up in them; not yet checked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

from model.language.conditions import exactly_one
from model.language.duties import Duty
from model.language.errors import Place, here
from model.language.events import Event, Scope
from model.language.expressions import (
    Expression,
    Field,
    Quantified,
    Quantifier,
    quantifiers,
    somes,
)
from model.language.machines import Machine
from model.language.parties import Party
from model.language.sorts import Value
from model.language.sources import Source
from model.language.transitions import Transition


@dataclass(frozen=True, eq=False)
class Composition:
    """Machines that move together; `bounds` are the finite abstractions printed with a verdict.

    `elsewhere` are flows that it is composed of and that are themselves drawn, mutated and pinned:
    what it has of them as it is there is not so again.
    """

    name: str
    title: str
    machines: Sequence[Machine]
    parties: Sequence[Party]
    sources: Mapping[str, Source] | Iterable[Source] = ()
    duties: tuple[Duty, ...] = ()
    bounds: tuple[str, ...] = ()
    starts: Mapping[Field, tuple[Value, ...]] = field(default_factory=dict)
    place: Place = field(default_factory=here)
    elsewhere: tuple["Composition", ...] = ()

    @cached_property
    def own_machines(self) -> tuple[Machine, ...]:
        """Return the machines that no flow elsewhere has as they are."""
        theirs = {machine for part in self.elsewhere for machine in part.machines}
        return tuple(machine for machine in self.machines if machine not in theirs)

    @cached_property
    def own_rules(self) -> frozenset[Transition]:
        """Return the rules that no flow elsewhere has."""
        parts = self.elsewhere
        theirs = {rule.template or rule for part in parts for _, rule in part.rules()}
        mine = (rule for _, rule in self.rules())
        return frozenset(rule for rule in mine if (rule.template or rule) not in theirs)

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """Return all fields in order of definition."""
        return tuple(f for m in self.machines for f in m.all_fields)

    @cached_property
    def machine_of(self) -> Mapping[Field, Machine]:
        """Return the machine that owns each field."""
        return {f: m for m in self.machines for f in m.all_fields}

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """Return all events in order of definition."""
        return tuple(dict.fromkeys(t.event for m in self.machines for t in m.transitions))

    @cached_property
    def writes(self) -> Mapping[Event, frozenset[Field]]:
        """Return the fields that each event can change, in any machine."""
        written: dict[Event, frozenset[Field]] = dict.fromkeys(self.events, frozenset())
        for machine in self.machines:
            for event in machine.events:
                written[event] |= machine.writes(event)
        return written

    def scope_of(self, wanted: Field) -> Scope:
        """Return the scope of a field."""
        return self.machine_of[wanted].scope

    def event(self, name: str) -> Event:
        """Return the event of that name, as it is printed; raises KeyError."""
        return {str(event): event for event in self.events}[name]

    def source(self, cited: str) -> Source | None:
        """Return the clause, fact or assumption of that id, if the flow has it."""
        return cast("Mapping[str, Source]", self.sources).get(cited)

    def taking_part(self, event: Event) -> tuple[Machine, ...]:
        """Return the machines that must take part, or the event is refused."""
        return tuple(m for m in self._with.get(event, ()) if m.scope >= event.scope)

    def following(self, event: Event) -> tuple[Machine, ...]:
        """Return the narrower machines, which take part where they can and else stay."""
        return tuple(m for m in self._with.get(event, ()) if m.scope < event.scope)

    @cached_property
    def _with(self) -> Mapping[Event, Sequence[Machine]]:
        machines: dict[Event, list[Machine]] = {}
        for machine in self.machines:
            for event in machine.events:
                machines.setdefault(event, []).append(machine)
        return machines

    def rules(self) -> Iterator[tuple[Machine, Transition]]:
        """Yield each transition with its machine."""
        return ((m, t) for m in self.machines for t in m.transitions)

    @cached_property
    def somes(self) -> tuple[Quantified, ...]:
        """Return what of its conditions asks for some point or provider."""
        return tuple(some for _, rule in self.rules() for some in somes(rule.when))

    @cached_property
    def obstacles(self) -> tuple[str, ...]:
        """Return why the flow is not deletion-closed, one line each; none where it is."""
        return tuple(dict.fromkeys(_obstacles(self)))

    @property
    def deletion_closed(self) -> bool:
        """Tell whether a run without some points and providers is a run."""
        return not self.obstacles

    @cached_property
    def has_providers(self) -> bool:
        """Tell whether anything is of provider scope."""
        scopes = [m.scope for m in self.machines] + [e.scope for e in self.events]
        mine = any(
            one.quantifier is Quantifier.ALL_MY_POINTS
            for _, rule in self.rules()
            for one in quantifiers(rule.when)
        )
        return Scope.PROVIDER in scopes or mine

    def initials(self, wanted: Field) -> tuple[Value, ...]:
        """Return the values that a field may have at first."""
        return self.starts.get(wanted, wanted.initials)

    def duties_on(self, matter: str) -> tuple[Duty, ...]:
        """Return the duties of a matter."""
        return tuple(d for d in self.duties if d.matter == matter)

    def exactly_one_owes(self, matter: str) -> Expression:
        """Say that one party bound by its instrument owes the duty of that matter, and no other."""
        return exactly_one(*(d.owed_by_the_bound() for d in self.duties_on(matter)))


def _obstacles(flow: Composition) -> Iterator[str]:
    for machine, rule in flow.rules():
        for some in somes(rule.when):
            yield f"'{rule.event}' of {machine} asks {some.quantifier.value}"
        if machine.scope > rule.event.scope and rule.moves:
            yield f"'{rule.event}' of one {rule.event.scope.name.lower()} moves {machine}"
