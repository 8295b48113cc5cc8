"""A flow that is not of the project, with what is awkward to draw."""

from enum import Enum

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Assumption,
    Duty,
    Event,
    Field,
    Flow,
    Machine,
    Named,
    Party,
    Tie,
    Transition,
    Via,
    all_my_points,
    all_others,
    other,
)


class Parcel(Enum):
    NOWHERE = "<nowhere>"
    SENT = 'sent & "signed for"'
    LOST = "lost"
    HELD = "held at the depot"
    THERE = "there"


class Side(Enum):
    LEFT = "left hand"
    RIGHT = "right hand"


PAYER = Party("Payer", (Tie("contract", Via.ACCESSION), Tie("statute", Via.LICENCE)))
CARRIER, OWNER = Party("Carrier"), Party("Owner", (Tie("contract", Via.ACCESSION),))
SEND, LOSE = Event("send", POINT, PAYER), Event("lose", POINT, CARRIER)
STRIKE = Event("everyone goes on strike for a very long time", INDUSTRY, CARRIER)
parcel = Field("parcel", Parcel, Parcel.NOWHERE)
late = Field("late", bool, initial=False)
wings = Field("carriers have wings", bool, initial=False)
POST = Machine(
    "post",
    POINT,
    state=parcel,
    fields=(late,),
    transitions=(
        Transition(SEND, Parcel.NOWHERE, Parcel.SENT, when=~late & late.is_(False)),
        Transition(LOSE, (Parcel.SENT, Parcel.HELD), Parcel.LOST, cites="A-post"),
        Transition(Event("find", POINT, CARRIER), Parcel.LOST, Parcel.SENT, then={late: True}),
        Transition(Event("hold", POINT, CARRIER), Parcel.SENT, Parcel.HELD),
        Transition(Event("wait", POINT, CARRIER), Parcel.HELD, STAYS, then={late: True}),
        Transition(Event("arrive", POINT, CARRIER), Parcel.SENT, Parcel.THERE, breaches="to send"),
        Transition(STRIKE, Parcel, STAYS, when=Named("a | b", ~late, cites="A-post")),
    ),
    happy=(Parcel.NOWHERE, Parcel.SENT, Parcel.THERE),
)


class Grip(Enum):
    OPEN = "open"
    SHUT = "shut"


SIDES = tuple(Side)
grips = Field("grip of the {}", Grip, Grip.OPEN, of=SIDES)
GRAB = Event("grab", POINT, OWNER, of=SIDES)
GRIPS = Machine(
    "grip",
    POINT,
    of=SIDES,
    state=grips,
    transitions=(
        Transition(GRAB, Grip.OPEN, Grip.SHUT, when=all_others(grips.is_(Grip.OPEN))),
        Transition(other(GRAB), Grip, STAYS),
    ),
)


class Depot(Enum):
    RUNNING = "running"


DEPOT = Machine(
    "depot",
    PROVIDER,
    state=Field("depot", Depot, Depot.RUNNING),
    fields=(wings,),
    transitions=(
        Transition(
            Event("close", PROVIDER, CARRIER),
            Depot.RUNNING,
            STAYS,
            when=all_my_points(parcel.is_not(Parcel.SENT)),
        ),
        Transition(STRIKE, Depot.RUNNING, STAYS),
    ),
)
THEIRS = Flow(
    "their own/flow",
    "Their own <flow>",
    (POST, GRIPS, DEPOT),
    (PAYER, CARRIER, OWNER),
    (Assumption("A-post", "post"),),
    duties=(
        Duty(
            "to send",
            "sending",
            PAYER,
            CARRIER,
            OWNER,
            "contract",
            ~late,
            "A-post",
            delivered_to="Owner",
        ),
        Duty(
            "to pay",
            "paying",
            PAYER,
            PAYER,
            OWNER,
            "statute",
            ~late,
            "A-post",
            delivered_to="Owner",
        ),
        Duty("to fly", "flying", OWNER, OWNER, PAYER, "contract", late & wings, "A-post"),
    ),
)
