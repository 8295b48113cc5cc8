"""The interface of a flow that a log is to show."""

from importlib import import_module

from model.flows import FLOWS, home_of_claims
from model.language.interfaces import LoggedInterface


def interface_of(source: str) -> LoggedInterface | None:
    """Return the first interface that is declared beside the claims of a flow, if any is."""
    if source not in FLOWS:
        return None
    try:
        said = import_module(f"{home_of_claims(source)}.interfaces")
    except ImportError:
        return None
    found: LoggedInterface = said.INTERFACES[0]
    return found
