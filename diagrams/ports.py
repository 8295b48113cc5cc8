"""Matters of drawing that the definition does not say, kept by flow and machine.

Only for machines where the rules of layout alone leave lines that cross; found by trying.

A line is named as in the DOT text: `t7` is rule 7, `t7_2` the same from its second source.
"""

from diagrams.plan import Arrangement
from model.language.flow import Flow
from model.language.machines import Machine

LAYOUTS: dict[tuple[str, str], Arrangement] = {
    ("current", "request"): Arrangement(ports={"t13": "e"}, echoes=(), wrap=18),
    ("current", "change"): Arrangement(first=("t8_1",), wrap=18),
    ("current", "provision"): Arrangement(echoes=("s_IN_FILE",), grouped=4, wrap=18),
    ("css", "gain"): Arrangement(first=("t16",)),
    ("css", "notice"): Arrangement(first=("t18_1",)),
    ("handover", "file"): Arrangement(first=("t6",)),
    ("handover", "message"): Arrangement(echoes=("s_EMPTY",)),
    ("drafting", "pace"): Arrangement(first=("t2", "t3")),
    ("leadtime", "request"): Arrangement(first=("t6",)),
}


def layout_of(flow: Flow, machine: Machine) -> Arrangement:
    """Return how a machine is drawn; by the rules alone where nothing is kept for it."""
    return LAYOUTS.get((flow.name, machine.name), Arrangement())
