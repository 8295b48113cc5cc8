"""What no run of the project wrote is rejected in one line, soon, and with little memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from properties import checker
from properties.checker.folder import BYTES
from properties.engine.packets.manifest import begin, end
from properties.engine.packets.store import Store, canonical, digest, file_name
from switchproof.cli import main
from switchproof.deciding.decide import loaded
from tests.packet_format import Data, rejected
from tests.packing import packed

SAID, CLAIM = "handover", "done-is-done"
HUGE = 10**30


@cache
def _made() -> tuple[Data, Data, Data]:
    mine = loaded(SAID)
    flow, proof = packed(mine.flow, mine.claim(CLAIM))
    return flow, proof, packed(mine.flow, mine.claim("the-change-goes-through"))[1]


def leaves_of(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:  # noqa: ANN401
    """Where each value and each object stands."""
    yield path
    if isinstance(data, dict | list):
        for key in data if isinstance(data, dict) else range(min(len(data), 3)):
            yield from leaves_of(data[key], (*path, key))


def at(data: Any, path: tuple[Any, ...]) -> Any:  # noqa: ANN401
    for key in path:
        data = data[key]
    return data


def put(data: Data, path: tuple[Any, ...], new: Any) -> Data:  # noqa: ANN401
    changed = deepcopy(data)
    at(changed, path[:-1])[path[-1]] = new
    return changed


def is_known(path: tuple[Any, ...]) -> bool:
    """Whether a part is of the claim that is shown; what else is claimed is not read."""
    return path[:1] != ("claims",) or path[:2] == ("claims", CLAIM)


@pytest.mark.parametrize("which", ["proof", "runs", "flow"])
def test_no_object_has_a_part_more_or_less(which: str) -> None:
    flow, proof, runs = _made()
    data, objects = {"proof": proof, "runs": runs, "flow": flow}[which], 0
    for path in leaves_of(data):
        one = at(data, path)
        if not isinstance(one, dict) or not is_known(path):
            continue
        objects += 1
        for changed in ({**one, "more": 1}, dict(list(one.items())[1:])):
            new = put({"at": data}, ("at", *path), changed)["at"]
            given = (new, proof) if which == "flow" else (flow, new)
            if changed != one and (path != ("claims",) or CLAIM not in changed):
                assert rejected(*given), (path, list(changed))
    assert objects > 3


@pytest.mark.parametrize("which", ["proof", "runs", "flow"])
def test_no_value_stands_for_another(which: str) -> None:
    # a truth for a number and the other way round, and what has no size or no end
    flow, proof, runs = _made()
    data, values = {"proof": proof, "runs": runs, "flow": flow}[which], 0
    for path in leaves_of(data):
        one = at(data, path)
        if isinstance(one, dict | list | str) or one is None or not is_known(path):
            continue
        values += 1
        other = int(one) if isinstance(one, bool) else bool(one)
        news: list[Any] = [other, HUGE, -HUGE, -1, [], {}]
        for new in news:
            if new != one or type(new) is not type(one):
                changed = put({"at": data}, ("at", *path), new)["at"]
                given = (changed, proof) if which == "flow" else (flow, changed)
                assert rejected(*given), (path, new)
    assert values > 3


def of_flow(*path: Any) -> Callable[[Data, Data, Any], None]:  # noqa: ANN401
    def change(flow: Data, _: Data, new: Any) -> None:  # noqa: ANN401
        at(flow, path[:-1])[path[-1]] = new

    return change


def of_packet(*path: Any) -> Callable[[Data, Data, Any], None]:  # noqa: ANN401
    def change(_: Data, made: Data, new: Any) -> None:  # noqa: ANN401
        at(made, path[:-1])[path[-1]] = new

    return change


FIELD = ("machines", 0, "fields", 0)
RULE = ("machines", 0, "rules", 0)
LARGE: list[tuple[Callable[[Data, Data, Any], None], Any]] = [
    (of_flow(*FIELD, "sort"), [0, HUGE]),
    (of_flow(*FIELD, "sort"), [0, 3_000_000]),
    (of_flow(*FIELD, "sort"), [str(n) for n in range(20_000)]),
    (of_flow(*FIELD, "sort"), []),
    (of_flow(*FIELD, "sort"), [1, 0]),
    (of_flow(*FIELD, "sort"), ["JOINT", "JOINT"]),
    (of_flow(*FIELD, "starts"), [True]),
    (of_flow(*RULE, "when"), ["plus", 1, 1]),
    (of_flow(*RULE, "when"), ["is", ["read", "licence"], True]),
    (of_flow(*RULE, "when"), ["not", ["all points", True]]),
    (of_flow(*RULE, "when"), ["less", ["plus", 29_999, 29_999], 1]),
    (of_flow(*RULE, "when"), ["happens", "split the licence"]),
    (of_flow(*RULE, "when"), ["and", True, ["exec", "1"]]),
    (of_flow(*RULE, "when"), ["read", "licence", "own", "after"]),
    (of_flow(*RULE, "then"), [["a new licence binds the CRS", "JOINT"]]),
    (of_flow(*RULE, "then"), [["a new licence binds the CRS", True]] * 2),
    (of_flow("events", "nobody has this"), "point"),
    (of_flow("name"), "\ud800"),
    (of_packet("flow"), "\ud800"),
    (of_packet("boxes"), [[["licence", 1, ["JOINT"]]]]),
    (of_packet("boxes"), [[["licence", 0, [True]]]]),
    (of_packet("boxes"), [[["licence", 0, []]]]),
    (of_packet("boxes"), [[["licence", 0, ["JOINT"]]] * 2]),
    (of_packet("boxes"), [[["licence", True, ["JOINT"]]]]),
    (of_packet("boxes"), [[["licence", 0, [HUGE]]]]),
    (of_packet("boxes"), [[["no field", 0, ["JOINT"]]]]),
]


@pytest.mark.parametrize(("change", "new"), LARGE)
def test_what_is_too_large_or_means_nothing(
    change: Callable[[Data, Data, Any], None], new: object
) -> None:
    flow, proof, _ = deepcopy(_made())
    change(flow, proof, new)
    started = time.process_time()

    assert rejected(flow, proof)
    assert time.process_time() - started < 2


# --- Files --------------------------------------------------------------------------------------


def nested(made: bytes) -> bytes:
    return made.replace(b'"verdict"', b'"more":' + b"[" * 90_000 + b"]" * 90_000 + b',"verdict"')


TEXTS: dict[str, Callable[[bytes], bytes]] = {
    "a key twice": lambda made: made.replace(b'"claim"', b'"claim":"other","claim"'),
    "no number": lambda made: made.replace(b'"format":3', b'"format":NaN'),
    "no whole number": lambda made: made.replace(b'"format":3', b'"format":3.0'),
    "no end": lambda made: made.replace(b'"format":3', b'"format":1e999'),
    "many digits": lambda made: made.replace(b'"format":3', b'"format":' + b"9" * 10_000),
    "half a character": lambda made: made.replace(b'"claim":"', b'"claim":"\\ud800'),
    "not UTF-8": lambda made: made.replace(b'"claim":"', b'"claim":"\xff'),
    "nested": nested,
    "too long": lambda made: made + b" " * BYTES,
    "cut off": lambda made: made[:-9],
}


def made_in(folder: Path) -> Path:
    """A folder with one packet, its flow and its manifest; return the packet's path."""
    flow, proof, _ = _made()
    begin(Store(folder))
    (folder / f"{digest(canonical(flow))}.flow").write_bytes(canonical(flow))
    path = folder / file_name(SAID, None, CLAIM)
    path.write_bytes(canonical({**proof, "sha256": digest(canonical(flow))}))
    end(Store(folder), [(SAID, None, CLAIM, "proved")])
    return path


