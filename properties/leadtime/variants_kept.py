"""Variants of the lead time in which one event does too little, too much, or is another's."""

from model.language import STAYS, Transition, Variant
from model.leadtime.days import CALENDAR, INTO_OTHER, INTO_WORKING
from model.leadtime.deadlines import COME, SAY_NO_OBJECTION, WINDOW, Deadline
from model.leadtime.flow import FLOW
from model.leadtime.request import EVE, REQUEST, RUN_OUT, TELL_DATE
from model.parties import GAINING_SUPPLIER
from properties.acting import acted_by, amiss

OVERNIGHT = WINDOW
for midnight in (INTO_WORKING, INTO_OTHER):
    stays_open = Transition(midnight, Deadline, STAYS, cites="A-total")
    OVERNIGHT = OVERNIGHT.instead(midnight, stays_open)
WAITS = Transition(INTO_OTHER, EVE, STAYS, cites="C1")

VARIANTS_OF_KEPT: tuple[Variant, ...] = (
    Variant(
        "only working days are counted",
        "The 28 days are calendar days (C1.2.5).",
        FLOW.but(amiss(CALENDAR, INTO_OTHER, then={})),
        breaks={"every-midnight-begins-a-day": 2},
    ),
    Variant(
        "a date told in the evening",
        "The gate of that day has passed by then, and nobody could withdraw or annul any more.",
        FLOW.but(REQUEST.lacking(TELL_DATE, "it is before 17:00")),
        breaks={"the-gate-is-not-open-on-the-last-evening": 4},
    ),
    Variant(
        "a window that is closed some days later",
        "What has come at 17:00 is acted upon before midnight; later the switch may have begun.",
        FLOW.but(OVERNIGHT),
        breaks={"no-start-before-both-have-closed": 6},
    ),
    Variant(
        "a date that can be told for ever",
        "A date may lie 28 days ahead and no more (C1.2.5).",
        FLOW.but(REQUEST.lacking(INTO_OTHER, "a later day is near enough")),
        breaks={"no-date-ahead-after-27-days": 56},
    ),
    Variant(
        "no start on a holiday",
        "The start date is a calendar day, and begins at its midnight.",
        FLOW.but(REQUEST.instead(INTO_OTHER, REQUEST.rules_of(INTO_OTHER)[0], WAITS)),
        breaks={"the-start-date-begins-at-midnight": 7},
    ),
    Variant(
        "a request that runs out at midday",
        "Until 17:00 of that day the next day could still be its date.",
        FLOW.but(REQUEST.lacking(RUN_OUT, "17:00 has come")),
        breaks={"a-request-runs-out-on-its-last-day": 55},
    ),
    Variant(
        "an answer that closes nothing",
        "A valid answer of no objection ends the window early (C1.6.2).",
        FLOW.but(amiss(WINDOW, SAY_NO_OBJECTION, target=COME)),
        breaks={"the-window-is-closed-early-or-in-time": 1},
    ),
    Variant(
        "the gaining supplier answers for the losing one",
        "That there is no objection is for the losing supplier to say.",
        acted_by(FLOW, SAY_NO_OBJECTION, GAINING_SUPPLIER),
        breaks={"dates-and-deadlines-by-whom": 1},
    ),
)
