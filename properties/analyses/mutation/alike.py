"""Whether a mutant does the same as the flow that it was made of, in every run of the whole.

It does where the event at fault does the same in each view, reachable without the change for any
number of others, of the machine at fault and all that it reads. And it does where a rule that asks
or sets less is taken, in every run of the mutant, only where what it does not ask for or set is so
nevertheless; where a rule that is gone, but not the last of its event, or that leads elsewhere is
taken in no run of the flow; and where the event at fault never happens, neither before nor after.
"""

from collections.abc import Iterator

from model.language.conditions import all_of
from model.language.events import Happens, Scope
from model.language.expressions import Expression, Field, has_quantifier
from model.language.flow import Flow
from model.language.machines import Machine
from properties.analyses.mutation.mutants import ACTOR, DROPPED, LOST, OUTCOMES, REMOVED, Mutant
from properties.engine.budget import Budget
from properties.engine.slices.cases import guard
from properties.engine.slices.closure import Closure
from properties.engine.slices.counts import neighbourhood
from properties.engine.slices.layout import Shape, layout
from properties.engine.slices.refine import Holds, first_answer
from properties.engine.slices.seen import Part, outlook, part_of
from properties.engine.slices.steps import Steps, compile_steps


def alike(flow: Flow, mutant: Mutant, budget: Budget) -> bool:
    """Tell whether a mutant is shown to be the same.

    Who acts is no part of a state, so there only an event that never happens is the same.
    """
    so = mutant.wrong.kind != ACTOR and _same(flow, mutant, budget)
    return so or any(
        all(isinstance(first_answer(one, budget), Holds) for one in enough)
        for enough in _enough(flow, mutant)
    )


def _same(flow: Flow, mutant: Mutant, budget: Budget) -> bool:
    """Tell whether the event at fault does the same in each view that can be reached.

    What the machine asks of all or some others, no view shows.
    """
    wrong, changed = mutant.wrong.machine, changed_machine(mutant)
    if any(has_quantifier(r.when) for m in (wrong, changed) for r in m.rules_of(mutant.event)):
        return False
    kept = neighbourhood(flow, [wrong]) | neighbourhood(mutant.flow, [changed])
    shape = _seen_together(mutant)
    closure = Closure(flow, kept, [shape], budget)
    closure.close()
    reach = closure.reaches[shape]
    before, after = (event_alone(one, mutant, kept, shape) for one in (flow, mutant.flow))
    for steps in (before, after):
        steps.learn(reach.steps.witnesses)
    return all(set(before.successors(view)) == set(after.successors(view)) for view in reach.order)


def _seen_together(mutant: Mutant) -> Shape:
    """Return a shape that shows the event's home and the machine at fault, wherever they are.

    A provider may be without points; the industry never is.
    """
    narrowest = min(mutant.event.scope, mutant.wrong.machine.scope)
    return (0,) if narrowest is Scope.PROVIDER else (1,)


def changed_machine(mutant: Mutant) -> Machine:
    """Return the machine at fault as it is in the mutant."""
    return next(m for m in mutant.flow.machines if str(m) == str(mutant.wrong.machine))


def _enough(flow: Flow, mutant: Mutant) -> Iterator[list[Part]]:
    """Yield what shows that a mutant does the same, where it holds of every step of those flows."""
    event, wrong, whole = Happens((mutant.event,)), mutant.wrong.machine, mutant.wrong.rule
    flows = (one for one in (flow, mutant.flow) if mutant.event in one.events)
    yield [_by_itself(one, ~event) for one in flows]
    if has_quantifier(whole.when) or wrong.scope > mutant.event.scope:
        return  # a claim has no quantifier, and sees the event of one point only
    machine = changed_machine(mutant)
    gone = mutant.wrong.kind == REMOVED and mutant.event in machine.events
    if gone or mutant.wrong.kind in OUTCOMES:
        yield [_by_itself(flow, ~(event & guard(wrong, whole)))]
    if mutant.wrong.kind in (DROPPED, LOST):
        rule = machine.transitions[wrong.transitions.index(whole)]
        unset = (f.is_(value) for f, value in whole.then.items() if f not in rule.then)
        so = (event & guard(machine, rule)).implies(all_of(whole.when, *unset))
        yield [_by_itself(mutant.flow, so)]


def _by_itself(flow: Flow, body: Expression) -> Part:
    return part_of(flow, body, outlook(flow, body))


def event_alone(flow: Flow, mutant: Mutant, kept: frozenset[Field], shape: Shape) -> Steps:
    """Return the steps of the event at fault, of whoever performs it."""
    mine = [event for event in flow.events if str(event) == str(mutant.event)]
    return compile_steps(layout(flow, kept, shape), mine, lambda move: move.event in mine)
