"""Stories of the new flow, in the words of the domain."""

from collections.abc import Callable

import pytest

from model.css import entry as e
from model.css import gateway as g
from model.css import hub as h
from model.css import incident as i
from model.css import late
from model.css import messages as m
from model.css import notices as n
from model.css import registration as r
from model.css import sync as s
from model.css.duties import CRS_SENDS, MISS_TIME
from model.css.flow import FLOW
from model.css.licence import CRS, SPLIT_LICENCE, Licence, licence
from model.css.old_channel import OFFER_FILE, RECEIVE_ONLY, REFUSE_FILE, TAKE_FILE
from model.css.reconciliation import ORDER, RECONCILE, Reconciliation, reconciliation
from model.css.sources import START_CSS, STOP_CSS
from model.current import entry as rdp
from model.current import flags as fl
from model.current import gateway as rdp_gateway
from model.current import incident as rdp_incident
from model.current.authority import COMMAND_ACCEPTED, COMMAND_REFUSED, copy
from model.current.duties import Mark, mark
from model.current.fuel import Fuel, fuel
from model.current.store import LOSE_DATA
from model.language import Event, Sometimes
from model.parties import CLOCK, RDP, SUPPLIERS, Supplier
from model.walk import Walk
from properties.css import CLAIMS, UNBROKEN, VARIANTS
from tests.walking import refuse, take, without_effect

A, B = Supplier.A, Supplier.B
RDP_ENTRY = (
    rdp.NOMINATE,
    rdp.IDENTIFY,
    rdp.ISSUE_SMKI,
    rdp.ISSUE_DCCKI,
    rdp.CONNECT,
    rdp.MEET_CODE,
    rdp.PASS_TESTS,
    rdp.GO_LIVE,
)
THROUGH = (m.SEND, m.ACCEPT, m.LOAD)
NOTIFIED = (n.SEND_NOTICE, n.APPLY_SECURED)
FUELS = pytest.mark.parametrize("of", Fuel)


def new_walk(of: Fuel = Fuel.ELECTRICITY) -> Walk:
    return Walk(FLOW, starts={fuel: of})


def in_step(of: Fuel = Fuel.ELECTRICITY) -> Walk:
    """A CSS that is live, accepted, and has given the DSP its first load: where the flow starts."""
    return new_walk(of)


def pending(walk: Walk, supplier: Supplier = B) -> Walk:
    return take(walk, r.SUBMIT[supplier], r.MAKE_PENDING[supplier])


def confirmed(walk: Walk, supplier: Supplier = B) -> Walk:
    return take(pending(walk, supplier), r.CLOSE_WINDOW[supplier])


def secured(walk: Walk, supplier: Supplier = B) -> Walk:
    return take(confirmed(walk, supplier), r.CLOSE_GATE[supplier])


def switched(walk: Walk, supplier: Supplier = B) -> Walk:
    return take(secured(walk, supplier), *NOTIFIED, r.MIDNIGHT[supplier])


def statuses(walk: Walk) -> list[r.Registration]:
    found = [walk.read(r.registration[supplier]) for supplier in SUPPLIERS]
    return [status for status in found if isinstance(status, r.Registration)]


def test_the_flow_is_deletion_closed() -> None:
    assert FLOW.obstacles == ()


def test_every_claim_is_broken_by_a_variant_or_says_why_it_stands() -> None:
    decided = {c.id for c in CLAIMS if not c.pending and not isinstance(c, Sometimes)}
    broken = {id_ for variant in VARIANTS for id_ in variant.breaks}
    broken -= {c.id for c in CLAIMS if isinstance(c, Sometimes)}  # a reading may end a finding
    assert broken | {id_ for id_, _ in UNBROKEN} == decided
    assert broken.isdisjoint(id_ for id_, _ in UNBROKEN)


@FUELS
def test_a_switch_goes_through_and_both_services_follow(of: Fuel) -> None:
    walk = switched(in_step(of))
    assert statuses(walk) == [r.Registration.INACTIVE, r.Registration.ACTIVE]
    assert walk.read(s.held) is B
    assert walk.read(copy) is A
    take(walk, *THROUGH)
    assert walk.read(copy) is B
    assert walk.read(r.ended[B]) is r.Ended.SWITCHED
    assert walk.breaches == []


