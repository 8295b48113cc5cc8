"""Limits, interrupts, killed processes and full disks: what was reached stays, and is said."""

import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random
from threading import Timer

import pytest
import z3

from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
)
from properties import checker
from properties.analyses.mutation.base import Base
from properties.analyses.mutation.mutants import Mutant
from properties.analyses.mutation.noticed import Notice, notice
from properties.engine import signals
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Invariant
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.judging.solver import new_solver
from properties.engine.memory import megabytes_taken, memory_limit, within_memory
from properties.engine.packets.store import Store
from properties.engine.prove import decide
from properties.engine.signals import Ended, signals_spare_z3
from properties.engine.verdict import Verdict
from switchproof.cli import HALF_DONE, STOPPED, main
from switchproof.deciding import decide as deciding
from switchproof.deciding import spread as spreading
from switchproof.deciding.keeping import FOLDER
from switchproof.dossier.findings import every
from switchproof.dossier.findings.text import document
from switchproof.dossier.secas_2019.findings import ON_TEXT
from switchproof.mutants import run as mutants
from switchproof.terminal.errors import BadInput
from switchproof.terminal.writing import write_whole
from tests import faults
from tests.sown.every import FAULTS
from tests.strategies import Stage

SMALL = str(Path(__file__).parents[1] / "flows_for_tests.py")
MUTANTS = str(Path(__file__).parents[1] / "analyses" / "test_mutants.py")
COMMAND = (sys.executable, "-m", "switchproof")
COUNTERS = """
import os, signal, time
from enum import Enum
from dataclasses import replace
from pathlib import Path
from switchproof import *
class Only(Enum):
    HERE = "here"
BY = Party("somebody")
state, MANY = Field("state", Only, Only.HERE), [Field(f"n{n}", range(20), 0) for n in range(6)]
RULES = [
    Transition(Event(f"count {n}", INDUSTRY, BY), Only.HERE, STAYS, n.less_than(19), {n: n + 1})
    for n in MANY
]
FLOW = Flow("counters", "Counters", (Machine("m", INDUSTRY, state, RULES, tuple(MANY)),), (BY,))
FEW, ALL = MANY[0].at_most(19), ~all_of(*(n.is_(19) for n in MANY))
HERE, AT_WORK = os.getpid(), Path(__file__).with_suffix(".at_work")
"""


def run(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
    """Run the command and see that it complains in one line at the most."""
    pipes: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
    ended = subprocess.run([*COMMAND, *arguments], check=False, text=True, timeout=600, **pipes)  # type: ignore[call-overload]
    assert ended.stderr == "" or one_line(ended.stderr)
    return ended  # type: ignore[no-any-return]


def one_line(complaint: str) -> bool:
    return complaint.startswith("switchproof: ") and complaint.count("\n") == 1


def limited(size: int) -> Callable[[], None]:
    return partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))


def at_start(path: str) -> int:
    """Return how many megabytes are taken before anything is decided, as the command says."""
    told = re.search(
        r": (\d+) MB are taken", run("verify", path, "--memory", "1", "--no-cache").stderr
    )
    assert told
    return int(told[1])


@pytest.fixture
def counters(tmp_path: Path) -> Callable[..., str]:
    """Return a function that writes a flow file with some claims, by their bodies."""

    def write(*bodies: str) -> str:
        claims = [f'Always("c{n}", "C.", {body})' for n, body in enumerate(bodies)]
        path = tmp_path / "counters.py"
        path.write_text(f"{COUNTERS}CLAIMS = ({', '.join(claims)},)\n", encoding="utf-8")
        return str(path)

    return write


Counters = Callable[..., str]


