"""The designs of the transition, composed of today and the new flow: their stories."""

from model.css import registration as css
from model.css.duties import crs_standing
from model.css.entry import RULES as CSS_ENTRY
from model.css.messages import Message, message
from model.css.old_channel import RECEIVE_ONLY
from model.css.reconciliation import RECONCILE
from model.css.registration import registration
from model.css.sources import START_CSS
from model.current import files as f
from model.current import registration as mpas
from model.current.authority import copy
from model.current.duties import DAY_ENDS, Mark, Standing, mark, networks_standing
from model.current.entry import RULES as RDP_ENTRY
from model.current.fuel import Fuel, fuel
from model.flows import COMPOSED
from model.language import Event
from model.parties import Supplier
from model.transition.carried_over import CARRIED_OVER
from model.transition.change import DRAIN, GIVE_UP, TAKE_EFFECT
from model.transition.drained_after import FLOW as DRAINED_AFTER
from model.transition.fallback import FALL_BACK, RETURN
from model.transition.fallback import FLOW as WITH_FALLBACK
from model.transition.flow import FLOW
from model.transition.frozen import FLOW as FROZEN
from model.transition.frozen import FREEZE, THAW
from model.transition.hours import HOUR_PASSES
from model.transition.moved import BEGIN_TO_GIVE, START_RDPS, STOP_RDPS
from model.transition.names import AT_MPAS, OLD_MIDNIGHT, old_registration
from model.walk import Walk
from properties.transition.claims import HOLDING
from switchproof.deciding.load import load
from tests.walking import refuse, take

A, B = Supplier.A, Supplier.B


def entering(rules: tuple[object, ...]) -> tuple[Event, ...]:
    """The events from outside to live: on the way, each moves on by one state."""
    found = [rule for rule in rules if rule.target is not None]  # type: ignore[attr-defined]
    return tuple(rule.event for rule in found[:8])  # type: ignore[attr-defined]


CSS_ENTERS, RDP_ENTERS = entering(CSS_ENTRY), entering(RDP_ENTRY)
BY_FILE = (f.BUILD_FULL_SET, f.SEND, f.ACCEPT, f.LOAD)
READY = (*CSS_ENTERS, BEGIN_TO_GIVE, STOP_RDPS)
CHANGED = (*READY, DRAIN, TAKE_EFFECT)
AT_THE_CSS = (css.SUBMIT, css.MAKE_PENDING, css.CLOSE_WINDOW, css.CLOSE_GATE, css.MIDNIGHT)
AT_MPAS_TO_B = (mpas.REQUEST[B], mpas.ACCEPT[B], AT_MPAS.of(mpas.CLOSE_WINDOW)[B])


def test_it_is_elsewhere_both_flows_and_is_deletion_closed() -> None:
    assert (len(FLOW.machines), len(FLOW.fields), len(FLOW.events)) == (41, 70, 179)
    assert FLOW.obstacles == ()


def test_a_claim_that_all_designs_share_is_one_object() -> None:
    every = [load(name).claims for name in COMPOSED]
    shared = [claim for claim in HOLDING if all(claim in claims for claims in every)]
    assert shared == list(HOLDING)


def test_a_point_switches_before_the_change_and_back_after_it() -> None:
    walk = take(Walk(FLOW), *RDP_ENTERS, *AT_MPAS_TO_B, OLD_MIDNIGHT[B], *BY_FILE)
    assert walk.read(copy) is B
    take(walk, *CHANGED)
    assert walk.read(registration[B]) is css.ACTIVE
    assert (walk.read(networks_standing), walk.read(crs_standing)) == (
        Standing.ENDED,
        Standing.IN_FORCE,
    )
    take(walk, START_CSS, RECONCILE)
    assert walk.read(copy) is B
    take(walk, *(event[A] for event in AT_THE_CSS))
    assert walk.read(registration[A]) is css.ACTIVE


def test_one_request_at_any_point_holds_up_the_change() -> None:
    walk = Walk(FLOW, shape=(2,))
    walk.take(mpas.REQUEST[B], at=1)
    take(walk, *READY, DRAIN)
    assert "no point has a request" in refuse(walk, TAKE_EFFECT)
    for event in (*AT_MPAS_TO_B[1:], OLD_MIDNIGHT[B]):
        walk.take(event, at=1)
    walk.take(TAKE_EFFECT)


def test_while_all_is_drained_no_request_is_taken_and_the_css_takes_none_before_the_change() -> (
    None
):
    walk = take(Walk(FLOW), DRAIN)
    assert "new requests are taken" in refuse(walk, mpas.REQUEST[B])
    assert "the change is in effect" in refuse(walk, css.SUBMIT[B])
    take(walk, GIVE_UP, mpas.REQUEST[B])


def test_a_file_that_is_accepted_holds_up_the_change_until_it_is_loaded() -> None:
    walk = take(Walk(FLOW), *RDP_ENTERS, *BY_FILE[:-1], *READY, DRAIN)
    assert "no accepted file waits to be loaded" in refuse(walk, TAKE_EFFECT)
    take(walk, f.LOAD, TAKE_EFFECT)


def test_a_file_sent_after_the_change_is_a_breach_and_is_refused() -> None:
    walk = take(Walk(FLOW), *RDP_ENTERS, f.BUILD_FULL_SET, *CHANGED)
    assert walk.take(f.SEND).breaches == (RECEIVE_ONLY,)
    assert "the DSP accepts RDPs" in refuse(walk, f.ACCEPT)
    refuse(walk, START_RDPS)
    take(walk, f.REFUSE)


