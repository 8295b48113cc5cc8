"""Whether a mutant does the same as the flow that it was made of, in every run of the whole.

It does where the event at fault does the same in each view, reachable without the change, of the
machine at fault and all that it reads. And it does where a rule that asks for less is taken, in
every run of the mutant, only where what it does not ask for holds nevertheless.
"""

from model.language.expressions import Field, Happens, has_quantifier
from model.language.flow import Flow
from properties.budget import Budget
from properties.cases import guard
from properties.layout import Shape
from properties.mutation.base import Part, first_answer
from properties.mutation.mutants import ACTOR, DROPPED, Mutant
from properties.reach import Reach
from properties.search import neighbourhood
from properties.steps import Steps, compile_steps


def alike(flow: Flow, mutant: Mutant, budget: Budget) -> bool:
    """Tell whether a mutant is shown to be the same; who acts is no part of a state."""
    if mutant.wrong.kind == ACTOR:
        return False
    return _same(flow, mutant, budget) or _asked_all_the_same(mutant, budget)


def _same(flow: Flow, mutant: Mutant, budget: Budget) -> bool:
    """Tell whether the event at fault does the same in each view that can be reached."""
    wrong = mutant.wrong.machine
    kept = neighbourhood(flow, [wrong])
    kept |= neighbourhood(mutant.flow, [m for m in mutant.flow.machines if str(m) == str(wrong)])
    reach = Reach(compile_steps(flow, kept, (1,)), budget)
    reach.close()
    before, after = (event_alone(one, mutant, kept, (1,)) for one in (flow, mutant.flow))
    return all(set(before.successors(view)) == set(after.successors(view)) for view in reach.order)


def _asked_all_the_same(mutant: Mutant, budget: Budget) -> bool:
    """Tell whether the rule without a conjunct is never taken where the conjunct fails."""
    whole = mutant.wrong.rule
    if mutant.wrong.kind != DROPPED or has_quantifier(whole.when):
        return False
    wrong = mutant.wrong.machine
    if wrong.scope > mutant.event.scope:
        return False  # it is moved by each of several points, and a claim sees one of them
    machine = next(m for m in mutant.flow.machines if str(m) == str(wrong))
    rule = machine.transitions[wrong.transitions.index(whole)]
    taken = Happens((mutant.event,)) & guard(machine, rule)
    answer = first_answer(mutant.flow, taken.implies(whole.when), frozenset(), budget)
    return isinstance(answer, Part)


def event_alone(flow: Flow, mutant: Mutant, kept: frozenset[Field], shape: Shape) -> Steps:
    """Return the steps of the event at fault, of whoever performs it."""
    mine = [event for event in flow.events if str(event) == str(mutant.event)]
    return compile_steps(flow, kept, shape, mine, moves=lambda move: move.event in mine)
