"""Explicit search of a whole flow, or of some machines with their neighbours, counted exactly."""

from collections.abc import Iterable
from dataclasses import dataclass

from model.language.expressions import Field, reads
from model.language.flow import Flow
from model.language.machines import Machine
from properties.engine.budget import Budget, Spent
from properties.engine.slices.layout import Shape, layout
from properties.engine.slices.reach import BATCH, Reach
from properties.engine.slices.steps import compile_steps


@dataclass(frozen=True)
class Counts:
    """Reachable states, successors produced (first states included), levels; or why it stopped."""

    distinct: int
    generated: int
    depth: int
    stopped: str = ""


def explore(flow: Flow, shape: Shape, budget: Budget) -> Counts:
    """Search the whole flow; every state counts, also those equal up to a permutation."""
    with budget:
        try:
            steps = compile_steps(layout(flow, flow.fields, shape), flow.events)
            reach = Reach(steps, budget)
        except Spent as limit:  # before there was anything to count
            return Counts(0, 0, 0, str(limit))
        return _explore(reach)


def _explore(reach: Reach) -> Counts:
    depth, level_end, stopped, generated = 1, len(reach.packed), "", reach.firsts
    while not (reach.is_closed or stopped):
        if reach.expanded == level_end:
            depth, level_end = depth + 1, len(reach.packed)
        since = reach.expanded
        try:
            reach.expand(min(BATCH, level_end - since))
        except Spent as limit:
            stopped = str(limit)
        generated += reach.generated(since)
    return Counts(len(reach.packed), generated, depth, stopped)


def neighbourhood(flow: Flow, machines: Iterable[Machine]) -> frozenset[Field]:
    """Return the fields of some machines and of those whose fields their transitions read."""
    wanted = set(machines)
    for machine in tuple(wanted):
        for rule in machine.transitions:
            for node in (rule.when, *rule.then.values()):
                wanted |= {flow.machine_of[read.field] for read in reads(node)}
    return frozenset(f for m in wanted for f in m.all_fields)


def reachable(flow: Flow, machines: Iterable[Machine], shape: Shape = (1,)) -> int:
    """Return how many views some machines with their neighbours have; all else is forgotten."""
    reach = Reach(compile_steps(layout(flow, neighbourhood(flow, machines), shape)), Budget())
    reach.close()
    return len(reach.packed)
