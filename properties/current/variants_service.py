"""Variants on what both flows have of RDPs: a wrong step of entry, gateway, incident or flag."""

from collections.abc import Iterator

from model.current.entry import LAPSE, PASS_TESTS, RDP_ENTRY, SUSPEND, Entry
from model.current.flags import ACCEPT_FLAG, FLAGS, LOSE_FLAG, Flag
from model.current.gateway import RDP_GATEWAY, TAKE_CONTROL, Gateway
from model.current.incident import (
    CLOSE,
    CLOSE_POINT,
    POINT_INCIDENT,
    RAISE,
    RAISE_POINT,
    RDP_INCIDENT,
    Incident,
    PointIncident,
)
from model.language import Flow, Transition, Variant
from model.parties import DSP, NETWORK_PARTY, RDP
from properties.acting import acted_by, amiss

ALL_AT_INCIDENT = Transition(RAISE_POINT, Flag, Flag.AT_INCIDENT, cites="A3.answers")


def variants_of_service(flow: Flow) -> Iterator[Variant]:
    """Yield the variants, made of a flow that has these machines."""
    yield Variant(
        "live without going live",
        "The tests are a step of entry, and not its end.",
        flow.but(amiss(RDP_ENTRY, PASS_TESTS, target=Entry.LIVE)),
        breaks={"an-rdp-enters-in-order": 7},
    )
    yield Variant(
        "lapsed is suspended",
        "Who is suspended is reinstated by the DCC; credentials that lapse are only renewed.",
        flow.but(amiss(RDP_ENTRY, LAPSE, target=Entry.SUSPENDED)),
        breaks={"an-rdp-is-shut-out-and-let-in": 9},
    )
    yield Variant(
        "control of a gateway that is sound",
        "The power to take control is for a gateway that is compromised.",
        flow.but(amiss(RDP_GATEWAY, TAKE_CONTROL, source=Gateway.UP)),
        breaks={"a-gateway-is-controlled-only-if-compromised": 6},
    )
    yield Variant(
        "an incident about an RDP closed unresolved",
        "Only what was resolved is closed.",
        flow.but(amiss(RDP_INCIDENT, CLOSE, source=Incident.ASSIGNED)),
        breaks={"an-rdp-incident-goes-forward": 3},
    )
    yield Variant(
        "an incident about a point closed unresolved",
        "Only what was resolved is closed.",
        flow.but(amiss(POINT_INCIDENT, CLOSE_POINT, source=PointIncident.ASSIGNED)),
        breaks={"a-point-incident-goes-forward": 3},
    )
    yield Variant(
        "a lost flag is forgotten",
        "A flag that is lost must be sent again.",
        flow.but(amiss(FLAGS, LOSE_FLAG, target=Flag.CURRENT)),
        breaks={"a-flag-goes-where-it-must": 11},
    )
    yield Variant(
        "an incident takes every flag",
        "An incident about something else must not hold up a flag.",
        flow.but(FLAGS.instead(RAISE_POINT, ALL_AT_INCIDENT)),
        breaks={"an-incident-leaves-other-flags": 1},
    )
    yield Variant(
        "a Network Party suspends its RDP",
        "To suspend is the DCC's alone.",
        acted_by(flow, SUSPEND, NETWORK_PARTY),
        breaks={"an-rdp-is-let-in-and-out-by-whom": 0},
    )
    yield Variant(
        "an incident raised by the RDP itself",
        "An RDP is bound by nothing: its Network Party raises what it has learnt.",
        acted_by(flow, RAISE, RDP),
        breaks={"incidents-by-whom": 0},
    )
    yield Variant(
        "the DSP accepts its own flags",
        "A flag is received when the RDP says so.",
        acted_by(flow, ACCEPT_FLAG, DSP),
        breaks={"flags-and-commands-by-whom": 0},
    )
