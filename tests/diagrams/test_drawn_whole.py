"""All that there is to draw is drawn, under a name of its own, or what is not is said, and why."""

import re
from collections.abc import Callable
from enum import Enum
from itertools import pairwise
from pathlib import Path

import pytest

from diagrams import grid, laid, render
from diagrams.draw import parts, pictures
from diagrams.type import _filled, wrapped
from model.language import POINT, Event, Field, Flow, Machine, Party, Transition
from model.language.given import folded
from tests.drawing.seen import read
from tests.switchproof.test_cli import Said, one_line, said

__all__ = ["said"]
Large = Enum("Large", [f"S{n}" for n in range(40)])  # type: ignore[misc]  # as long as it needs
HAND = Party("hand")
MADE = """
from enum import Enum
from switchproof import *
class Tap(Enum):
    OPEN = "open"
    SHUT = "shut"
HAND = Party("hand")
tap, lamp = Field("tap", Tap, Tap.SHUT), Field("lamp", Tap, Tap.SHUT)
TURN = (Transition(Event("turn", POINT, by=HAND), Tap.SHUT, Tap.OPEN),)
LIGHT = (Transition(Event("light", POINT, by=HAND), Tap.SHUT, Tap.OPEN),)
TAP, LAMP = Machine("a tap", POINT, tap, TURN), Machine("lamp", POINT, lamp, LIGHT)
"""


class Tap(Enum):
    OPEN = "A &amp; <b> \\N"
    SHUT = "shut &lt;"


def machine(name: str, states: type[Enum] = Tap) -> Machine:
    """A ring of some states."""
    field = Field(f"state of {name}", states, next(iter(states)))
    turn = Event(f"turn {name} &amp; <b> | \\N", POINT, HAND)
    ring = [*states, next(iter(states))]
    return Machine(name, POINT, field, [Transition(turn, a, b) for a, b in pairwise(ring)])


def flow(*machines: Machine) -> Flow:
    return Flow("their flow", "Their flow &amp; all", machines, [HAND])


@pytest.fixture
def drawn_by(said: Said, tmp_path: Path) -> Callable[[str], tuple[int, str, str, set[str]]]:
    """Return a function that draws a flow file and returns what was said and written."""

    def draw(more: str) -> tuple[int, str, str, set[str]]:
        (tmp_path / "taps.py").write_text(MADE + more, encoding="utf-8")
        asked = ("draw", str(tmp_path / "taps.py"), "--out", str(tmp_path / "out"))
        status, out, err = said(*asked)
        files = tmp_path / "out"
        return status, out, err, {f.name for f in files.iterdir()} if files.exists() else set()

    return draw


Drawn = Callable[[str], tuple[int, str, str, set[str]]]
BOTH = 'FLOW = Flow("taps", "Taps", (TAP, LAMP), (HAND,))'


def test_a_machine_of_many_states_is_split_by_phase_each_with_its_part_of_the_table() -> None:
    drawn = dict(pictures(flow(machine("ring", Large))))

    assert drawn.pop("their-flow-ring.md").count("\n") == 42
    pages = list(drawn.values())
    assert len(pages) > 1
    assert all(map(laid.fits, pages))
    told: list[str] = []
    own: list[str] = []
    for number, page in enumerate(pages, 1):
        seen = read(page)
        assert f"Their flow &amp; all. States of ring, {number} of {len(pages)}" in {
            text.words for text in seen.texts
        }
        told += _first_column(page)
        own += [text.words for text in seen.texts if text.owner.startswith("s_")]
        assert set(_first_column(page)) == set(re.findall(r'data-t="(\d+)"', page))
    assert told == [str(n) for n in range(1, 41)]
    assert sorted(own) == sorted(f"S{n}" for n in range(40))


def _first_column(page: str) -> list[str]:
    """Return the numbers of the table."""
    return [t.words for t in read(page).texts if t.words.isdigit() and t.size == grid.SIZE]


def test_that_a_picture_has_numbers_or_is_split_is_said(drawn_by: Drawn) -> None:
    many = """
Large = Enum("Large", [f"S{n}" for n in range(40)])
big = Field("size", Large, Large.S0)
ON = tuple(
    Transition(Event(f"to {b.name}", POINT, by=HAND), a, b)
    for a, b in zip(list(Large)[:SOME], list(Large)[1:])
)
FLOW = Flow("taps", "Taps", (TAP, Machine("big", POINT, big, ON)), (HAND,))
"""
    for some, how in ((8, "has numbers that its table tells"), (39, "is split by phase")):
        status, _, err, files = drawn_by(many.replace("SOME", str(some)))
        assert status == 0
        assert f"the picture of 'big' {how}" in one_line(err)
        assert "'a tap'" not in err
        assert ("taps-big-part-2.svg" in files) is (some == 39)


