"""Verdicts that are kept are taken only where the checker accepts them on the flow of now."""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from model.language.claims import CanStill, Claim
from model.language.flow import Flow
from properties.checker import Rejected
from properties.engine import prove
from properties.engine.budget import Budget
from properties.engine.packets import checked
from properties.engine.packets import kept as keeper
from properties.engine.packets.accept import accepted, exported
from properties.engine.packets.checked import Asked, take_verdict
from properties.engine.packets.kept import CHANGED, Kept, name_of
from properties.engine.packets.store import Store, Unkept
from properties.engine.still.evidence import Ladder, Trap
from properties.engine.suspect import rests_on
from properties.engine.verdict import Result, Verdict
from switchproof.cli import main
from switchproof.deciding import keeping, taking
from switchproof.deciding.decide import (
    Limits,
    Task,
    asked_of,
    decide_task,
    loaded,
    take_kept,
    tasks_of,
)
from switchproof.deciding.format import ClaimRow, DecidedRow, published
from switchproof.telling.still import tell_trap, told_ladder
from switchproof.verify import run as verifying
from tests.forger import forgeries
from tests.forger_worlds import target

HOUSE = """
from enum import Enum
from switchproof import *
class Lamp(Enum):
    OFF = "off"
    ON = "on"
class Bell(Enum):
    STILL = "still"
    RINGS = "rings"
A = Clause("1", "Somebody turns the lamp on and off.", "modelled")
BY = Party("somebody")
lamp, bell = Field("lamp", Lamp, Lamp.OFF), Field("bell", Bell, Bell.STILL)
power = Field("power", bool, initial=False)
ON, OFF, RING = (Event(name, POINT, BY) for name in ("turn on", "turn off", "ring"))
def flow(when=power, rings=Bell.RINGS, *out):
    lamps = Machine("lamp", POINT, state=lamp, fields=(power,), transitions=(
        Transition(ON, Lamp.OFF, Lamp.ON, when=when, cites="1"),
        Transition(OFF, Lamp.ON, Lamp.OFF, then={power: False}, cites="1"),
        Transition(RING, tuple(Lamp), STAYS, then={power: True}, cites="1"),
    )).without(*out)
    bells = Machine("bell", POINT, state=bell, transitions=(
        Transition(RING, Bell.STILL, rings, cites="1"),
    ))
    return Flow("house", "A house", (lamps, bells), (BY,), sources={"1": A})
FLOW = flow(WHEN, RUNG)
CLAIMS = (
    Always("lit-with-power", "SENTENCE", when=lamp.is_(Lamp.ON), then=power, cites="1"),
    Sometimes("lit", "It can be lit.", lamp.is_(Lamp.ON), cites="1"),
    LeadsTo("power-at-last", "There is power.", ~power, to=power | bell.is_(Bell.RINGS),
        weak=(RING,), cites="1"),
    CanStill("dark-still", "It can still be turned off.", lamp.is_(Lamp.ON), to=lamp.is_(Lamp.OFF),
        cites="1"),
)
VARIANTS = (
    Variant("lit without power", "To have power.", flow(power | ~power, RUNG),
        {"lit-with-power": 1}),
    Variant("never turned off", "To save power.", flow(power, RUNG, OFF), {"dark-still": 2}),
)
"""
LIT, RUN = Task("house.py", "lit-with-power"), Task("house.py", "lit")
LADDER = Task("house.py", "dark-still")
TRAP = Task("house.py", "dark-still", "never turned off")
KEPT = 8  # of the tasks of this flow: four claims, two that come free, one of each variant

Rows = dict[tuple[str | None, str], dict[str, Any]]
Verify = Callable[..., tuple[Rows, str]]


def write(
    when: str = "power",
    rings: str = "Bell.RINGS",
    sentence: str = "Lit with power.",
    folder: Path = Path(),
) -> None:
    text = HOUSE.replace("WHEN", when).replace("RUNG", rings).replace("SENTENCE", sentence)
    (folder / "house.py").write_text(text)


