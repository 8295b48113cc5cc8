import os
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import unescape

import pytest

from diagrams import events, kept, palette
from diagrams.chain import chain, deliveries
from diagrams.draw import left_out, pictures, pictures_of_change, shortened
from diagrams.label import Told, joined
from diagrams.plan import Arrangement, BoxKind
from diagrams.planner import plan
from diagrams.ports import LAYOUTS
from diagrams.render import HTML_LABEL, svg
from diagrams.rules import families, rows
from diagrams.state import about, picture, unseen
from diagrams.table import grid, table
from diagrams.type import held, width, wrapped
from model.flows import FLOWS, flow
from model.language import POINT, Event, Field, Flow, Machine, Named, Transition
from model.language.conditions import choose
from model.language.operators import OPERATORS
from model.language.words import WORDS, words
from switchproof.draw.run import draw
from switchproof.terminal.errors import BadInput
from tests.drawing.lint import crossings, faint_texts, hits, overlaps, strange_colours
from tests.drawing.seen import Picture, read
from tests.flow_to_draw import CARRIER, THEIRS, Parcel, late, parcel
from tests.strategies import random_flow

CROSSINGS: dict[str, int] = {  # every other picture has none
}
# With their table too large for one page, or too many rules to read: drawn with numbers.
WITH_NUMBERS = {
    *("css-RDP entry", "css-hub pair", "css-message", "css-notice", "css-retail data service"),
    *("current-RDP entry", "current-file", "frozen-request", "handover-CSS entry"),
}


@cache
def named(name: str) -> Flow:
    return THEIRS if name == THEIRS.name else flow(name)


@cache
def drawn(name: str) -> dict[str, str]:
    return dict(pictures(named(name)))


@cache
def changed() -> dict[str, str]:
    return dict(pictures_of_change(named("current"), named("css")))


SVG = "{http://www.w3.org/2000/svg}"
EVERY = (*FLOWS, THEIRS.name)
each_flow = pytest.mark.parametrize("name", EVERY)


@pytest.fixture(params=[*EVERY, "change"], scope="module")
def svgs(request: pytest.FixtureRequest) -> dict[str, str]:
    found = changed() if request.param == "change" else drawn(request.param)
    return {name: text for name, text in found.items() if name.endswith(".svg")}


looked_at = cache(read)


def seen(svgs: dict[str, str]) -> Iterator[tuple[str, Picture]]:
    return ((name, looked_at(text)) for name, text in svgs.items())


def test_every_picture_fits_on_the_page_as_it_is(svgs: dict[str, str]) -> None:
    large = {
        n: (p.width, p.height)
        for n, p in seen(svgs)
        if p.width > palette.WIDTH or p.height > palette.HEIGHT
    }
    assert not large


def test_no_type_is_too_small_to_read(svgs: dict[str, str]) -> None:
    assert not {n for n, p in seen(svgs) if any(t.size < palette.SMALLEST for t in p.texts)}


def test_no_text_lies_on_another(svgs: dict[str, str]) -> None:
    assert {n: found for n, p in seen(svgs) if (found := list(overlaps(p)))} == {}


def test_no_line_runs_through_a_text_or_a_box(svgs: dict[str, str]) -> None:
    assert {n: found for n, p in seen(svgs) if (found := list(hits(p)))} == {}


def test_lines_cross_only_where_that_was_accepted(svgs: dict[str, str]) -> None:
    counted = {n: len(list(crossings(p))) for n, p in seen(svgs)}
    wrong = {n: count for n, count in counted.items() if count != CROSSINGS.get(n, 0)}
    assert wrong == {}, "try `python -m tests.drawing.seek FLOW MACHINE`, or pin the number here"


def test_colours_are_of_the_palette_and_stand_out(svgs: dict[str, str]) -> None:
    for name, shown in seen(svgs):
        assert not strange_colours(shown), name
        assert not faint_texts(shown), name


def test_every_picture_has_a_title_and_says_what_it_shows(svgs: dict[str, str]) -> None:
    for text in svgs.values():
        root = ET.fromstring(text)  # noqa: S314  # our own
        title, desc = (
            root.findtext(f"{{http://www.w3.org/2000/svg}}{tag}") for tag in ("title", "desc")
        )
        assert root.get("role") == "img"
        assert title
        assert desc
        assert len(desc) > len(title) / 2


