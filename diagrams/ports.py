"""Matters of drawing that the definition does not say, kept by flow and machine.

Only for machines where the rules of layout alone leave lines that cross; found by trying.

A line is named as in the DOT text: `t7` is rule 7, `t7_2` the same from its second source.
"""

from diagrams.plan import Layout
from model.language.definitions import Machine
from model.language.flow import Flow

LAYOUTS: dict[tuple[str, str], Layout] = {
    ("current", "request"): Layout(ports={"t13": "e"}, echoes=(), wrap=18),
    ("current", "change"): Layout(ports={"t6_2": "e"}),
    ("current", "provision"): Layout(ports={"t7": "e"}, wrap=18),
    ("css", "message"): Layout(ports={"t14": "e"}, wrap=18),
    ("css", "notice"): Layout(ports={"t21": "e", "t22": "e"}, echoes=(), wrap=30),
}


def layout_of(flow: Flow, machine: Machine) -> Layout:
    """Return how a machine is drawn; by the rules alone where nothing is kept for it."""
    return LAYOUTS.get((flow.name, machine.name), Layout())
