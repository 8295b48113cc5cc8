"""Who does what: in what both flows have of RDPs, and in today's flow alone."""

from model.current.authority import COMMAND_ACCEPTED, COMMAND_REFUSED
from model.current.duties import DAY_ENDS
from model.current.entry import (
    CONNECT,
    FAIL_TESTS,
    GO_LIVE,
    IDENTIFY,
    ISSUE_DCCKI,
    ISSUE_SMKI,
    LAPSE,
    MEET_CODE,
    NOMINATE,
    PASS_TESTS,
    REINSTATE,
    RENEW,
    SUSPEND,
)
from model.current.files import (
    ACCEPT,
    BUILD_FULL_SET,
    BUILD_UPDATE,
    CORRECT,
    LOAD,
    LOSE,
    ORDER_FULL_SET,
    REFUSE,
    REFUSE_LATE,
    SEND,
    SPOIL,
    TURN_TO_FULL_SET,
)
from model.current.flags import ACCEPT_FLAG, CHANGE_SERVICE, LOSE_FLAG, REJECT_FLAG, SEND_FLAG
from model.current.gateway import COMPROMISE, RESTORE, TAKE_CONTROL
from model.current.incident import (
    ASSIGN,
    ASSIGN_POINT,
    BECOME_AWARE,
    CLOSE,
    CLOSE_POINT,
    ESCALATE,
    ESCALATE_POINT,
    PARTY_RAISES,
    RAISE,
    RAISE_POINT,
    REOPEN,
    REOPEN_POINT,
    RESOLVE,
    RESOLVE_POINT,
)
from model.current.provision import CORRECT_RECORD, FIND_OMISSION, LEAVE_OUT, SPOIL_RECORD
from model.current.registration import (
    ACCEPT as ACCEPT_REQUEST,
)
from model.current.registration import (
    CLOSE_WINDOW,
    LIFT,
    MIDNIGHT,
    OBJECT,
    OBJECT_LATE,
    REJECT,
    REQUEST,
    REQUEST_BADLY,
    SECURE,
    UPHOLD,
)
from model.current.store import LOSE_DATA
from model.language import Claim, DoneBy, every
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

ACTORS_OF_SERVICE: tuple[Claim, ...] = (
    DoneBy(
        "an-rdp-is-let-in-and-out-by-whom",
        "The Network Party alone nominates its RDP, the Panel alone issues signifiers, the DCC "
        "alone issues and renews credentials, connects and controls gateways, lets an RDP go live, "
        "suspends and reinstates; the RDP itself meets the code and takes the tests.",
        actors={
            NETWORK_PARTY: (NOMINATE,),
            PANEL: (IDENTIFY,),
            DCC: (
                *(ISSUE_SMKI, ISSUE_DCCKI, CONNECT, GO_LIVE, SUSPEND, REINSTATE, RENEW),
                *(TAKE_CONTROL, RESTORE),
            ),
            RDP: (MEET_CODE, FAIL_TESTS, PASS_TESTS),
            CLOCK: (LAPSE,),
            OUTSIDER: (COMPROMISE,),
        },
        cites="2.1-d A1.rdp S0.4 5-H2 5-H3 5-L A-ids-by-Panel A-nomination A-gateway-rdp "
        "A6.gateway O4.Y",
    ),
    DoneBy(
        "incidents-by-whom",
        "Those entitled alone raise and reopen incidents, and the Network Party what it has learnt "
        "of its RDP; the DCC alone assigns, escalates and closes; the resolver alone resolves.",
        actors={
            ENTITLED_RAISER: (RAISE, REOPEN, RAISE_POINT, REOPEN_POINT),
            NETWORK_PARTY: (PARTY_RAISES,),
            RDP: (BECOME_AWARE,),
            DCC: (ASSIGN, ESCALATE, CLOSE, ASSIGN_POINT, ESCALATE_POINT, CLOSE_POINT),
            RESOLVER: (RESOLVE, RESOLVE_POINT),
        },
        cites="A5 A5.raisers A5.added-raisers A5.states A-awareness",
    ),
    DoneBy(
        "flags-and-commands-by-whom",
        "The DCC alone changes the service, the DSP alone sends flags, the RDP alone accepts and "
        "rejects them; what is lost is lost on the way; commands are a supplier's.",
        actors={
            DCC: (CHANGE_SERVICE,),
            DSP: (SEND_FLAG,),
            RDP: (ACCEPT_FLAG, REJECT_FLAG),
            SUPPLIER: every(COMMAND_ACCEPTED, COMMAND_REFUSED),
            COMMUNICATIONS: (LOSE_FLAG,),
        },
        cites="2.3-c E2.3 A1 1-c A3.electricity A3.rejection A-flag-again",
    ),
)

ACTORS_TODAY: tuple[Claim, ...] = (
    *ACTORS_OF_SERVICE,
    DoneBy(
        "requests-by-whom",
        "The gaining supplier alone requests, the losing supplier alone objects and lifts its "
        "objection; MPAS or UK Link alone rejects, accepts, upholds and secures; the rest is a "
        "matter of dates (P6).",
        actors={
            GAINING_SUPPLIER: every(REQUEST, REQUEST_BADLY),
            LOSING_SUPPLIER: every(OBJECT, LIFT, OBJECT_LATE),
            REGISTRATION_SERVICE: every(REJECT, ACCEPT_REQUEST, UPHOLD, SECURE),
            CLOCK: every(CLOSE_WINDOW, MIDNIGHT),
        },
        cites="B1 B1.requests B2 B2.lift B2.secured B3.grounds B4 B1.window B1.late",
    ),
    DoneBy(
        "data-is-sent-and-loaded-by-whom",
        "The RDP alone builds, sends and corrects files and records; the DSP alone accepts, "
        "refuses and loads them; the DCC alone orders a full set; a day ends by the clock.",
        actors={
            RDP: (
                *(BUILD_UPDATE, BUILD_FULL_SET, SPOIL, SEND, CORRECT, TURN_TO_FULL_SET),
                *(SPOIL_RECORD, LEAVE_OUT, FIND_OMISSION, CORRECT_RECORD),
            ),
            DSP: (ACCEPT, REFUSE, REFUSE_LATE, LOAD, LOSE_DATA),
            DCC: (ORDER_FULL_SET,),
            COMMUNICATIONS: (LOSE,),
            CLOCK: (DAY_ENDS,),
        },
        cites="2.2-a A2 A2.checks A2.response-file E1.1 A-full-set-on-request A2.sequence "
        "A5.kinds E2.8 E2.12 E2.13 A-merge-numbers",
    ),
)
