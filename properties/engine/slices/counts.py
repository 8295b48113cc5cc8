"""How many views some machines of a flow have with their neighbours."""

from collections.abc import Iterable

from model.language.expressions import Field, reads
from model.language.flow import Flow
from model.language.machines import Machine
from properties.engine.budget import Budget
from properties.engine.slices.layout import Shape, layout
from properties.engine.slices.reach import Reach
from properties.engine.slices.steps import compile_steps


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