@pytest.mark.parametrize(
    "name", ["x" * 300, "a long " * 60 + "name", "<x", "graph", "!!!", "ü" * 190]
)
def test_a_name_of_any_length_and_signs_is_drawn(name: str, tmp_path: Path) -> None:
    drawn = dict(pictures(flow(machine(name))))

    assert [file.rpartition(".")[2] for file in drawn][-1] == "md"
    for file, text in drawn.items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    assert len(list(tmp_path.iterdir())) == len(drawn) >= 2


def test_each_machine_has_files_of_its_own() -> None:
    names = [
        "a b",
        "a-b",
        "A/B",
        "a b 2",
        "events",
        "events part 3",
        "duties",
        "x",
        "x part 2",
        "x!",
    ]
    made = flow(*map(machine, names))
    files = [folded(file) for file, _ in pictures(made)]

    assert len(set(files)) == len(files)
    assert sum(file.endswith(".md") for file in files) == len(names)
    tables = [text for file, text in pictures(made) if file.endswith(".md")]
    assert len(set(tables)) == len(names)


def test_a_machine_called_events_does_not_write_over_the_picture_of_events() -> None:
    shared = Event("turn", POINT, HAND)
    names = ("events", "events part 2", "duties")
    fields = (Field(f"state of {name}", Tap, Tap.OPEN) for name in names)
    rules = [Transition(shared, Tap.OPEN, Tap.SHUT)]
    made = flow(*(Machine(n, POINT, f, rules) for n, f in zip(names, fields, strict=True)))
    files = [file for file, _ in pictures(made)]

    assert "their-flow-events.svg" in files
    assert len(set(files)) == len(files)


def test_a_long_name_cut_short_is_not_another_ones() -> None:
    made = flow(machine("x" * 300 + "1"), machine("x" * 300 + "2"))

    assert len({file for file, _ in pictures(made)}) == len(list(pictures(made)))


def test_signs_are_drawn_and_written_as_they_are() -> None:
    drawn = dict(pictures(flow(machine("m"))))
    shown = " ".join(text.words for text in read(drawn["their-flow-m.svg"]).texts)

    assert "A &amp; <b> \\N" in shown
    assert "Shut &lt;" in shown
    assert "&amp; <b> | \\N" in shown
    table = drawn["their-flow-m.md"]
    assert "A &amp;amp; &lt;b&gt; \\N" in table
    assert "<b>" not in table


@pytest.mark.parametrize("limit", [1, 5, 9, 22, 200])
def test_lines_are_as_few_and_then_as_narrow_as_can_be(limit: int) -> None:
    text = "one two three four five six seven eighteen " * 3 + "unbreakable"
    fewest = len(_filled(text, limit))
    narrowest = next(n for n in range(1, limit + 1) if len(_filled(text, n)) == fewest)

    assert wrapped(text, limit) == _filled(text, narrowest)


@pytest.mark.parametrize("wrong", [ValueError("it is\ntoo deep"), OSError(5, "too deep")])
def test_what_cannot_be_drawn_is_said_and_the_rest_is_drawn(
    wrong: Exception, drawn_by: Drawn, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = render.svg

    def svg(dot: str) -> str:
        if "a tap" in dot:
            raise wrong
        return real(dot)

    monkeypatch.setattr("diagrams.state.svg", svg)
    status, out, err, files = drawn_by(BOTH)

    assert status == 2
    assert "the picture of 'a tap' cannot be drawn (" in one_line(err)
    assert files == {"taps-a-tap.md", "taps-lamp.md", "taps-lamp.svg"}
    assert {Path(line).name for line in out.splitlines()} == files


def test_that_there_is_nothing_to_draw_is_said(drawn_by: Drawn) -> None:
    none = 'FLOW = Flow("taps", "Taps", (Machine("tap", POINT, tap, ()),), (HAND,))'
    status, out, err, files = drawn_by(none)

    assert (status, out, files) == (2, "", set())
    assert "nothing was drawn: no machine has a rule" in one_line(err)


def test_two_flows_that_would_write_one_file_are_refused(said: Said, tmp_path: Path) -> None:
    for name, machine_ in (("a", "b c"), ("a b", "c")):
        path, text = tmp_path / f"{name}.py", MADE.replace('"a tap"', f'"{machine_}"')
        path.write_text(text + f'FLOW = Flow("{name}", "T", (TAP,), (HAND,))', encoding="utf-8")
    asked = ("draw", str(tmp_path / "a.py"), str(tmp_path / "a b.py"))
    status, out, err = said(*asked, "--out", str(tmp_path / "out"))

    assert (status, out, (tmp_path / "out").exists()) == (2, "", False)
    assert "two pictures would be the file a-b-c.svg" in one_line(err)


def test_each_part_of_a_flow_is_told_in_words() -> None:
    assert [what for what, _ in parts(flow(machine("m")))] == [
        "the picture of 'm'",
        "the table of 'm'",
        "the picture of the events that machines share",
        "the picture of who answers for whom",
    ]
