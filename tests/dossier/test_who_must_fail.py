"""Who must fail: on a small flow where the answer is known by hand, and pinned for the regimes."""

import json
from enum import Enum

import pytest

from model.language import (
    POINT,
    Always,
    Assumption,
    Duty,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Sometimes,
    Tie,
    Transition,
    Via,
)
from properties.analyses.blame.obligors import (
    Blame,
    Decided,
    aftermaths,
    keeping,
    lapses,
    lapsing,
    to_blame,
)
from properties.analyses.blame.turning_point import Course
from properties.engine.budget import Budget
from properties.engine.prove import decide
from switchproof.cli import main
from switchproof.dossier.who_must_fail.every import REGIMES
from switchproof.telling.story import tell, turning

SOURCES = (Assumption("A-1", "A parcel is packed, checked and handed over."),)


class Parcel(Enum):
    """Where the parcel is."""

    OPEN = "open"
    PACKED = "packed"
    UNCHECKED = "packed and not checked"
    HANDED = "handed over"
    MISSING = "handed over and empty"
    WET = "wet"


parcel = Field("parcel", Parcel, Parcel.OPEN)
LAW = Tie("law", Via.ACCESSION, "A-1")
packer, checker, weather = Party("packer", (LAW,)), Party("checker", (LAW,)), Party("weather")


def _duty(name: str, who: Party) -> Duty:
    return Duty(name, name, who, who, packer, "law", parcel.is_(parcel), cites="A-1")


PACK, SKIP = Event("pack", POINT, by=packer), Event("pack nothing", POINT, by=packer)
HAND, PASS = Event("hand over", POINT, by=checker), Event("pass unseen", POINT, by=checker)
FIND, RAIN = Event("find it empty", POINT, by=checker), Event("rain", POINT, by=weather)
RULES = (
    Transition(PACK, Parcel.OPEN, Parcel.PACKED),
    Transition(SKIP, Parcel.OPEN, Parcel.UNCHECKED, breaches="to pack"),
    Transition(FIND, Parcel.UNCHECKED, Parcel.OPEN),
    Transition(PASS, Parcel.UNCHECKED, Parcel.MISSING, breaches="to check"),
    Transition(HAND, Parcel.PACKED, Parcel.HANDED),
    Transition(RAIN, Parcel.PACKED, Parcel.WET),
)
FLOW = Flow(
    "parcel",
    "A parcel",
    (Machine("parcel", POINT, state=parcel, transitions=RULES),),
    (packer, checker, weather),
    SOURCES,
    (_duty("to pack", packer), _duty("to check", checker)),
)


def reached(state: Parcel) -> Sometimes:
    return Sometimes("reached", "It gets there.", parcel.is_(state))


def plainly(seconds: float) -> Decided:
    """Return what decides an outcome of a flow, whatever that is called, within seconds."""
    return lambda flow, _, outcome: decide(flow, outcome, Budget(seconds))


def answer(state: Parcel) -> Blame:
    return to_blame(FLOW, reached(state), (RAIN,), plainly(10))


def sets(found: Blame) -> list[tuple[str, ...]]:
    return [tuple(map(str, one.parties)) for one in found.culprits]


