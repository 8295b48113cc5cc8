"""A walk in a notebook: one step after another, by the names of events and fields."""

from collections.abc import Iterator

from model.language.expressions import Field
from model.language.flow import Flow
from model.language.sorts import Value, words_of
from model.refused import Refused
from model.walk import Walk
from switchproof.desk.shown import Lines, words
from switchproof.replay import move_named, name_and_owner
from switchproof.telling.sentences import said
from switchproof.telling.story import step
from switchproof.terminal.errors import BadInput, unknown


class Walking:
    """A flow that is walked; a step is `EVENT`, or `EVENT@N` of the N-th point or provider."""

    def __init__(self, flow: Flow, points: int, providers: int, starts: dict[str, str]) -> None:
        first = {field_named(flow, name): _value(flow, name, word) for name, word in starts.items()}
        self._walk = Walk(flow, points, providers, starts=first)

    def take(self, *steps: str) -> Lines:
        """Take steps and tell them; BadInput says why one is not possible."""
        return words(line for name in steps for line in self._taken(name))

    def _taken(self, name: str) -> Iterator[str]:
        walk, move = self._walk, move_named(self._walk.world, name)
        try:
            yield from step(walk.flow, walk.world, walk.take(move.event, move.home))
        except Refused as why:
            raise BadInput(f"{why}; ask why_not('{name}') before it is taken") from None

    def why_not(self, name: str) -> Lines:
        """Tell why a step is not possible now; nothing is changed."""
        move = move_named(self._walk.world, name)
        refused = self._walk.refusal(move.event, move.home)
        return words([str(refused) if refused else f"'{name}' is possible now"])

    @property
    def possible(self) -> Lines:
        """Name what is possible now."""
        return words(said(self._walk.world, move) for move in self._walk.possible())

    def __getitem__(self, name: str) -> str:
        """Return the value of a field, `FIELD` or `FIELD@N`, in words."""
        named, owner = name_and_owner(name)
        return words_of(self._walk.read(field_named(self._walk.flow, named), owner))


def field_named(flow: Flow, name: str) -> Field:
    """Return the field of that name; raises BadInput."""
    named = {field.name: field for field in flow.fields}
    if name not in named:
        raise unknown("field", name, named)
    return named[name]


def _value(flow: Flow, name: str, word: str) -> Value:
    named = {words_of(value): value for value in flow.initials(field_named(flow, name))}
    if word not in named:
        raise unknown(f"first value of '{name}'", word, named)
    return named[word]
