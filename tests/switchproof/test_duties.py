"""Duties: what each must answer, who holds it then, who answers for whom, and how it is kept."""

import json
from dataclasses import replace

import pytest

from model.css.duties import CRS_SENDS, NETWORKS_RECEIVE_ONLY, NETWORKS_SENT
from model.css.duties_of_crs import DCC_LOADS_MESSAGES
from model.current.duties import NETWORKS_SEND, Mark, mark
from model.current.duties_on_service import NETWORKS_ENTER, NETWORKS_RAISE
from model.current.fuel import Fuel, fuel
from model.current.incident import BECOME_AWARE, RAISE
from model.handover.flow import FLOW as HANDOVER
from model.language import (
    INDUSTRY,
    STAYS,
    Always,
    Answers,
    Consequence,
    Duty,
    Event,
    Flow,
    IllFormed,
    Sometimes,
    Transition,
)
from model.language.compliance import BREACHED, CLEAN, FOR_GOOD, REMEDIED, compliance, observed
from model.language.duties import How, circles
from model.language.transitions import Stop
from model.parties import CLOCK, DCC, DSP, RDP
from model.walk import Walk
from properties.analyses.duties.conflicts import conflicts
from properties.analyses.duties.pattern import loose_ends, pattern
from properties.analyses.duties.questions import Answer, Question, answers
from properties.analyses.duties.stops import stops
from properties.analyses.duties.transfer import REMOVED, faults, holders
from properties.engine.free import free_claims
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from properties.handover import VARIANTS
from switchproof.cli import main
from switchproof.dossier.duties import run as command
from switchproof.dossier.duties.format import DutiesReport
from switchproof.dossier.duties.known import KNOWN, surprise
from switchproof.dossier.duties.regimes import NONE_SELF_OWED, THEN, TO_THE_LETTER, TODAY, Answering
from switchproof.dossier.duties.text import text
from switchproof.terminal.exits import SURPRISE, UNDECIDED

OWED = [(n, d.name) for n, regime in enumerate((TODAY, THEN)) for d in regime.flow.duties]
IDS = [f"{('today', 'then')[n]}-{name}" for n, name in OWED]
regimes = pytest.mark.parametrize("regime", [TODAY, THEN], ids=["today", "then"])


def with_duty(flow: Flow, old: Duty, new: Duty) -> Flow:
    return replace(flow, duties=tuple(new if duty is old else duty for duty in flow.duties))


@pytest.fixture(scope="module")
def report() -> DutiesReport:
    said: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("builtins.print", lambda *things, **_: said.append(str(things[0])))
        assert main(["dossier", "duties", "--format", "json"]) == 0
    found: DutiesReport = json.loads(said[0])
    return found


@pytest.mark.parametrize(("at", "name"), OWED, ids=IDS)
def test_every_duty_answers_as_is_known(report: DutiesReport, at: int, name: str) -> None:
    row = next(d for d in report["regimes"][at]["duties"] if d["name"] == name)

    assert row["answers"][0]["question"] == Question.IN_FORCE.value
    assert [a["question"] for a in row["answers"] if a["answer"] is None and not a["unread"]] == []
    assert [a["surprise"] for a in row["answers"] if a["surprise"]] == []


def test_nothing_is_known_of_a_duty_that_is_not_there() -> None:
    assert {name for name, _ in KNOWN} <= {name for _, name in OWED}


def test_an_answer_that_is_not_the_known_one_is_a_surprise() -> None:
    bad = Answer(NETWORKS_ENTER, Question.BREACHED, yes=False, flow=TODAY.flow)
    cured = Answer(NETWORKS_SEND, Question.STUCK, yes=False, flow=TODAY.flow)

    assert surprise(bad)
    assert surprise(cured)
    assert not surprise(replace(bad, yes=True))
    assert not surprise(replace(bad, yes=None))


