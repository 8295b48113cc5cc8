"""Handover: the duty to send passes from the Networks to the CRS, and the source to the CSS.

Governing document: the SECAS paper "SEC Consequential Changes" of 2019, which says from what to
what, and not how; the steps are assumptions. Their order: the CSS enters; the DSP stops accepting
RDPs; the change takes effect, in one event in which both standings move; the RDPs' right to send
is withdrawn and the DSP starts to accept the CSS; DSP and CSS are reconciled; done. So exactly one
bound party owes the sending at every instant, and what the DSP accepts is never anything but the
agent for which that party answers. Read `change.py` first, then `sources.py` and `paths.py`.
"""

from model.css.duties import crs_standing
from model.css.entry import CSS_ENTRY, CSS_ENTRY_RECORD
from model.css.gateway import CSS_GATEWAY
from model.css.licence import CRS, LICENCE
from model.current.authority import copy
from model.current.duties import Standing
from model.handover.change import CHANGE, RIGHT
from model.handover.paths import COPY, FILES, MESSAGES, RECONCILIATION, REGISTRATION
from model.handover.sources import SOURCES_ACCEPTED
from model.handover.standings import CRS_STANDING, DUTIES, NETWORKS_STANDING
from model.language import Flow
from model.parties import (
    AUTHORITY,
    CLOCK,
    CSS,
    DCC,
    DSP,
    NETWORK_PARTY,
    OUTSIDER,
    PANEL,
    RDP,
    Supplier,
)
from model.register import REGISTER

AS_ELSEWHERE = Flow(
    "handover",
    "Handover: from the RDPs to the CSS",
    machines=(
        *(LICENCE, CHANGE, CSS_ENTRY, CSS_ENTRY_RECORD, CSS_GATEWAY, SOURCES_ACCEPTED),
        *(RIGHT, CRS_STANDING, RECONCILIATION),
        *(NETWORKS_STANDING, REGISTRATION, FILES, MESSAGES, COPY),
    ),
    parties=(NETWORK_PARTY, RDP, CRS, CSS, DCC, DSP, PANEL, AUTHORITY, OUTSIDER, CLOCK),
    sources=REGISTER,
    duties=DUTIES,
    bounds=(
        "two suppliers at a point (A-two-suppliers)",
        "one file and one message about a point on its way at a time, none of them lost",
        "one attempt: after a fallback the change does not take effect again",
    ),
)
FLOW = AS_ELSEWHERE.starting(crs_standing, Standing.NOT_YET).starting(copy, Supplier.A)
