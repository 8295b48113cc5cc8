"""Two jugs, of three and of five gallons: is there a way to four?

After `DieHard` of the TLA+ examples.
"""

from enum import Enum

from switchproof import (
    INDUSTRY,
    STAYS,
    Always,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Sometimes,
    Transition,
    choose,
)


class Fountain(Enum):
    """There is always water."""

    ON = "on"


hero = Party("hero")
big, small = Field("big jug", range(6), 0), Field("small jug", range(4), 0)
both = big + small
up_to_five = choose(both.at_most(5), both, 5)
up_to_three = choose(both.at_most(3), both, 3)
POURINGS: dict[str, dict[Field, object]] = {
    "fill the small jug": {small: 3},
    "fill the big jug": {big: 5},
    "empty the small jug": {small: 0},
    "empty the big jug": {big: 0},
    "pour small into big": {big: up_to_five, small: both - up_to_five},
    "pour big into small": {small: up_to_three, big: both - up_to_three},
}
JUGS = Machine(
    "jugs",
    INDUSTRY,
    Field("fountain", Fountain, Fountain.ON),
    [
        Transition(Event(name, INDUSTRY, hero), Fountain.ON, STAYS, then=then)
        for name, then in POURINGS.items()
    ],
    (big, small),
)
FLOW = Flow("die hard", "Two jugs", [JUGS], [hero])
CLAIMS = [
    Sometimes("four gallons", "The big jug can hold four gallons.", big.is_(4)),
    Always(
        "one is full or empty", "A jug is always full or empty.", big.in_(0, 5) | small.in_(0, 3)
    ),
]
