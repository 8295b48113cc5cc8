"""Who owes and who may send: variants with a duty placed elsewhere or a rule left out."""

from dataclasses import replace

from model.current.duties import (
    DAY_ENDS,
    DUTIES,
    LATE,
    MARK,
    NETWORKS_SEND,
    Mark,
    Standing,
    networks_standing,
)
from model.current.entry import ADMITTED, GO_LIVE, RDP_ENTRY, REINSTATE, Entry
from model.current.files import (
    ACCEPT,
    FILES,
    LOAD,
    SEND,
    File,
)
from model.current.flags import FLAGS, SEND_FLAG
from model.current.flow import FLOW
from model.current.store import accepts_rdp
from model.language import STAYS, Transition, Variant
from model.parties import DCC, RDP

ON_THE_RDP = replace(NETWORKS_SEND, obligor=RDP)
ALSO_ON_THE_DCC = replace(NETWORKS_SEND, name="the DCC's duty to send as well", obligor=DCC)
NO_CATCH_UP = FLOW.but(
    FILES.instead(REINSTATE, Transition(REINSTATE, File, STAYS, cites="A-catch-up"))
)

VARIANTS_OF_ANSWERING = (
    Variant(
        "duty on the RDP itself",
        "The RDP has no tie to the SEC but a contract, so a duty on it binds nobody.",
        FLOW.but(ON_THE_RDP),
        breaks={
            "one-bound-obligor": 0,
            "only-the-bound-owe": 0,
            "copy-only-from-answered": 12,
            "accepted-only-from-answered": 11,
        },
    ),
    Variant(
        "nobody bound",
        "Where the Networks' duty is not in force, data comes from an agent of nobody.",
        FLOW.starting(networks_standing, Standing.ENDED),
        breaks={
            "one-bound-obligor": 0,
            "copy-only-from-answered": 12,
            "accepted-only-from-answered": 11,
        },
    ),
    Variant(
        "two bound at once",
        "Two who owe the same can each leave it to the other.",
        replace(FLOW, duties=(NETWORKS_SEND, ALSO_ON_THE_DCC, *DUTIES[1:])),
        breaks={"one-bound-obligor": 0},
    ),
    Variant(
        "a breach only while live",
        "Nothing read suspends the duty while the RDP is suspended.",
        FLOW.but(
            MARK.instead(
                DAY_ENDS,
                Transition(DAY_ENDS, Mark, Mark.BREACHED, when=LATE & ADMITTED, cites="2.2-a"),
            )
        ),
        breaks={"breach-is-marked": 11},
    ),
    Variant(
        "a breach is wiped out",
        "What was late stays late, though it was loaded in the end.",
        FLOW.but(
            MARK.instead(LOAD, Transition(LOAD, Mark, Mark.CLEAN, cites="A-remedied-by-load"))
        ),
        breaks={"breach-is-not-forgotten": 13},
    ),
    Variant(
        "a file from any sender",
        "The DSP looks whether the sender is admitted, not only whether a file arrives.",
        FLOW.but(FILES.lacking(ACCEPT, "the sender is admitted")),
        breaks={"only-admitted-senders": 8},
    ),
    Variant(
        "a source that is switched off",
        "The DSP looks whether it accepts RDPs at all before it accepts a file.",
        FLOW.but(FILES.lacking(ACCEPT, "the DSP accepts RDPs")).starting(accepts_rdp, False),
        breaks={"only-accepted-sources": 11},
    ),
    Variant(
        "live without tests",
        "The entry tests stand between the code of connection and going live.",
        FLOW.but(RDP_ENTRY.also(Transition(GO_LIVE, Entry.CODED, Entry.LIVE, cites="S0.4"))),
        breaks={"live-has-passed-all": 7, "only-admitted-senders": 10},
    ),
    Variant(
        "files pass a gateway under control",
        "Control of a gateway means that nothing passes it.",
        FLOW.but(FILES.lacking(SEND, "the gateway passes traffic")),
        breaks={"gateway-closed": 9},
    ),
    Variant(
        "flags pass a gateway under control",
        "Control of a gateway holds in both directions.",
        FLOW.but(FLAGS.lacking(SEND_FLAG, "the RDP can receive")),
        breaks={"gateway-closed": 9},
    ),
    Variant(
        "no full set after reinstatement",
        "What was missed during a suspension must be caught up.",
        NO_CATCH_UP,
        breaks={"reinstated-catches-up": 14},
    ),
)