@pytest.mark.parametrize(
    ("old", "change", "question"),
    [
        (NETWORKS_ENTER, {"obligor": RDP}, Question.BOUND),
        (NETWORKS_RAISE, {"performed_by": ()}, Question.PERFORMED),
        (NETWORKS_RAISE, {"performed_by": (RAISE,), "performer": DSP}, Question.PERFORMED),
        (NETWORKS_RAISE, {"deadline": None}, Question.BREACHED),
        (NETWORKS_SEND, {"barred": NETWORKS_SEND.outstanding}, Question.SEALED),
    ],
)
def test_a_duty_that_lacks_something_is_found(
    old: Duty, change: dict[str, object], question: Question
) -> None:
    broken = replace(old, **change)  # type: ignore[arg-type]
    found = list(answers(with_duty(TODAY.flow, old, broken), broken))

    assert question in {a.question for a in found if surprise(a)}


def test_a_duty_that_is_suspended_is_not_owed_while_sending_is_refused() -> None:
    cured = replace(NETWORKS_SEND, suspended_while=NETWORKS_SEND.barred)
    found = {a.question: a for a in answers(with_duty(TODAY.flow, NETWORKS_SEND, cured), cured)}

    assert found[Question.STUCK].is_good
    assert found[Question.LIFTED].is_good


@regimes
@pytest.mark.parametrize("kind", Fuel)
def test_for_each_fuel_one_bound_party_owes_what_is_outstanding(
    regime: Answering, kind: Fuel
) -> None:
    sending = NETWORKS_SEND if regime is TODAY else CRS_SENDS
    owed = Sometimes("owed", "Owed.", fuel.is_(kind) & sending.owed_now, cites="5-E1")
    one = regime.flow.exactly_one_owes(sending.matter)
    always = Always("one", "One owes.", fuel.is_(kind).implies(one), cites="5-E1")

    assert decide(regime.flow, owed).verdict is Verdict.PROVED
    assert decide(regime.flow, always).verdict is Verdict.PROVED


def test_each_duty_of_today_has_one_holder_then() -> None:
    assert list(faults(TODAY.flow, THEN.flow, REMOVED)) == []
    assert holders(NETWORKS_SEND, THEN.flow) == (CRS_SENDS,)


def test_a_duty_that_is_lost_doubled_or_held_though_removed_is_named() -> None:
    lost = with_duty(THEN.flow, CRS_SENDS, replace(CRS_SENDS, succeeds=None))
    twice = replace(CRS_SENDS, name="the CRS's duty to send as well")
    doubled = replace(THEN.flow, duties=(*THEN.flow.duties, twice))
    unknown = replace(NETWORKS_SEND, name="no such duty")
    misnamed = with_duty(THEN.flow, CRS_SENDS, replace(CRS_SENDS, succeeds=unknown))
    name = NETWORKS_SEND.name

    assert [f for f in faults(TODAY.flow, lost, {}) if name in f and "no holder" in f]
    assert not list(faults(TODAY.flow, lost, {name: "1-a"}))
    assert [f for f in faults(TODAY.flow, doubled, {}) if "2 holders" in f]
    assert [f for f in faults(TODAY.flow, THEN.flow, {name: "1-a"}) if "still held" in f]
    assert [f for f in faults(TODAY.flow, misnamed, {}) if "no duty of today" in f]


@regimes
def test_the_bound_answer_for_agents_that_are_not(regime: Answering) -> None:
    assert decide(regime.flow, pattern(regime.answers)).verdict is Verdict.PROVED
    assert loose_ends(regime.flow, regime.answers) == ()


@regimes
def test_the_pattern_fails_where_none_or_two_answer_or_another_than_who_owes(
    regime: Answering,
) -> None:
    first, *rest = regime.answers
    twice = Answers(DCC, first.agent, first.matters, "2.1-d")
    another = replace(first, principal=DCC)
    for wrong in (rest, [first, twice, *rest], [another, *rest]):
        assert decide(regime.flow, pattern(wrong)).verdict is Verdict.REFUTED


