"""Variants of the handover: a step parted, forgotten, or taken too early or too late."""

from dataclasses import replace

from model.css.entry import HAS_GONE_LIVE
from model.css.gateway import PASSES
from model.css.reconciliation import Reconciliation
from model.css.sources import RDPS_SHUT_OUT, START_CSS
from model.handover.change import (
    CHANGE,
    CHANGED,
    DECLARE_DONE,
    FALL_BACK,
    RIGHT,
    TAKE_EFFECT,
    WITHDRAW_RIGHT,
    Right,
)
from model.handover.flow import FLOW
from model.handover.paths import (
    COPY,
    FILES,
    LOAD_FILE,
    LOAD_MESSAGE,
    MESSAGES,
    RECONCILIATION,
    REFUSE_FILE,
    in_file,
)
from model.handover.sources import SOURCES_ACCEPTED, START_RDPS, STOP_RDPS
from model.handover.standings import (
    CRS_SENDS_MESSAGES,
    CRS_STANDING,
    ENDED,
    IN_FORCE,
    NETWORKS_STANDING,
    NOT_YET,
)
from model.language import INDUSTRY, STAYS, TRUE, Event, Transition, Variant, all_of, each, itself
from model.language.acting import amiss
from model.parties import AUTHORITY, CSS, SUPPLIERS, Supplier

BEGIN = Event("the CRS's duty begins", INDUSTRY, AUTHORITY, told="{by} lets the CRS's duty begin")
END = Event("the Networks' duty ends", INDUSTRY, AUTHORITY, told="{by} lets the Networks' duty end")

BEGINS_LATER = Transition(BEGIN, NOT_YET, IN_FORCE, when=CHANGED, cites="1-b")
ENDS_LATER = Transition(END, IN_FORCE, ENDED, when=CHANGED, cites="1-a")
NO_RECONCILIATION = Transition(TAKE_EFFECT, Reconciliation, STAYS, cites="A-first-load")
KEPT_WITHDRAWN = Transition(FALL_BACK, Right, STAYS, cites="A-fallback")
ITSELF = itself(SUPPLIERS)
REFUSED_LOADS = Transition(REFUSE_FILE, Supplier, ITSELF, in_file.is_(ITSELF), cites="E1.1")
RDPS_STILL_ON = CHANGE.lacking(TAKE_EFFECT, "the DSP accepts no RDP")
ON_THE_CSS = replace(CRS_SENDS_MESSAGES, obligor=CSS)

