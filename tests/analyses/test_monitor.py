"""Monitors of the flows: walks are accepted, what departs is told, and no duty is picked."""

from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.css.flow import FLOW as CSS
from model.done import Done
from model.flows import flow as flow_named
from model.language import POINT
from model.language.expressions import Field
from model.language.interfaces import LoggedInterface
from model.language.sorts import words_of
from model.walk import Walk
from properties.analyses.monitor.compiled import Compiled, monitor_of
from properties.analyses.monitor.monitor import ACCEPTS_MORE, EQUALS, NONE, Letter, Monitor
from properties.analyses.monitor.naming import namings, renamed_in
from properties.css import DOUBTS
from properties.css.interfaces import CSS_TO_DSP
from properties.current.interfaces import DSP_TO_RDP
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.packets.store import Store
from tests.verdicts import FOLDER

FLOWS = ("css", "current", "handover")
LIMIT = 300


@cache
def made(flow: str, number: int = 0) -> Compiled:
    """The monitor of an interface of a flow; what shows it is kept, and checked anew."""
    FOLDER.mkdir(exist_ok=True)
    doubts = DOUBTS if flow == "css" else ()
    interface = interfaces(flow)[number]
    return monitor_of(flow_named(flow), interface, Budget(seconds=LIMIT), doubts, Store(FOLDER))


def interfaces(flow: str) -> tuple[LoggedInterface, ...]:
    found: tuple[LoggedInterface, ...] = import_module(f"properties.{flow}.interfaces").INTERFACES
    return found


def monitor(flow: str = "css", number: int = 0) -> Monitor:
    return made(flow, number).monitor


def letter(said: Monitor, event: str, member: str | None = None, **facts: bool) -> int:
    """The letter of an event; all facts that are not named hold."""
    (found,) = (
        n
        for n, one in enumerate(said.letters)
        if (one.event, one.member) == (event, member)
        and all(value is facts.get(name.replace(" ", "_"), True) for name, value in one.facts)
    )
    return found


def told(said: Monitor, *events: str | tuple[str, str]) -> list[int]:
    pairs = (one if isinstance(one, tuple) else (one, None) for one in events)
    return [letter(said, event, member) for event, member in pairs]


def state(said: Monitor, *events: str | tuple[str, str]) -> int:
    at = said.first
    for one in told(said, *events):
        at = said.table[at][one]
        assert at != NONE
    return at


SWITCHED = ("midnight of the start date", "supplier B")


def seen(walk: Walk, interface: LoggedInterface, done: Done, point: int) -> Letter | None:
    """What a point shows of a step, from the definition of the interface alone."""
    event, world = done.move.event, walk.world
    events = {e: n for n, some in interface.visible.items() for o in some for e in each(o)}
    if event not in events or done.move.home != world.owner(event.scope, POINT, point):
        return None
    facts = tuple(
        (fact.words, bool(world.compute(fact, done.before, POINT, point)))
        for fact in interface.facts
        if not isinstance(fact, Field)
    )
    member = None if event.member is None else words_of(event.member)
    return Letter(events[event], str(done.actor), member, facts, event.scope.name.lower())


def each(event: object) -> tuple[object, ...]:
    return event.values() if event.of else (event,)  # type: ignore[attr-defined]


def numbered(said: Monitor, one: Letter) -> int:
    (found,) = (
        n
        for n, other in enumerate(said.letters)
        if (one.event, one.actor, one.member) == (other.event, other.actor, other.member)
        and set(other.facts) <= set(one.facts)
    )
    return found


@pytest.mark.parametrize("flow", FLOWS)
@settings(max_examples=6, deadline=None)
@given(seed=st.integers(0, 2**32), points=st.integers(1, 3), providers=st.integers(1, 2))
def test_what_a_point_shows_of_a_walk_is_accepted(
    flow: str, seed: int, points: int, providers: int
) -> None:
    walk = Walk(flow_named(flow), points, providers)
    steps = walk.stroll(40, seed)
    for number, interface in enumerate(interfaces(flow)):
        said = monitor(flow, number)
        for point in range(points):
            shown = (seen(walk, interface, done, point) for done in steps)
            word = [numbered(said, one) for one in shown if one is not None]
            assert said.accepts(word)
            assert all(said.accepts(word[n:], began_before=True) for n in range(len(word)))


def test_it_is_read_as_it_is_written() -> None:
    said = monitor()
    read = Monitor.from_json(said.to_json())
    assert read == said
    assert read.digest == said.digest
    for text in ("{}", "[]", '{"letters": 3}', said.to_json().replace('"first"', '"last"')):
        with pytest.raises(ValueError, match="this is no monitor"):
            Monitor.from_json(text)


@pytest.mark.parametrize("flow", FLOWS)
def test_each_refusal_names_a_guard_and_what_is_accepted_has_none(flow: str) -> None:
    said = monitor(flow)
    for n, row in enumerate(said.table):
        for one, to in enumerate(row):
            why = said.refusal(n, one)
            assert (why is None) == (to != NONE)
            assert why is None or why.guards, (n, said.letters[one])


