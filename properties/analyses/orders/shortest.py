"""A shortest run to the first thing that breaks a claim, where steps are taken as somebody allows.

It is searched breadth first over views, and believed only if it replays on the whole flow.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from model.language.claims import Claim
from model.language.events import Event
from model.language.meaning import World
from properties.analyses.orders.views import HERE, SHAPE, Broken, PointViews
from properties.engine.evidence import Disagreement, Run
from properties.engine.slices.replay import replays
from properties.engine.slices.seen import outlook_of

At = TypeVar("At", bound=Hashable)
Allowed = Callable[[At], Iterable[tuple[Event, At]]]


@dataclass(frozen=True)
class Shown:
    """A run that replays, and the claim that its last step, or the state after it, breaks."""

    claim: Claim
    run: Run


class Search(Generic[At]):
    """What is met, from the first views on: views, each with where the order of steps has come.

    `allowed` says which steps may be taken next, and where each leads; all else may happen.
    """

    def __init__(self, views: PointViews, first: At, allowed: Allowed[At]) -> None:
        self.views, self.allowed = views, allowed
        self.met: dict[tuple[int, At], tuple[tuple[int, At], int] | None] = {
            (view, first): None for view in views.firsts
        }

    def broken(self) -> Shown | None:
        """Return the first thing that is broken; None where nothing is, and then all is met."""
        queue = list(self.met)
        for number, here in enumerate(queue):
            if number % 1024 == 0:
                self.views.budget.check(len(queue))
            for move, there in self._onward(*here):
                if wrong := self.views.broken_by(here[0], move, there[0]):
                    return self._shown(wrong, here, move)
                if there not in self.met:
                    self.met[there] = (here, move)
                    queue.append(there)
        return None

    def _onward(self, view: int, at: At) -> Iterable[tuple[int, tuple[int, At]]]:
        yield from ((move, (after, at)) for move, after in self.views.others(view))
        for event, then in self.allowed(at):
            yield from ((move, (after, then)) for move, after in self.views.after(view, event))

    def run_to(self, here: tuple[int, At], *further: int) -> Run:
        """Return the run that leads to what was met, and takes further moves."""
        numbers: list[int] = []
        while (before := self.met[here]) is not None:
            here = before[0]
            numbers.append(before[1])
        moves = tuple(self.views.moves[n] for n in (*reversed(numbers), *further))
        return Run(SHAPE, self.views.state(here[0]), moves, HERE)

    def _shown(self, wrong: Broken, here: tuple[int, At], move: int) -> Shown:
        run = self.run_to(here, move)
        if not replayed(self.views, wrong.claim, run):
            raise Disagreement(f"a run that breaks '{wrong.claim.id}' does not replay")
        return Shown(wrong.claim, run)


def replayed(views: PointViews, claim: Claim, run: Run) -> bool:
    """Tell whether the whole flow takes the run, and at its end breaks the claim."""
    world = World(views.flow, SHAPE)
    trail = replays(world, run.first, run.moves)
    if trail.refused is not None:
        return False
    body = claim.of(views.flow)
    if not outlook_of(views.flow, claim).of_steps:
        return not world.holds(body, HERE, trail.states[-1], None, trail.states[-1])
    return not world.holds(body, HERE, trail.states[-2], run.moves[-1], trail.states[-1])
