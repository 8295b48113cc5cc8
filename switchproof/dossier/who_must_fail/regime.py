"""What a regime with its lapses is, and the lapses that both regimes have.

The DSP takes, keeps and uses registration data; no clause read says in one place whose duty it is
that it does so by the rules, so that is assumed of the DCC, whose service provider it is
(A-dsp-by-the-rules).
"""

from dataclasses import dataclass, replace

from model.current.authority import AUTHORITY, Authority, copy
from model.current.flags import CURRENT, DUE, FLAGS, SENT
from model.current.flow import FLOW
from model.language import (
    POINT,
    STAYS,
    TRUE,
    Duty,
    Event,
    Expression,
    Flow,
    Machine,
    Sometimes,
    Transition,
)
from model.parties import DCC, DSP, RDP, SEC, SUPPLIER, SUPPLIERS

SAID = {
    "owed-by-none-or-two": ("Nobody, or two parties, owe the sending of a point's data.", "1-b"),
    "wrong-and-nobody-knows": (
        "The DSP's copy names the wrong supplier, and nothing shows it to anybody.",
        "1-b 2.3-a",
    ),
    "late-while-forbidden": (
        "The time for sending passes while the sender is suspended and must not send.",
        "5-E1 5-H2 A-deadline",
    ),
    "from-a-source-nobody-answers-for": (
        "The DSP's copy changes by data of a source for which nobody bound answers.",
        "1-b 2.1-d",
    ),
    "from-a-sender-not-admitted": (
        "The DSP takes data of a sender that has not passed its entry, or is suspended.",
        "2.2-c 5-G 5-L",
    ),
    "through-a-compromised-gateway": (
        "Data is taken through a gateway that is known to be compromised.",
        "5-H3",
    ),
    "older-replaces-newer": (
        "Data that comes out of sequence changes the DSP's copy.",
        "5-X3 A-order A-sequence",
    ),
    "rightful-command-refused": (
        "A command of the supplier that is registered is refused.",
        "1-c A1",
    ),
    "wrong-command-obeyed": (
        "A command of a supplier that is no longer registered is obeyed.",
        "1-c A1",
    ),
    "wrong-command-obeyed-in-step": (
        "A supplier that is no longer registered is obeyed, though the DSP's copy is right.",
        "1-c A1",
    ),
    "flag-never-known": ("A change of a point's status flag never reaches its RDP.", "2.3-c"),
    "pair-never-known": ("A pair of Comms Hub ID and MPxN never reaches the CSS.", "2.2-d 5-E4"),
}


@dataclass(frozen=True, eq=False)
class Lapsing:
    """A flow with all its lapses, and what must not come about."""

    name: str
    flow: Flow
    outcomes: tuple[Sometimes, ...]


def outcome(name: str, body: Expression) -> Sometimes:
    """Return what must not come about, as a claim that it can: the same in every regime."""
    sentence, cites = SAID[name]
    return Sometimes(name, sentence, body, cites)


DCC_KEEPS = Duty(
    "the DCC's duty that its DSP keeps to the rules",
    "taking and using registration data",
    obligor=DCC,
    performer=DSP,
    beneficiary=SUPPLIER,
    instrument=SEC,
    in_force=TRUE,
    cites="2.2-b A-dsp-by-the-rules",
)

DROP_DUE_FLAG = Event("forget to send the flag", POINT, DSP)
DROP_SENT_FLAG = Event("take the flag and drop it", POINT, RDP)
OBEY = Event("obey one whom the copy does not name", POINT, DSP, of=SUPPLIERS)
TURN_AWAY = Event("turn away the one whom the copy names", POINT, DSP, of=SUPPLIERS)


def owed(flow: Flow, name: str) -> Duty:
    """Return a flow's duty of that name; raises KeyError."""
    return {duty.name: duty for duty in flow.duties}[name]


def breach(duty: Duty, rule: Transition) -> Transition:
    """Return a transition as a breach of a duty, citing what the duty does."""
    return replace(rule, cites=duty.cites, breaches=duty.name)


def marked(machine: Machine, duty: Duty, *events: Event) -> Machine:
    """Return the machine in which what it does at these events breaches a duty."""
    for event in events:
        rules = (replace(rule, breaches=duty.name) for rule in machine.rules_of(event))
        machine = machine.instead(event, *rules)
    return machine


LAPSING_FLAGS = FLAGS.also(
    breach(owed(FLOW, "the DCC's duty to send flags"), Transition(DROP_DUE_FLAG, DUE, CURRENT)),
    breach(
        owed(FLOW, "the Networks' duty to answer flags"), Transition(DROP_SENT_FLAG, SENT, CURRENT)
    ),
)
LAPSING_AUTHORITY = AUTHORITY.also(
    *(
        breach(DCC_KEEPS, Transition(OBEY[s], Authority.OPEN, STAYS, copy.is_not(s)))
        for s in SUPPLIERS
    ),
    *(
        breach(DCC_KEEPS, Transition(TURN_AWAY[s], Authority.OPEN, STAYS, copy.is_(s)))
        for s in SUPPLIERS
    ),
)
