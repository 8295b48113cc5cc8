"""A small flow with a point, a provider and the industry, a number and a quantifier."""

from enum import Enum

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Sometimes,
    Step,
    Transition,
    all_my_points,
    at_other_point,
    changed,
    choose,
    happens,
)


class Vote(Enum):
    """What a point has said."""

    NONE, YES = "none", "yes"


class Box(Enum):
    """The box of a provider, and that of the industry."""

    OPEN, SHUT = "open", "shut"


BY = Party("somebody")
vote, box = Field("vote", Vote, Vote.NONE), Field("box", Box, Box.OPEN)
all_boxes = Field("box of all", Box, tuple(Box))
count, rain = Field("count", range(-1, 3), 0), Field("rain?", bool, (False, True))
SAY, SHUT, RESET = (
    Event("say yes", POINT, BY),
    Event("shut", PROVIDER, BY),
    Event("r", INDUSTRY, BY),
)
TOY = Flow(
    "toy",
    "Votes",
    [
        Machine(
            "point",
            POINT,
            vote,
            [
                Transition(SAY, Vote.NONE, Vote.YES, ~rain),
                Transition(RESET, Vote.YES, Vote.NONE),
                Transition(SHUT, Vote.NONE, Vote.YES, rain),
            ],
        ),
        Machine(
            "box",
            PROVIDER,
            box,
            [
                Transition(SAY, Box.OPEN, STAYS),
                Transition(SHUT, Box.OPEN, Box.SHUT, all_my_points(vote.is_(Vote.YES))),
                Transition(SHUT, Box.OPEN, Box.SHUT, rain),
            ],
        ),
        Machine(
            "all",
            INDUSTRY,
            all_boxes,
            [
                Transition(SAY, Box.OPEN, STAYS, then={count: count + 1}),
                Transition(SAY, Box.SHUT, STAYS, then={count: choose(rain, count, count - 1)}),
                Transition(RESET, Box, Box.OPEN, count.at_most(1), then={count: 0, rain: ~rain}),
            ],
            (count, rain),
        ),
    ],
    [BY],
)
CLAIMS = (
    Always(
        "not two",
        "Two do not both say yes.",
        ~(vote.is_(Vote.YES) & at_other_point(vote).is_(Vote.YES)),
    ),
    Step(
        "own doing",
        "A vote changes by what happens to its point.",
        changed(vote).implies(happens(SAY, SHUT, RESET)),
    ),
    Sometimes("shut", "A box can be shut.", box.is_(Box.SHUT)),
)
FLOW = TOY
