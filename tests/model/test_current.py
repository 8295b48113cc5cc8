"""Stories of today's flow, in the words of the domain."""

from model.current import entry as e
from model.current import files as f
from model.current import flags as fl
from model.current import gateway as g
from model.current import incident as i
from model.current import provision as p
from model.current import registration as r
from model.current.authority import COMMAND_ACCEPTED, COMMAND_REFUSED, copy
from model.current.duties import DAY_ENDS, NETWORKS_SEND, Mark, mark
from model.current.flow import FLOW
from model.current.fuel import Fuel, fuel
from model.current.store import LOSE_DATA
from model.language import Sometimes
from model.parties import CLOCK, SUPPLIERS, Supplier
from model.walk import Walk
from properties.current import CLAIMS, UNBROKEN, VARIANTS
from tests.walking import refuse, take

A, B = Supplier.A, Supplier.B
ENTRY = (
    e.NOMINATE,
    e.IDENTIFY,
    e.ISSUE_SMKI,
    e.ISSUE_DCCKI,
    e.CONNECT,
    e.MEET_CODE,
    e.PASS_TESTS,
    e.GO_LIVE,
)
THROUGH = (f.SEND, f.ACCEPT, f.LOAD)


def new_walk(of: Fuel = Fuel.ELECTRICITY, points: int = 1) -> Walk:
    return Walk(FLOW, points=points, starts={fuel: of})


def in_step(of: Fuel = Fuel.ELECTRICITY, points: int = 1) -> Walk:
    """An RDP that is live and has sent its first full set."""
    return take(new_walk(of, points), *ENTRY, f.BUILD_FULL_SET, *THROUGH)


def requested(walk: Walk, supplier: Supplier = B) -> Walk:
    return take(walk, r.REQUEST[supplier], r.ACCEPT[supplier])


def cleared(walk: Walk, supplier: Supplier = B) -> Walk:
    return take(requested(walk, supplier), r.CLOSE_WINDOW[supplier])


def switched(walk: Walk, supplier: Supplier = B) -> Walk:
    return take(cleared(walk, supplier), r.MIDNIGHT[supplier])


def of_record(walk: Walk) -> list[Supplier]:
    return [s for s in SUPPLIERS if walk.read(r.registration[s]) is r.Registration.LIVE]


def test_the_flow_is_deletion_closed() -> None:
    assert FLOW.obstacles == ()


def test_every_claim_is_broken_by_a_variant_or_says_why_it_stands() -> None:
    decided = {c.id for c in CLAIMS if not c.pending and not isinstance(c, Sometimes)}
    broken = {id_ for variant in VARIANTS for id_ in variant.breaks}
    assert broken | {id_ for id_, _ in UNBROKEN} == decided
    assert broken.isdisjoint(id_ for id_, _ in UNBROKEN)


def test_an_electricity_switch_goes_through() -> None:
    walk = switched(in_step())
    assert of_record(walk) == [B]
    assert walk.read(copy) is A
    take(walk, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(copy) is B
    assert walk.read(p.change) is p.Change.NONE
    assert walk.breaches == []


def test_a_gas_switch_goes_through_once_it_is_secured() -> None:
    walk = cleared(in_step(Fuel.GAS))
    assert "the point is an electricity point" in refuse(walk, r.MIDNIGHT[B])
    take(walk, r.SECURE[B], r.MIDNIGHT[B], f.BUILD_UPDATE, *THROUGH)
    assert of_record(walk) == [B]
    assert walk.read(copy) is B


def test_an_electricity_switch_is_not_secured_two_days_ahead() -> None:
    refuse(cleared(in_step()), r.SECURE[B])


def test_an_objection_in_the_window_stops_a_switch() -> None:
    walk = take(requested(in_step()), r.OBJECT[B])
    refuse(walk, r.CLOSE_WINDOW[B])
    refuse(walk, r.MIDNIGHT[B])
    take(walk, r.UPHOLD[B])
    assert walk.read(r.request[B]) is r.Request.NONE
    assert of_record(walk) == [A]


def test_an_objection_that_is_lifted_lets_the_switch_go_on() -> None:
    walk = take(requested(in_step()), r.OBJECT[B], r.LIFT[B], r.CLOSE_WINDOW[B], r.MIDNIGHT[B])
    assert of_record(walk) == [B]


def test_an_objection_too_late_has_no_effect() -> None:
    walk = cleared(in_step())
    refuse(walk, r.OBJECT[B])
    before = walk.state
    take(walk, r.OBJECT_LATE[B])
    assert walk.state == before
    assert of_record(take(walk, r.MIDNIGHT[B])) == [B]


def test_silence_in_the_window_counts_as_no_objection() -> None:
    walk = cleared(in_step())
    assert walk.read(r.request[B]) is r.Request.CLEARED


def test_a_second_request_is_rejected_while_another_is_open() -> None:
    walk = take(requested(in_step()), r.REQUEST[A])
    assert "no other request is open" in refuse(walk, r.ACCEPT[A])
    take(walk, r.REJECT[A])
    assert walk.read(r.request[A]) is r.Request.NONE
    assert walk.read(r.request[B]) is r.Request.PENDING


def test_a_request_with_a_fault_is_rejected_and_can_be_made_again() -> None:
    walk = take(in_step(), r.REQUEST_BADLY[B])
    refuse(walk, r.ACCEPT[B])
    assert of_record(switched(take(walk, r.REJECT[B]))) == [B]


def test_a_supplier_cannot_request_what_it_has() -> None:
    walk = take(in_step(), r.REQUEST[A])
    assert "the point is not its own already" in refuse(walk, r.ACCEPT[A])


def test_a_file_is_rejected_whole_corrected_and_sent_again() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, f.SPOIL, f.SEND)
    assert "the file is sound" in refuse(walk, f.ACCEPT)
    take(walk, f.REFUSE)
    refuse(walk, f.LOAD)
    assert walk.read(copy) is A
    take(walk, f.CORRECT, *THROUGH)
    assert walk.read(copy) is B