@pytest.fixture
def verify(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Verify:
    """Return what verifies the house: its rows by variant and claim, and what is said besides."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(keeping, "FOLDER", ".switchproof")
    write()

    def verified(*more: str) -> tuple[Rows, str]:
        found: list[DecidedRow] = []

        def watched(row: DecidedRow) -> ClaimRow:
            found.append(row)
            return published(row)

        with pytest.MonkeyPatch.context() as watching:
            watching.setattr(verifying, "published", watched)
            main(["verify", "house.py", "--jobs", "1", "--format", "json", *more])
        out, err = capsys.readouterr()
        assert json.loads(out)["flows"][0]["claims"] == [published(row) for row in found]
        return {(row["variant"], row["id"]): cast(dict[str, Any], row) for row in found}, err

    return verified


def entry(task: Task = LIT) -> Path:
    return Path(".switchproof") / name_of("house", task.variant, task.claim)


def shown(rows: Rows) -> list[tuple[Any, ...]]:
    """What a verdict says, but for how it was come by."""
    left_out = ("kept", "seconds", "method")
    return [
        tuple(part for name, part in row.items() if name not in left_out) for row in rows.values()
    ]


def taken(rows: Rows) -> set[tuple[str | None, str]]:
    return {key for key, row in rows.items() if row["kept"]}


def test_what_is_kept_is_the_verdict_and_nothing_is_decided_again(
    verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    cold, _ = verify()
    monkeypatch.setattr(checked, "decide", None)
    warm, said = verify()

    assert taken(cold) == set()
    assert len(taken(warm)) == len(warm) == KEPT
    assert shown(warm) == shown(cold)
    assert said == ""


def test_a_proof_outlasts_an_edit_of_what_it_does_not_rest_on(verify: Verify) -> None:
    verify()
    write(rings="Bell.STILL")
    rows, said = verify()

    assert (None, "lit-with-power") in taken(rows)
    assert CHANGED in said


def test_a_length_is_searched_anew_where_anything_has_changed(verify: Verify) -> None:
    verify()
    write(rings="Bell.STILL")
    rows, _ = verify()

    assert taken(rows).isdisjoint({(None, "lit"), ("lit without power", "lit-with-power")})
    assert rows[None, "lit"]["shortest"]


def test_a_length_is_searched_anew_by_another_engine(
    verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    verify()
    monkeypatch.setattr(keeper, "made_with", lambda: "another")
    rows, said = verify()

    assert (None, "lit") not in taken(rows)
    assert (None, "lit-with-power") in taken(rows)
    assert CHANGED in said


def test_an_edit_of_what_a_proof_rests_on_is_decided_anew(verify: Verify) -> None:
    verify()
    write(when="power | ~power")
    rows, said = verify()

    assert rows[None, "lit-with-power"]["verdict"] == "refuted"
    assert "decided anew, since " in said


def test_a_claim_that_was_empty_is_empty_still(verify: Verify) -> None:
    write(when="power & ~power")
    cold, warm = verify()[0], verify()[0]

    assert (None, "lit-with-power") in taken(warm)
    assert cold[None, "lit-with-power"]["marks"] == ["empty"]
    assert shown(warm) == shown(cold)


def test_a_claim_that_says_something_else_is_decided_anew(verify: Verify) -> None:
    verify()
    write(sentence="Lit, and so with power.")
    rows, said = verify()

    assert (None, "lit-with-power") not in taken(rows)
    assert "the claim has changed" in said


def _another(_: str) -> str:
    return entry(Task("house.py", "power-at-last")).read_text()


def _longer(text: str) -> str:
    data = json.loads(text)
    data["packet"]["runs"][0]["moves"] *= 2
    return json.dumps(data)


def _no_rung(text: str) -> str:
    data = json.loads(text)
    data["packet"]["ladder"]["rungs"].clear()
    return json.dumps(data)


def _by_a_detour(text: str) -> str:
    data = json.loads(text)
    data["packet"]["run"]["moves"][:0] = [["ring", 0]]
    return json.dumps(data)


def _refuted(text: str) -> str:
    data = json.loads(text)
    data["packet"] |= {"verdict": "refuted"}
    return json.dumps(data)


@pytest.mark.parametrize(
    ("task", "spoilt", "why"),
    [
        (LIT, lambda _: "", "it cannot be read"),
        (LIT, lambda text: text[: len(text) // 2], "it cannot be read"),
        (LIT, lambda text: text.replace("packet", "parcel"), "the entry: it has other parts"),
        (LIT, lambda _: "[" * 100_000, "it cannot be read"),
        (LIT, _another, "it is of another claim"),
        (LIT, _refuted, "this does not show the verdict"),
        (RUN, _longer, CHANGED),
        (LADDER, _no_rung, "it waits on no rung"),
        (TRAP, _by_a_detour, CHANGED),
    ],
    ids=[
        *("empty", "cut off", "other parts", "deep", "foreign", "another verdict", "another run"),
        *("no rung", "another trap"),
    ],
)
def test_what_is_spoilt_is_decided_anew_and_said(
    verify: Verify, task: Task, spoilt: Callable[[str], str], why: str
) -> None:
    cold, _ = verify()
    entry(task).write_text(spoilt(entry(task).read_text()))
    rows, said = verify()

    assert len(taken(rows)) == KEPT - 1
    assert (task.variant, task.claim) not in taken(rows)
    assert shown(rows) == shown(cold)
    assert why in said
    assert said.count("\n") == 1
    assert len(taken(verify()[0])) == KEPT


def test_what_leads_elsewhere_is_not_followed(verify: Verify, tmp_path: Path) -> None:
    verify()
    entry().rename(tmp_path / "elsewhere")
    entry().symlink_to(tmp_path / "elsewhere")
    rows, said = verify()

    assert (None, "lit-with-power") not in taken(rows)
    assert "no plain file" in said


def planted(folder: Path, flow: Flow, claim: Claim, packet: dict[str, Any]) -> Result | None:
    """What is taken where somebody put a packet into the folder, with a seal that fits."""
    kept, there = Kept(Store(folder)), exported(flow, None, (claim,))
    kept.keep(Result(flow, claim, Verdict.PROVED), packet, there)
    assert kept.has(flow.name, None, claim)
    found = kept.taken(flow, claim, there, Budget())
    return found[0] if found else None


def test_no_forged_packet_is_believed(tmp_path: Path) -> None:
    forged, believed = 0, []
    for seed in range(40):
        aim = target(seed)
        claims = {claim.id: claim for claim in aim.claims}
        for packet in forgeries(aim, 10):
            own = claims.get(packet["claim"])
            found = planted(tmp_path, aim.flow, own or aim.claims[0], packet)
            if found and (own is None or aim.contradicts(packet)):
                believed.append((seed, packet))
            forged += 1

    assert believed == []
    assert forged > 500


def test_a_true_packet_that_is_planted_is_taken(tmp_path: Path) -> None:
    mine = loaded("linked")
    claim = mine.claim("no-leg-secured-alone")
    result, packet = accepted(
        prove.decide(mine.flow, claim), exported(mine.flow, None, (claim,)), Budget()
    )
    assert packet
    found = planted(tmp_path, mine.flow, claim, packet)

    assert found is not None
    assert (found.verdict, found.points) == (result.verdict, result.points)


@pytest.mark.parametrize("task", [LADDER, TRAP], ids=["ladder", "trap"])
def test_what_can_still_come_is_told_alike_of_what_is_kept(tmp_path: Path, task: Task) -> None:
    write(folder=tmp_path)
    mine = loaded(str(tmp_path / "house.py"))
    variant = mine.variant(task.variant) if task.variant else None
    claim, kept = mine.claim(task.claim), Kept(Store(tmp_path))
    assert isinstance(claim, CanStill)
    asked = Asked(variant.flow if variant else mine.flow, task.variant, claim)
    found = checked.find(kept, asked, Budget()).result
    again = checked.take(kept, asked, Budget())

    assert again is not None
    assert told(claim, again.result) == told(claim, found)
    assert {*rests_on(again.result)} == {*rests_on(found)} == {"1"}


def told(claim: CanStill, result: Result) -> list[str]:
    if isinstance(result.ranks, Ladder):
        return list(told_ladder(result.ranks))
    assert isinstance(result.run, Trap)
    return list(tell_trap(result.flow, claim, result.run))


def test_the_undecided_is_not_kept(verify: Verify) -> None:
    rows, _ = verify("--timeout", "0.000001")

    assert {row["verdict"] for row in rows.values()} == {"undecided"}
    assert not list(Path(".switchproof").glob("*.json"))


@pytest.mark.parametrize("left", ["length", "number of points"])
def test_what_a_search_left_open_is_not_kept(tmp_path: Path, left: str) -> None:
    mine = loaded("linked")
    claim = next(one for one in mine.claims if one.kind == "sometimes")
    there = exported(mine.flow, None, (claim,))
    result, packet = accepted(prove.decide(mine.flow, claim), there, Budget())
    assert packet
    assert result.run
    open_ = {
        "length": replace(result, runs=(replace(result.run, shortest=False), *result.runs[1:])),
        "number of points": replace(result, unknown=(3,)),
    }
    Kept(Store(tmp_path)).keep(open_[left], packet, there)
    assert not list(tmp_path.iterdir())
    Kept(Store(tmp_path)).keep(result, packet, there)
    assert len(list(tmp_path.iterdir())) == 1


def test_without_a_cache_nothing_is_taken_nor_kept(verify: Verify) -> None:
    verify("--no-cache")
    assert not Path(".switchproof").exists()
    verify()

    assert taken(verify("--no-cache")[0]) == set()


def test_git_is_told_to_ignore_the_folder(verify: Verify) -> None:
    verify()

    assert Path(".switchproof/.gitignore").read_text() == "*\n"


def test_where_nothing_can_be_kept_that_is_said_once(verify: Verify) -> None:
    Path(".switchproof").write_text("a file")
    rows, said = verify()

    assert rows[None, "lit-with-power"]["verdict"] == "proved"
    assert said.startswith("switchproof: .switchproof: nothing can be kept (")
    assert said.count("\n") == 1


def test_a_disk_that_is_full_loses_no_verdict(
    verify: Verify, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Unkept("No space left on device")

    monkeypatch.setattr(Store, "write", full)
    rows, said = verify()

    assert rows[None, "lit-with-power"]["verdict"] == "proved"
    assert said.count("\n") == 1


def test_an_interrupt_leaves_nothing_half_kept(
    verify: Verify, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stopped(_: Path, to: Path) -> None:
        if to.suffix == ".json":
            raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stopped)
        assert main(["verify", "house.py", "--jobs", "1"]) == 130
    capsys.readouterr()

    assert {path.name for path in Path(".switchproof").iterdir()} <= {".gitignore"}
    assert taken(verify()[0]) == set()


def test_two_at_once_keep_whole_entries(verify: Verify) -> None:
    command = [sys.executable, "-m", "switchproof", "verify", "house.py"]
    both = [subprocess.Popen(command, stdout=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait(600) for one in both] == [0, 0]
    rows, said = verify()

    assert len(taken(rows)) == KEPT
    assert said == ""
    assert not list(Path(".switchproof").glob("*.half"))


@pytest.mark.parametrize("name", ["handover", "leadtime"])
def test_all_that_is_kept_of_a_flow_of_the_project_is_taken(tmp_path: Path, name: str) -> None:
    kept, tasks = Kept(Store(tmp_path)), tasks_of(loaded(name), ())
    cold, warm = ([decide_task(task, 600, kept) for task in tasks] for _ in range(2))
    not_kept = ("mirrors", "done by")

    assert all(row["kept"] is (row["kind"] not in not_kept) for row in warm)
    for before, after in zip(cold, warm, strict=True):
        left_out = {"kept", "seconds", "method"}
        assert {k: v for k, v in before.items() if k not in left_out} == {
            k: v for k, v in after.items() if k not in left_out
        }


class TestTakenOnce:
    def test_what_was_accepted_is_not_checked_again_by_the_same_command(
        self, verify: Verify, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        verify()
        kept, asked = Kept(Store(Path(".switchproof"))), asked_of(LIT)
        first = take_verdict(kept, asked, Budget(seconds=60))
        monkeypatch.setattr(keeper, "check", None)
        again = take_verdict(kept, asked, Budget(seconds=60))

        assert first is not None
        assert again is not None
        assert again.verdict is first.verdict is Verdict.PROVED

    def test_of_another_flow_of_the_same_name_it_is_checked(self, verify: Verify) -> None:
        verify()
        kept, asked = Kept(Store(Path(".switchproof"))), asked_of(LIT)
        assert take_verdict(kept, asked, Budget(seconds=60)) is not None
        write(when="power | ~power")
        loaded.cache_clear()
        other = asked_of(LIT)

        assert other.flow.name == asked.flow.name
        assert take_verdict(kept, other, Budget(seconds=60)) is None

    def test_what_was_put_in_its_place_is_checked(
        self, verify: Verify, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def none(*_: object) -> None:
            raise Rejected("asked again")

        verify()
        kept, asked = Kept(Store(Path(".switchproof"))), asked_of(LIT)
        assert take_verdict(kept, asked, Budget(seconds=60)) is not None
        monkeypatch.setattr(keeper, "check", none)
        assert take_verdict(kept, asked, Budget(seconds=60)) is not None
        entry(LIT).write_text(entry(LIT).read_text() + " ")

        assert take_verdict(kept, asked, Budget(seconds=60)) is None
        assert dict(kept.refused) == {"asked again": 1}

    def test_another_process_is_given_the_folder_alone(self, verify: Verify) -> None:
        verify()
        kept = Kept(Store(Path(".switchproof")))
        take_verdict(kept, asked_of(LIT), Budget(seconds=60))
        sent = pickle.loads(pickle.dumps(kept))  # noqa: S301  # made here

        assert kept.sound
        assert (sent, sent.sound) == (kept, {})


class TestTakenBySeveral:
    @pytest.fixture(autouse=True)
    def one_at_a_time(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(taking, "AT_ONCE", 1)

    def of_all(self, kept: Kept) -> list[tuple[DecidedRow, str] | None]:
        take = partial(take_kept, limits=Limits(60), store=None, kept=kept)
        return taking.taken(kept, take, tasks_of(loaded(LIT.source), ()), 2)

    def test_they_say_what_one_process_says_and_it_need_not_ask_again(
        self, verify: Verify, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        verify()
        alone, kept = Kept(Store(Path(".switchproof"))), Kept(Store(Path(".switchproof")))
        tasks, several = tasks_of(loaded(LIT.source), ()), self.of_all(kept)
        one = [take_kept(task, Limits(60), None, alone) for task in tasks]
        monkeypatch.setattr(keeper, "check", None)

        assert [row and row[0]["verdict"] for row in several] == [
            row and row[0]["verdict"] for row in one
        ]
        assert len(list(filter(None, several))) == len(tasks)
        assert kept.sound == alone.sound
        assert all(take_verdict(kept, asked_of(task), Budget(seconds=60)) for task in tasks)

    def test_what_they_do_not_accept_is_left_open_and_counted(self, verify: Verify) -> None:
        verify()
        kept = Kept(Store(Path(".switchproof")))
        entry(LIT).write_text("spoilt")
        several = dict(zip(tasks_of(loaded(LIT.source), ()), self.of_all(kept), strict=True))

        assert [task for task, row in several.items() if row is None] == [LIT]
        assert entry(LIT).name not in kept.sound
        assert kept.refused.total() == 1

    def test_where_one_of_them_ends_nothing_was_taken(
        self, verify: Verify, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        verify()
        kept = Kept(Store(Path(".switchproof")))
        monkeypatch.setattr(keeper, "check", lambda *_: os._exit(1))

        assert set(self.of_all(kept)) == {None}
        assert kept.sound == {}
