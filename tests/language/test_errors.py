from pathlib import Path

import pytest

from switchproof.deciding.load import load
from switchproof.terminal.errors import BadInput

FLOW_FILE = """
from enum import Enum
from switchproof import *
class Tap(Enum):
    OPEN = "open"
    SHUT = "shut"
class Lamp(Enum):
    ON = "on"
    OFF = "off"
NOTE = Clause("1-a", "A tap is opened by hand.", "modelled")
HAND = Party("hand")
STRANGER = Party("stranger")
tap = Field("tap", Tap, Tap.SHUT)
drops = Field("drops", range(4), 0)
full = Field("full", bool, False)
lamp = Field("lamp", Lamp, Lamp.OFF)
wet = Field("wet", bool, False)
foreign = Field("foreign", bool, False)
turn = Event("turn", POINT, by=HAND)
drip = Event("drip", POINT, by=HAND)
flood = Event("flood", INDUSTRY, by=HAND)
anyone = Event("anyone", POINT)
RULE = Transition(turn, Tap.SHUT, Tap.OPEN, Named("dry", ~wet, cites="1-a"), cites="1-a")
MORE = ()
TAP = Machine("tap", POINT, state=tap, fields=(drops, full), transitions=(RULE, *MORE))
LAMP_RULES = (Transition(turn, Lamp, STAYS, cites="1-a"),)
LAMP = Machine("lamp", INDUSTRY, state=lamp, fields=(wet,), transitions=LAMP_RULES)
DUTIES = ()
FLOW = Flow("taps", "Taps", (TAP, LAMP), parties=(HAND,), sources=(NOTE,), duties=DUTIES)
CLAIMS = ()
VARIANTS = ()
"""

