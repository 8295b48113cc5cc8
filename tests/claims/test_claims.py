"""Each claim of each flow has its expected verdict, and each variant breaks what it must."""

import pytest

from model.flows import FLOWS
from switchproof.deciding.decide import Task, loaded, tasks_of
from tests.verdicts import row_of

TASKS = [task for name in FLOWS for task in tasks_of(loaded(name), ())]


@pytest.mark.parametrize(
    "task", TASKS, ids=[f"{t.source}-{t.variant or 'flow'}-{t.claim}" for t in TASKS]
)
def test_a_verdict_is_the_expected_one(task: Task) -> None:
    row = row_of(task)

    assert row["verdict"] == (row["expected"] if row["verdict"] else None)
    assert not row["surprise"], row["reason"]
    assert bool(row["reason"]) or row["verdict"] is not None


@pytest.mark.parametrize("name", FLOWS)
def test_each_claim_and_rule_has_a_source(name: str) -> None:
    mine = loaded(name)
    bare = [claim.id for claim in mine.claims if not claim.cites]
    bare += [f"{m}: {rule}" for m, rule in mine.flow.rules() if not rule.cites]

    assert bare == []


@pytest.mark.parametrize("name", FLOWS)
def test_each_claim_that_can_be_broken_is_broken_by_a_variant(name: str) -> None:
    """Of what several flows claim, one claim, in one of them."""
    broken = {
        claim
        for mine in map(loaded, FLOWS)
        for variant in mine.variants
        for claim in map(mine.claim, variant.breaks)
    }
    suspects = [c for c in loaded(name).claims if c.kind != "sometimes" and not c.pending]

    assert [claim.id for claim in suspects if claim not in broken] == []
