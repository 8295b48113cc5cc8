"""A flow without several parts of its rules at once, and whether a claim still holds of it."""

from collections.abc import Sequence
from dataclasses import replace

from model.language.conditions import all_of
from model.language.errors import IllFormed
from model.language.expressions import conjuncts
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.transitions import Transition
from properties.analyses.mutation.base import ProvedClaim
from properties.analyses.mutation.mutants import REMOVED, Mutant
from properties.analyses.provenance.elements import Left
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.slices.refine import Holds, first_answer
from properties.engine.slices.seen import Part, part_of

AT_ONCE = 400_000  # views with which it has to be seen that a claim holds without several things


def without_all(flow: Flow, left: Sequence[Mutant]) -> Flow:
    """Return the flow without any of the parts of rules that mutants lack."""
    machines = dict.fromkeys(mutant.wrong.machine for mutant in left)
    return flow.but(*(_without(machine, left) for machine in machines))


def _without(machine: Machine, left: Sequence[Mutant]) -> Machine:
    rules: list[Transition] = []
    for number, rule in enumerate(machine.transitions):
        mine = [one for one in left if one.wrong.machine is machine and one.wrong.rule is rule]
        if any(one.wrong.kind == REMOVED for one in mine):
            continue
        rules.append(_least(rule, [_named(one.flow, machine).transitions[number] for one in mine]))
    return replace(machine, transitions=tuple(rules))


def _least(rule: Transition, lacking: Sequence[Transition]) -> Transition:
    """Return the rule with the conditions and effects that none of the others lacks."""
    asked = [list(conjuncts(one.when)) for one in lacking if one.when is not rule.when]
    common = (
        [c for c in asked[0] if all(any(c is d for d in one) for one in asked)] if asked else []
    )
    return replace(
        rule,
        when=all_of(*common) if asked else rule.when,
        then={f: v for f, v in rule.then.items() if all(f in one.then for one in lacking)},
        source=max((rule.source, *(one.source for one in lacking)), key=len),
        target=None if any(one.target is None for one in lacking) else rule.target,
    )


def _named(flow: Flow, machine: Machine) -> Machine:
    return next(one for one in flow.machines if str(one) == str(machine))


def run_without(flow: Flow, known: ProvedClaim, left: Sequence[Left], budget: Budget) -> Run | None:
    """Return a run without several parts of rules at once, if any breaks the claim."""
    try:
        without = without_all(flow, [one.mutant for one in left if one.mutant])
    except IllFormed:
        return None
    answers = (first_answer(_renewed(held, without), budget, held.kept) for held in known.parts)
    return next((answer for answer in answers if isinstance(answer, Run)), None)


def _renewed(held: Holds, flow: Flow) -> Part:
    return part_of(flow, held.part.body, held.part.whole)


def holds_without(flow: Flow, known: ProvedClaim, asked: Sequence[Left], budget: Budget) -> bool:
    """Tell whether the claim is seen to hold without all of these, with not too many views."""
    try:
        without = without_all(flow, [one.mutant for one in asked if one.mutant])
        share = budget.of_views(AT_ONCE)
        return all(
            isinstance(first_answer(_renewed(held, without), share, held.kept), Holds)
            for held in known.parts
        )
    except (IllFormed, Spent):
        budget.check()  # raises where it is the time that is spent
        return False
