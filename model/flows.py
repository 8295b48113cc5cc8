"""The flows by name, and where each is defined; only the flow asked for is imported."""

from importlib import import_module

from model.language.flow import Flow

FLOWS = {
    "current": "model.current.flow",
    "css": "model.css.flow",
    "handover": "model.handover.flow",
    "drafting": "model.drafting.flow",
    "leadtime": "model.leadtime.flow",
    "linked": "model.linked.flow",
}


def flow(name: str) -> Flow:
    """Return the flow of that name; raises KeyError."""
    found = import_module(FLOWS[name]).FLOW
    assert isinstance(found, Flow)
    return found
