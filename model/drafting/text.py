"""The legal text and the cross-references: drafted, presented to the Panel, ready.

The text waits for the design, for all three committees and for the reading of the latest REC
(1-d, 3-c, 6-a, 6-d); references to the MRA, SPAA and UNC wait for the design alone (4-b).
Neither waits for the other: whether both go to the Panel together is a doubt. What the Panel does
beyond commenting is not modelled.
"""

from enum import Enum

from model.drafting.design import DESIGN_FINAL, REC_READ
from model.drafting.parties import SECAS
from model.drafting.review import REVIEWS_COMPLETE
from model.language import INDUSTRY, Event, Field, Machine, Transition, all_of
from model.parties import PANEL


class Text(Enum):
    """How far the legal text has come."""

    NOT_DRAFTED = "not drafted"
    DRAFTED = "drafted"
    PRESENTED = "presented to the Panel"
    COMMENTED = "commented on"
    READY = "ready to progress"


class References(Enum):
    """Whether references to the codes that the REC replaces are amended."""

    RETIRED = "to MRA, SPAA and UNC"
    AMENDED = "to the REC"


text = Field(
    "legal text",
    Text,
    Text.NOT_DRAFTED,
    told=(
        "the legal text is not drafted",
        "the legal text is drafted",
        "the legal text is before the Panel",
        "the Panel has commented on the legal text",
        "the legal text is ready to progress",
    ),
)
references = Field(
    "cross-references",
    References,
    References.RETIRED,
    told=("the cross-references are to MRA, SPAA and UNC", "the cross-references are to the REC"),
)

DRAFT = Event("draft the legal text", INDUSTRY, SECAS, told="{by} drafts the legal text")
AMEND_REFERENCES = Event(
    "amend the cross-references", INDUSTRY, SECAS, told="{by} amends the cross-references"
)
PRESENT = Event(
    "present text and design to the Panel",
    INDUSTRY,
    SECAS,
    told="{by} presents text and design to the Panel",
)
COMMENT = Event("the Panel comments", INDUSTRY, PANEL, told="{by} comments on the legal text")
NO_COMMENT = Event("the Panel has no comments", INDUSTRY, PANEL, told="{by} has no comments")
DEAL_WITH_COMMENTS = Event(
    "deal with the comments", INDUSTRY, SECAS, told="{by} deals with the comments"
)

MAY_DRAFT = all_of(DESIGN_FINAL, REVIEWS_COMPLETE, REC_READ)

NOT_DRAFTED, DRAFTED, PRESENTED, COMMENTED, READY = Text
RETIRED, AMENDED = References

TEXT = Machine(
    "legal text",
    INDUSTRY,
    state=text,
    transitions=(
        Transition(DRAFT, NOT_DRAFTED, DRAFTED, when=MAY_DRAFT, cites="1-d 3-c 6-d"),
        Transition(PRESENT, DRAFTED, PRESENTED, cites="6-e"),
        Transition(COMMENT, PRESENTED, COMMENTED, cites="6-f"),
        Transition(DEAL_WITH_COMMENTS, COMMENTED, READY, cites="6-f"),
        Transition(NO_COMMENT, PRESENTED, READY, cites="6-f"),
    ),
    happy=(NOT_DRAFTED, DRAFTED, PRESENTED, READY),
)
REFERENCES = Machine(
    "cross-references",
    INDUSTRY,
    state=references,
    transitions=(Transition(AMEND_REFERENCES, RETIRED, AMENDED, when=DESIGN_FINAL, cites="4-b"),),
    happy=(RETIRED, AMENDED),
)
