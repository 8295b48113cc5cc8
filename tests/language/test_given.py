"""What is given to the language is taken whole and at once, or refused, and the line is named."""

from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from model.language import (
    POINT,
    Always,
    Clause,
    Event,
    Fact,
    Field,
    Flow,
    IllFormed,
    LeadsTo,
    Machine,
    Party,
    Transition,
    Variant,
    after,
    at_other_point,
    happens,
)
from model.language.checks import DEEPEST
from model.language.sorts import LARGEST_SUM
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from tests.language.test_errors import complaint
from tests.strategies import Stage

BAD_TEXTS = {
    "an escape": ("'a\\x1b[2Jb'", "holds what cannot be printed ('a\\x1b[2Jb')"),
    "a NUL": ("'a\\0b'", "holds what cannot be printed ('a\\x00b')"),
    "a line's end": ("'a\\nb'", "holds what cannot be printed ('a\\nb')"),
    "half of a sign": ("'\\udc80'", "holds what cannot be printed ('\\udc80')"),
    "a sign that turns others round": ("'a\\u202eb'", "holds what cannot be printed"),
    "a space at the end": ("'tap '", "begins or ends with a space ('tap ')"),
    "no text": ("7", "is a text, not 7"),
}
NOTHING = {"nothing": ("''", "is empty; write it out"), "only a space": ("' '", "with a space")}

NAMES = {
    "a party's name": ("STRANGER =", "STRANGER = Party({})"),
    "an instrument": ("STRANGER =", "STRANGER = Party('s', (Tie({}, Via.LICENCE),))"),
    "a field's name": ("foreign =", "foreign = Field({}, bool, False)"),
    "an event's name": ("anyone =", "anyone = Event({}, POINT)"),
    "a machine's name": ("LAMP =", "LAMP = Machine({}, INDUSTRY, lamp, LAMP_RULES, (wet,))"),
    "a condition's words": ("MORE =", "MORE = (Transition(drip, Tap, STAYS, Named({}, wet)),)"),
    "a duty's name": (
        "DUTIES =",
        "DUTIES = (Duty({}, 'x', HAND, HAND, HAND, 'code', wet, '1-a'),)",
    ),
    "a duty's matter": (
        "DUTIES =",
        "DUTIES = (Duty('d', {}, HAND, HAND, HAND, 'code', wet, '1-a'),)",
    ),
    "a flow's name": ("FLOW =", "FLOW = Flow({}, 'Taps', (TAP, LAMP), (HAND,), (NOTE,))"),
    "a claim's id": ("CLAIMS =", "CLAIMS = (Always({}, 'It is dry.', ~wet, '1-a'),)"),
    "a variant's name": ("VARIANTS =", "VARIANTS = (Variant({}, 'y', FLOW, {{'dry': 1}}),)"),
}
TEXTS = {
    "a flow's title": ("FLOW =", "FLOW = Flow('taps', {}, (TAP, LAMP), (HAND,), (NOTE,))"),
    "a claim's sentence": ("CLAIMS =", "CLAIMS = (Always('dry', {}, ~wet, '1-a'),)"),
    "what a clause says": ("NOTE =", "NOTE = Clause('1-a', {}, 'modelled')"),
    "what is cited": ("MORE =", "MORE = (Transition(drip, Tap, STAYS, cites={}),)"),
    "why a power is missing": ("MORE =", "MORE = (Transition(drip, Tap, STAYS, powerless={}),)"),
    "why a claim is pending": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', ~wet, '1-a', pending={}),)",
    ),
    "what a variant is for": ("VARIANTS =", "VARIANTS = (Variant('v', {}, FLOW, {{'dry': 1}}),)"),
    "what follows a breach": ("DUTIES =", "DUTIES = (Consequence(unread={}),)"),
    "a bound": (
        "FLOW =",
        "FLOW = Flow('taps', 'T', (TAP, LAMP), (HAND,), (NOTE,), bounds=({},))",
    ),
}
ENUMS = {
    "two members with the same words": ("A, B = 'open', 'Open'", "have the words 'open'"),
    "two members that are told alike": ("A_B, a_b = 1, 2", "have the words 'a b'"),
    "one member under two names": ("A, B = 1, 1", "Odd.B is Odd.A again; leave one out"),
    "a member without words": ("A, B = '', 'b'", "Odd.A has the words ''"),
    "a member with an escape": ("A, B = 'a', '\\x1b'", "Odd.B has the words '\\x1b'"),
}
MIXED = ("IntEnum", "StrEnum", "Flag", "IntFlag")

