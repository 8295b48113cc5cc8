"""What of the drafting at last comes about, and who must then at last act."""

from model.drafting.design import READ_REC
from model.drafting.review import (
    ADDRESS_ISSUE,
    COMPLETE,
    PRESENTED,
    RAISE_ISSUE,
    REVIEW_DESIGN,
    REVIEWS_COMPLETE,
)
from model.drafting.text import (
    COMMENT,
    DEAL_WITH_COMMENTS,
    DRAFT,
    NO_COMMENT,
    NOT_DRAFTED,
    READY,
    text,
)
from model.drafting.text import PRESENTED as AT_THE_PANEL
from model.drafting.when import MONTH_ENDS
from model.language import Claim, LeadsTo, every

LIVING: tuple[Claim, ...] = (
    LeadsTo(
        "each-review-at-last-ends",
        "The review is at last complete, if each committee reviews the design or raises its issue, "
        "and each issue is addressed.",
        PRESENTED,
        to=REVIEWS_COMPLETE,
        weak=(
            *zip(every(REVIEW_DESIGN), every(RAISE_ISSUE), strict=True),
            *every(ADDRESS_ISSUE, MONTH_ENDS),
        ),
        strong=(COMPLETE,),
        cites="6-c 6-d A-one-phase-a-month",
    ),
    LeadsTo(
        "what-is-reviewed-is-at-last-drafted",
        "Once the reviews are complete the legal text is at last drafted, though newer versions of "
        "the REC appear again and again.",
        REVIEWS_COMPLETE,
        to=text.is_not(NOT_DRAFTED),
        weak=(READ_REC,),
        strong=(DRAFT,),
        cites="6-a 6-d A-newer-REC",
    ),
    LeadsTo(
        "what-the-panel-sees-gets-ready",
        "What is presented to the Panel is at last ready to progress, with comments or without.",
        text.is_(AT_THE_PANEL),
        to=text.is_(READY),
        weak=((COMMENT, NO_COMMENT), DEAL_WITH_COMMENTS),
        cites="6-f",
    ),
)