def test_who_answers_in_a_circle_or_for_nothing_is_named() -> None:
    round_ = (Answers(RDP, DSP, ("x",), "2.1-d"), Answers(DSP, RDP, ("x",), "2.1-d"))

    assert circles(round_) == ("DSP in x", "RDP in x")
    assert circles(TODAY.answers) == ()
    assert len(loose_ends(TODAY.flow, round_)) == 4


def test_after_a_split_nobody_owes_himself_and_before_it_eleven_duties_are_so_owed() -> None:
    then = [d for d in THEN.flow.duties if command.self_owed_when(d)]
    today = [d for d in TODAY.flow.duties if command.self_owed_when(d)]
    to_itself = replace(DCC_LOADS_MESSAGES, beneficiary=DCC)

    assert (len(today), len(then)) == (0, 11)
    assert decide(THEN.flow, NONE_SELF_OWED).verdict is Verdict.PROVED
    assert command.self_owed_when(to_itself) == "yes"


def test_no_two_duties_clash_unless_receiving_only_is_read_to_the_letter() -> None:
    pairs = [(c.owed.name, len(c.run)) for c in conflicts(TO_THE_LETTER)]

    assert [*conflicts(TODAY.flow), *conflicts(THEN.flow), *conflicts(HANDOVER)] == []
    assert pairs == [("the Networks' duty to answer flags", 10)]


def test_a_right_withdrawn_too_early_makes_two_duties_clash() -> None:
    flow = next(
        v.flow for v in VARIANTS if "the-right-goes-with-the-duty" in v.breaks and "right" in v.name
    )

    assert [c.owed.name for c in conflicts(flow)] == [NETWORKS_SEND.name]


@pytest.mark.parametrize(
    ("flow", "counts"), [(TODAY.flow, (76, 12, 2)), (THEN.flow, (122, 18, 10))]
)
def test_what_stops_an_actor_is_counted(flow: Flow, counts: tuple[int, ...]) -> None:
    found = stops(flow)

    assert tuple(len(found[stop]) for stop in Stop) == counts


@pytest.mark.parametrize(
    ("flow", "duty"), [(TODAY.flow, NETWORKS_SEND), (THEN.flow, CRS_SENDS)], ids=["today", "then"]
)
def test_the_observer_of_sending_agrees_with_the_mark(flow: Flow, duty: Duty) -> None:
    marks = dict(zip(Mark, (CLEAN, BREACHED, REMEDIED), strict=True))
    for one, other in marks.items():
        alike = Always(
            "alike", "Alike.", mark.is_(one).implies(compliance(duty).is_(other)), "2.2-a"
        )
        assert decide(observed(flow, duty), alike).verdict is Verdict.PROVED


@regimes
def test_observers_stay_in_their_sorts_and_never_compete(regime: Answering) -> None:
    flow = observed(regime.flow, *(d for d in regime.flow.duties if d is not NETWORKS_SENT))
    for claim in free_claims():
        assert decide(flow, claim).verdict is Verdict.PROVED


def test_a_breach_is_marked_remedied_and_for_good_once_it_is_not_owed() -> None:
    duty, late = NETWORKS_RAISE, NETWORKS_RAISE.deadline
    assert late is not None
    walk = Walk(observed(TODAY.flow, duty))

    walk.take(late)
    assert walk.read(compliance(duty)) is CLEAN
    walk.take(BECOME_AWARE)
    walk.take(late)
    assert walk.read(compliance(duty)) is BREACHED
    assert walk.breaches[-1][1] == duty.name
    walk.take(RAISE)  # another raises it: it was never performed
    walk.take(late)
    assert walk.read(compliance(duty)) is FOR_GOOD


