"""Runs drawn as sequences: what an arrow means, what is told in words, and that it can be read."""

import random
from collections.abc import Iterator
from enum import Enum
from functools import cache, reduce
from itertools import pairwise, permutations
from operator import and_
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from diagrams import palette
from diagrams.sequence import (
    MOST_LANES,
    MOST_STEPS,
    Acted,
    Lane,
    Noted,
    Passed,
    Row,
    Sequenced,
    filled,
    names_of,
    ordered,
    parts,
    steps_in,
)
from diagrams.sequence_part import pictures
from diagrams.type import width
from model.language import POINT, STAYS, Always, Event, Field, Flow, Machine, Party, Transition
from model.language.meaning import Move, Where, World
from properties.engine.evidence import Run
from properties.engine.verdict import Result, Verdict
from switchproof.cli import main
from switchproof.deciding.decide import decide_checked
from switchproof.deciding.load import load
from switchproof.telling.folding import telling_steps
from switchproof.telling.sequence import sequence_of
from tests.drawing.lint import crossings, faint_texts, hits, overlaps, strange_colours
from tests.drawing.seen import Picture, read

RUNS = [  # a flow, a claim, the variant that breaks it
    ("current", "rejected-changes-nothing", "a rejected file loads"),
    ("current", "out-of-sequence-changes-nothing", "a file out of sequence is accepted"),
    ("current", "breach-is-not-forgotten", "a breach is wiped out"),
    ("current", "each-gap-closes", "a corrected file without what was missed"),
    ("css", "one-open-request", "a return is spared more than the standstill"),
    ("css", "a-request-can-still-become-a-switch", "the gate closes on no request"),
    ("css", "each-message-arrives", "the trigger is securing, with the switch alone"),
    ("carried-over", "switched-where-it-is-in-operation", "requests stay where they are"),
]
SAYS = "Sends the file to whoever has to load it before the day on which it is due has ended"
WHO = ["DSP", "communications", "MPAS or UK Link", "losing supplier", "SEC Panel", "the resolver"]


@cache
def decided(flow: str, claim: str, variant: str) -> Result:
    one = load(flow)
    return decide_checked(one, one.variant(variant), one.claim(claim), 60)


@cache
def sequence(flow: str, claim: str, variant: str) -> Sequenced:
    return sequence_of(decided(flow, claim, variant), claim)


def by_chance(seed: int) -> Sequenced:
    chance = random.Random(seed)
    who = WHO[: chance.randint(1, len(WHO))]
    return Sequenced(
        "A run by chance",
        "in words",
        tuple(Lane(name, chance.random() < 0.5) for name in who),
        tuple(row_by_chance(chance, who, number) for number in range(1, chance.randint(2, 40))),
        "Step 1 breaks it",
        ("Since so it is.", " ".join([SAYS] * 3)),
        decides=1,
        broken=chance.random() < 0.5,
    )


def row_by_chance(chance: random.Random, who: list[str], number: int) -> Row:
    says = " ".join(SAYS.split()[: chance.randint(1, 18)])
    cites = ", ".join(["A2.sequence"] * chance.randint(0, 8))
    breach = chance.choice(["", "", "", "the Networks' duty to send"])
    matters = chance.random() < 0.5
    match chance.randint(0, 5):
        case 0:
            return Noted(says, steps=chance.choice([0, 3]))
        case 1:
            return Passed(number, says, cites, chance.random() < 0.5, matters, breach)
    by, to = chance.choice(who), chance.choice(["", *who])
    named = chance.random() < 0.5
    return Acted(number, by, says, cites, "" if to == by else to, named, matters, breach)


def covered(picture: Picture) -> Iterator[str]:
    """Yield each text on which a disc lies, or that lies on one; a disc's number is no such."""
    dark = [s for s in picture.shapes if s.fill in (palette.INK, palette.VERMILION) and not s.owner]
    for text in picture.texts:
        for shape in dark:
            if text.box.meets(shape.box) and text.fill != palette.WHITE:
                yield text.words


def assert_readable(svg: str) -> None:
    picture = read(svg)
    assert list(overlaps(picture)) == []
    assert list(hits(picture)) == []
    assert list(covered(picture)) == []
    assert (faint_texts(picture), strange_colours(picture)) == ([], set())
    assert min(text.size for text in picture.texts) >= palette.SMALLEST
    assert picture.width == palette.WIDTH


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run[1])
def test_a_run_can_be_read_and_fits_the_page(run: tuple[str, str, str]) -> None:
    for svg in pictures(sequence(*run)):
        assert_readable(svg)
        assert read(svg).height <= palette.HEIGHT


