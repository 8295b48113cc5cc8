"""What flows that are composed have in common: listed, and the same object, or else refused."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias, TypeVar

from model.language.duties import Duty
from model.language.errors import IllFormed
from model.language.events import Event
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.given import folded, twice
from model.language.machines import Machine
from model.language.parties import Party

Thing: TypeAlias = Machine | Field | Event | Duty | Party
Joined = TypeVar("Joined", Machine, Duty)

RENAME = "give it another name in one of them, with .renamed(...)"
LIST = "if it is one thing, list it in 'shared'"
JOIN = "let one that stands for both be 'joined'"


@dataclass(frozen=True, eq=False)
class Common:
    """Flows, what is listed as shared by them, and what stands in place of what they have."""

    where: str
    flows: Sequence[Flow]
    shared: tuple[Machine | Event, ...]
    joined: tuple[Machine | Duty, ...]

    def machines(self, parts: Iterable[Flow | Machine]) -> tuple[Machine, ...]:
        """Return the machines of all parts in their order, each once, or what stands for it."""
        instead = {str(one): one for one in self.joined if isinstance(one, Machine)}
        found: list[Machine] = []
        for part in parts:
            if isinstance(part, Flow):
                found += [instead.get(str(m), m) for m in part.machines]
            else:
                found.append(part)
        return tuple(dict.fromkeys(found))

    def duties(self) -> tuple[Duty, ...]:
        """Return the duties of all flows in their order, each once, or what stands for it."""
        instead = {one.name: one for one in self.joined if isinstance(one, Duty)}
        every = (duty for flow in self.flows for duty in flow.duties)
        return tuple(dict.fromkeys(instead.get(duty.name, duty) for duty in every))

    def check(self) -> None:
        """Refuse a name that two flows have and that is neither listed nor joined."""
        self._check_joined()
        self._refuse("machine", lambda flow: self._not_joined(flow.machines), self._is_shared)
        self._refuse("field", self._fields, lambda _: False)
        self._refuse("event", lambda flow: flow.events, self._may_meet)
        self._refuse("party", lambda flow: flow.parties, lambda _: True)
        self._refuse("duty", lambda flow: self._not_joined(flow.duties), lambda _: True)
        self._check_shared()

    def _refuse(
        self, kind: str, things: Callable[[Flow], Iterable[Thing]], may: Callable[[Thing], bool]
    ) -> None:
        first: dict[str, tuple[Flow, Thing]] = {}
        for flow in self.flows:
            for thing in things(flow):
                before, same = first.setdefault(folded(_named(thing)), (flow, thing))
                if before is not flow and not (same is thing and may(thing)):
                    told = f"{_of(before, same)} and in {_of(flow, thing)}"
                    cure = _cure(kind, one_thing=same is thing)
                    is_in = "is in" if same is thing else "is one thing in"
                    raise self._wrong(f"{kind} '{_named(thing)}' {is_in} {told}; {cure}")

    def _wrong(self, message: str) -> IllFormed:
        return IllFormed(f"{self.where}: {message}")

    def _is_shared(self, thing: Thing) -> bool:
        return any(thing is one for one in self.shared)

    def _may_meet(self, event: Thing) -> bool:
        """Tell whether it is listed, or only in machines that are."""
        return self._is_shared(event) or event not in self._own_events

    @cached_property
    def _own_events(self) -> frozenset[Thing]:
        every = (m for flow in self.flows for m in flow.machines if not self._is_shared(m))
        return frozenset(event for machine in every for event in machine.events)

    def _fields(self, flow: Flow) -> Iterable[Field]:
        own = (m for m in self._not_joined(flow.machines) if not self._is_shared(m))
        return (field for machine in own for field in machine.all_fields)

    def _not_joined(self, things: Iterable[Joined]) -> Iterable[Joined]:
        names = {(type(one), _named(one)) for one in self.joined}
        return (one for one in things if (type(one), _named(one)) not in names)

    def _check_joined(self) -> None:
        names: list[tuple[type, str]] = [(type(one), _named(one)) for one in self.joined]
        if (again := twice(names)) is not None:
            raise self._wrong(f"two '{again[1]}' are joined; leave one out")
        known: set[tuple[type, str]] = {
            (Machine, str(m)) for flow in self.flows for m in flow.machines
        }
        known |= {(Duty, duty.name) for flow in self.flows for duty in flow.duties}
        for name in names:
            if name not in known:
                message = f"no flow has the '{name[1]}' that is joined; add a machine as a part"
                raise self._wrong(message)

    def _check_shared(self) -> None:
        for one in self.shared:
            having = [f for f in self.flows if any(one is m for m in (*f.machines, *f.events))]
            if len(having) < 2:  # noqa: PLR2004
                cure = "correct the list, or leave it out"
                raise self._wrong(f"'{one}' is shared by no two of the flows; {cure}")


def _named(thing: Thing) -> str:
    return thing.name if isinstance(thing, Field | Duty) else str(thing)


def _of(flow: Flow, thing: Thing) -> str:
    return f"'{flow.name}' ({flow.place if isinstance(thing, Party) else thing.place})"


def _cure(kind: str, *, one_thing: bool) -> str:
    if kind in ("machine", "event") and one_thing:
        return f"{RENAME}, or, {LIST}"
    return f"{RENAME}, or {JOIN}" if kind in ("machine", "field", "duty") else RENAME