SEQUENCES = {
    "claims that a user gives one by one": (
        "CLAIMS =",
        "CLAIMS = (LeadsTo('dry', 'D.', wet, '1-a', to=~wet, weak=turn),)",
        "'weak' are several things in an order, not an Event; write a tuple",
    ),
    "fairness of a text": (
        "CLAIMS =",
        "CLAIMS = (LeadsTo('dry', 'D.', wet, '1-a', to=~wet, weak='turn'),)",
        "'weak' are several things in an order, not 'turn'",
    ),
    "fairness of what is no event": (
        "CLAIMS =",
        "CLAIMS = (LeadsTo('dry', 'D.', wet, '1-a', to=~wet, weak=(('turn',),)),)",
        "a fairness: each is an Event, not 'turn'",
    ),
    "fairness said twice": (
        "CLAIMS =",
        "CLAIMS = (LeadsTo('dry', 'D.', wet, '1-a', to=~wet, weak=(turn, [turn])),)",
        "names the fairness of 'turn' twice; leave one out",
    ),
    "a set, which has no order": (
        "MORE =",
        "MORE = (Transition(drip, {Tap.OPEN, Tap.SHUT}, STAYS),)",
        "are several things in an order, not a set",
    ),
    "a state named twice": (
        "MORE =",
        "MORE = (Transition(drip, (Tap.OPEN, Tap.OPEN), STAYS),)",
        "goes from 'Tap.OPEN' twice; leave one out",
    ),
    "one machine alone": (
        "FLOW =",
        "FLOW = Flow('taps', 'Taps', TAP, (HAND,))",
        "'machines' are several things in an order, not a Machine",
    ),
    "no first value": ("wet =", "wet = Field('wet', bool, ())", "field 'wet' has no first value"),
    "a first value twice": (
        "wet =",
        "wet = Field('wet', bool, [True, True])",
        "field 'wet' starts with 'yes' twice",
    ),
    "first values in no order": (
        "wet =",
        "wet = Field('wet', bool, {True, False})",
        "its first values are several things in an order, not a set",
    ),
    "a start without values": (
        "FLOW =",
        "FLOW = Flow('taps', 'Taps', (TAP, LAMP), (HAND,), (NOTE,)).starting(wet)",
        "field 'wet' has no first value",
    ),
    "a start out of its sort": (
        "FLOW =",
        "FLOW = Flow('taps', 'T', (TAP, LAMP), (HAND,), (NOTE,), starts={wet: (3,)})",
        "field 'wet': 3 is not in its sort",
    ),
    "two sources of one id": (
        "FLOW =",
        "FLOW = Flow('t', 'T', (TAP, LAMP), (HAND,), (NOTE, Fact('1-a', 'R', 'f')))",
        "two sources are called '1-a'",
    ),
    "a source under another id": (
        "FLOW =",
        "FLOW = Flow('t', 'T', (TAP, LAMP), (HAND,), {'1-b': NOTE})",
        "'1-a' cannot be cited as '1-b'",
    ),
    "no machines": ("FLOW =", "FLOW = Flow('t', 'T', (), (HAND,))", "has no machines"),
}
BY_W = "MORE = (Transition(drip, Tap, STAYS, w),)"
OTHER = "Flow('taps', 'T', (Machine('m', INDUSTRY, Field('n', Lamp, Lamp.ON), ()),), (HAND,))"
ELSEWHERE = f"VARIANTS = (Variant('v', 'w', {OTHER}, {{'dry': 1}}),)"
KINDS = {
    "a number for a scope": ("drip =", "drip = Event('drip', 0)", "'scope' is a Scope"),
    "a name for a party": ("drip =", "drip = Event('drip', POINT, 'me')", "'by' is a Party"),
    "a number for a member": (
        "drip =",
        "drip = Event('drip', POINT, HAND, 0)",
        "its member is an Enum, not 0",
    ),
    "a name for an event": (
        "MORE =",
        "MORE = (Transition('drip', Tap, STAYS),)",
        "'event' is an Event, not 'drip'",
    ),
    "effects that lead nowhere": (
        "MORE =",
        "MORE = (Transition(drip, Tap, STAYS, then=[full]),)",
        "'then' is written {one: other}",
    ),
    "the name of a duty that another succeeds": (
        "DUTIES =",
        "DUTIES = (Duty('d', 'x', HAND, HAND, HAND, 'c', wet, '1-a', succeeds='dyr'),)",
        "'succeeds' is a Duty, not 'dyr'",
    ),
    "a delivery to nobody": (
        "DUTIES =",
        "DUTIES = (Duty('d', 'x', HAND, HAND, HAND, 'c', wet, '1-a', delivered_to='hnad'),)",
        "it is delivered to 'hnad', which is no party of the flow",
    ),
    "a truth for a number of steps": (
        "VARIANTS =",
        "VARIANTS = (Variant('v', 'w', FLOW, {'dry': True}),)",
        "'dry' breaks in a number of steps",
    ),
    "a truth for a number of points": (
        "VARIANTS =",
        "VARIANTS = (Variant('v', 'w', FLOW, {'dry': 1}, points=True),)",
        "'points' is a number from 1 up",
    ),
    "two claims that one file may stand for": (
        "CLAIMS =",
        "CLAIMS = [Always(name, 'It is dry.', ~wet, '1-a') for name in ('dry', 'DRY')]",
        "two claims are called 'DRY'",
    ),
    "a claim under the name of one that comes free": (
        "CLAIMS =",
        "CLAIMS = (Always('no-two-compete', 'It is dry.', ~wet, '1-a'),)",
        "comes with every flow; give yours another name",
    ),
    "a duty owed while something happens": (
        "DUTIES =",
        "DUTIES = (Duty('d', 'x', HAND, HAND, HAND, 'c', happens(turn), '1-a'),)",
        "'in_force' is of a state as its owner sees it",
    ),
    "a tie while somebody else is tied": (
        "STRANGER =",
        "STRANGER = Tie('c', Via.LICENCE, while_=all_points(Field('f', bool, False)))",
        "'while_' is of a state as its owner sees it",
    ),
    "a duty that is late afterwards": (
        "DUTIES =",
        "DUTIES = (Duty('d', 'x', HAND, HAND, HAND, 'c', wet, '1-a', barred=after(wet)),)",
        "'barred' is of a state as its owner sees it",
    ),
    "a word where there is yes or no": (
        "DUTIES =",
        "DUTIES = (Duty('d', 'x', HAND, HAND, HAND, 'c', wet, '1-a', strict='no'),)",
        "'strict' is True or False, not 'no'",
    ),
    "a number for a claim": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'D.', 3, '1-a'),)",
        "claim 'dry': 'body' must be true or false",
    ),
    "a name for a source": (
        "FLOW =",
        "FLOW = Flow('t', 'T', (TAP, LAMP), (HAND,), ('1-a',))",
        "a source is a Clause, a Fact or an Assumption",
    ),
    "a name for a field that starts": (
        "FLOW =",
        "FLOW = Flow('t', 'T', (TAP, LAMP), (HAND,), (NOTE,), starts={'wet': (True,)})",
        "what starts otherwise is a Field, not 'wet'",
    ),
    "a variant of no flow": (
        "VARIANTS =",
        "VARIANTS = (Variant('v', 'w', TAP, {'dry': 1}),)",
        "variant 'v' is made of no flow; give it FLOW.but(...)",
    ),
    "a field for a claim that breaks": (
        "VARIANTS =",
        "VARIANTS = (Variant('v', 'w', FLOW, {wet: 1}),)",
        "breaks in a number of steps",
    ),
    "a variant of another flow": (
        "VARIANTS =",
        "VARIANTS = (Variant('v', 'w', Flow('t', 'T', (LAMP,), (HAND,), (NOTE,)), {'dry': 1}),)",
        "variant 'v' is of 't', another flow; make it of 'taps' by .but(...)",
    ),
    "two machines in one place": (
        "FLOW =",
        "FLOW = Flow('t', 'T', (TAP, LAMP), (HAND,), (NOTE,)).but(TAP, TAP)",
        "two 'tap' are put in one place",
    ),
    "two events that are told alike": (
        "MORE =",
        "MORE = (Transition(Event('turn', POINT, by=HAND), Tap, STAYS),)",
        "two events are called 'turn'; give one another name, or define it once",
    ),
    "a point's field at another provider": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'D.', at_other_provider(full), '1-a'),)",
        "reads 'full' at another provider, and it is of POINT",
    ),
    "the industry's field at another point": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'D.', at_other_point(wet), '1-a'),)",
        "reads 'wet' at another point, and there is one; read it as it is",
    ),
    "a claim on no event": (
        "CLAIMS =",
        "CLAIMS = (Step('dry', 'D.', happens(), '1-a'),)",
        "says happens() of no event",
    ),
    "a field of what is no field": (
        "CLAIMS =",
        "CLAIMS = (Step('dry', 'D.', at_other_point(after(full)), '1-a'),)",
        "write after(at_other_...(field))",
    ),
    "a number that no machine's word holds": (
        "MORE =",
        "MORE = (Transition(drip, Tap, STAYS, drops.less_than(70000)),)",
        f"a constant may be a number beyond {LARGEST_SUM}",
    ),
    "a sum on the way to a small number": (
        "MORE =",
        "MORE = (Transition(drip, Tap, STAYS, (drops + 29999 + 9 - 29999).less_than(4)),)",
        f"'plus' may be a number beyond {LARGEST_SUM}",
    ),
    "conditions nested too deep": (
        "MORE =",
        f"w = wet; [w := w.implies(wet) for _ in range({DEEPEST + 1})]; {BY_W}",
        f"nests conditions deeper than {DEEPEST}",
    ),
    "a claim nested too deep": (
        "CLAIMS =",
        "w = wet; [w := ~w for _ in range(300)]; CLAIMS = (Always('dry', 'D.', w, '1-a'),)",
        f"nests conditions deeper than {DEEPEST}",
    ),
    "variants that read what is not there": (
        "VARIANTS =",
        f"CLAIMS = (Always('dry', 'D.', ~wet, '1-a'),); {ELSEWHERE}",
        "claim 'dry' reads 'wet', a field of no machine of the flow",
    ),
}


