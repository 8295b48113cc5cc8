"""The door: an invariant that Z3 has judged, or a run that replays, of a claim on states or steps.

What a claim joins is looked for part by part, each within the same number of questions, so that
a part has the same answer wherever it stands.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from model.language.claims import Always, Claim, Step
from model.language.events import Scope
from model.language.flow import Flow
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Box, Invariant, Run, Undecided, shortest, together
from properties.engine.pdr.flow_clauses import clauses_of
from properties.engine.pdr.judged import judged
from properties.engine.pdr.pairs import never_meeting
from properties.engine.pdr.problem import Problem, Seen
from properties.engine.pdr.questions import Questions
from properties.engine.pdr.sat import Unserved, need_solver
from properties.engine.pdr.search import Pursuit, Route
from properties.engine.pdr.shortest import shortest_run
from properties.engine.pdr.shrink import Shrinking
from properties.engine.pdr.trace import run_of
from properties.engine.slices.seen import Part, Sight, outlook_of, parts_of

SHORT = 20_000  # questions, before pairs that never meet are sought: many times what a claim takes
QUESTIONS = 200_000  # to the SAT solver, for each shape of each part of a claim


def prove(
    flow: Flow,
    claim: Claim,
    budget: Budget,
    questions: int = QUESTIONS,
    *,
    shortest: bool = False,
) -> Run | Invariant:
    """Return a run that breaks a claim, or an invariant that proves it.

    With `shortest`, every part of the claim is looked at, and for each run its shortest sought.
    Raises Unserved where the claim or the flow is not for this engine, Undecided where a run
    does not replay, Spent, and Fault where Z3 rejects what was found.
    """
    if not isinstance(claim, Always | Step):
        raise Unserved(f"a claim of the kind '{claim.kind}' is not served")
    need_served(flow)
    parts = parts_of(flow, claim.of(flow), outlook_of(flow, claim))
    with budget:
        return Door(flow, budget, questions, shortest).whole_claim(parts)


def prove_part(part: Part, budget: Budget, questions: int = QUESTIONS) -> Run | Invariant:
    """Return a shortest run that breaks a part, or what proves it; raises as `prove` does."""
    need_served(part.flow)
    with budget:
        return Door(part.flow, budget, questions, shortest=True).part(part)


def prove_seen(
    part: Part, sight: Sequence[Sight], budget: Budget, questions: int = QUESTIONS
) -> Run | Invariant:
    """Return a run that breaks a part as seen from one set of places, or what proves it there.

    That nothing happens is a step here too, in any flow. Raises as `prove` does.
    """
    need_served(part.flow)
    with budget:
        return Door(part.flow, budget, questions).seen(part, sight, alone=False)


def need_served(flow: Flow) -> None:
    """Refuse a flow that is not for this engine, and any where there is no solver."""
    need_solver()
    if flow.obstacles:
        raise Unserved(f"the flow is not deletion-closed: {flow.obstacles[0]}")


@dataclass(frozen=True)
class Door:
    """A flow, and what looking for an answer may take."""

    flow: Flow
    budget: Budget
    questions: int
    shortest: bool = False

    def whole_claim(self, parts: Sequence[Part]) -> Run | Invariant:
        """Return a run that breaks a part, or what proves each; raises why it is open."""
        runs, proofs, left_open = list[Run](), list[Invariant](), list[Exception]()
        for part in parts:
            try:
                found = self.part(part)
            except (Spent, Undecided, Unserved) as why:
                left_open.append(why.with_traceback(None))
                continue
            if isinstance(found, Invariant):
                proofs.append(found)
                continue
            runs.append(found)
            if not self.shortest:
                break
        if (run := shortest(runs)) is not None:
            return replace(run, shortest=run.shortest and not left_open)
        if left_open:
            raise left_open[0]
        return together(self.flow, proofs, self.budget)

    def part(self, part: Part) -> Run | Invariant:
        """Return what becomes of a part: a proof from any of its sets of shapes is one."""
        for sight in part.sights:
            found = self.seen(part, sight, alone=part.of_steps and self._is_of_industry)
            if isinstance(found, Invariant) or any(found.shape):
                return found
        raise Undecided("its run has no metering point, and a world has one")

    @property
    def _is_of_industry(self) -> bool:
        return all(event.scope is Scope.INDUSTRY for event in self.flow.events)

    def seen(self, part: Part, sight: Sequence[Sight], *, alone: bool) -> Run | Invariant:
        """Return what becomes of a part from some places; `alone` where nobody else steps."""
        found: dict[tuple[int, ...], Sequence[Box]] = {}
        for shape, where in sight:
            asked = Seen(part.body, where, of_steps=part.of_steps, alone=alone)
            answer = self._boxes(shape, asked, part.facts.at(self.flow, shape))
            if isinstance(answer, Run):
                return answer
            found[shape] = answer
        return judged(part, asked, sight, found, self.budget)

    def _boxes(
        self, shape: tuple[int, ...], asked: Seen, never: Sequence[Box]
    ) -> Run | Sequence[Box]:
        """Return the boxes that prove a claim as seen from one place, or a run that breaks it.

        Some boxes are known. A search that is long is begun anew, given what never meets.
        """
        problem = Problem(clauses_of(self.flow, shape), asked)
        known = list(map(problem.space.cube, never))
        try:
            return self._found(problem, Questions(problem, min(self.questions, SHORT), known))
        except Spent:
            self.budget.check()
            if self.questions <= SHORT:
                raise
        known += never_meeting(problem)
        return self._found(problem, Questions(problem, self.questions, known))

    def _found(self, problem: Problem, ask: Questions) -> Run | Sequence[Box]:
        pursuit = Pursuit(ask)
        found = pursuit.run()
        if isinstance(found, Route):
            run = run_of(problem.relation.world, problem.space, problem.asked, found)
            if not self.shortest:
                return run
            return shortest_run(problem, run, pursuit.clear, self.questions)
        return [problem.space.box(cube) for cube in Shrinking(ask, found).needed()]
