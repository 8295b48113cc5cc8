"""What at last comes about in the new flow, and which events must then at last happen.

A claim that names no fault has them all: notices, messages, pairs and flags are lost, spoilt and
refused again and again. What nobody can mend while an entity is shut out (suspended, lapsed, its
gateway controlled) is claimed up to there: outages of two kinds in turn can keep a path shut.
"""

from model.css.hub import (
    CAN_RECEIVE,
    CLEAR_EXCEPTION,
    DUE,
    ESTABLISHED,
    FORM_REL,
    IN_VAIN,
    LOSE_PAIR,
    OUTDATED,
    RECEIVE_PAIR,
    SEND_PAIR,
    WITH_CSS,
    pair,
)
from model.css.hub import SENT as PAIR_SENT
from model.css.incident import (
    ASSIGN,
    CLOSE,
    CRS_RAISES,
    RESOLVE,
    CssIncident,
    css_incident,
)
from model.css.messages import (
    ACCEPT,
    ACCEPTED,
    CORRECT,
    GIVE_UP,
    LOAD,
    NOTHING,
    REFUSE,
    REGENERATE,
    RESEND,
    RETRY,
    SEND,
    message,
)
from model.css.notices import (
    APPLY_CANCELLED,
    APPLY_SECURED,
    CAN_DUE,
    CAN_MISSING,
    CAN_SENT,
    GIVE_PROXY,
    RESEND_NOTICE,
    SEC_MISSING,
    SECURED_THERE,
    SEND_NOTICE,
    notice,
)
from model.css.old_channel import OFFERED, REFUSE_FILE, old_channel
from model.css.reconciliation import FIT, RECONCILE, Reconciliation, reconciliation
from model.css.registration import (
    CANCEL,
    CLOSE_GATE,
    CLOSE_WINDOW,
    MIDNIGHT,
    OPEN,
    gain,
    supplier_of_record,
)
from model.css.source import PROVIDE_DATA, PointData, point_data
from model.css.sync import APPLY_BACKLOG, RESOLVE_EXCEPTION, held
from model.current.authority import copy
from model.current.fuel import GAS
from model.language import Claim, LeadsTo, any_of, every
from model.parties import SUPPLIERS
from properties.current.living import FLAG_ARRIVES, INCIDENT_CLOSES

request_open = any_of(gain.in_(*OPEN), of=SUPPLIERS)
incident_about_css = css_incident.is_not(CssIncident.NONE) & css_incident.is_not(CssIncident.CLOSED)
reconciled = reconciliation.is_(Reconciliation.NOT_DUE)
of_record = copy.is_(supplier_of_record)

