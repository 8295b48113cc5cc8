"""Two small flows that any test may import, and one that gives its numbers too little room.

`SWITCH` has a machine at every scope, a shared event, a broadcast with followers, an indexed
machine, a breach, quantified guards and a duty; `COUNTER` has a number that can leave its sort.
"""

from enum import Enum

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    STAYS,
    Always,
    Assumption,
    Clause,
    Duty,
    Event,
    Field,
    Flow,
    Machine,
    Named,
    Party,
    Sometimes,
    Step,
    Tie,
    Transition,
    Variant,
    Via,
    after,
    all_my_points,
    all_of,
    all_other_points,
    changed,
    choose,
    happens,
)

CODE = Clause("1-a", "A supplier is registered after the gate has closed.", "modelled")
DATA = Clause("1-b", "The sender sends data of each metering point.", "modelled")
GUESS = Assumption("A-once", "A record is sent at most twice.")

CLOCK = Party("clock")
SUPPLIER = Party("supplier", (Tie("code", Via.ACCESSION, "1-a"),))
SENDER = Party("sender", (Tie("code", Via.ACCESSION, "1-b"),))
OUTSIDER = Party("outsider")


class Registration(Enum):
    """How far a switch is."""

    IDLE = "Idle"
    PENDING = "Pending"
    ACTIVE = "Active"


class Sending(Enum):
    """Whether the data went out."""

    HELD = "held"
    SENT = "sent"


class Sender(Enum):
    """Whether a provider may send."""

    LIVE = "live"
    SUSPENDED = "suspended"


class Service(Enum):
    """Whether the industry's service takes data."""

    OPEN = "open"
    CLOSED = "closed"


class Fuel(Enum):
    """What a metering point meters."""

    ELECTRICITY = "electricity"
    GAS = "gas"


registration = Field("registration", Registration, Registration.IDLE)
gate_closed = Field("gate closed", bool, False)
fuel = Field("fuel", Fuel, Fuel)
sending = Field("sending", Sending, Sending.HELD)
copies = Field("copies", range(3), 0)
sender = Field("sender", Sender, Sender.LIVE)
service = Field("service", Service, Service.OPEN)

request = Event("request", POINT, by=SUPPLIER)
close_gate = Event("close gate", POINT, by=CLOCK)
send = Event("send", POINT, by=SENDER)
meddle = Event("meddle", POINT, by=OUTSIDER)
suspend = Event("suspend", PROVIDER, by=OUTSIDER)
reinstate = Event("reinstate", PROVIDER, by=OUTSIDER)
midnight = Event("midnight", INDUSTRY, by=CLOCK)
shut = Event("shut", INDUSTRY, by=OUTSIDER)

GATE = Named("the gate has closed", gate_closed, cites="1-a")

REGISTRATION = Machine(
    "registration",
    POINT,
    state=registration,
    fields=(gate_closed, fuel),
    happy=(Registration.IDLE, Registration.PENDING, Registration.ACTIVE),
    transitions=(
        Transition(request, Registration.IDLE, Registration.PENDING, cites="1-a"),
        Transition(
            close_gate, Registration.PENDING, STAYS, ~gate_closed, {gate_closed: True}, cites="1-a"
        ),
        Transition(midnight, Registration.PENDING, Registration.ACTIVE, GATE, cites="1-a"),
        Transition(meddle, Registration.IDLE, STAYS, all_other_points(~gate_closed), cites="1-a"),
        Transition(
            meddle,
            Registration.PENDING,
            Registration.IDLE,
            then={gate_closed: False},
            cites="1-a",
            breaches="keep hands off",
        ),
    ),
)

SENDING = Machine(
    "sending",
    POINT,
    state=sending,
    fields=(copies,),
    transitions=(
        Transition(
            send,
            Sending,
            Sending.SENT,
            all_of(registration.is_(Registration.ACTIVE), copies.less_than(2)),
            {copies: copies + choose(fuel.is_(Fuel.GAS), 2, 1)},
            cites="1-b A-once",
        ),
        Transition(meddle, Sending, Sending.HELD, cites="1-b"),
    ),
)

