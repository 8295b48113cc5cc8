"""A claim on steps is asked of every step of anybody, and of nothing that did not happen."""

from dataclasses import replace
from enum import Enum

import pytest

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Sometimes,
    Step,
    Transition,
    Variant,
    after,
    all_other_points,
    changed,
    happens,
)
from model.language.claims import Claim
from model.language.meaning import Move, Where, World
from model.language.sources import Assumption
from properties.analyses.mutation.base import base
from properties.analyses.mutation.broken import breaking_run
from properties.analyses.mutation.mutants import Mutant, Wrong
from properties.analyses.provenance.core import why
from properties.checker import flow_of, questions
from properties.engine.budget import Budget
from properties.engine.evidence import Disagreement, Undecided
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.prove import decide
from properties.engine.slices.closure import Closure
from properties.engine.slices.replay import breaks, replays
from properties.engine.slices.seen import outlook, outlook_of, part_of, sights
from properties.engine.suspect import rests_on
from properties.engine.verdict import Verdict
from switchproof.deciding.load import Loaded
from switchproof.deciding.rows import surprise
from switchproof.explain.explanation import explanation
from tests.packet_format import Data, rejected
from tests.packing import as_of_one_view, forged, packed


class State(Enum):
    """Two states."""

    A, B = "a", "b"


A, B = State
BY = Party("somebody")
x, s = Field("x", State, (A, B)), Field("s", State, A)
E, F, TICK = Event("e", INDUSTRY, BY), Event("f", INDUSTRY, BY), Event("tick", INDUSTRY, BY)
GO, NOD = Event("go", POINT, BY), Event("nod", POINT, BY)
TICKS = Machine("k", INDUSTRY, Field("y", State, A), [Transition(TICK, A, STAYS)])
ALONE = Flow(
    "alone",
    "The industry goes to and fro",
    [Machine("m", INDUSTRY, s, [Transition(E, A, B), Transition(F, B, A)])],
    [BY],
)
ONCE = Flow("once", "A point goes once", [Machine("p", POINT, x, [Transition(GO, A, B)])], [BY])


def step(body: Expression) -> Claim:
    return Step("c", "C.", body)


def shown(flow: Flow, claim: Claim) -> tuple[tuple[int, ...], list[str]]:
    """In which instance a claim fails, and by what; the checker agrees."""
    result = decide(flow, claim)
    assert result.verdict is Verdict.REFUTED
    assert result.run is not None
    assert rejected(*packed(flow, claim)) == ""
    return result.run.shape, [str(move.event) for move in result.run.moves]


def is_proved(flow: Flow, claim: Claim) -> bool:
    """Whether a claim is proved, and the checker agrees."""
    return decide(flow, claim).verdict is Verdict.PROVED and not rejected(*packed(flow, claim))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(happens(E, F), id="every step is one of the two"),
        pytest.param(changed(s), id="every step changes it"),
        pytest.param(s.is_(A).implies(happens(E)), id="from a only e"),
        pytest.param(s.is_(B).implies(happens(F)), id="from b only f"),
        pytest.param(s.is_(A).implies(after(s).is_(B)), id="a leads to b"),
        pytest.param(s.is_(B).implies(after(s).is_(A)), id="b leads to a"),
    ],
)
def test_where_nobody_else_can_step_nothing_that_did_not_happen_is_a_step(body: Expression) -> None:
    assert is_proved(ALONE, step(body))
    assert shown(ALONE, step(body & ~happens(F))) == ((1,), ["e", "f"])


def test_a_state_in_which_nothing_follows_is_no_step() -> None:
    """Where it starts as b it breaks no step; one point alone has no other step than into b."""
    assert shown(ONCE, step(after(x).is_not(B))) == ((1,), ["go"])
    assert is_proved(ONCE.starting(x, B), step(after(x).is_not(B)))


def test_a_variant_that_pins_no_step_is_a_surprise() -> None:
    claim = step(after(x).is_not(B))
    pinned = Variant("same", "Nothing changed.", ONCE.starting(x, A, B), breaks={"c": 0})

    told = surprise(pinned, decide(pinned.flow, claim))
    assert told == "it should fail in 0 steps, and does in 1"


def test_where_only_another_can_step_the_run_has_two_points() -> None:
    assert shown(ONCE, step(x.is_(B).implies(changed(x)))) == ((2,), ["go"])
    assert shown(ONCE, step(x.is_(B).implies(happens(GO)))) == ((2,), ["go"])


def test_another_provider_without_points_steps_too() -> None:
    ready = Event("ready", PROVIDER, BY)
    provider = Machine("q", PROVIDER, s, [Transition(ready, A, B)])
    flow = Flow("two", "Providers", [provider], [BY])

    assert shown(flow, step(s.is_(B).implies(changed(s)))) == ((1, 0), ["ready", "ready"])
    assert is_proved(flow, step(changed(s).implies(happens(ready))))


