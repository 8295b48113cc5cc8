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


def gripping(side: Side, other: Side) -> Machine:
    return Machine(
        "grip",
        POINT,
        state=grips[side],
        transitions=(
            Transition(GRAB[side], Grip.OPEN, Grip.SHUT, when=grips[other].is_(Grip.OPEN)),
            Transition(GRAB[other], Grip, STAYS),
        ),
        index=side,
    )


grips = {side: Field(f"grip of the {side.value}", Grip, Grip.OPEN) for side in Side}
GRAB = {side: Event("grab", POINT, OWNER, side) for side in Side}
GRIPS = (gripping(Side.LEFT, Side.RIGHT), gripping(Side.RIGHT, Side.LEFT))


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
    (POST, *GRIPS, DEPOT),
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
