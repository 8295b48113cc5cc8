"""What is kept of a step that happened."""

from dataclasses import dataclass

from model.language.meaning import Move, State, Taken
from model.language.parties import Party


@dataclass(frozen=True)
class Done:
    """A step that happened: what each machine did, and the state before and after."""

    number: int
    move: Move
    taken: tuple[Taken, ...]
    before: State
    after: State

    @property
    def actor(self) -> Party | None:
        """Return who did it."""
        return next((one.rule.actor for one in self.taken if one.rule.actor), self.move.event.by)

    @property
    def breaches(self) -> tuple[str, ...]:
        """Return the names of the duties that it breaches."""
        return tuple(dict.fromkeys(t.rule.breaches for t in self.taken if t.rule.breaches))

    @property
    def cites(self) -> tuple[str, ...]:
        """Return what the transitions taken cite."""
        return tuple(dict.fromkeys(c for one in self.taken for c in one.rule.cites.split()))