def test_a_step_that_nobody_else_can_take_is_not_supposed() -> None:
    """Who is b stops all others, so no step follows: each event is asked with its own guard."""
    rule = Transition(GO, A, B, all_other_points(x.is_(A)))
    flow = Flow("first", "Only the first goes", [Machine("p", POINT, x, [rule])], [BY])

    assert is_proved(flow, step(x.is_(B).implies(changed(x))))
    assert shown(flow.starting(x, A), step(~changed(x))) == ((1,), ["go"])


def test_an_event_that_changes_nothing_is_a_step() -> None:
    nod = Machine("p", POINT, x, [Transition(NOD, A, STAYS)])
    flow = Flow("nods", "A point nods", [nod], [BY])

    assert shown(flow, step(changed(x))) == ((1,), ["nod"])
    assert shown(flow, step(happens(NOD))) == ((2,), ["nod"])
    assert is_proved(flow, step(~changed(x)))


def test_an_event_of_which_nothing_is_read_is_a_step() -> None:
    flow = Flow("ticks", "Time passes", [*ONCE.machines, TICKS], [BY])

    assert shown(flow, step(changed(x))) == ((1,), ["tick"])


def test_an_event_of_which_nothing_is_read_may_come_later_than_where_it_would_break() -> None:
    """At first only e can happen, and then the tick."""
    tick = Transition(TICK, A, STAYS, s.is_(B))
    once = Machine("m", INDUSTRY, s, [Transition(E, A, B)])
    rows = [once, Machine("k", INDUSTRY, Field("y", State, A), [tick])]

    assert shown(Flow("late", "A late tick", rows, [BY]), step(happens(E))) == ((1,), ["e", "tick"])


def test_a_claim_on_steps_that_names_none_is_asked_of_the_state_before_each() -> None:
    """From b nothing follows where one is alone, and where there are two the other goes."""
    assert shown(ONCE, step(x.is_(A))) == ((2,), ["go"])
    assert is_proved(ALONE.starting(s, A), step(s.is_(A) | happens(F)))
    assert shown(ALONE, step(s.is_(B))) == ((1,), ["e"])


def test_what_a_step_sometimes_does_takes_a_step() -> None:
    never = Sometimes("c", "C.", ~happens(GO) & x.is_(B))
    result = decide(ONCE, never)

    assert [(run.shape, len(run)) for run in result.runs] == [((2,), 1), ((3,), 1)]
    assert rejected(*packed(ONCE, never)) == ""
    assert decide(ALONE, Sometimes("c", "C.", ~changed(s))).verdict is Verdict.REFUTED


def test_a_run_of_no_steps_is_no_run_against_a_claim_on_steps() -> None:
    data, made = packed(ONCE, step(after(x).is_not(B)))
    (run,) = made["runs"]
    made["runs"] = [{**run, "moves": [], "first": {"x": ["B"]}}]

    assert rejected(data, made) == "the run does not end as it must"


def without_boxes(flow: Flow, body: Expression) -> tuple[Data, Data]:
    """The packet that somebody would write who knows of no step that breaks a claim."""
    whole = outlook_of(flow, step(body))
    data, made = forged(flow, body, next(sights(flow, whole)))
    (proof,) = made["proofs"]
    for entry in proof["shapes"]:
        entry["boxes"] = []
    for entry in proof["seen"]:
        entry["where"] = entry["where"] if whole.points else {}
    return data, made


def test_the_checker_asks_what_another_does() -> None:
    refused = "'go' by another breaks it"

    assert rejected(*without_boxes(ONCE, x.is_(B).implies(changed(x)))) == refused


def test_the_solvers_are_asked_too_what_a_claim_says_where_nothing_changes() -> None:
    def asked(flow: Flow, body: Expression) -> set[str]:
        data, made = packed(flow, step(body))
        return {question.words for question in questions(flow_of(data), made)}

    assert "a step that changes nothing breaks it" in asked(ALONE, ~changed(s) | happens(E, F))
    assert "a step that changes nothing breaks it" not in asked(ALONE, changed(s))


def test_the_checker_asks_of_an_event_that_writes_nothing_of_what_is_read() -> None:
    flow = Flow("ticks", "Time passes", [*ALONE.machines, TICKS], [BY])

    assert rejected(*without_boxes(ALONE, changed(s))) == ""
    assert rejected(*without_boxes(flow, changed(s))) == "'tick' by one who is seen breaks it"


