"""Stories of the handover: its steps in the right order, and in wrong ones."""

import pytest

from model.css import entry as css
from model.css import gateway as g
from model.css.duties import crs_standing
from model.css.flow import FLOW as NEW
from model.css.old_channel import RECEIVE_ONLY
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import START_CSS, STOP_CSS, accepts_css
from model.current.authority import copy
from model.current.duties import Standing, networks_standing
from model.current.store import accepts_rdp
from model.handover import change as c
from model.handover import paths as p
from model.handover import sources as d
from model.handover.flow import FLOW
from model.language import Event, Flow, Sometimes
from model.parties import RDP, Supplier
from model.walk import Walk
from properties.handover import CLAIMS, UNBROKEN, VARIANTS
from tests.walking import refuse, take

A, B = Supplier.A, Supplier.B
ENTRY = (
    css.NOMINATE,
    css.IDENTIFY,
    css.ISSUE_SMKI,
    css.ISSUE_DCCKI,
    css.CONNECT,
    css.MEET_CODE,
    css.PASS_TESTS,
    css.GO_LIVE,
)
SWITCHED_OVER = (*ENTRY, d.STOP_RDPS, c.TAKE_EFFECT, c.WITHDRAW_RIGHT, START_CSS)
THE_WHOLE = (*SWITCHED_OVER, RECONCILE, c.DECLARE_DONE)
BY_FILE = (p.SEND_FILE, p.LOAD_FILE)
BY_MESSAGE = (p.SEND_MESSAGE, p.LOAD_MESSAGE)


def variant(name: str) -> Flow:
    return next(v.flow for v in VARIANTS if v.name == name)


def standings(walk: Walk) -> tuple[object, object]:
    return walk.read(networks_standing), walk.read(crs_standing)


def accepted(walk: Walk) -> tuple[object, object]:
    return walk.read(accepts_rdp), walk.read(accepts_css)


def test_the_flow_is_deletion_closed() -> None:
    assert FLOW.obstacles == ()


def test_every_claim_is_broken_by_a_variant_or_says_why_it_stands() -> None:
    decided = {c.id for c in CLAIMS if not c.pending and not isinstance(c, Sometimes)}
    broken = {id_ for variant in VARIANTS for id_ in variant.breaks}
    assert broken | {id_ for id_, _ in UNBROKEN} == decided
    assert broken.isdisjoint(id_ for id_, _ in UNBROKEN)


def test_each_step_in_the_right_order() -> None:
    walk = Walk(FLOW)
    seen = []
    for event in THE_WHOLE:
        walk.take(event)
        seen.append((*standings(walk), *accepted(walk)))
    networks, crs = Standing.IN_FORCE, Standing.IN_FORCE
    assert seen == [
        *[(networks, Standing.NOT_YET, True, False)] * len(ENTRY),
        (networks, Standing.NOT_YET, False, False),
        (Standing.ENDED, crs, False, False),
        (Standing.ENDED, crs, False, False),
        (Standing.ENDED, crs, False, True),
        (Standing.ENDED, crs, False, True),
        (Standing.ENDED, crs, False, True),
    ]
    assert walk.read(c.change) is c.Change.DONE
    assert walk.breaches == []


def test_both_standings_move_in_one_event_for_all_networks() -> None:
    walk = Walk(FLOW, points=2, providers=2)
    take(walk, *ENTRY, d.STOP_RDPS, c.TAKE_EFFECT)
    ended = [walk.read(networks_standing, at=provider) for provider in (0, 1)]
    assert ended == [Standing.ENDED, Standing.ENDED]
    assert walk.read(crs_standing) is Standing.IN_FORCE


def test_before_the_change_a_switch_reaches_the_dsp_by_file() -> None:
    walk = take(Walk(FLOW), p.SWITCH[B], *BY_FILE)
    assert walk.read(copy) is B


def test_after_the_change_a_switch_reaches_the_dsp_by_message() -> None:
    walk = take(Walk(FLOW), *THE_WHOLE, p.SWITCH[B], *BY_MESSAGE)
    assert walk.read(copy) is B


