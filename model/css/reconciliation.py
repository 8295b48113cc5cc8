"""The reconciliation of the DSP with the CSS: due, and done for all points in one event.

Systems were reconciled after messages had gone missing (D2.reconciliation); that DSP and CSS can
be compared and aligned, and on order, is assumed (A-reconciliation), as is that this is also the
first load, at the change, and what a reinstatement owes (A-first-load, A-catch-up).
"""

from enum import Enum

from model.css.entry import ADMITTED, REINSTATE
from model.css.gateway import PASSES
from model.css.sources import CSS_ACCEPTED
from model.current.store import LOSE_DATA
from model.language import INDUSTRY, Event, Field, Machine, Transition, all_of
from model.parties import CSS, DCC


class Reconciliation(Enum):
    """Whether the DSP is to be aligned with the CSS."""

    NOT_DUE = "not due"
    DUE = "due"


reconciliation = Field(
    "reconciliation",
    Reconciliation,
    Reconciliation.NOT_DUE,
    told=("no reconciliation is due", "a reconciliation is due"),
)

ORDER = Event("order a reconciliation", INDUSTRY, DCC, told="{by} orders a reconciliation")
RECONCILE = Event(
    "reconcile the DSP with the CSS",
    INDUSTRY,
    CSS,
    told="{by} brings the DSP's data into line with its own",
)

FIT = all_of(PASSES, ADMITTED, CSS_ACCEPTED)

NOT_DUE, DUE = Reconciliation

RECONCILIATION = Machine(
    "reconciliation",
    INDUSTRY,
    state=reconciliation,
    transitions=(
        Transition(REINSTATE, Reconciliation, DUE, cites="A-catch-up"),
        Transition(LOSE_DATA, Reconciliation, DUE, cites="A-loss"),
        Transition(ORDER, NOT_DUE, DUE, cites="D2.reconciliation A-reconciliation"),
        Transition(RECONCILE, DUE, NOT_DUE, when=FIT, cites="A-reconciliation"),
    ),
    happy=(NOT_DUE, DUE),
)
