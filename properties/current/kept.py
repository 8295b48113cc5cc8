"""What each event of today's flow must do and leave alone: requests and files."""

from model.current.entry import ADMITTED, GO_LIVE
from model.current.files import (
    ACCEPT,
    BUILD_FULL_SET,
    BUILD_UPDATE,
    CORRECT,
    FULL,
    LOAD,
    LOSE,
    ORDER_FULL_SET,
    REFUSE,
    REFUSE_LATE,
    SEND,
    SPOIL,
    TURN_TO_FULL_SET,
    Content,
    File,
    content,
    file,
    gap,
    owed,
)
from model.current.fuel import ELECTRICITY, GAS
from model.current.gateway import CONNECTED
from model.current.registration import ACCEPT as ACCEPT_REQUEST
from model.current.registration import (
    CLOSE_WINDOW,
    LIFT,
    MIDNIGHT,
    OBJECT,
    OBJECT_LATE,
    REJECT,
    REQUEST,
    REQUEST_BADLY,
    SECURE,
    UPHOLD,
    Request,
    no_other_open,
    not_safely_its_own,
    request,
)
from model.current.store import LOSE_DATA, accepts_rdp
from model.language import Claim, Expression, Named, Step, after, all_of, any_of, changed, happens
from model.parties import Supplier
from properties.acting import each, goes
from properties.current.kept_actors import ACTORS_TODAY
from properties.current.kept_records import RECORDS_KEPT
from properties.current.kept_service import SERVICE_KEPT
from properties.current.switching import closed, of_each

R, F, C = Request, File, Content

is_full, is_update = content.is_(FULL), content.is_not(FULL)
sound = content.is_not(C.FAULTY)
in_order = any_of(is_full, ~gap)
fit = all_of(ADMITTED, sound, accepts_rdp)
empty_again = after(content).is_(C.UPDATE)
file_missing = Named("an earlier file is missing", after(gap), cites="A2.sequence")


def _request(s: Supplier) -> Expression:
    mine = request[s]
    fine = no_other_open[s] & not_safely_its_own[s]
    spent_at_midnight = goes(mine, R.CLEARED, to=R.NONE) & ELECTRICITY
    spent_in_gas = goes(mine, R.SECURED, to=R.NONE) & GAS
    return all_of(
        each(
            (REQUEST[s], goes(mine, R.NONE, to=R.REQUESTED)),
            (REQUEST_BADLY[s], goes(mine, R.NONE, to=R.FAULTY)),
            (ACCEPT_REQUEST[s], goes(mine, R.REQUESTED, to=R.PENDING) & not_safely_its_own[s]),
            (OBJECT[s], goes(mine, R.PENDING, to=R.OBJECTED)),
            (LIFT[s], goes(mine, R.OBJECTED, to=R.PENDING)),
            (CLOSE_WINDOW[s], goes(mine, R.PENDING, to=R.CLEARED)),
            (OBJECT_LATE[s], closed(s)),
            (SECURE[s], goes(mine, R.CLEARED, to=R.SECURED) & GAS),
            (MIDNIGHT[s], spent_at_midnight | spent_in_gas),
        ),
        (happens(REJECT[s]) & mine.is_(R.FAULTY)).implies(after(mine).is_(R.NONE)),
        (happens(REJECT[s]) & mine.is_not(R.FAULTY)).implies(
            goes(mine, R.REQUESTED, to=R.NONE) & ~fine
        ),
        happens(UPHOLD[s]).implies(goes(mine, R.OBJECTED, to=R.NONE)),
    )


