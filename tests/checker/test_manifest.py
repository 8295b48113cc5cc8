"""What `check` counts: which packets must be there, of which flows, and that none hides another."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from properties import checker
from properties.engine.packets import store
from properties.engine.packets.export import flow_data
from properties.engine.packets.manifest import begin, end
from properties.engine.packets.packet import packet
from properties.engine.packets.store import Store, canonical, digest, file_name
from properties.engine.prove import decide
from switchproof.check.known import looks_like
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from tests.packet_format import Data

FLOW = """
from enum import Enum
from switchproof import POINT, Always, Event, Field, Flow, Machine, Party, Transition, Variant

class Notice(Enum):
    DUE, SENT, HELD = "Due", "Sent", "Held"

sender = Party("sender")
notice, told = Field("notice", Notice, Notice.DUE), Field("the receiver is told", bool, False)
SEND, TAKE = Event("send", POINT, by=sender), Event("take", POINT, by=sender)
rules = (
    Transition(SEND, Notice.DUE, Notice.SENT),
    Transition(TAKE, Notice.SENT, Notice.HELD, then={told: True}),
)
NOTICE = Machine("notice", POINT, state=notice, fields=(told,), transitions=rules)
FLOW = Flow("NAME", "A notice.", (NOTICE,), (sender,))
CLAIMS = (
    Always("told-holds", "Who is told holds it.", told.implies(notice.is_(Notice.HELD))),
    Always("later", "It is told later.", told.implies(told), pending="not yet"),
)
early = FLOW.but(NOTICE.instead(SEND, Transition(SEND, Notice.DUE, Notice.SENT, then={told: True})))
VARIANTS = (Variant("told early", "To send is not to tell.", early, breaks={"told-holds": 1}),)
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a flow file, and the packets on it."""
    place = tmp_path_factory.mktemp("notice")
    (place / "flow.py").write_text(FLOW.replace("NAME", "notice"))
    assert main(["verify", str(place / "flow.py"), "--packets", str(place / "packets")]) == 0
    return place


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy of the packets, which a test may change."""
    for path in (made / "packets").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    return tmp_path


def rows(folder: Path) -> list[Data]:
    found: list[Data] = json.loads((folder / checker.MANIFEST).read_bytes())["rows"]
    return found


def test_the_manifest_names_each_claim_with_its_verdict(folder: Path) -> None:
    listed = {(row["variant"], row["claim"]): (row["verdict"], row["file"]) for row in rows(folder)}

    assert listed == {
        (None, "stays-in-sorts"): ("proved", "notice.stays-in-sorts.json"),
        (None, "no-two-compete"): ("proved", "notice.no-two-compete.json"),
        (None, "told-holds"): ("proved", "notice.told-holds.json"),
        (None, "later"): ("pending", None),
        ("told early", "told-holds"): ("refuted", "notice.told_early.told-holds.json"),
    }


def test_the_manifest_has_the_same_bytes_each_time(made: Path, folder: Path) -> None:
    again = folder / "again"
    flow = str(made / "flow.py")
    assert main(["verify", flow, "--packets", str(again), "--jobs", "2"]) == 0
    assert (again / checker.MANIFEST).read_bytes() == (folder / checker.MANIFEST).read_bytes()


