"""Children who take turns on a swing: a flow that is written once for each child."""

from enum import Enum

from model.language import (
    POINT,
    STAYS,
    Event,
    Field,
    Flow,
    Machine,
    Party,
    Transition,
    each,
    itself,
    no_other,
    other,
)


class Child(Enum):
    NOBODY = "nobody"
    ANN = "Ann"
    BEN = "Ben"
    CID = "Cid"


class Swing(Enum):
    OFF, ON = "off", "on"


class Tree(Enum):
    OAK, ELM = "oak", "elm"


class Rope(Enum):
    TIED = "tied"


ANN, BEN, CID = CHILDREN = (Child.ANN, Child.BEN, Child.CID)
OFF, ON, TIED = Swing.OFF, Swing.ON, Rope.TIED
LAW, KID = Party("parent"), Party("{}", of=CHILDREN)

swing = Field("swing", Swing, OFF, of=CHILDREN).starting(ANN, ON)
tired = Field("how {} feels", bool, initial=False, of=CHILDREN)
GET_ON = Event("get on", POINT, KID, of=CHILDREN)
GET_OFF = Event("get off", POINT, LAW, of=CHILDREN)
is_on = swing.is_(ON)
FREE = no_other(is_on).called("{} finds it free")
SWINGS = Machine(
    "swing",
    POINT,
    of=CHILDREN,
    state=swing,
    fields=(tired,),
    transitions=(
        Transition(GET_ON, OFF, ON, when=FREE, then={tired: False}),
        Transition(GET_OFF, ON, OFF, then={tired: swing.is_(ON)}),
        Transition(other(GET_OFF), OFF, STAYS),
    ),
    happy=(OFF, ON),
)
last = Field("last on it", Child, Child.NOBODY)
rope = Field("rope", Rope, TIED)
LAST = Machine(
    "last",
    POINT,
    state=rope,
    fields=(last,),
    transitions=(
        *each(
            Transition(GET_ON, Rope, TIED, last.is_not(itself(CHILDREN)), {last: itself(CHILDREN)}),
            Transition(GET_ON, Rope, STAYS, last.is_(itself(CHILDREN))),
            of=CHILDREN,
        ),
    ),
)
FLOW = Flow("swings", "Swings", (SWINGS, LAST), (LAW, KID))

size = Field("size", range(3), 0, of=(Tree.OAK, Tree.ELM))
GROW = Event("grow", POINT, LAW, of=(Tree.OAK, Tree.ELM))
SPIN = Event("spin", POINT, LAW)
