"""The duties that come with the CRS: those of an RDP's Party over again, and the DCC's to it.

The provisions on RDPs are repeated for the CSS in the CRS's name (2.2-c, 2.2-e, 5-E3, 5-G, 5-L,
5-AG1); what they say in full was not read. After a loss of data the CSS is reconciled with the DSP,
where an RDP sends a full set (A-reconciliation, E2.8): that this is the same duty in another form
is assumed of 2.3-e. What the DCC owes the RDPs' side by way of loading and answering it owes the
CRS.
"""

from dataclasses import replace

from model.css.entry import GO_LIVE, HAS_GONE_LIVE, NOMINATE, NOMINATED, RENEW, CssEntry, css_entry
from model.css.gateway import CssGateway, css_gateway
from model.css.incident import AWARE, ESCALATE, RAISE, RESOLVE, CssIncident, css_incident
from model.css.incident import CRS_RAISES as CRS_RAISES_IT
from model.css.licence import CRS
from model.css.messages import ACCEPT, ACCEPTED, LOAD, REFUSE, SENT, message
from model.css.reconciliation import RECONCILE, Reconciliation, reconciliation
from model.css.sources import accepts_css
from model.current.complying import COMPLYING, NETWORKS_ENSURE
from model.current.duties_on_data import DCC_LOADS, DCC_RESPONDS, FULL_SETS, NETWORKS_SEND_ALL
from model.current.duties_on_service import (
    CONTACTS,
    DCC_RESOLVES,
    DCC_TELLS_CONTACTS,
    KEYS,
    NETWORKS_ENTER,
    NETWORKS_HOLD_KEYS,
    NETWORKS_NOMINATE,
    NETWORKS_RAISE,
    NETWORKS_SECURE,
    NETWORKS_TELL_CONTACTS,
    SECURITY,
)
from model.language import (
    INDUSTRY,
    POINT,
    TRUE,
    Consequence,
    Duty,
    Event,
    Named,
    any_of,
)
from model.parties import CLOCK, CSS, DCC, SEC

MATTERS_OF_THE_CSS = (FULL_SETS, SECURITY, KEYS, CONTACTS, COMPLYING)

MISS_RECONCILING = Event("the time for reconciling passes", INDUSTRY, CLOCK)
MISS_LOAD = Event("the time for loading the message passes", POINT, CLOCK)
MISS_RESPONSE = Event("the time for answering the message passes", POINT, CLOCK)
MISS_NOMINATION = Event("the time for nominating the CSS passes", INDUSTRY, CLOCK)
MISS_ENTRY = Event("the time for the entry of the CSS passes", INDUSTRY, CLOCK)
MISS_RENEWAL = Event("the time for renewing the CSS's credentials passes", INDUSTRY, CLOCK)
MISS_RAISING = Event("the time for raising the incident about the CSS passes", INDUSTRY, CLOCK)
MISS_TARGET = Event("the target time of the incident about the CSS passes", INDUSTRY, CLOCK)

CSS_SHUT_OFF = Named(
    "the CSS is suspended or its gateway is under control",
    any_of(css_entry.is_(CssEntry.SUSPENDED), css_gateway.is_(CssGateway.CONTROLLED)),
    cites="5-H2 5-H3 A-suspension",
)
NOT_LET_IN = Named("the DCC has not let the CSS in", ~accepts_css, cites="A-source-switch")
UNDER_WAY = css_incident.in_(CssIncident.ASSIGNED, CssIncident.ESCALATED)

