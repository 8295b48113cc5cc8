"""Each wrong argument of each constructor is refused in one line, at its own line, in our words."""

import re
from pathlib import Path

import pytest

from switchproof.deciding.load import load
from switchproof.terminal.errors import BadInput

PREAMBLE = """
from enum import Enum
from switchproof import *
class Tap(Enum):
    OPEN = "open"
    SHUT = "shut"
class Other(Enum):
    ONE = "one"
HAND = Party("hand", (Tie("code", Via.CONTRACT),))
tap = Field("tap", Tap, Tap.SHUT)
wet = Field("wet", bool, False)
TURN, DRIP = Event("turn", POINT, HAND), Event("drip", POINT, HAND)
RULE = Transition(TURN, Tap.SHUT, Tap.OPEN)
TAP = Machine("tap", POINT, tap, (RULE, Transition(DRIP, Tap, STAYS)), (wet,))
NOTE = Clause("1-a", "A tap is opened by hand.", "modelled")
PLAIN = Flow("taps", "Taps", (TAP,), (HAND,), (NOTE,))
REMEDY = Remedy("complain", "anybody", Availability.OPEN, "1-a")
"""

# What each is made of: each argument as it may be, and which kinds of wrong ones it may be as well.
MADE: dict[str, dict[str, tuple[str, str]]] = {
    "Party": {"name": ("'a'", "text"), "ties": ("()", ""), "of": ("()", "")},
    "Tie": {
        "instrument": ("'code'", "text"),
        "via": ("Via.CONTRACT", ""),
        "cites": ("''", "text"),
        "while_": ("TRUE", "condition"),
        "remedies": ("(REMEDY,)", ""),
    },
    "Remedy": {
        "name": ("'a'", "text"),
        "by": ("'b'", "text"),
        "availability": ("Availability.OPEN", ""),
        "cites": ("'1-a'", "text"),
        "why": ("''", "text"),
    },
    "Event": {
        "name": ("'a'", "text"),
        "scope": ("POINT", "scope"),
        "by": ("HAND", "none party"),
        "of": ("()", ""),
        "mishap": ("BEFALLS", "none"),
    },
    "Field": {
        "name": ("'a'", "text"),
        "sort": ("Tap", "kind"),
        "initial": ("Tap.OPEN", ""),
        "of": ("()", ""),
        "told": ("()", ""),
    },
    "Transition": {
        "event": ("TURN", ""),
        "source": ("Tap.OPEN", ""),
        "target": ("Tap.SHUT", "none"),
        "when": ("wet", "condition"),
        "then": ("{wet: True}", ""),
        "by": ("HAND", "none party"),
        "cites": ("'1-a'", "text"),
        "breaches": ("''", "text"),
        "powerless": ("''", ""),
    },
    "Machine": {
        "name": ("'a'", "text"),
        "scope": ("POINT", "scope"),
        "state": ("tap", ""),
        "transitions": ("(RULE,)", ""),
        "fields": ("()", ""),
        "happy": ("()", ""),
        "observer": ("False", ""),
        "of": ("()", ""),
    },
    "Flow": {
        "name": ("'a'", "text"),
        "title": ("'a'", "text"),
        "machines": ("(TAP,)", ""),
        "parties": ("(HAND,)", ""),
        "sources": ("()", ""),
        "duties": ("()", ""),
        "bounds": ("()", "texts"),
        "starts": ("{}", ""),
    },
    "Duty": {
        "name": ("'a'", "text"),
        "matter": ("'a'", "text"),
        "obligor": ("HAND", "party"),
        "performer": ("HAND", "party"),
        "beneficiary": ("HAND", "party"),
        "instrument": ("'code'", "text"),
        "in_force": ("wet", "condition"),
        "cites": ("'1-a'", "text"),
        "about": ("'a'", "text"),
        "delivered_to": ("''", "text"),
        "scope": ("POINT", "scope"),
        "outstanding": ("wet", "condition"),
        "performed_by": ("(TURN,)", ""),
        "performed_when": ("wet", "condition"),
        "breached_by": ("()", ""),
        "deadline": ("None", "none"),
        "strict": ("True", ""),
        "suspended_while": ("wet", "condition"),
        "barred": ("wet", "condition"),
        "consequence": ("None", "none"),
        "succeeds": ("None", "none"),
        "before": ("''", "text"),
        "ends": ("''", "text"),
    },
    "Consequence": {
        "power": ("None", "none"),
        "duty": ("'a'", "text"),
        "unread": ("''", "text"),
        "cites": ("''", "text"),
    },
    "Answers": {
        "principal": ("HAND", "party"),
        "agent": ("HAND", "party"),
        "matters": ("('a',)", "texts"),
        "cites": ("'1-a'", "text"),
        "while_": ("TRUE", "condition"),
    },
    "OnePerson": {"capacities": ("(HAND, HAND)", ""), "while_": ("TRUE", "condition")},
    "Named": {"words": ("'a'", "text"), "body": ("wet", "condition"), "cites": ("''", "text")},
    "Clause": {
        "id": ("'a'", "text"),
        "says": ("'a'", "text"),
        "treat": ("'modelled'", ""),
        "note": ("''", "text"),
    },
    "Fact": {
        "id": ("'a'", "text"),
        "tag": ("'H'", ""),
        "says": ("'a'", "text"),
        "source": ("''", "text"),
    },
    "Assumption": {"id": ("'a'", "text"), "says": ("'a'", "text")},
    "Always": {
        "id": ("'a'", "text"),
        "sentence": ("'a'", "text"),
        "body": ("wet", "condition"),
        "cites": ("''", "text"),
        "pending": ("''", "text"),
    },
    "Step": {"id": ("'a'", "text"), "sentence": ("'a'", "text"), "body": ("wet", "condition")},
    "Sometimes": {"id": ("'a'", "text"), "sentence": ("'a'", "text"), "body": ("wet", "condition")},
    "StuckOnly": {
        "id": ("'a'", "text"),
        "sentence": ("'a'", "text"),
        "body": ("wet", "condition"),
        "ways": ("(TURN,)", ""),
    },
    "LeadsTo": {
        "id": ("'a'", "text"),
        "sentence": ("'a'", "text"),
        "body": ("wet", "condition"),
        "to": ("wet", "condition"),
        "weak": ("(TURN,)", ""),
        "strong": ("()", ""),
    },
    "CanStill": {
        "id": ("'a'", "text"),
        "sentence": ("'a'", "text"),
        "body": ("wet", "condition"),
        "to": ("wet", "condition"),
    },
    "DoneBy": {
        "id": ("'a'", "text"),
        "sentence": ("'a'", "text"),
        "actors": ("{HAND: (TURN,)}", ""),
    },
    "Mirrors": {
        "id": ("'a'", "text"),
        "sentence": ("'a'", "text"),
        "machine": ("'tap'", "text"),
        "original": ("TAP", "machine"),
        "renaming": ("{}", "mapping"),
    },
    "Variant": {
        "name": ("'a'", "text"),
        "why": ("'a'", "text"),
        "flow": ("PLAIN", "flow"),
        "breaks": ("{'a': 1}", ""),
        "points": ("1", "number"),
    },
    "Reading": {
        "name": ("'a'", "text"),
        "says": ("'a'", "text"),
        "flow": ("PLAIN", "none flow"),
    },
}
WRONG = {
    "none": "None",
    "text": "'by hand'",
    "number": "7",
    "enum": "Other.ONE",
    "scope": "PROVIDER",
    "kind": "Other",
    "condition": "wet",
    "party": "HAND",
    "machine": "TAP",
    "flow": "PLAIN",
    "several": "(None,)",
    "texts": "['by hand']",
    "mapping": "{'by hand': 'hand'}",
    "thing": "object()",
}
CLAIMS = ("Always", "Step", "Sometimes", "StuckOnly", "LeadsTo", "CanStill", "DoneBy", "Mirrors")
LISTED = {
    "Transition": ("M = Machine('m', POINT, tap, (THING,), (wet,))",),
    **dict.fromkeys(CLAIMS, ("CLAIMS = (THING,)",)),
    "Variant": ("CLAIMS = (Always('a', 'A.', wet),)", "VARIANTS = (THING,)"),
    "Reading": ("READINGS = (THING,)",),
}
PYTHON = re.compile(
    r"Error|attribute|NoneType|' object|argument|__|iterable|unhashable|callable|<[^>]*>| a str\b"
)


