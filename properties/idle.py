"""Whether each rule is taken in some run, and each of its conditions decides something.

A condition decides something where, in some state that can be reached, all else that its rule
asks for holds and it alone does not. What never happens is proved never to; the rest has a
run that replays. A quantifier is read as what it says of the one who is seen.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.conditions import all_of, happens
from model.language.definitions import Machine, Transition
from model.language.expressions import Expression, Quantified, conjuncts, unnamed
from model.language.flow import Flow
from model.language.words import words
from properties.budget import Budget, Spent
from properties.free import weakened
from properties.settle import Undecided, settle
from properties.verdict import Invariant


@dataclass(frozen=True)
class Question:
    """Something that should happen somewhere to a rule: in words after "is", and what it is."""

    machine: Machine
    rule: Transition
    asks: str
    wanted: Expression


@dataclass(frozen=True)
class Idle:
    """A question with the answer never, or with none; `why` is empty where it is proved."""

    question: Question
    why: str


def questions(flow: Flow) -> Iterator[Question]:
    """Yield what should happen somewhere: each rule, and each condition that alone is false."""
    for machine, rule in flow.rules():
        fits = weakened(machine, rule)
        yield Question(machine, rule, "taken", all_of(happens(rule.event), fits))
        parts = list(conjuncts(rule.when))
        for part in parts:
            if not isinstance(unnamed(part), Quantified):
                others = all_of(*(other for other in parts if other is not part))
                alone = weakened(machine, Transition(rule.event, rule.source, None, when=others))
                stopped = f"stopped by '{words(part)}' alone"
                yield Question(machine, rule, stopped, all_of(alone, ~part))


def idle(flow: Flow, budget_each: float) -> Iterator[Question | Idle]:
    """Yield each question: as it is where it happens, else why not."""
    for question in questions(flow):
        try:
            answer = settle(flow, ~question.wanted, Budget(seconds=budget_each))
        except (Spent, Undecided) as why:
            yield Idle(question, str(why))
            continue
        yield Idle(question, "") if isinstance(answer, Invariant) else question