def told(folder: Path) -> list[str]:
    """What the file that was copied out prints, which must end soon."""
    command = [sys.executable, "-I", str(Path(checker.__file__).parent), str(folder)]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, b"")
    return done.stdout.decode().splitlines()


def test_a_folder_that_is_right_is_accepted(tmp_path: Path) -> None:
    made_in(tmp_path)
    assert checker.main([str(tmp_path)]) == 0


@pytest.mark.parametrize("change", TEXTS.values(), ids=TEXTS.keys())
def test_a_text_that_is_none(
    change: Callable[[bytes], bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = made_in(tmp_path)
    before = path.read_bytes()
    path.write_bytes(change(before))
    assert path.read_bytes() != before
    for by_file in (True, False):
        assert (checker.main([str(tmp_path)]) if by_file else main(["check", str(tmp_path)])) == 1
        lines = capsys.readouterr().out.splitlines()
        assert sum(line.startswith("rejected: ") for line in lines) == 1


def as_pipe(path: Path) -> None:
    os.mkfifo(path)


OTHERS: dict[str, Callable[[Path], None]] = {
    "a pipe": as_pipe,
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link that leads nowhere": lambda path: path.symlink_to("nowhere"),
    "a folder": Path.mkdir,
}


@pytest.mark.parametrize("make", OTHERS.values(), ids=OTHERS.keys())
@pytest.mark.parametrize("which", ["packet", "flow", "manifest"])
def test_what_is_no_plain_file(make: Callable[[Path], None], which: str, tmp_path: Path) -> None:
    path = made_in(tmp_path)
    flow, manifest = next(tmp_path.glob("*.flow")), tmp_path / checker.MANIFEST
    changed = {"packet": path, "flow": flow, "manifest": manifest}[which]
    changed.unlink()
    make(changed)

    wrong = [line for line in told(tmp_path) if "no plain file" in line]
    assert len(wrong) == 1
    assert main(["check", str(tmp_path)]) == 1


def test_a_name_with_a_new_line_prints_no_line_of_its_own(tmp_path: Path) -> None:
    made_in(tmp_path)
    (tmp_path / "x\n1 packets accepted, 0 rejected\n\x1b[2J\u202e.json").write_text("{}")

    lines = told(tmp_path)
    assert not any(line.startswith("1 packets accepted, 0") for line in lines)
    assert any(line.startswith("rejected: x\\n1 packets") for line in lines)
    assert not any("\x1b" in line or "\u202e" in line for line in lines)


def test_a_name_that_is_no_text_is_printed(tmp_path: Path) -> None:
    made_in(tmp_path)
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.json")).write_text("{}")

    assert any(line.startswith("rejected: \\udcff") for line in told(tmp_path))


def test_a_packet_alone_is_checked_as_it_was_read(tmp_path: Path) -> None:
    path = made_in(tmp_path)
    path.write_bytes(canonical({**json.loads(path.read_bytes()), "sha256": 7}))

    assert any("it names no flow" in line for line in told(tmp_path))
