"""`switchproof list`: a flow in lines, where a family is a line, or each of its members."""

import pytest

from model.flows import FLOWS, WRITTEN, flow
from model.language.lines import events, expanded, families
from properties.analyses.pinned import path_of
from switchproof.cli import main
from tests.swings import FLOW


def test_a_family_is_written_once() -> None:
    own, feels, on, off, others = families(FLOW)[:5]

    assert own.endswith("swing of the child is one of off, on; at first off, but on for Ann")
    assert feels.endswith("how the child feels is one of no, yes; at first no")
    assert on.startswith("swing (each child): get on (each child), of a point, by the child, ")
    assert "when of no other child: swing of the child is on; then" in on
    assert off.endswith("then how the child feels := swing of the child is on")
    assert others.endswith("get off (another's), of a point, by parent, from off stays")


def test_a_group_that_is_for_each_is_written_once_where_its_machine_is_not() -> None:
    once = [line for line in families(FLOW) if line.startswith("last:")]
    each = [line for line in expanded(FLOW) if line.startswith("last:")]

    assert len(each) == 3 * len(once) > 0
    assert "last on it := this child" in once[0]


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_expanded_is_the_pinned_table(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", "rules", name, "--expanded"]) == 0
    assert capsys.readouterr().out == path_of(name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", FLOWS)
def test_a_flow_without_families_is_the_same_both_ways(name: str) -> None:
    same = not any(machine.member for machine in flow(name).machines)
    grouped = any(rule.template for _, rule in flow(name).rules())

    assert (families(flow(name)) == expanded(flow(name))) == (same and not grouped)


def test_an_event_of_a_family_is_one_line() -> None:
    assert events(FLOW, each=False)[0] == "get on (each child), of a point, by the child"
    assert events(FLOW, each=True)[:2] == [
        "get on (Ann), of a point, by Ann",
        "get off (Ann), of a point, by parent",
    ]


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("events", "the objection window closes (each fuel), of a point, by clock"),
        ("claims", "both-secured-or-both-ended (always): Once the gate has closed, both legs"),
        ("variants", "processed apart: Two fuels can be processed apart"),
    ],
)
def test_the_other_kinds_are_a_line_each(
    kind: str, first: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["list", kind, "linked"]) == 0
    assert capsys.readouterr().out.startswith(first)


def test_what_has_no_members_is_not_expanded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "claims", "linked", "--expanded"]) == 2
    assert "--expanded is for rules and events" in capsys.readouterr().err
