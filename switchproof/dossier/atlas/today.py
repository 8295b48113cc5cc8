"""Today's regime in the atlas: which rules make each fault, and what is claimed without them."""

from collections.abc import Iterable

from model.current.authority import AUTHORITY, COMMAND_ACCEPTED, COMMAND_REFUSED, copy
from model.current.entry import (
    HAS_GONE_LIVE,
    LAPSE,
    SUSPEND,
    Entry,
    entry,
    has_dccki,
    has_id,
    has_met_code,
    has_passed,
    has_smki,
)
from model.current.files import (
    ACCEPT,
    ACCEPTED,
    BUILD_FULL_SET,
    BUILD_UPDATE,
    BUILT,
    CORRECT,
    IDLE,
    LOAD,
    LOSE,
    REFUSE,
    REFUSE_LATE,
    SEND,
    SENT,
    SPOIL,
    TURN_TO_FULL_SET,
    file,
)
from model.current.flags import LOSE_FLAG, REJECT_FLAG
from model.current.flow import FLOW
from model.current.gateway import COMPROMISE, CONNECTED, PASSES, Gateway, gateway
from model.current.incident import ASSIGN, CLOSE, PARTY_RAISES, RESOLVE, Incident
from model.current.incident import incident as about_rdp
from model.current.provision import (
    BAD_IN_FILE,
    CHANGES,
    CORRECT_RECORD,
    FIND_OMISSION,
    IN_FILE,
    LEAVE_OUT,
    SPOIL_RECORD,
    Change,
    change,
    provision,
)
from model.current.registration import MIDNIGHT, is_live, supplier_of_record
from model.current.store import LOSE_DATA
from model.language import Claim, Field, LeadsTo, all_of, any_of
from model.language.sorts import Value
from model.parties import Supplier
from properties.analyses.atlas.faults import (
    COMPROMISED,
    DELAY,
    DUPLICATE,
    ENTERING,
    LOSS,
    NEVER_MADE,
    ORDER,
    OUTAGE,
    SHUT_OUT,
    SPOILT,
    Regime,
    all_of_these,
    only_when,
    starting,
    without,
)
from properties.current import CLAIMS
from properties.current.living import incident_there
from switchproof.dossier.atlas import common
from switchproof.dossier.who_must_fail.current import NOTHING_SHOWS, WRONG

ON_ITS_WAY = any_of(change.in_(Change.DUE, Change.FAULTY), provision.in_(IN_FILE, BAD_IN_FILE))
CAN_GO_ON = any_of(file.is_(IDLE) & CONNECTED, file.in_(BUILT, SENT) & PASSES, file.is_(ACCEPTED))
IN_TIME = ~all_of(ON_ITS_WAY, CAN_GO_ON)
COMMANDS = (*COMMAND_ACCEPTED.values(), *COMMAND_REFUSED.values())
PASSED = dict.fromkeys((has_id, has_smki, has_dccki, has_met_code, has_passed), True)
RDP_ENTERED: dict[Field, Value] = {entry: Entry.LIVE, gateway: Gateway.UP, **PASSED}
ONE_FILE = "one file of an RDP is on its way at a time"

CLAIMED: Iterable[Claim] = (
    *CLAIMS,
    *common.by_the_record(is_live),
    common.not_silent(WRONG & NOTHING_SHOWS),
    common.at_last_loaded(
        supplier_of_record,
        HAS_GONE_LIVE,
        *(BUILD_UPDATE, BUILD_FULL_SET, SEND, ACCEPT, REFUSE, REFUSE_LATE, LOAD, CORRECT),
        *(TURN_TO_FULL_SET, CORRECT_RECORD, FIND_OMISSION, *common.RDP_RESTORED),
    ),
    common.FLAG_KNOWN,
    LeadsTo(
        common.INCIDENT,
        "Each incident about an RDP is at last closed (P22).",
        incident_there,
        to=about_rdp.is_(Incident.CLOSED),
        strong=(PARTY_RAISES, ASSIGN, RESOLVE, CLOSE),
        cites="A5.states A-awareness",
    ),
    common.INCIDENT_CLOSED,
)

TODAY = Regime(
    "today",
    FLOW,
    without={
        LOSS: without(LOSE, LOSE_FLAG),
        DELAY: all_of_these(
            only_when(CHANGES.name, IN_TIME, *MIDNIGHT.values()),
            only_when(AUTHORITY.name, IN_TIME, *COMMANDS),
        ),
        NEVER_MADE: without(LEAVE_OUT),
        SPOILT: without(SPOIL, SPOIL_RECORD, REJECT_FLAG),
        OUTAGE: without(LOSE_DATA),
        SHUT_OUT: without(SUSPEND, LAPSE),
        COMPROMISED: without(COMPROMISE),
        ENTERING: starting({**RDP_ENTERED, copy: Supplier.A}),
    },
    claims={claim.id: claim for claim in CLAIMED if claim.id in common.ROWS},
    cannot={
        DUPLICATE: f"{ONE_FILE}, and the number of a second copy would be taken already",
        ORDER: f"{ONE_FILE}; of numbers the model keeps whether an earlier one is missing",
    },
)