def test_a_performance_remedies_a_breach() -> None:
    duty, late = NETWORKS_RAISE, NETWORKS_RAISE.deadline
    assert late is not None
    walk = Walk(observed(TODAY.flow, duty))
    for event in (BECOME_AWARE, late, *duty.performed_by):
        walk.take(event)

    assert walk.read(compliance(duty)) is REMEDIED


def test_what_was_done_though_forbidden_is_a_breach_for_good() -> None:
    duty = NETWORKS_RECEIVE_ONLY
    reached = Sometimes("reached", "Reached.", compliance(duty).is_(FOR_GOOD), cites="2.3-d")
    run = decide(observed(THEN.flow, duty), reached).run

    assert run is not None
    assert run.moves[-1].event in duty.breached_by


@pytest.mark.parametrize(("strict", "verdict"), [(True, Verdict.PROVED), (False, Verdict.REFUTED)])
def test_reasonable_steps_excuse_what_is_late_only_because_it_was_refused(
    strict: bool, verdict: Verdict
) -> None:
    duty = replace(CRS_SENDS, strict=strict, outstanding=CRS_SENDS.outstanding & CRS_SENDS.barred)
    flow = with_duty(THEN.flow, CRS_SENDS, duty)
    late = Sometimes("late", "Late.", compliance(duty).is_(BREACHED), cites="5-E1")

    assert decide(observed(flow, duty), late).verdict is verdict


def test_how_a_duty_is_kept_follows_from_who_performs_it_and_what_breaks_it() -> None:
    assert NETWORKS_RAISE.how is How.DO
    assert NETWORKS_SEND.how is How.SEE_TO_IT
    assert NETWORKS_RECEIVE_ONLY.how is How.REFRAIN


def test_a_duty_is_not_observed_where_its_events_are_not() -> None:
    with pytest.raises(IllFormed, match="speaks of"):
        observed(HANDOVER, NETWORKS_SEND)


def test_a_duty_is_not_owed_at_wider_scope_than_what_performs_it() -> None:
    with pytest.raises(IllFormed, match="wider scope"):
        replace(NETWORKS_RAISE, scope=INDUSTRY)


def test_a_consequence_is_one_thing() -> None:
    with pytest.raises(IllFormed, match="a consequence is"):
        Consequence(duty="one", unread="none")
    wrong = replace(NETWORKS_SEND, consequence=Consequence(duty="no such duty"))
    with pytest.raises(IllFormed, match="which is no duty"):
        with_duty(TODAY.flow, NETWORKS_SEND, wrong)


def test_what_is_to_no_effect_changes_nothing() -> None:
    event = Event("try", INDUSTRY, CLOCK)
    rule = Transition(event, CLEAN, STAYS, powerless="too late")

    assert rule.stops is Stop.NO_EFFECT
    assert Transition(event, CLEAN, STAYS, breaches="x").stops is Stop.BREACH
    assert Transition(event, CLEAN, STAYS).stops is None
    with pytest.raises(IllFormed, match="to no effect"):
        Transition(event, CLEAN, BREACHED, powerless="too late")


def test_the_command_sets_the_duties_of_both_regimes_side_by_side(report: DutiesReport) -> None:
    told = text(report)

    assert "16 duties today, 26 then" in told
    assert "today  Network Party to DCC: sees to it through RDP" in told
    assert "sees that it is not done" in told
    assert "A SURPRISE" not in told


def test_the_command_fails_on_a_surprise_and_says_what_is_not_known(report: DutiesReport) -> None:
    wrong: DutiesReport = json.loads(json.dumps(report))
    answer = wrong["regimes"][0]["duties"][0]["answers"][0]
    answer["answer"], answer["good"] = None, False
    assert command.status(wrong) == UNDECIDED

    answer["surprise"] = "it is bad"
    assert command.status(wrong) == SURPRISE
    assert "A SURPRISE: it is bad" in text(wrong)

    lost: DutiesReport = {**report, "transfer": ["a duty is lost"]}
    assert command.status(lost) == SURPRISE
    assert "wrong: a duty is lost" in text(lost)