class TestUndecided:
    """Each reason for which a verdict may be missing, but those that test_prove has."""

    BY = Party("somebody")
    point, count = Field("point", Stage, Stage.ONE), Field("count", range(6), 0)
    whole = Field("industry", Stage, Stage.ONE)
    X, GO = Event("x", POINT, BY), Event("go", INDUSTRY, BY)
    FLOW = Flow(
        "small",
        "Each point counts once.",
        (
            Machine("points", POINT, point, (Transition(X, Stage.ONE, Stage.TWO),)),
            Machine(
                "industry",
                INDUSTRY,
                whole,
                (
                    Transition(X, Stage.ONE, STAYS, count.less_than(5), {count: count + 1}),
                    Transition(GO, Stage.TWO, Stage.THREE),
                ),
                (count,),
            ),
        ),
        (BY,),
    )
    NEVER = Always("never", "N.", whole.is_not(Stage.THREE))

    def reason(self, body: Expression) -> str:
        result = decide(self.FLOW, Always("c", "C.", body))
        assert result.verdict is Verdict.UNDECIDED
        return result.reason

    def test_no_proof_and_no_run(self) -> None:
        told = self.reason(self.count.at_most(3))
        assert told == "no run with up to 3 points, and no proof that keeps 2 points in view"

    def test_a_proof_whose_situation_is_not_known_to_arise(self) -> None:
        told = self.reason(self.count.is_(4).implies(self.whole.is_(Stage.ONE)))
        assert told.startswith("it holds, but whether its situation arises is not known: no run")

    def test_a_solver_that_cannot_tell(self, monkeypatch: pytest.MonkeyPatch) -> None:
        assert decide(self.FLOW, self.NEVER).verdict is Verdict.PROVED
        monkeypatch.setattr(z3.Solver, "check", lambda *_: z3.unknown)
        monkeypatch.setattr(z3.Solver, "reason_unknown", lambda _: "too hard")

        assert self.reason(self.NEVER.of(self.FLOW)) == "Z3 answered unknown: too hard"

    def test_a_solver_whose_time_is_up_or_its_count(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def crowded() -> z3.Solver:
            """Say that twelve pigeons have eleven holes, which Z3 is slow to see through."""
            solver, holes = new_solver(), range(11)
            rows = [[z3.Bool(f"pigeon {n} in {hole}") for hole in holes] for n in range(12)]
            solver.add(*map(z3.Or, rows))
            solver.add(*(z3.AtMost(*(row[hole] for row in rows), 1) for hole in holes))
            return solver

        monkeypatch.setattr("properties.engine.judging.solver.new_solver", crowded)
        by_time = decide(self.FLOW, self.NEVER, Budget(seconds=1))
        by_count = decide(self.FLOW, self.NEVER, Budget(seconds=600, effort=1_000_000))

        assert by_time.verdict is by_count.verdict is Verdict.UNDECIDED
        assert by_time.reason in ("Z3 answered unknown: timeout", "time limit of 1 s")
        assert by_count.reason.startswith("Z3 answered unknown: ")

    def test_a_judge_that_finds_what_the_search_did_not(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def forgetful(matter: Matter, budget: Budget) -> Invariant:
            left = {shape: views[:-1] for shape, views in matter.met.items()}
            return judge(replace(matter, met=left), budget)

        monkeypatch.setattr("properties.engine.judging.listed.judge", forgetful)
        told = self.reason(
            (self.count.is_(5) & self.point.is_(Stage.ONE)).implies(
                self.point.is_(Stage.ONE) & self.whole.is_not(Stage.THREE)
            )
        )
        assert told.startswith("the closure does not cover ")


def short_of_memory_at_the_second(
    task: deciding.Task, limits: deciding.Limits, store: object, *, kept: object
) -> tuple[object, str]:
    """Say of the first task of a process that it is the first, and of others, too large."""
    assert limits.memory
    assert store is kept is None
    reason = memory_limit(limits.memory) if ASKED else "asked first"
    ASKED.append(task)
    return deciding.undecided(task, reason), ""


ASKED: list[deciding.Task] = []  # in this process


class TestMemory:
    def test_a_claim_that_takes_too_much_is_undecided_and_the_others_are_not(
        self, counters: Counters
    ) -> None:
        path = counters("ALL", "FEW")
        limit = str(at_start(path) + 40)
        ended = run("verify", path, "--memory", limit, "--format", "json", "--no-cache")
        rows = json.loads(ended.stdout)["flows"][0]["claims"]

        assert ended.returncode == 3
        assert [row["verdict"] for row in rows] == ["undecided", "proved", "proved", "proved"]
        assert rows[0]["reason"] == f"memory limit of {limit} MB"

    def test_a_limit_that_is_reached_at_the_start_is_refused(self, counters: Counters) -> None:
        path = counters("FEW")
        taken = at_start(path)
        ended = run(
            "verify", path, "--memory", str(taken - 4), "--no-cache"
        )  # no two starts are quite the same

        assert taken > 30  # Python and Z3
        assert (ended.returncode, ended.stdout) == (2, "")
        assert f"--memory {taken - 4}: " in ended.stderr
        assert "MB are taken at the start" in ended.stderr
        assert run("verify", path, "--memory", str(taken + 64), "--no-cache").returncode == 0

    def test_one_that_is_short_of_memory_for_what_others_left_is_asked_again_alone(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(deciding, "decide_and_keep", short_of_memory_at_the_second)
        tasks = deciding.tasks_of(deciding.loaded(SMALL), ())
        limits = deciding.Limits(60, megabytes_taken() + 1000)
        rows = deciding.decide_and_keep_all(tasks[:3], limits, 1, None)

        assert [row["reason"] for row, _ in rows] == ["asked first"] * 3

    def test_the_limit_is_on_the_whole_process_and_ends_with_the_claim(self) -> None:
        before = resource.getrlimit(resource.RLIMIT_AS)
        most = megabytes_taken() + 16
        with pytest.raises(Spent, match=f"memory limit of {most} MB"), within_memory(most):
            bytearray(2**30)  # more than a process of many tests can give back meanwhile

        assert resource.getrlimit(resource.RLIMIT_AS) == before
        assert len(bytearray(2**26)) == 2**26

    def test_what_else_goes_wrong_is_not_taken_for_it(self) -> None:
        with pytest.raises(ZeroDivisionError), within_memory(megabytes_taken() + 64):
            _ = 1 // 0

    def test_where_it_cannot_be_limited_that_is_said(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("properties.engine.memory.SIZE", Path("/no/such/file"))
        assert main(["verify", SMALL, "--memory", "64"]) == 2
        assert one_line(err := capsys.readouterr().err)
        assert "leave it out" in err


def end_or_double(number: int) -> int:
    if number == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return 2 * number


class TestKilled:
    def test_what_ends_its_process_is_lost_and_nothing_else_is(self) -> None:
        answers = spreading.spread(end_or_double, [0, 1, 2, 3, 4], 2, lambda number: -number)

        assert list(answers) == [0, 2, -2, 6, 8]

    def test_claims_that_end_their_process_are_undecided(self, counters: Counters) -> None:
        deadly = "lambda f: os.kill(os.getpid(), 9 if os.getpid() != HERE else 0) or FEW"
        ended = run("verify", counters(deadly), "--jobs", "2", "--no-cache")

        assert ended.returncode == 3
        assert ended.stdout.count(f"because: {spreading.LOST}") == 3

    def test_mutants_that_end_their_process_are_undecided(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        here, asked = os.getpid(), notice

        def deadly(known: Base, mutant: Mutant, budget: Budget) -> Notice:
            if mutant.wrong.kind == "actor swapped" and os.getpid() != here:
                os.kill(os.getpid(), signal.SIGKILL)
            return asked(known, mutant, budget)

        monkeypatch.setattr(mutants, "notice", deadly)
        status = main(["mutants", MUTANTS, "--jobs", "2"])
        out = capsys.readouterr().out

        assert status == 3
        assert out.count(spreading.LOST) == out.count("is done by") == 2

    def test_after_one_process_is_killed_every_claim_is_still_decided(
        self, counters: Counters, tmp_path: Path
    ) -> None:
        first = "os.getpid() != HERE and not AT_WORK.exists()"
        then = "AT_WORK.write_text(str(os.getpid())) and time.sleep(60)"
        waits = f"lambda f: ({first} and {then}) or FEW"
        at_work = tmp_path / "counters.at_work"
        asked = ("verify", counters("FEW", waits, "FEW"), "--jobs", "2", "--no-cache")
        command = [*COMMAND, *asked]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as running:
            while not (at_work.exists() and at_work.read_text()):
                time.sleep(0.01)
            os.kill(int(at_work.read_text()), signal.SIGKILL)
            out, err = running.communicate(timeout=600)

        assert (running.returncode, err) == (0, "")
        assert "5 of 5 as expected" in out


def within(module: str, call: Callable[[], object]) -> None:
    """Call something as if from a module."""
    names = {"__name__": module, "call": call}
    exec("def within(): call()", names)  # noqa: S102  # the module is what is tested
    names["within"]()  # type: ignore[operator]


BEGUN = "import sys; from switchproof.cli import main; print('begun', flush=True); sys.exit(main())"


def interrupt(command: Sequence[str], place: Path, after: float) -> tuple[int, str]:
    """Interrupt a command so long after it says that it began; return its status and complaint."""
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=place,
    ) as running:
        assert running.stdout
        assert running.stdout.readline() == "begun\n"
        time.sleep(after)
        os.killpg(running.pid, signal.SIGINT)  # as Ctrl-C does
        _, err = running.communicate(timeout=600)
    return running.returncode, err


def interrupted(said: str, place: Path, jobs: str, after: float) -> None:
    """Interrupt a run that keeps packets, so long after it began, and see that it ends well."""
    flow, folder = place / "flow.py", place / "packets"
    flow.write_text(said, encoding="utf-8")
    keep = ("verify", str(flow), "--packets", str(folder), "--jobs", jobs, "--no-cache")
    status, err = interrupt((sys.executable, "-c", BEGUN, *keep), Path.cwd(), after)
    # When it has said everything it may still be ended by the signal; a shell calls that 130 too.
    assert status in (0, 130, -signal.SIGINT), err
    assert one_line(err) if err else status in (0, -signal.SIGINT)
    assert status != 0 or err == ""
    there = list(folder.iterdir()) if folder.exists() else []
    assert {path.suffix for path in there} <= {".json", ".flow"}
    kept = {path.name: json.loads(path.read_bytes()) for path in there if path.suffix == ".json"}
    ended = kept.pop(checker.MANIFEST, {"ended": False})["ended"]
    assert run("check", str(folder)).returncode == (2 if not kept else 0 if ended else 1)


DECIDING = (
    ("dossier", "findings", "--write", "written"),
    ("dossier", "doubts", "--jobs", "1"),
    (
        "dossier",
        "duties",
    ),
    ("why",),
    ("why-not", "css", "load the message"),
    ("idle",),
    ("dossier", "atlas", "--jobs", "2"),
    ("mutants", "handover", "--jobs", "1", "--keep", "written"),
    ("mutants", "handover", "--jobs", "2", "--keep", "written"),
    (
        "dossier",
        "who-must-fail",
    ),
    ("dossier", "numbered", "--jobs", "1"),
    ("dossier", "interfaces"),
)


def interrupted_command(arguments: tuple[str, ...], place: Path, after: float) -> None:
    """Interrupt a command that decides, so long after it began, and see that it ends well."""
    status, err = interrupt((sys.executable, "-c", BEGUN, *arguments), place, after)
    if status in (0, 1, 3):  # it was quicker
        assert err == ""
    else:
        assert (status, err) in ((130, f"switchproof: {STOPPED}\n"), (-signal.SIGINT, ""))
        assert [path.name for path in place.iterdir() if path.name != FOLDER] == []


def moments(count: int, most: float) -> list[tuple[str, float]]:
    random = Random(count)
    return [(jobs, random.uniform(0, most)) for _ in range(count) for jobs in "12"]


class TestInterrupted:
    def test_one_that_came_within_z3_is_heeded_while_others_work(self) -> None:
        Timer(0.3, signals.waiting.append, [signal.SIGINT]).start()
        began = time.monotonic()
        with pytest.raises(KeyboardInterrupt):
            list(spreading.spread(time.sleep, [3600, 3600], 2, str))
        signals.waiting.clear()
        assert time.monotonic() - began < 1800

    @pytest.mark.parametrize(("jobs", "after"), moments(2, 1))
    def test_at_any_moment_it_ends_at_once(self, tmp_path: Path, jobs: str, after: float) -> None:
        interrupted("from tests.flows_for_tests import *", tmp_path, jobs, after)

    @pytest.mark.soak
    @pytest.mark.parametrize(("jobs", "after"), moments(40, 5))
    def test_at_many_moments(self, tmp_path: Path, jobs: str, after: float) -> None:
        said = "from model.handover.flow import FLOW\nfrom properties.handover import CLAIMS"
        interrupted(said, tmp_path, jobs, after)

    @pytest.mark.parametrize("arguments", DECIDING, ids=" ".join)
    def test_every_command_that_decides_ends_in_one_line(
        self, tmp_path: Path, arguments: tuple[str, ...]
    ) -> None:
        interrupted_command(arguments, tmp_path, Random(len(arguments[0])).uniform(0, 2))

    @pytest.mark.soak
    @pytest.mark.parametrize("after", [Random(n).uniform(0, 8) for n in range(8)])
    @pytest.mark.parametrize("arguments", DECIDING, ids=" ".join)
    def test_every_command_that_decides_at_many_moments(
        self, tmp_path: Path, arguments: tuple[str, ...], after: float
    ) -> None:
        interrupted_command(arguments, tmp_path, after)

    def test_what_was_reached_is_printed(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        decided, left = deciding.decide_and_keep, [1, 2]

        def once_more(*asked: object, **more: object) -> object:
            if not left:
                raise KeyboardInterrupt
            left.pop()
            return decided(*asked, **more)  # type: ignore[arg-type]

        monkeypatch.setattr(deciding, "decide_and_keep", once_more)
        status = main(["verify", SMALL, "--jobs", "1", "--format", "json"])
        out, err = capsys.readouterr()
        reasons = [row["reason"] for row in json.loads(out)["flows"][0]["claims"]]

        assert status == json.loads(out)["exit"] == 130
        assert one_line(err)
        assert reasons == [None, None, *["interrupted before it was decided"] * 6]

    def test_mutants_that_were_reached_are_printed_and_not_kept(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        left = [1, 2, 3]

        def once_more(known: Base, mutant: Mutant, budget: Budget) -> Notice:
            if not left:
                raise KeyboardInterrupt
            left.pop()
            return notice(known, mutant, budget)

        monkeypatch.setattr(mutants, "notice", once_more)
        kept = tmp_path / "kept"
        assert main(["mutants", MUTANTS, "--jobs", "1", "--keep", str(kept)]) == 130
        out, err = capsys.readouterr()

        assert err == f"switchproof: {STOPPED}\n"
        (total,) = (line for line in out.splitlines() if line.startswith("all "))
        assert sum(map(int, total.split()[1:])) == 3
        assert "Of 3 mutants" in out
        assert not kept.exists()

    def test_one_within_exec_ends_like_any_other(self, tmp_path: Path) -> None:
        """Python remembers such a one, and would end itself by the signal."""
        flow = tmp_path / "flow.py"
        flow.write_text("exec('raise KeyboardInterrupt')", encoding="utf-8")
        ended = run("verify", str(flow), "--no-cache")

        assert (ended.returncode, ended.stderr) == (130, f"switchproof: {STOPPED}\n")

    def test_z3_does_not_keep_it_for_itself(self) -> None:
        solver, size = new_solver(), 9
        solver.set("timeout", 500)
        sits = [[z3.Bool(f"{one} in {hole}") for hole in range(size)] for one in range(size + 1)]
        solver.add(*(z3.Or(row) for row in sits))
        solver.add(*(z3.AtMost(*(row[hole] for row in sits), 1) for hole in range(size)))
        soon = Timer(0.1, os.kill, (os.getpid(), signal.SIGINT))

        def work() -> None:
            soon.start()
            solver.check()
            soon.join()

        with pytest.raises(KeyboardInterrupt):
            work()

    def test_within_z3_it_waits_until_a_budget_is_looked_at(self) -> None:
        reached = []

        def work() -> None:
            with signals_spare_z3():
                within("z3.z3core", partial(signal.raise_signal, signal.SIGINT))
                reached.append("on")
                Budget().check()
                reached.append("too far")

        with pytest.raises(KeyboardInterrupt):
            work()
        assert reached == ["on"]
        Budget().check()

    @pytest.mark.parametrize(("module", "expected"), [("z3", [1]), ("z3.z3", [1]), ("z3x", [])])
    def test_it_waits_no_longer_than_to_the_end_and_nowhere_else(
        self, module: str, expected: list[int]
    ) -> None:
        reached = []

        def work() -> None:
            with signals_spare_z3():
                within(module, partial(signal.raise_signal, signal.SIGINT))
                reached.append(1)

        with pytest.raises(KeyboardInterrupt):
            work()
        assert reached == expected
        Budget().check()


SLEEPING = """
import os, time
from dataclasses import replace
from pathlib import Path
from switchproof import Always
from tests.flows_for_tests import CLAIMS as FIRST, FLOW
HERE, AT_WORK = os.getpid(), Path(__file__).with_suffix(".at_work")

def asleep(flow):
    if os.getpid() != HERE:
        with AT_WORK.open("a") as at_work:
            at_work.write(f"{os.getpid()}\\n")
        time.sleep(600)
    return FIRST[0].body

CLAIMS, VARIANTS = (Always("one", "O.", asleep), Always("two", "T.", asleep)), ()
"""


def gone(pid: int) -> bool:
    """Tell whether a process is no more, or waits for nothing but to be counted."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] in "ZX"
    except (FileNotFoundError, ProcessLookupError):
        return True


def in_the_end(holds: Callable[[], object]) -> bool:
    began = time.monotonic()
    while not holds() and time.monotonic() - began < 600:
        time.sleep(0.01)
    return bool(holds())


class TestEnded:
    """Whatever ends a run ends all that it started."""

    def asleep(
        self, place: Path, count: int, **more: object
    ) -> tuple[subprocess.Popen[str], list[int]]:
        """Begin a run whose processes are asleep, and return it with their numbers."""
        flow, at_work = place / "flow.py", place / "flow.at_work"
        flow.write_text(SLEEPING, encoding="utf-8")
        keep = (
            "verify",
            str(flow),
            "--packets",
            str(place / "packets"),
            "--jobs",
            "2",
            "--no-cache",
        )
        pipes: dict[str, object] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | more
        running = subprocess.Popen([*COMMAND, *keep], text=True, **pipes)  # type: ignore[call-overload]
        assert in_the_end(lambda: at_work.exists() and len(at_work.read_text().split()) == count)
        return running, [int(pid) for pid in at_work.read_text().split()]

    @pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
    def test_a_signal_ends_all_and_is_said_in_one_line(
        self, tmp_path: Path, number: signal.Signals
    ) -> None:
        running, pids = self.asleep(tmp_path, 2)
        with running:
            running.send_signal(number)
            out, err = running.communicate(timeout=600)

        assert running.returncode == 128 + number
        assert (out, err) == ("", f"switchproof: ended by {number.name}; {HALF_DONE}\n")
        assert in_the_end(lambda: all(map(gone, pids)))
        assert [path.name for path in (tmp_path / "packets").iterdir()] == [checker.MANIFEST]

    def test_processes_end_with_the_one_that_started_them_though_it_is_killed(
        self, tmp_path: Path
    ) -> None:
        running, pids = self.asleep(tmp_path, 2)
        with running:
            running.kill()

        assert in_the_end(lambda: all(map(gone, pids)))

    def test_they_end_where_nobody_reads_what_would_be_printed(self, tmp_path: Path) -> None:
        running, pids = self.asleep(tmp_path, 2)
        with running:
            assert running.stdout
            assert running.stderr
            running.stdout.close()
            assert running.wait(timeout=600) == 2
            assert "the output was closed before its end" in running.stderr.read()

        assert in_the_end(lambda: all(map(gone, pids)))

    def test_a_signal_that_is_ignored_stays_so(self) -> None:
        before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
        try:
            with signals_spare_z3():
                signal.raise_signal(signal.SIGHUP)
                assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
        finally:
            signal.signal(signal.SIGHUP, before)

    def test_one_that_comes_within_z3_waits_and_says_which(self) -> None:
        def work() -> None:
            with signals_spare_z3():
                within("z3.z3core", partial(signal.raise_signal, signal.SIGTERM))
                Budget().check()

        with pytest.raises(Ended) as ended:
            work()
        assert ended.value.number == signal.SIGTERM
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


class TestTogether:
    """Runs in one folder at the same time."""

    def test_a_run_leaves_alone_what_another_has_half_written(self, tmp_path: Path) -> None:
        one, other = Store(tmp_path), Store(tmp_path)
        halves = {store: tmp_path / f"x.json.1.{store.mark}.half" for store in (one, other)}
        with one.tidied(), other.tidied():
            for half in halves.values():
                half.write_text("h")
        # other.tidied() has ended first, and then one.tidied()
        assert list(tmp_path.iterdir()) == []

        with other.tidied():
            halves[other].write_text("half")
            with one.tidied():
                halves[one].write_text("half")
            assert list(tmp_path.iterdir()) == [halves[other]]

    def test_two_runs_of_one_flow_keep_their_packets_in_one_folder(self, tmp_path: Path) -> None:
        keep = ("verify", SMALL, "--packets", str(tmp_path), "--jobs", "2", "--no-cache")
        both = [
            subprocess.Popen([*COMMAND, *keep], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for _ in range(2)
        ]
        complaints = [running.communicate(timeout=300)[1] for running in both]

        assert ([running.returncode for running in both], complaints) == ([0, 0], [b"", b""])
        assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".flow"}
        assert run("check", str(tmp_path)).returncode == 0

    def test_of_files_that_are_written_at_once_the_last_whole_one_stays(
        self, tmp_path: Path
    ) -> None:
        path, texts = tmp_path / "picture.svg", [str(n) * 200_000 for n in range(4)]
        with ThreadPoolExecutor(len(texts)) as threads:
            list(threads.map(partial(write_whole, path), texts * 5))

        assert list(tmp_path.iterdir()) == [path]
        assert path.read_text() in texts


class TestFull:
    def test_verdicts_are_printed_though_no_packet_can_be_kept(self, tmp_path: Path) -> None:
        keep = ("verify", SMALL, "--packets", str(tmp_path), "--jobs", "2", "--no-cache")
        command = (*keep, "--format", "json")
        ended = run(*command, preexec_fn=limited(2000))
        report = json.loads(ended.stdout)

        assert ended.returncode == report["exit"] == 2
        assert "packets cannot be kept (File too large); make room there" in ended.stderr
        assert all(row["verdict"] for row in report["flows"][0]["claims"])
        assert [path.name for path in tmp_path.glob("*.json")] == [checker.MANIFEST]

    @pytest.mark.parametrize("path", ["/dev/full", "file"])
    def test_verdicts_that_cannot_be_printed_are_one_line_and_2(
        self, tmp_path: Path, path: str
    ) -> None:
        with (tmp_path / path).open("w") as full:
            ended = run(
                "verify", SMALL, "--jobs", "1", "--no-cache", stdout=full, preexec_fn=limited(100)
            )

        assert ended.returncode == 2
        assert "the output cannot be written" in ended.stderr

    def test_what_cannot_be_kept_of_mutants_is_not_there(self, tmp_path: Path) -> None:
        command = ("mutants", MUTANTS, "--jobs", "1", "--keep", str(tmp_path / "kept"))
        ended = run(*command, preexec_fn=limited(100))

        assert ended.returncode == 2
        assert "cannot be written (File too large)" in ended.stderr
        assert "by the table only:" in ended.stdout
        assert list(tmp_path.iterdir()) == []

    def test_what_cannot_be_printed_of_mutants_is_kept(self, tmp_path: Path) -> None:
        command = ("mutants", MUTANTS, "--jobs", "1", "--keep", str(tmp_path / "kept"))
        with Path("/dev/full").open("w") as full:
            ended = run(*command, stdout=full)

        assert ended.returncode == 2
        assert "the output cannot be written" in ended.stderr
        assert "counts" in json.loads((tmp_path / "kept").read_text())

    def test_a_picture_that_cannot_be_written_is_not_there(self, tmp_path: Path) -> None:
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
        try:
            with pytest.raises(BadInput, match="File too large"):
                write_whole(tmp_path / "picture.svg", "x" * 101)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)

        assert list(tmp_path.iterdir()) == []

    def test_where_the_renderer_cannot_begin_each_picture_is_named_and_the_tables_are_there(
        self, tmp_path: Path
    ) -> None:
        command = [*COMMAND, "draw", "leadtime", "--out", str(tmp_path)]
        small = limited(100_000)
        ended = subprocess.run(
            command, preexec_fn=small, capture_output=True, text=True, check=False
        )
        lines = [line for line in ended.stderr.splitlines() if "leadtime" in line]
        faults = [line for line in lines if "the table says all" not in line]

        assert ended.returncode == 2
        assert faults
        assert all("(the renderer cannot begin: File too large" in line for line in faults)
        assert sum(path.suffix == ".md" for path in tmp_path.iterdir()) == len(lines)

    def test_a_device_is_written_to_and_stays_one(self) -> None:
        with pytest.raises(BadInput, match="No space left on device"):
            write_whole(Path("/dev/full"), "x" * 101)

        assert Path("/dev/full").is_char_device()

    def test_findings_that_cannot_be_written_are_printed(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(every, "FINDINGS", ())
        monkeypatch.setattr(every, "DISMISSED", ())
        status = main(["dossier", "findings", "--write", "/dev/full"])
        out, err = capsys.readouterr()

        assert status == 2
        assert one_line(err)
        assert out == document([], [one for one in ON_TEXT if one.shows()], [], [])

    def test_a_file_in_a_folder_that_cannot_be_is_one_line(self, tmp_path: Path) -> None:
        (tmp_path / "file").write_text("")
        ended = run("mutants", MUTANTS, "--jobs", "1", "--keep", str(tmp_path / "file" / "kept"))

        assert ended.returncode == 2
        assert "cannot be written (Not a directory)" in ended.stderr


def test_several_processes_say_the_same_in_the_same_order() -> None:
    def said(jobs: int) -> list[dict[str, object]]:
        asked = ("--jobs", f"{jobs}", "--format", "json", "--no-cache")
        ended = run("verify", "handover", *asked)
        rows = json.loads(ended.stdout)["flows"][0]["claims"]
        return [{**row, "seconds": 0} for row in rows]

    assert said(1) == said(3)


class TestFaults:
    """Seeded faults of the engine: `python -m tests.faults` sows them."""

    def test_each_has_its_place_and_a_name(self) -> None:
        for fault in FAULTS:
            text = (faults.ROOT / fault.file).read_text(encoding="utf-8")
            wrong = faults.sown(fault, text)
            if fault.file.endswith(".py"):
                compile(wrong, fault.file, "exec")

        assert len({fault.name for fault in FAULTS}) == len(FAULTS) >= 30

    def test_one_without_a_place_is_an_error(self) -> None:
        with pytest.raises(ValueError, match="does not stand there exactly once"):
            faults.sown(FAULTS[0], "")

    @pytest.mark.soak  # the result is of the last time that all were sown
    def test_every_one_was_noticed_when_they_were_last_sown(self) -> None:
        result = json.loads(faults.RESULT.read_text(encoding="utf-8"))

        assert result["faults"].keys() == {fault.name for fault in FAULTS}
        assert [name for name, row in result["faults"].items() if not row["noticed by"]] == []

    @pytest.mark.soak
    def test_every_one_is_noticed(self) -> None:
        assert [fault.name for fault, test in faults.found() if test is None] == []