def test_the_gate_moves_old_and_new_to_the_secured_pair() -> None:
    walk = secured(in_step())
    assert walk.read(r.gain[B]) is r.Gain.SECURED_ACTIVE
    assert statuses(walk) == [r.Registration.SECURED_INACTIVE, r.Registration.INACTIVE]


def test_an_objection_in_the_window_cancels_a_switch() -> None:
    walk = take(pending(in_step()), r.OBJECT[B])
    refuse(walk, r.CLOSE_WINDOW[B])
    refuse(walk, r.CLOSE_GATE[B])
    take(walk, r.CANCEL[B])
    assert walk.read(r.ended[B]) is r.Ended.CANCELLED
    assert walk.read(n.notice) is n.Notice.CANCELLED_DUE
    assert statuses(walk)[0] is r.Registration.ACTIVE


def test_an_objection_too_late_has_no_effect() -> None:
    walk = confirmed(in_step())
    without_effect(walk, r.OBJECT[B])
    take(walk, r.CLOSE_GATE[B])
    without_effect(walk, r.OBJECT[B])
    take(walk, r.MIDNIGHT[B])
    assert statuses(walk)[1] is r.Registration.ACTIVE


def test_the_losing_supplier_may_say_early_that_it_does_not_object() -> None:
    walk = take(pending(in_step()), r.SAY_NO_OBJECTION[B], r.CLOSE_GATE[B])
    assert walk.read(r.gain[B]) is r.Gain.SECURED_ACTIVE


@pytest.mark.parametrize("so_far", [pending, confirmed])
def test_a_withdrawal_ends_a_switch_before_the_gate_closes(so_far: Callable[[Walk], Walk]) -> None:
    walk = take(so_far(in_step()), r.WITHDRAW[B])
    assert walk.read(r.ended[B]) is r.Ended.WITHDRAWN
    refuse(walk, r.CLOSE_GATE[B])
    take(walk, n.SEND_NOTICE, n.APPLY_CANCELLED)
    assert walk.read(s.held) is A


def test_an_annulment_ends_a_switch_before_the_gate_closes() -> None:
    walk = take(confirmed(in_step()), r.ANNUL[B])
    assert walk.read(r.ended[B]) is r.Ended.ANNULLED
    refuse(walk, r.MIDNIGHT[B])


def test_withdrawal_and_annulment_after_the_gate_has_closed_have_no_effect() -> None:
    walk = secured(in_step())
    without_effect(walk, r.WITHDRAW[B])
    without_effect(walk, r.ANNUL[B])


def test_a_supplier_that_asks_for_the_others_act_gets_nothing() -> None:
    walk = confirmed(in_step())
    without_effect(walk, r.ANNUL_OWN[B])
    without_effect(walk, r.WITHDRAW_ANOTHERS[B])


def test_a_request_with_a_date_out_of_bounds_is_rejected_and_can_be_made_again() -> None:
    walk = take(in_step(), r.SUBMIT_BADLY[B])
    assert "the date is in bounds" in refuse(walk, r.MAKE_PENDING[B])
    take(walk, r.REJECT[B])
    assert walk.read(r.ended[B]) is r.Ended.REJECTED
    assert statuses(switched(walk))[1] is r.Registration.ACTIVE


def test_a_request_that_is_fine_is_not_rejected() -> None:
    refuse(take(in_step(), r.SUBMIT[B]), r.REJECT[B])


def test_a_supplier_cannot_request_what_it_has() -> None:
    walk = take(in_step(), r.SUBMIT[A])
    assert "the supplier is not registered already" in refuse(walk, r.MAKE_PENDING[A])


def test_a_second_request_is_rejected_until_the_switch_has_happened() -> None:
    walk = take(secured(in_step()), r.SUBMIT[A])
    assert "no other request is open" in refuse(walk, r.MAKE_PENDING[A])
    take(walk, r.REJECT[A], r.MIDNIGHT[B])
    assert statuses(switched(walk, A))[0] is r.Registration.ACTIVE


def test_a_message_never_generated_shows_nowhere_until_it_is_generated() -> None:
    walk = take(switched(in_step()), m.FAIL_TO_MAKE)
    refuse(walk, m.SEND)
    refuse(walk, m.RESEND)
    assert walk.read(reconciliation) is Reconciliation.NOT_DUE
    assert walk.read(copy) is A
    take(walk, m.REGENERATE, *THROUGH)
    assert walk.read(copy) is B


