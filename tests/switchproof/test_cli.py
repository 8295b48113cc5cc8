import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

import pytest

import switchproof
from model import language
from switchproof.cli import main
from switchproof.deciding.format import ClaimRow, FlowRow
from switchproof.deciding.load import load
from switchproof.explain.in_words import AN_ID, folded
from switchproof.verify.format import Report
from switchproof.verify.status import status as exit_status
from tests.flows_for_tests import CLAIMS, VARIANTS

FLOW = str(Path(__file__).parents[1] / "flows_for_tests.py")
FOUR_VOTES = """
from enum import Enum
from switchproof import *
class Ballot(Enum):
    OPEN = "open"
    CAST = "cast"
class Box(Enum):
    ON = "on"
VOTER = Party("voter")
ballot, box = Field("ballot", Ballot, Ballot.OPEN), Field("box", Box, Box.ON)
votes = Field("votes", range(5), 0)
VOTE = Event("vote", POINT, by=VOTER)
CAST = Transition(VOTE, Ballot.OPEN, Ballot.CAST)
COUNT = Transition(VOTE, Box.ON, STAYS, then={votes: choose(votes.is_(4), 4, votes + 1)})
POINTS = Machine("ballot", POINT, state=ballot, transitions=(CAST,))
BOX = Machine("box", INDUSTRY, state=box, fields=(votes,), transitions=(COUNT,))
FLOW = Flow("votes", "Votes are counted", (POINTS, BOX), parties=(VOTER,))
CLAIMS = (Always("few", "There are fewer than four votes.", votes.less_than(4)),)
"""
COMMAND = (sys.executable, "-m", "switchproof")

