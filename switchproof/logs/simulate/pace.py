"""How soon things happen in a simulated log. All of it is invented, and none of it a measurement.

What is possible happens after an exponential time of so many hours on the average, and the
soonest happens: so what was possible before may be drawn anew. Three things keep to the clock of
London: the start date begins at midnight, and gate and window for objections close at 17:00
(C1.1.4d, C1.6.2), the window on the next working day. No bank holidays are known here.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from model.language.events import Event, Scope

LONDON = ZoneInfo("Europe/London")
FIRST_DAY, DAYS = date(2023, 1, 1), 365
HOUR = 3_600_000_000  # microseconds, which all times here count
DAY = 24.0  # hours
SATURDAY = 5


class Clock(NamedTuple):
    """At which time of day something happens, on which days, and on which share of those."""

    at: time
    working: bool
    share: float


CLOCKS = {
    "midnight of the start date": Clock(time(0), working=False, share=1),
    "the gate closes": Clock(time(17), working=False, share=1 / 3),
    "the objection window closes": Clock(time(17), working=True, share=1),
}
HOURS = {
    "submit a switch request": 75 * DAY,
    "submit with a date out of bounds": 9000 * DAY,
    "object": 30 * DAY,
    "say that there is no objection": 30,
    "withdraw": 60 * DAY,
    "annul": 90 * DAY,
    "ask to withdraw another's": 300 * DAY,
    "ask to annul its own": 300 * DAY,
    "the message is not generated": 1,
    "send the message": 0.01,
    "send a faulty message": 0.3,
    "lose the message": 0.3,
    "accept and acknowledge the message": 0.02,
    "refuse the message": 0.02,
    "load the message": 1,
    "retry the message": 0.25,
    "give up retrying": 1,
    "resend the message": 1 * DAY,
    "correct the message": 4,
    "generate the message afterwards": 12 * DAY,
    "accept an earlier message that comes in late": 3 * DAY,
    "discard an earlier message out of sequence": 1 * DAY,
    "lose an earlier message for good": 20 * DAY,
    "a command is accepted": 120 * DAY,
    "a command is refused": 120 * DAY,
    "the time for sending passes": 90 * DAY,
    "the time for sending the pair passes": 90 * DAY,
    "the time for giving metering point data passes": 90 * DAY,
    "a pair becomes known": 200 * DAY,
    "the hub is exchanged": 900 * DAY,
    "the hub is removed": 2000 * DAY,
    "metering point data changes": 400 * DAY,
    "the service at the point changes": 400 * DAY,
    "raise an incident about the point": 3000 * DAY,
    "the DSP loses its data": 900 * DAY,
    "order a reconciliation": 400 * DAY,
    "suspend the CSS": 400 * DAY,
    "credentials of the CSS lapse": 400 * DAY,
    "the gateway of the CSS is compromised": 200 * DAY,
    "the DSP stops accepting the CSS": 400 * DAY,
}
QUICK = 2.0  # what the industry, a provider or a point does next, as a rule
SELDOM = {Scope.POINT: 20 * DAY, Scope.PROVIDER: 300 * DAY, Scope.INDUSTRY: 120 * DAY}
AT_WILL = (  # what is done without a need, beside what befalls
    "split the licence",
    "the DSP stops accepting the CSS",
    "suspend the",
    "raise an incident about the",
    "learns of a fault",
    "reopen the",
    "order a reconciliation",
    "offer a registration file",
)


def hours(event: Event) -> float:
    """Return after how many hours on the average an event happens that is possible."""
    if event.name in HOURS:
        return HOURS[event.name]
    seldom = event.mishap or any(words in event.name for words in AT_WILL)
    return SELDOM[event.scope] if seldom else QUICK


def moment(day: date, at: time) -> int:
    """Return the microsecond of a time of day in London."""
    return round(datetime.combine(day, at, LONDON).timestamp()) * 1_000_000


@cache
def instants(clock: Clock) -> tuple[int, ...]:
    """Return when a clock strikes, from the first day until well after the last."""
    every = (FIRST_DAY + timedelta(days=n) for n in range(DAYS + 200))
    days = (day for day in every if not clock.working or day.weekday() < SATURDAY)
    return tuple(moment(day, clock.at) for day in days)


def midnight(day: int) -> int:
    """Return the microsecond in which a day of the year begins in London, the first being 0."""
    return moment(FIRST_DAY + timedelta(days=day), time(0))