def refused(folder: Path, starts: str, instead: str) -> str:
    said, line = complaint(folder, starts, instead)
    assert said.startswith(f"{folder / 'taps.py'}:{line}: ") or "VARIANTS" in starts
    return said


@pytest.mark.parametrize("where", NAMES)
@pytest.mark.parametrize("text", BAD_TEXTS | NOTHING)
def test_a_name_is_one_line_that_can_be_read(where: str, text: str, tmp_path: Path) -> None:
    starts, line = NAMES[where]
    given, cure = (BAD_TEXTS | NOTHING)[text]
    assert cure in refused(tmp_path, starts, line.format(given))


@pytest.mark.parametrize("where", TEXTS)
@pytest.mark.parametrize("text", BAD_TEXTS)
def test_every_text_is_one_line_that_can_be_read(where: str, text: str, tmp_path: Path) -> None:
    starts, line = TEXTS[where]
    given, cure = BAD_TEXTS[text]
    assert cure in refused(tmp_path, starts, line.format(given))


def test_a_title_and_a_sentence_may_be_left_for_later() -> None:
    by = Party("somebody")
    at = Field("at", Stage, Stage.ONE)
    rules = (Transition(Event("go", POINT, by), Stage.ONE, Stage.TWO),)
    flow = Flow("untold", "", (Machine("m", POINT, at, rules),), (by,))
    claim = Always("c", "", at.is_not(Stage.THREE))
    assert decide(flow, claim).verdict is Verdict.PROVED


