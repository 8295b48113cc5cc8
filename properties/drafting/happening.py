"""What some run of the drafting gets to: the August Panel, a later one, and what may be missed."""

from model.drafting.design import DESIGN_FINAL, Came, Reading, came, reading
from model.drafting.month import AUGUST, JULY, LATER
from model.drafting.parties import Committee
from model.drafting.review import COMPLETE, ISSUE, opinion
from model.drafting.text import COMMENTED, PRESENT, READY, text
from model.drafting.when import month
from model.language import Claim, Sometimes, any_of, happens

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "the-august-panel-is-reached",
        "Text and design are presented to the Panel in August.",
        happens(PRESENT) & month.is_(AUGUST),
        cites="6-e",
    ),
    Sometimes(
        "the-review-is-done-in-july",
        "The committees' review is complete in July.",
        happens(COMPLETE) & month.is_(JULY),
        cites="6-d",
    ),
    Sometimes(
        "an-issue-is-raised",
        "A committee raises an issue.",
        any_of(*(opinion[c].is_(ISSUE) for c in Committee)),
        cites="6-c",
    ),
    Sometimes(
        "the-panel-has-comments",
        "The Panel comments on what is presented.",
        text.is_(COMMENTED),
        cites="6-f",
    ),
    Sometimes(
        "the-changes-are-ready",
        "The changes are ready to progress.",
        text.is_(READY),
        cites="6-f",
    ),
    Sometimes(
        "a-late-design-gets-ready-too",
        "The design came after June, and the changes are ready all the same, only later.",
        text.is_(READY) & came.is_(Came.AFTER_JUNE),
        cites="6-b 6-e",
    ),
    Sometimes(
        "the-design-may-never-come",
        "September is over and the design is still open: nothing obliges anyone to finish it.",
        month.is_(LATER) & ~DESIGN_FINAL,
        cites="6-b",
    ),
    Sometimes(
        "ready-on-an-older-rec",
        "The changes are ready, and a version of the REC has appeared that nobody has read for "
        "conflicts.",
        text.is_(READY) & reading.is_(Reading.DUE),
        cites="6-a A-newer-REC",
    ),
)