def test_every_picture_shows_its_title(svgs: dict[str, str]) -> None:
    for text, (_, shown) in zip(svgs.values(), seen(svgs), strict=True):
        title = re.sub(r"\s+", " ", re.findall(r"<title[^>]*>([^<]*)", text)[0])
        lines = [t for t in shown.texts if t.size == 9.5 and t.box.left < 3]
        lines.sort(key=lambda line: line.box.top)
        assert " ".join(line.words for line in lines) == unescape(title)


def test_a_label_never_cuts_its_line(svgs: dict[str, str]) -> None:
    for name, text in svgs.items():
        root = ET.fromstring(text)  # noqa: S314  # our own
        for group in root.iter(f"{SVG}g"):
            if group.get("class") == "node lab":
                assert _is_whole(root, group), (name, group.findtext(f"{SVG}title"))


def _is_whole(root: ET.Element, label: ET.Element) -> bool:
    """Tell whether a line goes on through a label from where others end to where they begin."""
    own = label.findtext(f"{SVG}title")
    meeting = {
        point
        for edge in root.iter(f"{SVG}g")
        if edge.get("class") == "edge"
        for ends in [edge.findtext(f"{SVG}title", "").split("->")]
        if own in ends
        for points in [_points(edge.find(f"{SVG}path"), "d")]
        for point in [points[0] if ends[0] == own else points[-1]]
    }
    through = _points(label.find(f".//{SVG}polyline"), "points")
    return bool(meeting) and {through[0], through[-1]} >= meeting


def _points(shape: ET.Element | None, key: str) -> list[tuple[float, float]]:
    assert shape is not None
    numbers = [float(n) for n in re.findall(r"-?[\d.]+", shape.attrib[key])]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def test_the_start_stands_before_all_states_or_above_them(svgs: dict[str, str]) -> None:
    for name, shown in seen(svgs):
        starts = [s.box for s in shown.shapes if s.owner == "start"]
        states = [s.box for s in shown.shapes if s.owner.startswith("s_")]
        for start in starts:
            above = all(start.top <= box.top for box in states)
            before = all(start.left <= box.left for box in states)
            assert above or before or name == "css-copy.svg", (
                name
            )  # its usual path begins elsewhere


def test_no_two_pictures_have_the_same_title(svgs: dict[str, str]) -> None:
    titles = [re.findall(r"<title[^>]*>([^<]*)", text)[0] for text in svgs.values()]
    assert len(set(titles)) == len(titles)


@each_flow
def test_only_what_is_an_end_is_drawn_as_one(name: str) -> None:
    for machine in families(named(name)).values():
        for box in plan(named(name), machine, rows(named(name), machine), Arrangement()).boxes:
            leaving = [
                rule
                for rule in machine.transitions
                if rule.target is not None and {*box.states} & {*rule.source} - {rule.target}
            ]
            if box.kind in (BoxKind.END, BoxKind.GOAL):
                assert not leaving, box.label
            if box.kind is BoxKind.GOAL:
                assert box.states[0] is machine.happy[-1]


def test_a_state_that_no_rule_touches_is_not_in_the_picture() -> None:
    assert "Nobody" not in drawn("handover")["handover-registration.svg"]
    assert "Not yet in force" not in drawn("handover")["handover-standing-of-the-Networks.svg"]


def test_a_legend_says_only_what_is_in_the_table() -> None:
    assert "follows" not in drawn("linked")["linked-events.svg"]
    assert "follows" in drawn("current")["current-events.svg"]


def test_a_description_says_of_what_there_is_one() -> None:
    said = {
        machine: about(named(flow_name), families(named(flow_name))[machine]).split(".")[0]
        for flow_name, machine in (("drafting", "committee"), ("linked", "leg"), ("css", "licence"))
    }
    assert said["committee"].endswith("one for each committee")
    assert said["leg"].endswith("one for each metering point and fuel")
    assert said["licence"].endswith("one for the whole industry")


@each_flow
def test_the_same_definition_gives_the_same_bytes(name: str) -> None:
    assert dict(pictures(named(name))) == drawn(name)


