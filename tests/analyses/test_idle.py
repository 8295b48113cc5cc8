"""Every rule is taken in some run, and every condition decides something, or it is listed here."""

import pytest

from model.flows import WRITTEN, flow
from model.language import (
    POINT,
    Always,
    Claim,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Step,
    Transition,
    at_other_point,
    happens,
    some_point,
)
from properties.analyses.vacuity.rules import UNSEEN, Expected, Idle, idle
from properties.analyses.vacuity.situations import situations_of
from switchproof.cli import main
from switchproof.deciding.load import load
from tests.analyses.test_mutants import Stage

# How many never happen; `switchproof idle` names them. Most are rules that only keep a machine
# total (A-total), and conditions that another machine asks for as well.
NEVER = {"current": 8, "css": 11, "handover": 2, "drafting": 1, "leadtime": 2, "linked": 0}

state = Field("notice", Stage, Stage.DUE)
clerk = Party("clerk")
SEND, TAKE, BURN = (Event(name, POINT, clerk) for name in ("send", "take", "burn"))
NOTICE = Machine(
    "notice",
    POINT,
    state=state,
    transitions=(
        Transition(SEND, Stage.DUE, Stage.SENT),
        Transition(TAKE, tuple(Stage), None, when=state.is_(Stage.SENT)),
        Transition(BURN, Stage.HELD, Stage.DUE),
        Transition(SEND, Stage.SENT, None, when=~state.is_(Stage.HELD)),
    ),
)
FLOW = Flow("notice", "A notice", (NOTICE,), (clerk,))
held, sent = state.is_(Stage.HELD), state.is_(Stage.SENT)
CLAIMS = (
    Step("burnt", "What is burnt was held.", happens(BURN).implies(held)),
    Step("taken", "What is taken was sent.", happens(TAKE).implies(sent)),
)


def test_each_flow_has_as_many_idle_rules_and_conditions_as_are_known() -> None:
    assert NEVER.keys() == WRITTEN.keys()


LONG = [pytest.param("css", marks=pytest.mark.soak)]  # half a minute


@pytest.mark.parametrize("name", [*(name for name in WRITTEN if name != "css"), *LONG])
def test_what_is_idle_is_known(name: str) -> None:
    found = [answer for answer in idle(flow(name), 60) if isinstance(answer, Idle)]
    assert [one for one in found if one.why] == []
    assert len(found) == NEVER[name]


def test_a_rule_that_only_seems_to_fit_is_not_said_to_be_taken() -> None:
    """Nobody is ever held; the event happens by the other rule, and this one only seems to fit."""
    waits = Transition(SEND, Stage.DUE, None, when=some_point(held))
    machine = Machine("notice", POINT, state, (waits, Transition(SEND, Stage.DUE, Stage.SENT)))
    found = list(idle(Flow("f", "F.", (machine,), (clerk,)), 60))

    (asked,) = [one for one in found if isinstance(one, Idle) and one.question.rule is waits]
    assert (asked.question.asks, asked.why) == ("taken", UNSEEN)
    assert [one.asks for one in found if isinstance(one, Expected)] == ["taken"]


def test_a_condition_that_is_not_alone_is_not_said_to_stop() -> None:
    """Nobody is ever held, so where the condition is false, it is not alone."""
    waits = Transition(SEND, Stage.DUE, None, when=some_point(held) & state.is_(Stage.DUE))
    begun = Transition(SEND, Stage.SENT, None, when=some_point(held) & state.is_(Stage.DUE))
    machine = Machine(
        "notice", POINT, state, (waits, begun, Transition(TAKE, Stage.DUE, Stage.SENT))
    )
    found = list(idle(Flow("f", "F.", (machine,), (clerk,)), 60))
    stopping = [one for one in found if isinstance(one, Expected) and "stopped" in one.asks]

    assert stopping == []


def test_a_rule_that_no_run_takes_and_a_condition_that_never_stops_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["idle", __file__]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("notice: 4 of 6 rules and conditions do something")
    assert "notice, 'burn' from held is never taken, for any number of points" in printed
    assert "is never stopped by 'notice is not held' alone" in printed
    assert "notice: 1 of 2 situations of claims arise" in printed
    assert "burnt: what it supposes never arises, for any number of points" in printed


def points_of(claim: Claim) -> list[tuple[int, ...]]:
    return [situation.points for situation in situations_of(FLOW, claim, 60) if situation.arises]


def test_a_situation_is_shown_with_one_two_and_three_points_or_with_as_many_as_it_needs() -> None:
    two = (sent & at_other_point(state).is_(Stage.DUE)).implies(~held)
    assert points_of(CLAIMS[1]) == [(1, 2, 3)]
    assert points_of(Always("two", "One is sent, one is due.", two)) == [(2, 3)]
    assert points_of(LeadsTo("at-last", "It is held.", sent, to=held)) == [(1, 2, 3)]


def test_a_situation_that_never_arises_does_not_with_any_number() -> None:
    (burnt,) = situations_of(FLOW, CLAIMS[0], 60)
    assert (burnt.arises, burnt.points) == (False, ())


@pytest.mark.parametrize("name", [*(name for name in WRITTEN if name != "css"), *LONG])
def test_what_each_claim_supposes_arises_with_one_two_and_three_points(name: str) -> None:
    one = load(name)
    found = [situation for claim in one.claims for situation in situations_of(one.flow, claim, 60)]
    assert [s.claim.id for s in found if not s.arises] == []
    assert {s.points for s in found} <= {(1, 2, 3), (2, 3)}