@pytest.mark.parametrize("what", ENUMS)
def test_the_members_of_a_sort_can_be_told_apart(what: str, tmp_path: Path) -> None:
    members, cure = ENUMS[what]
    text = f"class Odd(Enum):\n    {members}"
    line = f"exec({text!r}); foreign = Field('f', Odd, list(Odd)[0])"
    assert cure in refused(tmp_path, "foreign =", line)


@pytest.mark.parametrize("base", MIXED)
@pytest.mark.parametrize("place", ["state", "index"])
def test_a_member_that_is_also_something_else_is_no_value(
    base: str, place: str, tmp_path: Path
) -> None:
    made = f"import enum; Odd = enum.{base}('Odd', ['A', 'B'])"
    use = {"state": "Field('f', Odd, Odd.A)", "index": "Event('e', POINT, HAND, Odd.A)"}[place]
    said = refused(tmp_path, "foreign =", f"{made}; foreign = {use}")
    assert "are numbers or texts as well; make it a plain Enum" in said


@pytest.mark.parametrize("what", SEQUENCES | KINDS)
def test_what_is_not_of_its_kind_is_refused(what: str, tmp_path: Path) -> None:
    starts, instead, cure = (SEQUENCES | KINDS)[what]
    assert cure in complaint(tmp_path, starts, instead)[0]


