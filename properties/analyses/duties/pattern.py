"""The pattern of 2.1-d: someone bound answers for an agent who is not bound, and for it alone.

Stated once, for any flow, its duties and who is said to answer for whom in which matters.
"""

from collections.abc import Sequence

from model.language.claims import Always
from model.language.conditions import all_of, any_of, exactly_one
from model.language.duties import Answers, Duty, circles
from model.language.expressions import Expression
from model.language.flow import Flow

SENTENCE = (
    "Who owes a duty is bound by its instrument; where another performs it, that agent is not "
    "bound by it, and exactly one principal, who owes the duty, answers for the agent in that "
    "matter (2.1-d)."
)


def pattern(answers: Sequence[Answers]) -> Always:
    """Return the claim that every duty of a flow has the pattern."""
    return Always("bound-answers-for-unbound", SENTENCE, lambda f: _all(f, answers), "2.1-d 2.1-c")


def _all(flow: Flow, answers: Sequence[Answers]) -> Expression:
    return all_of(*(~(duty.in_force & ~_fits(duty, answers)) for duty in flow.duties))


def _fits(duty: Duty, answers: Sequence[Answers]) -> Expression:
    bound = duty.obligor.bound_by(duty.instrument)
    if not duty.by_agent:
        return bound
    theirs = [a for a in answers if a.agent is duty.performer and duty.matter in a.matters]
    owing = any_of(*(a.while_ for a in theirs if a.principal is duty.obligor))
    one = exactly_one(*(a.while_ for a in theirs))
    return all_of(bound, ~duty.performer.bound_by(duty.instrument), one, owing)


def loose_ends(flow: Flow, answers: Sequence[Answers]) -> tuple[str, ...]:
    """Return who answers in a circle, and what somebody answers for that no duty is about."""
    about = {(d.performer, d.matter) for d in flow.duties}
    idle = [
        f"{a.principal} answers for {a.agent} in {matter}, which no duty is about"
        for a in answers
        for matter in a.matters
        if (a.agent, matter) not in about
    ]
    return (*(f"{c}: the agent answers for itself" for c in circles(answers)), *idle)
