"""The atlas: known by hand on a small flow, pinned in some cells of the two regimes."""

import json
from enum import Enum
from pathlib import Path

import pytest

from model.current import files
from model.language import (
    POINT,
    Always,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Party,
    Sometimes,
    Transition,
)
from model.walk import Walk
from properties.analyses.atlas import faults as f
from properties.analyses.atlas.cells import Fairness, Within
from properties.analyses.atlas.smallest import FaultSets, Less, Smallest
from properties.analyses.atlas.table import ALL, NO_FAULT, At, columns, compare, places
from properties.analyses.atlas.table import cell as cell_of
from properties.engine.budget import Budget
from properties.engine.packets import checked
from properties.engine.packets.kept import Kept
from properties.engine.packets.store import Store
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from switchproof.cli import main
from switchproof.deciding import keeping
from switchproof.dossier.atlas import run as command
from switchproof.dossier.atlas.common import ROWS
from switchproof.dossier.atlas.every import REGIMES
from switchproof.dossier.atlas.text import text
from tests.model.test_css import RDP_ENTRY
from tests.walking import take

TODAY, NEW = REGIMES


class Notice(Enum):
    """Where the notice is."""

    DUE, SENT, LOST, HELD = "due", "sent", "lost", "held"


sender, receiver, line = Party("sender"), Party("receiver"), Party("line")
notice, told = Field("notice", Notice, Notice.DUE), Field("told", bool, initial=False)
SEND, RESEND = Event("send", POINT, by=sender), Event("resend", POINT, by=sender)
TAKE, LOSE = Event("take", POINT, by=receiver), Event("lose", POINT, by=line)
MISREAD = Event("misread", POINT, by=receiver)
RULES = (
    Transition(SEND, Notice.DUE, Notice.SENT),
    Transition(LOSE, (Notice.DUE, Notice.SENT), Notice.LOST),
    Transition(RESEND, Notice.LOST, Notice.SENT),
    Transition(TAKE, Notice.SENT, Notice.HELD, then={told: True}),
    Transition(MISREAD, Notice.SENT, Notice.SENT, then={told: True}),
)
NOTICE = Machine("notice", POINT, state=notice, fields=(told,), transitions=RULES)
FLOW = Flow("notice", "A notice", (NOTICE,), (sender, receiver, line))
TOLD = Always("told-holds", "Who is told holds it.", told.implies(notice.is_(Notice.HELD)))
HELD = LeadsTo(
    "held-at-last",
    "A notice is at last held.",
    notice.is_not(Notice.HELD),
    to=notice.is_(Notice.HELD),
    strong=(SEND, RESEND, TAKE),
)
OTHERS = {fault: "no rule makes it" for fault in f.FAULTS if fault not in (f.LOSS, f.SPOILT)}


def regime(name: str, flow: Flow, *claims: Always | LeadsTo) -> f.Regime:
    return f.Regime(
        name,
        flow,
        without={f.LOSS: f.without(LOSE), f.SPOILT: f.without(MISREAD)},
        claims={claim.id: claim for claim in claims},
        cannot=OTHERS,
    )


RESENT = regime("one", FLOW, TOLD, HELD)
GONE = regime("two", FLOW.but(NOTICE.without(RESEND)), TOLD, HELD)


def cell(of: f.Regime, row: str, column: str, fairness: Fairness | None = None) -> str:
    one = cell_of(of, At(row, of.name, fairness, column), Within(60))
    if one.holds:
        return "empty" if one.empty else "proved"
    return f"{'lasso ' if one.lasso else ''}{one.steps}"


def sets(of: f.Regime, row: str) -> tuple[Smallest, ...]:
    return FaultSets(of, of.claims[row], (f.SPOILT,), Within(60)).sets()


def left_out(one: Smallest) -> dict[tuple[str, Less], str]:
    assert all(left.found.verdict is Verdict.REFUTED for left in one.left_out)
    runs = ((left, "lasso " if left.found.lasso else "") for left in one.left_out)
    return {(left.name, left.how): f"{how}{left.found.steps}" for left, how in runs}


