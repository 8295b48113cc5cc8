"""What both flows keep of an RDP besides: what a live one has, and how its incidents go."""

from model.current.entry import (
    Entry,
    entry,
    has_dccki,
    has_id,
    has_met_code,
    has_passed,
    has_smki,
)
from model.current.incident import BECOME_AWARE, CLOSE, PARTY_RAISES, Incident, incident
from model.language import Always, Claim, Step, after, all_of, happens

RDPS_KEPT: tuple[Claim, ...] = (
    Always(
        "a-live-rdp-has-what-entry-asks",
        "An RDP that is live has its signifier and ID, valid SMKI and DCCKI credentials, meets the "
        "code of connection and has passed the entry tests.",
        entry.is_(Entry.LIVE).implies(
            all_of(has_id, has_smki, has_dccki, has_met_code, has_passed)
        ),
        cites="3-a 5-L S0.4 E2.14 H14 A2.transport A6 A6.dccki",
    ),
    Step(
        "a-network-party-learns-raises-and-sees-it-closed",
        "A Network Party can learn of a fault of its RDP and can raise the incident itself, and an "
        "incident that is resolved can be closed.",
        all_of(
            happens(BECOME_AWARE).implies(after(incident).is_(Incident.AWARE)),
            happens(PARTY_RAISES).implies(after(incident).is_(Incident.RAISED)),
            happens(CLOSE).implies(after(incident).is_(Incident.CLOSED)),
        ),
        cites="A5 A5.states A5.added-raisers A-awareness",
    ),
)
