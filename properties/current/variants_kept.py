"""Variants of today's flow in which one event does too little, too much, or is another's."""

from model.current.authority import AUTHORITY, COMMAND_ACCEPTED, COMMAND_REFUSED, COPY
from model.current.duties import DAY_ENDS, MARK
from model.current.files import (
    BUILD_FULL_SET,
    BUILD_UPDATE,
    FILES,
    LOAD,
    LOSE,
    REFUSE,
    UPDATE,
    content,
)
from model.current.flow import FLOW
from model.current.provision import CHANGES, PROVISION
from model.current.registration import OBJECT, PENDING, REQUESTS, UPHOLD
from model.current.store import LOSE_DATA
from model.language import STAYS, Variant
from model.parties import GAINING_SUPPLIER, RDP, Supplier
from properties.acting import acted_by, amiss
from properties.current.variants_service import variants_of_service

A, B = Supplier.A, Supplier.B
NOT_NAMED = "the DSP's copy does not name the supplier"

VARIANTS_OF_KEPT: tuple[Variant, ...] = (
    Variant(
        "an objection that stands and stops nothing",
        "A request whose objection stands is at an end.",
        FLOW.but(amiss(REQUESTS[B], UPHOLD[B], target=PENDING)),
        breaks={"a-request-goes-in-order": 4},
    ),
    Variant(
        "a refused file stays with the DSP",
        "A file that was refused is back with the RDP, which corrects it.",
        FLOW.but(amiss(FILES, REFUSE, target=STAYS)),
        breaks={"a-file-goes-in-order": 8},
    ),
    Variant(
        "a sound file is refused",
        "The DSP may refuse only what is unfit.",
        FLOW.but(FILES.lacking(REFUSE, "the sender or the file is unfit")),
        breaks={"a-file-is-taken-exactly-if-fit": 11},
    ),
    Variant(
        "an update though a full set is owed",
        "Who owes a full set must not go on with updates.",
        FLOW.but(FILES.lacking(BUILD_UPDATE, "no full set is owed")),
        breaks={"a-file-holds-what-was-built": 7},
    ),
    Variant(
        "data lost and nothing owed",
        "After a loss the DSP knows of no point until it has a full set.",
        FLOW.but(FILES.without(LOSE_DATA)),
        breaks={"a-full-set-is-owed-until-loaded": 1},
    ),
    Variant(
        "a lost file that leaves no gap",
        "The sequence number is there to show that a file is missing.",
        FLOW.but(amiss(FILES, LOSE, then={content: UPDATE})),
        breaks={"a-gap-is-noticed": 8},
    ),
    Variant(
        "a full set that leaves the change due",
        "A change that a full set took must not be sent a second time.",
        FLOW.but(CHANGES.without(BUILD_FULL_SET)),
        breaks={"a-change-is-taken-once": 11},
    ),
    Variant(
        "a record that outlives its file",
        "A record that was in a lost file must be sent again.",
        FLOW.but(PROVISION.without(LOSE)),
        breaks={"a-record-goes-with-its-file": 9},
    ),
    Variant(
        "a full set that names nobody",
        "A record must say who supplies the point.",
        FLOW.but(amiss(PROVISION, BUILD_FULL_SET, then={})),
        breaks={"a-record-names-the-supplier": 7},
    ),
    Variant(
        "a copy that outlives the loss",
        "When the DSP loses its data it knows of no supplier.",
        FLOW.but(COPY.without(LOSE_DATA)),
        breaks={"what-is-loaded-is-in-the-copy": 13},
    ),
    Variant(
        "a breach with nothing outstanding",
        "A day that ends with nothing outstanding is no breach.",
        FLOW.but(MARK.lacking(DAY_ENDS, "data is outstanding")),
        breaks={"a-mark-has-its-reason": 1},
    ),
    Variant(
        "a command from any supplier",
        "The DSP takes commands only from the supplier that its copy names.",
        FLOW.but(AUTHORITY.lacking(COMMAND_ACCEPTED[A], "the DSP's copy names the supplier")),
        breaks={"a-command-is-taken-from-the-named": 1},
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
