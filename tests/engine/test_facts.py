"""What a claim is given as a fact: it spares what the fact rests on, and is proved once more."""

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Always,
    CanStill,
    Claim,
    Event,
    Field,
    Flow,
    Machine,
    Step,
    Transition,
    after,
    happens,
)
from model.language.meaning import Where, World
from model.language.sorts import members
from properties.engine import prove
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Box, Invariant, Proof
from properties.engine.facts import NONE, Facts, facts_of
from properties.engine.facts import _ruled_out as ruled_out
from properties.engine.judging.inquiry import Inquiry
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.pdr.prove import prove_part
from properties.engine.prove import decide
from properties.engine.settle import settle
from properties.engine.slices.closure import Closure
from properties.engine.slices.seen import parts_of
from properties.engine.still.settle import settle_can_still
from properties.engine.verdict import ANY, Verdict
from tests.engine.test_still import (
    CUT,
    ENTERS,
    GONE,
    SOMEBODY,
    SPOIL,
    TICK,
    Gate,
    Seat,
    over,
    ready,
    seat,
    verdict_on,
)
from tests.packet_format import Data, rejected
from tests.packing import as_read
from tests.small_flows import Drawing, random_claim
from tests.strategies import random_condition, random_flow

STUCK, READY = seat.is_(Seat.STUCK), ready.is_(Gate.PASSED)
HAND = Event("hand over", INDUSTRY, SOMEBODY)
mark, told = Field("mark", bool, initial=False), Field("told", bool, initial=False)
hatch = Field("hatch", Gate, Gate.SHUT)
shop = Field("shop", Gate, Gate.SHUT)
OPENS = Transition(Event("open", PROVIDER, SOMEBODY), Gate.SHUT, Gate.PASSED)
SHOP = Machine("shop", PROVIDER, shop, [OPENS])
SPOILT = Transition(SPOIL, Seat.OPEN, Seat.STUCK, when=GONE & ~READY)
TOLD = Transition(HAND, Gate.SHUT, Gate.PASSED, when=GONE, then={told: mark})
MACHINES = (
    Machine("seat", POINT, seat, [ENTERS[0], SPOILT]),
    Machine(
        "gate",
        INDUSTRY,
        ready,
        [Transition(TICK, Gate.SHUT, Gate.PASSED, then={mark: True})],
        (mark,),
    ),
    Machine("cut", INDUSTRY, over, [Transition(CUT, Gate.SHUT, Gate.PASSED, when=mark)]),
    Machine("hatch", INDUSTRY, hatch, [TOLD], (told,)),
)
FLOW = Flow("early", "Early", MACHINES, [SOMEBODY])
IN_TIME = Always("in-time", "It is not cut over before it is ready.", ~(GONE & ~READY))
HANDED = Always("handed", "Once handed over, it is told.", hatch.is_(Gate.PASSED).implies(told))


def never_stuck(*given: Always) -> Always:
    return Always("never-stuck", "Nobody is ever stuck.", ~STUCK, given=given)


def not_by_a_step(*given: Always) -> Step:
    body = happens(SPOIL).implies(after(seat).is_not(Seat.STUCK))
    return Step("no-step", "No step spoils.", body, given=given)


def can_be_told(*given: Always) -> CanStill:
    waits = GONE & hatch.is_(Gate.SHUT)
    return CanStill("can-be-told", "It can still be told.", waits, to=told, given=given)


def facts(*claims: Always) -> Facts:
    found = [decide(FLOW, claim).invariant for claim in claims]
    return facts_of(FLOW, [one for one in found if one])


def settled(claim: Claim, given: Facts) -> object:
    if isinstance(claim, CanStill):
        return settle_can_still(FLOW, claim, Budget(), given)
    return settle([replace(p, facts=given) for p in parts_of(FLOW, claim.of(FLOW))], Budget())


def names(made: Data) -> set[str]:
    """The fields of which the boxes of a packet speak."""
    never = made.get("ladder", {"never": made})["never"]["boxes"]
    return {name for box in never for name, *_ in box}


SPARED = [(never_stuck, IN_TIME), (not_by_a_step, IN_TIME), (can_be_told, HANDED)]


