"""The two paths of a point's data to the DSP's copy: a file of the RDP, a message of the CSS.

Both are slim: what can go wrong on each stands in `model/current` and `model/css`. A switch makes
the data due on the path of whoever owes the sending when it goes live. What was sent before the
DSP stopped accepting its source is refused when it comes in, not drained (A-refused-in-flight): an
event for all of Great Britain must not wait for one file. What was due or refused is in the
reconciliation that the change makes due, and a fallback makes a full set due, so that no switch in
flight is lost. A file that is sent without the right is a breach, and happens.
"""

from enum import Enum

from model.css.duties import CRS_OWES
from model.css.entry import ADMITTED
from model.css.gateway import PASSES
from model.css.old_channel import RECEIVE_ONLY
from model.css.reconciliation import DUE, NOT_DUE, RECONCILE, Reconciliation, reconciliation
from model.css.sources import CSS_ACCEPTED
from model.current.authority import copy
from model.current.duties import NETWORKS_OWE
from model.current.store import RDPS_ACCEPTED
from model.handover.change import FALL_BACK, MAY_NOT, MAY_SEND, TAKE_EFFECT
from model.language import (
    INDUSTRY,
    POINT,
    STAYS,
    Event,
    Field,
    Machine,
    Named,
    Transition,
    all_of,
    each,
    itself,
    the_others,
)
from model.parties import CLOCK, CSS, DSP, RDP, SUPPLIERS, Supplier


class Path(Enum):
    """Whether something is on its way."""

    EMPTY = "nothing on its way"
    SENT = "sent"


of_record = Field(
    "supplier of record",
    Supplier,
    Supplier.A,
    told=("nobody is the supplier of record", "{value} is the supplier of record"),
)
file = Field(
    "file of the RDP",
    Path,
    Path.EMPTY,
    told=("no file of the RDP is on its way", "a file of the RDP is on its way"),
)
file_due = Field("a file is due", bool, initial=False, told=("no file is due", "a file is due"))
in_file = Field(
    "supplier in the file",
    Supplier,
    Supplier.NOBODY,
    told=("", "the file names {value}"),
)
message = Field(
    "message of the CSS",
    Path,
    Path.EMPTY,
    told=("no message of the CSS is on its way", "a message of the CSS is on its way"),
)
message_due = Field(
    "a message is due", bool, initial=False, told=("no message is due", "a message is due")
)
in_message = Field(
    "supplier in the message",
    Supplier,
    Supplier.NOBODY,
    told=("", "the message names {value}"),
)

SWITCH = Event("a switch goes live", POINT, CLOCK, of=SUPPLIERS, told="a switch to {} goes live")
SEND_FILE = Event("send the file", POINT, RDP, told="{by} sends the file")
LOAD_FILE = Event("load the file", POINT, DSP, told="{by} loads the file")
REFUSE_FILE = Event("refuse the file", POINT, DSP, told="{by} refuses the file")
SEND_MESSAGE = Event("send the message", POINT, CSS, told="{by} sends the message")
LOAD_MESSAGE = Event("load the message", POINT, DSP, told="{by} loads the message")
REFUSE_MESSAGE = Event("refuse the message", POINT, DSP, told="{by} refuses the message")

NETWORKS_DO_NOT = Named("the Networks' duty is not in force", ~NETWORKS_OWE, cites="1-a")
CRS_DOES_NOT = Named("the CRS's duty is not in force", ~CRS_OWES, cites="1-b")
MESSAGE_DUE = Named("a message is due", message_due, cites="2.2-b A-trigger")
CAN_SEND = MESSAGE_DUE & PASSES
FIT = all_of(CSS_ACCEPTED, ADMITTED)
RDP_UNFIT = Named("the DSP does not accept RDPs", ~RDPS_ACCEPTED, cites="A-refused-in-flight")
CSS_UNFIT = Named("the CSS is not accepted or not admitted", ~FIT, cites="A-refused-in-flight")

EMPTY, SENT = Path
SPENT_FILE, SPENT_MESSAGE = {in_file: Supplier.NOBODY}, {in_message: Supplier.NOBODY}
FILE_AGAIN = {**SPENT_FILE, file_due: NETWORKS_OWE}
MESSAGE_AGAIN = {**SPENT_MESSAGE, message_due: CRS_OWES}
NEW_FILE = {in_file: of_record, file_due: False}
NEW_MESSAGE = {in_message: of_record, message_due: False}
ALIGNED = {**SPENT_MESSAGE, message_due: False}
NOTHING_DUE, FULL_SET_DUE = {file_due: False}, {file_due: True}

