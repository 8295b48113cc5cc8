"""Variants of today's flow in which an objection that comes too late does something."""

from model.current.flow import FLOW
from model.current.registration import OBJECT_LATE, PENDING, REQUESTS
from model.language import Variant
from model.parties import Supplier
from properties.acting import amiss

B = Supplier.B

VARIANTS_OF_LATE: tuple[Variant, ...] = (
    Variant(
        "a late objection opens the window again",
        "Once its window has closed a request is only waiting for its date.",
        FLOW.but(amiss(REQUESTS[B], OBJECT_LATE[B], target=PENDING, powerless="")),
        breaks={"a-late-objection-of-either-supplier": 4},
    ),
)