@pytest.mark.parametrize(("made", "name"), [(one, name) for one in MADE for name in MADE[one]])
def test_a_wrong_argument_is_refused_at_its_own_line(made: str, name: str, tmp_path: Path) -> None:
    may = MADE[made][name][1].split()
    wrong = {kind: value for kind, value in WRONG.items() if kind not in may}
    amiss = {kind: fault for kind in wrong if (fault := amiss_with(made, name, kind, tmp_path))}
    assert amiss == {}


def amiss_with(made: str, name: str, wrong: str, folder: Path) -> str:
    """Return what is amiss with how one wrong argument is told, if anything is."""
    given = {one: good for one, (good, _) in MADE[made].items()} | {name: WRONG[wrong]}
    lines = [*PREAMBLE.splitlines(), f"THING = {made}("]
    at = len(lines) + list(given).index(name) + 1
    lines += [f"    {one}={value}," for one, value in given.items()]
    path = folder / "taps.py"
    path.write_text(
        "\n".join([*lines, ")", "FLOW = PLAIN", *LISTED.get(made, ()), ""]), encoding="utf-8"
    )
    try:
        load(str(path))
    except BadInput as refused:
        said = str(refused).removeprefix(str(path))
        fine = said.startswith(f":{at}: ") and "\n" not in said and not PYTHON.search(said)
        return "" if fine else f"{said} (at {at})"
    return "it is taken"


