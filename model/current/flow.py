"""Today: RDPs send registration data to the DSP in files, and Network Parties answer for it.

Governing document: the SECAS paper "SEC Consequential Changes" of 2019, which describes this as
what is to be changed. Read `registration.py` first, then `files.py` and `provision.py`.
"""

from model.current.authority import AUTHORITY, COPY
from model.current.duties import DUTIES, MARK, STANDING
from model.current.entry import ENTRY_RECORD, RDP_ENTRY
from model.current.files import FILES
from model.current.flags import FLAGS
from model.current.fuel import FUEL
from model.current.gateway import RDP_GATEWAY
from model.current.incident import POINT_INCIDENT, RDP_INCIDENT
from model.current.provision import CHANGES, PROVISION
from model.current.registration import REGISTRATIONS, REQUESTS
from model.current.store import SOURCES_ACCEPTED, STORE
from model.language import Flow
from model.parties import (
    CLOCK,
    COMMUNICATIONS,
    DCC,
    DSP,
    ENTITLED_RAISER,
    GAINING_SUPPLIER,
    LOSING_SUPPLIER,
    NETWORK_PARTY,
    OUTSIDER,
    PANEL,
    RDP,
    REGISTRATION_SERVICE,
    RESOLVER,
    SUPPLIER,
)
from model.register import REGISTER

FLOW = Flow(
    "current",
    "Today: driven by the RDP",
    machines=(
        STORE,
        SOURCES_ACCEPTED,
        FUEL,
        RDP_ENTRY,
        ENTRY_RECORD,
        RDP_GATEWAY,
        FILES,
        STANDING,
        RDP_INCIDENT,
        REQUESTS,
        REGISTRATIONS,
        CHANGES,
        PROVISION,
        COPY,
        AUTHORITY,
        MARK,
        FLAGS,
        POINT_INCIDENT,
    ),
    parties=(
        NETWORK_PARTY,
        RDP,
        DCC,
        DSP,
        SUPPLIER,
        GAINING_SUPPLIER,
        LOSING_SUPPLIER,
        REGISTRATION_SERVICE,
        PANEL,
        ENTITLED_RAISER,
        RESOLVER,
        COMMUNICATIONS,
        OUTSIDER,
        CLOCK,
    ),
    sources=REGISTER,
    duties=DUTIES,
    bounds=(
        "two suppliers at a point (A-two-suppliers)",
        "one file of an RDP on its way at a time; of numbers, whether an earlier one is missing",
        "one incident at a time for an RDP, and one for a point",
        "no first registration and no termination of a point",
        "one Network Party for an RDP; its fuel never changes (A1.rdp, A-nomination)",
    ),
)