GIVEN_IN_A_CIRCLE = (
    "CLAIMS = (B := Always('b', 'B.', ~wet, given=[Always('a', 'A.', ~wet)]), "
    "Always('a', 'A.', ~wet, given=[B]))"
)
GIVEN_ITS_LIKE = (
    "CLAIMS = [CanStill('c', 'C.', wet, to=~wet, given=[CanStill('b', 'B.', wet, to=~wet, "
    "given=[CanStill('a', 'A.', wet, to=~wet)])])]"
)
RULES = {
    "a state to go to that nobody declared": (
        "Transition(drip, Tap.OPEN, Lamp.ON)",
        "Lamp.ON is not one of its states (OPEN, SHUT)",
    ),
    "a state to leave that nobody declared": (
        "Transition(drip, Lamp.ON, Tap.OPEN)",
        "Lamp.ON is not one of its states (OPEN, SHUT)",
    ),
    "a state that is not a state": (
        "Transition(drip, Tap.OPEN, False)",
        "False is not one of its states (OPEN, SHUT)",
    ),
    "no state to leave": ("Transition(drip, (), Tap.OPEN)", "name at least one state"),
    "an effect on another machine's field": (
        "Transition(drip, Tap, STAYS, then={wet: True})",
        "'then' names only fields of its own machine, and not its state; 'wet' is not one",
    ),
    "an effect on its own state": (
        "Transition(drip, Tap, STAYS, then={tap: Tap.OPEN})",
        "'then' names only fields of its own machine, and not its state; 'tap' is not one",
    ),
    "an effect of another sort": (
        "Transition(drip, Tap, STAYS, then={drops: True})",
        "'drops' holds 0 to 3, not yes or no",
    ),
    "a guard that compares two sorts": (
        "Transition(drip, Tap, STAYS, tap.is_(Lamp.ON))",
        "'is' compares two sorts: Tap with Lamp",
    ),
    "a guard that is not true or false": (
        "Transition(drip, Tap, STAYS, drops)",
        "'when' must be true or false; write .is_(...) or .in_(...)",
    ),
    "==": ("Transition(drip, Tap, STAYS, tap == Tap.OPEN)", "write .is_(...) instead of =="),
    "== turned round": (
        "Transition(drip, Tap, STAYS, Tap.OPEN == tap)",
        "write .is_(...) instead of ==",
    ),
    "!=": ("Transition(drip, Tap, STAYS, tap != Tap.OPEN)", "write .is_not(...) instead of !="),
    "is": (
        "Transition(drip, Tap, STAYS, tap is Tap.OPEN)",
        "'when' is Python's False, whatever the state; write .is_(...) instead of is",
    ),
    "in": (
        "Transition(drip, Tap, STAYS, tap in (Tap.OPEN, Tap.SHUT))",
        "and .in_(...) instead of in",
    ),
    "and": ("Transition(drip, Tap, STAYS, wet and full)", "write &, |, ~ instead of and, or, not"),
    "or": ("Transition(drip, Tap, STAYS, wet or full)", "write &, |, ~ instead of and, or, not"),
    "not": ("Transition(drip, Tap, STAYS, not wet)", "write &, |, ~ instead of and, or, not"),
    "if": (
        "Transition(drip, Tap, STAYS, wet if full else wet)",
        "an expression has no truth value",
    ),
    "<": (
        "Transition(drip, Tap, STAYS, drops < 2)",
        "write .less_than(...) or .at_most(...) instead of < <= > >=",
    ),
    "a chain of >": (
        "Transition(drip, Tap, STAYS, 3 > drops > 1)",
        "write .less_than(...) or .at_most(...) instead of < <= > >=",
    ),
    "& between sorts": (
        "Transition(drip, Tap, STAYS, tap & wet)",
        "'and' joins conditions, not Tap; write .is_(...) first",
    ),
    "numbers of what is no number": (
        "Transition(drip, Tap, STAYS, tap.less_than(2))",
        "'less' takes whole numbers only",
    ),
    "a quantifier under ~": (
        "Transition(drip, Tap, STAYS, ~all_points(full))",
        "a quantifier may only be a conjunct of 'when', joined by & and not negated",
    ),
    "a named quantifier under ~": (
        "Transition(drip, Tap, STAYS, ~Named('all full', all_points(full)))",
        "a quantifier may only be a conjunct of 'when', joined by & and not negated",
    ),
    "a quantifier under |": (
        "Transition(drip, Tap, STAYS, wet | all_points(full))",
        "a quantifier may only be a conjunct of 'when', joined by & and not negated",
    ),
    "a quantifier under implies": (
        "Transition(drip, Tap, STAYS, wet.implies(all_points(full)))",
        "a quantifier may only be a conjunct of 'when', joined by & and not negated",
    ),
    "a quantifier that is compared": (
        "Transition(drip, Tap, STAYS, all_points(full).is_(False))",
        "a quantifier may only be a conjunct of 'when', joined by & and not negated",
    ),
    "a quantifier in a condition": (
        "Transition(drip, Tap, STAYS, choose(all_points(full), wet, full))",
        "a quantifier may only be a conjunct of 'when', joined by & and not negated",
    ),
    "a quantifier in then": (
        "Transition(drip, Tap, STAYS, then={full: all_points(full)})",
        "no quantifier may stand in 'then'",
    ),
    "a conjunction with a quantifier in then": (
        "Transition(drip, Tap, STAYS, then={full: wet & all_points(full)})",
        "no quantifier may stand in 'then'",
    ),
    "a quantifier in a quantifier": (
        "Transition(drip, Tap, STAYS, all_points(all_points(full)))",
        "a quantifier inside a quantifier is not in the language",
    ),
    "a quantifier in a follower": (
        "Transition(flood, Tap, STAYS, all_other_points(full))",
        "no quantifier there; guard the wider event",
    ),
    "a quantifier over the points of a provider, in a point": (
        "Transition(drip, Tap, STAYS, all_my_points(full))",
        "'for all points of this provider' needs a machine of PROVIDER scope",
    ),
    "after, in a rule": (
        "Transition(drip, Tap, STAYS, after(full))",
        "'after' and 'at_other_...' are for claims, not for rules",
    ),
    "another point, in a rule": (
        "Transition(drip, Tap, STAYS, at_other_point(full))",
        "'after' and 'at_other_...' are for claims, not for rules",
    ),
    "happens, in a guard": (
        "Transition(drip, Tap, STAYS, happens(turn))",
        "'happens' is for claims, not for guards",
    ),
    "a field of no machine": (
        "Transition(drip, Tap, STAYS, foreign)",
        "reads 'foreign', a field of no machine of the flow",
    ),
    "an event that nobody can perform": (
        "Transition(anyone, Tap, STAYS)",
        "nobody performs it; give the event a 'by'",
    ),
    "a performer who is no party of the flow": (
        "Transition(anyone, Tap, STAYS, by=STRANGER)",
        "stranger is not among the parties of 'taps'; add it there",
    ),
    "two performers": (
        "Transition(turn, Tap, STAYS, by=STRANGER)",
        "performed by hand, so not by stranger",
    ),
    "an unknown citation": (
        "Transition(drip, Tap, STAYS, cites='1-a 9-z')",
        "cites '9-z', which is not among the flow's sources; correct the id or add the source",
    ),
    "an unknown citation of a condition": (
        "Transition(drip, Tap, STAYS, Named('wet', wet, cites='9-z'))",
        "cites '9-z', which is not among the flow's sources; correct the id or add the source",
    ),
    "a breach of an unknown duty": (
        "Transition(drip, Tap, STAYS, breaches='keep dry')",
        "there is no duty 'keep dry' to breach",
    ),
    "two events of one name": (
        "Transition(Event('turn', INDUSTRY, by=HAND), Tap, STAYS)",
        "two events are called 'turn'; give one another name",
    ),
    "a value of no sort": (
        "Transition(drip, Tap, STAYS, tap.is_('open'))",
        "'open' is neither an expression nor a value of a finite sort",
    ),
    "a rule with too little": (
        "Transition(drip, Tap)",
        "Transition(...) lacks 'target'; it takes event, source",
    ),
}

