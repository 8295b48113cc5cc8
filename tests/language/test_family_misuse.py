"""What is meant of a family must be said: each misuse is refused, in one line, where it stands."""

from collections.abc import Callable

import pytest

from model.language import (
    POINT,
    STAYS,
    TRUE,
    Always,
    Answers,
    Consequence,
    DoneBy,
    Duty,
    Event,
    Field,
    IllFormed,
    LeadsTo,
    Machine,
    Mirrors,
    Party,
    Sometimes,
    Step,
    Table,
    Tie,
    Transition,
    Via,
    all_points,
    any_of,
    each,
    exactly_one,
    no_other,
    other,
)
from model.language.events import Scope
from model.language.families import Of
from model.walk import Walk
from tests.swings import (
    ANN,
    CHILDREN,
    FLOW,
    GET_OFF,
    GET_ON,
    GROW,
    KID,
    LAW,
    OFF,
    ON,
    SPIN,
    SWINGS,
    TIED,
    Child,
    Rope,
    Tree,
    is_on,
    last,
    rope,
    size,
    swing,
)


def machine(*rules: Transition, of: Of = ()) -> Machine:
    return Machine("m", Scope.POINT, rope if not of else swing, rules, of=of)


MISUSES: dict[str, tuple[Callable[[], object], str]] = {
    "an event of whom?": (
        lambda: machine(Transition(GET_ON, Rope, STAYS)),
        "which child's? write get on[Child.ANN] or of=CHILDS",
    ),
    "a condition on whom?": (
        lambda: machine(Transition(SPIN, Rope, STAYS, when=is_on)),
        "which child's? write swing[Child.ANN] or of=CHILDS",
    ),
    "a state of whom?": (
        lambda: Machine("m", POINT, swing, ()),
        "which child's? write swing[Child.ANN]",
    ),
    "a field that all members share": (
        lambda: Machine("m", POINT, swing, (), (last,), of=CHILDREN),
        "'last on it' needs its 'of', as there is a machine for each member",
    ),
    "two families in one rule": (
        lambda: machine(Transition(GET_ON, OFF, ON, when=size.is_(1)), of=CHILDREN),
        "two families in one, of child and tree",
    ),
    "two families in one condition": (
        lambda: is_on & size.is_(1),
        "two families in one, of child and tree",
    ),
    "a rule of another family": (
        lambda: machine(Transition(GROW, OFF, ON), of=CHILDREN),
        "is of each tree, in a machine of each child",
    ),
    "a group of rules that are the same for each": (
        lambda: each(Transition(SPIN, Rope, STAYS), of=CHILDREN),
        "is the same for each member, and not of those in 'of'",
    ),
    "a group of rules of another family": (
        lambda: each(Transition(GROW, Rope, STAYS), of=CHILDREN),
        "is of each tree, and not of those in 'of'",
    ),
    "a member of another family": (lambda: swing[Tree.OAK], "'swing' is of Child.ANN, Child.BEN"),
    "a member of what has none": (lambda: rope[ANN], "'rope' is of no family: write it without"),
    "members of what has none": (
        lambda: len(SPIN.values()),
        "'spin' is of no family: it has no members",
    ),
    "members that are not a tuple": (
        lambda: Field("x", bool, initial=False, of=Child),  # type: ignore[arg-type]
        "'of' takes members of one enumeration, each once, as a tuple",
    ),
    "members twice": (
        lambda: Event("x", POINT, LAW, of=(ANN, ANN)),
        "'of' takes members of one enumeration, each once, as a tuple",
    ),
    "members of two enumerations": (
        lambda: Party("x", of=(ANN, Tree.OAK)),
        "'of' takes members of one enumeration, each once, as a tuple",
    ),
    "the other of what has none": (lambda: other(SPIN), "'spin' is of no family"),
    "another's event, of a member": (lambda: other(GET_ON)[ANN], "is the event of no one member"),
    "no other of what has none": (lambda: no_other(rope.is_(TIED)), "speaks of no family"),
    "a count of one thing": (lambda: exactly_one(is_on), "which child's?"),
    "any of one thing": (lambda: any_of(is_on), "which child's?"),
    "a count of others": (
        lambda: exactly_one(rope.is_(TIED), of=CHILDREN),
        "is of no family: write it without",
    ),
    "sometimes for each": (
        lambda: Sometimes("x", "X.", is_on),
        "claim 'x' is not for each member: which child's?",
    ),
    "leads to for each": (
        lambda: LeadsTo("x", "X.", is_on[ANN], to=~is_on),
        "claim 'x' is not for each member: which child's?",
    ),
    "fair for whom?": (
        lambda: LeadsTo("x", "X.", is_on[ANN], to=~is_on[ANN], weak=(GET_ON,)),
        "claim 'x': which child's?",
    ),
    "a duty of whom?": (
        lambda: Duty("d", "m", LAW, LAW, LAW, "law", is_on, "1-a"),
        "duty 'd': which child's?",
    ),
    "a duty that whom performs?": (
        lambda: Duty("d", "m", LAW, LAW, LAW, "law", TRUE, "1-a", performed_by=(GET_OFF,)),
        "duty 'd': which child's? write get off[Child.ANN]",
    ),
    "a power of whom?": (
        lambda: Duty(
            "d", "m", LAW, LAW, LAW, "law", TRUE, "1-a", consequence=Consequence(power=GET_OFF)
        ),
        "duty 'd': which child's?",
    ),
    "a tie while whose?": (
        lambda: Tie("law", Via.LICENCE, while_=is_on),
        "tie to 'law': which child's?",
    ),
    "an answer while whose?": (
        lambda: Answers(LAW, LAW, ("m",), "1-a", while_=is_on),
        "which child's?",
    ),
    "a mirror of whose machine?": (
        lambda: Mirrors("x", "X.", machine="m", original=SWINGS, renaming={}),
        "claim 'x': which child's? write swing[Child.ANN]",
    ),
    "an act of whose?": (
        lambda: DoneBy("x", "X.", actors={LAW: (GET_ON,)}),
        "claim 'x': what each party does: which child's? write get on[Child.ANN]",
    ),
    "an act by whom?": (
        lambda: DoneBy("x", "X.", actors={KID: (SPIN,)}),
        "claim 'x': who acts: which child's? write {}[Child.ANN]",
    ),
    "a quantifier among others": (
        lambda: no_other(all_points(is_on)),
        "no quantifier may stand in what is said of other members",
    ),
    "a table that is too short": (
        lambda: Table(CHILDREN, (1, 2)),
        "a table holds one thing for each of 3 members",
    ),
    "a claim without a body": (lambda: Always("x", "X."), "says a body, or both 'when' and 'then'"),
    "a claim with two bodies": (
        lambda: Always("x", "X.", is_on, when=is_on, then=is_on),
        "says a body, or both 'when' and 'then'",
    ),
    "a claim with half a body": (
        lambda: Step("x", "X.", when=is_on),
        "says a body, or both 'when' and 'then'",
    ),
    "a change of an event that it has not": (
        lambda: SWINGS.lacking(SPIN, "x"),
        "machine 'swing' has no event 'spin'",
    ),
    "a start apart of no member": (
        lambda: swing.starting(Child.NOBODY, ON),
        "field 'swing' is not of Child.NOBODY",
    ),
    "a start out of the sort": (
        lambda: swing.starting(ANN, Tree.OAK),
        "is not in its sort (Swing)",
    ),
}


def test_an_event_of_each_cannot_be_taken() -> None:
    with pytest.raises(LookupError, match=r"^which child's\? write get on\[Child.ANN\]$"):
        Walk(FLOW).take(GET_ON)
    with pytest.raises(LookupError, match=r"^which child's\? write 'get on \(Ann\)'$"):
        Walk(FLOW).take("get on")


def test_a_field_of_each_cannot_be_read() -> None:
    with pytest.raises(LookupError, match=r"^which child's\? write swing\[Child.ANN\]$"):
        Walk(FLOW).read(swing)
    with pytest.raises(LookupError, match=r"^which child's\? write swing\[Child.ANN\]$"):
        Walk(FLOW, starts={swing: ON})


def test_a_field_of_no_machine_cannot_be_read() -> None:
    with pytest.raises(LookupError, match=r"^flow 'swings' has no field 'slide'$"):
        Walk(FLOW).read(Field("slide", bool, initial=False))


@pytest.mark.parametrize("misuse", MISUSES)
def test_a_misuse_is_refused_in_one_line_with_its_place(misuse: str) -> None:
    made, said = MISUSES[misuse]
    with pytest.raises(IllFormed) as refused:
        made()
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith(f"{__file__}:{made.__code__.co_firstlineno}")
