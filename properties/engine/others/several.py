"""Where points interact: a run with more points, or a proof that keeps one point more in view."""

from dataclasses import replace
from functools import partial

from model.language.words import counted
from properties.engine.budget import Budget
from properties.engine.evidence import Invariant, Run, Undecided, together
from properties.engine.instances import few_points_first, first_run, with_points
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import matter_of
from properties.engine.slices.refine import Holds, refine
from properties.engine.slices.seen import Part, sights


def settle_with_more(part: Part, budget: Budget) -> Run | Invariant:
    """Settle what one point in view leaves open; raises Undecided where more do so too."""
    in_instances = partial(first_run, part, budget.share(1 / 2))
    most = budget.points
    searched = few_points_first(part.flow, part.whole, in_instances, "run", most=most, empty=2)
    return searched if isinstance(searched, Run) else _proof(part, budget, searched)


def _proof(part: Part, budget: Budget, searched: str) -> Run | Invariant:
    """Look for a proof that keeps one point more in view, and one for so few points as before."""
    *_, sight = sights(part.flow, part.whole)
    points = sum(sight[0][0])
    wider = list(with_points(part.flow, part.whole, points + 1, empty=1))
    proofs = list[Invariant]()
    for seen, most in ((sight, points), (wider, None)):
        found = refine(part, seen, budget, most=most)
        if isinstance(found, Run):
            return replace(found, shortest=False)
        if not isinstance(found, Holds):
            kept = counted(sum(seen[0][0]), "point")
            raise Undecided(f"{searched}, and no proof that keeps {kept} in view")
        proofs.append(judge(matter_of(found), budget))
    few, many = (proof.proofs[0] for proof in proofs)
    return replace(together(part.flow, proofs, budget), proofs=(replace(many, few=few),))
