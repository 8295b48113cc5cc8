"""A run that breaks a claim, as a story test: it fails while the run breaks it, and no longer."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from model.language.claims import Ahead, Compared, Sometimes
from properties.engine.verdict import Verdict
from switchproof.cli import main
from switchproof.deciding.decide import decide_checked, loaded
from switchproof.explain.as_test import as_test
from switchproof.replay import Where, holds_after
from switchproof.terminal.errors import BadInput

RIGHT = "Transition(DELIVER, Parcel.WITH_CARRIER, Parcel.DELIVERED"
WRONG = RIGHT.replace("DELIVERED", "LOST")
RUN = ["pack@1", "hand over", "deliver@1"]
CLAIM = "fulfilled-is-delivered"
Told = Callable[..., str]


@pytest.fixture
def told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Told:
    """Return what tells a claim on a wrong flow of a parcel as a test."""
    monkeypatch.chdir(tmp_path)
    main(["new", "parcel"])
    Path("parcel.py").write_text(Path("parcel.py").read_text().replace(RIGHT, WRONG))
    capsys.readouterr()

    def tell(claim: str, *more: str) -> str:
        assert main(["explain", claim, "--flow", "parcel.py", "--as-test", *more]) == 0
        return capsys.readouterr().out

    return tell


def run_test(text: str) -> int:
    Path("test_story.py").write_text(text)
    command = [sys.executable, "-m", "pytest", "-q", "test_story.py"]
    return subprocess.run(command, check=False, capture_output=True).returncode


def test_it_is_three_lines_and_fails_until_the_rule_is_right(told: Told) -> None:
    text = told(CLAIM)
    lines = text[text.index("def ") :].splitlines()
    before = run_test(text)
    Path("parcel.py").write_text(Path("parcel.py").read_text().replace(WRONG, RIGHT))

    assert len(lines) == 3
    assert (before, run_test(text)) == (1, 0)


def test_the_walk_that_it_names_is_one(told: Told, capsys: pytest.CaptureFixture[str]) -> None:
    (walk,) = [line for line in told(CLAIM).splitlines() if line.startswith("# switchproof walk")]
    words = walk.removeprefix("# switchproof ").replace("'hand over@1'", "hand_over").split()

    assert main([word.replace("hand_over", "hand over@1") for word in words]) == 0
    assert "3. The carrier delivers the parcel" in capsys.readouterr().out


def test_of_a_variant_it_says_that_it_breaks(told: Told) -> None:
    text = told("handed-over-packed", "--variant", "shipped unpacked")

    assert "assert not holds_after(" in text
    assert run_test(text) == 0


@pytest.mark.parametrize("flow", ["linked", "leadtime", "handover"])
def test_each_run_of_the_flows_that_breaks_a_state_or_a_step_is_told(flow: str) -> None:
    one = loaded(flow)
    left_out = (Ahead, Compared, Sometimes)
    for variant in one.variants[:12]:
        for name in variant.breaks:
            claim = one.claim(name)
            result = decide_checked(one, variant, claim, 60)
            assert result.verdict is Verdict.REFUTED
            if result.run is None or isinstance(claim, left_out):
                with pytest.raises(BadInput):
                    as_test(one, variant, result)
                continue
            names: dict[str, object] = {}
            text = as_test(one, variant, result)
            exec(text, names)  # noqa: S102  # it is ours
            (made,) = [thing for name, thing in names.items() if name.startswith("test_")]
            made()  # type: ignore[operator]
            exec(text.replace("assert not", "assert"), names)  # noqa: S102
            with pytest.raises(AssertionError):
                names[made.__name__]()  # type: ignore[attr-defined,operator]


@pytest.mark.usefixtures("told")
def test_what_is_no_run_any_more_breaks_nothing() -> None:
    assert not holds_after("parcel.py", CLAIM, RUN)
    assert holds_after("parcel.py", CLAIM, RUN[1:])
    assert holds_after("parcel.py", CLAIM, RUN[:2])
    assert not holds_after(
        "parcel.py", CLAIM, [f"{step[:4]}@2" for step in RUN], shape=(2,), where=Where(point=1)
    )
    assert holds_after("parcel.py", CLAIM, [f"{step[:4]}@2" for step in RUN], shape=(2,))


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("claim", "more", "said"),
    [
        ("handed-over-packed", (), "no run breaks 'handed-over-packed' at its end"),
        ("delivered-at-last", ("--variant", "nothing sent again"), "only what is claimed of every"),
        (CLAIM, ("--without", "pack"), "--as-test is of the flow or of a variant"),
    ],
)
def test_where_there_is_nothing_to_test_it_is_said(
    capsys: pytest.CaptureFixture[str], claim: str, more: tuple[str, ...], said: str
) -> None:
    assert main(["explain", claim, "--flow", "parcel.py", "--as-test", *more]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("claim", "run", "first"),
    [("no", RUN, {}), (CLAIM, ["no"], {}), (CLAIM, RUN, {"no": "x"}), (CLAIM, RUN, {"order": "x"})],
)
def test_a_name_that_is_not_there_is_an_error_and_no_verdict(
    claim: str, run: list[str], first: dict[str, str]
) -> None:
    with pytest.raises(BadInput, match="is called"):
        holds_after("parcel.py", claim, run, first=first)
    with pytest.raises(BadInput, match="no variant is called 'no'"):
        holds_after("parcel.py", CLAIM, RUN, variant="no")
    with pytest.raises(BadInput, match="there is no point 2"):
        holds_after("parcel.py", CLAIM, ["pack@2"])
