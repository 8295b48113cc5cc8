"""What can be left out of all that a claim may rest on, thing by thing, and is it then broken.

Of the flow: each rule, each of its conditions, effects, source states and its target; and what
the claim takes from beside the rules (`around.py`).
"""

from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass, replace

from model.language.claims import Claim
from model.language.expressions import Expression, Field, reads
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sources import digest
from model.language.transitions import Transition
from model.language.words import under_names
from properties.analyses.mutation.base import ProvedClaim, broken_by
from properties.analyses.mutation.broken import breaking_run
from properties.analyses.mutation.mutants import (
    DROPPED,
    LOST,
    REMOVED,
    STAYED,
    WIDENED,
    Mutant,
    parts_of,
    wrong_rules,
)
from properties.analyses.provenance.beside_rules import around, phrases
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run, Undecided
from properties.engine.slices.seen import Outlook, joined, outlook_of, part_of, watched_by

CONDITIONS, EFFECTS, RULES = (DROPPED, WIDENED), (LOST, STAYED), (REMOVED,)
LEFT_OUT = (*CONDITIONS, *EFFECTS, *RULES)


@dataclass(frozen=True, eq=False)
class Left:
    """Something left out: in words, what cites it, and how to look for a run without it."""

    says: str
    cites: tuple[str, ...]
    breaks: Callable[[Budget], Run | None]
    mutant: Mutant | None = None

    @property
    def kind(self) -> str:
        """Return what of a rule is left out; empty where it is no part of one."""
        return self.mutant.wrong.kind if self.mutant else ""


def left_out(flow: Flow, known: ProvedClaim) -> Iterator[Left]:
    """Yield all that can be left out of what a claim rests on, one thing at a time."""
    for machine, rule in seen_rules(flow, known.claim.of(flow), over(known)):
        for mutant in wrong_rules(flow, machine, rule, LEFT_OUT):
            cites = tuple(mutant.wrong.cites.split())
            yield Left(mutant.wrong.says, cites, _breaking(flow, mutant, known), mutant)
    proved = frozenset(under_names(held.part.body) for held in known.parts)
    for says, cites, body in phrases(known.claim.of(flow)):
        yield Left(says, cites, _asking(flow, known.claim, body, proved))
    for says, cites, changed in around(flow, known.claim):
        yield Left(says, cites, _asking(changed, known.claim, known.claim.of(changed), proved))


def over(known: ProvedClaim) -> frozenset[Field]:
    """Return the fields that the proof of a claim keeps."""
    return frozenset().union(*(part.kept for part in known.parts))


def seen_rules(
    flow: Flow, body: Expression, kept: Container[Field]
) -> Iterator[tuple[Machine, Transition]]:
    """Yield each rule that a proof which keeps these fields can see.

    A machine with no kept field is left whole: to leave out its rules takes runs away, and
    what its conditions forbid the slice has forgotten.
    """
    watched = set(watched_by(body))
    for machine, rule in flow.rules():
        mine = (machine.state, *rule.then, *(read.field for read in reads(rule.when)))
        moved = rule.event in watched or any(f in kept for f in flow.writes[rule.event])
        if moved and any(f in kept for f in mine):
            yield machine, rule


def asked_of(flow: Flow, claim: Claim, kept: Container[Field]) -> str:
    """Return a fingerprint of all that is left out of what a claim rests on.

    Where it is the same, the same was asked, whatever the claim cites; it takes no search.
    """
    body = claim.of(flow)
    lines = [under_names(body)]
    for machine, rule in seen_rules(flow, body, kept):
        lines += [" ".join(said) for said in parts_of(machine, rule, LEFT_OUT)]
    beside = (*phrases(body), *around(flow, replace(claim, cites="")))
    lines += [f"{says} {' '.join(cites)}" for says, cites, _ in beside]
    return digest(*lines)


def _breaking(flow: Flow, mutant: Mutant, known: ProvedClaim) -> Callable[[Budget], Run | None]:
    return lambda budget: breaking_run(flow, mutant, known, budget)


def _asking(
    flow: Flow, claim: Claim, body: Expression, proved: frozenset[str]
) -> Callable[[Budget], Run | None]:
    """Return what asks a claim, apart from what of it was proved, of a flow with the same rules."""
    asked = [part for part in joined(body) if under_names(part) not in proved]
    return lambda budget: _broken(flow, asked, budget, outlook_of(flow, claim))


def _broken(flow: Flow, bodies: Sequence[Expression], budget: Budget, whole: Outlook) -> Run | None:
    """Return a run of a flow that breaks what is said of it; raises Undecided, Spent."""
    unknown: Exception | None = None
    for body in bodies:
        try:
            if run := broken_by(part_of(flow, body, whole), budget):
                return run
        except (Undecided, Spent) as why:
            unknown = unknown or why
    if unknown:
        raise unknown
    return None
