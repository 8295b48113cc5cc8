"""Variants of the new flow in which a retail data service or a mark does not keep up."""

from model.css.duties import MARK
from model.css.flow import FLOW
from model.css.messages import LOAD
from model.css.notices import APPLY_SECURED
from model.css.registration import MAKE_PENDING
from model.css.sync import IDLE, SYNC
from model.current.duties import Mark
from model.language import Variant
from model.parties import Supplier
from properties.acting import amiss

VARIANTS_OF_RETAIL: tuple[Variant, ...] = (
    Variant(
        "a pending registration that nobody expects",
        "A retail data service that expects nothing cannot apply what is secured.",
        FLOW.but(amiss(SYNC, MAKE_PENDING[Supplier.B], target=IDLE)),
        breaks={"either-supplier-can-be-expected": 2},
    ),
    Variant(
        "a secured notice that counts for nothing",
        "Then the point stays with the old supplier at the retail data service.",
        FLOW.but(amiss(SYNC, APPLY_SECURED, target=IDLE)),
        breaks={"a-secured-switch-is-applied": 6},
    ),
    Variant(
        "a mark for everyone",
        "A breach that was none must not be held against the CRS.",
        FLOW.but(amiss(MARK, LOAD, target=Mark.REMEDIED)),
        breaks={"loaded-in-time-leaves-no-mark": 17},
    ),
)