def test_a_message_never_generated_is_made_good_by_a_reconciliation() -> None:
    walk = take(switched(in_step()), m.FAIL_TO_MAKE)
    refuse(walk, RECONCILE)
    take(walk, ORDER, RECONCILE)
    assert walk.read(copy) is B
    assert walk.read(m.message) is m.Message.NOTHING


def test_a_message_that_is_lost_and_not_acknowledged_is_retried() -> None:
    walk = take(switched(in_step()), m.SEND, m.LOSE)
    refuse(walk, m.ACCEPT)
    take(walk, m.RETRY, m.ACCEPT, m.LOAD)
    assert walk.read(copy) is B


def test_a_message_that_was_given_up_is_resent() -> None:
    walk = take(switched(in_step()), m.SEND, m.LOSE, m.RETRY, m.LOSE, m.GIVE_UP)
    refuse(walk, m.RETRY)
    take(walk, m.RESEND, m.ACCEPT, m.LOAD)
    assert walk.read(copy) is B


def test_a_faulty_message_is_refused_and_made_again() -> None:
    walk = take(switched(in_step()), m.SEND_FAULTY)
    assert "the message is sound" in refuse(walk, m.ACCEPT)
    take(walk, m.REFUSE)
    assert walk.read(copy) is A
    take(walk, m.CORRECT, *THROUGH)
    assert walk.read(copy) is B


def sent_and_switched_back() -> Walk:
    """The message about B is on its way when the point has gone back to A."""
    return switched(take(switched(in_step()), m.SEND), A)


def test_an_earlier_message_that_comes_in_first_is_loaded_first() -> None:
    walk = take(sent_and_switched_back(), late.ACCEPT_LATE)
    assert walk.read(copy) is B
    take(walk, *THROUGH)
    assert walk.read(copy) is A


def test_a_message_out_of_sequence_changes_nothing() -> None:
    walk = take(sent_and_switched_back(), *THROUGH)
    assert "the message is in order" in refuse(walk, late.ACCEPT_LATE)
    take(walk, late.DISCARD)
    assert walk.read(copy) is A


def test_a_message_that_a_reconciliation_overtakes_changes_nothing() -> None:
    walk = take(switched(in_step()), m.SEND, ORDER, RECONCILE)
    refuse(walk, late.ACCEPT_LATE)
    assert walk.read(copy) is B


def test_a_secured_notice_that_cannot_be_applied_waits_for_the_switching_operator() -> None:
    walk = take(secured(in_step()), n.SEND_NOTICE, n.CANNOT_APPLY, r.MIDNIGHT[B])
    assert walk.read(s.sync) is s.Sync.EXCEPTION
    assert statuses(walk)[1] is r.Registration.ACTIVE
    assert walk.read(s.held) is A
    take(walk, s.RESOLVE_EXCEPTION)
    assert walk.read(s.held) is B
    assert walk.read(s.later_date)


def test_a_gas_service_applies_what_is_secured() -> None:
    walk = take(secured(in_step(Fuel.GAS)), n.SEND_NOTICE)
    assert "electricity" in refuse(walk, n.CANNOT_APPLY)


def test_in_gas_a_proxy_stands_in_for_a_missing_notice() -> None:
    walk = take(secured(in_step(Fuel.GAS)), n.MISS_NOTICE, n.GIVE_PROXY, r.MIDNIGHT[B])
    assert walk.read(s.held) is B
    assert not walk.read(s.later_date)


def test_no_proxy_is_given_for_a_cancellation() -> None:
    walk = take(pending(in_step(Fuel.GAS)), r.OBJECT[B], r.CANCEL[B], n.MISS_NOTICE)
    refuse(walk, n.GIVE_PROXY)
    take(walk, n.RESEND_NOTICE, n.APPLY_CANCELLED)
    assert walk.read(s.held) is A


def test_a_notice_that_comes_late_leaves_two_dates() -> None:
    walk = take(secured(in_step()), n.MISS_NOTICE, r.MIDNIGHT[B], n.RESEND_NOTICE, n.APPLY_SECURED)
    assert walk.read(s.held) is B
    assert walk.read(s.later_date)


def test_nothing_is_accepted_from_a_source_that_is_switched_off() -> None:
    walk = take(switched(in_step()), m.SEND, STOP_CSS)
    assert "the DSP accepts the CSS" in refuse(walk, m.ACCEPT)
    take(walk, START_CSS, m.ACCEPT, m.LOAD)
    assert walk.read(copy) is B


