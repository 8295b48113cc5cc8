"""The door: an invariant that Z3 has judged, or a run that replays, of a claim on states or steps.

What a claim joins is looked for part by part, each within the same number of questions, so that
a part has the same answer wherever it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from model.language.claims import Always, Claim, Step
from model.language.definitions import Scope
from model.language.expressions import Expression
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.pdr.flow_clauses import clauses_of
from properties.engine.pdr.judged import judged
from properties.engine.pdr.problem import Problem, Seen
from properties.engine.pdr.questions import Questions
from properties.engine.pdr.sat import Unserved, need_solver
from properties.engine.pdr.search import Pursuit, Route
from properties.engine.pdr.shrink import Shrinking
from properties.engine.pdr.trace import run_of
from properties.engine.settle import Undecided, joined, together
from properties.engine.slices.seen import Outlook, Sight, outlook_of, sights
from properties.engine.verdict import Box, Invariant, Run

QUESTIONS = 200_000  # to the SAT solver, for each shape of each part of a claim


def prove(flow: Flow, claim: Claim, budget: Budget, questions: int = QUESTIONS) -> Run | Invariant:
    """Return a run that breaks a claim, or an invariant that proves it.

    Raises Unserved where the claim or the flow is not for this engine, Undecided where a run
    does not replay, Spent, and Fault where Z3 rejects what was found.
    """
    _need(flow, claim)
    door = Door(flow, outlook_of(flow, claim), budget, questions)
    with budget:
        return door.whole_claim(joined(claim.of(flow)))


def _need(flow: Flow, claim: Claim) -> None:
    """Refuse what is not for this engine."""
    need_solver()
    if not isinstance(claim, Always | Step):
        raise Unserved(f"a claim of the kind '{claim.kind}' is not served")
    if flow.obstacles:
        raise Unserved(f"the flow is not deletion-closed: {flow.obstacles[0]}")


@dataclass(frozen=True)
class Door:
    """A flow, from where a claim is seen, and what looking for an answer may take."""

    flow: Flow
    whole: Outlook
    budget: Budget
    questions: int

    def whole_claim(self, parts: Sequence[Expression]) -> Run | Invariant:
        """Return the first run that breaks a part, or what proves each; raises why it is open."""
        proofs, left_open = list[Invariant](), list[Exception]()
        for part in parts:
            try:
                found = self.part(part)
            except (Spent, Undecided, Unserved) as why:
                left_open.append(why.with_traceback(None))
                continue
            if isinstance(found, Run):
                return found
            proofs.append(found)
        if left_open:
            raise left_open[0]
        return together(self.flow, proofs)

    def part(self, body: Expression) -> Run | Invariant:
        """Return what becomes of a part: a proof from any of its sets of shapes is one."""
        for sight in sights(self.flow, self.whole):
            found = self._seen(body, sight)
            if isinstance(found, Invariant) or any(found.shape):
                return found
        raise Undecided("its run has no metering point, and a world has one")

    def _seen(self, body: Expression, sight: Sequence[Sight]) -> Run | Invariant:
        of_steps = self.whole.of_steps
        alone = of_steps and all(event.scope is Scope.INDUSTRY for event in self.flow.events)
        found: dict[tuple[int, ...], Sequence[Box]] = {}
        for shape, where in sight:
            asked = Seen(body, where, of_steps=of_steps, alone=alone)
            answer = self._boxes(shape, asked)
            if isinstance(answer, Run):
                return answer
            found[shape] = answer
        return judged(self.flow, asked, sight, found, self.budget)

    def _boxes(self, shape: tuple[int, ...], asked: Seen) -> Run | Sequence[Box]:
        """Return the boxes that prove a claim as seen from one place, or a run that breaks it."""
        ask = Questions(Problem(clauses_of(self.flow, shape), asked), self.questions)
        found = Pursuit(ask).run()
        if isinstance(found, Route):
            return run_of(ask.problem.relation.world, ask.space, asked, found)
        return [ask.space.box(cube) for cube in Shrinking(ask, found).needed()]