def test_after_the_change_the_networks_breach_no_duty_by_what_they_do_not_send() -> None:
    walk = take(Walk(FLOW), *RDP_ENTERS, *AT_MPAS_TO_B, OLD_MIDNIGHT[B])
    late = take(Walk(FLOW), *RDP_ENTERS, *AT_MPAS_TO_B, OLD_MIDNIGHT[B], DAY_ENDS)
    assert late.read(mark) is Mark.BREACHED
    take(walk, *CHANGED, DAY_ENDS)
    assert walk.read(mark) is Mark.CLEAN


def test_a_request_that_is_objected_to_is_carried_over_and_can_there_only_be_cancelled() -> None:
    object_ = AT_MPAS.of(mpas.OBJECT)
    walk = take(Walk(CARRIED_OVER), *AT_MPAS_TO_B[:2], object_[B], *CHANGED)
    assert walk.read(css.gain[B]) is css.LODGED
    refuse(walk, mpas.LIFT[B])
    take(walk, css.CANCEL[B])


def test_a_request_whose_window_has_closed_is_merely_confirmed_and_needs_the_gate() -> None:
    walk = take(Walk(CARRIED_OVER), *AT_MPAS_TO_B, *CHANGED)
    assert walk.read(css.gain[B]) is css.CONFIRMED
    refuse(walk, OLD_MIDNIGHT[B])
    refuse(walk, css.MIDNIGHT[B])
    take(walk, css.CLOSE_GATE[B], css.MIDNIGHT[B])
    assert walk.read(registration[B]) is css.ACTIVE


def test_a_secured_pair_is_carried_over_as_a_pair() -> None:
    gas = {fuel: Fuel.GAS}
    walk = take(Walk(CARRIED_OVER, starts=gas), *AT_MPAS_TO_B, mpas.SECURE[B], *CHANGED)
    assert walk.read(registration[A]) is css.SECURED_INACTIVE
    take(walk, css.MIDNIGHT[B])
    assert (walk.read(registration[A]), walk.read(registration[B])) == (css.INACTIVE, css.ACTIVE)


def test_a_request_that_is_past_its_hour_keeps_its_date_and_has_no_other_hour() -> None:
    walk = take(Walk(CARRIED_OVER), *AT_MPAS_TO_B, HOUR_PASSES[B])
    refuse(walk, HOUR_PASSES[B])
    take(walk, *CHANGED)
    assert walk.read(css.gain[B]) is css.SECURED_ACTIVE
    assert walk.read(registration[A]) is css.SECURED_INACTIVE
    take(walk, css.MIDNIGHT[B])
    assert walk.read(registration[B]) is css.ACTIVE


def test_the_midnight_of_a_request_comes_after_its_hour() -> None:
    walk = take(Walk(CARRIED_OVER), *AT_MPAS_TO_B)
    refuse(walk, OLD_MIDNIGHT[B])
    take(walk, HOUR_PASSES[B], OLD_MIDNIGHT[B])


def test_what_is_frozen_moves_no_more_and_holds_up_the_change_until_the_freeze_is_given_up() -> (
    None
):
    walk = take(Walk(FROZEN), *READY, *AT_MPAS_TO_B, FREEZE)
    assert "no freeze is on" in refuse(walk, OLD_MIDNIGHT[B])
    assert "no point has a request" in refuse(walk, TAKE_EFFECT)
    assert "new requests are taken" in refuse(walk, mpas.REQUEST[A])
    take(walk, THAW, OLD_MIDNIGHT[B], FREEZE, TAKE_EFFECT)


def test_what_is_drained_after_the_change_goes_live_in_both_registries_and_a_message_is_due() -> (
    None
):
    walk = take(Walk(DRAINED_AFTER), *AT_MPAS_TO_B, *READY, TAKE_EFFECT)
    assert "new requests are taken" in refuse(walk, mpas.REQUEST[A])
    take(walk, css.SUBMIT[A])
    refuse(walk, css.MAKE_PENDING[A])
    take(walk, css.REJECT[A], OLD_MIDNIGHT[B])
    assert (walk.read(registration[A]), walk.read(registration[B])) == (css.INACTIVE, css.ACTIVE)
    assert walk.read(message) is Message.DUE
    take(walk, *(event[A] for event in AT_THE_CSS))
    assert walk.read(registration[A]) is css.ACTIVE


def test_a_midnight_before_the_change_moves_nothing_at_the_css() -> None:
    walk = take(Walk(DRAINED_AFTER), *AT_MPAS_TO_B, OLD_MIDNIGHT[B])
    assert walk.read(registration[B]) is css.INACTIVE
    assert walk.read(message) is Message.NOTHING


def test_a_fallback_waits_for_requests_at_the_css_and_takes_its_switches_back() -> None:
    walk = take(Walk(WITH_FALLBACK), *CHANGED, *(event[B] for event in AT_THE_CSS[:-1]), RETURN)
    assert "no point has a request at the CSS" in refuse(walk, FALL_BACK)
    assert "new requests are taken at the CSS" in refuse(walk, css.SUBMIT[A])
    take(walk, css.MIDNIGHT[B], FALL_BACK)
    assert walk.read(old_registration[B]) is mpas.LIVE
    assert (walk.read(networks_standing), walk.read(crs_standing)) == (
        Standing.IN_FORCE,
        Standing.ENDED,
    )
    take(walk, START_RDPS, mpas.REQUEST[A])
    refuse(walk, DRAIN)
    refuse(walk, START_CSS)