def test_a_suspended_sender_is_refused_and_catches_up_when_reinstated() -> None:
    walk = take(switched(in_step()), m.SEND, e.SUSPEND)
    assert "the sender is admitted" in refuse(walk, m.ACCEPT)
    take(walk, m.REFUSE)
    assert walk.read(copy) is A
    take(walk, e.REINSTATE, RECONCILE)
    assert walk.read(copy) is B


def test_a_sender_whose_credentials_lapsed_is_refused_until_they_are_renewed() -> None:
    walk = take(switched(in_step()), e.LAPSE, m.SEND)
    refuse(walk, m.ACCEPT)
    take(walk, e.RENEW, m.ACCEPT, m.LOAD)
    assert walk.read(copy) is B


def test_nothing_passes_a_gateway_under_control() -> None:
    walk = take(switched(in_step()), m.SEND, g.COMPROMISE, g.TAKE_CONTROL, ORDER)
    for event in (m.ACCEPT, m.REFUSE, RECONCILE):
        assert "the gateway passes traffic" in refuse(walk, event)
    take(walk, g.RESTORE, m.ACCEPT, m.LOAD)
    assert walk.read(copy) is B


def test_a_compromised_gateway_passes_traffic_until_the_dcc_takes_control() -> None:
    walk = take(switched(in_step()), g.COMPROMISE, *THROUGH)
    assert walk.read(copy) is B


def test_flags_reach_the_rdp_while_the_gateway_of_the_css_is_under_control() -> None:
    walk = take(in_step(), *RDP_ENTRY, g.COMPROMISE, g.TAKE_CONTROL)
    take(walk, fl.CHANGE_SERVICE, fl.SEND_FLAG, fl.ACCEPT_FLAG)
    assert walk.read(fl.flag) is fl.Flag.CURRENT


def test_messages_reach_the_dsp_while_an_rdp_is_suspended() -> None:
    walk = take(in_step(), *RDP_ENTRY, rdp.SUSPEND)
    assert take(switched(walk), *THROUGH).read(copy) is B


def test_a_flag_that_is_rejected_goes_to_an_incident_and_is_sent_again() -> None:
    walk = take(in_step(), *RDP_ENTRY, fl.CHANGE_SERVICE, fl.SEND_FLAG, fl.REJECT_FLAG)
    refuse(walk, fl.ACCEPT_FLAG)
    take(walk, rdp_incident.RAISE_POINT, rdp_incident.ASSIGN_POINT, rdp_incident.RESOLVE_POINT)
    assert walk.read(fl.flag) is fl.Flag.DUE
    take(walk, fl.SEND_FLAG, fl.ACCEPT_FLAG)
    assert walk.read(fl.flag) is fl.Flag.CURRENT


def test_the_crs_raises_what_it_learns_of_the_css() -> None:
    walk = take(new_walk(), i.BECOME_AWARE, i.CRS_RAISES)
    refuse(walk, i.RAISE)
    take(walk, i.ASSIGN, i.ESCALATE, i.RESOLVE, i.CLOSE, i.REOPEN, i.RESOLVE, i.CLOSE)
    assert walk.read(i.css_incident) is i.CssIncident.CLOSED


def test_the_dsp_obeys_the_old_supplier_until_the_message_is_loaded() -> None:
    walk = take(in_step(), COMMAND_ACCEPTED[A], COMMAND_REFUSED[B])
    take(switched(walk), COMMAND_ACCEPTED[A], COMMAND_REFUSED[B])
    assert "the DSP's copy names the supplier" in refuse(walk, COMMAND_ACCEPTED[B])
    take(walk, *THROUGH, COMMAND_ACCEPTED[B], COMMAND_REFUSED[A])
    refuse(walk, COMMAND_ACCEPTED[A])


def test_one_loss_of_data_leaves_every_supplier_without_commands() -> None:
    walk = take(in_step(), LOSE_DATA)
    refuse(walk, COMMAND_ACCEPTED[A])
    take(walk, RECONCILE, COMMAND_ACCEPTED[A])
    assert walk.read(copy) is A


def test_an_rdp_that_still_offers_a_file_is_in_breach_and_is_refused() -> None:
    walk = take(in_step(), *RDP_ENTRY, OFFER_FILE)
    assert walk.breaches == [(len(walk.history), RECEIVE_ONLY, RDP)]
    assert "the DSP accepts RDPs" in refuse(walk, TAKE_FILE)
    take(walk, REFUSE_FILE)
    assert walk.read(copy) is A


