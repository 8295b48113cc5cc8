"""What some run of the drafting gets to: the August Panel, a later one, and what may be missed."""

from model.drafting.design import (
    DESIGN_FINAL,
    NEWER_REC,
    Came,
    Design,
    Reading,
    came,
    design,
    reading,
)
from model.drafting.month import AUGUST, JULY, LATER, SEPTEMBER
from model.drafting.parties import EACH_COMMITTEE
from model.drafting.review import COMPLETE, ISSUE, opinion
from model.drafting.text import COMMENTED, NO_COMMENT, PRESENT, READY, RETIRED, references, text
from model.drafting.when import JUNE, month
from model.language import Claim, Sometimes, all_of, any_of, happens

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "the-august-panel-is-reached",
        "Text and design are presented to the Panel in August.",
        happens(PRESENT) & month.is_(AUGUST),
        cites="6-e",
    ),
    Sometimes(
        "the-panel-sees-the-text-alone",
        "Text and design are presented to the Panel while the cross-references are still to the "
        "codes that the REC replaces.",
        happens(PRESENT) & references.is_(RETIRED),
        cites="4-b 6-e O1.apart",
    ),
    Sometimes(
        "the-design-comes-in-june",
        "The design becomes final in June.",
        design.becomes(Design.FINAL) & month.is_(JUNE),
        cites="6-b",
    ),
    Sometimes(
        "a-late-design-reaches-the-september-panel",
        "A design that came after June is presented to the Panel of September.",
        all_of(happens(PRESENT), month.is_(SEPTEMBER), came.is_(Came.AFTER_JUNE)),
        cites="6-b 6-e",
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
        any_of(opinion.is_(ISSUE), of=EACH_COMMITTEE),
        cites="6-c",
    ),
    Sometimes(
        "the-panel-has-comments",
        "The Panel comments on what is presented.",
        text.is_(COMMENTED),
        cites="6-f",
    ),
    Sometimes(
        "the-panel-has-no-comments",
        "The Panel has no comments on what is presented.",
        happens(NO_COMMENT),
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
        "a-version-that-nobody-reads",
        "A newer version of the REC appears before the last one has been read.",
        happens(NEWER_REC) & reading.is_(Reading.DUE),
        cites="6-a A-newer-REC",
    ),
    Sometimes(
        "ready-on-an-older-rec",
        "The changes are ready, and a version of the REC has appeared that nobody has read for "
        "conflicts.",
        text.is_(READY) & reading.is_(Reading.DUE),
        cites="6-a A-newer-REC",
    ),
)
