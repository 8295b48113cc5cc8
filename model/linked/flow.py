"""Linked: a switch of electricity and gas together, each leg with its own objections.

Source: decisions of the design authority (C2) and REC Schedule 23 at second hand (C1). The new flow
has no linked switches; this is the pair by itself. Read `legs.py`.
"""

from model.language import Flow
from model.linked.gate import GATE
from model.linked.legs import LEGS
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER
from model.register import REGISTER

FLOW = Flow(
    "linked",
    "Linked: electricity and gas of one customer",
    machines=(LEGS, GATE),
    parties=(GAINING_SUPPLIER, LOSING_SUPPLIER, CSS, CLOCK),
    sources=REGISTER,
    bounds=(
        "a pair is one record, and each pair stands for itself",
        "from Pending to gate closure; one start date for both legs",
        "each leg has one gaining and one losing supplier",
    ),
)
