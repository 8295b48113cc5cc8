"""RDPs in both flows: how one enters and is shut out, its gateway, and whose flags and commands."""

from model.current.authority import COMMAND_REFUSED, copy
from model.current.entry import (
    ADMITTED,
    CONNECT,
    FAIL_TESTS,
    GO_LIVE,
    HAS_GONE_LIVE,
    IDENTIFY,
    ISSUE_DCCKI,
    ISSUE_SMKI,
    MEET_CODE,
    NOMINATED,
    PASS_TESTS,
    REINSTATE,
    RENEW,
    SUSPEND,
    Entry,
    entry,
    has_dccki,
    has_id,
    has_met_code,
    has_passed,
    has_smki,
)
from model.current.flags import ACCEPT_FLAG, LOSE_FLAG, REJECT_FLAG, Flag, flag
from model.current.gateway import CONNECTED, PASSES, RESTORE, TAKE_CONTROL, Gateway, gateway
from model.current.incident import RAISE_POINT
from model.language import (
    Always,
    Claim,
    LeadsTo,
    Named,
    Sometimes,
    Step,
    after,
    all_of,
    happens,
    itself,
)
from model.parties import SUPPLIERS

GONE_LIVE = (Entry.LIVE, Entry.SUSPENDED, Entry.LAPSED)

suspended = Named("it is suspended", happens(SUSPEND), cites="5-H2")

SERVING: tuple[Claim, ...] = (
    Always(
        "each-step-of-entry-after-the-one-before",
        "An RDP has credentials only with its ID, a gateway only with its credentials, meets the "
        "code of connection only when connected, and passes the tests only within the code.",
        all_of(
            has_smki.implies(has_id),
            has_dccki.implies(has_id),
            CONNECTED.implies(has_dccki),
            has_met_code.implies(CONNECTED),
            has_passed.implies(has_met_code),
        ),
        cites="O4.Y 5-L A-entry-order A2.transport A6 A6.dccki A6.gateway O4.B H14 S0.4",
    ),
    Always(
        "credentials-hold-until-they-lapse",
        "An RDP that has gone live has valid SMKI credentials, suspended or not, unless they have "
        "lapsed.",
        HAS_GONE_LIVE.implies(has_smki.is_(entry.is_not(Entry.LAPSED))),
        cites="5-L A6 E2.5",
    ),
    Step(
        "who-has-gone-live-enters-no-more",
        "An RDP that has gone live never has to enter again: it is live, suspended or lapsed.",
        HAS_GONE_LIVE.implies(after(entry).in_(*GONE_LIVE)),
        cites="5-H2 5-L A-suspension A6 E2.5",
    ),
    Step(
        "only-a-suspension-suspends",
        "No RDP comes to be suspended but by an act of suspension.",
        when=entry.becomes(Entry.SUSPENDED),
        then=suspended,
        cites="5-H2",
    ),
    Sometimes(
        "an-rdp-fails-the-tests",
        "An RDP fails the entry tests, and has to take them again.",
        happens(FAIL_TESTS),
        cites="H14 S0.4",
    ),
    LeadsTo(
        "each-rdp-nominated-goes-live",
        "An RDP that is nominated at last goes live, though it fails the tests again and again.",
        NOMINATED,
        to=HAS_GONE_LIVE,
        weak=(
            *(IDENTIFY, ISSUE_SMKI, ISSUE_DCCKI, CONNECT),
            *(MEET_CODE, PASS_TESTS, GO_LIVE),
        ),
        cites="A-entry-order H14 S0.4",
    ),
    LeadsTo(
        "who-is-shut-out-is-let-in-again",
        "An RDP that is suspended, or whose credentials have lapsed, is at last live again.",
        entry.in_(Entry.SUSPENDED, Entry.LAPSED),
        to=ADMITTED,
        weak=(REINSTATE, RENEW),
        cites="5-H2 5-L A-suspension",
    ),
    LeadsTo(
        "a-compromised-gateway-is-up-again",
        "A gateway that is compromised is at last taken under control, restored and up again.",
        gateway.in_(Gateway.COMPROMISED, Gateway.CONTROLLED),
        to=gateway.is_(Gateway.UP),
        weak=(TAKE_CONTROL, RESTORE),
        cites="5-H3 A-gateway-rdp",
    ),
    Step(
        "flags-only-with-an-admitted-rdp",
        "A flag is on its way only to an RDP that is admitted as it is sent, and through a gateway "
        "that passes traffic; it is taken and rejected by such an RDP alone.",
        all_of(
            flag.becomes(Flag.SENT).implies(ADMITTED & PASSES),
            happens(ACCEPT_FLAG, REJECT_FLAG).implies(ADMITTED),
        ),
        cites="2.2-c 5-H3 A-gateway-rdp A-suspension S0.4",
    ),
    Sometimes(
        "a-flag-is-lost",
        "A flag is lost on its way, and is due again.",
        happens(LOSE_FLAG) & after(flag).is_(Flag.DUE),
        cites="A-flag-again",
    ),
    Sometimes(
        "an-incident-about-no-flag",
        "An incident is raised about a point whose flag waits for none.",
        happens(RAISE_POINT) & flag.is_(Flag.CURRENT),
        cites="A5.raisers",
    ),
    Step(
        "a-command-is-refused-to-others",
        "A supplier's command is refused only if the DSP's copy does not name that supplier (P14).",
        when=happens(COMMAND_REFUSED),
        then=copy.is_not(itself(SUPPLIERS)),
        cites="A1 E1.1",
    ),
)