def test_the_checker_asks_what_a_claim_says_where_nothing_changes_or_of_each_step() -> None:
    """All that a point could do is named; another's step is not, and is asked about by itself."""
    body = x.is_(A) | happens(GO)

    assert rejected(*without_boxes(ONCE, body)) == "'go' by another breaks it"
    data, made = without_boxes(ONCE, body)
    still = "a step that changes nothing breaks it"
    assert rejected(data, as_of_one_view(made)) == still
    assert rejected(*without_boxes(ONCE.starting(x, A), x.is_not(B) | ~changed(x))) == ""


def explained(flow: Flow, claim: Claim) -> str:
    """What `explain` says of a claim."""
    one = Loaded("x.py", flow, (claim,), ())
    lines = explanation(one, None, decide(flow, claim))
    return " ".join(" ".join(lines).split())


def test_a_claim_on_steps_is_explained_by_what_it_is_asked_of() -> None:
    proved = explained(ALONE, step(changed(s)))
    assert "Proved. This holds of every step of anybody, seen or not, in every order" in proved

    own, by_another = step(after(x).is_not(B)), step(x.is_(B).implies(changed(x)))
    assert "another's" not in explained(ONCE, own)
    assert "It fails in 1 step, with 2 metering points." in explained(ONCE, by_another)
    assert "The step that breaks it is another's" in explained(ONCE, by_another)


def test_what_is_asked_of_each_step_rests_on_every_rule_and_is_asked_of_each_mutant() -> None:
    rule = Transition(NOD, B, STAYS, cites="A-nod")
    nod = Machine("k", POINT, Field("y", State, A), [rule])
    rows = (*ALONE.machines, nod)
    flow = Flow("nods", "A point never nods", rows, [BY], sources=[Assumption("A-nod", "One.")])
    claim = step(changed(s))

    assert "A-nod" in rests_on(decide(flow, claim))
    with pytest.raises(Undecided, match="it rests on every rule"):
        why(flow, claim, Budget())

    (known,) = base(flow, [claim], Budget()).known
    nods = replace(nod, transitions=(replace(nod.transitions[0], source=(A, B)),))
    wrong = Wrong("widened", "may nod from a too", "", nods.transitions[0], nods)
    mutant = Mutant(wrong, flow.but(nods))
    assert breaking_run(flow, mutant, known, Budget()) is not None


@pytest.mark.parametrize(
    ("machines", "body"),
    [
        pytest.param((TICKS,), changed(x), id="an event that writes nothing"),
        pytest.param((), x.is_(B).implies(changed(x)), id="an event of another"),
        pytest.param((), x.is_(B).implies(happens(GO)), id="an event of another that is named"),
    ],
)
def test_the_judge_asks_of_each_step_or_what_a_claim_says_where_nothing_changes(
    machines: tuple[Machine, ...], body: Expression
) -> None:
    flow, kept = Flow("f", "F.", [*ONCE.machines, *machines], [BY]), frozenset({x})
    for each in (False, True):
        closure = Closure(flow, kept, [(1,)], Budget(), watched=flow.events, each=each)
        closure.close()
        met = {shape: reach.order for shape, reach in closure.reaches.items()}
        part = part_of(flow, body, outlook(flow, body))
        sight = [((1,), Where(point=0, provider=0))]
        with pytest.raises(Disagreement):
            judge(Matter(part, sight, kept, met, each=each), Budget())


@pytest.mark.parametrize("each", [False, True])
def test_the_judge_asks_of_an_event_that_writes_nothing_of_what_is_read(*, each: bool) -> None:
    """Only the tick changes nothing; where each step is asked about, it is asked about too."""
    flow, kept = Flow("f", "F.", [*ALONE.machines, TICKS], [BY]), frozenset({s})
    closure = Closure(flow, kept, [()], Budget(), watched=flow.events, each=each)
    closure.close()
    met = {shape: reach.order for shape, reach in closure.reaches.items()}
    part = part_of(flow, changed(s), outlook(flow, changed(s)))
    with pytest.raises(Disagreement):
        judge(Matter(part, [((), Where())], kept, met, each=each), Budget())


def test_a_trail_breaks_what_is_false_at_its_end_and_nothing_else() -> None:
    world, here = World(ONCE, (1,)), Where(point=0, provider=0)
    go = Move(GO, 0)
    start, went = replays(world, (A,), []), replays(world, (A,), [go])

    assert breaks(world, start, [], x.is_(B), here, of_steps=False)
    assert not breaks(world, start, [], x.is_(A), here, of_steps=False)
    assert breaks(world, went, [go], ~changed(x), here, of_steps=True)
    assert not breaks(world, went, [go], changed(x), here, of_steps=True)
    assert not breaks(world, start, [], changed(x), here, of_steps=True)
