"""Reachable states of each machine of the CSS flow and the handover, with those it reads, pinned.

All else is forgotten, so a number tells what these machines allow by themselves; it changes
with any rule, and is to be changed only together with the rule that explains it.
"""

import pytest

from model.css.flow import FLOW as CSS
from model.handover.flow import FLOW as HANDOVER
from model.language import Flow
from properties.budget import Budget
from properties.search import explore, reachable

OF_CSS = {
    "licence": 2,
    "standing of the CRS": 1,
    "standing under licence and REC": 1,
    "DSP store": 1,
    "sources accepted": 2,
    "CSS entry": 11,
    "CSS entry record": 32,
    "CSS gateway": 4,
    "CSS incident": 7,
    "reconciliation": 92,
    "fuel": 2,
    "standing of the Networks": 1,
    "RDP entry": 11,
    "entry record": 32,
    "RDP gateway": 4,
    "RDP incident": 7,
    "old channel": 82,
    "gain (supplier A)": 1456,
    "gain (supplier B)": 1538,
    "registration (supplier A)": 3,
    "registration (supplier B)": 3,
    "message": 842,
    "earlier message": 3182,
    "copy": 2040,
    "authority": 3,
    "mark": 372,
    "notice": 3583,
    "retail data service": 18493,
    "hub pair": 91,
    "metering point data": 2,
    "status flag": 73,
    "point incident": 6,
}
OF_HANDOVER = {
    "licence": 2,
    "change": 27,
    "CSS readiness": 3,
    "sources accepted": 15,
    "right to send": 5,
    "standing of the CRS": 3,
    "reconciliation": 13,
    "standing of the Networks": 2,
    "registration": 2,
    "file": 96,
    "message": 110,
    "copy": 144,
}


def _id(value: object) -> str:
    return value.name if isinstance(value, Flow) else str(value)


PINNED = [(CSS, name, n) for name, n in OF_CSS.items()]
PINNED += [(HANDOVER, name, n) for name, n in OF_HANDOVER.items()]


def test_every_machine_is_counted() -> None:
    assert list(OF_CSS) == [str(machine) for machine in CSS.machines]
    assert list(OF_HANDOVER) == [str(machine) for machine in HANDOVER.machines]


@pytest.mark.parametrize(("flow", "name", "states"), PINNED, ids=_id)
def test_the_reachable_states_of_a_machine_with_its_neighbours(
    flow: Flow, name: str, states: int
) -> None:
    machine = next(m for m in flow.machines if str(m) == name)
    assert reachable(flow, [machine]) == states


def test_the_whole_handover_with_one_point_is_small() -> None:
    counts = explore(HANDOVER, (1,), Budget())
    assert (counts.distinct, counts.generated, counts.depth) == (2652, 20743, 17)
