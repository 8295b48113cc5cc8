"""The questions that come free with every duty, and their answers, decided on the flow.

*Performed* means: in the shortest run that performs it the one who is to perform it acts while it
is owed, and nothing in that run is a breach of any duty.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from model.language.claims import Always, Claim, Sometimes, Step
from model.language.compliance import BREACHED, FOR_GOOD, compliance, observed
from model.language.conditions import all_of, any_of
from model.language.duties import Duty, How, is_never
from model.language.events import Event, happens
from model.language.expressions import FALSE, Expression, Read, apply, fold
from model.language.flow import Flow
from model.language.meaning import World
from model.language.parties import Party, Via
from model.language.remedies import Availability
from properties.engine.budget import Budget
from properties.engine.evidence import Run
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict


class Question(Enum):
    """What is asked; the good answer is yes, but to `STUCK`."""

    IN_FORCE = "can it be in force"
    TRIGGERED = "can something be owed under it"
    PERFORMED = "can it be performed by its performer without another's breach"
    BREACHED = "can it be breached"
    FOLLOWED = "can anybody act on its breach"
    BOUND = "is its obligor bound while it is in force"
    SEALED = "is it never performed while it is barred"
    STUCK = "can its obligor be obliged to do what the system refuses"
    LIFTED = "can someone entitled end what bars or suspends it"

    @property
    def good(self) -> bool:
        """Return the answer that is no finding."""
        return self is not Question.STUCK


@dataclass(frozen=True)
class Answer:
    """Yes, no, or not known (None, with why); `run` is the run that shows it, if one does.

    `unread` tells that it is not known because a text was not read: no proof would settle it.
    """

    duty: Duty
    question: Question
    yes: bool | None
    flow: Flow
    run: Run | None = None
    why: str = ""
    unread: bool = False

    @property
    def is_good(self) -> bool:
        """Tell whether it is no finding."""
        return self.yes is self.question.good


def answers(flow: Flow, duty: Duty, budget: Budget | None = None) -> Iterator[Answer]:
    """Yield the answer to each question that arises; only the first where it is never in force."""
    for question in Question:
        body = _body(flow, duty, question)
        if body is None:
            continue
        found = _answer(flow, duty, question, body, budget)
        if question is Question.FOLLOWED and found.yes is False:
            found = _by_remedies(found)
        yield found
        if question is Question.IN_FORCE and found.yes is False:
            return


def _body(flow: Flow, duty: Duty, question: Question) -> Expression | None:
    """Return what the question asks, or None where it does not arise."""
    refrains = duty.how is How.REFRAIN
    stopped = any_of(duty.barred, duty.suspended_while)
    owed = all_of(duty.in_force, duty.outstanding)
    match question:
        case Question.IN_FORCE:
            return duty.in_force
        case Question.TRIGGERED:
            return None if refrains else duty.owed_now
        case Question.PERFORMED:
            return None if refrains else duty.owed_now & performed(duty)
        case Question.BREACHED:
            return broken(duty)
        case Question.FOLLOWED:
            return broken(duty) & _follows(flow, duty)
        case Question.BOUND:
            return duty.in_force.implies(duty.obligor.bound_by(duty.instrument))
        case Question.SEALED:
            return None if is_never(duty.barred) else duty.barred.implies(~performed(duty))
        case Question.STUCK:
            return None if is_never(duty.barred) else duty.owed_now & duty.barred
        case Question.LIFTED:
            ended = all_of(stopped, ~afterwards(stopped), _some(_by_the_entitled(flow)))
            return owed & ended if duty.can_be_barred else None


def performed(duty: Duty) -> Expression:
    """Say, in a claim on steps, that the step performs the duty."""
    return _some(duty.performed_by) & duty.performed_when


def broken(duty: Duty) -> Expression:
    """Say that it has been breached, and not remedied; needs its observer."""
    return compliance(duty).in_(BREACHED, FOR_GOOD)


def _follows(flow: Flow, duty: Duty) -> Expression:
    follows = duty.consequence
    if follows is None or follows.unread:
        return FALSE
    if follows.power is not None:
        return happens(follows.power)
    return next(d.in_force for d in flow.duties if d.name == follows.duty)


def _by_remedies(found: Answer) -> Answer:
    """Return who may act though nothing in the flow follows the breach, as the texts have it."""
    follows, remedies = found.duty.consequence, [one for _, one in found.duty.remedies]
    told = {a: [r for r in remedies if r.availability is a] for a in Availability}
    if told[Availability.OPEN]:
        names = dict.fromkeys(f"{one.by}, under {one.name}" for one in told[Availability.OPEN])
        return replace(found, yes=True, why="; ".join(names))
    cited = [c for one in told[Availability.UNREAD] for c in one.cites.split()]
    if not cited and not (follows and follows.unread):
        return found
    why = follows.unread if follows and follows.unread else "what the texts say was not read"
    cites = ", ".join(dict.fromkeys([*(follows.cites.split() if follows else ()), *cited]))
    return replace(found, yes=None, why=f"{why} ({cites})", unread=True)


def _some(events: tuple[Event, ...]) -> Expression:
    return happens(*events) if events else FALSE


def afterwards(node: Expression) -> Expression:
    """Return, for a claim on steps, what a condition says of the state after the step."""

    def leaf(at: Expression) -> Expression:
        return replace(at, after=True) if isinstance(at, Read) else at

    return fold(node, leaf, lambda operator, arguments: apply(operator, *arguments))


def _by_the_entitled(flow: Flow) -> tuple[Event, ...]:
    """Return the events that a party performs which is bound by accession or by licence."""
    rules = [rule for _, rule in flow.rules() if rule.actor and _binding(rule.actor)]
    return tuple(dict.fromkeys(rule.event for rule in rules))


def _binding(party: Party) -> bool:
    return any(tie.via is not Via.CONTRACT for tie in party.ties)


def _answer(
    flow: Flow, duty: Duty, question: Question, body: Expression, budget: Budget | None
) -> Answer:
    kept = question in (Question.BREACHED, Question.FOLLOWED)
    seen = observed(flow, duty) if kept else flow
    result = decide(seen, _claim(duty, question, body), budget)
    if result.verdict is Verdict.UNDECIDED:
        return Answer(duty, question, None, seen, why=result.reason)
    yes = result.verdict is Verdict.PROVED
    if yes and question is Question.PERFORMED:
        return _performed(duty, result)
    return Answer(duty, question, yes, seen, result.run)


def _claim(duty: Duty, question: Question, body: Expression) -> Claim:
    kinds: dict[Question, type[Claim]] = {Question.BOUND: Always, Question.SEALED: Step}
    kind = kinds.get(question, Sometimes)
    sentence = f"{duty.name}: {question.value}?"
    return kind(f"{question.name.lower()} {duty.name}", sentence, body, duty.cites)


def _performed(duty: Duty, result: Result) -> Answer:
    flow, run = result.flow, result.run
    assert run is not None
    world, state = World(flow, run.shape), run.first
    acting: list[Party | None] = []
    breaches: list[str] = []
    for move in run.moves:
        if not world.holds(duty.owed_now, run.where, state, None, state):
            acting.clear()  # it counts from when it was last owed
        taken = world.outcome(state, move)
        assert taken.after is not None
        acting += [one.rule.actor for one in taken.taken]
        breaches += [one.rule.breaches for one in taken.taken if one.rule.breaches]
        state = taken.after
    if breaches:
        why = f"only with a breach of '{breaches[0]}'"
    elif not any(who in (duty.performer, duty.obligor) for who in acting):
        why = f"{duty.performer} does nothing for it"
    else:
        why = ""
    return Answer(duty, Question.PERFORMED, not why, flow, run, why)
