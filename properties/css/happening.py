"""What some run of the new flow gets to, so that nothing is claimed of an idle model.

These stories must be possible; findings stand in `finding.py`.
"""

from model.css.gateway import CssGateway, css_gateway
from model.css.hub import (
    DUE,
    ESTABLISHED,
    EXCEPTION,
    EXCHANGE_HUB,
    OUTDATED,
    REMOVE_HUB,
    SENT,
    pair,
)
from model.css.incident import CssIncident, css_incident
from model.css.late import ACCEPT_LATE, late_carried
from model.css.licence import Licence, licence
from model.css.messages import GIVEN_UP, LOAD, REFUSED, faulty, message
from model.css.old_channel import OFFERED, old_channel
from model.css.registration import (
    ACTIVE,
    ANNULLED,
    CANCELLED,
    OPEN,
    SECURED_ACTIVE,
    SUBMITTED,
    WITHDRAWN,
    ended,
    gain,
    registration,
)
from model.css.source import PointData, point_data
from model.css.sync import held, later_date
from model.current.authority import copy
from model.current.duties import Mark, mark
from model.current.flags import Flag, flag
from model.current.fuel import ELECTRICITY, GAS
from model.language import Claim, Sometimes, after, all_of, happens
from model.parties import SUPPLIERS, Supplier

A, B = Supplier.A, Supplier.B

switched = all_of(registration[B].is_(ACTIVE), copy.is_(B))

HAPPENING: tuple[Claim, ...] = (
    Sometimes(
        "an-electricity-switch-goes-through",
        "An electricity point moves to another supplier, and the DSP follows.",
        ELECTRICITY & switched,
        cites="C1 C4 2.2-b",
    ),
    Sometimes(
        "a-gas-switch-goes-through",
        "A gas point moves to another supplier, and the DSP follows.",
        GAS & switched,
        cites="C1 C4 2.2-b",
    ),
    Sometimes(
        "the-retail-data-service-follows",
        "A switch is Active at the CSS and at the retail data service, from the same date.",
        all_of(registration[B].is_(ACTIVE), held.is_(B), ~later_date),
        cites="C1 C3.sync",
    ),
    Sometimes(
        "an-objection-stops-a-switch",
        "An objection in its window has a registration cancelled.",
        ended[B].is_(CANCELLED),
        cites="C1.6.2 C1.6.7",
    ),
    Sometimes(
        "a-withdrawal-stops-a-switch",
        "The gaining supplier withdraws its registration.",
        ended[B].is_(WITHDRAWN),
        cites="C1.10",
    ),
    Sometimes(
        "an-annulment-stops-a-switch",
        "The losing supplier annuls a registration.",
        ended[B].is_(ANNULLED),
        cites="C1.9 C2.annulment",
    ),
    Sometimes(
        "two-requests-meet",
        "A supplier requests a point at which its rival has a registration under way.",
        gain[A].is_(SUBMITTED) & gain[B].in_(*OPEN),
        cites="C2",
    ),
    Sometimes(
        "a-message-is-given-up",
        "A message was lost, retried and given up, and waits to be resent.",
        message.is_(GIVEN_UP),
        cites="C5 C5.retry R0067 A-retry",
    ),
    Sometimes(
        "a-faulty-message-is-refused",
        "A message with a fault is refused.",
        message.is_(REFUSED) & faulty,
        cites="A-message-check",
    ),
    *(
        Sometimes(
            f"an-earlier-message-for-{s.name.lower()}-is-accepted",
            f"An earlier message that names {s.value} comes in late, is in order, and is accepted.",
            happens(ACCEPT_LATE) & late_carried.is_(s),
            cites="5-X3 E1.1 A-order",
        )
        for s in SUPPLIERS
    ),
    Sometimes(
        "a-breach-happens",
        "The time for sending passes with data outstanding, and the CRS is in breach.",
        mark.is_(Mark.BREACHED),
        cites="5-E1 A-deadline",
    ),
    Sometimes(
        "a-breach-is-remedied",
        "The data is loaded late, which remedies the breach.",
        happens(LOAD) & mark.is_(Mark.BREACHED) & after(mark).is_(Mark.REMEDIED),
        cites="A-remedied-by-load",
    ),
    Sometimes(
        "flags-go-on-without-the-css",
        "A flag is on its way to an RDP while the DCC holds the gateway of the CSS (P24).",
        flag.is_(Flag.SENT) & css_gateway.is_(CssGateway.CONTROLLED),
        cites="2.3-c 2.3-d 5-H3",
    ),
    Sometimes(
        "a-rel-is-established",
        "The CSS has a point's pair and establishes the REL.",
        pair.is_(ESTABLISHED),
        cites="2.2-d S0.5",
    ),
    Sometimes(
        "a-rel-is-not-matched",
        "The CSS has a point's pair, and no REL matches it (P21).",
        pair.is_(EXCEPTION),
        cites="2.2-d A-REL-exception",
    ),
    Sometimes(
        "a-hub-goes-while-its-pair-is-due",
        "A hub is removed or exchanged while its pair is due: what is due stops nobody.",
        happens(REMOVE_HUB, EXCHANGE_HUB) & pair.is_(DUE),
        cites="2.2-d A-every-pair A-no-duty-on-removal",
    ),
    Sometimes(
        "a-hub-goes-while-its-pair-is-on-its-way",
        "A hub is removed while its pair, or an earlier one, is on its way to the CSS.",
        happens(REMOVE_HUB) & pair.in_(SENT, OUTDATED),
        cites="2.2-d A-no-duty-on-removal",
    ),
    Sometimes(
        "point-data-is-owed",
        "Metering point data has changed, and the Networks owe it to the CSS.",
        point_data.is_(PointData.OWED),
        cites="2.3-b S0.7",
    ),
    Sometimes(
        "the-licence-is-split",
        "The licence is split while a switch is secured.",
        licence.is_(Licence.SPLIT) & gain[B].is_(SECURED_ACTIVE),
        cites="2.1-f",
    ),
    Sometimes(
        "an-rdp-offers-a-file",
        "An RDP offers a registration file after the change.",
        old_channel.is_(OFFERED),
        cites="2.3-d A-receive-only",
    ),
    Sometimes(
        "the-crs-must-raise",
        "The CRS knows of a fault of the CSS, and owes the raising of an incident.",
        css_incident.is_(CssIncident.AWARE),
        cites="5-H1 A-awareness",
    ),
)
