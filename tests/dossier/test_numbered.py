"""The table of P1 to P30 fits the claims, the register, and what was not verified."""

import re
from importlib import import_module

import pytest

from model.flows import FLOWS, home_of_claims
from model.language import Claim, Fact
from model.register import REGISTER
from switchproof.dossier.numbered.every import NUMBERED, Property

CLAIMS: dict[tuple[str, str], Claim] = {
    (flow, claim.id): claim
    for flow in FLOWS
    for claim in import_module(home_of_claims(flow)).CLAIMS
}
each = pytest.mark.parametrize("one", NUMBERED, ids=lambda one: one.name)


def unverified(ids: str) -> set[str]:
    sources = [REGISTER[id_] for id_ in ids.split()]
    return {s.id for s in sources if isinstance(s, Fact) and s.tag in {"R", "gap"}}


def test_the_numbers_are_1_to_30() -> None:
    assert [one.number for one in NUMBERED] == list(range(1, 31))


@each
def test_it_is_stated_or_says_why_not(one: Property) -> None:
    assert one.stated() or one.open


@each
def test_each_claim_exists_and_shares_a_source_with_the_property(one: Property) -> None:
    for named in one.stated():
        assert named in CLAIMS, named
        assert set(CLAIMS[named].cites.split()) & set(one.basis.split()), named


@each
def test_a_claim_that_names_the_property_is_listed(one: Property) -> None:
    naming = {
        named
        for named, claim in CLAIMS.items()
        for numbers in re.findall(r"\(((?:P\d+(?:, )?)+)\)", claim.sentence)
        if one.name in numbers.split(", ")
    }
    assert naming - set(one.stated()) == set()


@each
def test_a_property_that_a_claim_states_is_named_by_one(one: Property) -> None:
    named = [one.name in re.findall(r"P\d+", CLAIMS[c].sentence) for c in one.stated()]
    assert any(named) or one.open


@each
def test_what_was_not_verified_is_told_with_how_the_model_stands_to_it(one: Property) -> None:
    assert set(one.hangs) == unverified(one.basis)
    cited = set().union(*(unverified(CLAIMS[named].cites) for named in one.stated()))
    assert cited <= set(one.hangs)
    for how in one.hangs.values():
        assert all(id_ in REGISTER for id_ in re.findall(r"A-[\w-]+", how))


@each
def test_what_is_pending_is_said_to_be_open(one: Property) -> None:
    assert one.open or not any(CLAIMS[named].pending for named in one.stated())