SENDER_MACHINE = Machine(
    "sender",
    PROVIDER,
    state=sender,
    transitions=(
        Transition(send, Sender.LIVE, STAYS, cites="1-b"),
        Transition(
            suspend,
            Sender.LIVE,
            Sender.SUSPENDED,
            all_my_points(registration.is_not(Registration.PENDING)),
            cites="1-b",
        ),
        Transition(reinstate, Sender.SUSPENDED, Sender.LIVE, cites="1-b"),
        Transition(midnight, Sender.SUSPENDED, Sender.LIVE, cites="1-b"),
    ),
)

SERVICE = Machine(
    "service",
    INDUSTRY,
    state=service,
    transitions=(
        Transition(midnight, Service, STAYS, cites="1-a"),
        Transition(shut, Service.OPEN, Service.CLOSED, cites="1-a"),
        Transition(send, Service.OPEN, STAYS, cites="1-b"),
    ),
)

DATA_DUTY = Duty(
    "send registration data",
    "registration data",
    obligor=SENDER,
    performer=SENDER,
    beneficiary=SUPPLIER,
    instrument="code",
    in_force=registration.is_(Registration.ACTIVE) & service.is_(Service.OPEN),
    cites="1-b",
)
HANDS_OFF = Duty(
    "keep hands off",
    "conduct",
    obligor=SUPPLIER,
    performer=SUPPLIER,
    beneficiary=SENDER,
    instrument="code",
    in_force=registration.is_(Registration.PENDING),
    cites="1-a",
)

SWITCH = Flow(
    "switch",
    "A small switch of supplier",
    machines=(REGISTRATION, SENDING, SENDER_MACHINE, SERVICE),
    parties=(CLOCK, SUPPLIER, SENDER, OUTSIDER),
    sources=(CODE, DATA, GUESS),
    duties=(DATA_DUTY, HANDS_OFF),
    bounds=("two copies of a record",),
)

CLAIMS = (
    Always(
        "gate-before-active",
        "A metering point is active only once its gate has closed.",
        registration.is_(Registration.ACTIVE).implies(gate_closed),
        cites="1-a",
    ),
    Step(
        "sent-when-active",
        "Data goes out only for a metering point that is active.",
        changed(copies).implies(happens(send) & registration.is_(Registration.ACTIVE)),
        cites="1-b",
    ),
    Step(
        "copies-grow",
        "The number of copies never falls.",
        copies.at_most(after(copies)),
        cites="1-b",
    ),
    Sometimes("sent-twice", "A record can be sent twice.", copies.is_(2), cites="A-once"),
)

VARIANTS = (
    Variant(
        "the gate stays open",
        "the gate separates what may still change from what may not",
        SWITCH.but(REGISTRATION.lacking(midnight, "the gate has closed")),
        breaks={"gate-before-active": 2},
    ),
    Variant(
        "data goes out early",
        "data is of registrations that are active",
        SWITCH.but(
            SENDING.instead(
                send,
                Transition(send, Sending.HELD, Sending.SENT, then={copies: 1}, cites="1-b"),
            )
        ),
        breaks={"sent-when-active": 1},
    ),
)


class Counting(Enum):
    """A counter has one state."""

    ON = "on"


count = Field("count", range(3), 0)
tally = Field("tally", Counting, Counting.ON)
mirrored = Field("mirrored", range(5), (0, 1))
mirror = Field("mirror", Counting, Counting.ON)
tick = Event("tick", POINT, by=CLOCK)

COUNTER = Flow(
    "counter",
    "A number that leaves its sort, and another that reads it before the step",
    machines=(
        Machine(
            "tally",
            POINT,
            state=tally,
            fields=(count,),
            transitions=(Transition(tick, Counting, STAYS, then={count: count + 1}, cites="1-a"),),
        ),
        Machine(
            "mirror",
            POINT,
            state=mirror,
            fields=(mirrored,),
            transitions=(
                Transition(tick, Counting, STAYS, then={mirrored: count + mirrored}, cites="1-a"),
            ),
        ),
    ),
    parties=(CLOCK,),
    sources=(CODE,),
)

FLOW = SWITCH  # what the commands take from this file
