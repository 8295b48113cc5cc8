"""Claims that hold as the flow stands and that some reading of the text would break."""

from model.css.duties import CRS_OWES
from model.css.gateway import CssGateway, css_gateway
from model.css.licence import JOINT
from model.css.messages import Message, message
from model.current.flags import Flag, flag
from model.current.incident import PointIncident, point_incident
from model.language import (
    Always,
    Claim,
    Sometimes,
    all_of,
    at_other_point,
)
from model.language.owing import some_beneficiary_is_unbound
from model.parties import SEC

DOUBTED: tuple[Claim, ...] = (
    Always(
        "owed-to-the-bound",
        "Whoever is owed a duty under the SEC is itself bound by the SEC, and can hold the other "
        "to it.",
        ~some_beneficiary_is_unbound(SEC, cites="2.1-c"),
        cites="2.1-c 2.1-e 2.1-f 1-c 2.1-b S0.1 S0.3 A-accession",
    ),
    Sometimes(
        "a-rejected-flag-reaches-an-incident",
        "An RDP rejects a flag, and its incident is with somebody to resolve (P20).",
        flag.is_(Flag.AT_INCIDENT) & point_incident.is_(PointIncident.ASSIGNED),
        cites="2.3-d A3.answers A3.rejection",
    ),
    Sometimes(
        "one-gateway-stops-all",
        "Data of two points is due while the one gateway of the CSS is under control.",
        all_of(
            css_gateway.is_(CssGateway.CONTROLLED),
            message.is_(Message.DUE),
            at_other_point(message).is_(Message.DUE),
        ),
        cites="5-H3 5-E1",
    ),
    Sometimes(
        "sending-is-owed-to-oneself",
        "The CRS owes the sending to the DCC while one licensee is both.",
        CRS_OWES & JOINT,
        cites="1-b 2.1-e 2.1-f S0.3",
    ),
)