VARIANTS: tuple[Variant, ...] = (
    Variant(
        "gap",
        "The new duty must begin in the event in which the old one ends, or nobody owes.",
        FLOW.but(CRS_STANDING.instead(TAKE_EFFECT, BEGINS_LATER)),
        breaks={
            "one-bound-obligor": 10,
            "transfer-in-one-event": 10,
            "accepted-is-answered-for": 11,
            "copy-only-from-answered": 13,
        },
    ),
    Variant(
        "overlap",
        "The old duty must end in the event in which the new one begins, or two owe.",
        FLOW.but(NETWORKS_STANDING.instead(TAKE_EFFECT, ENDS_LATER)),
        breaks={
            "one-bound-obligor": 10,
            "transfer-in-one-event": 10,
            "the-right-goes-with-the-duty": 11,
        },
    ),
    Variant(
        "duty on the CSS itself",
        "The CSS has no tie to the SEC but a contract, so a duty on it binds nobody (2.1-c).",
        FLOW.but(ON_THE_CSS),
        breaks={"one-bound-obligor": 10, "only-the-bound-owe": 10},
    ),
    Variant(
        "the DSP switches too early",
        "Before the change nobody answers for the CSS.",
        FLOW.but(SOURCES_ACCEPTED.lacking(START_CSS, "the change is in effect")),
        breaks={"accepted-is-answered-for": 10, "copy-only-from-answered": 15},
    ),
    Variant(
        "the DSP switches too late",
        "If RDPs are still accepted when the change takes effect, a file on its way is loaded when "
        "nobody answers for it.",
        FLOW.but(RDPS_STILL_ON),
        breaks={"accepted-is-answered-for": 9, "copy-only-from-answered": 12},
    ),
    Variant(
        "RDPs still accepted after the handover",
        "The DSP takes data from both, and the old source can overwrite the new.",
        FLOW.but(RDPS_STILL_ON, SOURCES_ACCEPTED.lacking(START_CSS, "the DSP accepts no RDP")),
        breaks={
            "one-source-accepted": 10,
            "accepted-is-answered-for": 9,
            "copy-only-from-answered": 12,
            "done-is-done": 13,
        },
    ),
    Variant(
        "RDPs let in again after the change",
        "The way back is open only before the change and after a fallback.",
        FLOW.but(SOURCES_ACCEPTED.lacking(START_RDPS, "the change is not in effect")),
        breaks={"accepted-is-answered-for": 11, "copy-only-from-answered": 14},
    ),
    Variant(
        "the right is not withdrawn",
        "Else an RDP that goes on sending after the handover breaches nothing.",
        FLOW.but(CHANGE.lacking(DECLARE_DONE, "the right is withdrawn")),
        breaks={"done-is-done": 13},
    ),
    Variant(
        "the right is withdrawn too early",
        "Before the change the Networks owe the sending, and it would be forbidden.",
        FLOW.but(RIGHT.lacking(WITHDRAW_RIGHT, "the change is in effect")),
        breaks={"the-right-goes-with-the-duty": 1},
    ),
    Variant(
        "done before the DSP is reconciled",
        "Until then the DSP has nothing from the CSS but what has changed since.",
        FLOW.but(CHANGE.lacking(DECLARE_DONE, "the DSP is reconciled")),
        breaks={"done-is-done": 13},
    ),
    Variant(
        "the change does not wait for the CSS",
        "The CRS would owe what it cannot have done.",
        FLOW.but(amiss(CHANGE, TAKE_EFFECT, when=TRUE)),
        breaks={"the-crs-can-have-it-done": 1, "the-duty-begins-with-a-css-that-may-send": 1},
    ),
    Variant(
        "the change takes effect while the CSS may not send",
        "To have entered is not to be free to send: a CSS can be suspended, or its keys lapse.",
        FLOW.but(amiss(CHANGE, TAKE_EFFECT, when=all_of(HAS_GONE_LIVE, PASSES, RDPS_SHUT_OUT))),
        breaks={"the-duty-begins-with-a-css-that-may-send": 11},
    ),
    Variant(
        "the DSP accepts a CSS that has not entered",
        "The DSP lets the CSS in after the change, which waits for its entry.",
        FLOW.but(
            SOURCES_ACCEPTED.lacking(STOP_RDPS, "the CSS has gone live").lacking(
                START_CSS, "the change is in effect"
            )
        ),
        breaks={"only-a-css-that-has-entered-is-accepted": 2},
    ),
    Variant(
        "no reconciliation at the change",
        "What was due from the RDPs is due from nobody, unless a reconciliation holds it.",
        FLOW.but(RECONCILIATION.instead(TAKE_EFFECT, NO_RECONCILIATION)),
        breaks={"difference-explained": 11},
    ),
    Variant(
        "a fallback that forgets the CRS's duty",
        "A fallback is a transfer too: forgotten, the new duty goes on beside the old one.",
        FLOW.but(CRS_STANDING.without(FALL_BACK)),
        breaks={"one-bound-obligor": 11, "transfer-in-one-event": 11},
    ),
    Variant(
        "a fallback that forgets the Networks' duty",
        "A fallback is a transfer too: forgotten, the old duty does not begin again.",
        FLOW.but(NETWORKS_STANDING.without(FALL_BACK)),
        breaks={
            "one-bound-obligor": 11,
            "transfer-in-one-event": 11,
            "accepted-is-answered-for": 12,
            "copy-only-from-answered": 15,
        },
    ),
    Variant(
        "a fallback while the CSS is accepted",
        "The CSS must be shut out before the duty returns to the Networks.",
        FLOW.but(CHANGE.lacking(FALL_BACK, "the DSP accepts no CSS")),
        breaks={"accepted-is-answered-for": 12, "copy-only-from-answered": 15},
    ),
    Variant(
        "a fallback that keeps the right withdrawn",
        "The duty returns, and with it must return the right.",
        FLOW.but(RIGHT.instead(FALL_BACK, KEPT_WITHDRAWN)),
        breaks={"the-right-goes-with-the-duty": 12},
    ),
    Variant(
        "a fallback with no full set",
        "What the CSS was to send is due from nobody, unless a full set holds it.",
        FLOW.but(FILES.without(FALL_BACK)),
        breaks={"difference-explained": 12},
    ),
    Variant(
        "a message from any sender",
        "The DSP looks whether the CSS is admitted, not only whether it is accepted.",
        FLOW.but(MESSAGES.lacking(LOAD_MESSAGE, "the sender is admitted")),
        breaks={"only-admitted-senders": 15},
    ),
    Variant(
        "files in flight are loaded",
        "A file that was sent in time may come in when nobody answers for it any more.",
        FLOW.but(FILES.lacking(LOAD_FILE, "the DSP accepts RDPs")),
        breaks={"copy-only-from-answered": 13},
    ),
    Variant(
        "a refused file loads",
        "A file that is refused must not reach the copy.",
        FLOW.but(COPY.also(*each(REFUSED_LOADS, of=SUPPLIERS))),
        breaks={"rejected-changes-nothing": 12, "copy-only-from-answered": 12},
    ),
)
