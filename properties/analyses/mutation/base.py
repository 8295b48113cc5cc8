"""What is known of a flow before anything is wrong with it: its claims, and what proved each."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.language.claims import Ahead, Claim, Compared, Sometimes, situations
from model.language.expressions import Expression
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run, Undecided
from properties.engine.free import Free
from properties.engine.slices.refine import Holds, first_answer
from properties.engine.slices.seen import Outlook, Part, of_situation, outlook_of, part_of, parts_of

NEITHER = "with one point in view there is no proof, and no run either"


@dataclass(frozen=True)
class ProvedClaim:
    """A claim, the parts by which it was proved, and runs in which what it speaks of arises."""

    claim: Claim
    parts: tuple[Holds, ...]
    runs: tuple[tuple[Expression, Run], ...]

    @property
    def size(self) -> int:
        """Return how many fields its largest part kept."""
        return max((len(part.kept) for part in self.parts), default=0)


@dataclass(frozen=True)
class Base:
    """A flow and what is known of it, the claims with few fields first."""

    flow: Flow
    known: tuple[ProvedClaim, ...]
    compared: tuple[Compared, ...]
    free: tuple[Free, ...]
    at_last: tuple[Ahead, ...]


def base(flow: Flow, claims: Iterable[Claim], budget: Budget) -> Base:
    """Return what is known of a flow; raises Undecided where a claim is not as it should be."""
    asked = [claim for claim in claims if not claim.pending]
    known = [
        _named(flow, claim, budget)
        for claim in asked
        if not isinstance(claim, Compared | Free | Ahead)
    ]
    return Base(
        flow,
        tuple(sorted(known, key=lambda one: one.size)),
        tuple(claim for claim in asked if isinstance(claim, Compared)),
        tuple(claim for claim in asked if isinstance(claim, Free)),
        tuple(claim for claim in asked if isinstance(claim, Ahead)),
    )


def _named(flow: Flow, claim: Claim, budget: Budget) -> ProvedClaim:
    try:
        return known_of(flow, claim, budget)
    except (Spent, Undecided) as why:
        raise Undecided(f"'{claim.id}' is not settled by closing slices: {why}") from why


def known_of(flow: Flow, claim: Claim, budget: Budget) -> ProvedClaim:
    """Return what proves a claim, or the run that shows it; raises Undecided or Spent."""
    body, whole = claim.of(flow), outlook_of(flow, claim)
    if isinstance(claim, Sometimes):
        return ProvedClaim(claim, (), ((body, _run(flow, body, whole, budget)),))
    parts = tuple(_held(part, budget) for part in parts_of(flow, body, whole))
    supposed = ((one, of_situation(whole, one)) for one in situations(body))
    return ProvedClaim(
        claim, parts, tuple((one, _run(flow, one, at, budget)) for one, at in supposed)
    )


def _held(part: Part, budget: Budget) -> Holds:
    answer = first_answer(part, budget)
    if isinstance(answer, Holds):
        answer.closure.close()
        return answer
    raise Undecided("a claim that should hold does not, or was not proved with one point in view")


def _run(flow: Flow, body: Expression, whole: Outlook, budget: Budget) -> Run:
    run = broken_by(part_of(flow, ~body, whole), budget)
    if run is None:
        raise Undecided("a situation that should arise does not")
    return run


def broken_by(part: Part, budget: Budget) -> Run | None:
    """Return a run that breaks what is said of a flow, None where that is proved.

    Raises Undecided where only an alarm was found, and Spent.
    """
    answer = first_answer(part, budget)
    if answer is None:
        raise Undecided(NEITHER)
    return answer if isinstance(answer, Run) else None
