"""Files, records and the DSP's copy; whose commands it accepts; and flags to the RDPs."""

from model.current.authority import COMMAND_ACCEPTED, copy
from model.current.entry import HAS_GONE_LIVE, REINSTATE
from model.current.files import FULL, LOAD, REFUSE, REFUSE_LATE, content, gap, owed
from model.current.flags import ACCEPT_FLAG, Flag, flag
from model.current.incident import PointIncident, point_incident
from model.current.provision import BAD_IN_FILE, MISSED, OUTSTANDING, Change, change, provision
from model.current.registration import supplier_of_record
from model.current.store import LOSE_DATA
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
from model.parties import SUPPLIERS

incident_open = point_incident.in_(
    PointIncident.RAISED, PointIncident.ASSIGNED, PointIncident.ESCALATED
)
refused_file = Named("a file is refused", happens(REFUSE, REFUSE_LATE), cites="A2.rejection")
rejected_record = Named(
    "a record is rejected", happens(LOAD) & provision.is_(BAD_IN_FILE), cites="A-record-check"
)
file_missing = Named("an earlier file is missing", gap, cites="A2.sequence")
flag_taken = Named(
    "the RDP has taken the flag", happens(ACCEPT_FLAG) & flag.is_(Flag.SENT), cites="A3.answers"
)
FLAG_NEVER_DROPPED = Step(
    "flag-never-dropped",
    "A flag counts as received only when the RDP has taken it: a rejected one goes to an "
    "incident or is sent again (P20).",
    when=flag.becomes(Flag.CURRENT),
    then=flag_taken,
    cites="A3.answers",
)
FLAG_AT_OPEN_INCIDENT = Always(
    "flag-at-open-incident",
    "A flag that waits for an incident has one that is open.",
    flag.is_(Flag.AT_INCIDENT).implies(incident_open),
    cites="A3.answers A5.states A5.raisers A-flag-again",
)

PROVIDING: tuple[Claim, ...] = (
    Step(
        "rejected-changes-nothing",
        "A file that is refused, and a record that is rejected, leave the DSP's copy as it was "
        "(P19).",
        (refused_file | rejected_record).implies(~changed(copy)),
        cites="A2.rejection A-record-check A2",
    ),
    Step(
        "out-of-sequence-changes-nothing",
        "While an earlier file is missing no update changes the DSP's copy (P19).",
        all_of(gap, content.is_not(FULL), ~happens(LOSE_DATA)).implies(~changed(copy)),
        cites="A2.sequence A-sequence A-refresh-resets",
    ),
    Step(
        "full-set-overwrites",
        "When a full set is loaded, the copy of a point that has not changed since names its "
        "supplier of record, whatever stood there (P19).",
        all_of(happens(LOAD), content.is_(FULL), change.is_(Change.NONE)).implies(
            after(copy).is_(supplier_of_record)
        ),
        cites="A2.refresh A-refresh-resets 2.2-a A2 A5.kinds E1.1 B2.live B4 A-daily-file "
        "A-load A-full-set-on-request A-due-at-live",
    ),
    Step(
        "authority-follows-copy",
        "A supplier's command is accepted only if the DSP's copy names that supplier (P14).",
        happens(COMMAND_ACCEPTED).implies(copy.is_(itself(SUPPLIERS))),
        cites="A1 E1.1",
    ),
    Always(
        "difference-explained",
        "Where the DSP's copy differs from the supplier of record something is outstanding: a "
        "change, a record on its way, a full set, or the RDP's entry (P13).",
        copy.is_not(supplier_of_record).implies(any_of(OUTSTANDING, owed, ~HAS_GONE_LIVE)),
        cites="E1.1 A-load 2.2-a A2 A2.refresh A2.response-file A2.rejection A5.kinds E2.5 E2.8 "
        "B2.live B4 A-daily-file A-record-check A-refresh-resets A-full-set-at-start "
        "A-loss A-due-at-live",
    ),
    Always(
        "no-silent-loss",
        "A record that was in a lost file leaves a sign: an earlier file is missing, or a full "
        "set is owed.",
        provision.is_(MISSED).implies(file_missing | owed),
        cites="A2.sequence A2.refresh A5.kinds A-merge-numbers A-full-set-on-request",
    ),
    Step(
        "reinstated-catches-up",
        "An RDP that is reinstated owes a full set (P23).",
        happens(REINSTATE).implies(after(owed)),
        cites="A-catch-up",
    ),
    FLAG_NEVER_DROPPED,
    FLAG_AT_OPEN_INCIDENT,
)
