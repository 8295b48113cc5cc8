"""What some calendar leads to: both bounds are met, both deadlines fall together, or no date is."""

from model.language import Claim, Sometimes, all_of
from model.leadtime.days import IS_WORKING, LONG_REST, begun, days
from model.leadtime.deadlines import CLOSED, COME, gate, window
from model.leadtime.request import IS_DOMESTIC, LATEST, NO_DATE, STARTED, request

# The only working day that a domestic request has had is today, and its window lasts till 17:00.
last_day_of_window = all_of(IS_DOMESTIC, IS_WORKING, begun.is_(1))

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "a-domestic-switch-in-two-days",
        "A domestic switch starts on the second day after its submission.",
        all_of(request.is_(STARTED), IS_DOMESTIC, days.is_(2)),
        cites="C1.2.5",
    ),
    Sometimes(
        "a-non-domestic-switch-in-three-days",
        "A non-domestic switch starts on the third day after its submission.",
        all_of(request.is_(STARTED), ~IS_DOMESTIC, days.is_(3)),
        cites="C1.non-domestic",
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
