"""A point's data on its way to the DSP: what is due, and what a file of its RDP carries of it.

Today a change is due when it goes live (A-due-at-live). A file takes what is due when it is
built; a record may be faulty, or left out without anyone noticing; a bad record is left out of
the loading of its file (A-record-check), and what was in a lost file waits until it is sent again
or a full set goes. What the data says is abstracted to the supplier of record.
"""

from enum import Enum

from model.current.files import BUILD_FULL_SET, BUILD_UPDATE, CORRECT, LOAD, LOSE, TURN_TO_FULL_SET
from model.current.registration import MIDNIGHT, supplier_of_record
from model.language import FAILURE, POINT, Event, Field, Machine, Named, Transition, any_of, each
from model.parties import RDP, SUPPLIERS, Supplier


class Change(Enum):
    """Whether the point has a change that no file has taken yet."""

    NONE = "no change"
    DUE = "due"
    FAULTY = "due with a fault"
    LEFT_OUT = "left out"


class Provision(Enum):
    """Where the point's record is on its way."""

    NOTHING = "nothing on its way"
    IN_FILE = "in the file"
    BAD_IN_FILE = "in the file with a fault"
    MISSED = "missed"
    REJECTED = "rejected"


change = Field(
    "change of the point",
    Change,
    Change.NONE,
    told=(
        "no change of the point waits to be sent",
        "a change of the point is due",
        "a change of the point is due, and its record has a fault",
        "the change of the point was left out",
    ),
)
provision = Field(
    "provision of the point",
    Provision,
    Provision.NOTHING,
    told=(
        "no record of the point is on its way",
        "a record of the point is in the file",
        "a faulty record of the point is in the file",
        "the record of the point was missed",
        "the record of the point is rejected",
    ),
)
carried = Field(
    "supplier in the record",
    Supplier,
    Supplier.NOBODY,
    told=("", "the record names {value}"),
)

SPOIL_RECORD = Event(
    "the record gets a fault", POINT, RDP, mishap=FAILURE, told="{by} makes a fault in the record"
)
LEAVE_OUT = Event(
    "the change is left out", POINT, RDP, mishap=FAILURE, told="{by} leaves the change out"
)
FIND_OMISSION = Event("find the omission", POINT, RDP, told="{by} finds what it left out")
CORRECT_RECORD = Event("correct the record", POINT, RDP, told="{by} corrects the record")

SOUND_CHANGE = Named("a sound change is due", change.is_(Change.DUE), "2.2-a A-due-at-live")
FAULTY_CHANGE = Named("a faulty change is due", change.is_(Change.FAULTY), "A5.kinds")
OUTSTANDING = Named(
    "data is outstanding",
    any_of(change.is_not(Change.NONE), provision.is_not(Provision.NOTHING)),
    cites="2.2-a",
)

NOTHING, IN_FILE, BAD_IN_FILE, MISSED, REJECTED = Provision
FREE = (NOTHING, MISSED, REJECTED)
OF_RECORD = {carried: supplier_of_record}
SPENT = {carried: Supplier.NOBODY}

CHANGES = Machine(
    "change",
    POINT,
    state=change,
    transitions=(
        *each(Transition(MIDNIGHT, Change, Change.DUE, cites="A-due-at-live"), of=SUPPLIERS),
        Transition(SPOIL_RECORD, Change.DUE, Change.FAULTY, cites="A5.kinds"),
        Transition(LEAVE_OUT, Change.DUE, Change.LEFT_OUT, cites="E2.13 A-omission"),
        Transition(FIND_OMISSION, Change.LEFT_OUT, Change.DUE, cites="A5.kinds"),
        Transition(BUILD_UPDATE, (Change.DUE, Change.FAULTY), Change.NONE, cites="2.2-a A2"),
        Transition(BUILD_FULL_SET, Change, Change.NONE, cites="A2.refresh"),
        Transition(CORRECT_RECORD, Change, Change.DUE, cites="A2.response-file"),
    ),
    happy=(Change.NONE, Change.DUE),
)
PROVISION = Machine(
    "provision",
    POINT,
    state=provision,
    fields=(carried,),
    transitions=(
        Transition(BUILD_UPDATE, FREE, IN_FILE, SOUND_CHANGE, OF_RECORD, cites="2.2-a"),
        Transition(BUILD_UPDATE, FREE, BAD_IN_FILE, FAULTY_CHANGE, OF_RECORD, cites="2.2-a"),
        Transition(BUILD_FULL_SET, Provision, IN_FILE, then=OF_RECORD, cites="A2.refresh"),
        Transition(LOSE, (IN_FILE, BAD_IN_FILE), MISSED, cites="A5.kinds"),
        Transition(CORRECT, MISSED, IN_FILE, cites="A-merge-numbers"),
        Transition(TURN_TO_FULL_SET, (IN_FILE, BAD_IN_FILE), MISSED, cites="A2.refresh-rules"),
        Transition(LOAD, IN_FILE, NOTHING, then=SPENT, cites="E1.1 A-load"),
        Transition(LOAD, BAD_IN_FILE, REJECTED, then=SPENT, cites="A2.rejection A-record-check"),
        Transition(CORRECT_RECORD, REJECTED, NOTHING, cites="A2.response-file"),
    ),
    happy=(NOTHING, IN_FILE),
)
