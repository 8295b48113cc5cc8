"""Variants on what both flows have of RDPs: entry without a test, an incident that never ends."""

from collections.abc import Iterator

from model.current.entry import GO_LIVE, RDP_ENTRY, Entry
from model.current.incident import CLOSE, RDP_INCIDENT
from model.language import STAYS, Flow, Variant
from properties.acting import amiss


def variants_of_rdps(flow: Flow) -> Iterator[Variant]:
    """Yield the variants, made of a flow that has these machines."""
    yield Variant(
        "live without the entry tests",
        "The tests come before an RDP is live (S0.4).",
        flow.but(amiss(RDP_ENTRY, GO_LIVE, source=Entry.CODED)),
        breaks={"a-live-rdp-has-what-entry-asks": 7},
    )
    yield Variant(
        "an incident about an RDP that is never over",
        "What is resolved must be closed in the end, or nothing new can be raised.",
        flow.but(amiss(RDP_INCIDENT, CLOSE, target=STAYS)),
        breaks={"a-network-party-learns-raises-and-sees-it-closed": 4},
    )
