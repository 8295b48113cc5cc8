"""The pinned table of rules: it is current, and no rule changes without a line of it."""

from dataclasses import replace

import pytest

from model.flows import FLOWS, flow
from model.language import Flow, Named, Transition, all_other_points
from model.language.lines import expanded
from properties.analyses.mutation.mutants import DOUBLED, mutants
from properties.analyses.pinned import ANEW, difference, path_of, pinned
from tests import flows_for_tests as small

BEFORE = "".join(f"{line}\n" for line in expanded(small.SWITCH))


@pytest.mark.parametrize("name", FLOWS)
def test_the_table_that_is_kept_is_that_of_the_flow(name: str) -> None:
    path = path_of(name)
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    found = difference(kept, pinned(flow(name)))

    assert not found, f"{path}: {found}; {ANEW}"


@pytest.mark.parametrize("name", FLOWS)
def test_whatever_is_wrong_with_a_rule_changes_its_line(name: str) -> None:
    lines = pinned(flow(name))
    same = [mutant.wrong.says for mutant in mutants(flow(name)) if pinned(mutant.flow) == lines]

    assert same == []


def changed(rule: Transition, **how: object) -> Flow:
    """Return the small flow in which the rule that goes live at midnight is another."""
    machine = small.REGISTRATION
    rules = [replace(r, **how) if r is rule else r for r in machine.transitions]  # type: ignore[arg-type]
    return small.SWITCH.but(replace(machine, transitions=rules))


GOES_LIVE = small.REGISTRATION.transitions[2]


@pytest.mark.parametrize(
    ("how", "says"),
    [
        ({"cites": "1-b"}, "when gate closed; cites 1-b 1-a"),
        ({"breaches": "keep hands off"}, "breaches keep hands off"),
        ({"by": None, "source": tuple(small.Registration)}, "from Idle or Pending or Active"),
        ({"when": Named("the gate has closed", ~small.gate_closed)}, "when not gate closed"),
        ({"then": {small.gate_closed: False}}, "then gate closed := no"),
        ({"target": small.Registration.IDLE}, "to Idle"),
    ],
)
def test_a_rule_that_is_changed_is_named_in_one_line(how: dict[str, object], says: str) -> None:
    found = expanded(changed(GOES_LIVE, **how))
    (new,) = set(found) - set(BEFORE.splitlines())

    assert says in new
    assert difference(BEFORE, found).startswith("is no rule any more: registration: midnight")
    assert "\n" not in difference(BEFORE, found)


def test_a_rule_without_effect_says_so() -> None:
    bare = changed(GOES_LIVE, powerless="no power", then={}, target=None)

    assert any("to no effect no power" in line for line in expanded(bare))


def test_a_name_over_a_quantifier_hides_nothing() -> None:
    asked, other = (
        Named("all is quiet", all_other_points(one))
        for one in (~small.gate_closed, small.gate_closed)
    )
    under = Named("no gate", ~small.gate_closed)
    named = Named("all is quiet", all_other_points(under))
    tables = [expanded(changed(small.REGISTRATION.transitions[3], when=w)) for w in (asked, other)]

    assert tables[0] != tables[1]
    assert tables[0] == expanded(changed(small.REGISTRATION.transitions[3], when=named))


def test_a_rule_that_stands_twice_and_one_that_moved_are_seen() -> None:
    twice = next(m for m in mutants(small.SWITCH) if m.wrong.kind == DOUBLED)
    turned = list(expanded(small.SWITCH))
    turned[-1], turned[-2] = turned[-2], turned[-1]

    for lines in (expanded(twice.flow), turned):
        assert difference(BEFORE, lines).startswith("the rules stand in another order")


def test_a_first_value_is_in_the_table() -> None:
    started = small.SWITCH.starting(small.registration, small.Registration.ACTIVE)

    assert "at first Idle" in difference(BEFORE, expanded(started))
    assert any(
        line.endswith("Idle, Pending, Active; at first Active") for line in expanded(started)
    )


def test_what_did_not_change_differs_in_nothing() -> None:
    assert difference(BEFORE, expanded(small.SWITCH)) == ""
