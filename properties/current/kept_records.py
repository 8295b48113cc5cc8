"""What today's flow must do with the record of each point, from the change to the DSP's copy."""

from model.current.authority import COMMAND_ACCEPTED, copy
from model.current.duties import DAY_ENDS, LATE, Mark, mark
from model.current.files import BUILD_FULL_SET, BUILD_UPDATE, CORRECT, LOAD, LOSE, TURN_TO_FULL_SET
from model.current.provision import (
    BAD_IN_FILE,
    CORRECT_RECORD,
    FIND_OMISSION,
    IN_FILE,
    LEAVE_OUT,
    MISSED,
    NOTHING,
    REJECTED,
    SPOIL_RECORD,
    Change,
    carried,
    change,
    provision,
)
from model.current.registration import supplier_of_record
from model.current.store import LOSE_DATA
from model.language import Claim, Expression, Step, after, all_of, changed, happens
from model.parties import Supplier
from properties.acting import each, goes
from properties.current.switching import of_each

carries_record = after(carried).is_(supplier_of_record)
in_a_file = provision.in_(IN_FILE, BAD_IN_FILE)
TAKEN = (Change.DUE, Change.FAULTY)
spent = after(carried).is_(Supplier.NOBODY)
marked = all_of(after(mark).is_(Mark.BREACHED), happens(DAY_ENDS), LATE)
remedied = all_of(after(mark).is_(Mark.REMEDIED), happens(LOAD), provision.is_(IN_FILE))


def _reaches_the_copy(s: Supplier) -> Expression:
    names_it = all_of(happens(LOAD), provision.is_(IN_FILE), carried.is_(s))
    return names_it.implies(after(copy).is_(s))


RECORDS_KEPT: tuple[Claim, ...] = (
    Step(
        "a-change-is-taken-once",
        "A file that is built takes the change that is due, and a full set takes any; a change "
        "gets a fault or is left out only while it is due, and is due again once the omission is "
        "found or the rejected record is corrected.",
        all_of(
            each(
                (BUILD_UPDATE, change.in_(*TAKEN).implies(after(change).is_(Change.NONE))),
                (BUILD_FULL_SET, after(change).is_(Change.NONE)),
                (SPOIL_RECORD, goes(change, Change.DUE, to=Change.FAULTY)),
                (LEAVE_OUT, goes(change, Change.DUE, to=Change.LEFT_OUT)),
                (CORRECT_RECORD, after(change).is_(Change.DUE)),
            ),
            happens(FIND_OMISSION).implies(goes(change, Change.LEFT_OUT, to=Change.DUE)),
        ),
        cites="2.2-a A2 A2.refresh A2.response-file A5.kinds E2.13 A-omission",
    ),
    Step(
        "a-record-goes-with-its-file",
        "A file takes the record of each point that is due, a full set that of every point; a "
        "record is missed when its file is lost or replaced, and back when it is corrected; when "
        "it is loaded a sound one is no longer on its way and a bad one is rejected, until it is "
        "corrected.",
        all_of(
            each(
                (BUILD_UPDATE, change.is_(Change.DUE).implies(after(provision).is_(IN_FILE))),
                (BUILD_FULL_SET, after(provision).is_(IN_FILE)),
                (LOSE, in_a_file.implies(after(provision).is_(MISSED))),
                (TURN_TO_FULL_SET, in_a_file.implies(after(provision).is_(MISSED))),
                (CORRECT, provision.is_(MISSED).implies(after(provision).is_(IN_FILE))),
                (LOAD, provision.is_(IN_FILE).implies(after(provision).is_(NOTHING))),
            ),
            each(
                (
                    BUILD_UPDATE,
                    change.is_(Change.FAULTY).implies(after(provision).is_(BAD_IN_FILE)),
                ),
                (LOAD, provision.is_(BAD_IN_FILE).implies(after(provision).is_(REJECTED))),
            ),
            happens(CORRECT_RECORD).implies(goes(provision, REJECTED, to=NOTHING)),
        ),
        cites="2.2-a A2.refresh A2.rejection A2.response-file E1.1 A-load A-record-check "
        "A2.refresh-rules A5.kinds E2.12 A-daily-file A-merge-numbers A-due-at-live",
    ),
    Step(
        "a-record-names-the-supplier",
        "A record that a file takes names the supplier of record, and once it is loaded nothing "
        "is left of it.",
        each(
            (BUILD_UPDATE, change.in_(*TAKEN).implies(carries_record)),
            (BUILD_FULL_SET, carries_record),
            (LOAD, in_a_file.implies(spent)),
        ),
        cites="2.2-a A2.refresh E1.1 A2.rejection A5.kinds E2.12 A-daily-file A-merge-numbers "
        "A-record-check A-load",
    ),
    Step(
        "what-is-loaded-is-in-the-copy",
        "When a file is loaded the DSP's copy of a point that it has a sound record of names the "
        "supplier in that record; when the DSP loses its data the copy names nobody.",
        all_of(
            of_each(_reaches_the_copy),
            happens(LOSE_DATA).implies(after(copy).is_(Supplier.NOBODY)),
        ),
        cites="A2 E1.1 E2.8 A-load A-loss",
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
    Step(
        "a-command-is-taken-from-the-named",
        "Each supplier's command can be accepted, and is only if the DSP's copy names it (P14).",
        of_each(lambda s: happens(COMMAND_ACCEPTED[s]).implies(copy.is_(s))),
        cites="A1 E1.1",
    ),
)
