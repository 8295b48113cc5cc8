"""Stuck only: what must hold where none of some events is possible, and whether none is."""

from .fairness import asks_nobody, enabled
from .kernel.claims import owner_of
from .kernel.flow import Data, Flow, Tree
from .kernel.need import Rejected, need
from .kernel.runs import replayed, taken
from .kernel.world import State, World, shaped

KIND = "stuck only"


def said(flow: Flow, claim: Data) -> Tree:
    """Return what a claim says of a state; of one that is stuck only, the ways on as one sees."""
    if claim["kind"] != KIND:
        return claim["body"]
    ways = _ways(flow, claim)
    for event in ways:
        need(asks_nobody(flow, event), f"'{event}' asks something of others")
    return ["implies", ["not", enabled(flow, ways)], claim["body"]]


def seen_by(flow: Flow, claim: Data) -> Tree:
    """Return a claim as far as it says from where it is seen: the homes of its ways count."""
    if claim["kind"] != KIND:
        return claim["body"]
    return ["and", claim["body"], ["happens", *_ways(flow, claim)]]


def need_stuck(flow: Flow, claim: Data, run: Data) -> None:
    """Reject a run unless at its end none of the ways can be taken."""
    at = shaped(flow, tuple(run["shape"]))
    *_, end = replayed(flow, run)
    for event in _ways(flow, claim):
        home = owner_of(at, run["where"], "own", flow.events[event])
        need(not _may(at, end, event, home), f"'{event}' is possible there")


def _ways(flow: Flow, claim: Data) -> list[str]:
    """Return the ways on that the flow has; a variant may lack some."""
    return [event for event in claim.get("ways", ()) if event in flow.events]


def _may(at: World, state: State, event: str, home: int) -> bool:
    try:
        taken(at, state, event, home)
    except Rejected:
        return False
    return True