def test_what_is_sent_twice_or_out_of_order_departs_and_says_why() -> None:
    said = monitor()
    after = state(said, SWITCHED, "send the message")
    why = said.refusal(after, letter(said, "send the message"))
    assert why is not None
    assert "message about the point is sent, lost or given up" in why.guards[0]
    early = said.refusal(after, letter(said, "load the message"))
    assert early is not None
    assert {one.duty for one in early.duties} >= {"the DCC's duty to load"}


def test_what_an_unfit_sender_sends_may_not_be_accepted() -> None:
    said = monitor()
    accept = letter(said, "accept and acknowledge the message", the_sender_is_admitted=False)
    why = said.refusal(state(said, SWITCHED, "send the message"), accept)
    assert why is not None
    assert "it is asked that the sender is admitted (2.2-c 5-G A-suspension)" in why.guards
    assert not any("the gateway passes" in guard for guard in why.guards)
    refuse = letter(said, "refuse the message", the_sender_is_admitted=False)
    assert said.refusal(state(said, SWITCHED, "send the message"), refuse) is None


def test_all_duties_in_question_are_listed_in_each_reading_and_none_is_picked() -> None:
    said = monitor()
    why = said.refusal(said.first, letter(said, "send the message"))
    assert why is not None
    parties = [(one.duty, one.party, one.performer) for one in why.duties]
    assert ("the CRS's duty to send", "CRS", "CSS") in parties
    assert ("the CRS's duty to send", "CSS", "CSS") in parties
    assert any("(named-bodies)" in one.reading for one in why.duties)


def test_what_is_owed_is_told_and_whether_that_is_certain() -> None:
    said = monitor()
    owed = {one.duty: one for one in said.waits[state(said, SWITCHED)] if one.party == "CRS"}
    assert owed["the CRS's duty to send"].deadline == "the time for sending passes"
    assert owed["the CRS's duty to send"].certain
    sent = {one.duty: one.certain for one in said.waits[state(said, SWITCHED, "send the message")]}
    assert not sent["the DCC's duty to answer what is sent"]  # it may be lost
    done = (SWITCHED, "send the message", "accept and acknowledge the message", "load the message")
    assert said.waits[state(said, *done)] == ()


def test_a_letter_that_happens_and_is_a_breach_names_the_duty() -> None:
    said = monitor("handover")
    late, fine = (
        letter(said, "send the file", the_RDPs_have_the_right_to_send=may) for may in (False, True)
    )
    assert [one.party for one in said.breaches[late]] == ["Network Party"]
    assert said.breaches[fine] == ()


def test_suppliers_are_named_as_they_appear_where_that_makes_no_difference() -> None:
    said = monitor()
    assert said.namings == (("supplier B", "supplier A"),)  # the first to appear is not A
    assert said.namings_begun == (("supplier A", "supplier B"),)
    order = said.namings[0]
    assert list(renamed_in(("x", "y", "x"), order)) == ["supplier B", "supplier A", "supplier B"]
    with pytest.raises(KeyError, match="z"):
        list(renamed_in(("x", "y", "z"), order))


def test_all_namings_stay_where_they_make_a_difference() -> None:
    letters = (Letter("e", "p", "A"), Letter("e", "p", "B"), Letter("f", "p"))
    alike = ((1, 2, 0), (NONE, 2, NONE), (1, NONE, NONE))
    apart = ((1, 2, 0), (NONE, 2, NONE), (1, 2, NONE))
    only_b = ((NONE, 0, 0),)
    assert namings(letters, alike, 0) == (("A", "B"),)
    assert namings(letters, apart, 0) == (("A", "B"), ("B", "A"))
    assert namings(letters, only_b, 0) == (("B", "A"),)
    assert namings(letters[2:], ((0,),), 0) == ((),)


def test_where_it_does_not_close_there_is_no_monitor() -> None:
    with pytest.raises(Undecided, match="limit of 50 views"):
        monitor_of(CSS, CSS_TO_DSP, Budget(views=50))


def test_what_it_does_not_see_is_said() -> None:
    said = monitor()
    assert sum("dated facts" in one for one in said.dropped) == 3
    assert "lose the message" in said.dropped[-1]


def test_a_kept_monitor_is_checked_anew(tmp_path: Path) -> None:
    store = Store(tmp_path)
    first = monitor_of(CSS, DSP_TO_RDP, Budget(seconds=LIMIT), (), store)
    (entry,) = store.folder.glob("*.monitor")
    entry.write_bytes(entry.read_bytes().replace(b'"begun":', b'"begun": 1', 1))
    assert monitor_of(CSS, DSP_TO_RDP, Budget(seconds=LIMIT), (), store).monitor == first.monitor


def test_a_monitor_says_whether_one_point_can_show_all_that_it_accepts() -> None:
    assert [monitor("css", n).all_numbers for n in (0, 1)] == [EQUALS, EQUALS]
    assert monitor("handover").all_numbers == ACCEPTS_MORE
    assert made("handover").more.startswith("it accepts more: a switch goes live (supplier B)")
    assert made("css").more == ""


def test_its_size_is_as_it_is_printed() -> None:
    size = {f: (len(monitor(f).table), len(monitor(f).letters)) for f in FLOWS}
    assert size == {"css": (38, 43), "current": (15, 55), "handover": (175, 60)}
