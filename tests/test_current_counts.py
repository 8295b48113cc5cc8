"""Reachable states of each machine of today's flow with the machines that it reads, pinned.

All else is forgotten, so a number tells what these machines allow by themselves; it changes
with any rule, and is to be changed only together with the rule that explains it.
"""

import pytest

from model.current.flow import FLOW
from properties.search import reachable

STATES = {
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
}


def test_every_machine_is_counted() -> None:
    assert list(STATES) == [str(machine) for machine in FLOW.machines]


@pytest.mark.parametrize("name", STATES)
def test_the_reachable_states_of_a_machine_with_its_neighbours(name: str) -> None:
    machine = next(m for m in FLOW.machines if str(m) == name)
    assert reachable(FLOW, [machine]) == STATES[name]
