"""What some calendar leads to: both bounds are met, both deadlines fall together, or no date is."""

from model.language import Claim, Sometimes, all_of
from model.leadtime.days import IS_WORKING, LONG_REST, Day, begun, complete, days, today
from model.leadtime.deadlines import CLOSED, COME, gate, window
from model.leadtime.request import EVE, IS_DOMESTIC, LATEST, NO_DATE, STARTED, request

# The only working day that a domestic request has had is today, and its window lasts till 17:00.
last_day_of_window = all_of(IS_DOMESTIC, IS_WORKING, begun.is_(1))
IN_TWO_DAYS = all_of(request.is_(STARTED), IS_DOMESTIC, days.is_(2))

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "a-domestic-switch-in-two-days",
        "A domestic switch starts on the second day after its submission.",
        IN_TWO_DAYS,
        cites="C1.2.5",
    ),
    Sometimes(
        "a-non-domestic-switch-in-three-days",
        "A non-domestic switch starts on the third day after its submission.",
        all_of(request.is_(STARTED), ~IS_DOMESTIC, days.is_(3)),
        cites="C1.non-domestic",
    ),
    Sometimes(
        "a-switch-starts-on-a-working-day",
        "The second day after submission, on which a domestic switch starts, is a working day.",
        IN_TWO_DAYS & today.is_(Day.WORKING),
        cites="C1 C1.2.5",
    ),
    Sometimes(
        "a-switch-starts-on-another-day",
        "The second day after submission, on which a domestic switch starts, is another day.",
        IN_TWO_DAYS & today.is_(Day.OTHER),
        cites="C1 C1.2.5",
    ),
    Sometimes(
        "a-date-between-two-long-rests",
        "Twelve days of rest before the first working day and twelve after it are not too many: "
        "the next day is the second working day, and a date can still be told on it.",
        all_of(request.is_(EVE), begun.is_(2), complete.is_(1), days.is_(26), ~LONG_REST),
        cites="C1.2.5 C1.non-domestic A-working-days",
    ),
    Sometimes(
        "the-latest-date-is-taken",
        "A switch starts 28 days after its submission.",
        request.is_(STARTED) & days.is_(LATEST),
        cites="C1.2.5",
    ),
    Sometimes(
        "both-deadlines-at-one-instant",
        "At the shortest domestic lead the objection window and the gate close at one instant.",
        all_of(window.is_(COME), gate.is_(COME), IS_DOMESTIC),
        cites="C4.tie",
    ),
    Sometimes(
        "both-deadlines-at-one-instant-non-domestic",
        "At the shortest non-domestic lead too they close at one instant.",
        all_of(window.is_(COME), gate.is_(COME), ~IS_DOMESTIC),
        cites="C4.tie C1.non-domestic",
    ),
    Sometimes(
        "the-gate-goes-first",
        "At that instant the gate is closed while the window is still to be closed.",
        gate.is_(CLOSED) & window.is_(COME),
        cites="C4.tie",
    ),
    Sometimes(
        "the-window-goes-first",
        "At that instant the window is closed while the gate is still to be closed.",
        all_of(window.is_(CLOSED), gate.is_(COME), last_day_of_window),
        cites="C4.tie",
    ),
    Sometimes(
        "the-window-closes-early",
        "The window is closed before a working day has come, since the losing supplier has said "
        "that it does not object.",
        window.is_(CLOSED) & begun.is_(0),
        cites="C1.6.2",
    ),
    Sometimes(
        "the-gate-closes-on-a-holiday",
        "The gate closes at 17:00 on a day that is no working day, since it is the calendar day "
        "before that counts.",
        gate.is_(COME) & ~IS_WORKING,
        cites="C1.1.4d",
    ),
    Sometimes(
        "no-date-to-propose",
        "After a rest that is too long there is no start date to propose: nothing in the text "
        "rules it out.",
        request.is_(NO_DATE) & LONG_REST,
        cites="C1.2.5 A-working-days",
    ),
)