TAP = """
import os, time
from dataclasses import replace
from enum import Enum
from switchproof import *
class Tap(Enum):
    OPEN = "open"
    SHUT = "shut"
HAND = Party("hand")
tap = Field("tap", Tap, Tap.SHUT)
turn = Event("turn", POINT, by=HAND)
back = Event("turn back", POINT, by=HAND)
RULES = (Transition(turn, Tap.SHUT, Tap.OPEN), Transition(back, Tap.OPEN, Tap.SHUT))
TAP = Machine("tap", POINT, state=tap, transitions=RULES)
FLOW = Flow("taps", "Taps", (TAP,), parties=(HAND,))
IS_OPEN, IS_SHUT = tap.is_(Tap.OPEN), tap.is_(Tap.SHUT)
"""


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Return a function that runs a command and returns its status, output and complaints."""

    def run(*arguments: str) -> tuple[int, str, str]:
        status = main(arguments)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return status, out, err

    return run


Said = Callable[..., tuple[int, str, str]]


def plain(text: str) -> str:
    """Return a text as if its lines were not broken."""
    return " ".join(text.split())


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], str]:
    """Return a function that writes a flow file of a tap and some more lines."""

    def write(more: str) -> str:
        path = tmp_path / "taps.py"
        path.write_text(TAP + more, encoding="utf-8")
        return str(path)

    return write


Written = Callable[[str], str]


def broken_by(body: str, steps: str, points: int = 1) -> str:
    """Return a claim and a variant, in which nothing is changed, that must break it."""
    variant = f'Variant("v", "none", FLOW, {{"c": {steps}}}, points={points})'
    return f'CLAIMS = (Always("c", "C.", {body}),)\nVARIANTS = ({variant},)'


def one_line(complaint: str) -> str:
    """Return a complaint, having seen that it is one line."""
    assert complaint.startswith("switchproof: ")
    assert complaint.count("\n") == 1
    return complaint


class TestVerify:
    def test_all_as_expected_is_0(self, said: Said) -> None:
        status, out, err = said("verify", FLOW, "--jobs", "1")

        assert status == 0, out
        assert err == ""
        assert "4 machines, 14 transitions, deletion-closed" in out
        assert "A metering point is active only once its gate has closed." in out
        assert "fails as it should, in 2 steps" in out
        assert "8 of 8 as expected; 6 proved; 2 fail as they should" in out

    @pytest.mark.parametrize(
        ("more", "why"),
        [
            ('CLAIMS = (Always("shut", "It stays shut.", IS_SHUT),)', "it should hold"),
            ('CLAIMS = (Sometimes("both", "Both.", IS_OPEN & IS_SHUT),)', "it should hold"),
            (
                'CLAIMS = (Always("empty", "E.", (IS_OPEN & IS_SHUT).implies(IS_OPEN)),)',
                "it is empty",
            ),
            (broken_by("IS_OPEN | IS_SHUT", "1"), "it should fail in variant 'v'"),
            (broken_by("IS_SHUT", "2"), "it should fail in 2 steps, and does in 1"),
            (broken_by("IS_SHUT", "1", points=2), "it should fail with 2 points, and does with 1"),
        ],
    )
    def test_a_surprise_is_1_and_says_why(
        self, said: Said, written: Written, more: str, why: str
    ) -> None:
        status, out, _ = said("verify", written(more), "--jobs", "1")

        assert status == 1
        assert f"SURPRISE: {why}" in out

    @pytest.mark.parametrize(
        ("arguments", "cure"),
        [
            (["verify", "curent"], "did you mean 'current'?"),
            (["verify", "zzz"], "choose from current, css, handover"),
            (["verify", "no_such_file.py"], "there is no such file; give the path of"),
            (["verify", FLOW, "--claim", "gate-before"], "did you mean 'gate-before-active'?"),
            (["verify", FLOW, "--points", "0"], "'0' is not a whole number from 1 up"),
            (["verify", FLOW, "--providers", "2"], "add --points N"),
            (["verify", FLOW, "--most-points", "8"], "'8' is not a whole number from 1 to 7"),
            (["verify", FLOW, "--timeout", "soon"], "'soon' is not a number of seconds"),
            (["verify", FLOW, "--format", "xml"], "choose from"),
            (["verify", FLOW, "--no-such-option"], "see switchproof verify --help"),
            (["verfy"], "did you mean 'verify'?"),
            (["findigs"], "did you mean 'dossier findings'?"),
            (["trace", "5-H3"], "'trace' is 'switchproof dossier trace' now"),
            (["dossier", "trce"], "did you mean 'trace'?"),
            (["--jobs", "2"], "see switchproof --help"),
            ([], "see switchproof --help"),
            (["explain", "difference-explained", "--flow", "linked"], "no claim on linked, but on"),
            (["verify", "linked", "--claim", "gateway-mirrored"], "but on handover; ask handover"),
            (["explain", "gate-befor", "--flow", FLOW], "did you mean 'gate-before-active'?"),
            (["explain", "sent-twice", "--flow", "curent"], "did you mean 'current'?"),
            (["explain", "sent-twice", "--flow", FLOW, "--variant", "the gate"], "did you mean"),
            (["walk", FLOW, "--take", "reqest"], "did you mean 'request'?"),
            (["walk", FLOW, "--take", "e"], "'e' is part of several names"),
            (["walk", FLOW, "--take", "request@2"], "there is no point 2 here; the last is 1"),
            (["walk", FLOW, "--steps", "3"], "give --seed as well"),
            (["draw", FLOW, "--out", f"{FLOW}/out"], "give another --out"),
        ],
    )
    def test_wrong_usage_is_2_and_one_line_with_the_cure(
        self, said: Said, arguments: list[str], cure: str
    ) -> None:
        status, out, err = said(*arguments)

        assert status == 2
        assert out == ""
        assert cure in one_line(err)

    def test_nothing_checked_is_2(self, said: Said, written: Written) -> None:
        pending = 'CLAIMS = (Always("shut", "S.", IS_SHUT, pending="too hard"),)'
        status, out, err = said("verify", written(pending), "--claim", "shut")

        assert status == 2
        assert "because: too hard" in out
        assert "nothing of yours was checked" in one_line(err)

    def test_a_pending_claim_is_listed_and_not_counted(self, said: Said, written: Written) -> None:
        pending = 'Always("shut", "S.", IS_SHUT, pending="too hard")'
        held = 'Always("either", "E.", IS_SHUT | IS_OPEN)'
        status, out, _ = said("verify", written(f"CLAIMS = ({pending}, {held})"), "--jobs", "1")

        assert status == 0
        assert "3 of 3 as expected; 3 proved; 0 fail as they should; 1 pending, not run" in out

    def test_something_undecided_is_3(self, said: Said) -> None:
        status, out, _ = said("verify", FLOW, "--timeout", "0.000001", "--jobs", "1")

        assert status == 3
        assert "because: time limit of 1e-06 s" in out

    def test_a_surprise_is_worse_than_undecided(self) -> None:
        blank = dict.fromkeys(ClaimRow.__annotations__)
        surprising = cast(ClaimRow, {**blank, "verdict": "refuted", "surprise": "it should hold"})
        undecided = cast(ClaimRow, {**blank, "verdict": "undecided"})

        assert exit_status([undecided]) == 3
        assert exit_status([undecided, surprising]) == 1
        assert exit_status([cast(ClaimRow, blank)]) == 2

    def test_json_is_the_documented_object(self, said: Said) -> None:
        status, out, _ = said("verify", FLOW, "--format", "json", "--jobs", "1")
        report = json.loads(out)

        assert set(report) == set(Report.__annotations__)
        assert report["exit"] == status == 0
        (flow,) = report["flows"]
        assert set(flow) == set(FlowRow.__annotations__)
        assert (flow["flow"], flow["machines"], flow["transitions"]) == ("switch", 4, 14)
        assert flow["search"] is None
        assert all(set(row) == set(ClaimRow.__annotations__) for row in flow["claims"])
        ids = [row["id"] for row in flow["claims"] if row["variant"] is None]
        assert ids == [*(claim.id for claim in CLAIMS), "stays-in-sorts", "no-two-compete"]
        broken = next(row for row in flow["claims"] if row["variant"] == VARIANTS[0].name)
        assert (broken["verdict"], broken["expected"], broken["steps"]) == ("refuted", "refuted", 2)
        moves = [move["event"] for move in broken["run"]["moves"]]
        assert moves == ["request", "midnight"]
        assert broken["run"]["moves"][0]["at"] == 1
        assert broken["run"]["moves"][1]["at"] is None

    def test_several_processes_give_the_same_rows(self, said: Said) -> None:
        def rows(jobs: str) -> list[ClaimRow]:
            _, out, _ = said("verify", FLOW, "--no-cache", "--format", "json", "--jobs", jobs)
            claims: list[ClaimRow] = json.loads(out)["flows"][0]["claims"]
            return [{**row, "seconds": 0.0} for row in claims]

        assert rows("2") == rows("1")

    def test_a_search_of_so_many_points_gives_its_figures(self, said: Said) -> None:
        arguments = ("--format", "json", "--points", "1", "--providers", "1", "--jobs", "1")
        status, out, _ = said("verify", FLOW, "--claim", "copies-grow", *arguments)
        found = json.loads(out)["flows"][0]["search"]

        assert status == 0
        assert found == {
            "points": 1,
            "instances": [
                {"shape": [1], "distinct": 44, "generated": 147, "depth": 8, "stopped": None}
            ],
            "claims": [{"id": "copies-grow", "standing": "holds", "reason": None, "run": None}],
        }

    def test_what_fails_with_so_many_points_is_a_surprise_with_its_run(
        self, said: Said, tmp_path: Path
    ) -> None:
        path = tmp_path / "votes.py"
        path.write_text(FOUR_VOTES)
        status, out, _ = said("verify", str(path), "--points", "4", "--quiet", "--jobs", "1")

        assert status == 1
        run = "vote at 1; vote at 2; vote at 3; vote at 4"
        assert f"FAILS in votes, few, with points 4: {run}" in out
        assert "undecided in votes, few" in out
        assert "with just 4 points, which proves no other number: 1 fail, 2 not asked" in out

    def test_what_holds_with_so_many_points_is_still_undecided(
        self, said: Said, tmp_path: Path
    ) -> None:
        path = tmp_path / "votes.py"
        path.write_text(FOUR_VOTES)
        status, out, _ = said("verify", str(path), "--points", "3", "--jobs", "1")

        assert status == 3
        assert "    holds      few\n" in out
        assert "with just 3 points, which proves no other number: 1 hold, 2 not asked" in out
        assert "2 of 3 as expected; 2 proved; 0 fail as they should; 1 undecided" in out

    def test_runs_may_be_searched_with_more_points(self, said: Said, tmp_path: Path) -> None:
        path = tmp_path / "votes.py"
        path.write_text(FOUR_VOTES)
        asked = ("verify", str(path), "--claim", "few", "--jobs", "1", "--most-points")

        assert [said(*asked, most)[0] for most in ("3", "4")] == [3, 1]

    def test_a_search_that_does_not_finish_is_undecided(self, said: Said) -> None:
        arguments = ("--points", "3", "--timeout", "0.000001", "--jobs", "1")
        status, out, _ = said("verify", FLOW, "--claim", "copies-grow", *arguments)

        assert status == 3
        assert (
            "not finished  copies-grow (time limit of 1e-06 s; on slices, time limit of 1e-06 s)"
            in out
        )


class TestExplain:
    def test_a_proof_is_said_with_its_sources_and_what_it_rests_on(self, said: Said) -> None:
        status, out, _ = said("explain", "gate-before-active", "--flow", FLOW)

        out = plain(out)
        assert status == 0
        assert "1-a: A supplier is registered after the gate has closed." in out
        assert "Proved. This holds at every moment" in out
        assert "It is not empty: its situation arises." in out
        assert "over: registration, gate closed." in out
        assert "It fails in the variant 'the gate stays open'" in out

    def test_a_failure_is_told_as_a_story(self, said: Said) -> None:
        variant = VARIANTS[0].name
        status, out, _ = said("explain", "gate-before-active", "--flow", FLOW, "--variant", variant)

        out = plain(out)
        assert status == 0
        assert "Fails, as it should" in out
        assert "1. Supplier: request (1-a): registration is now Pending." in out
        assert "2. Clock: midnight (1-a): registration is now Active." in out
        assert "duty begins: sender to supplier, 'send registration data' (1-b)" in out
        assert "At that moment: registration is Active; gate closed: no." in out
        assert "No duty was breached on the way" in out

    def test_a_breach_on_the_way_is_told(self, said: Said, written: Written) -> None:
        more = """
