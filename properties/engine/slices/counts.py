"""The fields of some machines of a flow with those of their neighbours."""

from collections.abc import Iterable

from model.language.expressions import Field, reads
from model.language.flow import Flow
from model.language.machines import Machine


def neighbourhood(flow: Flow, machines: Iterable[Machine]) -> frozenset[Field]:
    """Return the fields of some machines and of those whose fields their transitions read."""
    wanted = set(machines)
    for machine in tuple(wanted):
        for rule in machine.transitions:
            for node in (rule.when, *rule.then.values()):
                wanted |= {flow.machine_of[read.field] for read in reads(node)}
    return frozenset(f for m in wanted for f in m.all_fields)