@each_flow
def test_a_table_has_a_row_for_each_rule(name: str) -> None:
    for machine in families(named(name)).values():
        lines = table(named(name), machine).splitlines()
        assert len(lines) == len(machine.transitions) + 2
        assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {9}


@each_flow
def test_every_number_of_a_picture_is_in_the_table_under_it_and_each_rule_has_one(
    name: str,
) -> None:
    for machine in families(named(name)).values():
        every = set(range(1, len(machine.transitions) + 1))
        told = [int(n) for row in grid(named(name), machine).rows for n in row[0].split(", ")]
        assert sorted(told) == sorted(every)
        if made := picture(named(name), machine):
            said = " ".join(re.findall(r'data-t="([\d ]+)"', made.pages[0])).split()
            shown = {int(n) for n in said}
            assert shown <= every
            assert all(
                not rule.moves and not rule.then
                for number, rule in enumerate(machine.transitions, 1)
                if number not in shown
            )


@each_flow
def test_machines_are_drawn_with_labels_but_for_a_few(name: str) -> None:
    flow_ = named(name)
    found = {
        f"{name}-{m}"
        for m, machine in families(flow_).items()
        if (made := picture(flow_, machine)) and not made.is_full
    }
    assert found == {one for one in WITH_NUMBERS if one.startswith(f"{name}-")}
    said = {file for file, text in drawn(name).items() if shortened(text)}
    assert said == {f"{one.replace(' ', '-')}.svg" for one in found}


@each_flow
def test_what_has_no_picture_is_said_with_its_reason(name: str) -> None:
    said = " ".join(left_out(named(name)))
    for machine_name, machine in families(named(name)).items():
        has_none = picture(named(name), machine) is None
        assert (f"'{machine_name}'" in said) == has_none == bool(unseen(named(name), machine))


def test_a_machine_with_one_state_has_a_table_and_no_picture() -> None:
    files = {n for n in drawn("handover") if n.startswith("handover-sources-accepted")}
    assert files == {"handover-sources-accepted.md"}


def test_a_legend_names_the_signs_that_a_picture_has_and_no_other() -> None:
    for name, sign in (("css-CSS-gateway", False), ("handover-change", True)):
        text = drawn(name.partition("-")[0])[f"{name}.svg"]
        assert ("no rule leads on" in {t.words for t in read(text).texts}) is sign


def test_rules_that_stand_in_the_table_alone_are_named_in_the_picture() -> None:
    note = "in the table alone, since they change nothing: 6, 11, 13, 14, 15"
    assert note in {text.words for text in read(drawn("css")["css-gain.svg"]).texts}


def test_what_a_party_owes_under_another_instrument_hangs_on_that_one() -> None:
    made = read(drawn("css")["css-duties.svg"])
    ends = {edge.ends for edge in made.edges}
    assert {("SEC", "Network Party"), ("licence and REC", "Network Party")} <= ends
    assert "?" not in {text.words for text in made.texts}


def test_that_no_tie_is_drawn_to_somebody_is_said() -> None:
    shown = " ".join(text.words for text in read(drawn("handover")["handover-duties.svg"]).texts)
    assert "No duty here ties anybody to it" in shown
    assert "No duty here" not in drawn("css")["css-duties.svg"]


def test_each_page_of_a_table_has_the_same_columns_and_says_which_it_is() -> None:
    strikes = [Event(f"strike {n}", POINT, CARRIER) for n in range(60)]
    fields = [Field(f"hand {n}", Parcel, Parcel.SENT) for n in range(12)]
    hands = [
        Machine(f, POINT, field, [Transition(s, Parcel.SENT, Parcel.LOST) for s in strikes[n:]])
        for n, field in enumerate(fields)
        for f in [field.name]
    ]
    pages = [read(text) for text in events.pictures(Flow("f", "F", hands, (CARRIER,)))]
    heads = [{t.words for t in page.texts if t.words.startswith("Hand")} for page in pages]

    assert len(pages) > 1
    assert heads == [{f"Hand {n}" for n in range(12)}] * len(pages)
    for number, page in enumerate(pages, 1):
        assert f"F. Events that machines share, {number} of {len(pages)}" in {
            text.words for text in page.texts
        }