def test_a_switch_in_the_middle_comes_with_the_reconciliation() -> None:
    walk = take(Walk(FLOW), *ENTRY, d.STOP_RDPS, p.SWITCH[B], c.TAKE_EFFECT, START_CSS)
    assert walk.read(copy) is A
    assert walk.read(p.file_due) is False
    assert take(walk, RECONCILE).read(copy) is B


def test_a_file_in_flight_at_the_change_is_refused_and_its_switch_is_not_lost() -> None:
    walk = take(Walk(FLOW), p.SWITCH[B], p.SEND_FILE, *SWITCHED_OVER)
    assert "the DSP accepts RDPs" in refuse(walk, p.LOAD_FILE)
    take(walk, p.REFUSE_FILE)
    assert walk.read(copy) is A
    assert take(walk, RECONCILE).read(copy) is B


def test_an_rdp_that_sends_after_its_right_was_withdrawn_is_in_breach() -> None:
    walk = take(Walk(FLOW), *THE_WHOLE, p.SEND_FILE)
    assert walk.breaches == [(len(walk.history), RECEIVE_ONLY, RDP)]
    refuse(walk, p.LOAD_FILE)
    take(walk, p.REFUSE_FILE)
    assert walk.read(copy) is A


def test_where_the_right_is_not_withdrawn_the_same_file_is_no_breach() -> None:
    steps = (step for step in THE_WHOLE if step is not c.WITHDRAW_RIGHT)
    walk = take(Walk(variant("the right is not withdrawn")), *steps, p.SEND_FILE)
    assert walk.read(c.change) is c.Change.DONE
    assert walk.breaches == []


@pytest.mark.parametrize(
    ("so_far", "too_early", "why"),
    [
        ((), d.STOP_RDPS, "the CSS has gone live"),
        ((), c.TAKE_EFFECT, "the sender is admitted"),
        (ENTRY, c.TAKE_EFFECT, "the DSP accepts no RDP"),
        (ENTRY, START_CSS, "the change is in effect"),
        ((*ENTRY, d.STOP_RDPS, css.SUSPEND), c.TAKE_EFFECT, "the sender is admitted"),
        ((*ENTRY, d.STOP_RDPS, css.LAPSE), c.TAKE_EFFECT, "the sender is admitted"),
        (
            (*ENTRY, d.STOP_RDPS, g.COMPROMISE, g.TAKE_CONTROL),
            c.TAKE_EFFECT,
            "the gateway passes traffic",
        ),
        ((*ENTRY, d.STOP_RDPS), START_CSS, "the change is in effect"),
        ((*ENTRY, d.STOP_RDPS), c.WITHDRAW_RIGHT, "the change is in effect"),
        (SWITCHED_OVER[:-1], RECONCILE, "the DSP accepts the CSS"),
        (SWITCHED_OVER, c.DECLARE_DONE, "the DSP is reconciled"),
        ((*SWITCHED_OVER[:-2], START_CSS, RECONCILE), c.DECLARE_DONE, "the right is withdrawn"),
        (SWITCHED_OVER, c.FALL_BACK, "the DSP accepts no CSS"),
        (SWITCHED_OVER, d.START_RDPS, "the change is not in effect"),
        (THE_WHOLE, STOP_CSS, "the change is in effect and not done"),
    ],
)
def test_a_step_out_of_order_is_refused(
    so_far: tuple[Event, ...], too_early: Event, why: str
) -> None:
    assert why in refuse(take(Walk(FLOW), *so_far), too_early)


def test_the_dsp_switches_too_early_and_loads_what_nobody_answers_for() -> None:
    walk = Walk(variant("the DSP switches too early"))
    take(walk, *ENTRY, d.STOP_RDPS, START_CSS)
    assert accepted(walk) == (False, True)
    assert standings(walk) == (Standing.IN_FORCE, Standing.NOT_YET)


def test_the_dsp_switches_too_late_and_loads_a_file_of_nobody() -> None:
    walk = Walk(variant("the DSP switches too late"))
    take(walk, p.SWITCH[B], p.SEND_FILE, *ENTRY, c.TAKE_EFFECT, p.LOAD_FILE)
    assert walk.read(copy) is B
    assert standings(walk) == (Standing.ENDED, Standing.IN_FORCE)


