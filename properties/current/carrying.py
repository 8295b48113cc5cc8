"""Files and records on their way from an RDP to the DSP, and the marks of what was late."""

from model.current.authority import copy
from model.current.duties import DAY_ENDS, LATE, Mark, mark
from model.current.entry import ADMITTED
from model.current.files import (
    BUILD_FULL_SET,
    BUILD_UPDATE,
    FULL,
    LOAD,
    REFUSE,
    REFUSE_LATE,
    SEND,
    Content,
    File,
    content,
    file,
    gap,
    owed,
)
from model.current.gateway import CONNECTED, PASSES
from model.current.provision import (
    BAD_IN_FILE,
    IN_FILE,
    REJECTED,
    Change,
    carried,
    change,
    provision,
)
from model.current.registration import supplier_of_record
from model.current.store import accepts_rdp
from model.language import (
    Always,
    Claim,
    Named,
    Step,
    after,
    all_of,
    any_of,
    changed,
    happens,
    itself,
)
from model.parties import SUPPLIERS, Supplier

is_full, sound = content.is_(FULL), content.is_not(Content.FAULTY)
in_a_file = provision.in_(IN_FILE, BAD_IN_FILE)
comes_in = after(provision).in_(IN_FILE, BAD_IN_FILE)
marked = all_of(after(mark).is_(Mark.BREACHED), happens(DAY_ENDS), LATE)
remedied = all_of(after(mark).is_(Mark.REMEDIED), happens(LOAD), provision.is_(IN_FILE))
of_record = after(carried).is_(supplier_of_record)
full_set_loaded = Named("a full set is loaded", happens(LOAD) & is_full, cites="A-refresh-resets")


file_loaded = Named("its file is loaded", happens(LOAD), cites="A-record-check")
sent_through = Named("it is sent", happens(SEND), cites="A2.transport") & PASSES


CARRYING: tuple[Claim, ...] = (
    Always(
        "no-file-before-the-gateway",
        "An RDP has a file on its way only once its gateway is connected.",
        file.is_not(File.IDLE).implies(CONNECTED),
        cites="A6.gateway",
    ),
    Always(
        "what-is-accepted-is-sound-and-in-order",
        "A file that waits to be loaded is sound, and no earlier one is missing unless it is a "
        "full set (P19).",
        file.is_(File.ACCEPTED).implies(all_of(sound, any_of(is_full, ~gap))),
        cites="A2.sequence A-sequence A-refresh-resets A5.kinds A2.checks",
    ),
    Step(
        "a-file-is-refused-only-if-unfit",
        "A file is refused only if its sender is not admitted, RDPs are no source or it is faulty, "
        "and as out of sequence only from a sender that is admitted.",
        all_of(
            happens(REFUSE).implies(~all_of(ADMITTED, sound, accepts_rdp)),
            happens(REFUSE_LATE).implies(ADMITTED),
        ),
        cites="A2.rejection A-check-order 2.2-c S0.4 A-suspension",
    ),
    Always(
        "a-full-set-goes-only-where-owed",
        "A full set is on its way only while one is owed.",
        is_full.implies(owed),
        cites="A-refresh-resets E1.1 E2.5 E2.8",
    ),
    Step(
        "only-a-full-set-ends-what-is-owed",
        "A full set stays owed until one is loaded.",
        (owed & ~after(owed)).implies(full_set_loaded),
        cites="A-refresh-resets",
    ),
    Step(
        "a-file-is-sound-as-it-is-built",
        "A file is sound as it is built, and again as it is corrected.",
        when=file.becomes(File.BUILT),
        then=after(content).is_not(Content.FAULTY),
        cites="A-merge-numbers A5.kinds",
    ),
    Step(
        "what-is-sent-passes-the-gateway",
        "No file comes to the DSP but by being sent, and through a gateway that passes traffic.",
        when=file.becomes(File.SENT),
        then=sent_through,
        cites="5-H3 A-gateway-rdp A2.transport",
    ),
    Step(
        "a-file-takes-what-is-due",
        "A file that is built takes the record of each point that is due, a bad one with its "
        "fault, and each names the supplier of record.",
        all_of(
            (happens(BUILD_UPDATE) & change.is_(Change.DUE)).implies(
                after(provision).is_(IN_FILE) & of_record
            ),
            (happens(BUILD_UPDATE) & change.is_(Change.FAULTY)).implies(
                after(provision).is_(BAD_IN_FILE) & of_record
            ),
            happens(BUILD_FULL_SET).implies(of_record),
        ),
        cites="2.2-a A-daily-file A-due-at-live A-load A-merge-numbers A-record-check "
        "A2.refresh A2.rejection A5.kinds E1.1 E2.12",
    ),
    Step(
        "a-change-is-sent-once",
        "As a record comes into a file that is built its change is no longer due, so that it is "
        "not sent a second time.",
        all_of(happens(BUILD_UPDATE, BUILD_FULL_SET), changed(provision), comes_in).implies(
            after(change).is_(Change.NONE)
        ),
        cites="2.2-a A-due-at-live A2 A2.refresh A5.kinds",
    ),
    Always(
        "a-record-is-in-a-file-that-is-there",
        "A point's record is in a file only while its RDP has one on its way, and names a "
        "supplier.",
        in_a_file.implies(file.is_not(File.IDLE) & carried.is_not(Supplier.NOBODY)),
        cites="2.2-a A-daily-file A-load A-merge-numbers A-record-check A2.refresh "
        "A2.refresh-rules A2.rejection A5.kinds B2.live B4 E1.1 E2.12",
    ),
    Step(
        "a-bad-record-has-its-cause",
        "A record is bad only if the change that a file takes has a fault, and is rejected only as "
        "its file is loaded.",
        all_of(
            provision.becomes(BAD_IN_FILE).implies(change.is_(Change.FAULTY)),
            provision.becomes(REJECTED).implies(file_loaded),
        ),
        cites="A5.kinds A-record-check",
    ),
    Step(
        "what-is-loaded-is-in-the-copy",
        "When a file is loaded the DSP's copy of a point that it has a sound record of names the "
        "supplier in that record.",
        when=all_of(happens(LOAD), provision.is_(IN_FILE), carried.is_(itself(SUPPLIERS))),
        then=after(copy).is_(itself(SUPPLIERS)),
        cites="A2 E1.1 A-load",
    ),
    Step(
        "a-mark-has-its-reason",
        "A breach is marked only as a day ends with data outstanding, and remedied exactly where "
        "the record of that point is loaded.",
        all_of(
            changed(mark).implies(marked | remedied),
            all_of(happens(LOAD), provision.is_(IN_FILE), mark.is_(Mark.BREACHED)).implies(
                after(mark).is_(Mark.REMEDIED)
            ),
        ),
        cites="2.2-a A-deadline A-remedied-by-load E2.5 A-load",
    ),
)
