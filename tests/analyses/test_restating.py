"""No claim says one rule of one machine again: the pinned table of rules shows that."""

import pytest

from model.css.entry import REINSTATE, CssEntry, css_entry
from model.flows import FLOWS
from model.handover.change import FALL_BACK, MAY_NOT, MAY_SEND
from model.handover.flow import FLOW
from model.handover.paths import (
    LOAD_FILE,
    SEND_FILE,
    SENT,
    file,
    file_due,
    in_file,
    message_due,
    of_record,
)
from model.language import Event, Expression, Step, after, all_of, any_of, changed, happens
from model.language.words import words
from switchproof.deciding.load import load
from tests.restating import said_apart, says_a_rule

LOADED = {name: load(name) for name in FLOWS}
SAID_AGAIN = {
    "objection-only-in-window": "P5: an objection is taken only in its window",
    "late-objection-no-effect": "P4: who objects too late is heard to no effect",
    "no-late-objection": "P4: what is too late moves neither that registration nor any other",
    "withdraw-and-annul-by-whom": "P6: parties confused the two acts after go-live",
    "reinstated-catches-up": "P23: what is owed after a suspension",
}


def joined(*rows: tuple[Event, Expression]) -> Expression:
    """Say what each event does, as one claim: where one of them happens, it happens so."""
    events = (event for event, _ in rows)
    return happens(*events).implies(any_of(*(happens(event) & so for event, so in rows)))


@pytest.mark.parametrize("name", FLOWS)
def test_no_part_of_a_claim_says_one_rule_again(name: str) -> None:
    one = LOADED[name]
    steps = [c for c in one.claims if isinstance(c, Step)]
    again = [
        f"{claim.id}: {words(part)}"
        for claim in steps
        if claim.id not in SAID_AGAIN
        for part in said_apart(claim.of(one.flow))
        if says_a_rule(one.flow, part)
    ]
    assert again == [], "show the rule in the table of rules, or join it with others in a sentence"


def test_what_is_said_to_stand_though_it_says_a_rule_again_does() -> None:
    every = [(one.flow, claim) for one in LOADED.values() for claim in one.claims]
    again = {
        claim.id
        for flow, claim in every
        if claim.id in SAID_AGAIN
        and any(says_a_rule(flow, part) for part in said_apart(claim.of(flow)))
    }
    assert again == set(SAID_AGAIN)


THE_FILE_IS_LOADED = happens(LOAD_FILE)
SPENT = ~changed(file_due)


@pytest.mark.parametrize(
    ("body", "again"),
    [
        (happens(FALL_BACK).implies(~after(message_due)), True),
        (happens(REINSTATE).implies(css_entry.is_(CssEntry.SUSPENDED)), True),
        ((THE_FILE_IS_LOADED & file.is_(SENT)).implies(SPENT), True),
        (happens(SEND_FILE).implies(after(file).is_(SENT)), False),  # two rules
        ((happens(SEND_FILE) & MAY_SEND).implies(after(file).is_(SENT)), False),  # two machines
        ((happens(SEND_FILE) & MAY_NOT).implies(after(in_file).is_(of_record)), False),
        (changed(message_due).implies(happens(FALL_BACK)), False),  # of every event
        (happens(REINSTATE).implies(file_due), False),  # of another machine
        (file.is_(SENT).implies(after(file_due)), False),  # of no event
    ],
)
def test_a_part_says_a_rule_again_only_if_one_rule_bears_it(body: Expression, again: bool) -> None:
    assert says_a_rule(FLOW, body) is again


def test_a_claim_is_taken_apart_by_and_by_event_and_by_what_follows() -> None:
    rows = joined((LOAD_FILE, file.is_(SENT) & SPENT), (SEND_FILE, ~file_due))
    parts = [words(part) for part in said_apart(all_of(rows, SPENT))]
    expected = [
        THE_FILE_IS_LOADED.implies(file.is_(SENT)),
        THE_FILE_IS_LOADED.implies(SPENT),
        happens(SEND_FILE).implies(~file_due),
        SPENT,
    ]
    assert parts == [words(part) for part in expected]
