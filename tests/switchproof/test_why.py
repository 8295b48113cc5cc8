"""What a claim cannot do without, on a flow where it is known by heart."""

import pytest

from model.language import POINT, Always, Event, Field, Flow, Machine, Named, Party, Transition
from model.language.sources import Assumption
from properties.analyses.provenance.core import Provenance, why
from properties.engine.budget import Budget
from properties.engine.evidence import Invariant
from switchproof.cli import main
from tests.analyses.test_mutants import Stage

state = Field("notice", Stage, Stage.DUE)
told = Field("the receiver is told", bool, False)
signed = Field("signed", bool, False)
clerk = Party("clerk")
SIGN, SEND, TELL = (Event(name, POINT, clerk) for name in ("sign", "send", "tell"))
SIGNED = Named("it is signed", signed, cites="A-signed")
ONCE = Named("the receiver is not told", ~told, cites="A-once")
SENT = Named("it was sent", state.is_(Stage.SENT), cites="A-sent")
NOTICE = Machine(
    "notice",
    POINT,
    state=state,
    fields=(told, signed),
    transitions=(
        Transition(SIGN, Stage.DUE, None, then={signed: True}, cites="A-signed"),
        Transition(SEND, Stage.DUE, Stage.SENT, when=SIGNED & ONCE, cites="A-signed"),
        Transition(TELL, tuple(Stage), None, when=SENT & SIGNED, then={told: True}, cites="A-once"),
    ),
)
SOURCES = [Assumption(f"A-{name}", "One.") for name in ("signed", "once", "sent", "spare")]
FLOW = Flow("notice", "A notice", (NOTICE,), (clerk,), sources=SOURCES)
CLAIM = Always("told-signed", "Who is told was told of a signed one.", told.implies(signed))
SENT_SIGNED = Always(
    "sent-signed", "What is sent is signed.", state.is_(Stage.SENT).implies(signed), cites="A-spare"
)
CLAIMS = (CLAIM, SENT_SIGNED)


@pytest.fixture(scope="module")
def found() -> Provenance:
    return why(FLOW, SENT_SIGNED, Budget())


def test_the_condition_without_which_it_fails_bears_it_with_a_shortest_run(
    found: Provenance,
) -> None:
    (bearing,) = found.bearing
    assert "does not ask that it is signed" in bearing.says
    assert bearing.cites == ("A-signed",)
    assert bearing.run is not None
    assert len(bearing.run) == 1


def test_what_it_holds_without_is_idle(found: Provenance) -> None:
    assert any("not ask that the receiver is not told" in element.says for element in found.idle)


def test_what_is_left_without_the_idle_is_proved_anew(found: Provenance) -> None:
    assert isinstance(found.core, Invariant)


def test_two_that_fail_only_together_are_found() -> None:
    both = why(FLOW, CLAIM, Budget())
    says = [{one.says, two.says} for one, two in both.together]
    assert not both.bearing
    assert any(all("signed" in s or "sent" in s for s in pair) and len(pair) == 2 for pair in says)


def test_the_command_says_which_citations_do_not_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "sent-signed", "--flow", __file__]) == 1
    printed = capsys.readouterr().out
    assert "It assumes A-signed: without any one of these it fails." in printed
    assert "Cited, and nothing that bears it cites it: A-spare." in printed
    assert "Needed, and not cited: A-signed." in printed


def test_an_unknown_claim_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "sent-sined", "--flow", __file__]) == 2
    assert "did you mean 'sent-signed'" in capsys.readouterr().err


def test_what_no_flow_can_do_without_is_told_apart_and_leaves_nothing_undecided(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["why", "secured-pairs"]) == 0
    printed = capsys.readouterr().out
    assert "These cannot be left out, since two rules of one event then fit at once:" in printed
    assert "not known" not in printed
