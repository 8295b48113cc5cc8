"""Other names for fields, events, machines and duties, wherever they stand.

What a renaming does not touch stays the same object, so that it can still be shared; what it made
it leaves as it is. Of a family it renames what was written once: its members follow.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from model.language.duties import Duty
from model.language.events import Event
from model.language.expressions import Field
from model.language.families import knowing
from model.language.given import check_kinds, check_mapping, check_text
from model.language.machines import Machine
from model.language.parties import Party

T = TypeVar("T")
NAMED = (Field, Event, Machine, Duty)
WRITTEN_ONCE = (Field, Event, Machine, Party)
REFERENCES = ("breaches", "duty", "machine")  # texts that are the name of a duty or a machine
MADE_OF_A_FLOW = ("say", "body")  # what may be a function that makes a condition of a flow


@dataclass(frozen=True, eq=False)
class Renaming:
    """From names to other names; `prefix` stands before each name that has no other.

    `of(thing)` is the field, event, machine, duty, condition or claim under the other names, the
    same each time. What a claim says in words stays; what a story says of a field or an event
    that gets another name ends in `told`.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    prefix: str = ""
    told: str = ""
    _made: dict[int, tuple[object, object]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        check_mapping(self, "a renaming", None, "names")
        check_kinds(self, "a renaming", None, prefix=str, told=str)
        for name, new in self.names.items():
            check_text(name, "a name to change", None, filled=True)
            check_text(new, f"what '{name}' is renamed to", None, filled=True)
        object.__setattr__(self, "names", dict(self.names))

    def name(self, old: str) -> str:
        """Return the other name of what has this one."""
        other = self.prefix + old if self.prefix and old else old
        return self.names.get(old, other)

    def of(self, thing: T) -> T:
        """Return a thing under the other names."""
        if isinstance(thing, tuple):
            new = tuple(map(self.of, thing))
            return cast("T", new if _differ(thing, new) else thing)
        if isinstance(thing, Mapping):
            held = {self.of(key): self.of(value) for key, value in thing.items()}
            same = not _differ(thing, held) and not _differ(thing.values(), held.values())
            return thing if same else cast("T", held)
        if not is_dataclass(thing) or isinstance(thing, type):
            return thing
        if id(thing) not in self._made:
            made = self._remade(thing)
            self._made[id(thing)] = thing, made
            self._made[id(made)] = made, made
        return cast("T", self._made[id(thing)][1])

    def _remade(self, thing: Any) -> Any:  # noqa: ANN401  # any part of a flow
        template, member = getattr(thing, "template", None), getattr(thing, "member", None)
        if isinstance(thing, WRITTEN_ONCE) and template is not None and member is not None:
            return self.of(template)[member]
        changes = dict(self._changes(thing))
        if not changes:
            return thing
        made = replace(thing, **changes)
        return made if template is None else knowing(made, self.of(template), member)

    def _changes(self, thing: Any) -> Iterator[tuple[str, object]]:  # noqa: ANN401
        for one in fields(thing):
            if one.init:
                old = getattr(thing, one.name)
                new = self._part(thing, one.name, old)
                if new is not old:
                    yield one.name, new

    def _part(self, thing: object, name: str, old: object) -> object:
        if name == "told" and isinstance(thing, Field | Event):
            return self._telling(thing)
        if isinstance(old, str):
            named = name in REFERENCES or (name == "name" and isinstance(thing, NAMED))
            return self.name(old) if named else old
        if name in MADE_OF_A_FLOW and callable(old):
            return self._after(old)
        return self.of(old)

    def _telling(self, thing: Field | Event) -> tuple[str, ...] | str:
        if not self.told or self.name(thing.name) == thing.name:
            return thing.told
        if isinstance(thing.told, str):
            return thing.told and thing.told + self.told
        return tuple(text and text + self.told for text in thing.told)

    def _after(self, say: Callable[..., Any]) -> Callable[..., Any]:
        return lambda flow: self.of(say(flow))


def _differ(old: Any, new: Any) -> bool:  # noqa: ANN401  # two of the same length
    return any(one is not other for one, other in zip(old, new, strict=True))
