"""Variants on what both flows have of RDPs: a wrong step of entry, gateway, incident or flag."""

from collections.abc import Iterator

from model.current.entry import CONNECT, GO_LIVE, LAPSE, RDP_ENTRY, REINSTATE, RENEW, SUSPEND, Entry
from model.current.flags import ACCEPT_FLAG, FLAGS, LOSE_FLAG, SEND_FLAG, Flag
from model.current.gateway import RDP_GATEWAY, TAKE_CONTROL, Gateway
from model.current.incident import (
    CLOSE,
    CLOSE_POINT,
    POINT_INCIDENT,
    RAISE,
    RDP_INCIDENT,
    Incident,
    PointIncident,
)
from model.language import STAYS, Flow, Variant
from model.language.acting import acted_by, amiss
from model.parties import DSP, NETWORK_PARTY, RDP


def variants_of_service(flow: Flow) -> Iterator[Variant]:
    """Yield the variants, made of a flow that has these machines."""
    yield Variant(
        "connected without credentials",
        "A connection is secured by the credentials that come before it (A-entry-order).",
        flow.but(amiss(RDP_ENTRY, CONNECT, source=Entry.SMKI_KEYED)),
        breaks={"each-step-of-entry-after-the-one-before": 4},
    )
    yield Variant(
        "tested again and again",
        "Who has passed the tests goes live.",
        flow.but(amiss(RDP_ENTRY, GO_LIVE, target=Entry.CODED)),
        breaks={"each-rdp-nominated-goes-live": 10},
    )
    yield Variant(
        "reinstated as if it had never been live",
        "A suspension is no end: what entry asked was asked once.",
        flow.but(amiss(RDP_ENTRY, REINSTATE, target=Entry.TESTED)),
        breaks={"who-has-gone-live-enters-no-more": 10},
    )
    yield Variant(
        "suspended where it has lapsed",
        "To suspend is an act of the DCC; credentials lapse by themselves.",
        flow.but(amiss(RDP_ENTRY, RENEW, target=Entry.SUSPENDED)),
        breaks={"only-a-suspension-suspends": 10},
    )
    yield Variant(
        "reinstated in name only",
        "Who is reinstated can send and receive again.",
        flow.but(amiss(RDP_ENTRY, REINSTATE, target=STAYS)),
        breaks={"who-is-shut-out-is-let-in-again": 10},
    )
    yield Variant(
        "flags to whoever is there",
        "A flag goes to an RDP that has entered and is not shut out.",
        flow.but(FLAGS.lacking(SEND_FLAG, "the RDP can receive")),
        breaks={"flags-only-with-an-admitted-rdp": 2},
    )
    yield Variant(
        "lapsed is suspended",
        "Who is suspended is reinstated by the DCC; credentials that lapse are only renewed.",
        flow.but(amiss(RDP_ENTRY, LAPSE, target=Entry.SUSPENDED)),
        breaks={"credentials-hold-until-they-lapse": 9},
    )
    yield Variant(
        "control of a gateway that is sound",
        "The power to take control is for a gateway that is compromised.",
        flow.but(amiss(RDP_GATEWAY, TAKE_CONTROL, source=Gateway.UP)),
        breaks={"a-compromised-gateway-is-up-again": 6},
    )
    yield Variant(
        "an incident about an RDP closed unresolved",
        "Only what was resolved is closed.",
        flow.but(amiss(RDP_INCIDENT, CLOSE, source=Incident.ASSIGNED)),
        breaks={"an-rdp-incident-keeps-its-order": 3},
    )
    yield Variant(
        "an incident about a point closed unresolved",
        "Only what was resolved is closed.",
        flow.but(amiss(POINT_INCIDENT, CLOSE_POINT, source=PointIncident.ASSIGNED)),
        breaks={"a-point-incident-keeps-its-order": 3},
    )
    yield Variant(
        "a lost flag is forgotten",
        "A flag that is lost must be sent again.",
        flow.but(amiss(FLAGS, LOSE_FLAG, target=Flag.CURRENT)),
        breaks={"flag-never-dropped": 11},
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
