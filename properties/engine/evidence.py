"""Evidence: what a verdict rests on, as data: a run that replays, or an invariant that Z3 judged.

Whoever finds, judges or tells evidence imports it; it imports none of them. Of leads-to claims
the evidence is a lasso, or ranks (`live/ranks.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from model.language.expressions import Expression, Field
from model.language.meaning import Move, State, Where
from model.language.sorts import Value

Box = Mapping[tuple[Field, int], tuple[Value, ...]]


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
class Proof:
    """The invariant of one claim that joins no others, and from where the claim is seen.

    With `most`, it is for so many points at the most; `few` is such a proof, where this one
    is for more points only. With `each`, it is of each step by itself, also of one of which the
    claim says what it says where nothing changes: that would not hold everywhere.
    """

    body: Expression
    seen: tuple[tuple[tuple[int, ...], Where], ...]
    boxes: Boxed
    most: int | None = None
    few: "Proof | None" = None
    each: bool = False


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
