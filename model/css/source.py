"""Metering point data that Networks see the CSS is given, under licence and REC and not the SEC.

The document assumes that this duty will be there (2.3-b, S0.7), and does not say who gives the
data; what the data says is abstracted to whether the CSS holds it as it is.
"""

from enum import Enum

from model.language import POINT, Event, Field, Machine, Transition
from model.parties import DATA_GIVER, OUTSIDER


class PointData(Enum):
    """Whether the CSS has the metering point data as it is."""

    HELD = "held by the CSS"
    OWED = "changed, CSS not told"


point_data = Field(
    "metering point data",
    PointData,
    PointData.HELD,
    told=(
        "the CSS holds the metering point data as it is",
        "the metering point data has changed, and the CSS is not told",
    ),
)

CHANGE_DATA = Event(
    "metering point data changes", POINT, OUTSIDER, told="the metering point data changes"
)
PROVIDE_DATA = Event(
    "provide metering point data",
    POINT,
    DATA_GIVER,
    told="{by} gives the CSS the metering point data",
)

POINT_DATA = Machine(
    "metering point data",
    POINT,
    state=point_data,
    transitions=(
        Transition(CHANGE_DATA, PointData, PointData.OWED, cites="2.3-b"),
        Transition(PROVIDE_DATA, PointData.OWED, PointData.HELD, cites="2.3-b"),
    ),
    happy=tuple(PointData),
)
