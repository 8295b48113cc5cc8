"""Every rule is taken in some run, and every condition decides something, or it is listed here."""

import pytest

from model.flows import FLOWS, flow
from model.language import POINT, Event, Field, Flow, Machine, Party, Transition
from properties.idle import Idle, idle
from switchproof.cli import main
from tests.test_mutants import Stage

# How many never happen; `switchproof idle` names them. Most are rules that only keep a machine
# total (A-total), and conditions that another machine asks for as well.
NEVER = {"current": 8, "css": 11, "handover": 3, "drafting": 1, "leadtime": 2, "linked": 0}

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


def test_each_flow_has_as_many_idle_rules_and_conditions_as_are_known() -> None:
    assert NEVER.keys() == FLOWS.keys()


LONG = [pytest.param("css", marks=pytest.mark.soak)]  # half a minute


@pytest.mark.parametrize("name", [*(name for name in FLOWS if name != "css"), *LONG])
def test_what_is_idle_is_known(name: str) -> None:
    found = [answer for answer in idle(flow(name), 60) if isinstance(answer, Idle)]
    assert [one for one in found if one.why] == []
    assert len(found) == NEVER[name]


def test_a_rule_that_no_run_takes_and_a_condition_that_never_stops_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["idle", __file__]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("notice: 4 of 6 rules and conditions do something")
    assert "notice, 'burn' from held () is taken: never" in printed
    assert "stops at: notice is not held: never" in printed
