"""What both flows keep of RDPs: how one enters, its gateway, incidents, flags, and who acts."""

from model.current.authority import COMMAND_REFUSED, copy
from model.current.entry import (
    ADMITTED,
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
    Entry,
    entry,
    has_smki,
)
from model.current.flags import (
    ACCEPT_FLAG,
    CHANGE_SERVICE,
    LOSE_FLAG,
    REJECT_FLAG,
    SEND_FLAG,
    Flag,
    flag,
)
from model.current.gateway import COMPROMISE, RESTORE, TAKE_CONTROL, Gateway, gateway
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
    Incident,
    PointIncident,
    incident,
    point_incident,
)
from model.language import Claim, Step, after, all_of, changed, happens
from properties.acting import each, goes
from properties.current.switching import of_each

E, G, N, P, F = Entry, Gateway, Incident, PointIncident, Flag

SERVICE_KEPT: tuple[Claim, ...] = (
    Step(
        "an-rdp-enters-in-order",
        "An RDP enters step by step: nominated, identified, given SMKI and DCCKI credentials, "
        "connected, within the code of connection, tested, live; who fails the tests stays there.",
        each(
            (NOMINATE, goes(entry, E.OUTSIDE, to=E.NOMINATED)),
            (IDENTIFY, goes(entry, E.NOMINATED, to=E.IDENTIFIED)),
            (ISSUE_SMKI, goes(entry, E.IDENTIFIED, to=E.SMKI_KEYED)),
            (ISSUE_DCCKI, goes(entry, E.SMKI_KEYED, to=E.DCCKI_KEYED)),
            (CONNECT, goes(entry, E.DCCKI_KEYED, to=E.CONNECTED)),
            (MEET_CODE, goes(entry, E.CONNECTED, to=E.CODED)),
            (FAIL_TESTS, goes(entry, E.CODED, to=E.CODED)),
            (PASS_TESTS, goes(entry, E.CODED, to=E.TESTED)),
            (GO_LIVE, goes(entry, E.TESTED, to=E.LIVE)),
        ),
        cites="S0.4 E2.14 5-L A6 A-entry-order A-nomination 2.1-d 3-a A2.transport A6.gateway "
        "A6.dccki H14 A-ids-by-Panel",
    ),
    Step(
        "an-rdp-is-shut-out-and-let-in",
        "A live RDP can be suspended, and its credentials can lapse and are then not valid; what "
        "was suspended is reinstated, what lapsed is renewed, and the RDP is live again.",
        all_of(
            each(
                (SUSPEND, goes(entry, E.LIVE, to=E.SUSPENDED)),
                (LAPSE, goes(entry, E.LIVE, to=E.LAPSED) & ~after(has_smki)),
                (RENEW, goes(entry, E.LAPSED, to=E.LIVE) & after(has_smki)),
            ),
            happens(REINSTATE).implies(goes(entry, E.SUSPENDED, to=E.LIVE)),
            happens(RENEW).implies(after(entry).is_(E.LIVE)),
            happens(FAIL_TESTS).implies(~changed(entry)),
        ),
        cites="5-H2 5-L A6 A-suspension",
    ),
    Step(
        "a-gateway-is-controlled-only-if-compromised",
        "A gateway is up once it is connected; the DCC takes control only of one that is "
        "compromised, and restores one that it controls.",
        all_of(
            each(
                (CONNECT, goes(gateway, G.ABSENT, to=G.UP)),
                (COMPROMISE, goes(gateway, G.UP, to=G.COMPROMISED)),
                (TAKE_CONTROL, goes(gateway, G.COMPROMISED, to=G.CONTROLLED)),
            ),
            happens(RESTORE).implies(goes(gateway, G.CONTROLLED, to=G.UP)),
        ),
        cites="5-H3 A6.gateway A-gateway-rdp A-entry-order",
    ),
    Step(
        "an-rdp-incident-goes-forward",
        "An incident about an RDP goes only forward, from known to raised, assigned, escalated, "
        "resolved and closed, and is reopened only after it was resolved or closed.",
        all_of(
            each(
                (BECOME_AWARE, goes(incident, N.NONE, N.CLOSED, to=N.AWARE)),
                (PARTY_RAISES, goes(incident, N.AWARE, to=N.RAISED)),
                (RAISE, goes(incident, N.NONE, N.CLOSED, N.AWARE, to=N.RAISED)),
                (ASSIGN, goes(incident, N.RAISED, to=N.ASSIGNED)),
                (RESOLVE, goes(incident, N.ASSIGNED, N.ESCALATED, to=N.RESOLVED)),
                (CLOSE, goes(incident, N.RESOLVED, to=N.CLOSED)),
            ),
            happens(RAISE).implies(after(incident).is_(N.RAISED)),
            happens(ESCALATE).implies(goes(incident, N.ASSIGNED, to=N.ESCALATED)),
            happens(REOPEN).implies(goes(incident, N.RESOLVED, N.CLOSED, to=N.ASSIGNED)),
        ),
        cites="A5 A5.states A5.raisers A-awareness A5.added-raisers",
    ),
    Step(
        "a-point-incident-goes-forward",
        "An incident about a point goes only forward, from raised to assigned, escalated, resolved "
        "and closed, and is reopened only after it was resolved or closed.",
        all_of(
            each(
                (RAISE_POINT, goes(point_incident, P.NONE, P.CLOSED, to=P.RAISED)),
                (ASSIGN_POINT, goes(point_incident, P.RAISED, to=P.ASSIGNED)),
                (RESOLVE_POINT, goes(point_incident, P.ASSIGNED, P.ESCALATED, to=P.RESOLVED)),
                (CLOSE_POINT, goes(point_incident, P.RESOLVED, to=P.CLOSED)),
            ),
            happens(ESCALATE_POINT).implies(goes(point_incident, P.ASSIGNED, to=P.ESCALATED)),
            happens(REOPEN_POINT).implies(
                goes(point_incident, P.RESOLVED, P.CLOSED, to=P.ASSIGNED)
            ),
        ),
        cites="A5 A5.states A5.raisers 3-e",
    ),
    Step(
        "a-flag-goes-where-it-must",
        "A change of the service makes a flag due; it is sent to, taken and rejected by an "
        "admitted RDP alone; what is lost is due again; what is rejected goes to the incident "
        "that is raised, and is due again when that is resolved.",
        all_of(
            each(
                (CHANGE_SERVICE, after(flag).is_(F.DUE)),
                (SEND_FLAG, goes(flag, F.DUE, to=F.SENT) & ADMITTED),
                (ACCEPT_FLAG, goes(flag, F.SENT, to=F.CURRENT) & ADMITTED),
                (REJECT_FLAG, goes(flag, F.SENT, to=F.REJECTED) & ADMITTED),
            ),
            happens(LOSE_FLAG).implies(goes(flag, F.SENT, to=F.DUE)),
            (happens(RAISE_POINT) & flag.is_(F.REJECTED)).implies(after(flag).is_(F.AT_INCIDENT)),
            (happens(RESOLVE_POINT) & flag.is_(F.AT_INCIDENT)).implies(after(flag).is_(F.DUE)),
        ),
        cites="2.3-c E2.3 A3 A3.answers A-flag-again 2.2-c S0.4 A2.status-file A3.gas "
        "A3.electricity A3.rejection A5.raisers A-suspension A-gas-flag-rejection",
    ),
    Step(
        "an-incident-leaves-other-flags",
        "An incident can be raised and resolved about a point whose flag waits for none, and then "
        "leaves the flag as it was.",
        all_of(
            (happens(RAISE_POINT) & flag.is_not(F.REJECTED)).implies(~changed(flag)),
            (happens(RESOLVE_POINT) & flag.is_not(F.AT_INCIDENT)).implies(~changed(flag)),
        ),
        cites="A3.answers A5.raisers",
    ),
    Step(
        "a-command-is-refused-to-others",
        "A supplier's command is refused only if the DSP's copy does not name that supplier (P14).",
        of_each(lambda s: happens(COMMAND_REFUSED[s]).implies(copy.is_not(s))),
        cites="A1 E1.1",
    ),
)
