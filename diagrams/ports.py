"""Matters of drawing that the definition does not say, kept by flow and machine.

For the picture with labels or with numbers, whichever a machine has, and only where the rules of
layout alone leave lines that cross; found by trying.

A line is named as in the DOT text: `t7` is rule 7, `t7_2` the same from its second source.
"""

from diagrams.plan import Arrangement
from model.language.flow import Flow
from model.language.machines import Machine

LAYOUTS: dict[tuple[str, str], Arrangement] = {
    ("current", "request"): Arrangement(ports={"t13": "e"}, echoes=(), wrap=18),
    ("current", "change"): Arrangement(ports={"t6_1": "w"}, echoes=(), wrap=15),
    ("current", "point incident"): Arrangement(first=("t4_1",), wrap=18),
    ("current", "provision"): Arrangement(echoes=("s_IN_FILE", "s_NOTHING")),
    ("current", "RDP incident"): Arrangement(first=("t6_1",), wrap=18),
    ("css", "gain"): Arrangement(first=("t16",)),
    ("css", "hub pair"): Arrangement(echoes=("s_NONE",)),
    ("css", "message"): Arrangement(echoes=("s_SENT", "s_NOTHING", "s_DUE")),
    ("css", "retail data service"): Arrangement(echoes=("s_EXPECTING", "s_IDLE", "s_SECURED")),
    ("css", "CSS incident"): Arrangement(first=("t6_1",), wrap=18),
    ("css", "RDP incident"): Arrangement(first=("t6_1",), wrap=18),
    ("css", "point incident"): Arrangement(first=("t4_1",), wrap=18),
    ("css", "reconciliation"): Arrangement(first=("t2_1",), wrap=18),
    ("handover", "copy"): Arrangement(wrap=30),
    ("handover", "reconciliation"): Arrangement(wrap=30),
    ("handover", "file"): Arrangement(ports={"t8": "w"}, echoes=()),
    ("handover", "message"): Arrangement(echoes=("s_EMPTY",)),
    ("drafting", "pace"): Arrangement(first=("t2", "t3")),
    ("leadtime", "request"): Arrangement(first=("t6",)),
}


def layout_of(flow: Flow, machine: Machine) -> Arrangement:
    """Return how a machine is drawn; by the rules alone where nothing is kept for it."""
    return LAYOUTS.get((flow.name, machine.name), Arrangement())