LIVING: tuple[Claim, ...] = (
    LeadsTo(
        "each-request-ends",
        "Each pending registration at last becomes Active, or is cancelled, withdrawn or annulled "
        "(P10).",
        request_open,
        to=~request_open,
        weak=(every(CLOSE_WINDOW), every(CANCEL), every(CLOSE_GATE), every(MIDNIGHT)),
        cites="C4",
    ),
    LeadsTo(
        "secured-arrives",
        "Each secured notice at last reaches the retail data service, though it goes missing again "
        "and again, unless the next request overtakes it (P11).",
        SECURED_THERE,
        to=~SECURED_THERE,
        weak=(SEND_NOTICE, RESEND_NOTICE),
        strong=(APPLY_SECURED,),
        cites="C5.late C3.sync",
    ),
    # Without the last condition it would hold of two suppliers only: of three, two can take turns
    # for ever while the service holds the third.
    LeadsTo(
        "services-agree-again",
        "Where the retail data service holds another supplier than the CSS, it at last holds the "
        "same, unless the next request overtakes it (P11, P12).",
        held.is_not(supplier_of_record),
        to=held.is_(supplier_of_record) | request_open,
        weak=(SEND_NOTICE, RESEND_NOTICE, APPLY_BACKLOG, RESOLVE_EXCEPTION),
        strong=(APPLY_SECURED,),
        cites="C3.sync C5.operator D2.dates",
    ),
    LeadsTo(
        "each-message-arrives",
        "What is due about a point is at last accepted by the DSP or reconciled, though messages "
        "are lost, spoilt and never generated, or the CSS is shut out (P13).",
        message.is_not(NOTHING) & message.is_not(ACCEPTED) & FIT,
        to=message.in_(NOTHING, ACCEPTED) | ~FIT,
        weak=((RETRY, GIVE_UP), RESEND, REGENERATE, CORRECT),
        strong=(SEND, ACCEPT, REFUSE),
        cites="2.2-b 5-E1 A-retry A-regeneration A-message-check",
    ),
    LeadsTo(
        "what-is-accepted-is-loaded",
        "A message that was accepted is at last loaded, unless the next change overtakes it (P13).",
        message.is_(ACCEPTED),
        to=message.is_not(ACCEPTED),
        weak=(LOAD,),
        cites="E1.1 A-load",
    ),
    LeadsTo(
        "reinstated-is-reconciled",
        "A reconciliation that is due, as after a reinstatement, at last brings the copy in step, "
        "or the CSS is shut out (P23).",
        ~reconciled & FIT,
        to=(reconciled & of_record) | ~FIT,
        weak=(RECONCILE,),
        cites="A-catch-up A-reconciliation",
    ),
    LeadsTo(
        "each-pair-arrives",
        "Each pair of Comms Hub ID and MPxN at last reaches the CSS, though it is lost again and "
        "again, unless its hub is removed or exchanged, or the CSS is shut out (P21).",
        pair.in_(DUE, PAIR_SENT) & CAN_RECEIVE,
        to=~pair.in_(DUE, PAIR_SENT) | ~CAN_RECEIVE,
        weak=(SEND_PAIR,),
        strong=(RECEIVE_PAIR,),
        cites="2.2-d 5-E4 A-pair-again",
    ),
    LeadsTo(
        "a-pair-of-a-hub-that-is-gone-comes-in",
        "What is on its way of a hub that was removed or exchanged at last comes in or is lost, so "
        "that a new pair can be sent, or the CSS is shut out.",
        pair.in_(OUTDATED, IN_VAIN) & CAN_RECEIVE,
        to=~pair.in_(OUTDATED, IN_VAIN) | ~CAN_RECEIVE,
        weak=((RECEIVE_PAIR, LOSE_PAIR),),
        cites="2.2-d A-every-pair A-no-duty-on-removal",
    ),
    LeadsTo(
        "each-incident-ends",
        "Each incident about the CSS that is known to the CRS or raised is at last closed, though "
        "it is reopened again and again (P22).",
        incident_about_css,
        to=css_incident.is_(CssIncident.CLOSED),
        weak=(CRS_RAISES, ASSIGN, RESOLVE),
        strong=(CLOSE,),
        cites="5-H1 5-AG1 A5.states",
    ),
    LeadsTo(
        "cancelled-arrives",
        "Each cancelled notice at last reaches the retail data service, though it goes missing "
        "again and again, unless the next request overtakes it.",
        notice.in_(CAN_DUE, CAN_SENT, CAN_MISSING),
        to=~notice.in_(CAN_DUE, CAN_SENT, CAN_MISSING),
        weak=(SEND_NOTICE, RESEND_NOTICE),
        strong=(APPLY_CANCELLED,),
        cites="C3.sync D2.missed-cancellation A-regeneration",
    ),
    LeadsTo(
        "a-proxy-stands-in",
        "In gas a secured notice that is missing is at last made good by a proxy, though it is "
        "never sent again, unless the next request overtakes it.",
        GAS & notice.is_(SEC_MISSING),
        to=notice.is_not(SEC_MISSING),
        weak=(GIVE_PROXY,),
        cites="D2.proxy A-proxy-checked",
    ),
    LeadsTo(
        "each-rel-is-formed",
        "For each pair that the CSS holds the REL is at last established, though it is not matched "
        "again and again, unless the hub is exchanged or removed (P21).",
        pair.in_(*WITH_CSS),
        to=pair.is_(ESTABLISHED) | ~pair.in_(*WITH_CSS),
        weak=(CLEAR_EXCEPTION,),
        strong=(FORM_REL,),
        cites="2.2-d S0.5 A-REL-exception",
    ),
    LeadsTo(
        "point-data-is-given",
        "Metering point data that changes is at last given to the CSS, though it changes again "
        "and again.",
        point_data.is_(PointData.OWED),
        to=point_data.is_(PointData.HELD),
        weak=(PROVIDE_DATA,),
        cites="2.3-b S0.7",
    ),
    LeadsTo(
        "an-offered-file-is-refused",
        "A file that an RDP offers after the change is at last refused.",
        old_channel.is_(OFFERED),
        to=old_channel.is_not(OFFERED),
        weak=(REFUSE_FILE,),
        cites="1-a 2.3-d 5-X2",
    ),
    FLAG_ARRIVES,
    INCIDENT_CLOSES,
)
