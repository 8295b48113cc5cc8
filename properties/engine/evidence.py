"""Evidence: what a verdict rests on, as data: a run that replays, or an invariant that Z3 judged.

Whoever finds, judges or tells evidence imports it; it imports none of them. Of leads-to claims
the evidence is a lasso, or ranks (`live/ranks.py`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeAlias

from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.meaning import Move, State, Where
from model.language.sorts import Value
from properties.engine.budget import Budget, Spent

Box = Mapping[tuple[Field, int], tuple[Value, ...]]


class Finder(Enum):
    """What looked for it; who judges it, and replays it, is the same for all."""

    CLOSURE = "closure"
    DIVE = "depth-first search"
    PURSUIT = "property-directed search"
    SEARCH = "search of whole instances"


@dataclass(frozen=True)
class Run:
    """A run of an instance: how many points each provider has, the first state, the moves.

    `where` is the point or provider at which the claim is met or broken, at the last step.
    """

    shape: tuple[int, ...]
    first: State
    moves: tuple[Move, ...]
    where: Where = field(default_factory=Where)
    shortest: bool = True
    finder: Finder = field(default=Finder.CLOSURE, kw_only=True)

    def __len__(self) -> int:
        return len(self.moves)

    def __bool__(self) -> bool:
        return True  # a run of no steps is a run too


@dataclass(frozen=True)
class Lasso(Run):
    """A run that goes on for ever: after the last of its moves it is back after `back` of them.

    What the claim supposes holds after `since` moves, and its goal from then on never. Where
    no move is left for the cycle, nothing happens any more.
    """

    since: int = 0
    back: int = 0


Boxed = Mapping[tuple[int, ...], tuple[Box, ...]]


@dataclass(frozen=True)
class Listing:
    """All states of some fields, one by one, each with the fields' values in their order."""

    fields: tuple[Field, ...]
    states: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Proof:
    """The invariant of one claim that joins no others, and from where the claim is seen.

    With `most`, it is for so many points at the most; `few` is such a proof, where this one
    is for more points only. With `each`, it is of each step by itself, also of one of which the
    claim says what it says where nothing changes: that would not hold everywhere. With a
    `listing`, there are no boxes: its states are all.
    """

    body: Expression
    seen: tuple[tuple[tuple[int, ...], Where], ...]
    boxes: Boxed
    most: int | None = None
    few: "Proof | None" = None
    each: bool = False
    finder: Finder = Finder.CLOSURE
    listing: Listing | None = None


@dataclass(frozen=True)
class Invariant:
    """What Z3 judged to be inductive: outside all boxes, the claim holds.

    For each shape tracked, boxes of values that never occur together, over the kept fields;
    `obligations` counts the queries that Z3 answered with unsat. The proofs are of the claims
    that the claim joins, in their order.
    """

    kept: tuple[Field, ...]
    boxes: Boxed
    obligations: int
    proofs: tuple[Proof, ...]


class Undecided(Exception):
    """No proof and no run; the message says why."""


class Disagreement(Exception):
    """Z3 takes a step from views that were met to one that was not: a fault of this engine."""


Settled: TypeAlias = Run | Invariant | Undecided | Spent | Disagreement


def shortest(answers: Sequence[Settled]) -> Run | None:
    """Return the run with the fewest points, of these the shortest; None where there is none.

    Where what became of a part is not known, it may not be the shortest.
    """
    runs = [answer for answer in answers if isinstance(answer, Run)]
    if not runs:
        return None
    run = min(runs, key=lambda run: (sum(run.shape), len(run.moves)))
    known = all(isinstance(answer, Run | Invariant) for answer in answers)
    return replace(run, shortest=run.shortest and known)


def together(flow: Flow, answers: Sequence[Settled], budget: Budget) -> Invariant:
    """Return what proves each part as one: all their boxes, over all that any of them keeps.

    Raises why a part is not proved, where one is not; no part is refuted.
    """
    for answer in answers:
        if isinstance(answer, Spent) and len(answers) > 1:
            budget.check()  # the whole limit, where it is reached, and not a share of it
        if isinstance(answer, Exception):
            raise answer
    found = [answer for answer in answers if isinstance(answer, Invariant)]
    kept = {field for invariant in found for field in invariant.kept}
    shapes = dict.fromkeys(shape for invariant in found for shape in invariant.boxes)
    boxes = {s: tuple(box for i in found for box in i.boxes.get(s, ())) for s in shapes}
    asked = sum(invariant.obligations for invariant in found)
    proofs = tuple(proof for invariant in found for proof in invariant.proofs)
    return Invariant(tuple(f for f in flow.fields if f in kept), boxes, asked, proofs)