@each_flow
def test_dot_has_no_html_label(name: str) -> None:
    assert HTML_LABEL not in kept.dot_of(named(name))


def test_an_html_label_is_refused() -> None:
    with pytest.raises(ValueError, match="HTML label"):
        svg("digraph { a [label=<b>] }")


def test_a_bad_dot_text_is_refused() -> None:
    with pytest.raises(ValueError, match="refuses"):
        svg("digraph { a -> ")


def test_what_is_kept_is_current() -> None:
    stale = [
        path.name
        for path, text in kept.kept()
        if not path.exists() or path.read_text(encoding="utf-8") != text
    ]
    assert not stale, "run `python -m diagrams.kept` and look at what changed"


def test_kept_layouts_are_of_machines_that_exist() -> None:
    known = {(name, machine) for name in FLOWS for machine in families(flow(name))}
    assert set(LAYOUTS) <= known


def test_each_operator_has_its_words() -> None:
    assert WORDS.keys() == OPERATORS.keys()


def test_words_are_plain_english() -> None:
    sent = parcel.in_(Parcel.SENT, Parcel.LOST)
    assert words(parcel.is_not(Parcel.LOST)) == "parcel is not lost"
    assert words(~late & ~(late | sent)) == (
        'not late and not (late or parcel is sent & "signed for" or lost)'
    )
    assert words(~sent) == 'parcel is neither sent & "signed for" nor lost'
    assert words(~Named("in the window", late)) == "not (in the window)"


def test_a_family_is_shown_as_one_member() -> None:
    machine = families(THEIRS)["grip"]
    own, rival = rows(THEIRS, machine)
    assert (own.event, own.guard) == ("Grab", "grip of the rival side is open")
    assert rival.event == "Grab (rival side)"


def test_state_names_are_printed_as_they_are() -> None:
    text = drawn(THEIRS.name)["their-own-flow-post.svg"]
    shown = {t.words for t in read(text).texts}
    assert "<nowhere>" in shown
    assert {"Sent &", '"signed for"'} <= shown


@pytest.mark.parametrize("seed", range(12))
def test_a_flow_that_nobody_looked_at_is_drawn_without_overlaps(seed: int) -> None:
    for name, text in pictures(random_flow(seed)):
        if name.endswith(".svg"):
            shown = read(text)
            assert shown.width <= palette.WIDTH
            assert shown.height <= palette.HEIGHT
            assert not list(overlaps(shown)), name
            assert not list(hits(shown)), name


def test_only_events_of_two_machines_are_shared_and_followers_are_told_apart() -> None:
    (row,) = events.shared(THEIRS)
    assert row.event == "Everyone goes on strike for a very long time"
    assert row.takes == {"post": False, "depot": False}
    midnight = {row.event: row.takes for row in events.shared(named("current"))}
    assert set(midnight["Midnight of the start date"].values()) == {True}


def test_a_duty_that_can_never_be_in_force_is_not_drawn() -> None:
    shown = chain(named("css"))
    assert ("CRS", "sending registration data") in {(o.obligor, o.matter) for o in shown.owed}
    assert ("Network Party", "sending registration data") not in {
        (o.obligor, o.matter) for o in shown.owed
    }
    assert "flying" not in {o.matter for o in chain(THEIRS).owed}


def test_an_agent_is_nobody_that_the_instrument_binds() -> None:
    shown = chain(named("css"))
    answered = {"RDP": "Network Party", "CSS": "CRS", "DSP": "DCC", "the resolver": "DCC"}
    answered["provider of data"] = "Network Party"
    assert shown.principals == answered
    assert shown.bound == dict.fromkeys(("Network Party", "CRS", "DCC"), "SEC")


def test_what_somebody_unnamed_does_is_drawn_from_who_sees_to_it_and_says_through_whom() -> None:
    through = {o.through: o for o in deliveries(named("css")).owed}
    given = through["provider of data"]

    assert set(through) == {"", "provider of data"}
    assert (given.obligor, given.performer) == ("Network Party", "Network Party")
    assert "giving metering point data, through provider of data" in drawn("css")["css-duties.svg"]