SWAPPED = {
    "Party(\n    (),\n    'hand')": (2, "a party: its name is a text, not a tuple"),
    "Event(\n    POINT,\n    'turn')": (2, "an event: its name is a text, not Scope.POINT"),
    "Event(\n    'turn',\n    HAND,\n    POINT)": (3, "'scope' is a Scope, not a Party"),
    "Field(\n    'tap',\n    Tap.OPEN,\n    Tap)": (3, "a sort is bool, an Enum or a short range"),
    "Transition(\n    Tap.SHUT,\n    TURN,\n    Tap.OPEN)": (
        2,
        "'event' is an Event, not Tap.SHUT",
    ),
    "Machine(\n    'm', POINT,\n    (RULE,),\n    tap)": (3, "'state' is a Field, not a tuple"),
    "Clause(\n    'T1',\n    'modelled',\n    'It is packed.')": (
        4,
        "is no treatment; take of modelled",
    ),
    "Fact('f',\n    'It is wet.',\n    'H')": (2, "its tag is one of H, M, R, D, gap"),
    "Tie(Via.LICENCE,\n    'code')": (1, "a tie: its instrument is a text, not Via.LICENCE"),
    "LeadsTo('a', 'A.',\n    wet,\n    to=TURN)": (3, "'to' must be a condition, not an Event"),
    "Always('a', 'A.',\n    when=TURN,\n    then=wet)": (
        2,
        "'when' must be a condition, not an Event",
    ),
    "Always('a', 'A.',\n    when=wet,\n    then=tap)": (3, "'then' must be true or false"),
    "Machine('m', POINT, tap, (\n    RULE,\n    'by hand',\n))": (3, "each is a Transition"),
    "Machine('m', POINT, tap,\n    NAMED)": (-2, "each is a Transition, not 7"),
    "Transition(TURN, Tap.SHUT, Tap.OPEN, then={\n    wet: True,\n    'dry': 1})": (
        3,
        "is a Field",
    ),
    "Transition(TURN, Tap.SHUT, Tap.OPEN, then={\n    wet: (),\n})": (
        2,
        "'wet' cannot become a tuple",
    ),
    "LeadsTo('a', 'A.', wet, to=wet, weak=(\n    TURN,\n    HAND))": (
        3,
        "several things in an order",
    ),
    "Variant('v', 'W.', PLAIN, {\n    'a': 1,\n    'b': 'two'})": (
        3,
        "'b' breaks in a number of steps",
    ),
    "Duty('d', 'x', HAND, HAND,\n    'hand', 'code', wet, '1-a')": (2, "'beneficiary' is a Party"),
    "Transition(TURN, Tap.SHUT,\n    Tap.OPEN,\n    wat=3)": (
        1,
        "Transition(...) takes no 'wat'; it takes",
    ),
    "Transition(TURN)": (1, "Transition(...) lacks 'source'"),
    "Via.LICENSE": (1, "Via: no member is called 'LICENSE'; did you mean 'LICENCE'?"),
    "TURN.nam": (1, "an Event has no 'nam'; did you mean 'name'?"),
}


