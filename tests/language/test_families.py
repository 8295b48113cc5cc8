"""Families: what is written once is, for each member, what would be written by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from diagrams.rules import rows, told_as_one
from model.language import (
    POINT,
    STAYS,
    Always,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Named,
    OnePerson,
    Party,
    Step,
    Table,
    Transition,
    after,
    all_of,
    all_others,
    any_of,
    at_most_one,
    changed,
    choose,
    each,
    exactly_one,
    exactly_one_other,
    happens,
    itself,
    no_other,
    of_any,
    one_more,
    other,
    some_other,
    the_others,
    up_to,
    whichever,
)
from model.language.meaning import State, World
from properties.engine.packets.export import flow_data, tree
from tests.swings import (
    ANN,
    BEN,
    CHILDREN,
    CID,
    FLOW,
    FREE,
    GET_OFF,
    GET_ON,
    LAST,
    LAW,
    OFF,
    ON,
    SPIN,
    SWINGS,
    TIED,
    Child,
    Rope,
    Swing,
    Tree,
    is_on,
    last,
    rope,
    swing,
    tired,
)


def by_hand() -> Flow:
    """The same flow with dictionaries and comprehensions, as one writes without families."""
    kids = {c: Party(c.value) for c in CHILDREN}
    on = {c: Field(f"swing of {c.value}", Swing, ON if c is ANN else OFF) for c in CHILDREN}
    feels = {c: Field(f"how {c.value} feels", bool, initial=False) for c in CHILDREN}
    get_on = {c: Event("get on", POINT, kids[c], c) for c in CHILDREN}
    get_off = {c: Event("get off", POINT, LAW, c) for c in CHILDREN}

    def machine(c: Child) -> Machine:
        rivals = [r for r in CHILDREN if r is not c]
        free = Named(f"{c.value} finds it free", ~any_of(*(on[r].is_(ON) for r in rivals)))
        rules = (
            Transition(get_on[c], OFF, ON, when=free, then={feels[c]: False}),
            Transition(get_off[c], ON, OFF, then={feels[c]: on[c].is_(ON)}),
            *(Transition(get_off[r], OFF, STAYS) for r in rivals),
        )
        return Machine("swing", POINT, on[c], rules, (feels[c],), happy=(OFF, ON), member=c)

    seen = Field("last on it", Child, Child.NOBODY)
    rules = [
        rule
        for c in CHILDREN
        for rule in (
            Transition(get_on[c], Rope, TIED, seen.is_not(c), {seen: c}),
            Transition(get_on[c], Rope, STAYS, seen.is_(c)),
        )
    ]
    end = Machine("last", POINT, Field("rope", Rope, TIED), rules, (seen,))
    return Flow("swings", "Swings", (*map(machine, CHILDREN), end), (LAW, *kids.values()))


def test_a_family_is_to_the_letter_what_would_be_written_by_hand() -> None:
    assert flow_data(FLOW, None, ()) == flow_data(by_hand(), None, ())
    assert list(map(str, FLOW.machines)) == list(map(str, by_hand().machines))
    assert list(map(str, FLOW.parties)) == list(map(str, by_hand().parties))


def test_a_family_walks_as_what_is_written_by_hand_does() -> None:
    states: list[set[State]] = []
    for flow in (FLOW, by_hand()):
        world = World(flow, (1,))
        seen = set(world.initial_states())
        while new := {after for state in seen for _, after in world.steps(state)} - seen:
            seen |= new
        states.append(seen)

    assert states[0] == states[1]
    assert len(states[0]) > 2


def test_a_member_is_the_same_each_time_and_knows_its_template() -> None:
    assert swing[BEN] is swing[BEN]
    assert (swing[BEN].template, swing[BEN].member) == (swing, BEN)
    assert GET_ON[BEN].template == GET_ON
    assert SWINGS[BEN].template is SWINGS
    rule = SWINGS[BEN].transitions[0]
    assert (rule.template, rule.member) == (SWINGS.transitions[0], BEN)
    assert rule.place == SWINGS.transitions[0].place
    assert LAST.transitions[2].member is BEN


def test_an_event_of_another_is_the_others_own() -> None:
    (rule,) = (r for r in SWINGS[BEN].transitions if r.event == GET_OFF[ANN])
    assert rule.event is GET_OFF[ANN]


def test_a_phrase_of_a_member_is_made_anew_so_that_one_of_two_can_be_left_out() -> None:
    assert FREE[BEN] is not FREE[BEN]
    assert (FREE[BEN].words, FREE[BEN].member) == ("Ben finds it free", BEN)


def test_what_is_changed_knows_no_template_any_more() -> None:
    lacking = SWINGS[BEN].lacking(GET_ON[BEN], "Ben finds it free")
    assert lacking.template is None
    assert lacking.rules_of(GET_ON[BEN])[0].template is None
    assert lacking.rules_of(GET_OFF[BEN])[0].template is SWINGS.transitions[1]


def test_the_members_of_a_family_come_in_their_order() -> None:
    assert swing.values() == tuple(swing[c] for c in CHILDREN)
    assert SWINGS.items() == tuple((c, SWINGS[c]) for c in CHILDREN)


def test_members_may_differ_at_the_start() -> None:
    assert [swing[c].initials for c in CHILDREN] == [(ON,), (OFF,), (OFF,)]


OTHERS: dict[str, tuple[Expression, Callable[[Expression, Expression], Expression]]] = {
    "no": (no_other(is_on), lambda x, y: ~any_of(x, y)),
    "some": (some_other(is_on), any_of),
    "all": (all_others(is_on), all_of),
    "exactly one": (exactly_one_other(is_on), exactly_one),
}


@pytest.mark.parametrize("word", OTHERS)
def test_no_some_all_and_exactly_one_other_are_different_words(word: str) -> None:
    said, meant = OTHERS[word]
    assert tree(said[BEN]) == tree(meant(is_on[ANN], is_on[CID]))


def test_what_is_said_of_all_others_of_two_is_said_of_the_one() -> None:
    height = Field("height", range(3), 0, of=(Tree.OAK, Tree.ELM))
    assert tree(all_others(height.is_(1))[Tree.OAK]) == tree(height[Tree.ELM].is_(1))


COUNTS = {"exactly": exactly_one, "at most": at_most_one, "all": all_of, "any": any_of}


@pytest.mark.parametrize("count", COUNTS)
def test_a_count_is_over_the_members_that_are_named(count: str) -> None:
    counted = COUNTS[count]
    assert tree(counted(is_on, of=CHILDREN)) == tree(counted(*(is_on[c] for c in CHILDREN)))


def test_a_sum_for_each_member_takes_the_member_as_a_value() -> None:
    said = any_of(last.is_(itself(CHILDREN)) & is_on, of=CHILDREN)
    assert tree(said) == tree(any_of(*(last.is_(c) & is_on[c] for c in CHILDREN)))


def test_whichever_is_the_first_for_whom_it_holds() -> None:
    said = whichever(is_on, of=(ANN, BEN), otherwise=Child.NOBODY)
    assert tree(said) == tree(choose(is_on[ANN], ANN, choose(is_on[BEN], BEN, Child.NOBODY)))


def test_the_others_are_states_to_go_from() -> None:
    rules = each(Transition(GET_ON, the_others(CHILDREN), itself(CHILDREN)), of=CHILDREN)
    assert [(rule.source, rule.target) for rule in rules][1] == ((ANN, CID), BEN)


def test_a_rule_on_another_is_a_rule_for_each_other() -> None:
    rules = [str(rule.event) for rule in SWINGS[BEN].transitions]
    assert rules == ["get on (Ben)", "get off (Ben)", "get off (Ann)", "get off (Cid)"]


def test_a_rule_on_anyone_is_a_rule_for_each_in_the_order_of_the_family() -> None:
    rules = each(Transition(of_any(GET_ON), Rope, STAYS, last.is_(itself(CHILDREN))), of=CHILDREN)
    whose = [rule.event.member for rule in rules]
    assert whose == [ANN, BEN, CID] * 3
    assert [rule.member for rule in rules] == [ANN] * 3 + [BEN] * 3 + [CID] * 3


def test_always_and_step_are_for_each_member_unsaid() -> None:
    always = Always("x", "X.", is_on.implies(FREE))
    step = Step("x", "X.", happens(GET_ON).implies(after(swing).is_(ON)))
    assert tree(always.of(FLOW)) == tree(all_of(*(is_on[c].implies(FREE[c]) for c in CHILDREN)))
    assert tree(step.of(FLOW)) == tree(
        all_of(*(happens(GET_ON[c]).implies(after(swing[c]).is_(ON)) for c in CHILDREN))
    )


def test_a_claim_on_another_names_the_events_of_the_others() -> None:
    said = Step("x", "X.", happens(other(GET_ON)).implies(~changed(swing))).of(FLOW)
    assert tree(said)[2][1] == ["happens", "get on (Ann)", "get on (Cid)"]


def test_a_body_that_asks_the_flow_is_for_each_member_too() -> None:
    said = Always("x", "X.", lambda _: is_on.implies(FREE))
    assert tree(said.of(FLOW)) == tree(Always("x", "X.", is_on.implies(FREE)).of(FLOW))


def test_when_and_then_are_the_two_sides_of_a_claim() -> None:
    said = Step("x", "X.", when=happens(GET_ON), then=swing.becomes(ON), cites="1-a")
    meant = Step("x", "X.", happens(GET_ON).implies(swing.becomes(ON)), "1-a")
    assert tree(said.of(FLOW)) == tree(meant.of(FLOW))
    assert said.cites == meant.cites


def test_a_claim_that_is_changed_keeps_what_it_says() -> None:
    said = Step("x", "X.", when=happens(GET_ON), then=swing.becomes(ON), cites="1-a")
    assert tree(replace(said, cites="").of(FLOW)) == tree(said.of(FLOW))


def test_a_field_becomes_what_it_was_not() -> None:
    said = swing[ANN].becomes(OFF)
    assert tree(said) == tree(changed(swing[ANN]) & after(swing[ANN]).is_(OFF))


def test_a_condition_is_called_by_a_name() -> None:
    said = is_on[ANN].called("Ann is on", cites="1-a")
    assert (said.words, said.cites) == ("Ann is on", "1-a")
    assert tree(said) == tree(is_on[ANN])


def names(flow: Flow) -> set[str]:
    return {f"{machine}: {rule.event}" for machine, rule in flow.rules()}


def test_a_change_of_a_family_is_a_change_of_each_member() -> None:
    lacking = FLOW.but(SWINGS.lacking(GET_ON, "{} finds it free"))
    one_by_one = (SWINGS[c].lacking(GET_ON[c], f"{c.value} finds it free") for c in CHILDREN)
    by_member = FLOW.but(*one_by_one)
    assert flow_data(lacking, None, ()) == flow_data(by_member, None, ())
    assert flow_data(lacking, None, ()) != flow_data(FLOW, None, ())


def test_a_phrase_of_each_member_is_changed_in_a_machine_of_no_family() -> None:
    names = last.is_(itself(CHILDREN)).called("it was {}")
    rules = each(Transition(GET_ON, Rope, STAYS, names), of=CHILDREN)
    machine = Machine("last", POINT, rope, rules, (last,))
    assert [tree(t.when) for t in machine.lacking(GET_ON, "it was {}").transitions] == [True] * 3
    one = machine.lacking(GET_ON[BEN], "it was Ben")
    assert [tree(t.when) for t in one.transitions] == [tree(names[ANN]), True, tree(names[CID])]


def test_a_phrase_may_mean_something_else() -> None:
    meant = SWINGS.meaning("{} finds it free", ~tired)
    assert tree(meant[BEN].transitions[0].when) == tree(~tired[BEN])
    assert meant.transitions[1] is SWINGS.transitions[1]


def test_a_count_goes_on_to_the_largest_that_it_holds() -> None:
    count = Field("count", range(4), 0)
    assert tree(one_more(count)) == tree(choose(count.less_than(3), count + 1, 3))


def test_the_states_up_to_one_are_those_before_it_and_it() -> None:
    assert up_to(Child.ANN) == (Child.NOBODY, Child.ANN)


def test_a_table_holds_one_thing_for_each() -> None:
    opposite = Table((ANN, BEN), (BEN, ANN))
    assert (opposite[ANN], opposite[BEN]) == (BEN, ANN)


def test_capacities_are_one_person_while_it_is_said_so() -> None:
    one, two, three = Party("one"), Party("two"), Party("three")
    are = OnePerson((one, two), while_=is_on[ANN]).are
    said = [tree(are(*pair)) for pair in ((one, two), (two, one), (one, three), (three, three))]
    assert said == [tree(is_on[ANN]), tree(is_on[ANN]), False, True]


def test_a_family_of_events_is_taken_from_a_machine_of_no_family() -> None:
    assert LAST.without(GET_ON).transitions == ()
    instead = LAST.instead(GET_ON, *each(Transition(GET_ON, Rope, STAYS), of=CHILDREN))
    assert len(instead.transitions) == 3
    assert names(FLOW.but(SWINGS.without(GET_OFF, other(GET_OFF)))) == names(FLOW) - {
        f"swing ({a.value}): get off ({b.value})" for a in CHILDREN for b in CHILDREN
    }


def test_a_family_starts_as_one() -> None:
    flow = FLOW.starting(swing, OFF)
    assert [flow.initials(swing[c]) for c in CHILDREN] == [(OFF,)] * 3


def test_a_picture_of_a_member_calls_it_this_and_the_others_rivals() -> None:
    told = [(row.event, row.guard, row.effects) for row in rows(FLOW, SWINGS[ANN])]
    assert told == [
        ("Get on", "this child finds it free", ("how this child feels becomes no",)),
        ("Get off", "", ("how this child feels becomes swing of this child is on",)),
        ("Get off (rival child)", "", ()),
        ("Get off (rival child)", "", ()),
    ]


def test_a_group_is_told_as_one_rule_for_each() -> None:
    told = told_as_one(rows(FLOW, LAST))
    assert [(row.event, row.guard, row.effects) for row in told] == [
        (
            "Get on (each child)",
            "last on it is not that child",
            ("last on it becomes that child",),
        ),
        ("Get on (each child)", "last on it is that child", ()),
    ]


def test_a_name_that_holds_the_words_of_a_member_by_chance_stays_as_it_is() -> None:
    chance = Named("the shadow of Ann is long", rope.is_(TIED))
    shaded = SWINGS.also(Transition(SPIN, Swing, STAYS, when=chance))
    assert rows(FLOW.but(shaded), shaded[ANN])[-1].guard == "the shadow of Ann is long"


def test_a_condition_is_no_function_and_is_not_called() -> None:
    assert not callable(is_on)
    assert not callable(swing)
