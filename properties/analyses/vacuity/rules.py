"""Whether each rule is taken in some run, and each of its conditions decides something.

A condition decides something where, in some state that can be reached, all else that its rule
asks for holds and it alone does not. What never happens is proved never to; the rest has a
run that replays. A quantifier is read as what it says of the one who is seen, which is enough for
never; a run counts where at its end the whole guard agrees.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.conditions import all_of
from model.language.events import happens
from model.language.expressions import Expression, Quantified, conjuncts, unnamed
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import World
from model.language.transitions import Transition
from model.language.words import words
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Invariant, Run, Undecided
from properties.engine.free import weakened
from properties.engine.settle import settle
from properties.engine.slices.cases import guard
from properties.engine.slices.replay import replays
from properties.engine.slices.seen import parts_of

UNSEEN = "what it asks of others decides, which one who is seen does not show"


@dataclass(frozen=True)
class Expected:
    """Something that should happen somewhere to a rule: in words after "is", and what it is.

    `stopped` is the whole of what holds where the rule is stopped; None where it is taken.
    """

    machine: Machine
    rule: Transition
    asks: str
    wanted: Expression
    stopped: Expression | None = None


@dataclass(frozen=True)
class Idle:
    """A question with the answer never, or with none; `why` is empty where it is proved."""

    question: Expected
    why: str


def questions(flow: Flow) -> Iterator[Expected]:
    """Yield what should happen somewhere: each rule, and each condition that alone is false.

    Only of its own rules, where the others are asked about elsewhere.
    """
    for machine, rule in ((m, r) for m, r in flow.rules() if r in flow.own_rules):
        fits = weakened(machine, rule)
        yield Expected(machine, rule, "taken", all_of(happens(rule.event), fits))
        parts = list(conjuncts(rule.when))
        for part in parts:
            if not isinstance(unnamed(part), Quantified):
                others = all_of(*(other for other in parts if other is not part))
                alone = Transition(rule.event, rule.source, None, when=others)
                asks, wanted = f"stopped by '{words(part)}' alone", weakened(machine, alone)
                whole = all_of(guard(machine, alone), ~part)
                yield Expected(machine, rule, asks, all_of(wanted, ~part), whole)


def idle(flow: Flow, budget_each: float) -> Iterator[Expected | Idle]:
    """Yield each question: as it is where it happens, else why not."""
    for question in questions(flow):
        try:
            answer = settle(parts_of(flow, ~question.wanted), Budget(seconds=budget_each))
        except (Spent, Undecided) as why:
            yield Idle(question, str(why))
            continue
        if isinstance(answer, Invariant):
            yield Idle(question, "")
        else:
            yield question if _agrees(flow, question, answer) else Idle(question, UNSEEN)


def _agrees(flow: Flow, question: Expected, run: Run) -> bool:
    """Tell whether it happens at the end of a run with all that the rule asks of others."""
    world, machine = World(flow, run.shape), question.machine
    states = replays(world, run.first, run.moves).states
    if question.stopped is None:
        taken = world.outcome(states[-2], run.moves[-1]).taken
        return any(one.rule is question.rule for one in taken)
    return any(
        world.compute(question.stopped, states[-1], machine.scope, owner)
        for owner in world.owners(machine.scope)
    )