KEPT: tuple[Claim, ...] = (
    Step(
        "a-request-goes-in-order",
        "A request is made, accepted where the point is not its own already, objected "
        "to, lifted or upheld, cleared, in gas secured, and spent at midnight; it is rejected only "
        "where it is faulty or could not be accepted.",
        of_each(_request),
        cites="B1 B1.requests B2 B2.lift B2.secured B2.one-request B4 A-one-request-today "
        "A1.rdp B1.window B2.window B2.live B3 B3.grounds A-lift-electricity "
        "A-no-request-to-oneself",
    ),
    Step(
        "a-file-goes-in-order",
        "A file is built, sent, accepted or refused, and loaded or corrected; one that is lost, or "
        "that a full set replaces, is no longer there.",
        each(
            (BUILD_UPDATE, goes(file, F.IDLE, to=F.BUILT)),
            (BUILD_FULL_SET, goes(file, F.IDLE, to=F.BUILT)),
            (SPOIL, goes(file, F.BUILT, to=F.BUILT)),
            (SEND, goes(file, F.BUILT, to=F.SENT)),
            (LOSE, goes(file, F.SENT, to=F.IDLE)),
            (ACCEPT, goes(file, F.SENT, to=F.ACCEPTED)),
            (REFUSE, goes(file, F.SENT, to=F.REFUSED)),
            (REFUSE_LATE, goes(file, F.SENT, to=F.REFUSED)),
            (LOAD, goes(file, F.ACCEPTED, to=F.IDLE)),
            (CORRECT, goes(file, F.REFUSED, to=F.BUILT)),
            (TURN_TO_FULL_SET, goes(file, F.REFUSED, to=F.IDLE)),
            (ORDER_FULL_SET, ~changed(file)),
        ),
        cites="2.2-a A2 A2.checks A2.rejection E1.1 A-merge-numbers A-full-set-on-request "
        "A2.transport A2.sequence A5.kinds E2.12 A-daily-file A-load A-refresh-resets",
    ),
    Step(
        "a-file-is-taken-exactly-if-fit",
        "A file is accepted only if its sender is admitted, it is sound and its number in order, "
        "refused only if one of the first two fails, and refused as out of sequence only if an "
        "earlier one is missing and it is no full set.",
        all_of(
            each((ACCEPT, fit & in_order), (REFUSE, ~fit)),
            happens(REFUSE_LATE).implies(fit & ~in_order),
        ),
        cites="A2.checks A2.rejection A2.sequence A-sequence A-check-order 2.2-c S0.4 A5.kinds "
        "A-suspension A-refresh-resets",
    ),
    Step(
        "a-file-holds-what-was-built",
        "A full set is built exactly where one is owed, and only by a connected RDP; a fault comes "
        "only to an update; once a file is loaded, lost, corrected or replaced nothing is left of "
        "its content.",
        all_of(
            each(
                (BUILD_UPDATE, ~owed & CONNECTED & empty_again),
                (BUILD_FULL_SET, owed & CONNECTED & after(content).is_(FULL)),
                (SPOIL, is_update & after(content).is_(C.FAULTY)),
                (LOAD, empty_again),
                (LOSE, empty_again),
                (TURN_TO_FULL_SET, empty_again),
                (CORRECT, empty_again & ~owed),
            ),
            (happens(CORRECT) & ~sound).implies(empty_again),
        ),
        cites="E2.12 A5.kinds A-daily-file A-merge-numbers 2.2-a A2.update-file A6.gateway E1.1 "
        "E2.5 E2.8 A-refresh-resets A-full-set-on-request",
    ),
    Step(
        "a-full-set-is-owed-until-loaded",
        "A full set is owed once the RDP goes live, after the DSP lost its data, and where one is "
        "ordered or replaces a file; a loaded full set, and nothing else, ends that.",
        all_of(
            each(
                (GO_LIVE, after(owed)),
                (LOSE_DATA, after(owed)),
                (TURN_TO_FULL_SET, after(owed)),
                (LOAD, after(owed).is_(owed & is_update)),
            ),
            happens(ORDER_FULL_SET).implies(~owed & after(owed)),
            (owed & ~after(owed)).implies(happens(LOAD)),
        ),
        cites="E2.5 E2.8 A-loss A-full-set-at-start A-full-set-on-request A-refresh-resets "
        "A2.update-file E1.1",
    ),
    Step(
        "a-gap-is-noticed",
        "A file that is lost or replaced leaves a gap in the numbers; a corrected file and a full "
        "set that is loaded close it, and an update that is loaded leaves it as it is.",
        each(
            (LOSE, file_missing),
            (TURN_TO_FULL_SET, file_missing),
            (CORRECT, ~after(gap)),
            (LOAD, after(gap).is_(gap & is_update)),
        ),
        cites="A2.sequence A-merge-numbers A-refresh-resets A5.kinds A2.update-file E1.1 "
        "A-full-set-on-request",
    ),
    *RECORDS_KEPT,
    *SERVICE_KEPT,
    *ACTORS_TODAY,
)
