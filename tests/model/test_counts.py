"""Reachable states of each machine of each flow with the machines that it reads, pinned.

All else is forgotten, so a number tells what these machines allow by themselves; it changes
with any rule, and is to be changed only together with the rule that explains it.
"""

from collections.abc import Iterable

import pytest

from model.flows import WRITTEN, flow
from model.language import Flow, Machine
from properties.engine.budget import Budget
from properties.engine.explicit.search import search
from properties.engine.slices.counts import neighbourhood
from properties.engine.slices.layout import layout
from properties.engine.slices.reach import Reach
from properties.engine.slices.steps import compile_steps

STATES = {
    "current": {
        "DSP store": 1,
        "sources accepted": 1,
        "fuel": 2,
        "RDP entry": 11,
        "entry record": 32,
        "RDP gateway": 4,
        "file": 658,
        "standing of the Networks": 1,
        "RDP incident": 7,
        "request (supplier A)": 99,
        "request (supplier B)": 99,
        "registration (supplier A)": 2,
        "registration (supplier B)": 2,
        "change": 4,
        "provision": 64,
        "copy": 33,
        "authority": 3,
        "mark": 745,
        "status flag": 73,
        "point incident": 6,
    },
    "css": {
        "licence": 2,
        "standing of the CRS": 1,
        "standing under licence and REC": 1,
        "DSP store": 1,
        "sources accepted": 2,
        "CSS entry": 3,
        "CSS entry record": 2,
        "CSS gateway": 3,
        "word of the suspension": 3,
        "CSS incident": 7,
        "reconciliation": 36,
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
        "message": 414,
        "earlier message": 2034,
        "copy": 2040,
        "authority": 3,
        "mark": 68,
        "notice": 3583,
        "retail data service": 18493,
        "hub pair": 117,
        "metering point data": 2,
        "status flag": 73,
        "point incident": 6,
    },
    "handover": {
        "licence": 2,
        "change": 131,
        "CSS entry": 11,
        "CSS entry record": 32,
        "CSS gateway": 4,
        "sources accepted": 29,
        "right to send": 5,
        "standing of the CRS": 3,
        "reconciliation": 68,
        "standing of the Networks": 2,
        "registration": 2,
        "file": 96,
        "message": 514,
        "copy": 144,
    },
    "drafting": {
        "month": 6,
        "pace": 2,
        "design": 22,
        "incident actions": 2,
        "reading of the REC": 2,
        "review": 59,
        "committee (TABASC)": 5,
        "committee (SMKI PMA)": 5,
        "committee (SSC)": 5,
        "legal text": 30,
        "cross-references": 5,
    },
    "leadtime": {
        "calendar": 585,
        "hour": 2,
        "request": 5524,
        "objection window": 5809,
        "gate": 16,
    },
    "linked": {
        "leg (electricity)": 10,
        "leg (gas)": 10,
        "gate": 2,
    },
}
PINNED = [(name, machine, states) for name, of in STATES.items() for machine, states in of.items()]


def test_every_flow_is_counted() -> None:
    assert list(STATES) == list(WRITTEN)


def reachable(flow: Flow, machines: Iterable[Machine]) -> int:
    """Return how many views some machines have with their neighbours; all else is forgotten."""
    reach = Reach(compile_steps(layout(flow, neighbourhood(flow, machines), (1,))), Budget())
    reach.close()
    return len(reach.packed)


@pytest.mark.parametrize("name", WRITTEN)
def test_every_machine_is_counted(name: str) -> None:
    assert list(STATES[name]) == [str(machine) for machine in flow(name).machines]


@pytest.mark.parametrize(("name", "machine", "states"), PINNED)
def test_the_reachable_states_of_a_machine_with_its_neighbours(
    name: str, machine: str, states: int
) -> None:
    counted = next(m for m in flow(name).machines if str(m) == machine)
    assert reachable(flow(name), [counted]) == states


@pytest.mark.parametrize(
    ("name", "states"), [("drafting", 1824), ("leadtime", 6394), ("linked", 11)]
)
def test_these_flows_are_small_as_a_whole(name: str, states: int) -> None:
    assert reachable(flow(name), flow(name).machines) == states


def test_the_whole_handover_with_one_point_is_small() -> None:
    counts = search(flow("handover"), (1,), Budget())
    assert (counts.states, counts.successors, counts.depth) == (12276, 107131, 26)