NOTE = Assumption("A-shut", "A tap is shut.")
DUTY = Duty("leave it shut", "taps", HAND, HAND, HAND, "code", IS_SHUT, "A-shut")
FORCED = TAP.instead(turn, Transition(turn, Tap, Tap.OPEN, breaches="leave it shut"))
FLOW = FLOW.but(FORCED, duties=(DUTY,), sources=(NOTE,))
CLAIMS = (Always("shut", "It stays shut.", IS_SHUT),)
"""
        status, out, _ = said("explain", "shut", "--flow", written(more))

        out = plain(out)
        assert status == 1
        assert "breach: hand breaches 'leave it shut'" in out
        assert "A duty was breached on the way: in step 1 hand breached 'leave it shut'." in out
        assert "This is a surprise: it should hold." in out

    def test_what_can_happen_is_told_as_a_story(self, said: Said) -> None:
        status, out, _ = said("explain", "sent-twice", "--flow", FLOW)

        assert status == 0
        assert "Proved. It can happen" in out
        assert "Sender: send" in out

    def test_a_claim_that_is_undecided_is_3(self, said: Said) -> None:
        status, out, _ = said("explain", "copies-grow", "--flow", FLOW, "--timeout", "0.000001")

        assert status == 3
        assert "Undecided. We do not know" in out

    def test_verdict_and_reason_stand_in_the_first_lines(self, said: Said) -> None:
        _, proved, _ = said("explain", "gate-before-active", "--flow", FLOW)
        variant = VARIANTS[0].name
        _, broken, _ = said("explain", "gate-before-active", "--flow", FLOW, "--variant", variant)

        first, second = (plain(" ".join(out.splitlines()[:4])) for out in (proved, broken))
        assert first.startswith("gate-before-active, on switch: Proved. This holds")
        assert "It rests on 1-a: without any one of these it fails." in first
        assert second.startswith(f"gate-before-active, on switch in the variant '{variant}': Fails")
        assert "Its last step is 'midnight'." in second

    def test_each_id_has_its_words_and_lines_fit_the_terminal(
        self, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("COLUMNS", "72")
        _, out, _ = said("explain", "no-late-objection", "--flow", "current")

        heads, words = out.split("What the other ids say:\n")
        one = load("current")
        named = {found for found in AN_ID.findall(heads) if found in one.flow.sources}
        assert len(named) > 20
        for cited in named:
            source = one.flow.source(cited)
            assert source is not None
            assert plain(f"{source.label}: {source.says}") in plain(out)
        assert max(map(len, out.splitlines())) <= 72
        assert words

    def test_what_repeats_is_folded(self) -> None:
        many = [f"  so it is: {number}" for number in range(6)]
        assert list(folded(many)) == [*many[:3], "  and 3 lines like these"]
        assert list(folded(many[:4])) == many[:4]
        steps = [f"  {number}. hand: turn" for number in range(9)]
        assert list(folded(steps)) == steps

    @pytest.mark.parametrize(
        ("claim", "about", "where"),
        [
            (
                "stays-in-sorts",
                "tap: 'drops' at 'drip'",
                "'drops' would leave its sort by the rule",
            ),
            ("no-two-compete", "tap: 'turn' (2 rules)", "both fit at once, the rule from shut"),
        ],
    )
    def test_what_comes_free_names_its_rules_and_fields(
        self, said: Said, written: Written, claim: str, about: str, where: str
    ) -> None:
        more = """
