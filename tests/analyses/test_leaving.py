"""What is left out of all that a claim rests on: states, targets, duties, ties, actors, phrases."""

import pytest

from model.language import (
    FALSE,
    POINT,
    TRUE,
    Always,
    Claim,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Named,
    Party,
    Step,
    Tie,
    Transition,
    Via,
    changed,
    happens,
)
from model.language.duties import Duty
from model.language.sources import Assumption
from properties.analyses.provenance.core import Provenance, why
from properties.analyses.provenance.elements import asked_of
from properties.engine.budget import Budget
from switchproof.why.grounds import grounds_of, missing, unwanted
from tests.analyses.test_mutants import Stage

state = Field("notice", Stage, Stage.DUE)
told = Field("the receiver is told", bool, False)
clerk = Party("clerk", (Tie("code", Via.ACCESSION, "A-tie"),))
other = Party("somebody else")
SEND, TAKE, TELL = (Event(name, POINT, clerk) for name in ("send", "take", "tell"))
SENT = Named("it was sent", state.is_(Stage.SENT), cites="A-sent")
HELD = Named("it is held", state.is_(Stage.HELD), cites="A-held")
NOTICE = Machine(
    "notice",
    POINT,
    state=state,
    fields=(told,),
    transitions=(
        Transition(SEND, Stage.DUE, Stage.SENT, cites="A-send"),
        Transition(TAKE, Stage.SENT, Stage.HELD, cites="A-take"),
        Transition(TELL, Stage.HELD, None, when=HELD, then={told: True}, cites="A-tell"),
    ),
)
TO_SEND = Duty("to send", "sending", clerk, clerk, other, "code", ~told, cites="A-duty")
NAMES = ("send", "take", "tell", "sent", "held", "tie", "duty", "spare")
FLOW = Flow(
    "notice",
    "A notice",
    (NOTICE,),
    (clerk, other),
    sources=[Assumption(f"A-{name}", "One.") for name in NAMES],
    duties=(TO_SEND,),
)


def found(claim: Claim) -> Provenance:
    return why(FLOW, claim, Budget())


def misfits(claim: Claim, flow: Flow = FLOW) -> tuple[frozenset[str], frozenset[str]]:
    """What it cites and does not need, and what it needs and does not cite."""
    row = grounds_of(flow, why(flow, claim, Budget()))
    return unwanted(flow, claim, row), missing(claim, row)


def bears(claim: Claim) -> dict[str, tuple[str, ...]]:
    return {element.says: element.cites for element in found(claim).bearing}


def test_the_state_from_which_a_rule_leads_can_bear_a_claim() -> None:
    taken = Step("taken", "What is taken was sent.", happens(TAKE).implies(state.is_(Stage.SENT)))
    (order,) = found(taken).order
    assert order.says == "notice, 'take' from sent: may happen in any state"
    assert (order.cites, found(taken).bearing) == (("A-take",), ())


def test_the_order_of_steps_makes_a_citation_wanted_and_none_missing() -> None:
    taken = Step("taken", "One.", happens(TAKE).implies(state.is_(Stage.SENT)), cites="A-take")
    bare = Step("taken", "One.", happens(TAKE).implies(state.is_(Stage.SENT)), cites="A-sent")
    assert misfits(taken) == (frozenset(), frozenset())
    assert misfits(bare) == (frozenset({"A-sent"}), frozenset())


def test_the_state_to_which_a_rule_leads_can_bear_a_claim() -> None:
    moves = Step("moves", "What is sent moves.", happens(SEND).implies(changed(state)))
    assert bears(moves)["notice, 'send' from due: does not lead anywhere"] == ("A-send",)


def test_duties_and_ties_bear_a_claim_on_them() -> None:
    owed = Always(
        "owed",
        "Somebody bound owes the sending until it is told.",
        lambda flow: (~told).implies(Named("it is owed", flow.exactly_one_owes("sending"))),
    )
    assert set(bears(owed).values()) >= {("A-duty",), ("A-tie",)}


def test_who_performs_an_event_bears_a_claim_on_it_and_one_source_of_its_rules_will_do() -> None:

    def told_by_the_clerk(flow: Flow) -> Expression:
        by = {rule.actor for _, rule in flow.rules() if rule.event.name == "tell"}
        return TRUE if by == {clerk} else FALSE

    by_clerk = Step("by-clerk", "The clerk tells.", told_by_the_clerk, cites="A-held")
    assert misfits(by_clerk)[1] == {"A-tell"}
    also = Step("by-clerk", "The clerk tells.", told_by_the_clerk, cites="A-tell")
    assert misfits(also) == (frozenset(), frozenset())


def test_a_phrase_of_the_claim_that_cites_bears_it_where_it_fails_without() -> None:
    sent = Step("sent", "What is taken was sent.", happens(TAKE).implies(SENT), cites="A-sent")
    assert misfits(sent)[0] == frozenset()
    plain = happens(TAKE).implies(state.is_(Stage.SENT))
    assert misfits(Step("s", "The same.", plain, cites="A-sent"))[0] == {"A-sent"}


def test_a_phrase_that_is_denied_and_joins_several_bears_the_claim_too() -> None:
    amiss = Named("it is amiss", (happens(TAKE) & HELD) | (happens(TELL) & SENT), cites="A-spare")
    assert ("A-spare",) in bears(Step("fine", "Nothing is amiss.", ~amiss)).values()


def test_what_is_asked_of_twice_bears_only_together_and_its_source_is_wanted() -> None:
    twice = Machine(
        "notice",
        POINT,
        state=state,
        fields=(told,),
        transitions=(
            *NOTICE.transitions[:2],
            Transition(TELL, Stage.HELD, None, when=HELD, then={told: True}, cites="A-held"),
        ),
    )
    claim = Step(
        "tell", "What is told is held.", happens(TELL).implies(state.is_(Stage.HELD)), "A-held"
    )
    doubled = FLOW.but(twice)
    both = why(doubled, claim, Budget())
    assert both.bearing == ()
    assert [element.cites for element in both.by_source] == [("A-held",)]
    assert misfits(claim, doubled)[0] == frozenset()


@pytest.mark.parametrize("kept", [frozenset({state}), frozenset({state, told})])
def test_what_was_asked_is_told_apart_by_what_can_be_left_out(kept: frozenset[Field]) -> None:
    claim = Step("moves", "What is sent moves.", happens(SEND).implies(changed(state)))
    cited = Transition(SEND, Stage.DUE, Stage.SENT, cites="A-spare")
    same, other_cites = FLOW.but(NOTICE), FLOW.but(NOTICE.instead(SEND, cited))
    assert asked_of(FLOW, claim, kept) == asked_of(same, claim, kept)
    assert asked_of(FLOW, claim, kept) != asked_of(other_cites, claim, kept)