def test_what_was_accepted_is_told(
    made: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert checker.main([str(folder)]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("flow 'notice', sha256 ")
    assert told[0].endswith(": 3 proved")
    assert told[1:] == [
        "  variants of it, 1: 1 refuted",
        "  pending: 'later' of 'notice'",
        "4 packets accepted, 0 rejected",
    ]
    assert main(["check", str(folder)]) == 0
    assert "which the project does not know (sha256 " in capsys.readouterr().out
    assert main(["check", str(folder), str(made / "flow.py")]) == 0
    assert f"flow 'notice', as {made / 'flow.py'} defines it" in capsys.readouterr().out


def packet_gone(folder: Path) -> None:
    (folder / "notice.told-holds.json").unlink()


def packet_more(folder: Path) -> None:
    (folder / "notice.more.json").write_bytes((folder / "notice.told-holds.json").read_bytes())


def packet_else(folder: Path) -> None:
    path = folder / "notice.told-holds.json"
    path.write_bytes(path.read_bytes() + b"\n")


def packet_of_another(folder: Path) -> None:
    right, wrong = folder / "notice.told-holds.json", folder / "notice.no-two-compete.json"
    right.write_bytes(wrong.read_bytes())
    end(
        Store(folder),
        [(row["flow"], row["variant"], row["claim"], row["verdict"]) for row in rows(folder)],
    )


def manifest_gone(folder: Path) -> None:
    (folder / checker.MANIFEST).unlink()


def not_ended(folder: Path) -> None:
    begin(Store(folder))


def not_a_manifest(folder: Path) -> None:
    (folder / checker.MANIFEST).write_bytes(canonical({"ended": True, "rows": [], "more": 1}))


WRONG: list[tuple[Callable[[Path], None], str]] = [
    (packet_gone, "wrong: no packet shows that 'told-holds' of 'notice' is proved"),
    (packet_more, "wrong: notice.more.json: manifest.json does not name it"),
    (packet_else, "wrong: notice.told-holds.json: it is not as manifest.json says"),
    (packet_of_another, "wrong: notice.told-holds.json: manifest.json says something else"),
    (manifest_gone, "wrong: manifest.json: it is not there"),
    (not_ended, "wrong: manifest.json: the run that wrote the packets did not end"),
    (not_a_manifest, "wrong: manifest.json: it cannot be read"),
]


@pytest.mark.parametrize(("change", "wrong"), WRONG)
def test_what_is_not_as_the_manifest_says(
    change: Callable[[Path], None], wrong: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(folder)
    for by_file in (True, False):
        assert (checker.main([str(folder)]) if by_file else main(["check", str(folder)])) == 1
        assert capsys.readouterr().out.startswith(wrong)


def test_a_run_out_of_time_lists_what_is_undecided(made: Path, tmp_path: Path) -> None:
    command = ["verify", str(made / "flow.py"), "--packets", str(tmp_path)]
    assert main([*command, "--timeout", "0.0000001"]) == 3
    told_holds = [row for row in rows(tmp_path) if row["claim"] == "told-holds"]
    assert [row["verdict"] for row in told_holds] == ["undecided", "undecided"]


def test_what_is_undecided_is_not_hidden(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    listed = [(row["flow"], row["variant"], row["claim"], row["verdict"]) for row in rows(folder)]
    undecided = ("notice", None, "told-holds", "undecided")
    (folder / "notice.told-holds.json").unlink()
    end(Store(folder), [undecided if row[:3] == undecided[:3] else row for row in listed])
    for by_file in (True, False):
        assert (checker.main([str(folder)]) if by_file else main(["check", str(folder)])) == 3
        told = capsys.readouterr().out
        assert "  undecided: 'told-holds' of 'notice'\n" in told
        assert "3 packets accepted, 0 rejected" in told or "3 of 3 packets accepted" in told


def test_a_flow_that_is_given_is_compared(
    made: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = made / "other.py"
    other.write_text(FLOW.replace("NAME", "notice").replace("Who is told", "Whoever is told"))
    assert main(["check", str(folder), str(other)]) == 1
    assert "its flow is not as it is defined here" in capsys.readouterr().out
    other.write_text(FLOW.replace("NAME", "another"))
    assert main(["check", str(folder), str(other)]) == 1
    assert "no packet shows anything of 5 of " in capsys.readouterr().out


@pytest.mark.parametrize(
    "name", ["css ", "CSS", "\u0441ss", "\uff43\uff53\uff53", "c-s-s", "c\u200bss"]
)
def test_a_name_that_looks_like_the_projects_is_pointed_out(
    name: str, made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = loaded(str(made / "flow.py"))
    claim = mine.claim("told-holds")
    flow = canonical(flow_data(mine.flow, None, [claim]) | {"name": name})
    one = packet(decide(mine.flow, claim), None) | {"flow": name, "sha256": digest(flow)}
    (tmp_path / f"{digest(flow)}.flow").write_bytes(flow)
    (tmp_path / file_name(name, None, claim.id)).write_bytes(canonical(one))
    end(Store(tmp_path), [(name, None, claim.id, "proved")])

    assert checker.main([str(tmp_path)]) == 0
    assert main(["check", str(tmp_path)]) == 1
    assert "its flow is called nearly as 'css' is" in capsys.readouterr().out


def test_a_name_of_its_own_is_its_own() -> None:
    assert looks_like("notice", {"css": "", "current": ""}) == ""
    assert looks_like("cs", {"css": "", "current": ""}) == ""
    assert looks_like("\u0441urr\u0435nt", {"css": "", "current": ""}) == "current"


def test_a_run_that_cannot_keep_a_packet_lists_none(
    made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise store.Unkept("no room")

    monkeypatch.setattr(store.Store, "keep", full)
    flow = str(made / "flow.py")
    assert main(["verify", flow, "--packets", str(tmp_path), "--jobs", "1"]) == 2
    assert json.loads((tmp_path / checker.MANIFEST).read_bytes()) == {"ended": False, "rows": []}
