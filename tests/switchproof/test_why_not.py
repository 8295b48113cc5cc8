"""Why an event is not possible here, what is nearest, and that there is nothing, proved."""

import re

import pytest

from model.flows import flow
from model.walk import Walk
from switchproof.cli import main
from switchproof.telling.sentences import capital, happening


def why_not(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["why-not", *arguments]) == 0
    return capsys.readouterr().out


def refused(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(["why-not", *arguments]) == 2
    complaint = capsys.readouterr().err
    assert complaint.count("\n") == 1
    return complaint


def test_the_states_and_the_false_conjuncts_are_named_machine_by_machine(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = why_not(capsys, "css", "load the message")
    assert "message is 'nothing due';" in told
    assert "it would have to be 'accepted and acknowledged'" in told
    assert "copy is 'supplier A', and none of 2 ways is open:" in told
    assert "way 1: it needs: the message names supplier A (C3.fields)" in told
    assert "way 2: it needs: the message names supplier B (C3.fields)" in told


def test_a_single_way_is_not_numbered(capsys: pytest.CaptureFixture[str]) -> None:
    told = why_not(capsys, "handover", "the change takes effect")
    assert "change is 'before the change';" in told
    assert "    it needs: the sender is admitted (2.2-c, 5-G, A-suspension)\n" in told
    assert "    it needs: the DSP accepts no RDP (1-a, A-source-switch)\n" in told
    assert "way 1" not in told


def test_the_nearest_state_is_where_a_walk_of_its_run_ends(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = why_not(capsys, "handover", "declare the change done")
    walk = Walk(flow("handover"))
    events = {capital(happening(event, event.by)): event for event in walk.flow.events}
    *before, last = re.findall(r"^\d+\. (.*?) \(", told, re.MULTILINE)
    for sentence in before:
        assert walk.refusal(walk.flow.event("declare the change done"))
        walk.take(events[sentence])
    assert last == "The DCC declares the change done"
    assert walk.take(events[last]).after is not None


def test_the_nearest_state_is_the_end_of_a_shortest_run(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = why_not(capsys, "css", "object (supplier B)")
    assert "is 2 steps from here; then it happens:" in told
    assert "3. The losing supplier objects to supplier B's request (" in told


def test_what_is_possible_is_said_to_be(capsys: pytest.CaptureFixture[str]) -> None:
    told = why_not(capsys, "css", "submit a switch request (supplier B)")
    assert told == (
        "At first: the fuel is electricity.\n"
        "'submit a switch request (supplier B)' is possible here: nothing stands in its way.\n"
    )


def test_after_a_run_that_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    run = [
        "submit a switch request (supplier B)",
        "make pending and invite to intervene (supplier B)",
    ]
    taken = [part for event in run for part in ("--take", event)]
    told = why_not(capsys, "css", "the gate closes (supplier B)", *taken)
    assert "gain of supplier B is 'Pending';" in told
    assert "is 1 step from here" in told


def test_in_a_state_that_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    state = "registration that supplier B gains=Secured Active"
    told = why_not(capsys, "css", "say that there is no objection (supplier B)", "--state", state)
    first = "At first: the fuel is electricity."
    where = f"The shortest run to where {state.replace('=', ' is ')}:\n{first}"
    assert told.startswith(f"{where}\n1. The gaining supplier submits")
    assert "gain of supplier B is 'Secured Active';" in told
    same = ["--state", "gain of supplier B=Secured Active"]
    assert why_not(capsys, "css", "say that there is no objection (supplier B)", *same) == told


def test_to_no_effect_and_in_breach_are_told_apart_from_possible(
    capsys: pytest.CaptureFixture[str],
) -> None:
    secured = "registration that supplier B gains=Secured Active"
    too_late = why_not(capsys, "css", "annul (supplier B)", "--state", secured)
    assert too_late.endswith("can happen here, to no effect: it changes nothing.\n")
    late = ["--state", "message about the point=due", "--state", "entry of the CSS=live"]
    assert "breaches 'the CRS's duty to send'" in why_not(capsys, "css", "time for sending", *late)


def test_that_it_can_never_happen_is_proved(capsys: pytest.CaptureFixture[str]) -> None:
    done = ["--state", "change=done"]
    told = why_not(capsys, "handover", "the change takes effect", *done)
    assert "It can never happen from here: proved" in told


def test_where_no_start_was_chosen_every_start_counts(capsys: pytest.CaptureFixture[str]) -> None:
    for_gas_alone = "secure two days ahead (supplier B)"
    told = why_not(capsys, "current", for_gas_alone)
    assert told.startswith("At first: the fuel is gas.\n")
    assert "is 3 steps from here" in told
    chosen = why_not(capsys, "current", for_gas_alone, "--state", "fuel=electricity")
    assert chosen.startswith("At first: the fuel is electricity.\n")
    assert "It can never happen from here: proved" in chosen


def steps_ahead(named: str, event: str, taken: list[str]) -> int | None:
    """Return how many steps lie before an event, by plain search; None where it never comes."""
    walk = Walk(flow(named))
    for one in taken:
        walk.take(walk.flow.event(one))
    reached, level, depth = {walk.state}, [walk.state], 0
    while level:
        found = [step for state in level for step in walk.world.steps(state)]
        if walk.flow.event(event) in {move.event for move, _ in found}:
            return depth
        level = [*dict.fromkeys(after for _, after in found if after not in reached)]
        reached.update(level)
        depth += 1
    return None


@pytest.mark.parametrize(
    ("named", "event", "taken", "steps"),
    [
        ("handover", "fall back", [], 10),
        ("handover", "load the message", [], 13),
        ("handover", "reconcile the DSP with the CSS", ["nominate the CSS"], 10),
        ("handover", "nominate the CSS", ["nominate the CSS"], None),
        ("drafting", "the Panel has no comments", [], 12),
        ("linked", "the gate closes for the pair", [], 2),
    ],
)
def test_a_plain_search_finds_the_same_number_of_steps(
    capsys: pytest.CaptureFixture[str], named: str, event: str, taken: list[str], steps: int | None
) -> None:
    assert steps_ahead(named, event, taken) == steps
    told = why_not(capsys, named, event, *(part for one in taken for part in ("--take", one)))
    ahead = re.search(r"is (\d+) steps? from here", told)
    assert (int(ahead[1]) if ahead else None) == steps
    assert ("It can never happen" in told) == (steps is None)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["css", "load a message"], "no event is called 'load a message'"),
        (["css", "load the message", "--state", "copy"], "is not FIELD=VALUE"),
        (["css", "load the message", "--state", "copies=B"], "no field is called 'copies'"),
        (["css", "load the message", "--state", "copy=B"], "no value of 'copy' is called 'B'"),
        (["css", "object"], "names: object (supplier A), object (supplier B); write one whole"),
        (["css", "load the message", "--state", "copy at the DSP=B"], "no value of 'copy at the"),
        (["css", "load the message", "--take", "send the message"], "is refused"),
        (["handover", "the change takes effect", "--state", "x=y"], "no field is called 'x'"),
    ],
)
def test_a_mistake_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert said in refused(capsys, *asked)
