"""Drained before: the change takes effect once MPAS or UK Link has finished what it has begun.

Read `change.py` first, then `moved.py`, `joined.py` and `design.py`.
"""

from model.transition.change import CHANGE
from model.transition.design import design
from model.transition.moved import MOVED

FLOW = design("drained-before", "Handover: all is drained before the change", CHANGE, *MOVED)
