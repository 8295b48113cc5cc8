"""A claim that is given others: proved only where they are, by a packet that says it all."""

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Always,
    CanStill,
    Event,
    Field,
    Flow,
    Machine,
    Transition,
)
from properties.engine import prove
from properties.engine.budget import Budget
from properties.engine.packets.checked import Asked, find, take
from properties.engine.packets.export import flow_data
from properties.engine.packets.kept import Kept
from properties.engine.packets.packet import packet
from properties.engine.packets.store import Store
from properties.engine.prove import decide
from properties.engine.still import chain
from properties.engine.still.evidence import Legs
from properties.engine.verdict import Verdict
from switchproof.telling.still import told_chain
from tests.engine.test_still import (
    BOUND,
    CUT,
    ENTERS,
    FREELY,
    GONE,
    SOMEBODY,
    TICK,
    TOGETHER,
    Gate,
    Seat,
    flow_of,
    over,
    ready,
    seat,
    verdict_on,
)
from tests.packet_format import Data, reasons, rejected
from tests.packing import as_read

OPEN, READY = seat.is_(Seat.OPEN), ready.is_(Gate.PASSED)
WHEN_READY = Transition(CUT, Gate.SHUT, Gate.PASSED, when=READY)
MACHINES = (
    Machine("seat", POINT, seat, [ENTERS[0]]),
    Machine("cut", INDUSTRY, over, [WHEN_READY]),
    Machine("gate", INDUSTRY, ready, [Transition(TICK, Gate.SHUT, Gate.PASSED)]),
)
SEATS = Flow("seats", "Seats", MACHINES, [SOMEBODY])

TAKES = CanStill("takes-a-seat", "Who is open can still be bound.", OPEN, to=BOUND)
LEAVES = CanStill("is-cut", "Who is bound can still be cut over.", BOUND, to=GONE)


def to_the_end(*given: CanStill) -> CanStill:
    return CanStill("gets-there", "Who is open can still be cut over.", OPEN, to=GONE, given=given)


WHOLE = to_the_end(TAKES, LEAVES)


def chain_of(flow: Flow = SEATS, claim: CanStill = WHOLE) -> tuple[Data, Data]:
    made = as_read(packet(decide(flow, claim), None))
    assert made["kind"] == "chain"
    return as_read(flow_data(flow, None, [claim])), made


def test_what_leads_on_is_proved_by_a_packet_that_holds_all_of_it() -> None:
    result = verdict_on(SEATS, WHOLE)

    assert (result.verdict, result.points) == (Verdict.PROVED, "any")
    assert result.method.startswith("2 claims one after the other: ranks over ")
    assert [leg["claim"] for leg in chain_of()[1]["legs"]] == ["takes-a-seat", "is-cut"]


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ((LEAVES,), "it begins where 'is-cut', which it is given, need not begin"),
        ((LEAVES, TAKES), "it begins where 'is-cut', which it is given, need not begin"),
        ((TAKES,), "'takes-a-seat' ends where it need not end"),
        (
            (TAKES, CanStill("ready", "R.", READY, to=GONE)),
            "'takes-a-seat' ends where 'ready', which it is given, need not begin",
        ),
    ],
)
def test_what_does_not_lead_on_is_undecided(given: tuple[CanStill, ...], why: str) -> None:
    result = decide(SEATS, to_the_end(*given))

    assert (result.verdict, result.reason) == (Verdict.UNDECIDED, why)


def test_of_each_way_from_one_to_the_next_z3_and_the_checker_are_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(chain, "_can_fail", lambda *_: False)
    claim = to_the_end(TAKES)

    flow, made = chain_of(claim=claim)

    assert rejected(flow, made) == "the last need not end there"


def lies(made: Data) -> dict[str, Data]:
    """The packet with a leg left out, put first, put twice, passed off for another."""
    one, two = made["legs"]
    as_another = [deepcopy(one) | {"claim": "is-cut"}, two]
    return {
        name: {**made, "legs": legs}
        for name, legs in {
            "the last need not end there": [one],
            "'is-cut' need not begin there": [two],
            "'is-cut' need not begin there ": [two, one],
            "'is-cut' need not begin there  ": as_another,
            "it waits on no rung": [deepcopy(one), deepcopy(one) | {"claim": "is-cut"}],
            "the last need not end there ": [],
            "the flow has no claim 'nothing'": [one | {"claim": "nothing"}, two],
            "'shut' is of another kind": [one, two | {"claim": "shut"}],
        }.items()
    }


def test_the_checker_accepts_no_chain_that_lacks_something() -> None:
    flow, made = chain_of()
    shut = Always("shut", "It is shut or has passed.", over.in_(*Gate))
    flow["claims"] |= as_read(flow_data(SEATS, None, [shut]))["claims"]
    wrong = lies(made)

    assert rejected(flow, made) == ""
    assert reasons(flow, list(wrong.values())) == [why.strip() for why in wrong]