drops = Field("drops", range(3), 0)
drip = Event("drip", POINT, by=HAND)
MORE = Transition(turn, Tap.SHUT, Tap.SHUT), Transition(drip, Tap, STAYS, then={drops: drops + 1})
FLOW = FLOW.but(replace(TAP, transitions=(*RULES, *MORE), fields=(drops,)))
"""
        path = written(more)
        status, out, _ = said("explain", claim, "--flow", path)
        _, row, _ = said("verify", path, "--claim", claim, "--jobs", "1")

        assert status == 1
        assert about in out
        assert where in plain(out)
        assert where in plain(row)

    def test_where_there_is_nothing_to_compute_or_to_compete_it_says_so(
        self, said: Said, written: Written
    ) -> None:
        path = written("")
        assert "No rule computes a number." in said("explain", "stays-in-sorts", "--flow", path)[1]
        _, out, _ = said("explain", "no-two-compete", "--flow", path)
        assert "No machine has two rules of one event." in out


class TestWalk:
    def test_by_a_list_it_tells_each_step_and_what_is_possible(self, said: Said) -> None:
        steps = ("--take", "request@2", "--take", "meddle@2", "--points", "2")
        status, out, _ = said("walk", FLOW, *steps)

        assert status == 0
        assert "1. Supplier: request at point 2 (1-a): at point 2: registration is" in out
        assert "breach: outsider breaches 'keep hands off'" in out
        assert "registration at point 1: Idle; gate closed: no; fuel: electricity" in out
        assert "1 request at point 1 (supplier)" in out
        assert "not possible now; to see why, walk by hand" in out
        assert "needs:" not in out

    def test_a_refused_step_is_1_and_says_why(self, said: Said) -> None:
        status, out, _ = said("walk", FLOW, "--take", "close gate")

        assert status == 1
        assert "close gate at point 1 is refused: registration is 'Idle', not 'Pending'" in out

    def test_by_a_seed_it_is_the_same_each_time(self, said: Said) -> None:
        arguments = ("walk", FLOW, "--seed", "5", "--steps", "9", "--points", "2")
        status, out, _ = said(*arguments)

        assert status == 0
        assert "9. " in out
        assert said(*arguments)[1] == out

    @pytest.fixture
    def typed(
        self, said: Said, monkeypatch: pytest.MonkeyPatch
    ) -> Callable[[str], tuple[int, str, str]]:
        def walk(lines: str) -> tuple[int, str, str]:
            monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
            return said("walk", FLOW)

        return walk

    def test_by_hand_a_number_or_part_of_a_name_takes_a_step(
        self, typed: Callable[[str], tuple[int, str, str]]
    ) -> None:
        status, out, _ = typed("1\nclose\nmidn\nstate\nback\nwhy\n\nquit\nmeddle\n")

        assert status == 0
        assert "3. Clock: midnight (1-a): registration is now Active." in out
        assert "one step back" in out
        assert "meddle (1-a" not in out

    def test_why_not_is_told_where_it_is_asked_and_of_what(
        self, typed: Callable[[str], tuple[int, str, str]]
    ) -> None:
        quiet, asked, part, can = (typed(line)[1] for line in ("", "?\n", "? send\n", "? req\n"))

        assert "not possible now; to see why, type ?" in quiet
        assert "needs:" not in quiet
        assert "send: sending needs: registration is Active" in plain(asked)
        assert "close gate:" in asked
        assert "send: sending needs: registration is Active" in plain(part)
        assert "close gate:" not in part
        assert "that is possible now" in can
        assert typed("? nothing such\n")[0] == 2

    def test_in_a_pipe_a_refused_step_makes_the_status_1(
        self, typed: Callable[[str], tuple[int, str, str]]
    ) -> None:
        status, out, _ = typed("send\n1\n")

        assert status == 1
        assert "send at point 1 is refused: sending needs: registration is Active" in out
        assert "1. Supplier: request" in out

    @pytest.mark.parametrize("line", ["99", "no such thing", "e"])
    def test_in_a_pipe_a_line_that_means_nothing_is_2(
        self, typed: Callable[[str], tuple[int, str, str]], line: str
    ) -> None:
        status, _, err = typed(f"{line}\n")

        assert status == 2
        one_line(err)


class TestFlowFile:
    @pytest.mark.parametrize(
        ("text", "cure"),
        [
            ("", "defines no flow; write FLOW = Flow(...) in it"),
            (
                TAP.replace("FLOW =", "ONE =") + 'TWO = Flow("two", "Two", (TAP,), (HAND,))',
                "defines several flows ('taps', 'two'); call the one to check FLOW",
            ),
            (TAP + "CLAIMS = 3", "CLAIMS is not a tuple; write CLAIMS = (Claim(...), ...)"),
            (TAP + "CLAIMS = (3,)", "3 in CLAIMS; write CLAIMS = (Claim(...), ...)"),
            ("import flows_for_tests", "no module 'flows_for_tests'"),
            ("caf\xe9 = '\x00'", "null bytes"),
        ],
    )
    def test_what_is_wrong_with_it_is_said_in_one_line(
        self, said: Said, tmp_path: Path, text: str, cure: str
    ) -> None:
        path = tmp_path / "flow.py"
        path.write_text(text, encoding="utf-8")
        status, _, err = said("verify", str(path))

        assert status == 2
        assert str(path) in err
        assert cure in one_line(err)

    def test_an_empty_folder_is_no_flow(self, said: Said, tmp_path: Path) -> None:
        status, _, err = said("verify", str(tmp_path))

        assert status == 2
        assert "this folder holds no flow; write its flow into" in one_line(err)

    def test_it_is_loaded_without_its_folder_on_the_import_path(
        self, said: Said, tmp_path: Path
    ) -> None:
        (tmp_path / "helper_of_a_flow.py").write_text("", encoding="utf-8")
        path = tmp_path / "flow.py"
        path.write_text("import helper_of_a_flow", encoding="utf-8")
        status, _, err = said("verify", str(path))

        assert status == 2
        assert f"{path}:1: no module 'helper_of_a_flow'" in one_line(err)

    def test_its_flow_may_have_any_name(self, said: Said, tmp_path: Path) -> None:
        path = tmp_path / "flow.py"
        held = 'CLAIMS = (Always("either", "E.", IS_SHUT | IS_OPEN),)'
        path.write_text(TAP.replace("FLOW =", "MINE =") + held, encoding="utf-8")
        status, out, _ = said("verify", str(path), "--jobs", "1")

        assert status == 0
        assert "3 of 3 as expected" in out


class TestDraw:
    def test_it_prints_the_paths_of_what_it_drew(self, said: Said, tmp_path: Path) -> None:
        status, out, _ = said("draw", FLOW, "--out", str(tmp_path / "out"))

        assert status == 0
        assert out.split()
        assert all(Path(line).exists() for line in out.splitlines())


class TestFrontDoor:
    def test_it_gives_every_name_of_the_language(self) -> None:
        names: dict[str, object] = {}
        exec("from switchproof import *", names)  # noqa: S102  # what a flow file says

        assert set(language.__all__) <= set(names)
        assert switchproof.Flow is language.Flow

    def test_help_and_the_front_door_do_not_load_the_language(self) -> None:
        code = (
            "import sys, switchproof; from switchproof.cli import main; main(['verify', '--help']);"
            "assert 'model' not in sys.modules"
        )
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)

    @pytest.mark.parametrize("line", ["import switchproof", "main(['--help'])", "main(['verify'])"])
    def test_solver_engine_and_renderer_wait_until_they_are_wanted(self, line: str) -> None:
        heavy = "{'z3', 'transitions', 'graphviz', 'wasmtime'} & set(sys.modules)"
        line = line.replace("['verify']", "['verify', 'no_such_file.py']")
        code = f"import sys; from switchproof.cli import main; {line}; assert not {heavy}, {heavy}"
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)

    def test_help_answers_within_ten_start_ups_of_an_empty_interpreter(self) -> None:
        def fastest(*command: str) -> float:
            def once() -> float:
                start = time.perf_counter()
                subprocess.run([sys.executable, *command], check=True, capture_output=True)
                return time.perf_counter() - start

            return min(once() for _ in range(3))

        tries = range(5)  # a machine may be busy just then
        assert any(
            fastest("-m", "switchproof", "--help") < 10 * fastest("-c", "pass") for _ in tries
        )

    @pytest.mark.parametrize("arguments", [("--help",), ("verify", "--help"), ("walk", FLOW)])
    def test_a_full_disk_is_one_line_and_not_0(self, arguments: tuple[str, ...]) -> None:
        with Path("/dev/full").open("w") as full:
            ended = subprocess.run(
                [*COMMAND, *arguments],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=full,
                stderr=subprocess.PIPE,
                text=True,
            )

        assert ended.returncode == 2
        assert "No space left on device" in one_line(ended.stderr)

    def test_a_closed_pipe_is_one_line_and_not_0(self) -> None:
        reading, writing = os.pipe()
        os.close(reading)
        ended = subprocess.run(
            [*COMMAND, "walk", FLOW, "--seed", "1"],
            check=False,
            stdout=writing,
            stderr=subprocess.PIPE,
            text=True,
        )
        os.close(writing)

        assert ended.returncode == 2
        assert "the output was closed before its end" in one_line(ended.stderr)

    @pytest.fixture
    def slow(self, written: Written) -> Iterator[subprocess.Popen[str]]:
        """Start to verify a flow whose claims take very long, in two other processes."""
        slowly = "(print(flush=True), time.sleep(3600)) if os.getpid() != HERE else 0, IS_SHUT"
        more = "\n".join(
            [
                "HERE = os.getpid()",
                *(f"C{n} = Always('c{n}', 'C.', lambda flow: ({slowly})[-1])" for n in (1, 2, 3)),
                "CLAIMS = (C1, C2, C3)",
            ]
        )
        command = [*COMMAND, "verify", written(more), "--jobs", "2", "--no-cache"]
        pipe = subprocess.PIPE
        with subprocess.Popen(
            command, stdout=pipe, stderr=pipe, text=True, start_new_session=True
        ) as process:
            yield process
            process.kill()

    def test_an_interrupt_is_one_line_and_130(self, slow: subprocess.Popen[str]) -> None:
        assert slow.stdout
        assert slow.stdout.readline() == "\n"  # a claim has begun
        os.killpg(slow.pid, signal.SIGINT)  # as Ctrl-C does
        out, err = slow.communicate(timeout=600)

        assert slow.returncode == 130
        assert "interrupted" in one_line(err)
        assert out.strip() == ""
