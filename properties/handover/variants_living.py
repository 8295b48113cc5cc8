"""Variants of the handover in which what must at last come about never does."""

from model.css.sources import START_CSS
from model.handover.change import CHANGE, DECLARE_DONE
from model.handover.flow import FLOW
from model.handover.sources import SOURCES_ACCEPTED
from model.language import Variant

VARIANTS_OF_LIVING: tuple[Variant, ...] = (
    Variant(
        "the DSP never starts to accept the CSS",
        "With a source that is not accepted the DSP is not reconciled.",
        FLOW.but(SOURCES_ACCEPTED.without(START_CSS)),
        breaks={"the-dsp-is-reconciled": 10},
    ),
    Variant(
        "the change is never declared done",
        "Without a declaration it stays open whether the change may still be undone.",
        FLOW.but(CHANGE.without(DECLARE_DONE)),
        breaks={"the-change-is-concluded": 14},
    ),
)
