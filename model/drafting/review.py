"""The review of the design by three committees: TABASC, the SMKI PMA and the SSC.

Each reviews what is presented to it, and may raise an issue, which is addressed before that
committee counts as having reviewed (6-c); by whom is not said. In which order they meet is free.
"""

from enum import Enum

from model.drafting.design import DESIGN_FINAL
from model.drafting.parties import COMMITTEE, EACH_COMMITTEE, SECAS, UNNAMED
from model.language import INDUSTRY, Event, Field, Machine, Named, Transition, all_of


class Review(Enum):
    """How far the review of the design has come."""

    NOT_BEGUN = "not begun"
    RUNNING = "running"
    COMPLETE = "complete"


class Opinion(Enum):
    """What a committee has said of the design."""

    NONE = "nothing yet"
    ISSUE = "an issue is open"
    REVIEWED = "reviewed"


review = Field(
    "review",
    Review,
    Review.NOT_BEGUN,
    told=("the review has not begun", "the review is running", "the review is complete"),
)
opinion = Field(
    "opinion",
    Opinion,
    Opinion.NONE,
    of=EACH_COMMITTEE,
    told=(
        "{} has said nothing of the design",
        "an issue of {} is open",
        "{} has reviewed the design",
    ),
)

PRESENT_DESIGN = Event(
    "present the design to the committees",
    INDUSTRY,
    SECAS,
    told="{by} presents the design to the committees",
)
COMPLETE = Event(
    "the reviews are complete", INDUSTRY, SECAS, told="{by} counts the reviews as complete"
)
REVIEW_DESIGN = Event(
    "review the design",
    INDUSTRY,
    COMMITTEE,
    of=EACH_COMMITTEE,
    told="{by} completes {}'s review of the design",
)
RAISE_ISSUE = Event(
    "raise an issue",
    INDUSTRY,
    COMMITTEE,
    of=EACH_COMMITTEE,
    told="{by} raises {}'s issue with the design",
)
ADDRESS_ISSUE = Event(
    "the issue is addressed",
    INDUSTRY,
    UNNAMED,
    of=EACH_COMMITTEE,
    told="{by} addresses the issue of {}",
)

PRESENTED = Named("the design is presented", review.is_(Review.RUNNING), cites="6-c")
HAS_REVIEWED = opinion.is_(Opinion.REVIEWED).called("{} has reviewed", cites="6-c")
ALL_HAVE = all_of(HAS_REVIEWED, of=EACH_COMMITTEE)
REVIEWS_COMPLETE = Named("the reviews are complete", review.is_(Review.COMPLETE), cites="6-d")

NONE, ISSUE, REVIEWED = Opinion

REVIEW = Machine(
    "review",
    INDUSTRY,
    state=review,
    transitions=(
        Transition(PRESENT_DESIGN, Review.NOT_BEGUN, Review.RUNNING, DESIGN_FINAL, cites="6-c"),
        Transition(COMPLETE, Review.RUNNING, Review.COMPLETE, ALL_HAVE, cites="6-c 6-d"),
    ),
    happy=tuple(Review),
)
COMMITTEES = Machine(
    "committee",
    INDUSTRY,
    of=EACH_COMMITTEE,
    state=opinion,
    transitions=(
        Transition(REVIEW_DESIGN, NONE, REVIEWED, when=PRESENTED, cites="6-c"),
        Transition(RAISE_ISSUE, NONE, ISSUE, when=PRESENTED, cites="6-c"),
        Transition(ADDRESS_ISSUE, ISSUE, REVIEWED, cites="6-c"),
    ),
    happy=(NONE, REVIEWED),
)
