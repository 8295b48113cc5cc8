"""Files and records on their way: variants with a rule changed, or an event that is another's."""

from dataclasses import replace

from model.current.authority import AUTHORITY, COMMAND_REFUSED, COPY
from model.current.duties import DAY_ENDS, MARK
from model.current.files import (
    ACCEPT,
    ACCEPTED,
    BUILD_FULL_SET,
    BUILD_UPDATE,
    CORRECT,
    FAULTY,
    FILES,
    FULL_SET_LOADED,
    IDLE,
    LOAD,
    LOSE,
    REFUSE,
    SENT,
    UPDATE,
    content,
    gap,
)
from model.current.flow import FLOW
from model.current.provision import CHANGES, CORRECT_RECORD, PROVISION, REJECTED
from model.current.registration import OBJECT
from model.language import STAYS, Transition, Variant
from model.language.acting import acted_by, amiss
from model.parties import GAINING_SUPPLIER, RDP, Supplier
from properties.current.variants_service import variants_of_service

A, B = Supplier.A, Supplier.B
NOT_NAMED = "the DSP's copy does not name the supplier"

NAMES_A, NAMES_B, *NAMES_OTHERS = COPY.rules_of(LOAD)
ENDS_WHAT_IS_OWED = Transition(LOAD, ACCEPTED, IDLE, then=FULL_SET_LOADED, cites="E1.1 A-load")

VARIANTS_OF_CARRYING: tuple[Variant, ...] = (
    Variant(
        "a file without a gateway",
        "A file goes over the gateway, so there is none before it is connected.",
        FLOW.but(FILES.lacking(BUILD_UPDATE, "the RDP is connected")),
        breaks={"no-file-before-the-gateway": 1},
    ),
    Variant(
        "a faulty file is accepted",
        "What is accepted is loaded without a further check (A-check-order).",
        FLOW.but(FILES.lacking(ACCEPT, "the file is sound")),
        breaks={"what-is-accepted-is-sound-and-in-order": 12},
    ),
    Variant(
        "a full set though none is owed",
        "Who owes none goes on with updates.",
        FLOW.but(FILES.lacking(BUILD_FULL_SET, "a full set is owed")),
        breaks={"a-full-set-goes-only-where-owed": 6},
    ),
    Variant(
        "an update ends what is owed",
        "What the DSP has lost, or never had, an update does not bring.",
        FLOW.but(FILES.instead(LOAD, ENDS_WHAT_IS_OWED)),
        breaks={"only-a-full-set-ends-what-is-owed": 12},
    ),
    Variant(
        "a file that is never done with",
        "What was loaded is no longer on its way.",
        FLOW.but(amiss(FILES, LOAD, target=STAYS)),
        breaks={"what-is-accepted-is-loaded": 12},
    ),
    Variant(
        "a correction that corrects nothing",
        "What was refused for a fault would be refused for it again.",
        FLOW.but(amiss(FILES, CORRECT, then={content: FAULTY, gap: False})),
        breaks={"a-file-is-sound-as-it-is-built": 9},
    ),
    Variant(
        "a corrected file without what was missed",
        "The corrected file makes up for what is missing (A-merge-numbers), or each file after it "
        "would be refused as out of sequence.",
        FLOW.but(amiss(FILES, CORRECT, then={content: UPDATE})),
        breaks={"each-gap-closes": 19},
    ),
    Variant(
        "a lost record counts as rejected",
        "What was lost nobody has rejected, and nobody would correct it.",
        FLOW.but(amiss(PROVISION, LOSE, target=REJECTED)),
        breaks={"a-bad-record-has-its-cause": 9},
    ),
    Variant(
        "a record rejected for good",
        "What was rejected is corrected (A2.response-file).",
        FLOW.but(amiss(PROVISION, CORRECT_RECORD, target=STAYS)),
        breaks={"each-rejected-record-is-made-good": 19},
    ),
    Variant(
        "sent as it is built",
        "A file that is not sent over the gateway does not meet its control (5-H3).",
        FLOW.but(amiss(FILES, BUILD_UPDATE, target=SENT)),
        breaks={"what-is-sent-passes-the-gateway": 6},
    ),
    Variant(
        "a corrected file that stays refused",
        "What was corrected must be sent again.",
        FLOW.but(amiss(FILES, CORRECT, target=STAYS)),
        breaks={"what-is-refused-is-mended": 9},
    ),
    Variant(
        "a load that takes B for A",
        "What the DSP loads is what the record says.",
        FLOW.but(COPY.instead(LOAD, NAMES_A, replace(NAMES_B, target=A), *NAMES_OTHERS)),
        breaks={"what-is-loaded-is-in-the-copy": 16},
    ),
    Variant(
        "a refused file stays with the DSP",
        "A file that was refused is back with the RDP, which corrects it.",
        FLOW.but(amiss(FILES, REFUSE, target=STAYS)),
        breaks={"each-file-is-answered": 8},
    ),
    Variant(
        "a sound file is refused",
        "The DSP may refuse only what is unfit.",
        FLOW.but(FILES.lacking(REFUSE, "the sender or the file is unfit")),
        breaks={"a-file-is-refused-only-if-unfit": 11},
    ),
    Variant(
        "an update that leaves the change due",
        "A change that a file took must not be sent a second time.",
        FLOW.but(amiss(CHANGES, BUILD_UPDATE, target=STAYS)),
        breaks={"a-change-is-sent-once": 10},
    ),
    Variant(
        "a record that outlives its file",
        "A record that was in a lost file must be sent again.",
        FLOW.but(PROVISION.without(LOSE)),
        breaks={"a-record-is-in-a-file-that-is-there": 9},
    ),
    Variant(
        "a full set that names nobody",
        "A record must say who supplies the point.",
        FLOW.but(amiss(PROVISION, BUILD_FULL_SET, then={})),
        breaks={"a-file-takes-what-is-due": 7, "a-record-is-in-a-file-that-is-there": 7},
    ),
    Variant(
        "a breach with nothing outstanding",
        "A day that ends with nothing outstanding is no breach.",
        FLOW.but(MARK.lacking(DAY_ENDS, "data is outstanding")),
        breaks={"a-mark-has-its-reason": 1},
    ),
    Variant(
        "an objection by the gaining supplier",
        "To object is the losing supplier's alone.",
        acted_by(FLOW, OBJECT[B], GAINING_SUPPLIER),
        breaks={"requests-by-whom": 0},
    ),
    Variant(
        "an RDP loads its own file",
        "To load is the DSP's alone.",
        acted_by(FLOW, LOAD, RDP),
        breaks={"data-is-sent-and-loaded-by-whom": 0},
    ),
    Variant(
        "a command refused to the supplier",
        "The DSP may refuse only whom its copy does not name.",
        FLOW.but(AUTHORITY.lacking(COMMAND_REFUSED[Supplier.A], NOT_NAMED)),
        breaks={"a-command-is-refused-to-others": 13},
    ),
    *variants_of_service(FLOW),
)
