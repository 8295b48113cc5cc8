"""Who owes and who may send: variants with a duty placed elsewhere or a rule left out."""

from dataclasses import replace

from model.css.duties import (
    CRS_SENDS,
    LATE,
    MARK,
    MISS_TIME,
    NETWORKS_PROVIDE,
    crs_standing,
    data_standing,
)
from model.css.duties_of_crs import CRS_ENSURES, CRS_SECURES
from model.css.entry import ADMITTED, CSS_RECORD_IN_SERVICE, LAPSE
from model.css.flow import FLOW
from model.css.hub import HUB, SEND_PAIR
from model.css.late import ACCEPT_LATE
from model.css.late import LATE as EARLIER
from model.css.licence import LICENCE, SPLIT_LICENCE, Licence
from model.css.messages import ACCEPT, LOAD, MESSAGES
from model.css.old_channel import OLD_CHANNEL, TAKE_FILE
from model.css.reconciliation import RECONCILE, RECONCILIATION
from model.css.sources import SOURCES_ACCEPTED, START_CSS, accepts_css
from model.current.duties import Mark, Standing, networks_standing
from model.current.store import accepts_rdp
from model.language import STAYS, Transition, Variant
from model.parties import CSS, SEC

ON_THE_CSS = replace(CRS_SENDS, obligor=CSS)
DUTY_ON_THE_CSS = FLOW.but(ON_THE_CSS)
UNDER_THE_SEC = replace(NETWORKS_PROVIDE, instrument=SEC)
STILL_OWED = FLOW.starting(networks_standing, Standing.IN_FORCE)
STILL_ACCEPTED = FLOW.starting(accepts_rdp, True)
UNBOUND = Transition(SPLIT_LICENCE, Licence.JOINT, Licence.SPLIT, cites="2.1-f")
WHILE_LIVE = (
    Transition(MISS_TIME, Mark, Mark.BREACHED, LATE & ADMITTED, cites="5-E1"),
    Transition(MISS_TIME, Mark, STAYS, when=~(LATE & ADMITTED), cites="5-H2"),
)

