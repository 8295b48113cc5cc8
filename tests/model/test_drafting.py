"""Stories of the drafting: what the text waits for, and which Panel it reaches."""

import pytest

from model.drafting import design as d
from model.drafting import review as r
from model.drafting import text as t
from model.drafting.flow import FLOW
from model.drafting.month import AUGUST, JULY, SEPTEMBER
from model.drafting.parties import Committee
from model.drafting.when import JUNE, MONTH_ENDS, month
from model.walk import Walk
from properties.drafting import VARIANTS
from tests.walking import refuse, take

ALL_REVIEW = tuple(r.REVIEW_DESIGN[c] for c in Committee)
DESIGNED = (d.SETTLE, d.FINALISE)
REVIEWED = (r.PRESENT_DESIGN, *ALL_REVIEW, r.COMPLETE)
WRITTEN = (d.READ_REC, t.DRAFT, t.AMEND_REFERENCES)


def test_the_flow_is_deletion_closed() -> None:
    assert FLOW.obstacles == ()


def test_a_june_design_reaches_the_august_panel() -> None:
    walk = take(Walk(FLOW), MONTH_ENDS, *DESIGNED)
    assert walk.read(month) is JUNE
    take(walk, MONTH_ENDS, *REVIEWED, *WRITTEN, MONTH_ENDS, t.PRESENT)
    assert walk.read(month) is AUGUST
    assert walk.read(d.came) is d.Came.BY_JUNE


def test_a_july_design_waits_for_the_september_panel() -> None:
    walk = take(Walk(FLOW), MONTH_ENDS, MONTH_ENDS, *DESIGNED, r.PRESENT_DESIGN, *ALL_REVIEW)
    assert walk.read(month) is JULY
    refuse(walk, r.COMPLETE)
    take(walk, MONTH_ENDS, r.COMPLETE, *WRITTEN)
    refuse(walk, t.PRESENT)
    take(walk, MONTH_ENDS, t.PRESENT)
    assert walk.read(month) is SEPTEMBER


def test_without_a_month_for_each_phase_a_july_design_reaches_the_august_panel() -> None:
    hurried = next(v.flow for v in VARIANTS if v.name == "several phases in one month")
    walk = take(Walk(hurried), MONTH_ENDS, MONTH_ENDS, *DESIGNED, *REVIEWED, *WRITTEN)
    take(walk, MONTH_ENDS, t.PRESENT)
    assert walk.read(month) is AUGUST
    assert walk.read(d.came) is d.Came.AFTER_JUNE


def test_the_design_waits_for_the_incident_actions() -> None:
    assert "the incident actions are settled" in refuse(Walk(FLOW), d.FINALISE)


def test_no_text_and_no_reference_before_the_design() -> None:
    walk = take(Walk(FLOW), d.READ_REC)
    assert "the design is final" in refuse(walk, t.DRAFT)
    assert "the design is final" in refuse(walk, t.AMEND_REFERENCES)


@pytest.mark.parametrize("missing", Committee)
def test_the_review_waits_for_each_committee(missing: Committee) -> None:
    present = [r.REVIEW_DESIGN[c] for c in Committee if c is not missing]
    walk = take(Walk(FLOW), *DESIGNED, MONTH_ENDS, r.PRESENT_DESIGN, *present)
    assert f"{missing.value} has reviewed" in refuse(walk, r.COMPLETE)
    take(walk, r.RAISE_ISSUE[missing])
    refuse(walk, r.COMPLETE)
    take(walk, r.ADDRESS_ISSUE[missing], r.COMPLETE)


def test_a_newer_rec_has_to_be_read_before_the_text_is_drafted() -> None:
    walk = take(Walk(FLOW), *DESIGNED, MONTH_ENDS, *REVIEWED, d.READ_REC, d.NEWER_REC)
    assert "the latest REC is read" in refuse(walk, t.DRAFT)
    take(walk, d.READ_REC, t.DRAFT)


def test_comments_of_the_panel_are_dealt_with_first() -> None:
    walk = take(Walk(FLOW), *DESIGNED, MONTH_ENDS, *REVIEWED, *WRITTEN, MONTH_ENDS, t.PRESENT)
    take(walk, t.COMMENT)
    refuse(walk, t.NO_COMMENT)
    take(walk, t.DEAL_WITH_COMMENTS)
    assert walk.read(t.text) is t.READY
