"""Drafting: how the changes to the SEC come about, in which order, and by when.

Governing document: the SECAS paper "SEC Consequential Changes" of 2019, sections 1, 3, 4 and 6,
which looks ahead to its own next steps. Read `text.py` first, for what the text waits for, then
`month.py`, for why August depends on June. It is of industry scope: no metering point is in it.
"""

from model.drafting.design import ACTIONS, DESIGN, READING
from model.drafting.month import MONTH, PACE
from model.drafting.parties import COMMITTEE, DESIGNERS, REC_DRAFTERS, SECAS, UNNAMED
from model.drafting.review import COMMITTEES, REVIEW
from model.drafting.text import REFERENCES, TEXT
from model.language import Flow
from model.parties import CLOCK, PANEL
from model.register import REGISTER

FLOW = Flow(
    "drafting",
    "Drafting: from the interface design to the Panel",
    machines=(
        MONTH,
        PACE,
        DESIGN,
        ACTIONS,
        READING,
        REVIEW,
        COMMITTEES,
        TEXT,
        REFERENCES,
    ),
    parties=(SECAS, DESIGNERS, COMMITTEE, PANEL, REC_DRAFTERS, UNNAMED, CLOCK),
    sources=REGISTER,
    bounds=(
        "the months from May to September 2019, and all later ones as one",
        "one design, which is not opened again; one issue of each committee",
        "one legal text for all parts of the SEC, and one round of comments",
    ),
)
