"""Flows composed: an ordinary flow comes of it, and nothing is common that is not listed."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from diagrams.draw import pictures
from model.css.flow import FLOW as CSS
from model.current.flow import FLOW as CURRENT
from model.current.registration import LIVE, MIDNIGHT, registration
from model.current.store import RDPS_ACCEPTED
from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    TRUE,
    Duty,
    Event,
    Fact,
    Field,
    Flow,
    IllFormed,
    Machine,
    Party,
    Renaming,
    Sometimes,
    Step,
    Transition,
    compose,
    during,
    happens,
    union,
)
from model.language.claims import Claim
from model.language.expressions import conjuncts, reads
from model.refused import Refused
from model.walk import Walk
from properties import checker
from properties.engine.budget import Budget
from properties.engine.explicit.search import search
from properties.engine.packets.export import flow_data
from properties.engine.packets.packet import packet
from properties.engine.prove import decide
from properties.engine.verdict import Result, Verdict
from switchproof.cli import main
from tests import two_registries as two
from tests.packing import as_read
from tests.small_flows import KINDS, Drawing, random_claim
from tests.two_registries import (
    AT_OLD,
    CHANGE,
    CLAIMS,
    FLOW,
    LOSE,
    NEW,
    OLD,
    STORE,
    Copy,
    Request,
    Store,
)

FILE = Path(two.__file__)
RENAMED = OLD.renamed(AT_OLD)


def verdict(flow: Flow, claim: Claim) -> Verdict | None:
    return decide(flow, claim).verdict


def test_a_composed_flow_is_executed() -> None:
    walk = Walk(FLOW)
    walk.take("ask the old registry")
    walk.take("midnight at the old registry")
    assert walk.read(two.copy) is Copy.OLD
    with pytest.raises(Refused, match="the change is in effect"):
        walk.take("ask")
    walk.take("the change takes effect")
    walk.take("load a message")
    assert walk.read(two.copy) is Copy.NEW
    walk.take("lose the copies")
    assert walk.read(two.copy) is Copy.LOST


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_composed_flow_is_proved(claim: Claim) -> None:
    assert verdict(FLOW, claim) is Verdict.PROVED


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_what_is_found_of_a_composed_flow_is_accepted_without_a_solver(claim: Claim) -> None:
    made = as_read(packet(decide(FLOW, claim), None))
    checker.check(checker.flow_of(as_read(flow_data(FLOW, None, [claim]))), made)


def test_a_composed_flow_is_drawn() -> None:
    names = [name for name, _ in pictures(FLOW)]
    assert "handover-request-at-the-old-registry.svg" in names
    assert "handover-copy.md" in names


@pytest.mark.parametrize(
    "words", [["verify", "--jobs", "1"], ["walk", "--seed", "1", "--steps", "9"], ["list", "rules"]]
)
def test_the_commands_take_a_composed_flow(
    words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "composed.py"
    own.write_text(FILE.read_text())
    command, *rest = words
    asked = [command, *rest, str(own)] if command == "list" else [command, str(own), *rest]
    assert main(asked) == 0, capsys.readouterr()
    assert "old registry" in capsys.readouterr().out


def test_a_file_whose_flows_have_an_unlisted_name_in_common_is_refused_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "composed.py"
    own.write_text(FILE.read_text().replace("shared=(STORE, LOSE)", "shared=(STORE,)"))
    assert main(["verify", str(own)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    number = FILE.read_text().splitlines().index("FLOW = compose(") + 1
    assert (
        f"{own}:{number}: composed flow 'handover': event 'lose the copies' is in 'old' (" in line
    )
    assert line.endswith("with .renamed(...), or, if it is one thing, list it in 'shared'")


def test_what_is_shared_is_taken_once_and_what_is_joined_has_the_rules_of_both() -> None:
    assert [str(m) for m in FLOW.machines] == [
        *("change", "store", "request at the old registry", "copy", "request")
    ]
    (joined,) = (m for m in FLOW.machines if m.name == "copy")
    assert [str(rule.event) for rule in joined.transitions] == [
        *("midnight at the old registry", "load a file", "lose the copies"),
        *("midnight", "load a message"),
    ]
    assert FLOW.bounds == ("one point", "one message")
    assert FLOW.parties == (two.SUPPLIER, two.CLOCK)


def test_a_silent_handshake_would_prove_everything_and_is_refused() -> None:
    at_old = Renaming({"request": "request at the old registry"})
    silent = OLD.renamed(at_old).but(at_old.of(OLD.machines[-1]))
    new = Machine("new", POINT, two.new_request, NEW.machines[1].without(two.NEW_ASK).transitions)
    with pytest.raises(IllFormed, match="event 'midnight' is one thing in 'old'"):
        compose("both", "Both", silent, Flow("new", "N", (new,), (two.CLOCK,), (two.RULE,)))

    same = [
        Transition(two.OLD_MIDNIGHT, Request.OPEN, Request.NONE, cites="R"),
    ]
    meant = Machine("new", POINT, two.new_request, same)
    handshake = compose(
        "both",
        "Both",
        silent,
        Flow("new", "N", (meant,), (two.CLOCK,), (two.RULE,)),
        shared=(two.OLD_MIDNIGHT,),
    )
    nothing = Sometimes("switch", "A switch goes live.", happens(two.OLD_MIDNIGHT))
    assert verdict(silent, nothing) is Verdict.PROVED
    assert verdict(handshake, nothing) is Verdict.REFUTED


SHARED = (STORE, LOSE)
JOINED = (union(two.OLD_COPY, two.NEW_COPY),)
OTHER = Party("clock")
ALIEN = Machine(
    "alien",
    POINT,
    Field("alien", Store, Store.RUNNING),
    (Transition(Event("knock", POINT, OTHER), Store.RUNNING, STAYS),),
)
COUNTED = Machine("counted", INDUSTRY, Field("copy", Store, Store.RUNNING), ())
NAMED_ALIKE = Flow("counted", "C", (COUNTED,), ())
TWICE = Flow("twice", "T", (ALIEN,), (OTHER,))
APART_IN_FIELD, APART_IN_FIELD_TOO = (
    Machine("copy", POINT, two.copy, (), (Field("note", bool, initial=False),)) for _ in range(2)
)
APART = Machine("copy", POINT, Field("copy", Copy, Copy.OLD), ())


def composing(*parts: object, **said: object) -> Callable[[], object]:
    return lambda: compose("both", "Both", *parts, **said)  # type: ignore[arg-type]


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "two machines of one name": (
        composing(OLD, NEW, shared=SHARED),
        f"machine 'request' is one thing in 'old' ({FILE}:",
    ),
    "one machine that is not listed": (
        composing(RENAMED, NEW, joined=JOINED),
        "machine 'store' is in 'old' (",
    ),
    "one event that is not listed": (
        composing(RENAMED, NEW, shared=(STORE,), joined=JOINED),
        "event 'lose the copies' is in 'old' (",
    ),
    "two events of one name": (
        composing(
            OLD.renamed({"request": "request at the old registry"}),
            NEW,
            shared=SHARED,
            joined=JOINED,
        ),
        "give it another name in one of them, with .renamed(...)",
    ),
    "a field in machines of two names": (
        composing(RENAMED, NAMED_ALIKE),
        "field 'copy' is one thing in 'old' (",
    ),
    "one field in two machines": (
        composing(RENAMED.renamed({"copy": "mark"}).renamed({"mark": "copy"}), NEW, shared=SHARED),
        "machine 'copy' is one thing in 'old' (",
    ),
    "two parties of one name": (
        composing(RENAMED, TWICE),
        "party 'clock' is one thing in 'old' (",
    ),
    "a shared machine of one flow alone": (
        composing(RENAMED, NEW, shared=(*SHARED, CHANGE), joined=JOINED),
        "'change' is shared by no two of the flows; correct the list, or leave it out",
    ),
    "a shared thing of another kind": (
        composing(RENAMED, NEW, shared=(two.copy,)),
        "'shared' lists what is no machine or event: ",
    ),
    "shared, and no list": (composing(OLD, NEW, shared=STORE), "'shared' are several things"),
    "joined with nothing": (
        composing(RENAMED, joined=(CHANGE,)),
        "no flow has the 'change' that is joined; add a machine as a part",
    ),
    "joined twice": (
        composing(RENAMED, NEW, shared=SHARED, joined=(*JOINED, *JOINED)),
        "two 'copy' are joined; leave one out",
    ),
    "a part of another kind": (composing(OLD, STORE.state), "each part is a flow, or is a Machine"),
    "first values that differ": (
        composing(
            RENAMED.starting(two.copy, Copy.OLD),
            NEW,
            shared=SHARED,
            joined=JOINED,
        ),
        "its flows start 'copy' differently; let one of them start as the other does",
    ),
    "a condition on an event that is not there": (
        composing(RENAMED, during={two.TAKE_EFFECT: two.BEFORE}),
        "has no event 'the change takes effect' to lay a condition on",
    ),
    "two conditions on one event": (
        composing(RENAMED, CHANGE, during={LOSE: two.BEFORE, (LOSE,): two.AFTER}),
        "two conditions are laid on 'lose the copies'; join them by &",
    ),
    "what is laid on no event": (
        composing(RENAMED, during={STORE: two.BEFORE}),
        "the events of 'during' are several things in an order",
    ),
    "two sources of one id": (
        composing(RENAMED, Flow("f", "F", (CHANGE,), (two.CLOCK,), (Fact("R", "R", "Else."),))),
        "two sources are called 'R'; give one another id",
    ),
    "a machine named as one of a flow": (
        composing(RENAMED, STORE.without(LOSE)),
        "two machine names are 'store'; give one another name",
    ),
    "a machine named as what is joined": (
        composing(RENAMED, NEW, APART, shared=SHARED, joined=JOINED),
        "two machine names are 'copy'; give one another name",
    ),
    "a name to change that is not there": (
        lambda: OLD.renamed({"requst": "request"}),
        "flow 'old' has no 'requst' to rename",
    ),
    "two names made one": (
        lambda: OLD.renamed({"request": "copy"}),
        "two machine names are 'copy'; give one another name",
    ),
    "a name that says nothing": (
        lambda: OLD.renamed({"request": ""}),
        "what 'request' is renamed to is empty; write it out",
    ),
    "a union of two states": (
        lambda: union(two.OLD_COPY, APART),
        "have no one state: give them the same field",
    ),
    "a union of what is no machine": (
        lambda: union(two.copy, STORE),  # type: ignore[arg-type]
        "union(...): each is a Machine, not a Field",
    ),
    "a condition on what is no machine": (
        lambda: during(two.BEFORE, LOSE),  # type: ignore[arg-type]
        "during(...): what has the rules is a Machine, not an Event",
    ),
    "two fields of one name in a union": (
        lambda: union(two.OLD_COPY, APART_IN_FIELD, APART_IN_FIELD_TOO),
        "machines to be joined have two fields 'note': rename one",
    ),
    "a prefix that is no text": (
        lambda: Renaming(prefix=5),  # type: ignore[arg-type]
        "a renaming: 'prefix' is a text, not 5",
    ),
    "a renaming that is none": (
        lambda: OLD.renamed(5),  # type: ignore[arg-type]
        "a renaming: 'names' is written {one: other}, not 5",
    ),
    "a union of nothing": (union, "union() names no machine; name two or more"),
    "a condition on an event that a machine has not": (
        lambda: during(two.BEFORE, STORE, two.TAKE_EFFECT),
        "machine 'store' has no event 'the change takes effect'",
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_amiss_is_refused_in_one_line(what: str) -> None:
    made, said = REFUSED[what]
    with pytest.raises(IllFormed) as wrong:
        made()
    assert said in str(wrong.value)
    assert "\n" not in str(wrong.value)
    assert str(wrong.value).startswith((f"{__file__}:", f"{FILE}:"))


def test_both_places_of_a_common_name_are_told() -> None:
    with pytest.raises(IllFormed) as wrong:
        compose(
            "both", "Both", CURRENT, CSS, shared=[m for m in CURRENT.machines if m in CSS.machines]
        )
    said = str(wrong.value)
    assert "machine 'sources accepted' is one thing in 'current' (" in said
    assert "model/current/store.py:" in said
    assert "model/css/sources.py:" in said


def test_a_condition_is_laid_on_the_rules_of_its_events_alone() -> None:
    laid = during(two.AFTER, two.NEW_COPY, two.LOAD_MESSAGE)
    midnight, load, lost = laid.transitions
    (condition,) = conjuncts(load.when)
    assert condition is two.AFTER
    assert (midnight, lost) == (two.NEW_COPY.transitions[0], two.LOST)


def test_a_rule_keeps_the_conditions_that_it_had() -> None:
    composed = compose("c", "C", CURRENT, during={MIDNIGHT: RDPS_ACCEPTED})
    pairs = [
        (conjuncts(old.when), conjuncts(new.when))
        for machine, laid in zip(CURRENT.machines, composed.machines, strict=True)
        for old, new in zip(machine.transitions, laid.transitions, strict=True)
        if old is not new
    ]
    assert len(pairs) > 4
    for old, new in pairs:
        assert [*map(id, new)] == [id(RDPS_ACCEPTED), *map(id, old)]


def test_a_condition_of_each_member_is_that_of_whose_event_it_is() -> None:
    is_live = registration.is_(LIVE).called("{} is registered")
    composed = compose("c", "C", CURRENT, during={MIDNIGHT: ~is_live})
    laid = [rule for _, rule in composed.rules() if rule.event.name == MIDNIGHT.name]
    assert len(laid) > 4
    for rule in laid:
        assert rule.event.member is not None
        first = next(iter(reads(rule.when)))
        assert first.field is registration[rule.event.member]


def owing(flow: Flow) -> Flow:
    supplier = two.SUPPLIER
    duty = Duty("ask", "asking", supplier, supplier, supplier, "code", TRUE, cites="R")
    return replace(flow, duties=(duty,))


def test_duties_that_differ_are_refused_and_one_can_stand_for_both() -> None:
    one, other = owing(RENAMED), owing(NEW)
    with pytest.raises(IllFormed, match=r"duty 'ask' is one thing in .* be 'joined'"):
        compose("both", "Both", one, other, shared=SHARED, joined=JOINED)
    both = compose("both", "Both", one, other, shared=SHARED, joined=(*JOINED, *one.duties))
    assert both.duties == one.duties


def test_a_duty_that_is_one_object_need_not_be_listed() -> None:
    one = owing(RENAMED)
    other = replace(NEW, duties=one.duties)
    assert compose("both", "Both", one, other, shared=SHARED, joined=JOINED).duties == one.duties


MOST = 3000  # states of an instance that are looked at
SHAPES = ((), (1,), (2,))


def unrelated(seed: int) -> tuple[Drawing, Flow, Drawing, Flow]:
    """Two random flows, of which the second has other names for all that it has."""
    one, other = (Drawing(n, KINDS[n % len(KINDS)], providers=False) for n in (seed, seed + 100))
    return one, one.flow(), other, other.flow()


@pytest.mark.parametrize("seed", range(40))
def test_flows_with_nothing_in_common_do_together_what_they_do_alone(seed: int) -> None:
    one, first, other, second = unrelated(seed)
    renaming = Renaming(prefix="the other ")
    with pytest.raises(IllFormed, match="machine 'machine of INDUSTRY' is one thing in"):
        compose("both", "Both", first, second)
    both = compose("both", "Both", first, second.renamed(renaming))

    for shape in SHAPES:
        alone = [search(flow, shape, Budget()) for flow in (first, second)]
        if alone[0].states * alone[1].states <= MOST:
            whole = search(both, shape, Budget())
            assert whole.states == alone[0].states * alone[1].states
            assert whole.depth == sum(each.depth for each in alone) - 1
    for drawing, flow, carried in ((one, first, Renaming()), (other, second, renaming)):
        claim = random_claim(drawing)
        together = decide(both, carried.of(claim))
        if not _breaks_at_a_step_elsewhere(together, carried.of(flow.events)):
            assert together.verdict is verdict(flow, claim)


def _breaks_at_a_step_elsewhere(result: Result, own: tuple[Event, ...]) -> bool:
    """Tell whether a step breaks a claim that the other flow alone takes: for it nothing moves."""
    if not isinstance(result.claim, Step) or result.run is None:
        return False
    return result.run.moves[-1].event not in own


def test_enough_of_them_are_searched_whole() -> None:
    sizes = []
    for seed in range(40):
        _, first, _, second = unrelated(seed)
        sizes.append(search(first, (2,), Budget()).states * search(second, (2,), Budget()).states)
    assert sum(1 < size <= MOST for size in sizes) > 20
