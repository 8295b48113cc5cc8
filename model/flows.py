"""The flows by name, and where each is defined; only the flow asked for is imported."""

from importlib import import_module

from model.language.flow import Flow

WRITTEN = {
    "current": "model.current.flow",
    "css": "model.css.flow",
    "handover": "model.handover.flow",
    "drafting": "model.drafting.flow",
    "leadtime": "model.leadtime.flow",
    "linked": "model.linked.flow",
}
COMPOSED = {  # of `current` and `css`, under a machine of the change: its designs
    "drained-before": "model.transition.flow",
    "drained-after": "model.transition.drained_after",
    "frozen": "model.transition.frozen",
    "carried-over": "model.transition.carried_over",
    "with-fallback": "model.transition.fallback",
}
FLOWS = {**WRITTEN, **COMPOSED}


def flow(name: str) -> Flow:
    """Return the flow of that name; raises KeyError."""
    found = import_module(FLOWS[name]).FLOW
    assert isinstance(found, Flow)
    return found


def home_of_claims(name: str) -> str:
    """Return the module that lists what is claimed of the flow of that name."""
    own = f"transition.{name.replace('-', '_')}" if name in COMPOSED else name
    return f"properties.{own}"
