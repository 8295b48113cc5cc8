"""The months of 2019, and the pace of the work: one phase ends in a month.

The document names June for the design, June or July for the review and August for the Panel, and
says that August depends on June (6-b, 6-d, 6-e). That it does so follows from no rule but the
pace: design, review, and drafting with presentation take a month each (A-one-phase-a-month).
"""

from enum import Enum

from model.drafting.design import FINALISE
from model.drafting.review import COMPLETE
from model.drafting.text import PRESENT
from model.drafting.when import JUNE, MAY, MONTH_ENDS, Month, month
from model.language import INDUSTRY, Field, Machine, Transition

_, _, JULY, AUGUST, SEPTEMBER, LATER = Month


class Pace(Enum):
    """Whether a phase of the work can still end in this month."""

    FREE = "no phase has ended this month"
    USED = "a phase has ended this month"


pace = Field("pace of the work", Pace, Pace.FREE, told=("{value}",))
FREE, USED = Pace

MONTH = Machine(
    "month",
    INDUSTRY,
    state=month,
    transitions=(
        Transition(MONTH_ENDS, MAY, JUNE, cites="6-b"),
        Transition(MONTH_ENDS, JUNE, JULY, cites="6-b 6-d"),
        Transition(MONTH_ENDS, JULY, AUGUST, cites="6-d 6-e"),
        Transition(MONTH_ENDS, AUGUST, SEPTEMBER, cites="6-e"),
        Transition(MONTH_ENDS, SEPTEMBER, LATER, cites="6-e"),
        Transition(MONTH_ENDS, LATER, LATER, cites="6-e"),
    ),
    happy=tuple(Month),
)
PACE = Machine(
    "pace",
    INDUSTRY,
    state=pace,
    transitions=(
        Transition(FINALISE, FREE, USED, cites="6-b A-one-phase-a-month"),
        Transition(COMPLETE, FREE, USED, cites="6-d A-one-phase-a-month"),
        Transition(PRESENT, FREE, USED, cites="6-e A-one-phase-a-month"),
        Transition(MONTH_ENDS, Pace, FREE, cites="A-one-phase-a-month"),
    ),
    happy=(FREE, USED),
)