def test_a_record_is_rejected_corrected_and_sent_again() -> None:
    walk = take(switched(in_step()), p.SPOIL_RECORD, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(p.provision) is p.Provision.REJECTED
    assert walk.read(copy) is A
    take(walk, p.CORRECT_RECORD, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(copy) is B


def test_a_rejected_record_does_not_hold_up_the_rest_of_its_file() -> None:
    walk = in_step(points=2)
    for point in (0, 1):
        for event in (r.REQUEST[B], r.ACCEPT[B], r.CLOSE_WINDOW[B], r.MIDNIGHT[B]):
            walk.take(event, at=point)
    walk.take(p.SPOIL_RECORD, at=1)
    take(walk, f.BUILD_UPDATE, *THROUGH)
    assert [walk.read(copy, at=point) for point in (0, 1)] == [B, A]


def test_a_lost_file_makes_the_next_one_come_out_of_sequence() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, f.SEND, f.LOSE)
    assert walk.read(p.provision) is p.Provision.MISSED
    take(walk, f.BUILD_UPDATE, f.SEND)
    assert "the number is in order" in refuse(walk, f.ACCEPT)
    take(walk, f.REFUSE_LATE)
    assert walk.read(copy) is A
    take(walk, f.CORRECT, *THROUGH)
    assert walk.read(copy) is B


def test_a_lost_file_is_made_good_by_a_full_set() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, f.SEND, f.LOSE, f.ORDER_FULL_SET)
    refuse(walk, f.BUILD_UPDATE)
    take(walk, f.BUILD_FULL_SET, *THROUGH)
    assert walk.read(copy) is B
    assert not walk.read(f.gap)


def test_a_full_set_follows_when_the_dsp_has_lost_its_data() -> None:
    walk = take(in_step(), LOSE_DATA)
    assert walk.read(copy) is Supplier.NOBODY
    refuse(walk, COMMAND_ACCEPTED[A])
    take(walk, f.BUILD_FULL_SET, *THROUGH, COMMAND_ACCEPTED[A])
    assert walk.read(copy) is A


def test_an_rdp_may_turn_to_a_full_set_when_a_file_is_refused() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, f.SPOIL, f.SEND, f.REFUSE)
    take(walk, f.TURN_TO_FULL_SET, f.BUILD_FULL_SET, *THROUGH)
    assert walk.read(copy) is B


def test_a_change_left_out_of_its_file_is_found_only_by_looking() -> None:
    walk = take(switched(in_step()), p.LEAVE_OUT, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(copy) is A
    take(walk, p.FIND_OMISSION, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(copy) is B


def test_nothing_is_accepted_from_a_sender_that_is_not_yet_live() -> None:
    walk = take(new_walk(), *ENTRY[:5], f.BUILD_UPDATE, f.SEND)
    assert "the sender is admitted" in refuse(walk, f.ACCEPT)
    take(walk, f.REFUSE)
    assert walk.read(copy) is Supplier.NOBODY


def test_a_sender_without_a_gateway_builds_no_file() -> None:
    refuse(take(new_walk(), *ENTRY[:4]), f.BUILD_UPDATE)


def test_entry_goes_step_by_step_and_tests_can_be_taken_again() -> None:
    walk = take(new_walk(), *ENTRY[:6])
    refuse(walk, e.GO_LIVE)
    take(walk, e.FAIL_TESTS, e.PASS_TESTS, e.GO_LIVE)
    assert walk.read(f.owed)


def test_a_suspended_sender_is_refused_and_catches_up_when_reinstated() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, f.SEND, e.SUSPEND)
    assert "the sender is admitted" in refuse(walk, f.ACCEPT)
    take(walk, f.REFUSE, e.REINSTATE)
    refuse(walk, f.CORRECT)
    take(walk, f.TURN_TO_FULL_SET, f.BUILD_FULL_SET, *THROUGH)
    assert walk.read(copy) is B


def test_a_sender_whose_credentials_lapsed_is_refused_until_they_are_renewed() -> None:
    walk = take(switched(in_step()), e.LAPSE, f.BUILD_UPDATE, f.SEND)
    refuse(walk, f.ACCEPT)
    take(walk, e.RENEW, f.ACCEPT, f.LOAD)
    assert walk.read(copy) is B


def test_the_suspension_of_one_rdp_leaves_another_alone() -> None:
    walk = Walk(FLOW, points=2, providers=2)
    for event in (*ENTRY, f.BUILD_FULL_SET):
        walk.take(event, at=0)
        walk.take(event, at=1)
    walk.take(e.SUSPEND, at=0)
    for event in THROUGH:
        walk.take(event, at=1)
    assert [walk.read(copy, at=point) for point in (0, 1)] == [Supplier.NOBODY, A]


def test_what_was_accepted_is_loaded_though_its_sender_was_suspended_since() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, f.SEND, f.ACCEPT, e.SUSPEND, f.LOAD)
    assert walk.read(copy) is B


