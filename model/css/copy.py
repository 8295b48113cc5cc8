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
from model.language import POINT, Machine, Named, Transition
from model.parties import SUPPLIERS, Supplier


def _rules(s: Supplier) -> tuple[Transition, ...]:
    in_message = Named(f"the message names {s.value}", carried.is_(s), "C3.fields")
    in_earlier = Named(f"the earlier message names {s.value}", late_carried.is_(s), "C3.fields")
    of_record = Named(f"{s.value} is the supplier of record", supplier_of_record.is_(s), "C3")
    return (
        Transition(LOAD, Supplier, s, when=in_message, cites="2.2-b E1.1 A-load"),
        Transition(ACCEPT_LATE, Supplier, s, when=in_earlier, cites="E1.1 A-order"),
        Transition(RECONCILE, Supplier, s, when=of_record, cites="A-reconciliation"),
        Transition(TAKE_FILE, Supplier, s, when=of_record, cites="A-source-switch"),
    )


COPY = Machine(
    "copy",
    POINT,
    state=copy,
    transitions=(*(rule for s in SUPPLIERS for rule in _rules(s)), LOST),
    happy=(Supplier.NOBODY, Supplier.A, Supplier.B),
)
