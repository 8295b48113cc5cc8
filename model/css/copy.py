"""The DSP's copy of who supplies a point, and what loads it in the new flow.

The copy and the authority that follows from it are those of today (`model/current/authority.py`);
the messages of the CSS and its reconciliation load it, and a file of an RDP would, were it taken.
"""

from model.css.late import ACCEPT_LATE, late_carried
from model.css.messages import LOAD, carried
from model.css.old_channel import TAKE_FILE
from model.css.reconciliation import RECONCILE
from model.css.registration import supplier_of_record
from model.current.authority import LOST, copy
from model.language import POINT, Machine, Transition, each, itself
from model.parties import SUPPLIERS, Supplier

NAMED = itself(SUPPLIERS)
IN_MESSAGE = carried.is_(NAMED).called("the message names {}", "C3.fields")
IN_EARLIER = late_carried.is_(NAMED).called("the earlier message names {}", cites="C3.fields")
OF_RECORD = supplier_of_record.is_(NAMED).called("{} is the supplier of record", "C3")

COPY = Machine(
    "copy",
    POINT,
    state=copy,
    transitions=(
        *each(
            Transition(LOAD, Supplier, NAMED, when=IN_MESSAGE, cites="2.2-b E1.1 A-load"),
            Transition(ACCEPT_LATE, Supplier, NAMED, when=IN_EARLIER, cites="E1.1 A-order"),
            Transition(RECONCILE, Supplier, NAMED, when=OF_RECORD, cites="A-reconciliation"),
            Transition(TAKE_FILE, Supplier, NAMED, when=OF_RECORD, cites="A-source-switch"),
            of=SUPPLIERS,
        ),
        LOST,
    ),
    happy=(Supplier.NOBODY, Supplier.A, Supplier.B),
)