VARIANTS_OF_ANSWERING = (
    Variant(
        "duty on the CSS itself",
        "The CSS has no tie to the SEC but a contract, so a duty on it binds nobody (2.1-c).",
        DUTY_ON_THE_CSS,
        breaks={"one-bound-obligor": 0, "only-the-bound-owe": 0},
    ),
    Variant(
        "both bound at once",
        "Where the Networks' duty is not struck out, two owe the same (1-a, 5-E2).",
        STILL_OWED,
        breaks={"one-bound-obligor": 0, "no-sec-duty-on-networks": 0},
    ),
    Variant(
        "nobody bound",
        "Where the CRS's duty does not begin, data comes from an agent of nobody (1-b).",
        FLOW.starting(crs_standing, Standing.NOT_YET),
        breaks={
            "one-bound-obligor": 0,
            "accepted-is-answered-for": 0,
            "accepted-only-from-answered": 2,
            "copy-only-from-answered": 2,
        },
    ),
    Variant(
        "a split with no new licence",
        "After a split nothing but a new licence binds the CRS to the SEC (2.1-f).",
        FLOW.but(LICENCE.instead(SPLIT_LICENCE, UNBOUND)),
        breaks={"one-bound-obligor": 1, "only-the-bound-owe": 1},
    ),
    Variant(
        "RDPs still accepted after the change",
        "The DSP's switch for RDPs must be off, or it loads data that nobody owes (2.3-d).",
        STILL_ACCEPTED,
        breaks={
            "accepted-is-answered-for": 0,
            "rdp-never-accepted": 10,
            "copy-only-from-answered": 11,
        },
    ),
    Variant(
        "the old channel is not looked at",
        "An RDP keeps gateway and keys to receive, so the DSP looks at who sends what (5-X2).",
        FLOW.but(OLD_CHANNEL.lacking(TAKE_FILE, "the DSP accepts RDPs")),
        breaks={"rdp-never-accepted": 10, "copy-only-from-answered": 11},
    ),
    Variant(
        "two sources at once",
        "The DSP starts to accept the CSS only where it accepts no RDP.",
        STILL_ACCEPTED.starting(accepts_css, False).but(
            SOURCES_ACCEPTED.lacking(START_CSS, "the DSP accepts no RDP")
        ),
        breaks={"one-source-accepted": 1},
    ),
    Variant(
        "the duty under the REC starts late",
        "Once the SEC's duty has ended only licence and REC oblige Networks to give the data.",
        FLOW.starting(data_standing, Standing.NOT_YET),
        breaks={"point-data-has-a-giver": 0},
    ),
    Variant(
        "security laid on the CSS itself",
        "The CRS owes the security of the CSS as a Network Party owes that of its RDP (2.2-e).",
        FLOW.but(replace(CRS_SECURES, obligor=CSS)),
        breaks={"the-security-of-the-css-is-owed": 0},
    ),
    Variant(
        "compliance laid on the CSS itself",
        "It is the CRS that must ensure that the CSS complies, since only it is bound (2.1-h).",
        FLOW.but(replace(CRS_ENSURES, obligor=CSS)),
        breaks={"the-compliance-of-the-css-is-owed": 0},
    ),
    Variant(
        "metering point data under the SEC",
        "The document leaves the giving of this data to licence and REC (2.3-g).",
        FLOW.but(UNDER_THE_SEC),
        breaks={"no-sec-duty-on-networks": 0},
    ),
    Variant(
        "a source that is switched off",
        "The DSP looks whether it accepts the CSS at all before it accepts a message.",
        FLOW.but(MESSAGES.lacking(ACCEPT, "the DSP accepts the CSS")),
        breaks={"only-accepted-sources": 8},
    ),
    Variant(
        "a message from any sender",
        "The DSP looks whether the sender is admitted, not only whether a message arrives (5-G).",
        FLOW.but(MESSAGES.lacking(ACCEPT, "the sender is admitted")),
        breaks={"only-admitted-senders": 8},
    ),
    Variant(
        "reconciliation with any sender",
        "A reconciliation is a sending like any other.",
        FLOW.but(RECONCILIATION.lacking(RECONCILE, "the sender is admitted")),
        breaks={"only-admitted-senders": 3},
    ),
    Variant(
        "a lapse that leaves credentials valid",
        "What has lapsed is not valid (5-L).",
        FLOW.but(CSS_RECORD_IN_SERVICE.without(LAPSE)),
        breaks={"lapsed-has-no-valid-credentials": 1},
    ),
    Variant(
        "messages pass a gateway under control",
        "Control of a gateway means that nothing passes it (5-H3).",
        FLOW.but(MESSAGES.lacking(ACCEPT, "the gateway passes traffic")),
        breaks={"gateway-closed": 9},
    ),
    Variant(
        "an earlier message passes a gateway under control",
        "What was sent before the DCC took control waits too.",
        FLOW.but(EARLIER.lacking(ACCEPT_LATE, "the gateway passes traffic")),
        breaks={"gateway-closed": 14},
    ),
    Variant(
        "pairs pass a gateway under control",
        "Control of a gateway holds in both directions.",
        FLOW.but(HUB.lacking(SEND_PAIR, "the CSS can receive")),
        breaks={"gateway-closed": 4},
    ),
    Variant(
        "a breach only while live",
        "Nothing read suspends the duty while the CSS is suspended.",
        FLOW.but(MARK.instead(MISS_TIME, *WHILE_LIVE)),
        breaks={"breach-is-marked": 7},
    ),
    Variant(
        "a breach is wiped out",
        "What was late stays late, though it was loaded in the end.",
        FLOW.but(MARK.instead(LOAD, Transition(LOAD, Mark, Mark.CLEAN, cites="E1.1"))),
        breaks={"breach-is-not-forgotten": 9},
    ),
)
