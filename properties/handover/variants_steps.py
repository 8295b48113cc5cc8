"""Variants of the handover in which a step is taken too early, or leaves something behind."""

from model.css.entry import CSS_ENTRY, REINSTATE
from model.handover.change import (
    CSS_SHUT_OUT,
    FALL_BACK,
    FALLEN_BACK,
    change,
)
from model.handover.flow import FLOW
from model.handover.paths import FILES, LOAD_FILE, MESSAGES
from model.handover.sources import SOURCES_ACCEPTED, START_RDPS, STOP_RDPS
from model.language import STAYS, Variant
from model.language.acting import amiss

VARIANTS_OF_STEPS: tuple[Variant, ...] = (
    Variant(
        "RDPs shut out before the CSS is in",
        "The DSP would accept nobody until the CSS has entered.",
        FLOW.but(SOURCES_ACCEPTED.lacking(STOP_RDPS, "the CSS has gone live")),
        breaks={"nothing-moves-before-the-css-enters": 1},
    ),
    Variant(
        "messages still due after a fallback",
        "Nobody owes a message any more: the full set holds what was due.",
        FLOW.but(MESSAGES.without(FALL_BACK)),
        breaks={"a-fallback-leaves-nothing-of-the-change": 12, "due-only-from-who-owes": 12},
    ),
    Variant(
        "a file that is loaded after the handover",
        "What an RDP sent before is refused, and not loaded, once the DSP accepts it no more.",
        FLOW.but(FILES.lacking(LOAD_FILE, "the DSP accepts RDPs")),
        breaks={"no-file-is-loaded-once-done": 16, "only-accepted-sources": 12},
    ),
    Variant(
        "RDPs let in again only after a fallback",
        "Where a freeze cannot be given up before the change, the DSP may accept none for ever.",
        FLOW.but(amiss(SOURCES_ACCEPTED, START_RDPS, when=change.is_(FALLEN_BACK) & CSS_SHUT_OUT)),
        breaks={"some-source-is-accepted-again": 9},
    ),
    Variant(
        "a reinstatement that reinstates nothing",
        "A CSS that is reinstated is live again.",
        FLOW.but(amiss(CSS_ENTRY, REINSTATE, target=STAYS)),
        breaks={"suspensions-only-delay-the-reconciliation": 13},
    ),
)
