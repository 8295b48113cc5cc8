"""A parcel: an order, the parcel that fulfils it, and the duty to deliver, which is handed over.

A flow is rules as data. Run `switchproof verify` on this file, then change it: each part says
what it is, and what is wrong is told in one line.
"""

from dataclasses import replace
from enum import Enum

from switchproof import (
    BEFALLS,
    POINT,
    STAYS,
    Always,
    Clause,
    Duty,
    Event,
    Field,
    Flow,
    LeadsTo,
    Machine,
    Named,
    Party,
    Step,
    Tie,
    Transition,
    Variant,
    Via,
    exactly_one_owes,
)

# What rules and claims cite: a clause says in words what a rule says exactly.
ORDERING = Clause("T1", "The shop packs what was ordered and hands it to the carrier.", "modelled")
DELIVERY = Clause("T2", "The shop owes what was ordered until it is delivered.", "modelled")
LOSS = Clause("T3", "A parcel that is lost is sent again.", "modelled")
CARRIAGE = Clause("T4", "Who carries a parcel owes its delivery meanwhile.", "modelled")

# Who takes part. A tie says what binds a party, and by which clause: as a signatory or through a
# licence. A contract with a party (Via.CONTRACT) makes an agent, whom the instrument does not bind.
SHOP = Party("shop", (Tie("terms of sale", Via.ACCESSION, "T2"),))
CARRIER = Party("carrier", (Tie("terms of carriage", Via.ACCESSION, "T4"),))
CUSTOMER = Party("customer")


class Order(Enum):
    """How far an order is."""

    PLACED = "placed"
    SHIPPED = "shipped"
    FULFILLED = "fulfilled"


class Parcel(Enum):
    """Where the parcel is."""

    NONE = "none"
    WITH_CARRIER = "with the carrier"
    LOST = "lost"
    DELIVERED = "delivered"


# What the state consists of. A POINT is whatever there are many of: here, an order.
# `told` is what a story says of each value; without it a story says "order is now shipped".
order = Field("order", Order, Order.PLACED)
parcel = Field("parcel", Parcel, Parcel.NONE, told=("there is no parcel", "the parcel is {value}"))
packed = Field(
    "the order is packed",
    bool,
    initial=False,
    told=("the order is not packed", "the order is packed"),
)

# Here `told` is a sentence in which `{by}` acts; without it a story says "Shop: pack".
PACK = Event("pack", POINT, SHOP)
HAND_OVER = Event("hand over", POINT, SHOP)
DELIVER = Event("deliver", POINT, CARRIER, told="{by} delivers the parcel")
LOSE = Event("lose", POINT, CARRIER, mishap=BEFALLS)
SEND_AGAIN = Event("send again", POINT, SHOP)

IS_PACKED = Named("the order is packed", packed, cites="T1")

# One line, one rule: event, from, to, when, then, cites. Both machines take part in "hand over"
# and in "deliver"; where one of them cannot, the event is refused and nothing changes.
ORDERS = Machine(
    "order",
    POINT,
    state=order,
    fields=(packed,),
    transitions=(
        Transition(PACK, Order.PLACED, STAYS, ~packed, {packed: True}, cites="T1"),
        Transition(HAND_OVER, Order.PLACED, Order.SHIPPED, IS_PACKED, cites="T1"),
        Transition(DELIVER, Order.SHIPPED, Order.FULFILLED, cites="T2"),
    ),
)
PARCELS = Machine(
    "parcel",
    POINT,
    state=parcel,
    transitions=(
        Transition(HAND_OVER, Parcel.NONE, Parcel.WITH_CARRIER, cites="T1"),
        Transition(LOSE, Parcel.WITH_CARRIER, Parcel.LOST, cites="T3"),
        Transition(SEND_AGAIN, Parcel.LOST, Parcel.WITH_CARRIER, cites="T3"),
        Transition(DELIVER, Parcel.WITH_CARRIER, Parcel.DELIVERED, cites="T2"),
    ),
)

# Who owes what to whom, while what holds. The duty is handed over with the parcel: the second takes
# the place of the first, on the same matter, and falls back to it where the parcel is lost.
is_carried = parcel.is_(Parcel.WITH_CARRIER)
DELIVERING = Duty(
    "the shop's duty to deliver",
    "delivery",
    obligor=SHOP,
    performer=SHOP,
    beneficiary=CUSTOMER,
    instrument="terms of sale",
    in_force=order.is_not(Order.FULFILLED) & ~is_carried,
    performed_by=(HAND_OVER, SEND_AGAIN),
    cites="T2",
)
CARRYING = Duty(
    "the carrier's duty to deliver",
    "delivery",
    obligor=CARRIER,
    performer=CARRIER,
    beneficiary=CUSTOMER,
    instrument="terms of carriage",
    in_force=is_carried,
    performed_by=(DELIVER,),
    succeeds=DELIVERING,
    cites="T4",
)

FLOW = Flow(
    "template",
    "An order and its parcel",
    machines=(ORDERS, PARCELS),
    parties=(SHOP, CARRIER, CUSTOMER),
    sources=(ORDERING, DELIVERY, LOSS, CARRIAGE),
    duties=(DELIVERING, CARRYING),
)

# What is claimed, each in a sentence: at every moment, of every step, and of what comes at last.
CLAIMS = (
    Always(
        "fulfilled-is-delivered",
        "An order counts as fulfilled only when its parcel was delivered.",
        when=order.is_(Order.FULFILLED),
        then=parcel.is_(Parcel.DELIVERED),
        cites="T2",
    ),
    Step(
        "handed-over-packed",
        "Only an order that is packed is shipped.",
        when=order.becomes(Order.SHIPPED),
        then=packed,
        cites="T1",
    ),
    LeadsTo(
        "delivered-at-last",
        "An order that was shipped is at last fulfilled, if what is lost is sent again and not "
        "every parcel is lost.",
        order.is_(Order.SHIPPED),
        to=order.is_(Order.FULFILLED),
        weak=(SEND_AGAIN,),
        strong=(DELIVER,),
        cites="T2 T3",
    ),
    Always(
        "somebody-owes",
        "Until an order is fulfilled, exactly one party owes its delivery and is bound to.",
        when=order.is_not(Order.FULFILLED),
        then=exactly_one_owes("delivery"),
        cites="T2 T4",
    ),
)

# A variant has one thing changed, so that a claim must fail: it shows what the rule is for.
VARIANTS = (
    Variant(
        "shipped unpacked",
        "An order must be packed before it is handed over.",
        FLOW.but(ORDERS.lacking(HAND_OVER, "the order is packed")),
        breaks={"handed-over-packed": 1},
    ),
    Variant(
        "nothing sent again",
        "What is lost must be sent again.",
        FLOW.but(PARCELS.without(SEND_AGAIN)),
        breaks={"delivered-at-last": 3},
    ),
    Variant(
        "what is lost is nobody's",
        "For a parcel that is lost the shop must owe the delivery again.",
        FLOW.but(replace(DELIVERING, in_force=parcel.is_(Parcel.NONE))),
        breaks={"somebody-owes": 3},
    ),
)