@pytest.mark.parametrize("seed", range(60))
def test_whatever_happens_nothing_lies_on_anything(seed: int) -> None:
    for svg in pictures(by_chance(seed)):
        assert_readable(svg)


def test_the_check_sees_a_text_on_a_disc_and_a_line_through_a_text() -> None:
    (svg,) = pictures(sequence(*RUNS[4]))
    number = svg.index(">Closes the gate")
    line = svg.rindex("<text", 0, number)
    moved = svg[:line] + svg[line:number].replace('x="', 'x="-') + svg[number:]
    bare = "".join(p for p in svg.splitlines(True) if "<rect" not in p)
    discs = svg.replace('r="6"', 'r="60"')

    assert list(overlaps(read(moved)))
    assert list(hits(read(bare)))
    assert list(covered(read(discs)))


@pytest.mark.parametrize("seed", range(30))
def test_arrows_go_the_shortest_way_and_never_cross(seed: int) -> None:
    shown = by_chance(seed)
    arrows = [(row.by, row.to) for row in shown.rows if isinstance(row, Acted) and row.to]

    def length(order: tuple[str, ...]) -> int:
        return sum(abs(order.index(one) - order.index(other)) for one, other in arrows)

    lanes = tuple(lane.name for lane in ordered(shown).lanes)
    assert length(lanes) == min(map(length, permutations(lanes)))
    assert set(lanes) == set(names_of(shown.rows))
    for svg in pictures(shown):
        met = [one + two for one, two in crossings(read(svg)) if "lane" not in one + two]
        assert [pair for pair in met if "step" not in pair] == []


@pytest.mark.parametrize("seed", range(30))
def test_each_step_is_in_one_figure_and_lanes_are_the_same_in_each(seed: int) -> None:
    shown = by_chance(seed)
    cut = list(parts(shown.rows))
    heads = [[t.words for t in read(svg).texts if t.size == 8.2] for svg in pictures(shown)]

    assert [row for part in cut for row in part] == list(shown.rows)
    assert all(0 < steps_in(part) <= MOST_STEPS for part in cut if part is not cut[-1])
    assert heads == [heads[0]] * len(cut)


def test_a_long_run_is_cut_where_a_day_ends() -> None:
    rows: list[Row] = [Acted(n, "DSP", "Loads") for n in range(1, 21)]
    rows[9] = Passed(10, "The day ends", midnight=True)
    late = [*rows[:9], Acted(10, "DSP", "Loads"), *rows[10:]]

    assert [part[0] for part in parts(rows)] == [rows[0], rows[9]]
    assert [part[0] for part in parts(late)] == [rows[0], rows[10]]


def test_a_text_is_filled_into_its_room() -> None:
    lines = filled(SAYS, 100, 8)

    assert " ".join(lines) == SAYS
    assert all(width(line, 8) <= 100 for line in lines)
    assert all(width(f"{line} {after.split()[0]}", 8) > 100 for line, after in pairwise(lines))


def test_an_arrow_leads_to_whom_a_step_names_or_who_acts_next_on_what_it_changed() -> None:
    rows = {row.number: row for row in sequence(*RUNS[0]).rows if isinstance(row, Acted)}
    issued, built, sent = rows[3], rows[7], rows[8]

    assert (issued.by, issued.to, issued.named) == ("SEC Panel", "RDP", True)
    assert (built.by, built.to) == ("RDP", "")
    assert (sent.by, sent.to, sent.named) == ("RDP", "DSP", False)


class Asked(Enum):
    NO = "not asked"
    YES = "asked"
    DONE = "done"


class Seen(Enum):
    NOTHING = "nothing"
    SOMETHING = "something"


ANN, BOB, CAT = Party("Ann"), Party("Bob"), Party("Cat")
ASK = Event("ask", POINT, ANN, told="{by} asks, as Ann does")
LOOK = Event("look", POINT, CAT)
DO = Event("do", POINT, BOB)
asked, seen, kept = (
    Field("asked", Asked, Asked.NO),
    Field("seen", Seen, Seen.NOTHING),
    Field("kept", Seen, Seen.NOTHING),
)
FAVOUR = Flow(
    name="favour",
    title="A favour",
    parties=(ANN, BOB, CAT),
    machines=(
        Machine(
            "favour",
            POINT,
            state=asked,
            transitions=(
                Transition(ASK, Asked.NO, Asked.YES),
                Transition(DO, Asked.YES, Asked.DONE),
            ),
        ),
        Machine(
            "watcher",
            POINT,
            state=seen,
            observer=True,
            transitions=(
                Transition(ASK, Seen, Seen.SOMETHING),
                Transition(LOOK, Seen, STAYS),
            ),
        ),
        Machine(
            "keeper",
            POINT,
            state=kept,
            transitions=(Transition(ASK, Seen, STAYS), Transition(LOOK, Seen, STAYS)),
        ),
    ),
    duties=(),
    sources=(),
)


