"""The two claims that come with every flow: nothing leaves its sorts, no two transitions compete.

Each is many small claims, one for each effect that could leave its sort and for each two
transitions that could both fit. A quantifier of a guard is weakened to what it says of the one
who is seen, so a proof is sound; a run is believed only if the whole guards agree at its end.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations
from typing import ClassVar

import z3

from model.language.claims import Claim
from model.language.conditions import all_of
from model.language.events import Scope
from model.language.expressions import TRUE, Expression, Quantified, Quantifier, conjuncts, unnamed
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.meaning import State, World
from model.language.sorts import belongs
from model.language.transitions import Transition
from properties.engine.budget import Budget
from properties.engine.evidence import Invariant, Run, Undecided, together
from properties.engine.judging.encode import encoding
from properties.engine.judging.solver import limit, new_solver
from properties.engine.settle import in_turn, settle
from properties.engine.slices.cases import guard
from properties.engine.slices.replay import replays
from properties.engine.slices.seen import parts_of


@dataclass(frozen=True, eq=False)
class Free(Claim):
    """A claim that needs no source: it is about the definition itself."""

    kind: ClassVar[str] = "always"


@dataclass(frozen=True)
class Misfit:
    """Rules of one machine that must not all fit, and must not write what they would."""

    machine: Machine
    rules: tuple[Transition, ...]
    body: Expression


SORTS = Free("stays-in-sorts", "No transition leads out of its sorts.", TRUE)
APART = Free("no-two-compete", "No two transitions compete.", TRUE)


def free_claims() -> tuple[Claim, ...]:
    """Return the claims that hold of every well-made flow."""
    return SORTS, APART


def settle_free(flow: Flow, claim: Free, budget: Budget) -> Run | Invariant:
    """Return a run in which a misfit occurs, or what proves that none does."""
    return settle_misfits(flow, misfits_of(flow, claim), budget)


def misfits_of(flow: Flow, claim: Free) -> Iterator[Misfit]:
    """Yield the small claims of which the large one is made."""
    return _leaving(flow) if claim is SORTS else _competing(flow)


def settle_misfits(flow: Flow, misfits: Iterable[Misfit], budget: Budget) -> Run | Invariant:
    """Return a run in which one of them occurs, or what proves that none does.

    One that occurs is not hidden by another of which that is not known.
    """
    with budget:
        asked, excluded = list[Misfit](), 0
        for misfit in misfits:
            if _excluded(flow, misfit, budget):
                excluded += 1
            else:
                asked.append(misfit)
        answers = in_turn(lambda misfit, share: _settled(flow, misfit, share), asked, budget)
        run = next((answer for answer in answers if isinstance(answer, Run)), None)
        if run:
            return run
        found = together(flow, answers, budget)
    return replace(found, obligations=found.obligations + excluded)


def _settled(flow: Flow, misfit: Misfit, budget: Budget) -> Run | Invariant:
    answer = settle(parts_of(flow, ~misfit.body), budget)
    return _confirmed(flow, misfit, answer) if isinstance(answer, Run) else answer


def _leaving(flow: Flow) -> Iterator[Misfit]:
    for machine, rule in flow.rules():
        for field, value in rule.then.items():
            if isinstance(field.sort, range):
                inside = value.less_than(field.sort.stop) & ~value.less_than(field.sort.start)
                body = all_of(weakened(machine, rule), ~inside)
                yield Misfit(machine, (rule,), body)


def _competing(flow: Flow) -> Iterator[Misfit]:
    for machine in flow.machines:
        for event in machine.events:
            for one, two in combinations(machine.rules_of(event), 2):
                both = all_of(weakened(machine, one), weakened(machine, two))
                yield Misfit(machine, (one, two), both)


def weakened(machine: Machine, rule: Transition) -> Expression:
    """Return when a rule fits, each quantifier as what it says of the one who is seen."""
    return all_of(*(_seen(machine.scope, c) for c in conjuncts(guard(machine, rule))))


def _seen(scope: Scope, node: Expression) -> Expression:
    bare = unnamed(node)
    if not isinstance(bare, Quantified):
        return node
    universal = bare.quantifier
    if universal is Quantifier.ALL_PROVIDERS:
        return bare.body
    if universal is Quantifier.ALL_POINTS and scope is not Scope.PROVIDER:
        return bare.body  # there is a point somewhere, and it speaks of each
    return TRUE


def _excluded(flow: Flow, misfit: Misfit, budget: Budget) -> bool:
    """Ask Z3 whether a misfit is impossible in any state at all."""
    budget.check()
    at = encoding(flow, (1,))
    at.touched.clear()
    solver = new_solver()
    limit(solver, budget)
    solver.add(at.term(misfit.body, Scope.POINT, 0), *(at.sorts[slot] for slot in at.touched))
    return bool(solver.check() == z3.unsat)


def _confirmed(flow: Flow, misfit: Misfit, run: Run) -> Run:
    """Return the run if at its end the whole guards agree that the misfit occurs."""
    if _occurs(flow, misfit, run):
        return run
    machine, event = misfit.machine, misfit.rules[0].event
    raise Undecided(f"{machine}, '{event}': a quantifier decides, which this claim does not see")


def misfit_shown(flow: Flow, claim: Free, run: Run) -> Misfit | None:
    """Return a misfit that occurs at the end of a run, if one does."""
    return next((one for one in misfits_of(flow, claim) if _occurs(flow, one, run)), None)


def _occurs(flow: Flow, misfit: Misfit, run: Run) -> bool:
    world = World(flow, run.shape)
    state = replays(world, run.first, run.moves).states[-1]
    machine, event = misfit.machine, misfit.rules[0].event
    for owner in world.owners(machine.scope):
        fitting = list(world.fitting(machine, owner, event, state))
        if not all(rule in fitting for rule in misfit.rules):
            continue
        if len(misfit.rules) > 1 or _leaves(world, misfit, state, owner):
            return True
    return False


def _leaves(world: World, misfit: Misfit, state: State, owner: int) -> bool:
    rule, scope = misfit.rules[0], misfit.machine.scope
    values = ((f, world.compute(v, state, scope, owner)) for f, v in rule.then.items())
    return any(not belongs(value, f.sort) for f, value in values)
