"""What at last comes about in today's flow, and which events must then at last happen.

A claim that names no fault has them all: files and flags are lost, spoilt and refused again and
again. What nobody can mend while an RDP is shut out (suspended, lapsed, its gateway controlled)
is claimed up to there: outages of two kinds in turn can keep a path shut.
"""

from model.current.entry import ADMITTED
from model.current.files import (
    ACCEPT,
    BUILD_FULL_SET,
    BUILD_UPDATE,
    CORRECT,
    LOAD,
    REFUSE,
    REFUSE_LATE,
    SEND,
    TURN_TO_FULL_SET,
    File,
    file,
    gap,
    owed,
)
from model.current.flags import ACCEPT_FLAG, CAN_RECEIVE, SEND_FLAG, Flag, flag
from model.current.gateway import PASSES
from model.current.incident import (
    ASSIGN,
    ASSIGN_POINT,
    CLOSE,
    CLOSE_POINT,
    PARTY_RAISES,
    RAISE_POINT,
    RESOLVE,
    RESOLVE_POINT,
    Incident,
    PointIncident,
    incident,
    point_incident,
)
from model.current.provision import CORRECT_RECORD, Provision, provision
from model.current.registration import ACCEPT as ACCEPT_REQUEST
from model.current.registration import (
    CLOSE_WINDOW,
    FAULTY,
    LIFT,
    MIDNIGHT,
    REJECT,
    REQUESTED,
    SECURE,
    UPHOLD,
    is_open,
    request,
)
from model.language import Claim, LeadsTo, any_of, every
from model.parties import SUPPLIERS

request_open = any_of(is_open, of=SUPPLIERS)
incident_there = incident.is_not(Incident.NONE) & incident.is_not(Incident.CLOSED)
point_incident_there = point_incident.is_not(PointIncident.NONE) & point_incident.is_not(
    PointIncident.CLOSED
)

INCIDENT_CLOSES = LeadsTo(
    "each-incident-closes",
    "Each incident about a point is at last closed, though it is reopened again and again (P22).",
    point_incident_there,
    to=point_incident.is_(PointIncident.CLOSED),
    weak=(ASSIGN_POINT, RESOLVE_POINT),
    strong=(CLOSE_POINT,),
    cites="A5.states",
)
FLAG_ARRIVES = LeadsTo(
    "each-flag-arrives",
    "Each flag that is due at last reaches the RDP, though it is lost and rejected again and "
    "again, or the RDP is shut out (P20).",
    flag.is_not(Flag.CURRENT) & CAN_RECEIVE,
    to=flag.is_(Flag.CURRENT) | ~CAN_RECEIVE,
    weak=(SEND_FLAG, ASSIGN_POINT, RESOLVE_POINT),
    strong=(ACCEPT_FLAG, RAISE_POINT, CLOSE_POINT),
    cites="2.3-c A3.answers A-flag-again",
)

LIVING: tuple[Claim, ...] = (
    LeadsTo(
        "each-request-ends",
        "Each request that was accepted is at last spent, or ended by an objection, though "
        "objections are made and lifted again and again (P10).",
        request_open,
        to=~request_open,
        weak=(every(LIFT, UPHOLD), every(SECURE), every(MIDNIGHT)),
        strong=(every(CLOSE_WINDOW),),
        cites="B4 B1.window B2.lift",
    ),
    *(
        LeadsTo(
            f"each-request-of-{s.value.lower().replace(' ', '-')}-is-answered",
            f"Each request of {s.value}, with a fault or without, is at last accepted or rejected.",
            request[s].in_(REQUESTED, FAULTY),
            to=~request[s].in_(REQUESTED, FAULTY),
            weak=((ACCEPT_REQUEST[s], REJECT[s]),),
            cites="B1.requests B4",
        )
        for s in SUPPLIERS
    ),
    LeadsTo(
        "each-file-is-answered",
        "Each file that reaches the DSP is at last accepted or refused, as long as its gateway "
        "passes traffic.",
        file.is_(File.SENT) & PASSES,
        to=file.is_not(File.SENT) | ~PASSES,
        weak=((ACCEPT, REFUSE, REFUSE_LATE),),
        cites="A2.response-file A2.rejection A2.sequence",
    ),
    LeadsTo(
        "what-is-accepted-is-loaded",
        "Each file that is accepted is at last loaded, whatever becomes of its sender.",
        file.is_(File.ACCEPTED),
        to=file.is_(File.IDLE),
        weak=(LOAD,),
        cites="E1.1 A-load",
    ),
    LeadsTo(
        "what-is-refused-is-mended",
        "Each file that is refused is at last corrected, or gives way to a full set.",
        file.is_(File.REFUSED),
        to=file.is_not(File.REFUSED),
        weak=((CORRECT, TURN_TO_FULL_SET),),
        cites="A2.rejection A-merge-numbers A-full-set-on-request",
    ),
    LeadsTo(
        "each-gap-closes",
        "Where an earlier file is missing, a corrected file or a full set at last makes up for it, "
        "or the RDP is shut out.",
        gap & ADMITTED & PASSES,
        to=~gap | ~ADMITTED | ~PASSES,
        weak=((BUILD_UPDATE, BUILD_FULL_SET), (CORRECT, TURN_TO_FULL_SET), SEND, LOAD),
        strong=((ACCEPT, REFUSE, REFUSE_LATE),),
        cites="A2.sequence A-sequence A-merge-numbers A-refresh-resets",
    ),
    LeadsTo(
        "each-rejected-record-is-made-good",
        "A record that is rejected is at last corrected, or a full set takes it.",
        provision.is_(Provision.REJECTED),
        to=provision.is_not(Provision.REJECTED),
        weak=(CORRECT_RECORD,),
        cites="A2.response-file",
    ),
    LeadsTo(
        "a-full-set-is-loaded",
        "A full set that is owed, as after a reinstatement, is at last on its way and loaded, or "
        "the RDP is shut out (P13, P23).",
        owed & ADMITTED & PASSES,
        to=~owed | ~ADMITTED | ~PASSES,
        weak=(BUILD_FULL_SET, SEND, REFUSE, REFUSE_LATE, LOAD, TURN_TO_FULL_SET),
        strong=(ACCEPT,),
        cites="2.2-a A-catch-up A-full-set-at-start A-full-set-on-request",
    ),
    FLAG_ARRIVES,
    LeadsTo(
        "each-rdp-incident-ends",
        "Each incident about an RDP that is known to its Network Party or raised is at last "
        "closed, though it is reopened again and again (P22).",
        incident_there,
        to=incident.is_(Incident.CLOSED),
        weak=(PARTY_RAISES, ASSIGN, RESOLVE),
        strong=(CLOSE,),
        cites="A5.states A-awareness",
    ),
    INCIDENT_CLOSES,
)
