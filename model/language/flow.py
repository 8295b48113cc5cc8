"""A flow: parties, machines, duties and sources, checked as a whole when it is made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

from model.language import checks
from model.language.conditions import exactly_one
from model.language.definitions import Event, Machine, Scope, Transition
from model.language.duties import Duty
from model.language.errors import IllFormed, Place, here
from model.language.expressions import (
    Expression,
    Field,
    Quantified,
    Quantifier,
    check_first,
    quantifiers,
    somes,
)
from model.language.families import all_members
from model.language.given import (
    as_tuple,
    check_kind,
    check_mapping,
    check_text,
    check_texts,
    take,
    twice,
)
from model.language.parties import Party
from model.language.sorts import Value
from model.language.sources import Assumption, Clause, Fact

if TYPE_CHECKING:
    from model.language.sources import Source


@dataclass(frozen=True, eq=False)
class Flow:
    """Machines that move together; `bounds` are the finite abstractions printed with a verdict."""

    name: str
    title: str
    machines: Sequence[Machine]
    parties: Sequence[Party]
    sources: "Mapping[str, Source] | Iterable[Source]" = ()
    duties: tuple[Duty, ...] = ()
    bounds: tuple[str, ...] = ()
    starts: Mapping[Field, tuple[Value, ...]] = field(default_factory=dict)
    place: Place = field(default_factory=here)

    def __post_init__(self) -> None:
        where = f"flow '{self.name}'"
        check_texts(self, where, self.place, "name")
        take(self, where, self.place, machines=Machine, parties=Party, duties=Duty, bounds=object)
        for name in ("machines", "parties"):
            object.__setattr__(self, name, all_members(getattr(self, name)))
        for bound in self.bounds:
            check_text(bound, f"{where}: a bound", self.place, filled=True)
        object.__setattr__(self, "sources", _by_id(self.sources, where, self.place))
        checks.check_flow(self)
        check_mapping(self.starts, f"{where}: 'starts'", self.place)
        starts = {f: self._start(f, values) for f, values in self.starts.items()}
        object.__setattr__(self, "starts", starts)

    def _start(self, wanted: Field, values: object) -> tuple[Value, ...]:
        check_kind(wanted, Field, f"flow '{self.name}': what starts otherwise", None)
        if wanted not in self.machine_of:
            raise IllFormed(f"flow '{self.name}' has no field '{wanted.name}'")
        found = as_tuple(values, f"flow '{self.name}': first values of '{wanted.name}'", None)
        check_first(wanted, found, here())
        return found

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

    def source(self, cited: str) -> "Source | None":
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

    def exactly_one_owes(self, matter: str) -> Expression:
        """Say that one party bound by its instrument owes the duty of that matter, and no other."""
        return exactly_one(*(d.owed_by_the_bound() for d in self.duties_on(matter)))

    def duties_on(self, matter: str) -> tuple[Duty, ...]:
        """Return the duties of a matter."""
        return tuple(d for d in self.duties if d.matter == matter)

    def but(self, *machines: Machine, **changes: object) -> "Flow":
        """Return the flow with machines of the same names put in place, and fields changed."""
        every = all_members(machines)
        new = {str(m): m for m in every}
        if len(new) < len(every):
            again = twice(map(str, every))
            raise IllFormed(f"flow '{self.name}': two machines '{again}' are put in one place")
        unknown = new.keys() - {str(m) for m in self.machines}
        if unknown:
            raise IllFormed(f"flow '{self.name}' has no machine '{min(unknown)}' to replace")
        kept = tuple(new.get(str(m), m) for m in self.machines)
        return replace(self, machines=kept, place=here(), **changes)  # type: ignore[arg-type]

    def starting(self, wanted: Field, *values: Value) -> "Flow":
        """Return the flow in which a field, or each of a family, starts with other values."""
        started = dict.fromkeys(all_members((wanted,)), values)
        return replace(self, starts={**self.starts, **started})

    def initials(self, wanted: Field) -> tuple[Value, ...]:
        """Return the values that a field may have at first."""
        return self.starts.get(wanted, wanted.initials)


def _by_id(sources: Any, where: str, place: Place) -> "Mapping[str, Source]":  # noqa: ANN401
    """Return the sources by id; refuse one that no citation can mean, or means as well."""
    given = isinstance(sources, Mapping)
    every = as_tuple(sources.values() if given else sources, f"{where}: 'sources'", place)
    for source in every:
        if not isinstance(source, Clause | Fact | Assumption):
            raise IllFormed(f"{where}: a source is a Clause, a Fact or an Assumption", place)
    found = {source.id: source for source in every}
    if len(found) < len(every):
        again = twice(source.id for source in every)
        raise IllFormed(f"{where}: two sources are called '{again}'; give one another id", place)
    for key, source in sources.items() if given else found.items():
        if key != source.id or not key or " " in key:
            message = f"{where}: '{source.id}' cannot be cited as '{key}'"
            raise IllFormed(f"{message}; let it stand under an id without a space", place)
    return sources if given else found


def _obstacles(flow: Flow) -> Iterator[str]:
    for machine, rule in flow.rules():
        for some in somes(rule.when):
            yield f"'{rule.event}' of {machine} asks {some.quantifier.value}"
        if machine.scope > rule.event.scope and rule.moves:
            yield f"'{rule.event}' of one {rule.event.scope.name.lower()} moves {machine}"