@pytest.mark.parametrize("made", SWAPPED)
def test_what_is_in_the_wrong_order_or_one_of_several_is_refused_at_its_line(
    made: str, tmp_path: Path
) -> None:
    named = ["NAMED = (", "    RULE,", "    7,", ")"]
    before = [*PREAMBLE.splitlines(), *named]
    line, cure = SWAPPED[made]
    path = tmp_path / "taps.py"
    path.write_text("\n".join([*before, f"THING = {made}", "FLOW = PLAIN", ""]), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        load(str(path))
    said = str(refused.value)
    assert said.startswith(f"{path}:{len(before) + line + (line < 0)}: "), said
    assert cure in said


def test_where_its_line_cannot_be_found_that_of_the_call_stands(tmp_path: Path) -> None:
    path = tmp_path / "taps.py"
    by_another_name = "happening = Event\nTHING = happening(\n    'turn',\n    HAND)\n"
    path.write_text(f"from switchproof import *\nHAND = Party('h')\n{by_another_name}")
    with pytest.raises(BadInput, match=r"taps\.py:4: event 'turn': 'scope' is a Scope"):
        load(str(path))


UNFIT = {
    "PLAIN.but(parties=(HAND, Party('a', (Tie(\n    'code', Via.LICENCE,\n    '9-z'),)),))": (
        3,
        "'9-z'",
    ),
    "PLAIN.but(TAP.also(Transition(DRIP, Tap, STAYS,\n    cites='9-z')))": (2, "'9-z'"),
    "PLAIN.but(TAP.also(Transition(DRIP, Tap, STAYS,\n    wet.called('a', '9-z'))))": (2, "'9-z'"),
    "PLAIN.but(duties=(Duty('d', 'x',\n    HAND, Party('p'),\n    HAND, 'code', wet, '1-a'),))": (
        2,
        "p is not a party of the flow",
    ),
    "PLAIN.but(duties=(Duty('d', 'x', HAND, HAND, HAND, 'code',\n    wet,\n    '9-z'),))": (
        3,
        "'9-z'",
    ),
}


@pytest.mark.parametrize("made", UNFIT)
def test_what_does_not_fit_the_flow_is_refused_where_it_is_written(
    made: str, tmp_path: Path
) -> None:
    before, (line, cure) = PREAMBLE.splitlines(), UNFIT[made]
    path = tmp_path / "taps.py"
    path.write_text("\n".join([*before, f"FLOW = {made}", ""]), encoding="utf-8")
    with pytest.raises(BadInput) as refused:
        load(str(path))
    assert str(refused.value).startswith(f"{path}:{len(before) + line}: "), str(refused.value)
    assert cure in str(refused.value)