class TestOnASmallFlow:
    def test_a_fault_breaks_only_what_it_touches(self) -> None:
        row = {name: cell(RESENT, "told-holds", name) for name in columns(RESENT)}

        assert row == {NO_FAULT: "proved", "loss": "proved", "spoilt": "2", ALL: "2"}

    def test_without_fairness_nothing_need_happen(self) -> None:
        assert cell(RESENT, "held-at-last", NO_FAULT, Fairness.NONE) == "lasso 0"

    def test_weak_fairness_is_enough_where_nothing_is_lost(self) -> None:
        assert cell(RESENT, "held-at-last", NO_FAULT, Fairness.WEAK) == "proved"
        assert cell(RESENT, "held-at-last", "loss", Fairness.WEAK).startswith("lasso")

    def test_strong_fairness_is_enough_where_what_is_lost_is_resent(self) -> None:
        assert cell(RESENT, "held-at-last", "loss", Fairness.STRONG) == "proved"
        assert cell(GONE, "held-at-last", "loss", Fairness.STRONG) == "lasso 1"

    def test_a_claim_that_is_broken_by_one_fault_needs_that_one_to_be_absent(self) -> None:
        (one,) = sets(RESENT, "told-holds")

        assert one.found.holds
        assert one.absent == (f.SPOILT.absent,)
        assert left_out(one) == {("spoilt", Less.FAULT): "2"}

    def test_it_holds_if_what_is_lost_is_resent_or_if_nothing_is_lost(self) -> None:
        fair, faultless = sets(RESENT, "held-at-last")

        assert (fair.absent, fair.weak, fair.strong) == ((), ("send", "resend"), ("take",))
        assert faultless.absent == (f.LOSS.absent,)
        assert (faultless.weak, faultless.strong) == (("send", "take"), ())
        assert set(left_out(faultless)) == {
            ("loss", Less.FAULT),
            ("send", Less.DROPPED),
            ("take", Less.DROPPED),
        }
        assert ("take", Less.WEAKENED) in left_out(fair)

    def test_where_nothing_is_resent_the_loss_must_be_absent(self) -> None:
        (one,) = sets(GONE, "held-at-last")

        assert one.absent == (f.LOSS.absent,)
        assert left_out(one)["loss", Less.FAULT] == "lasso 1"

    def test_what_fails_with_everything_assumed_is_not_said_to_hold(self) -> None:
        hopeless = regime(
            "one", FLOW, Always("never-sent", "It stays.", notice.is_not(Notice.SENT))
        )
        (one,) = sets(hopeless, "never-sent")

        assert not one.found.holds
        assert one.found.steps == 1

    def test_too_little_time_is_neither_proof_nor_run(self) -> None:
        one = cell_of(RESENT, At("told-holds", "one", None, NO_FAULT), Within(1e-9))

        assert not one.decided
        assert one.reason

    def test_the_cells_are_told_side_by_side(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(command, "REGIMES", (RESENT, GONE))
        drawn = command.drawn_up({"told-holds": "told", "held-at-last": "held"}, Within(60), 2)
        lines = list(text(drawn))
        found = compare(drawn)

        assert max(map(len, lines)) <= 100
        assert ["strong", "one", "P", "P", "-", "-", "-", "-", "P", "-", "-", "-", "-", "P"] in (
            [line.split() for line in lines]
        )
        assert {at.column for at in found.first_alone} == {"loss", ALL}
        assert (found.cells, len(found.second_alone), len(found.undecided)) == (16, 0, 0)
        assert "The claims stand in more cells under: one." in lines

    def test_what_is_undecided_is_shown_and_counted_as_such(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(command, "REGIMES", (RESENT, GONE))
        monkeypatch.setattr(command, "ROWS", {"told-holds": "told"})

        assert main(["dossier", "atlas", "--timeout", "1e-9", "--jobs", "1"]) == 3
        said = capsys.readouterr().out
        assert said.splitlines()[3].split()[:4] == ["told", "one", "?", "?"]
        assert "4 are not decided" in said
        assert "is not decided even with all that may be assumed" in said

    def test_what_is_kept_is_told_alike_and_nothing_is_decided_again(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.setattr(command, "REGIMES", (RESENT, GONE))
        rows, kept = {"told-holds": "told", "held-at-last": "held"}, Kept(Store(tmp_path))
        cold = command.drawn_up(rows, Within(60, kept), 1)
        monkeypatch.setattr(checked, "decide", None)

        assert command.drawn_up(rows, Within(60, kept), 1) == cold
        assert not kept.refused

    def test_what_is_spoilt_is_decided_anew_and_said_wherever_it_was_read(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(command, "REGIMES", (RESENT, GONE))
        monkeypatch.setattr(command, "ROWS", {"told-holds": "told"})
        asked = ["dossier", "atlas", "--jobs", "2"]
        assert main(asked) == 0
        told = capsys.readouterr().out
        entries = list(Path(keeping.FOLDER).glob("*.json"))
        for entry in entries:
            entry.write_text("{")

        assert main(asked) == 0
        again = capsys.readouterr()
        assert again.out == told
        assert again.err.startswith("switchproof: decided anew, since it cannot be read")
        assert f"({len(entries)})" in again.err

    def test_without_a_common_cell_nothing_is_compared(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(command, "REGIMES", (RESENT, regime("two", FLOW)))
        drawn = command.drawn_up({"told-holds": "told"}, Within(60), 1)

        assert not any("more cells" in line or "stands more" in line for line in text(drawn))


class TestTakingFaultsOut:
    def test_an_event_leaves_some_states_only(self) -> None:
        one = regime("one", FLOW)
        draft = f.Draft({"notice": NOTICE}, {})
        f.never_from(LOSE, Notice.SENT)(draft)

        assert [rule.source for rule in draft.machines["notice"].rules_of(LOSE)] == [(Notice.DUE,)]
        assert one.flow(()).machines[0].rules_of(LOSE) == ()

    def test_an_event_waits_for_a_condition(self) -> None:
        draft = f.Draft({"notice": NOTICE}, {})
        f.only_when("notice", told, TAKE)(draft)
        never = Sometimes("held", "It is held.", notice.is_(Notice.HELD))
        strict = FLOW.but(draft.machines["notice"].without(MISREAD))

        assert decide(strict, never, Budget()).verdict is Verdict.REFUTED

    @pytest.mark.parametrize("one", REGIMES, ids=lambda one: one.name)
    @pytest.mark.parametrize("fault", f.FAULTS, ids=lambda fault: fault.name)
    def test_each_fault_is_one_that_a_regime_has_or_cannot_have(
        self, one: f.Regime, fault: f.Fault
    ) -> None:
        assert (fault in one.without) != (fault in one.cannot)

    @pytest.mark.parametrize("one", REGIMES, ids=lambda one: one.name)
    def test_each_fault_makes_a_difference_by_itself(self, one: f.Regime) -> None:
        def rules(flow: Flow) -> list[object]:
            plain = [(t.event, t.source, t.target, str(t.when)) for _, t in flow.rules()]
            return [plain, dict(flow.starts)]

        none = rules(one.flow(()))

        assert all(rules(one.flow((fault,))) != none for fault in one.without)

    def test_today_starts_where_the_entry_and_the_first_full_set_lead(self) -> None:
        walk = Walk(TODAY.worst)
        full_set = (files.BUILD_FULL_SET, files.SEND, files.ACCEPT, files.LOAD)
        take(walk, *RDP_ENTRY, *full_set)

        assert walk.state == Walk(TODAY.flow(())).state

    def test_the_new_regime_starts_where_the_entry_of_the_rdps_leads(self) -> None:
        walk = Walk(NEW.worst)
        take(walk, *RDP_ENTRY)

        assert walk.state == Walk(NEW.flow(())).state


PINNED = {
    ("today", "nothing-lost-silently", None, "never"): "5",
    ("new", "nothing-lost-silently", None, "never"): "7",
    ("today", "obeyed-only-of-record", None, "delay"): "5",
    ("today", "refused-only-not-of-record", None, "entry"): "1",
    ("new", "refused-only-not-of-record", None, "outage"): "2",
    ("today", "flag-at-last-known", Fairness.STRONG, "loss"): "proved",
    ("today", "flag-at-last-known", Fairness.WEAK, "loss"): "lasso 7",
    ("new", "pair-at-last-held", Fairness.WEAK, "shut"): "lasso 7",
    ("new", "pair-at-last-held", Fairness.STRONG, "shut"): "proved",
    ("today", "one-bound-obligor", None, ALL): "proved",
    ("new", "one-bound-obligor", None, ALL): "proved",
}


@pytest.mark.parametrize("place", PINNED, ids=lambda place: "-".join(map(str, place)))
def test_some_cells_are_pinned(place: tuple[str, str, Fairness | None, str]) -> None:
    name, row, fairness, column = place
    of = {one.name: one for one in REGIMES}[name]

    assert cell(of, row, column, fairness) == PINNED[place]


def test_every_row_stands_in_a_regime_and_every_claim_in_a_row() -> None:
    there = {row for one in REGIMES for row in one.claims}

    assert there == set(ROWS)
    assert not list(places(TODAY, "pair-at-last-held"))


def test_the_command_prints_one_object(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["dossier", "atlas", "each-incident-closes", "--format", "json", "--jobs", "1"]) == 0
    )
    said = json.loads(capsys.readouterr().out)
    (row,) = said["rows"]

    assert set(row["regimes"]) == {"today", "new"}
    assert {one["strong"][0] for one in row["regimes"]["today"]["smallest"]} == {
        "close the incident about the point"
    }
    assert all(one["verdict"] == "proved" for one in row["regimes"]["new"]["smallest"])
    assert "twice" in said["cannot"]["today"]


def test_an_unknown_claim_is_refused_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "atlas", "nothing-lost"]) == 2
    assert "did you mean 'nothing-lost-silently'" in capsys.readouterr().err


def test_all_faults_are_refuted_by_the_lasso_of_one_where_it_is_fair_with_all() -> None:
    today, row = REGIMES[0], "data-at-last-loaded"
    at = At(row, today.name, Fairness.STRONG, ALL)
    one = cell_of(today, at, Within(60))

    assert (one.verdict, one.lasso) == (Verdict.REFUTED, True)
    assert "find the omission" in one.run
    everything = today.flow(columns(today)[ALL])
    events = {str(event) for event in everything.events}
    assert set(one.run) <= events


def test_a_lasso_that_others_make_unfair_does_not_refute_them_all() -> None:
    """Where nothing is lost a notice may stay sent for ever; one that is lost does not."""
    leaves = LeadsTo(
        "leaves",
        "What is sent is at last lost or held.",
        notice.is_(Notice.SENT),
        to=notice.in_(Notice.LOST, Notice.HELD),
        strong=(LOSE,),
    )
    of = regime("three", FLOW, TOLD, leaves)

    assert cell(of, "leaves", f.SPOILT.name, Fairness.STRONG) == "lasso 1"
    assert cell(of, "leaves", ALL, Fairness.STRONG) == "proved"
