"""Matters of drawing that the definition does not say, kept by flow and machine.

Only for machines where the rules of layout alone leave lines that cross; found by trying.

A line is named as in the DOT text: `t7` is rule 7, `t7_2` the same from its second source.
"""

from diagrams.plan import Layout
from model.language.flow import Flow
from model.language.machines import Machine

LAYOUTS: dict[tuple[str, str], Layout] = {
    ("current", "request"): Layout(ports={"t13": "e"}, echoes=(), wrap=18),
    ("current", "change"): Layout(first=("t8_1",), wrap=18),
    ("current", "provision"): Layout(echoes=("s_IN_FILE",), grouped=4, wrap=18),
    ("css", "gain"): Layout(first=("t16",)),
    ("css", "notice"): Layout(first=("t18_1",)),
    ("handover", "file"): Layout(first=("t6",)),
    ("handover", "message"): Layout(echoes=("s_EMPTY",)),
    ("drafting", "pace"): Layout(first=("t2", "t3")),
    ("leadtime", "request"): Layout(first=("t6",)),
}


def layout_of(flow: Flow, machine: Machine) -> Layout:
    """Return how a machine is drawn; by the rules alone where nothing is kept for it."""
    return LAYOUTS.get((flow.name, machine.name), Layout())
