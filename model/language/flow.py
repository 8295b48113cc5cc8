"""A flow: parties, machines, duties and sources, checked as a whole when it is made."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from model.language.checks import check_flow
from model.language.composing.renaming import Renaming
from model.language.composition import Composition
from model.language.duties import Duty
from model.language.errors import IllFormed, Place, here
from model.language.expressions import Field, check_first
from model.language.families import all_members
from model.language.given import (
    as_tuple,
    called,
    check_kind,
    check_mapping,
    check_text,
    check_texts,
    take,
    twice,
)
from model.language.machines import Machine
from model.language.parties import Party
from model.language.sorts import Value
from model.language.sources import Assumption, Clause, Fact, Source

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Flow(Composition):
    """A composition that is well formed: what is amiss is refused when it is made."""

    def __post_init__(self) -> None:
        where, at = called("flow", self.name), partial(self.place.at, self)
        check_texts(self, where, self.place, "name")
        take(self, where, self.place, machines=Machine, parties=Party, duties=Duty, bounds=object)
        for name in ("machines", "parties"):
            object.__setattr__(self, name, all_members(getattr(self, name)))
        for number, bound in enumerate(self.bounds):
            check_text(bound, f"{where}: a bound", at("bounds", number), filled=True)
        object.__setattr__(self, "sources", _by_id(self.sources, where, at("sources")))
        check_mapping(self, where, self.place, "starts")
        check_flow(self)
        starts = {f: self._start(f, values) for f, values in self.starts.items()}
        object.__setattr__(self, "starts", starts)

    def _start(self, wanted: Field, values: object) -> tuple[Value, ...]:
        at = self.place.at(self, "starts")
        check_kind(wanted, Field, f"flow '{self.name}': what starts otherwise", at)
        if wanted not in self.machine_of:
            raise IllFormed(f"flow '{self.name}' has no field '{wanted.name}'")
        found = as_tuple(values, f"flow '{self.name}': first values of '{wanted.name}'", None)
        check_first(wanted, found, here())
        return found

    def but(self, *parts: Machine | Duty, **changes: object) -> "Flow":
        """Return the flow with machines and duties of the same names in place, and more changed."""
        new = all_members(parts)
        machines = self._put(self.machines, (one for one in new if isinstance(one, Machine)))
        duties = self._put(self.duties, (one for one in new if isinstance(one, Duty)))
        kept = {"machines": machines, "duties": duties, "place": here(), **changes}
        return replace(self, **kept)  # type: ignore[arg-type]

    def _put(self, old: Sequence[T], new: Iterable[T]) -> tuple[T, ...]:
        """Return things, with the new in place of those of the same names; all must have one."""
        named = [(_called(one), one) for one in new]
        if (again := twice(name for name, _ in named)) is not None:
            raise IllFormed(f"flow '{self.name}': two '{again}' are put in one place")
        unknown = {name for name, _ in named} - {_called(one) for one in old}
        if unknown:
            raise IllFormed(f"flow '{self.name}' has no '{min(unknown)}' to replace")
        return tuple(dict(named).get(_called(one), one) for one in old)

    def also(self, *machines: Machine) -> "Flow":
        """Return the flow with further machines."""
        return replace(self, machines=(*self.machines, *machines), place=here())

    def renamed(self, names: Renaming | Mapping[str, str]) -> "Flow":
        """Return the flow with other names for fields, events, machines and duties.

        A renaming gives each of these, and what is claimed of them, under the other names.
        """
        renaming = names if isinstance(names, Renaming) else Renaming(names)
        known = {f.name if f.template is None else f.template.name for f in self.fields}
        known |= {m.name for m in self.machines} | {d.name for d in self.duties}
        known |= {event.name for event in self.events}
        if unknown := renaming.names.keys() - known:
            raise IllFormed(f"flow '{self.name}' has no '{min(unknown)}' to rename")
        parts = ("machines", "parties", "duties", "starts", "elsewhere")
        made = {name: renaming.of(getattr(self, name)) for name in parts}
        return replace(self, **made, place=here())

    def starting(self, wanted: Field, *values: Value) -> "Flow":
        """Return the flow in which a field, or each of a family, starts with other values."""
        started = dict.fromkeys(all_members((wanted,)), values)
        return replace(self, starts={**self.starts, **started})


def _called(thing: object) -> str:
    return thing.name if isinstance(thing, Duty) else str(thing)


def _by_id(sources: Any, where: str, place: Place) -> Mapping[str, Source]:  # noqa: ANN401
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
