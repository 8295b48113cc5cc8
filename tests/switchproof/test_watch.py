"""`verify --watch`: an edit is told by what it touches, and decided anew while the rest stands."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from switchproof.cli import main
from switchproof.deciding.load import load
from switchproof.verify.touched import files_of, snapshot, touched
from switchproof.verify.watch import stamps

RIGHT = "Transition(DELIVER, Parcel.WITH_CARRIER, Parcel.DELIVERED"
WRONG = RIGHT.replace("DELIVERED", "LOST")
END = "watching; Ctrl-C ends it\n"
FLOW = Path("parcel.py")


@pytest.fixture
def watching(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[str]]:
    """Watch a flow of a parcel in a process."""
    monkeypatch.chdir(tmp_path)
    main(["new", "parcel"])
    command = [sys.executable, "-m", "switchproof", "verify", "parcel.py", "--watch", "--jobs", "1"]
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        yield process
        process.kill()


def a_round(process: subprocess.Popen[str]) -> str:
    """Return what is said until all is decided."""
    assert process.stdout
    lines = [process.stdout.readline()]
    while lines[-1] not in (END, ""):
        lines.append(process.stdout.readline())
    return "".join(lines)


def edit(old: str, new: str) -> None:
    text = FLOW.read_text()
    assert old in text
    half = FLOW.with_suffix(".half")
    half.write_text(text.replace(old, new))
    half.replace(FLOW)


def is_gone(group: int) -> bool:
    for _ in range(600):  # the process that tracks what they share ends a little later
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def test_each_edit_is_told_and_what_it_touches_decided_anew(
    watching: subprocess.Popen[str],
) -> None:
    first = a_round(watching)
    edit(RIGHT, WRONG)
    broken = a_round(watching)
    edit(WRONG, f"({WRONG}")
    unread = a_round(watching)
    edit(f"({WRONG}", RIGHT)
    mended = a_round(watching)
    os.killpg(watching.pid, signal.SIGINT)  # as Ctrl-C does
    out, err = watching.communicate(timeout=600)

    assert "0 verdicts stand, checked again; 9 are decided anew" in first
    assert "9 of 9 as expected" in first
    assert "edited" not in first
    assert broken.startswith("parcel.py, edited:\n  - parcel: deliver, of a point")
    assert "to lost; cites T2\n4 verdicts stand, checked again; 5 are decided anew" in broken
    assert "SURPRISE in parcel, fulfilled-is-delivered: it should hold" in broken
    assert "8 of 9 as expected" in broken
    assert unread == END
    assert "parcel.py:" in err
    assert "never closed" in err
    assert mended.startswith("parcel.py, edited:\n  - parcel: deliver")
    assert "9 of 9 as expected" in mended
    assert (watching.returncode, out) == (130, "")
    assert "Traceback" not in err
    assert err.splitlines()[-1] == "switchproof: interrupted; nothing is left half done"


def test_where_nobody_reads_it_ends_and_leaves_no_process(
    watching: subprocess.Popen[str],
) -> None:
    a_round(watching)
    assert watching.stdout
    assert watching.stderr
    watching.stdout.close()
    status = watching.wait(timeout=60)
    err = watching.stderr.read()

    assert status == 2
    assert "Traceback" not in err
    assert "the output was closed before its end" in err
    assert is_gone(watching.pid)


def test_what_is_touched_is_named_part_by_part() -> None:
    one = load(str(Path(__file__).parents[1] / "flows_for_tests.py"))
    before = snapshot(one)
    (first, *others), (variant, *more) = one.claims, one.variants
    less = replace(one, claims=tuple(others), variants=tuple(more))
    renamed = replace(variant, name="anew")

    assert list(touched(before, before)) == ["nothing that a claim could notice"]
    assert list(touched(before, snapshot(less))) == [
        f"- claim {first.id}",
        f"- variant '{variant.name}'",
    ]
    assert list(touched(snapshot(less), before)) == [
        f"+ claim {first.id}",
        f"+ variant '{variant.name}'",
    ]
    assert "+ variant 'anew'" in list(touched(before, snapshot(replace(one, variants=(renamed,)))))
    swapped = replace(first, body=~first.of(one.flow))
    changed = snapshot(replace(one, claims=(swapped, *others)))
    assert list(touched(before, changed)) == [f"~ claim {first.id}"]


def test_the_files_of_a_flow_are_those_of_its_rules_claims_and_variants() -> None:
    files = {Path(file).name for file in files_of(load("linked"))}

    assert {"flow.py", "variants.py"} & files
    assert all(at != (0, 0) for at in stamps(files_of(load("linked"))).values())


@pytest.mark.parametrize(
    "more", [("--no-cache",), ("--all",), ("--points", "2"), ("--format", "json"), ("--quiet",)]
)
def test_what_does_not_go_with_it_is_refused(
    capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
) -> None:
    assert main(["verify", "linked", "--watch", *more]) == 2
    assert more[0] in capsys.readouterr().err