@pytest.mark.parametrize(("claim_of", "fact"), SPARED)
def test_a_fact_spares_what_it_rests_on(
    claim_of: Callable[..., Claim], fact: Always, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, kept = facts(fact), list[frozenset[Field]]()
    close = Closure.close

    def noted(self: Closure) -> None:
        kept.append(self.kept)
        close(self)

    monkeypatch.setattr(Closure, "close", noted)

    assert settled(claim_of(), NONE)
    assert mark in kept[-1]
    assert settled(claim_of(), known)
    assert mark not in kept[-1]


@pytest.mark.parametrize(("claim_of", "fact"), SPARED)
def test_what_is_given_stands_in_the_packet_which_is_accepted_alone(
    claim_of: Callable[..., Claim], fact: Always
) -> None:
    claim = claim_of(fact)
    result = verdict_on(FLOW, claim)
    flow, made = as_read(flow_data(FLOW, None, [claim])), as_read(packet(result, None))
    del flow["claims"][fact.id]

    assert (result.verdict, result.points) == (Verdict.PROVED, "any")
    assert rejected(flow, made) == ""
    assert "mark" in names(made)


def lied(monkeypatch: pytest.MonkeyPatch, box: Box) -> None:
    """Let what is given say that something never occurs."""
    shape = (1,) if any(field is seat for field, _ in box) else ()
    told = Facts({shape: (box,)}, frozenset())
    monkeypatch.setattr(prove, "facts_of", lambda *_: told)


@pytest.mark.parametrize("claim_of", [never_stuck, not_by_a_step, can_be_told])
def test_a_fact_that_is_none_proves_nothing(
    claim_of: Callable[..., Claim], monkeypatch: pytest.MonkeyPatch
) -> None:
    lied(monkeypatch, {(over, 0): (Gate.PASSED,)})

    result = decide(FLOW, claim_of())

    assert result.verdict is Verdict.UNDECIDED
    assert "closure does not cover" in result.reason


def test_a_fact_that_is_none_is_refused_by_the_checker_too(monkeypatch: pytest.MonkeyPatch) -> None:
    lied(monkeypatch, {(over, 0): (Gate.PASSED,)})
    monkeypatch.setattr(Inquiry, "boxes_added", lambda _: 0)
    monkeypatch.setattr(prove, "arise", lambda *_: ())
    claim = never_stuck()

    result = decide(FLOW, claim)

    assert result.verdict is Verdict.PROVED
    flow, made = as_read(flow_data(FLOW, None, [claim])), as_read(packet(result, None))
    assert rejected(flow, made) == "'cut over' by one who is seen leads into a box"


def test_what_is_given_may_break_without_a_fact_and_is_shown_so() -> None:
    hasty = FLOW.but(Machine("cut", INDUSTRY, over, [Transition(CUT, Gate.SHUT, Gate.PASSED)]))

    result = verdict_on(hasty, never_stuck(IN_TIME))

    assert (result.verdict, result.points) == (Verdict.REFUTED, "1")
    assert result.run is not None
    assert (len(result.run), result.run.shortest) == (2, True)


def test_what_a_claim_rules_out_is_just_where_it_fails() -> None:
    for seed in range(100):
        flow = random_flow(seed, existential=False)
        shape, where = (1,), Where(point=0, provider=0)
        body, world = random_condition(seed, flow), World(flow, shape)
        boxes = ruled_out(flow, Proof(body, ((shape, where),), {}))
        for values in product(*(members(field.sort) for field, _ in world.slots)):
            there = dict(zip(world.slots, values, strict=True))
            inside = any(all(there[slot] in some for slot, some in box.items()) for box in boxes)
            assert inside is not world.holds(body, where, values, None, values)


def test_no_verdict_is_otherwise_for_what_is_given() -> None:
    """What is proved, or refuted, is so without what is given; the checker accepts each."""
    used = 0
    for seed in range(30):
        drawing = Drawing(seed, "closed", providers=seed % 3 == 1)
        flow, drawn = drawing.flow(), [random_claim(drawing) for _ in range(10)]
        given = tuple(one for one in drawn if is_proved(flow, one))[:1]
        for one in drawn if given else ():
            if isinstance(one, Always | Step):
                anew = replace(one, given=given)
                assert verdict_on(flow, anew).verdict is decide(flow, one).verdict
                used += 1
    assert used > 40


def is_proved(flow: Flow, claim: Claim) -> bool:
    return isinstance(claim, Always) and decide(flow, claim).points == ANY


def test_the_search_from_the_claim_backwards_begins_with_what_is_given() -> None:
    (part,) = parts_of(FLOW, never_stuck().of(FLOW))
    given, few = replace(part, facts=facts(IN_TIME)), 15  # questions: 27 are asked without it

    assert isinstance(prove_part(given, Budget(), few), Invariant)
    with pytest.raises(Spent):
        prove_part(part, Budget(), few)


def test_a_fact_on_a_provider_is_one_on_each_of_its_points() -> None:
    known = Facts({(0,): ({(shop, 0): (Gate.PASSED,)},)}, frozenset())
    flow = Flow("shops", "Shops", (*MACHINES, SHOP), [SOMEBODY])

    assert known.at(flow, ()) == ()
    assert known.at(flow, (2,)) == ({(shop, 0): (Gate.PASSED,)},)
    assert known.at(flow, (1, 1)) == tuple({(shop, n): (Gate.PASSED,)} for n in range(2))
