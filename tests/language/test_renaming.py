"""Other names: what they reach, what they leave as it is, and what is claimed under them."""

import pytest

from model.css.flow import FLOW as CSS
from model.current.duties import networks_standing
from model.current.flow import FLOW as CURRENT
from model.current.registration import MIDNIGHT, registration
from model.handover.flow import FLOW as HANDOVER
from model.language import (
    Always,
    CanStill,
    DoneBy,
    LeadsTo,
    Mirrors,
    Renaming,
    Sometimes,
    Step,
    StuckOnly,
)
from model.language.claims import Claim
from model.language.expressions import reads
from model.language.lines import events, expanded, families
from model.parties import Supplier
from properties.css import CLAIMS as OF_CSS
from properties.current import CLAIMS as OF_CURRENT
from properties.engine.prove import decide
from properties.engine.verdict import Verdict
from properties.handover import CLAIMS as OF_HANDOVER

RENAMING = Renaming({"registration": "registration at MPAS", MIDNIGHT.name: "midnight at MPAS"})
AT_MPAS = CURRENT.renamed(RENAMING)
PAIRS = tuple(zip(CURRENT.machines, AT_MPAS.machines, strict=True))


def test_what_a_renaming_does_not_touch_is_the_same_object_and_can_be_shared() -> None:
    changed = {new.name for old, new in PAIRS if old is not new}
    assert changed == {"request", "registration at MPAS", "change", "provision"}
    assert all(old is new for old, new in zip(CURRENT.parties, AT_MPAS.parties, strict=True))


def test_a_family_is_renamed_where_it_was_written() -> None:
    moved = RENAMING.of(registration)
    assert moved[Supplier.A] in AT_MPAS.machine_of
    assert moved[Supplier.A].name == "registration at MPAS of supplier A"
    assert RENAMING.of(registration[Supplier.A]) is moved[Supplier.A]
    assert RENAMING.of(moved) is moved
    assert RENAMING.of(MIDNIGHT)[Supplier.B] in AT_MPAS.events
    assert MIDNIGHT[Supplier.B] not in AT_MPAS.events


def test_renamed_back_a_flow_is_said_in_the_same_lines() -> None:
    back = AT_MPAS.renamed({new: old for old, new in RENAMING.names.items()})
    assert expanded(back) == expanded(CURRENT) != expanded(AT_MPAS)
    assert families(back) == families(CURRENT)
    assert events(back, each=True) == events(CURRENT, each=True)


OF_A_KIND = {type(claim): (HANDOVER, claim) for claim in OF_HANDOVER}
OF_A_KIND |= {type(claim): (CSS, claim) for claim in OF_CSS}
OF_A_KIND |= {type(claim): (CURRENT, claim) for claim in OF_CURRENT}
WHOLE = Renaming(prefix="as it was: ")


@pytest.mark.parametrize("kind", OF_A_KIND, ids=lambda kind: kind.__name__)
def test_a_claim_of_each_kind_is_carried_over(kind: type[Claim]) -> None:
    flow, claim = OF_A_KIND[kind]
    assert decide(flow.renamed(WHOLE), WHOLE.of(claim)).verdict is Verdict.PROVED


def test_every_kind_of_claim_is_among_them() -> None:
    every = {Always, Step, Sometimes, LeadsTo, CanStill, StuckOnly, DoneBy, Mirrors}
    assert every == {*OF_A_KIND}


def test_what_a_claim_says_of_duties_it_says_of_those_of_the_renamed_flow() -> None:
    claim = next(claim for claim in OF_CURRENT if claim.id == "one-bound-obligor")
    renaming = Renaming({networks_standing.name: "standing"})
    fields = {read.field for read in reads(renaming.of(claim).of(CURRENT.renamed(renaming)))}
    assert renaming.of(networks_standing) in fields
    assert networks_standing not in fields


def test_a_renamed_flow_starts_as_it_did_and_names_its_own_duties() -> None:
    renamed = CSS.renamed(WHOLE)
    for old, new in zip(CSS.fields, renamed.fields, strict=True):
        assert (new.name, renamed.initials(new)) == (f"as it was: {old.name}", CSS.initials(old))
    breached = {rule.breaches for _, rule in renamed.rules() if rule.breaches}
    assert breached
    assert breached <= {duty.name for duty in renamed.duties}


def test_what_a_renaming_has_made_it_leaves_as_it_is() -> None:
    swapped = Renaming({"request": "registration", "registration": "request"})
    for renaming in (WHOLE, swapped):
        assert renaming.of(renaming.of(registration)) is renaming.of(registration)
        for claim in OF_CURRENT:
            if claim.id == "one-bound-obligor":
                renamed = CURRENT.renamed(renaming)
                assert decide(renamed, renaming.of(claim)).verdict is Verdict.PROVED