def test_bold_text_is_wider_and_wraps_are_balanced() -> None:
    assert width("Objection", 9, bold=True) > width("Objection", 9)
    assert wrapped("one two three four five six", 14) == ["one two three", "four five six"]
    assert wrapped("unbreakable", 5) == ["unbreakable"]


def test_files_are_written_whole_and_nothing_else(tmp_path: Path) -> None:
    files = draw(pictures(THEIRS), tmp_path / "new")
    assert {f.name for f in files} == set(drawn(THEIRS.name))
    assert {f.name for f in (tmp_path / "new").iterdir()} == {f.name for f in files}
    assert all(f.read_bytes() == drawn(THEIRS.name)[f.name].encode() for f in files)
    assert [f.name for f in draw(changed().items(), tmp_path)] == list(changed())


def test_a_folder_that_cannot_be_made_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BadInput, match="file"):
        draw(pictures(THEIRS), tmp_path / "file" / "under")


def test_a_full_disk_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("switchproof.terminal.writing.Path.replace", full)
    with pytest.raises(BadInput, match="space"):
        draw(pictures(THEIRS), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_table_that_has_no_room_under_a_narrow_picture_stands_beside_it() -> None:
    drawn_, seen_ = drawn("css"), read(drawn("css")["css-RDP-entry.svg"])
    assert "css-RDP-entry-part-2.svg" not in drawn_
    (head,) = (text for text in seen_.texts if text.words.startswith("Event, by whom"))
    boxes = [text.box for text in seen_.texts if text.owner.startswith("s_")]
    assert head.box.left > max(box.right for box in boxes)
    assert head.box.top < min(box.bottom for box in boxes)


@pytest.mark.parametrize("name", FLOWS)
def test_no_table_says_that_something_becomes_yes_or_no(name: str) -> None:
    tables = [text for file, text in drawn(name).items() if file.endswith(".md")]
    assert not [words for text in tables for words in re.findall(r"\w+ becomes (?:yes|no)\b", text)]


def test_what_a_member_of_a_family_comes_to_be_is_told_in_its_sentence() -> None:
    assert "this supplier's request is Withdrawn" in drawn("css")["css-gain.md"]
    told = "a file is due if, and only if, the Networks' duty is in force"
    assert told in drawn("handover")["handover-file.md"]


def test_rules_that_were_told_before_share_one_plate() -> None:
    said, one, two = Told("3", [("17:00", "bold")]), Told("6", []), Told("7", [])
    assert joined([(one,), (said, two)]) == (said, Told("6, 7", []))
    assert joined([(one, two)]) == (Told("6, 7", []),)
    assert joined([(said,)]) == (said,)


def test_one_choice_after_another_needs_no_parentheses() -> None:
    yes = Field("it rains", bool, initial=False)
    chain = choose(yes, 1, choose(~yes, 2, 3))
    assert words(chain) == "1 where it rains, otherwise 2 where not it rains, otherwise 3"
    assert words(choose(choose(yes, yes, ~yes), 1, 2)).startswith("1 where (it rains where")


def test_every_text_is_held_to_the_width_that_it_was_given_room_for(svgs: dict[str, str]) -> None:
    for name, text in svgs.items():
        for one in ET.fromstring(text).iter(f"{SVG}text"):  # noqa: S314
            said, bold = "".join(one.itertext()), one.get("font-weight") == "bold"
            wide = width(said, float(one.attrib["font-size"]), bold)
            assert float(one.get("textLength", 0)) == pytest.approx(wide, abs=0.01), (name, said)


def test_a_text_with_a_sign_of_unknown_width_is_not_stretched_to_it() -> None:
    assert held("a \N{GREEK SMALL LETTER ALPHA}", 8) == held(" ", 8) == {}
    assert held("ab", 10)["textLength"] == "11.12"


def test_rules_told_before_that_lead_the_same_way_are_one_line() -> None:
    seen_ = read(drawn("linked")["linked-leg.svg"])
    plates = {text.words for text in seen_.texts}
    assert "3, 4, 5" in plates
    assert {"2", "3", "4", "5"} <= plates  # where they are told, each has its own
    assert len([e for e in seen_.edges if e.ends[0] == "s_CONFIRMED"]) == 2