def test_nothing_passes_a_gateway_under_control() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, g.COMPROMISE, g.TAKE_CONTROL)
    assert "the gateway passes traffic" in refuse(walk, f.SEND)
    take(walk, fl.CHANGE_SERVICE)
    refuse(walk, fl.SEND_FLAG)
    take(walk, g.RESTORE, *THROUGH, fl.SEND_FLAG, fl.ACCEPT_FLAG)
    assert walk.read(copy) is B
    assert walk.read(fl.flag) is fl.Flag.CURRENT


def test_a_file_on_its_way_stops_at_a_gateway_that_comes_under_control() -> None:
    walk = take(switched(in_step()), f.BUILD_UPDATE, f.SEND, g.COMPROMISE, g.TAKE_CONTROL)
    for event in (f.ACCEPT, f.REFUSE, f.REFUSE_LATE):
        refuse(walk, event)


def test_a_compromised_gateway_passes_traffic_until_the_dcc_takes_control() -> None:
    walk = take(switched(in_step()), g.COMPROMISE, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(copy) is B


def test_a_flag_that_is_rejected_goes_to_an_incident_and_is_sent_again() -> None:
    walk = take(in_step(), fl.CHANGE_SERVICE, fl.SEND_FLAG, fl.REJECT_FLAG)
    refuse(walk, fl.ACCEPT_FLAG)
    take(walk, i.RAISE_POINT)
    assert walk.read(fl.flag) is fl.Flag.AT_INCIDENT
    refuse(walk, i.RESOLVE_POINT)
    take(walk, i.ASSIGN_POINT, i.ESCALATE_POINT, i.RESOLVE_POINT, i.CLOSE_POINT)
    assert walk.read(fl.flag) is fl.Flag.DUE
    take(walk, fl.SEND_FLAG, fl.ACCEPT_FLAG)
    assert walk.read(fl.flag) is fl.Flag.CURRENT


def test_a_flag_that_is_lost_is_sent_again() -> None:
    walk = take(in_step(), fl.CHANGE_SERVICE, fl.SEND_FLAG, fl.LOSE_FLAG, fl.SEND_FLAG)
    assert walk.read(fl.flag) is fl.Flag.SENT


def test_an_incident_about_an_rdp_is_raised_handled_closed_and_reopened() -> None:
    walk = take(new_walk(), i.BECOME_AWARE, i.PARTY_RAISES)
    refuse(walk, i.RAISE)
    take(walk, i.ASSIGN, i.RESOLVE, i.CLOSE, i.REOPEN, i.ESCALATE, i.RESOLVE, i.CLOSE, i.RAISE)
    assert walk.read(i.incident) is i.Incident.RAISED


def test_the_dsp_obeys_the_old_supplier_until_the_file_is_loaded() -> None:
    walk = take(in_step(), COMMAND_ACCEPTED[A], COMMAND_REFUSED[B])
    take(switched(walk), COMMAND_ACCEPTED[A], COMMAND_REFUSED[B])
    assert "the DSP's copy names the supplier" in refuse(walk, COMMAND_ACCEPTED[B])
    take(walk, f.BUILD_UPDATE, *THROUGH, COMMAND_ACCEPTED[B], COMMAND_REFUSED[A])
    refuse(walk, COMMAND_ACCEPTED[A])


def test_a_day_that_ends_with_data_outstanding_is_a_breach() -> None:
    walk = take(switched(in_step()), DAY_ENDS)
    assert walk.breaches == [(len(walk.history), NETWORKS_SEND.name, CLOCK)]
    take(walk, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(mark) is Mark.REMEDIED


def test_a_day_that_ends_with_nothing_outstanding_is_none() -> None:
    assert take(in_step(), DAY_ENDS).breaches == []


def test_the_duty_to_send_goes_on_while_the_rdp_is_forbidden_to_send() -> None:
    walk = take(switched(in_step()), e.SUSPEND, DAY_ENDS)
    assert walk.read(mark) is Mark.BREACHED


def test_switching_back_needs_a_request_of_its_own() -> None:
    walk = switched(switched(in_step()), supplier=A)
    assert of_record(walk) == [A]
    take(walk, f.BUILD_UPDATE, *THROUGH)
    assert walk.read(copy) is A
