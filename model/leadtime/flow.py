"""Lead time: from submission to the start date, on every calendar there could be.

Source: REC Schedule 23 at second hand (C1). It is a lemma for the new flow, where dates are
abstracted to the order of events: it says that the order assumed there is the one that dates give.
Read `days.py` first, then `request.py` and `deadlines.py`.
"""

from model.language import Flow
from model.leadtime.days import CALENDAR, HOURS
from model.leadtime.deadlines import GATE, WINDOW
from model.leadtime.request import REQUEST
from model.parties import CLOCK, CSS, GAINING_SUPPLIER, LOSING_SUPPLIER
from model.register import REGISTER

FLOW = Flow(
    "leadtime",
    "Lead time: window, gate and start date of a request",
    machines=(CALENDAR, HOURS, REQUEST, WINDOW, GATE),
    parties=(GAINING_SUPPLIER, LOSING_SUPPLIER, CSS, CLOCK),
    sources=REGISTER,
    bounds=(
        "one request at a point, which is neither objected to nor withdrawn nor annulled",
        "working days are counted up to two, days up to 29",
        "a parameter: two complete working days of non-domestic lead (C1.non-domestic)",
        "days and hours are those of one clock: no change to summer time",
    ),
)