LINES = {
    "a sort that is not finite": (
        "drops =",
        "drops = Field('drops', int, 0)",
        "field 'drops': a sort is bool, an Enum or a short range",
    ),
    "a first value outside its sort": (
        "drops =",
        "drops = Field('drops', range(4), 4)",
        "field 'drops': 4 is not in its sort (0 to 3)",
    ),
    "two fields of one name": (
        "wet =",
        "wet = Field('full', bool, False)",
        "two field names are 'full'; give one another name",
    ),
    "two machines of one name": (
        "LAMP =",
        "LAMP = Machine('tap', INDUSTRY, state=lamp, fields=(wet,), transitions=LAMP_RULES)",
        "two machine names are 'tap'; give one another name",
    ),
    "two parties of one name": (
        "FLOW =",
        "FLOW = Flow('taps', 'Taps', (TAP, LAMP), parties=(HAND, Party('hand')), sources=(NOTE,))",
        "two party names are 'hand'; give one another name",
    ),
    "two duties of one name": (
        "DUTIES =",
        "DUTIES = [Duty('dry', 'x', HAND, HAND, HAND, 'code', wet, '1-a') for _ in range(2)]",
        "two duty names are 'dry'; give one another name",
    ),
    "a duty of a stranger": (
        "DUTIES =",
        "DUTIES = (Duty('dry', 'x', STRANGER, HAND, HAND, 'code', wet, '1-a'),)",
        "duty 'dry': stranger is not a party of the flow",
    ),
    "a duty that cites nothing": (
        "DUTIES =",
        "DUTIES = (Duty('dry', 'x', HAND, HAND, HAND, 'code', wet, ''),)",
        "duty 'dry' cites nothing",
    ),
    "a duty that cites what is not there": (
        "DUTIES =",
        "DUTIES = (Duty('dry', 'x', HAND, HAND, HAND, 'code', wet, '9-z'),)",
        "duty 'dry' cites '9-z', which is not among the flow's sources",
    ),
    "a duty in force while a field of no machine holds": (
        "DUTIES =",
        "DUTIES = (Duty('dry', 'x', HAND, HAND, HAND, 'code', foreign, '1-a'),)",
        "duty 'dry' reads 'foreign', a field of no machine of the flow",
    ),
    "a wide machine that reads what is narrower": (
        "LAMP_RULES =",
        "LAMP_RULES = (Transition(turn, Lamp, STAYS, tap.is_(Tap.OPEN)),)",
        "reads 'tap', which is narrower than INDUSTRY; only a quantifier may look there",
    ),
    "all other points, where no point is meant": (
        "LAMP_RULES =",
        "LAMP_RULES = (Transition(turn, Lamp, STAYS, all_other_points(full)),)",
        "'for all other points' needs a machine of POINT scope",
    ),
    "a claim with a quantifier": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', all_points(~wet), '1-a'),)",
        "claim 'dry' is 'for every point' as it stands: write its body without a quantifier",
    ),
    "a claim with a quantifier, from the flow": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', lambda flow: all_points(~wet), '1-a'),)",
        "claim 'dry' is 'for every point' as it stands: write its body without a quantifier",
    ),
    "a claim on states that speaks of a step": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', changed(wet), '1-a'),)",
        "claim 'dry' speaks of a step (after, happens): make it a Step claim",
    ),
    "a claim that is not true or false": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', drops, '1-a'),)",
        "claim 'dry': 'body' must be true or false",
    ),
    "a claim that cites what is not there": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', ~wet, '9-z'),)",
        "claim 'dry' cites '9-z', which is not among the flow's sources",
    ),
    "a claim that reads a field of no machine": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', ~foreign, '1-a'),)",
        "claim 'dry' reads 'foreign', a field of no machine of the flow",
    ),
    "a claim about an event of no machine": (
        "CLAIMS =",
        "CLAIMS = (Step('dry', 'It is dry.', ~happens(drip), '1-a'),)",
        "claim 'dry' speaks of 'drip', an event of no machine of the flow",
    ),
    "a claim whose body fails": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'It is dry.', lambda flow: flow.nothing, '1-a'),)",
        "a Flow has no 'nothing'; see its names in help()",
    ),
    "two claims of one id": (
        "CLAIMS =",
        "CLAIMS = [Always('dry', 'It is dry.', ~wet, '1-a') for _ in range(2)]",
        "two claims are called 'dry'; give one another name",
    ),
    "a claim given what is not claimed": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'D.', ~wet, given=(Always('damp', 'D.', ~wet),)),)",
        "claim 'dry' is given 'damp', which is not among CLAIMS; add it there",
    ),
    "claims given in a circle": (
        "CLAIMS =",
        GIVEN_IN_A_CIRCLE,
        "claim 'b' is given 'a', which is given 'b': a circle proves nothing; leave one of them",
    ),
    "a claim given another by its name": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'D.', ~wet, given=('damp',)),)",
        "claim 'dry': 'given': each is a Claim, not 'damp'",
    ),
    "a claim given one of a kind that is no fact": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'D.', ~wet, given=(Step('damp', 'D.', ~after(wet)),)),)",
        "claim 'dry' is given 'damp' of the kind 'step'; give it what is 'always'",
    ),
    "a claim of a kind that is given nothing": (
        "CLAIMS =",
        "CLAIMS = (Sometimes('dry', 'D.', ~wet, given=(Always('damp', 'D.', ~wet),)),)",
        "claim 'dry' is of the kind 'sometimes', which is given nothing; leave out 'given'",
    ),
    "a claim given one twice": (
        "CLAIMS =",
        "CLAIMS = (Always('dry', 'D.', ~wet, given=(Always('damp', 'D.', ~wet),) * 2),)",
        "claim 'dry' is given 'damp' twice; leave one out",
    ),
    "a claim given one that is given its like": (
        "CLAIMS =",
        GIVEN_ITS_LIKE,
        "claim 'c' is given 'b', which is given others of its kind; give it these",
    ),
    "a variant that lacks a condition that is not there": (
        "VARIANTS =",
        "VARIANTS = (Variant('x', 'y', FLOW.but(TAP.lacking(turn, 'moist')), {'dry': 1}),)",
        "no conjunct is named 'moist'",
    ),
    "a variant without an event that is not there": (
        "VARIANTS =",
        "VARIANTS = (Variant('x', 'y', FLOW.but(TAP.without(flood)), {'dry': 1}),)",
        "machine 'tap' has no event 'flood'",
    ),
    "a variant that breaks nothing": (
        "VARIANTS =",
        "VARIANTS = (Variant('x', 'y', FLOW, {}),)",
        "variant 'x' names no claim that it breaks",
    ),
    "a variant that breaks a claim that is not there": (
        "VARIANTS =",
        "VARIANTS = (Variant('x', 'y', FLOW, {'dry': 1}),)",
        "variant 'x' breaks what is not there: no claim is called 'dry'",
    ),
    "a syntax error": ("MORE =", "MORE = (", "'(' was never closed; correct the Python there"),
    "a module that is not there": (
        "MORE =",
        "import no_such_module",
        "no module 'no_such_module'; install it, or write it into a file beside this one",
    ),
    "a file that stops": ("MORE =", "raise SystemExit(3)", "SystemExit: 3; correct it"),
}


