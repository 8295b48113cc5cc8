"""`switchproof dossier numbered`, and what `verify` says of facts that were not verified."""

import pytest

from model.language import Always
from model.leadtime.request import LEAD_KEPT
from switchproof.cli import main
from switchproof.deciding.decide import Task, decide_task, loaded
from switchproof.deciding.format import published
from switchproof.deciding.unverified import section, unverified
from switchproof.dossier.numbered.every import NUMBERED
from switchproof.dossier.numbered.run import told


def test_a_property_is_listed_with_its_claims_and_verdicts(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["dossier", "numbered", "p25", "--jobs", "1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("P25: The legs of a linked pair")
    assert "  proved    linked    both-secured-or-both-ended" in lines


def test_what_was_not_verified_is_told_with_its_cure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "numbered", "P8", "--jobs", "1"]) == 0
    shown = capsys.readouterr().out
    assert "hangs on C1.non-domestic [R], which was not verified: a parameter of leadtime" in shown
    assert "  happens   leadtime  both-deadlines-at-one-instant" in shown


def test_a_property_that_no_claim_states_says_why_and_nothing_is_checked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["dossier", "numbered", "P27"]) == 2
    shown = capsys.readouterr()
    assert "note: It compares two flows" in shown.out
    assert "nothing was checked" in shown.err


def test_an_unknown_number_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["dossier", "numbered", "P31"]) == 2
    assert "no property is called 'P31'" in capsys.readouterr().err


def test_a_surprise_is_marked() -> None:
    linked = next(one for one in NUMBERED if one.name == "P25")
    rows = {named: published(decide_task(Task(*named), 60)) for named in linked.stated()}
    assert not any("!" in line for line in told(linked, rows))
    first = linked.stated()[0]
    rows[first] = {**rows[first], "verdict": "refuted", "surprise": "it should hold"}
    assert "  refuted!  linked    both-secured-or-both-ended" in list(told(linked, rows))


def test_only_facts_recalled_or_not_found_are_unverified() -> None:
    lead = loaded("leadtime")
    assert unverified(lead.flow, lead.claim("non-domestic-lead-kept")) == ["C1.non-domestic [R]"]
    assert unverified(lead.flow, lead.claim("gate-closes-on-the-eve")) == []


def test_a_citation_on_a_condition_counts_as_well() -> None:
    lead = loaded("leadtime")
    on_condition = Always("x", "It is kept.", LEAD_KEPT, cites="C1.2.5")
    assert unverified(lead.flow, on_condition) == ["C1.non-domestic [R]"]


def test_verify_says_which_claims_rest_on_what_was_not_verified(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["verify", "leadtime", "--jobs", "1", "--claim", "there-is-a-date"]) == 0
    shown = capsys.readouterr().out
    assert "rests on what was not verified (R: recalled, not verified; gap: looked for" in shown
    assert "    C1.non-domestic [R]: there-is-a-date" in shown


def test_a_pending_claim_rests_on_nothing_yet() -> None:
    row = published(decide_task(Task("leadtime", "there-is-a-date"), 60))
    assert list(section([{**row, "verdict": None}])) == []
