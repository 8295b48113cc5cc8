"""What no claim notices has a reason, and each reason is of something that can be wrong."""

import json
from pathlib import Path

import pytest

from model.flows import flow
from properties.analyses.mutation import unclaimed
from properties.analyses.mutation.mutants import mutants
from properties.analyses.mutation.noticed import Fate
from properties.analyses.mutation.unclaimed import UNCLAIMED, why_unclaimed
from switchproof.mutants.run import MutantRow, table

LAST = Path(unclaimed.__file__).with_name("last.json")
ROW: MutantRow = {
    "flow": "linked",
    "kind": "target changed",
    "says": "leg (gas), 'annul (gas)' from Pending or Confirmed: stays where it is",
    "cites": ["C1.9"],
    "fate": Fate.PINNED.value,
    "claim": "",
    "steps": None,
    "why": "",
}


@pytest.mark.parametrize("name", UNCLAIMED)
def test_each_reason_is_of_a_mutant_that_is_there(name: str) -> None:
    told = [mutant.wrong.says for mutant in mutants(flow(name))]
    assert [one.says for one in UNCLAIMED[name] if not any(one.says in says for says in told)] == []


def test_whatever_no_claim_noticed_last_has_its_reason() -> None:
    rows = json.loads(LAST.read_text(encoding="utf-8")).get("noticed by no claim", [])
    open_ones = [row for row in rows if row["fate"] == Fate.PINNED.value]
    reasons = [why_unclaimed(row["flow"], row["says"]) for row in open_ones]
    bare = [
        row["says"]
        for row, reason in zip(open_ones, reasons, strict=True)
        if row["flow"] in UNCLAIMED and not reason
    ]
    assert bare == []


def test_the_reason_is_told_below_the_mutant_and_where_there_is_none_nothing_is() -> None:
    with_reason = list(table([ROW]))
    without = list(table([{**ROW, "says": "leg (gas), something else"}]))

    assert with_reason[-1].startswith("    a claim still to be found: that the act has its effect")
    assert len(with_reason) == len(without) + 1
