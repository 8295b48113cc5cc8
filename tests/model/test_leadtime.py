"""Stories of the lead time: calendars on which window, gate and start date fall."""

import pytest

from model.language import Event
from model.leadtime import days as d
from model.leadtime import deadlines as e
from model.leadtime import request as q
from model.leadtime.flow import FLOW
from model.walk import Walk
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from properties.leadtime import CLAIMS, VARIANTS
from tests.walking import refuse, take

WORK, REST = (d.FIVE, d.INTO_WORKING), (d.FIVE, d.INTO_OTHER)


def of_kind(kind: q.Kind) -> Walk:
    return Walk(FLOW.starting(q.kind, kind))


def test_the_flow_is_deletion_closed() -> None:
    assert FLOW.obstacles == ()


def test_a_domestic_switch_starts_after_one_complete_working_day() -> None:
    walk = take(of_kind(q.Kind.DOMESTIC), *WORK, q.TELL_DATE, d.FIVE)
    refuse(walk, d.INTO_OTHER)
    take(walk, e.CLOSE_WINDOW, e.CLOSE_GATE, d.INTO_OTHER)
    assert walk.read(q.request) is q.STARTED
    assert walk.read(d.days) == 2


def test_a_weekend_before_the_working_day_does_not_count() -> None:
    walk = take(of_kind(q.Kind.DOMESTIC), *REST)
    assert "enough working days" in refuse(walk, q.TELL_DATE)
    take(walk, *REST)
    refuse(walk, q.TELL_DATE)
    take(walk, *WORK, q.TELL_DATE)


def test_a_non_domestic_switch_needs_two_complete_working_days() -> None:
    walk = take(of_kind(q.Kind.NON_DOMESTIC), *WORK)
    refuse(walk, q.TELL_DATE)
    take(walk, *WORK, q.TELL_DATE, d.FIVE)
    assert walk.read(e.window) is walk.read(e.gate) is e.COME


def test_a_non_domestic_window_is_open_after_its_first_working_day() -> None:
    walk = take(of_kind(q.Kind.NON_DOMESTIC), *WORK, d.FIVE)
    assert walk.read(e.window) is e.OPEN


@pytest.mark.parametrize(
    "order", [(e.CLOSE_WINDOW, e.CLOSE_GATE), (e.CLOSE_GATE, e.CLOSE_WINDOW)], ids=str
)
def test_at_the_shortest_lead_either_deadline_may_be_acted_upon_first(
    order: tuple[Event, Event],
) -> None:
    walk = take(of_kind(q.Kind.DOMESTIC), *WORK, q.TELL_DATE, d.FIVE, *order, d.INTO_WORKING)
    assert walk.read(q.request) is q.STARTED


def test_the_gate_closes_on_a_sunday_before_a_start_on_monday() -> None:
    walk = take(of_kind(q.Kind.DOMESTIC), *WORK, d.FIVE, e.CLOSE_WINDOW, d.INTO_OTHER)
    take(walk, *REST, q.TELL_DATE, d.FIVE, e.CLOSE_GATE, d.INTO_WORKING)
    assert walk.read(q.request) is q.STARTED


def test_an_answer_of_no_objection_closes_the_window_early() -> None:
    walk = take(of_kind(q.Kind.DOMESTIC), e.SAY_NO_OBJECTION, *WORK, d.FIVE)
    assert walk.read(e.window) is e.CLOSED
    refuse(walk, e.CLOSE_WINDOW)


def test_a_date_29_days_ahead_is_refused() -> None:
    walk = take(of_kind(q.Kind.DOMESTIC), e.SAY_NO_OBJECTION, *WORK, *(REST * 26))
    assert walk.read(d.days) == q.LATEST - 1
    take(walk, d.FIVE)
    refuse(walk, d.INTO_OTHER)
    take(walk, q.RUN_OUT)
    assert walk.read(q.request) is q.TOO_LATE


@pytest.mark.parametrize(("gap", "ends"), [(12, q.TOO_LATE), (13, q.NO_DATE)])
def test_thirteen_days_of_rest_are_the_first_that_leave_no_date(gap: int, ends: q.Request) -> None:
    calendar = [*(REST * gap), *WORK, *(REST * gap), *WORK, *REST, *REST][: 2 * (q.LATEST - 1)]
    walk = of_kind(q.Kind.NON_DOMESTIC)
    take(walk, e.SAY_NO_OBJECTION, *calendar, d.FIVE, q.RUN_OUT)
    assert walk.read(q.request) is ends


@pytest.mark.parametrize("id_", ["domestic-window-before-gate", "domestic-lead-kept"])
def test_what_was_read_of_domestic_points_does_not_hang_on_the_lead_of_others(id_: str) -> None:
    other = next(v.flow for v in VARIANTS if v.name == "one working day for all")
    claim = next(c for c in CLAIMS if c.id == id_)
    assert decide(other, claim).verdict is Verdict.PROVED