def complaint(folder: Path, starts: str, instead: str) -> tuple[str, int]:
    """Load the flow with one line changed; return what is said and the number of the line."""
    lines = FLOW_FILE.splitlines()
    number = next(n for n, line in enumerate(lines) if line.startswith(starts))
    lines[number] = instead
    path = folder / "taps.py"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(BadInput) as wrong:
        load(str(path))
    return str(wrong.value), number + 1


def test_the_flow_is_well_formed_where_no_line_is_changed(tmp_path: Path) -> None:
    path = tmp_path / "taps.py"
    path.write_text(FLOW_FILE, encoding="utf-8")
    assert load(str(path)).flow.name == "taps"


@pytest.mark.parametrize("rule", RULES)
def test_an_ill_formed_rule_is_refused_with_its_line_and_the_cure(
    rule: str, tmp_path: Path
) -> None:
    text, cure = RULES[rule]
    said, line = complaint(tmp_path, "MORE =", f"MORE = ({text},)")

    assert said.startswith(f"{tmp_path / 'taps.py'}:{line}: ")
    assert cure in said
    assert "\n" not in said


@pytest.mark.parametrize("what", LINES)
def test_an_ill_formed_line_is_refused_with_its_number_and_the_cure(
    what: str, tmp_path: Path
) -> None:
    starts, instead, cure = LINES[what]
    said, line = complaint(tmp_path, starts, instead)

    assert said.startswith(f"{tmp_path / 'taps.py'}:{line}: ")
    assert cure in said
    assert "\n" not in said