class Tap(Enum):
    OPEN = "open"
    SHUT = "shut"


class Hand(Enum):
    LEFT, RIGHT = 0, 1


hand = Party("hand")
OPEN, CLOSE = Event("open", POINT, hand, Hand.LEFT), Event("close", POINT, hand)


def taps() -> Flow:
    """A flow of which every sequence is given by a generator, to be looked at only once."""
    tap, wet = Field("tap", Tap, (s for s in [Tap.SHUT])), Field("wet", bool, (b for b in [False]))
    rules = [Transition(OPEN, (s for s in [Tap.SHUT]), Tap.OPEN), Transition(CLOSE, Tap, Tap.SHUT)]
    fields, happy = (f for f in [wet]), (s for s in Tap)
    machine = Machine("tap", POINT, tap, (r for r in rules), fields, happy, Hand.LEFT)  # type: ignore[arg-type]
    parts = (m for m in [machine]), (p for p in [hand]), (s for s in [Fact("f", "R", "x")])
    return Flow("taps", "Taps", *parts, bounds=(b for b in ["one tap"]))  # type: ignore[arg-type]


def test_a_generator_is_taken_at_once_wherever_several_things_are_given() -> None:
    flow = taps()
    (machine,) = flow.machines
    fair: dict[str, Any] = {"weak": (e for e in [CLOSE]), "strong": ([e] for e in [OPEN])}
    tap = machine.state
    claim = LeadsTo("shut", "It is shut.", tap.is_(Tap.OPEN), to=tap.is_(Tap.SHUT), **fair)

    for _ in range(2):
        assert machine.state.initials == (Tap.SHUT,)
        assert [rule.source for rule in machine.transitions] == [(Tap.SHUT,), (Tap.OPEN, Tap.SHUT)]
        assert [f.name for f in machine.fields] == ["wet"]
        assert list(machine.happy) == list(Tap)
        assert list(flow.bounds) == ["one tap"]
        assert list(flow.sources) == ["f"]
        assert (claim.weak, claim.strong) == ((CLOSE,), ((OPEN,),))


def test_an_index_of_value_0_is_told_as_any_other() -> None:
    (machine,) = taps().machines

    assert str(machine) == "tap (left)"
    assert str(OPEN) == "open (left)"


def test_what_a_variant_breaks_is_taken_as_it_is_then() -> None:
    flow, breaks = taps(), {"shut": 1}
    variant = Variant("v", "w", flow, breaks)
    breaks["shut"] = 2

    assert variant.breaks == {"shut": 1}


def test_two_definitions_that_look_the_same_are_two_events() -> None:
    (machine,) = taps().machines
    again = Event("close", POINT, hand)

    assert again == CLOSE
    with pytest.raises(IllFormed, match="two events are called 'close'"):
        Flow("taps", "T", [machine.also(Transition(again, Tap.SHUT, Tap.SHUT))], [hand])


def test_what_is_looked_at_elsewhere_is_a_field() -> None:
    (machine,) = taps().machines
    with pytest.raises(IllFormed, match="takes a field"):
        at_other_point(after(machine.state))  # type: ignore[arg-type]
    with pytest.raises(IllFormed, match="each is an Event"):
        happens("close")  # type: ignore[arg-type]
    with pytest.raises(IllFormed, match="names no value"):
        machine.state.in_()


def test_numbers_up_to_the_largest_are_taken() -> None:
    number = Field("number", range(2), 0)

    assert (number + (LARGEST_SUM - 1) - LARGEST_SUM).sort == range(-1, 1)
    assert Clause("c", "", "modelled").says == ""
