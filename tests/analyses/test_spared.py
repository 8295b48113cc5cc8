"""What is found idle many at a time is what is found idle one by one."""

from model.language import (
    INDUSTRY,
    POINT,
    Event,
    Field,
    Flow,
    Machine,
    Named,
    Party,
    Step,
    Transition,
    happens,
)
from properties.analyses.mutation.base import ProvedClaim, known_of
from properties.analyses.provenance.elements import Left, left_out
from properties.analyses.vacuity.in_bulk import spared
from properties.engine.budget import Budget
from tests.analyses.test_mutants import Stage

state = Field("notice", Stage, Stage.DUE)
signed, sealed = Field("signed", bool, True), Field("sealed", bool, False)
heard = Field("board", Stage, Stage.DUE)
clerk = Party("clerk")
SEND, TAKE = Event("send", POINT, clerk), Event("take", POINT, clerk)
CLOSE = Event("close", INDUSTRY, clerk)
SIGNED, UNSEALED = Named("it is signed", signed & signed), Named("it is open", ~sealed)
NOTICE = Machine(
    "notice",
    POINT,
    state=state,
    fields=(signed, sealed),
    transitions=(
        Transition(SEND, Stage.DUE, Stage.SENT, when=SIGNED & UNSEALED),
        Transition(TAKE, Stage.SENT, Stage.HELD, when=SIGNED),
        Transition(TAKE, Stage.DUE, Stage.DUE, when=UNSEALED),
        Transition(CLOSE, Stage.HELD, Stage.DUE),
    ),
)
BOARD = Machine(
    "board", INDUSTRY, state=heard, transitions=(Transition(CLOSE, tuple(Stage), Stage.HELD),)
)
FLOW = Flow("notice", "A notice", (BOARD, NOTICE), (clerk,))
SENT = Step("sent", "What is sent was due.", happens(SEND).implies(state.is_(Stage.DUE)))


def asked() -> tuple[ProvedClaim, tuple[Left, ...], tuple[Left, ...]]:
    known = known_of(FLOW, SENT, Budget())
    everything = tuple(left_out(FLOW, known))
    return known, everything, tuple(spared(FLOW, known, everything, Budget()))


def test_nothing_is_spared_that_bears_the_claim() -> None:
    _, everything, sure = asked()
    assert sure
    assert [left.says for left in sure if left.breaks(Budget())] == []
    bearing = [left.says for left in everything if left.breaks(Budget())]
    assert bearing == ["notice, 'send' from due: may happen in any state"]


def test_one_of_several_rules_is_spared_and_the_only_one_is_not() -> None:
    gone = {left.says for left in asked()[2] if left.says.endswith("is gone")}
    assert gone == {"notice, 'take' from sent: is gone", "notice, 'take' from due: is gone"}


def test_a_machine_that_follows_is_asked_rule_by_rule() -> None:
    assert [left.says for left in asked()[2] if "'close'" in left.says] == []
