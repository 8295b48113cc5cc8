"""Every comparison of today's flow with the new one at an interface, and whose interface has none.

Where entry and suspension are left out, both sides have them left out: the sender is admitted and
gateways are up. That they are is said with the verdict.
"""

from dataclasses import dataclass

from model.css import entry as css_entry
from model.css.flow import FLOW as THEN
from model.css.gateway import COMPROMISE as CSS_COMPROMISE
from model.css.registration import MIDNIGHT as MIDNIGHT_THEN
from model.current.authority import COMMAND_ACCEPTED, COMMAND_REFUSED, copy
from model.current.entry import LAPSE, SUSPEND, Entry, entry
from model.current.flags import ACCEPT_FLAG, CHANGE_SERVICE, LOSE_FLAG, REJECT_FLAG, SEND_FLAG
from model.current.flow import FLOW as TODAY
from model.current.fuel import Fuel, fuel
from model.current.gateway import COMPROMISE, Gateway, gateway
from model.current.incident import RAISE_POINT, RESOLVE_POINT
from model.current.registration import MIDNIGHT
from model.current.store import LOSE_DATA
from model.language import Event, Flow
from model.parties import Supplier
from properties.engine.interfaces.same_at import SameAt, Visible, by_name


@dataclass(frozen=True)
class AtInterface:
    """What is compared, under what it supposes; and whether it is expected to be alike."""

    asked: SameAt
    alike: bool
    supposes: str = ""


@dataclass(frozen=True)
class NotModelled:
    """Somebody of whom the document speaks, and of whom no flow has an event."""

    whom: str
    party: str
    cites: str
    says: str


def _without(flow: Flow, *events: Event) -> Flow:
    """Return a flow in which these events never happen."""
    mine = ((machine, [e for e in events if e in machine.events]) for machine in flow.machines)
    return flow.but(*(machine.without(*left) for machine, left in mine if left))


def _admitted(flow: Flow, *events: Event) -> Flow:
    """Return a flow of an electricity point whose RDP is admitted, and stays so."""
    there = _without(flow, SUSPEND, LAPSE, COMPROMISE, *events)
    there = there.starting(entry, Entry.LIVE).starting(gateway, Gateway.UP)
    return there.starting(fuel, Fuel.ELECTRICITY).starting(copy, Supplier.A)


ADMITTED = (
    "an electricity point of supplier A, as the DSP has it; RDP and CSS are admitted and stay so; "
    "their gateways are up"
)
BOTH = (_admitted(TODAY), _admitted(THEN, css_entry.SUSPEND, css_entry.LAPSE, CSS_COMPROMISE))
FLAGS = (CHANGE_SERVICE, SEND_FLAG, LOSE_FLAG, ACCEPT_FLAG, REJECT_FLAG, RAISE_POINT, RESOLVE_POINT)
COMMANDS = by_name((*COMMAND_ACCEPTED.values(), *COMMAND_REFUSED.values()))
MIDNIGHTS: Visible = {
    str(now): ((now,), (then,))
    for now, then in zip(MIDNIGHT.values(), MIDNIGHT_THEN.values(), strict=True)
}

COMPARISONS = (
    AtInterface(
        SameAt(
            "flags to RDPs",
            "What RDPs are sent of the service at a point, and answer, is as it was.",
            (TODAY, THEN),
            by_name(FLAGS),
            cites="2.3-c",
        ),
        alike=True,
    ),
    AtInterface(
        SameAt(
            "commands",
            "Of the DSP suppliers see the same: whose commands it accepts and refuses.",
            BOTH,
            COMMANDS,
            cites="1-c",
        ),
        alike=True,
        supposes=ADMITTED,
    ),
    AtInterface(
        SameAt(
            "commands and switches",
            "Suppliers see the same, where they see as well when switches go live.",
            BOTH,
            {**COMMANDS, **MIDNIGHTS},
            cites="1-c",
        ),
        alike=False,
        supposes=ADMITTED,
    ),
    AtInterface(
        SameAt(
            "commands, switches and loss of data",
            "Suppliers see the same, where they see as well that the DSP loses its data.",
            BOTH,
            {**COMMANDS, **MIDNIGHTS, **by_name((LOSE_DATA,))},
            cites="1-c",
        ),
        alike=False,
        supposes=ADMITTED,
    ),
)

NOT_MODELLED = (
    NotModelled(
        "Other SEC Parties",
        "Other SEC Party",
        "1-c",
        "no flow has an event of theirs, so nothing is compared, and nothing said to be equal",
    ),
)