def test_with_both_sources_accepted_the_old_one_overwrites_the_new() -> None:
    walk = Walk(variant("RDPs still accepted after the handover"))
    take(walk, p.SEND_FILE, *ENTRY, c.TAKE_EFFECT, START_CSS, p.SWITCH[B], RECONCILE)
    assert walk.read(copy) is B
    take(walk, p.LOAD_FILE)
    assert walk.read(copy) is A
    assert walk.read(reconciliation) is Reconciliation.NOT_DUE


def test_parted_standings_leave_a_gap_or_an_overlap() -> None:
    steps = (*ENTRY, d.STOP_RDPS, c.TAKE_EFFECT)
    gap = take(Walk(variant("gap")), *steps)
    assert standings(gap) == (Standing.ENDED, Standing.NOT_YET)
    overlap = take(Walk(variant("overlap")), *steps)
    assert standings(overlap) == (Standing.IN_FORCE, Standing.IN_FORCE)


def test_a_fallback_gives_back_duty_and_right_in_one_event() -> None:
    walk = take(Walk(FLOW), *SWITCHED_OVER, STOP_CSS, c.FALL_BACK)
    assert standings(walk) == (Standing.IN_FORCE, Standing.ENDED)
    assert walk.read(c.right) is c.Right.HELD
    assert accepted(walk) == (False, False)


def test_after_a_fallback_a_full_set_brings_what_the_css_was_to_send() -> None:
    walk = take(Walk(FLOW), *SWITCHED_OVER, p.SWITCH[B], p.SEND_MESSAGE, STOP_CSS, c.FALL_BACK)
    refuse(walk, p.LOAD_MESSAGE)
    take(walk, p.REFUSE_MESSAGE, d.START_RDPS, *BY_FILE)
    assert walk.read(copy) is B


def test_after_it_is_done_there_is_no_way_back() -> None:
    walk = take(Walk(FLOW), *THE_WHOLE)
    refuse(walk, c.FALL_BACK)
    refuse(walk, d.START_RDPS)


def test_after_a_fallback_the_change_does_not_take_effect_again() -> None:
    walk = take(Walk(FLOW), *SWITCHED_OVER, STOP_CSS, c.FALL_BACK)
    refuse(walk, c.TAKE_EFFECT)


def test_a_freeze_can_be_given_up_before_the_change() -> None:
    walk = take(Walk(FLOW), *ENTRY, d.STOP_RDPS, p.SWITCH[B], p.SEND_FILE, p.REFUSE_FILE)
    assert walk.read(p.file_due) is True
    take(walk, d.START_RDPS, *BY_FILE)
    assert walk.read(copy) is B


def test_a_suspended_css_loads_nothing_though_it_is_accepted() -> None:
    walk = take(Walk(FLOW), *THE_WHOLE, p.SWITCH[B], p.SEND_MESSAGE, css.SUSPEND)
    assert "the sender is admitted" in refuse(walk, p.LOAD_MESSAGE)
    take(walk, p.REFUSE_MESSAGE, css.REINSTATE, *BY_MESSAGE)
    assert walk.read(copy) is B


def test_the_copy_starts_as_the_rdps_left_it() -> None:
    assert Walk(FLOW).read(copy) is Supplier.A


def test_entry_goes_step_by_step_and_tests_can_be_taken_again() -> None:
    walk = take(Walk(FLOW), *ENTRY[:6])
    refuse(walk, css.GO_LIVE)
    take(walk, css.FAIL_TESTS, css.PASS_TESTS, css.GO_LIVE)
    assert walk.read(css.css_entry) is css.CssEntry.LIVE


def test_the_new_flow_starts_where_the_handover_ends() -> None:
    done, new = take(Walk(FLOW), *THE_WHOLE), Walk(NEW)
    both = [
        field
        for machine in FLOW.machines
        for field in (machine.state, *machine.fields)
        if field in NEW.machine_of
    ]

    assert {"entry of the CSS", "accepts the CSS", "copy at the DSP"} <= {f.name for f in both}
    assert [f.name for f in both if done.read(f) != new.read(f)] == []