REGISTRATION = Machine(
    "registration",
    POINT,
    state=of_record,
    transitions=each(
        Transition(SWITCH, the_others(SUPPLIERS), itself(SUPPLIERS), cites="B4 C1"), of=SUPPLIERS
    ),
    happy=SUPPLIERS,
)
FILES = Machine(
    "file",
    POINT,
    state=file,
    fields=(file_due, in_file),
    transitions=(
        *each(
            Transition(SWITCH, Path, STAYS, NETWORKS_OWE, {file_due: True}, cites="2.2-a"),
            Transition(SWITCH, Path, STAYS, NETWORKS_DO_NOT, cites="A-total"),
            of=SUPPLIERS,
        ),
        Transition(SEND_FILE, EMPTY, SENT, MAY_SEND, NEW_FILE, cites="2.2-a A2"),
        Transition(SEND_FILE, EMPTY, SENT, MAY_NOT, NEW_FILE, cites="2.3-d", breaches=RECEIVE_ONLY),
        Transition(LOAD_FILE, SENT, EMPTY, RDPS_ACCEPTED, SPENT_FILE, cites="2.2-a E1.1"),
        Transition(REFUSE_FILE, SENT, EMPTY, RDP_UNFIT, FILE_AGAIN, cites="A-refused-in-flight"),
        Transition(TAKE_EFFECT, Path, STAYS, then=NOTHING_DUE, cites="1-a A-first-load"),
        Transition(FALL_BACK, Path, STAYS, then=FULL_SET_DUE, cites="A-fallback E2.8"),
    ),
    happy=(EMPTY, SENT),
)
MESSAGES = Machine(
    "message",
    POINT,
    state=message,
    fields=(message_due, in_message),
    transitions=(
        *each(
            Transition(SWITCH, Path, STAYS, CRS_OWES, {message_due: True}, cites="2.2-b"),
            Transition(SWITCH, Path, STAYS, CRS_DOES_NOT, cites="A-total"),
            of=SUPPLIERS,
        ),
        Transition(SEND_MESSAGE, EMPTY, SENT, CAN_SEND, NEW_MESSAGE, cites="2.2-b 5-E1"),
        Transition(LOAD_MESSAGE, SENT, EMPTY, FIT & PASSES, SPENT_MESSAGE, cites="2.2-b E1.1"),
        Transition(REFUSE_MESSAGE, SENT, EMPTY, CSS_UNFIT & PASSES, MESSAGE_AGAIN, cites="5-G"),
        Transition(RECONCILE, Path, EMPTY, then=ALIGNED, cites="A-reconciliation A-order"),
        Transition(FALL_BACK, Path, STAYS, then={message_due: False}, cites="A-fallback"),
    ),
    happy=(EMPTY, SENT),
)

FILE_NAMES = in_file.is_(itself(SUPPLIERS)).called("the file names {}", cites="A2")
MESSAGE_NAMES = in_message.is_(itself(SUPPLIERS)).called("the message names {}", "C3.fields")
IS_OF_RECORD = of_record.is_(itself(SUPPLIERS)).called("{} is the supplier of record", cites="C3")

COPY = Machine(
    "copy",
    POINT,
    state=copy,
    transitions=each(
        Transition(LOAD_FILE, Supplier, itself(SUPPLIERS), when=FILE_NAMES, cites="E1.1 A-load"),
        Transition(LOAD_MESSAGE, Supplier, itself(SUPPLIERS), MESSAGE_NAMES, cites="E1.1 A-load"),
        Transition(RECONCILE, Supplier, itself(SUPPLIERS), IS_OF_RECORD, cites="A-reconciliation"),
        of=SUPPLIERS,
    ),
    happy=SUPPLIERS,
)
RECONCILIATION = Machine(
    "reconciliation",
    INDUSTRY,
    state=reconciliation,
    transitions=(
        Transition(TAKE_EFFECT, Reconciliation, DUE, cites="A-first-load"),
        Transition(RECONCILE, DUE, NOT_DUE, when=FIT & PASSES, cites="A-reconciliation"),
        Transition(FALL_BACK, Reconciliation, NOT_DUE, cites="A-fallback"),
    ),
    happy=(NOT_DUE, DUE),
)