def test_what_is_kept_of_a_chain_is_taken_again(tmp_path: Path) -> None:
    kept, asked = Kept(Store(tmp_path)), Asked(SEATS, None, WHOLE)
    found = find(kept, asked, Budget())

    again = take(kept, asked, Budget())

    assert again is not None
    assert isinstance(again.result.ranks, Legs)
    assert isinstance(found.result.ranks, Legs)
    depths = [[one.depth for _, one in x.legs] for x in (found.result.ranks, again.result.ranks)]
    assert depths[0] == depths[1] == [1, 2]
    told = list(told_chain(again.result.ranks))
    assert told[0] == "First, by 'takes-a-seat': Who is open can still be bound."


def test_each_rung_of_each_leg_is_asked_about() -> None:
    flow, made = chain_of()
    for leg in range(2):
        less = deepcopy(made)
        less["legs"][leg]["ladder"]["rungs"] = []
        assert rejected(flow, less) == "it waits on no rung"


def test_a_leg_may_be_of_what_the_claim_sees_and_of_nothing_else() -> None:
    state = Field("state", Gate, Gate.SHUT)
    opens = Transition(Event("open", PROVIDER, SOMEBODY), list(Gate), Gate.PASSED)
    flow = flow_of(ENTERS[0], cut=FREELY).also(Machine("shop", PROVIDER, state, [opens]))
    done = state.is_(Gate.PASSED)
    of_shops, of_points = CanStill("opens", "O.", ~done, to=done), TAKES

    of_a_point = CanStill("c", "C.", OPEN & ~done, to=done | BOUND, given=(of_shops,))
    of_a_shop = CanStill("c", "C.", ~done, to=done, given=(of_points,))
    result = decide(flow, of_a_shop)

    assert verdict_on(flow, of_a_point).verdict is Verdict.PROVED
    assert result.verdict is Verdict.UNDECIDED
    assert result.reason == "'takes-a-seat', which it is given, is of a point, and it is of none"
    made = as_read(packet(decide(flow, CanStill("c", "C.", OPEN, to=BOUND, given=(TAKES,))), None))
    assert "malformed" in rejected(as_read(flow_data(flow, None, [of_a_shop])), made)


def test_what_leads_on_need_not_outside_what_a_field_can_hold() -> None:
    gets = CanStill("gets", "G.", OPEN | BOUND | seat.is_(Seat.STUCK), to=GONE)
    anyone = CanStill("anyone", "A.", GONE | ~GONE, to=GONE, given=(gets,))

    assert verdict_on(SEATS, anyone).verdict is Verdict.PROVED


@pytest.mark.parametrize(
    ("otherwise", "why"),
    [
        ({"points": "1"}, "which is proved for 1 and not for any number"),
        ({"verdict": Verdict.UNDECIDED}, "which is undecided"),
        ({"verdict": None}, "which is pending"),
    ],
)
def test_what_is_not_proved_for_any_number_is_no_fact(
    otherwise: dict[str, Any], why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = replace(decide(SEATS, TAKES), **otherwise)
    monkeypatch.setattr(prove, "decide", lambda *_: given)

    result = decide(SEATS, WHOLE)

    assert result.verdict is Verdict.UNDECIDED
    assert result.reason == f"it is given 'takes-a-seat', {why}"


def test_what_is_there_already_need_lead_no_further() -> None:
    or_gone = CanStill("takes-or-gone", "T.", OPEN, to=BOUND | GONE)

    assert verdict_on(SEATS, to_the_end(or_gone, LEAVES)).verdict is Verdict.PROVED


def test_a_leg_that_holds_with_one_point_and_not_with_two_is_none() -> None:
    flow = flow_of(*ENTERS, cut=TOGETHER)
    claim = CanStill("c", "C.", BOUND, to=GONE, given=(LEAVES,))

    result = verdict_on(flow, claim)

    assert (result.verdict, result.points) == (Verdict.REFUTED, "2")


def test_what_is_given_and_refuted_proves_nothing() -> None:
    stuck = CanStill("stuck", "Who is open can still be stuck.", OPEN, to=seat.is_(Seat.STUCK))
    holds = CanStill("holds", "H.", OPEN, to=GONE | BOUND, given=(stuck,))

    result = decide(SEATS, holds)

    assert verdict_on(SEATS, stuck).verdict is Verdict.REFUTED
    assert decide(SEATS, CanStill("alone", "A.", OPEN, to=GONE | BOUND)).verdict is Verdict.PROVED
    assert result.verdict is Verdict.UNDECIDED
    assert result.reason == "it is given 'stuck', which is refuted"


def test_what_is_given_and_pending_proves_nothing() -> None:
    later = CanStill("later", "L.", OPEN, to=BOUND, pending="not yet")

    assert decide(SEATS, to_the_end(later, LEAVES)).reason.startswith(
        "it is given 'later', which is pending"
    )