class TestOnASmallFlow:
    def test_those_who_may_lapse_are_the_obligors_of_what_is_breached(self) -> None:
        assert lapsing(FLOW) == (packer, checker)

    def test_nobody_need_fail_where_the_rules_themselves_get_there(self) -> None:
        assert sets(answer(Parcel.HANDED)) == [()]

    def test_one_party_suffices(self) -> None:
        assert sets(answer(Parcel.UNCHECKED)) == [("packer",)]

    def test_two_must_fail_together(self) -> None:
        assert sets(answer(Parcel.MISSING)) == [("packer", "checker")]

    def test_what_no_lapse_reaches_is_proved_never_to_happen(self) -> None:
        closed = FLOW.but(FLOW.machines[0].without(RAIN))

        assert to_blame(closed, reached(Parcel.WET), (), plainly(10)).never

    def test_it_is_told_whether_a_fault_is_needed(self) -> None:
        (wet,), (handed,) = answer(Parcel.WET).culprits, answer(Parcel.HANDED).culprits

        assert (wet.parties, wet.faultless) == ((), False)
        assert (handed.parties, handed.faultless) == ((), True)

    def test_too_little_time_is_not_taken_for_never(self) -> None:
        hurried = to_blame(FLOW, reached(Parcel.MISSING), (), plainly(1e-9))

        assert not hurried.never
        assert hurried.unknown

    def test_who_keeps_a_duty_breaches_nothing_of_it(self) -> None:
        kept = keeping(FLOW, (checker,))

        assert [rule.breaches for rule in lapses(kept)] == ["to check"]

    def test_another_can_still_stop_it_after_the_breach(self) -> None:
        found = {a.event: a for a in aftermaths(FLOW, (reached(Parcel.UNCHECKED),), plainly(10))}

        assert found[SKIP].breach == 1
        assert found[SKIP].preventions == ()  # it comes about with the breach itself
        assert found[PASS].result is None  # nothing to pass while the packer packs

    def test_the_step_that_decides_is_the_last_before_which_a_move_keeps_it_off(self) -> None:
        (both,) = answer(Parcel.MISSING).culprits
        assert both.result.run is not None
        course = Course(FLOW, both.result.run, parcel.is_(Parcel.MISSING))

        assert [(p.party, p.move.event, p.before_step) for p in course.turning] == [
            (checker, FIND, 2)
        ]
        assert [p.before_step for p in course.last_of_each(0)] == [2, 1]

    def test_neither_rain_nor_a_breach_counts_as_a_way_to_keep_it_off(self) -> None:
        (handed,) = answer(Parcel.HANDED).culprits
        assert handed.result.run is not None
        course = Course(FLOW, handed.result.run, parcel.is_(Parcel.HANDED))

        assert course.turning == ()

    def test_a_story_names_the_step_that_decides_or_says_that_there_is_none(self) -> None:
        never = Always("never", "It is never handed over empty.", parcel.is_not(Parcel.MISSING))
        found = decide(FLOW, never)
        assert found.run is not None
        story = list(tell(FLOW, never, found.run))
        (handed,) = answer(Parcel.HANDED).culprits
        assert handed.result.run is not None
        (no_way,) = turning(FLOW, parcel.is_(Parcel.HANDED), handed.result.run)

        assert story[-1].startswith(
            "Up to step 2, a party could lawfully have prevented this: checker: find it empty. "
        )
        assert no_way.startswith("Unavoidable on this run: ")


NOBODY: list[tuple[str, ...]] = [()]
PINNED: dict[str, dict[str, list[tuple[str, ...]]]] = {
    "today": {
        "owed-by-none-or-two": [],
        "late-while-forbidden": NOBODY,
        "from-a-source-nobody-answers-for": [],
        "through-a-compromised-gateway": NOBODY,
        "wrong-command-obeyed": NOBODY,
        "flag-never-known": [("Network Party",), ("DCC",)],
    },
    "new": {
        "owed-by-none-or-two": [],
        "late-while-forbidden": NOBODY,
        "from-a-source-nobody-answers-for": [("DCC", "Network Party")],
        "through-a-compromised-gateway": NOBODY,
        "wrong-command-obeyed": NOBODY,
        "pair-never-known": [("DCC",)],
    },
}


@pytest.mark.parametrize(
    ("regime", "outcome"), [(name, outcome) for name, of in PINNED.items() for outcome in of]
)
def test_the_smallest_sets_are_as_pinned(regime: str, outcome: str) -> None:
    (asked,) = (one for one in REGIMES if one.name == regime)
    (claim,) = (one for one in asked.outcomes if one.id == outcome)
    found = to_blame(asked.flow, claim, (), plainly(30))

    assert found.unknown == ()
    assert sorted(sets(found)) == sorted(PINNED[regime][outcome])


def test_every_lapse_is_a_breach_of_a_duty_that_its_flow_has() -> None:
    for regime in REGIMES:
        duties = {duty.name for duty in regime.flow.duties}

        assert {rule.breaches for rule in lapses(regime.flow)} <= duties


def test_the_command_says_it_in_words_and_as_json(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = ("owed-by-none-or-two", "flag-never-known")
    for regime in REGIMES:
        kept = tuple(outcome for outcome in regime.outcomes if outcome.id in few)
        monkeypatch.setitem(regime.__dict__, "outcomes", kept)
    status = main(["dossier", "who-must-fail"])
    text = capsys.readouterr().out
    main(["dossier", "who-must-fail", "--format", "json"])
    report = json.loads(capsys.readouterr().out)

    assert status == 0
    assert "  today:  never, whoever fails" in text
    assert "  new:    DCC (2 steps); or Network Party (11 steps)" in text
    assert "'forget to send the flag' breaches the DCC's duty to send flags." in text
    assert report["outcomes"][1]["regimes"]["today"]["sets"][0]["parties"] == ["Network Party"]
    assert {row["obligor"] for row in report["breaches"]} == {"Network Party", "DCC"}
