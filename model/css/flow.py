"""New: the CSS sends registration data to the DSP in messages, and the CRS answers for it.

Governing document: the SECAS paper "SEC Consequential Changes" of 2019. Read `registration.py`
first, then `messages.py`, `copy.py` and `duties.py`. What RDPs are sent is as today, and its
machines stand in `model/current`. The flow starts where the handover ends: the CSS has entered, is
accepted by the DSP, and has given it its first load. How it enters stands in `model/handover`.
"""

from model.css.copy import COPY
from model.css.duties import CRS_STANDING, DATA_STANDING, DUTIES, MARK
from model.css.entry import (
    CSS_IN_SERVICE,
    CSS_RECORD_IN_SERVICE,
    CssEntry,
    css_entry,
    css_has_dccki,
    css_has_id,
    css_has_met_code,
    css_has_passed,
    css_has_smki,
)
from model.css.gateway import CSS_GATEWAY_IN_SERVICE, CssGateway, css_gateway
from model.css.hub import HUB
from model.css.incident import CSS_INCIDENT
from model.css.late import LATE
from model.css.licence import CRS, LICENCE
from model.css.messages import MESSAGES
from model.css.notices import NOTICES
from model.css.old_channel import OLD_CHANNEL
from model.css.reconciliation import RECONCILIATION
from model.css.registration import GAINS, REGISTRATIONS
from model.css.source import POINT_DATA
from model.css.sources import SOURCES_ACCEPTED, accepts_css
from model.css.suspension import SUSPENSION
from model.css.sync import SYNC
from model.current.authority import AUTHORITY, copy
from model.current.duties import STANDING, Standing, networks_standing
from model.current.entry import ENTRY_RECORD, RDP_ENTRY
from model.current.flags import FLAGS
from model.current.fuel import FUEL
from model.current.gateway import RDP_GATEWAY
from model.current.incident import POINT_INCIDENT, RDP_INCIDENT
from model.current.store import STORE, accepts_rdp
from model.language import Flow
from model.parties import (
    AUTHORITY as THE_AUTHORITY,
)
from model.parties import (
    CLOCK,
    COMMUNICATIONS,
    CSS,
    DATA_GIVER,
    DCC,
    DSP,
    ENTITLED_RAISER,
    GAINING_SUPPLIER,
    LOSING_SUPPLIER,
    NETWORK_PARTY,
    OUTSIDER,
    PANEL,
    RDP,
    RESOLVER,
    RETAIL_DATA_SERVICE,
    SUPPLIER,
    Supplier,
)
from model.register import REGISTER

PARTIES = (NETWORK_PARTY, RDP, CRS, CSS, DCC, DSP, SUPPLIER, GAINING_SUPPLIER, LOSING_SUPPLIER)
OTHERS = (RETAIL_DATA_SERVICE, DATA_GIVER, PANEL, THE_AUTHORITY, ENTITLED_RAISER, RESOLVER)
SURROUNDINGS = (COMMUNICATIONS, OUTSIDER, CLOCK)

AS_ELSEWHERE = Flow(
    "css",
    "New: driven by the CSS",
    machines=(
        *(LICENCE, CRS_STANDING, DATA_STANDING, STORE, SOURCES_ACCEPTED),
        *(CSS_IN_SERVICE, CSS_RECORD_IN_SERVICE, CSS_GATEWAY_IN_SERVICE),
        *(SUSPENSION, CSS_INCIDENT, RECONCILIATION),
        *(FUEL, STANDING, RDP_ENTRY, ENTRY_RECORD, RDP_GATEWAY, RDP_INCIDENT, OLD_CHANNEL),
        *(GAINS, REGISTRATIONS, MESSAGES, LATE, COPY, AUTHORITY, MARK),
        *(NOTICES, SYNC, HUB, POINT_DATA, FLAGS, POINT_INCIDENT),
    ),
    parties=(*PARTIES, *OTHERS, *SURROUNDINGS),
    sources=REGISTER,
    duties=DUTIES,
    bounds=(
        "two suppliers at a point (A-two-suppliers)",
        "one message about a point on its way at a time, and one earlier one",
        "one pair of a point on its way at a time",
        "one notice to the retail data service at a time, and one earlier one",
        "one incident at a time for the CSS, for an RDP, and for a point",
        "no first registration, no deactivation and no termination of a point",
        "no linked switches of two fuels (C2.linked) and no standstill (C2.standstill)",
        "one Network Party for an RDP; its fuel never changes (A1.rdp, A-nomination)",
    ),
)
FLOW = (
    AS_ELSEWHERE.starting(networks_standing, Standing.ENDED)
    .starting(accepts_rdp, False)
    .starting(accepts_css, True)
    .starting(css_entry, CssEntry.LIVE)
    .starting(css_gateway, CssGateway.UP)
    .starting(css_has_id, True)
    .starting(css_has_smki, True)
    .starting(css_has_dccki, True)
    .starting(css_has_met_code, True)
    .starting(css_has_passed, True)
    .starting(copy, Supplier.A)
)
