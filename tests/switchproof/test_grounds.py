"""Every claim cites what it cannot do without and nothing that it can, or it is noticed here.

What claims rest on is kept in `switchproof/why/grounds.json`; `switchproof why --keep` asks again
of the claims that it does not answer any more.
"""

from collections import defaultdict
from dataclasses import replace
from functools import cache

import pytest

from model.language import Claim
from properties.analyses.provenance.core import why
from properties.engine.budget import Budget
from switchproof.cli import main
from switchproof.deciding.load import Loaded, load
from switchproof.why.grounds import (
    KEPT,
    Grounds,
    fits,
    grounds_of,
    kept,
    missing,
    rests_on_rules,
    unwanted,
)

SAMPLE = {
    "current": ("one-bound-obligor", "only-accepted-sources", "gateway-closed"),
    "css": ("one-source-accepted",),
    "handover": ("the-crs-can-have-it-done", "done-is-done", "transfer-in-one-event"),
    "linked": (),
    "drafting": ("latest-rec-read-before-the-text",),
    "leadtime": ("domestic-window-before-gate",),
}
ANSWERED = tuple(SAMPLE)
ROWS = kept()


@cache
def loaded(name: str) -> Loaded:
    return load(name)


def asked() -> list[tuple[str, Claim]]:
    every = ((name, claim) for name in ANSWERED for claim in loaded(name).claims)
    return [(name, claim) for name, claim in every if rests_on_rules(claim)]


def row(name: str, claim: Claim) -> Grounds:
    return ROWS[name][claim.id]


def test_what_is_kept_answers_every_claim_on_states_and_steps_as_it_stands() -> None:
    again = "run `switchproof why --keep switchproof/why/grounds.json`"
    stale = [
        f"{name}: {claim.id}"
        for name, claim in asked()
        if not fits(loaded(name).flow, claim, ROWS.get(name, {}).get(claim.id))
    ]
    assert stale == [], again
    assert {(name, id_) for name, rows in ROWS.items() for id_ in rows} == {
        (name, claim.id) for name, claim in asked()
    }


def test_no_claim_cites_what_does_not_bear_it_or_lacks_what_does() -> None:
    """A claim that several flows have may cite what bears it in one of them alone."""
    amiss = defaultdict(list)
    for name, claim in asked():
        found, there = row(name, claim), loaded(name).flow
        amiss[claim].append((unwanted(there, claim, found), missing(claim, found)))
    told = {
        claim.id: (frozenset.intersection(*(u for u, _ in found)), frozenset().union(*lacking))
        for claim, found in amiss.items()
        for lacking in [[m for _, m in found]]
    }
    assert {name: found for name, found in told.items() if any(found)} == {}


def test_of_each_claim_something_is_kept_that_bears_it_alone_or_together() -> None:
    for name, claim in asked():
        found = row(name, claim)
        bearing = (*found["bearing"], *found["order"], *found["by_source"], *found["together"])
        assert bearing, (name, claim.id)


def agrees(name: str, id_: str) -> None:
    one = loaded(name)
    found = grounds_of(one.flow, why(one.flow, one.claim(id_), Budget(seconds=600)))
    before = ROWS[name][id_]
    assert (found["bearing"], found["order"]) == (before["bearing"], before["order"])
    assert (found["by_source"], found["unknown"]) == (before["by_source"], before["unknown"])
    assert (found["idle"], found["idle_sources"]) == (before["idle"], before["idle_sources"])


@pytest.mark.parametrize(("name", "id_"), [(n, c) for n, some in SAMPLE.items() for c in some])
def test_a_fresh_sample_agrees_with_what_is_kept(name: str, id_: str) -> None:
    agrees(name, id_)


@pytest.mark.soak
@pytest.mark.parametrize("name", ANSWERED)
def test_all_that_is_kept_is_found_again(name: str) -> None:
    for id_ in ROWS[name]:
        agrees(name, id_)


CLAIM = load("handover").claim("the-crs-can-have-it-done")


@pytest.mark.parametrize(
    ("cites", "amiss"),
    [
        (f"{CLAIM.cites} 2.3-b", ({"2.3-b"}, set())),
        (CLAIM.cites.replace("A-may-send", "").strip(), (set(), {"A-may-send"})),
    ],
)
def test_a_citation_too_many_and_one_too_few_are_named(
    cites: str, amiss: tuple[set[str], set[str]]
) -> None:
    changed = replace(CLAIM, cites=cites)
    found = row("handover", CLAIM)
    assert (
        set(unwanted(loaded("handover").flow, changed, found)),
        set(missing(changed, found)),
    ) == amiss


def test_a_rule_that_cites_something_else_has_to_be_asked_again() -> None:
    flow = load("handover").flow
    machine = next(m for m in flow.machines if m.name == "change")
    takes_effect = machine.transitions[0]
    changed = flow.but(machine.instead(takes_effect.event, replace(takes_effect, cites="1-a 1-b")))
    assert fits(flow, CLAIM, row("handover", CLAIM))
    assert not fits(changed, CLAIM, row("handover", CLAIM))


def test_the_command_asks_only_what_is_not_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "--flow", "handover", "--keep", str(KEPT)]) == 0
    assert capsys.readouterr().out == ""
