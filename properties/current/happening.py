"""What some run of today's flow gets to, so that nothing is claimed of an idle model.

Some are stories that must be possible, some are findings.
"""

from model.current.authority import copy
from model.current.duties import Mark, mark
from model.current.entry import Entry, entry
from model.current.files import ORDER_FULL_SET, Content, File, content, file, gap, owed
from model.current.flags import Flag, flag
from model.current.fuel import ELECTRICITY, GAS
from model.current.gateway import Gateway, gateway
from model.current.incident import Incident, PointIncident, incident, point_incident
from model.current.provision import FIND_OMISSION, Change, Provision, change, provision
from model.current.registration import (
    OBJECTED,
    REQUESTED,
    is_live,
    is_open,
    request,
    supplier_of_record,
)
from model.language import Claim, Sometimes, after, all_of, happens
from model.parties import Supplier

A, B = Supplier.A, Supplier.B

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "an-electricity-switch-goes-through",
        "An electricity point moves to another supplier, and the DSP's copy follows.",
        all_of(ELECTRICITY, is_live[B], copy.is_(B)),
        cites="B1 B4 2.2-a",
    ),
    Sometimes(
        "a-gas-switch-goes-through",
        "A gas point moves to another supplier, and the DSP's copy follows.",
        all_of(GAS, is_live[B], copy.is_(B)),
        cites="B2 B2.secured 2.2-a",
    ),
    Sometimes(
        "an-objection-stops-a-switch",
        "An objection in its window stops a switch for as long as it stands.",
        request[B].is_(OBJECTED),
        cites="B1.window B3.grounds",
    ),
    Sometimes(
        "an-objection-stops-a-switch-back",
        "The supplier that has lost the point asks for it back, and its rival objects.",
        request[A].is_(OBJECTED),
        cites="B1.window B3.grounds",
    ),
    Sometimes(
        "two-requests-meet",
        "A supplier requests a point at which its rival has an open request.",
        request[A].is_(REQUESTED) & is_open[B],
        cites="B2.one-request",
    ),
    Sometimes(
        "the-dsp-is-stale",
        "After midnight the DSP still takes the commands of the old supplier and refuses the new.",
        is_live[B] & copy.is_(A),
        cites="B4.staleness E1.1",
    ),
    Sometimes(
        "a-change-is-left-out",
        "A change was left out, nothing else is outstanding, and nobody knows that the copy is "
        "wrong.",
        all_of(
            change.is_(Change.LEFT_OUT),
            provision.is_(Provision.NOTHING),
            ~owed,
            copy.is_not(supplier_of_record),
            copy.is_not(Supplier.NOBODY),
        ),
        cites="E2.13 A-omission",
    ),
    Sometimes(
        "an-omission-is-found",
        "A change that was left out is found, and is due again.",
        happens(FIND_OMISSION) & after(change).is_(Change.DUE),
        cites="A5.kinds",
    ),
    Sometimes(
        "a-file-comes-out-of-sequence",
        "An update is on its way though an earlier file is missing.",
        all_of(file.is_(File.SENT), gap, content.is_(Content.UPDATE), entry.is_(Entry.LIVE)),
        cites="A2.sequence A5.kinds",
    ),
    Sometimes(
        "a-faulty-file-is-refused",
        "A file with a fault is refused, and is with the RDP again.",
        file.is_(File.REFUSED) & content.is_(Content.FAULTY),
        cites="A2.rejection A5.kinds",
    ),
    Sometimes(
        "a-lost-file-leaves-only-a-gap",
        "A file is lost, and nothing is left of it but a gap in the numbers.",
        all_of(file.is_(File.IDLE), gap, ~owed),
        cites="A2.sequence A5.kinds",
    ),
    Sometimes(
        "a-full-set-is-ordered",
        "The DCC orders a full set of an RDP that owes none.",
        all_of(happens(ORDER_FULL_SET), ~owed, after(owed)),
        cites="A-full-set-on-request",
    ),
    Sometimes(
        "a-breach-happens",
        "A day ends with data outstanding, and the Network Party is in breach.",
        mark.is_(Mark.BREACHED),
        cites="2.2-a A-deadline",
    ),
    Sometimes(
        "a-breach-is-remedied",
        "The data is loaded late, which remedies the breach.",
        mark.is_(Mark.REMEDIED),
        cites="A-remedied-by-load",
    ),
    Sometimes(
        "the-dsp-forgets-a-supplier",
        "The DSP's copy of a point whose record it had loaded names nobody: it has lost its data.",
        mark.is_(Mark.REMEDIED) & copy.is_(Supplier.NOBODY),
        cites="A-loss E2.8",
    ),
    Sometimes(
        "breach-while-suspended",
        "The Network Party is in breach of sending while its RDP is forbidden to send.",
        mark.is_(Mark.BREACHED) & entry.is_(Entry.SUSPENDED),
        cites="2.2-a 5-H2 A-suspension A-deadline",
    ),
    Sometimes(
        "accepted-then-suspended",
        "A file that was accepted waits to be loaded when its sender is suspended.",
        file.is_(File.ACCEPTED) & entry.is_(Entry.SUSPENDED),
        cites="A-check-order A-load",
    ),
    Sometimes(
        "a-compromised-gateway-passes",
        "A file is accepted through a gateway that is compromised, before the DCC takes control.",
        file.is_(File.ACCEPTED) & gateway.is_(Gateway.COMPROMISED),
        cites="5-H3 A-gateway-rdp",
    ),
    Sometimes(
        "a-flag-goes-to-an-incident",
        "A flag was rejected, and its incident is with somebody to resolve.",
        flag.is_(Flag.AT_INCIDENT) & point_incident.is_(PointIncident.ASSIGNED),
        cites="A3.answers A5.states",
    ),
    Sometimes(
        "the-party-must-raise",
        "The Network Party knows of a fault of its RDP, and owes the raising of an incident.",
        incident.is_(Incident.AWARE),
        cites="A-awareness A5.added-raisers",
    ),
)
