"""Something can happen where one run with at most three points gets there: one rule, both ways."""

from enum import Enum

import pytest

from model.flows import WRITTEN
from model.language import (
    INDUSTRY,
    POINT,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Sometimes,
    Transition,
    all_points,
)
from model.language.claims import Claim
from properties.engine import instances
from properties.engine.budget import Budget, Spent
from properties.engine.prove import decide
from properties.engine.slices.refine import refine
from properties.engine.slices.seen import Part, Sight, outlook_of
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.format import published
from switchproof.deciding.load import Loaded, load
from switchproof.deciding.rows import claim_row, flow_row
from switchproof.explain.explanation import explanation
from switchproof.verify.format import VERSION
from switchproof.verify.report import every_row
from tests.packet_format import rejected
from tests.packing import packed


class Ballot(Enum):
    """What a point has done."""

    IDLE, CAST = "idle", "cast"


class Box(Enum):
    """How many have voted, odd or even, and how it ended."""

    EVEN, ODD, ENDED_ODD, ENDED_EVEN = "even", "odd", "ended odd", "ended even"


EVEN, ODD, ENDED_ODD, ENDED_EVEN = Box
BY = Party("somebody")
CAST, END = Event("cast", POINT, BY), Event("end", INDUSTRY, BY)
ballot, box = Field("ballot", Ballot, Ballot.IDLE), Field("box", Box, EVEN)
ALL = all_points(ballot.is_(Ballot.CAST))
FLOW = Flow(
    "ballot",
    "All vote, and the votes are counted by odd and even",
    [
        Machine("point", POINT, ballot, [Transition(CAST, Ballot.IDLE, Ballot.CAST)]),
        Machine(
            "box",
            INDUSTRY,
            box,
            [
                Transition(CAST, EVEN, ODD),
                Transition(CAST, ODD, EVEN),
                Transition(END, ODD, ENDED_ODD, ALL),
                Transition(END, EVEN, ENDED_EVEN, ALL),
            ],
        ),
    ],
    [BY],
)
BY_ONE_OR_THREE, BY_TWO = (
    Sometimes("odd", "The votes end odd.", box.is_(ENDED_ODD)),
    Sometimes("even", "The votes end even.", box.is_(ENDED_EVEN)),
)


@pytest.mark.parametrize(
    ("claim", "points", "reason"),
    [
        (BY_ONE_OR_THREE, "1, 3", "not with 2 points"),
        (BY_TWO, "2", "not with 1 or 3 points"),
        (Sometimes("c", "C.", ballot.is_(Ballot.CAST)), "1, 2, 3", ""),
        (Sometimes("c", "C.", box.is_(ENDED_EVEN) | box.is_(ENDED_ODD)), "1, 2, 3", ""),
    ],
)
def test_it_is_said_with_how_many_points_something_happens_and_with_how_many_not(
    claim: Claim, points: str, reason: str
) -> None:
    result = decide(FLOW, claim)

    assert (result.verdict, result.points, result.reason) == (Verdict.PROVED, points, reason)
    assert rejected(*packed(FLOW, claim)) == ""


def test_what_was_not_searched_to_the_end_is_not_known(monkeypatch: pytest.MonkeyPatch) -> None:
    def stops(part: Part, sight: list[Sight], budget: Budget, *, ghosts: bool) -> object:
        if sum(sight[0][0]) > 1:
            raise Spent("limit of 3 views")
        return refine(part, sight, budget, ghosts=ghosts)

    monkeypatch.setattr(instances, "refine", stops)
    result = decide(FLOW, BY_ONE_OR_THREE)

    assert (result.points, result.reason) == ("1", "not known with 2 or 3 points")


def test_that_it_never_happens_takes_a_proof() -> None:
    never = Sometimes("c", "C.", ballot.is_(Ballot.IDLE) & box.in_(ENDED_ODD, ENDED_EVEN))
    result = decide(FLOW, never)

    assert (result.verdict, result.runs) == (Verdict.REFUTED, ())
    assert rejected(*packed(FLOW, never)) == ""


def test_the_numbers_are_shown() -> None:
    one = Loaded("ballot.py", FLOW, (BY_ONE_OR_THREE,), ())
    result = decide(FLOW, BY_ONE_OR_THREE)
    row = flow_row(FLOW)
    row["claims"] = [published(claim_row(one, None, result))]
    told = every_row({"schema_version": VERSION, "flows": [row], "exit": 0})

    assert "but not with 2 points" in told
    assert "of\nwhat sometimes happens, can happen" in told
    said = " ".join(" ".join(explanation(one, None, result)).split())
    assert "with 1, 3 metering points, not with 2 points" in said


@pytest.mark.parametrize("name", WRITTEN)
def test_what_sometimes_happens_in_the_flows_does_with_every_number_from_its_fewest(
    name: str,
) -> None:
    one = load(name)
    claims = [claim for claim in one.claims if isinstance(claim, Sometimes) and not claim.pending]

    assert claims
    for claim in claims:
        result: Result = decide(one.flow, claim)
        fewest = max(outlook_of(one.flow, claim).points, 1)
        assert result.points == ", ".join(map(str, range(fewest, 4))), claim.id
        assert result.reason == "", claim.id