def test_an_rdp_with_no_gateway_offers_nothing() -> None:
    walk = in_step()
    assert walk.read(rdp_gateway.gateway) is rdp_gateway.Gateway.ABSENT
    refuse(walk, OFFER_FILE)


def test_time_that_passes_with_data_outstanding_is_a_breach_by_the_crs() -> None:
    walk = take(switched(in_step()), MISS_TIME)
    assert walk.breaches == [(len(walk.history), CRS_SENDS.name, CLOCK)]
    assert CRS_SENDS.obligor is CRS
    take(walk, *THROUGH)
    assert walk.read(mark) is Mark.REMEDIED


def test_time_that_passes_with_nothing_outstanding_is_no_breach() -> None:
    assert take(in_step(), MISS_TIME).breaches == []


def test_the_duty_to_send_goes_on_while_the_css_is_forbidden_to_send() -> None:
    walk = take(switched(in_step()), e.SUSPEND, MISS_TIME)
    assert walk.read(mark) is Mark.BREACHED


def test_a_pair_reaches_the_css_and_the_rel_is_established() -> None:
    walk = take(in_step(), h.LEARN_PAIR, h.SEND_PAIR, h.LOSE_PAIR, h.SEND_PAIR, h.RECEIVE_PAIR)
    take(walk, h.FAIL_REL, h.CLEAR_EXCEPTION, h.FORM_REL)
    assert walk.read(h.pair) is h.Pair.ESTABLISHED


def test_a_pair_waits_for_a_css_that_can_receive() -> None:
    walk = take(new_walk(), e.SUSPEND, h.LEARN_PAIR)
    assert "the CSS can receive" in refuse(walk, h.SEND_PAIR)


def test_nothing_tells_the_css_of_a_hub_that_is_removed() -> None:
    walk = take(in_step(), h.LEARN_PAIR, h.SEND_PAIR, h.RECEIVE_PAIR, h.FORM_REL, h.REMOVE_HUB)
    refuse(walk, h.SEND_PAIR)
    assert (walk.read(h.pair), walk.read(h.pair_held)) == (h.Pair.NONE, True)


WITH_A_HUB = {
    "due": (h.LEARN_PAIR,),
    "sent": (h.LEARN_PAIR, h.SEND_PAIR),
    "sent and exchanged": (h.LEARN_PAIR, h.SEND_PAIR, h.EXCHANGE_HUB),
    "sent and removed, with a new hub": (h.LEARN_PAIR, h.SEND_PAIR, h.REMOVE_HUB, h.LEARN_PAIR),
    "held": (h.LEARN_PAIR, h.SEND_PAIR, h.RECEIVE_PAIR),
    "due again": (h.LEARN_PAIR, h.SEND_PAIR, h.RECEIVE_PAIR, h.EXCHANGE_HUB),
}


@pytest.mark.parametrize("steps", WITH_A_HUB.values(), ids=WITH_A_HUB)
@pytest.mark.parametrize("event", [h.REMOVE_HUB, h.EXCHANGE_HUB], ids=["removed", "exchanged"])
def test_no_paper_keeps_a_hub_from_being_removed_or_exchanged(
    steps: tuple[Event, ...], event: Event
) -> None:
    walk = take(in_step(), *steps, event)
    exchanged = event is h.EXCHANGE_HUB
    assert (walk.read(h.pair) in h.AWAITED) is exchanged


def test_the_css_is_sent_the_pair_of_a_hub_that_is_gone() -> None:
    walk = take(in_step(), h.LEARN_PAIR, h.SEND_PAIR, h.REMOVE_HUB, h.RECEIVE_PAIR)
    assert (walk.read(h.pair), walk.read(h.pair_held)) == (h.Pair.NONE, True)


def test_a_pair_that_was_never_sent_leaves_nothing_behind() -> None:
    walk = take(in_step(), h.LEARN_PAIR, h.REMOVE_HUB)
    assert (walk.read(h.pair), walk.read(h.pair_held)) == (h.Pair.NONE, False)


def test_the_licence_is_split_once() -> None:
    walk = take(in_step(), SPLIT_LICENCE)
    assert walk.read(licence) is Licence.SPLIT
    refuse(walk, SPLIT_LICENCE)