def test_who_only_looks_on_or_names_itself_is_no_receiver() -> None:
    claim = Always(id="never", sentence="It is never done.", body=~asked.is_(Asked.DONE), cites="")
    first = next(World(FAVOUR, (1,)).initial_states())
    run = Run((1,), first, tuple(Move(event, 0) for event in (ASK, LOOK, DO)), Where(point=0))
    shown = sequence_of(Result(FAVOUR, claim, Verdict.REFUTED, runs=(run,)), "a favour")

    assert [(row.by, row.to) for row in shown.rows if isinstance(row, Acted)] == [
        ("Ann", "Bob"),
        ("Cat", ""),
        ("Bob", ""),
    ]


def test_time_has_no_lane_and_a_day_that_ends_is_a_line() -> None:
    shown = sequence(*RUNS[1])
    passed = {row.number: row for row in shown.rows if isinstance(row, Passed)}

    assert "clock" not in {lane.name for lane in shown.lanes}
    assert [(n, row.midnight) for n, row in passed.items()] == [(13, False), (14, True)]


@pytest.mark.parametrize("run", RUNS, ids=lambda run: run[1])
def test_no_step_is_left_out_and_what_turns_is_drawn(run: tuple[str, str, str]) -> None:
    shown, result = sequence(*run), decided(*run)
    found, sentence = result.run, reduce(and_, result.claim.parts(result.flow))
    assert found is not None
    turning = {one.number for one in telling_steps(result.flow, sentence, found)}
    drawn = [row.number for row in shown.rows if not isinstance(row, Noted)]
    told = sum(row.steps for row in shown.rows if isinstance(row, Noted))

    assert len(drawn) + told == len(found)
    assert drawn == sorted(drawn)
    assert drawn[-1] == len(found)
    assert turning <= set(drawn)
    assert len(names_of(shown.rows)) <= MOST_LANES


def test_a_breach_stands_at_its_step_and_what_is_broken_in_the_box() -> None:
    run = RUNS[2]
    (svg,) = pictures(sequence(*run))
    texts = {text.words: text for text in read(svg).texts}

    assert texts["breach: the Networks' duty to send"].fill == palette.VERMILION
    assert "Step 13 breaks what is claimed:" in texts
    assert decided(*run).claim.sentence in texts
    assert "Breached on the way: the Networks' duty to send, in step 12." in texts
    assert svg.count('r="8.2"') == 2  # the breach and the step that decides, in a ring


def test_the_description_is_the_whole_story() -> None:
    shown = sequence(*RUNS[1])
    (svg,) = pictures(shown)
    about = ET.fromstring(svg).findtext("{http://www.w3.org/2000/svg}desc", "")  # noqa: S314

    assert about.startswith("out-of-sequence-changes-nothing. Steps 1 to 9. The Network Party")
    assert "Step 10. The file is lost on its way" in about
    assert about.endswith(shown.because[-1])


def test_explain_draws_a_run_and_prints_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    flow, claim, variant = RUNS[0]
    asked = ["explain", claim, "--flow", flow, "--variant", variant, "--draw", str(tmp_path)]

    assert main(asked) == 0
    (path,) = capsys.readouterr().out.splitlines()
    assert Path(path).name == "current-rejected-changes-nothing-a-rejected-file-loads-run.svg"
    assert "Step 9 breaks what is claimed:" in Path(path).read_text()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["rejected-changes-nothing"], "ask with --variant 'a rejected file loads' or"),
        (["one-bound-obligor", "--variant", "nobody bound"], "before any step"),
        (["requests-by-whom", "--variant", "an objection by the gaining supplier"], "no run shows"),
    ],
)
def test_where_there_is_no_run_it_says_so_in_a_line(
    asked: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"

    assert main(["explain", *asked, "--flow", "current", "--draw", str(folder)]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert said in printed.err.splitlines()[-1]
    assert not folder.exists()
