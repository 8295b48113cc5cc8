"""The monitor of a flow's interface, from the flow's name or the path of its file."""

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from model.flows import FLOWS, home_of_claims
from model.language.interfaces import LoggedInterface
from properties.analyses.monitor.compiled import Compiled, monitor_of
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from properties.engine.interfaces.letters import symbols_of
from switchproof.deciding.keeping import FOLDER, kept_in
from switchproof.deciding.listing import listed
from switchproof.deciding.load import Loaded, load
from switchproof.deciding.one_line import in_one_line
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.progress import Progress


class NoMonitor(Exception):
    """An interface has no monitor that is shown to accept all, so nothing can be judged by it."""


def interfaces_of(one: Loaded) -> tuple[LoggedInterface, ...]:
    """Return the interfaces that are declared with a flow; raises BadInput where there is none."""
    found = one.interfaces or _beside(one.source)
    if not found:
        raise BadInput(f"{one.source}: declares no interface; write INTERFACES = (...) beside it")
    return found


def _beside(source: str) -> tuple[LoggedInterface, ...]:
    """Return those that stand in a file of their own beside the claims of a flow of the project."""
    home = f"{home_of_claims(source)}.interfaces" if source in FLOWS else ""
    if not home or find_spec(home) is None:
        return ()
    return listed(import_module(home), source, "INTERFACES", LoggedInterface)


def interface_of(one: Loaded, name: str | None) -> LoggedInterface:
    """Return the interface of that name, or the first; raises BadInput."""
    found = {each.id: each for each in interfaces_of(one)}
    if name is not None and name not in found:
        raise unknown("interface", name, found)
    return found[name] if name is not None else next(iter(found.values()))


def monitored(source: str, name: str | None, seconds: float) -> tuple[Loaded, Compiled]:
    """Return a flow and the monitor of its interface, kept or made now; raises NoMonitor."""
    one = load(source)
    interface = interface_of(one, name)
    doubts = getattr(import_module(home_of_claims(source)), "DOUBTS", ()) if source in FLOWS else ()
    with in_one_line(source):
        symbols_of(one.flow, interface)  # refuses one that does not fit
    try:
        with kept_in(Path(FOLDER)) as kept, Progress(f"a monitor of {interface.id}"):
            made = monitor_of(one.flow, interface, Budget(seconds=seconds), doubts, kept.store)
    except Undecided as why:
        message = f"'{interface.id}' of {source} has no monitor, and so there is no verdict"
        raise NoMonitor(f"{message}: {' '.join(str(why).split())}") from why
    return one, made