CRS_RECONCILES = Duty(
    "the CRS's duty to have the DSP reconciled",
    FULL_SETS,
    obligor=CRS,
    performer=CSS,
    beneficiary=DCC,
    instrument=SEC,
    in_force=HAS_GONE_LIVE,
    cites="2.3-e E2.8 A-reconciliation A-first-load A-catch-up",
    about="all points",
    delivered_to="DSP",
    scope=INDUSTRY,
    outstanding=reconciliation.is_(Reconciliation.DUE),
    performed_by=(RECONCILE,),
    deadline=MISS_RECONCILING,
    barred=any_of(CSS_SHUT_OFF, NOT_LET_IN),
    consequence=Consequence(power=RAISE, cites="5-AG1 A5.raisers A5.kinds"),
    succeeds=NETWORKS_SEND_ALL,
    before="a full set that is owed is in the first load (A-first-load)",
)
CRS_NOMINATES = replace(
    NETWORKS_NOMINATE,
    obligor=CRS,
    about="the CSS",
    scope=INDUSTRY,
    name="the CRS's duty to nominate the CSS",
    performer=CRS,
    in_force=TRUE,
    cites="2.2-c 5-E3 A-nomination",
    outstanding=css_entry.is_(CssEntry.OUTSIDE),
    performed_by=(NOMINATE,),
    deadline=MISS_NOMINATION,
)
CRS_ENTERS = replace(
    NETWORKS_ENTER,
    obligor=CRS,
    about="the CSS",
    scope=INDUSTRY,
    name="the CRS's duty of entry",
    performer=CSS,
    in_force=NOMINATED,
    cites="2.2-c 5-E3 S0.4",
    outstanding=~HAS_GONE_LIVE,
    performed_by=(GO_LIVE,),
    deadline=MISS_ENTRY,
)
CRS_SECURES = replace(
    NETWORKS_SECURE,
    obligor=CRS,
    about="the CSS",
    scope=INDUSTRY,
    name="the CRS's duty of security",
    performer=CSS,
    in_force=NOMINATED,
    cites="2.2-e 5-E3 5-G A6.unread",
)
CRS_HOLDS_KEYS = replace(
    NETWORKS_HOLD_KEYS,
    obligor=CRS,
    about="the CSS",
    scope=INDUSTRY,
    name="the CRS's duty to hold credentials",
    performer=CSS,
    in_force=NOMINATED,
    cites="5-L 5-G A6.dccki",
    outstanding=css_entry.is_(CssEntry.LAPSED),
    performed_by=(RENEW,),
    deadline=MISS_RENEWAL,
)
CRS_RAISES = replace(
    NETWORKS_RAISE,
    obligor=CRS,
    about="the CSS",
    scope=INDUSTRY,
    name="the CRS's duty to raise incidents",
    performer=CRS,
    in_force=AWARE,
    cites="5-H1",
    outstanding=AWARE,
    performed_by=(CRS_RAISES_IT,),
    deadline=MISS_RAISING,
)
CRS_TELLS_CONTACTS = replace(
    NETWORKS_TELL_CONTACTS,
    obligor=CRS,
    about="the CSS",
    scope=INDUSTRY,
    name="the CRS's duty to keep contact details current",
    performer=CSS,
    in_force=NOMINATED,
    cites="2.3-e A2.contacts",
)
CRS_ENSURES = replace(
    NETWORKS_ENSURE,
    obligor=CRS,
    about="the CSS",
    scope=INDUSTRY,
    name="the CRS's duty to ensure that the CSS complies",
    performer=CSS,
    in_force=NOMINATED,
    cites="2.1-h A-beneficiary",
)
OF_CRS = (
    *(CRS_RECONCILES, CRS_SECURES, CRS_HOLDS_KEYS, CRS_RAISES, CRS_TELLS_CONTACTS),
    CRS_ENSURES,
)

DCC_LOADS_MESSAGES = replace(
    DCC_LOADS,
    scope=POINT,
    in_force=HAS_GONE_LIVE,
    outstanding=message.is_(ACCEPTED),
    performed_by=(LOAD,),
    deadline=MISS_LOAD,
    before="files that were accepted are loaded, or are in the first load (A-first-load)",
)
DCC_ANSWERS_MESSAGES = replace(
    DCC_RESPONDS,
    scope=POINT,
    beneficiary=CRS,
    in_force=NOMINATED,
    cites="5-X3 A-ack A-message-check A2.response-file",
    outstanding=message.is_(SENT),
    performed_by=(ACCEPT, REFUSE),
    deadline=MISS_RESPONSE,
    barred=Named("the gateway is under control", css_gateway.is_(CssGateway.CONTROLLED), "5-H3"),
)
DCC_RESOLVES_CSS = replace(
    DCC_RESOLVES,
    name="the DCC's duty to resolve incidents about the CSS",
    beneficiary=CRS,
    about="the CSS",
    scope=INDUSTRY,
    in_force=Named("it is with a resolver", UNDER_WAY, cites="5-AG1 A5.states"),
    cites="5-AG1 A5.categories A-resolver A-beneficiary",
    outstanding=UNDER_WAY,
    performed_by=(RESOLVE,),
    deadline=MISS_TARGET,
    consequence=Consequence(power=ESCALATE, cites="5-AG1 A5.states"),
)
DCC_TELLS_CRS = replace(
    DCC_TELLS_CONTACTS,
    name="the DCC's duty to give the CRS its contact details",
    beneficiary=CRS,
    about="the CSS",
    scope=INDUSTRY,
    in_force=NOMINATED,
    cites="2.3-e A2.contacts",
)
OF_DCC = (DCC_LOADS_MESSAGES, DCC_ANSWERS_MESSAGES, DCC_RESOLVES_CSS, DCC_TELLS_CRS)
