"""The faults of the atlas, and how a rule is taken out of a flow so that one cannot occur."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache

from model.language.claims import Claim
from model.language.events import Event
from model.language.expressions import Expression, Field
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Value


@dataclass
class Draft:
    """What of a flow a fault can change: its machines by name, and what fields start with."""

    machines: dict[str, Machine]
    starts: dict[Field, tuple[Value, ...]]


Change = Callable[[Draft], None]


@dataclass(frozen=True)
class Fault:
    """What may go wrong: its short name, what it is, and the assumption that it never occurs."""

    name: str
    says: str
    absent: str


LOSS = Fault("loss", "what is sent is lost on its way", "nothing is lost on its way")
DUPLICATE = Fault("twice", "what is sent comes in a second time", "nothing comes in twice")
DELAY = Fault(
    "delay",
    "what could be sent, taken in or loaded is not, and the point goes on: its next switch comes, "
    "or a supplier's command",
    "what can be sent, taken in or loaded is so before the point goes on",
)
ORDER = Fault(
    "order",
    "an earlier message comes in after a later one was made",
    "no earlier message comes in after a later one was made",
)
NEVER_MADE = Fault(
    "never", "what is due is left out, or never generated", "what is due is never left out"
)
SPOILT = Fault(
    "spoilt",
    "what is sent has a fault, or a flag is rejected",
    "nothing sent has a fault, and no flag is rejected",
)
OUTAGE = Fault("outage", "the DSP loses its data at once", "the DSP never loses its data")
SHUT_OUT = Fault(
    "shut",
    "a sender or receiver is suspended, its credentials lapse, or the DSP stops accepting it",
    "nobody is suspended, lapses, or is no longer accepted",
)
COMPROMISED = Fault(
    "gate",
    "a gateway is compromised, and the DCC may take control of it",
    "no gateway is compromised",
)
ENTERING = Fault(
    "entry",
    "the sender has still to enter, and to send all its data for the first time",
    "the sender has entered, and the DSP's copy is in step at first",
)

FAULTS = (
    *(LOSS, DUPLICATE, DELAY, ORDER, NEVER_MADE, SPOILT),
    *(OUTAGE, SHUT_OUT, COMPROMISED, ENTERING),
)


@dataclass(frozen=True, eq=False)
class Regime:
    """A flow in which every fault may occur, how each is taken out, and what is claimed of it.

    `cannot` says of a fault why it cannot arise there: a bound of the flow.
    """

    name: str
    worst: Flow
    without: Mapping[Fault, Change]
    claims: Mapping[str, Claim]
    cannot: Mapping[Fault, str]

    def flow(self, faults: Iterable[Fault]) -> Flow:
        """Return the flow in which these faults may occur, and no others."""
        return _flow(self, frozenset(faults))


@cache
def _flow(regime: Regime, faults: frozenset[Fault]) -> Flow:
    draft = Draft({str(m): m for m in regime.worst.machines}, dict(regime.worst.starts))
    for fault, change in regime.without.items():
        if fault not in faults:
            change(draft)
    return regime.worst.but(*draft.machines.values(), starts=draft.starts)


def without(*events: Event) -> Change:
    """Take all rules of some events out of all machines."""

    def change(draft: Draft) -> None:
        for name, machine in draft.machines.items():
            draft.machines[name] = machine.without(*(e for e in events if e in machine.events))

    return change


def never_from(event: Event, *states: Enum) -> Change:
    """Take an event out of some states of the machines that have it."""

    def change(draft: Draft) -> None:
        for name, machine in draft.machines.items():
            if event in machine.events:
                draft.machines[name] = _never_from(machine, event, states)

    return change


def _never_from(machine: Machine, event: Event, states: tuple[Enum, ...]) -> Machine:
    kept = (
        replace(rule, source=tuple(state for state in rule.source if state not in states))
        for rule in machine.rules_of(event)
        if not set(rule.source) <= set(states)
    )
    return machine.instead(event, *kept)


def only_when(name: str, condition: Expression, *events: Event) -> Change:
    """Let a machine take part in some events only while a condition holds."""

    def change(draft: Draft) -> None:
        machine = draft.machines[name]
        for event in events:
            rules = (replace(r, when=r.when & condition) for r in machine.rules_of(event))
            machine = machine.instead(event, *rules)
        draft.machines[name] = machine

    return change


def starting(first: Mapping[Field, Value]) -> Change:
    """Let fields start with other values."""
    return lambda draft: draft.starts.update({f: (value,) for f, value in first.items()})


def all_of_these(*changes: Change) -> Change:
    """Make several changes, one after the other."""

    def change(draft: Draft) -> None:
        for one in changes:
            one(draft)

    return change
