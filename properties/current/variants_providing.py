"""Files, the DSP's copy, commands and flags: variants with a rule changed or left out."""

from model.current.authority import AUTHORITY, COMMAND_ACCEPTED, COPY
from model.current.files import (
    ACCEPT,
    BUILD_FULL_SET,
    FILES,
    LOAD,
    LOSE,
    REFUSE,
    UPDATE,
    File,
    content,
)
from model.current.flags import FLAGS, Flag
from model.current.flow import FLOW
from model.current.incident import RESOLVE_POINT
from model.current.provision import (
    BAD_IN_FILE,
    FREE,
    IN_FILE,
    OF_RECORD,
    PROVISION,
    SOUND_CHANGE,
    carried,
    provision,
)
from model.current.store import LOSE_DATA
from model.language import STAYS, Transition, Variant, each, itself
from model.parties import SUPPLIERS, Supplier

A, B = Supplier.A, Supplier.B


ITSELF = itself(SUPPLIERS)
IN_A_REFUSED_FILE = provision.is_(IN_FILE) & carried.is_(ITSELF)
BAD_IN_A_LOADED_FILE = provision.is_(BAD_IN_FILE) & carried.is_(ITSELF)
REFUSED_LOADS = Transition(REFUSE, Supplier, ITSELF, when=IN_A_REFUSED_FILE, cites="A-load")
BAD_LOADS = Transition(LOAD, Supplier, ITSELF, when=BAD_IN_A_LOADED_FILE, cites="A-load")


VARIANTS_OF_PROVIDING = (
    Variant(
        "a rejected file loads",
        "A file that is refused must not reach the copy.",
        FLOW.but(COPY.also(*each(REFUSED_LOADS, of=SUPPLIERS))),
        breaks={"rejected-changes-nothing": 9, "copy-only-from-answered": 9},
    ),
    Variant(
        "a rejected record loads",
        "A bad record is left out when its file is loaded.",
        FLOW.but(COPY.also(*each(BAD_LOADS, of=SUPPLIERS))),
        breaks={"rejected-changes-nothing": 17},
    ),
    Variant(
        "a file out of sequence is accepted",
        "The number shows that an earlier file is missing.",
        FLOW.but(FILES.lacking(ACCEPT, "the number is in order")),
        breaks={
            "out-of-sequence-changes-nothing": 19,
            "what-is-accepted-is-sound-and-in-order": 14,
        },
    ),
    Variant(
        "a full set holds changes only",
        "A full set is full so that it overwrites what nobody knows to be wrong.",
        FLOW.but(
            PROVISION.instead(
                BUILD_FULL_SET,
                Transition(
                    BUILD_FULL_SET, FREE, IN_FILE, SOUND_CHANGE, OF_RECORD, cites="A2.refresh"
                ),
            )
        ),
        breaks={"full-set-overwrites": 12, "difference-explained": 12},
    ),
    Variant(
        "a loss makes no full set due",
        "A store that lost its data is filled by a full set and by nothing less.",
        FLOW.but(FILES.without(LOSE_DATA)),
        breaks={"difference-explained": 13},
    ),
    Variant(
        "a lost file leaves no gap",
        "Files are numbered so that a lost one shows.",
        FLOW.but(
            FILES.instead(
                LOSE,
                Transition(LOSE, File.SENT, File.IDLE, then={content: UPDATE}, cites="A5.kinds"),
            )
        ),
        breaks={"no-silent-loss": 12},
    ),
    Variant(
        "a command by anyone",
        "The DSP looks into its copy before it takes a command.",
        FLOW.but(AUTHORITY.lacking(COMMAND_ACCEPTED[B], "the DSP's copy names the supplier")),
        breaks={"authority-follows-copy": 1},
    ),
    Variant(
        "a resolved incident counts as delivery",
        "A flag that was rejected is still owed when its incident is resolved.",
        FLOW.but(
            FLAGS.instead(RESOLVE_POINT, Transition(RESOLVE_POINT, Flag, Flag.CURRENT, cites="A5"))
        ),
        breaks={"flag-never-dropped": 4},
    ),
    Variant(
        "a flag waits for nobody",
        "When its incident is resolved a flag is sent again, or it would wait for ever.",
        FLOW.but(FLAGS.instead(RESOLVE_POINT, Transition(RESOLVE_POINT, Flag, STAYS, cites="A5"))),
        breaks={"flag-at-open-incident": 14},
    ),
)
