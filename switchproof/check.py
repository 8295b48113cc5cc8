"""`switchproof check`: packets, by the checker that knows no solver, then by Z3 and cvc5.

The solvers read text that is made here from a packet's flow and boxes. No text of a packet
reaches them, and nothing in the folder is run. A packet on a flow of the project must be on the
flow as it is defined here: its hash is compared.
"""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from model.flows import FLOWS
from properties.budget import Budget, Spent, look
from properties.packets import check
from switchproof.bad_input import BadInput
from switchproof.deciding import digest_of, loaded
from switchproof.progress import Progress
from switchproof.spreading import LOST, cores, spread

ACCEPTED, REJECTED, UNDECIDED = 0, 1, 3

Data = dict[str, Any]
Solvers = dict[str, Callable[[str], str]]
Named = tuple[str, Data | None, str]  # a file, its packet or none, and why there is none


@dataclass
class Found:
    """What is wrong with a packet, empty if nothing is, and which solvers find its proof right."""

    rejected: str = ""
    unsure: str = ""
    right: Counter[str] = field(default_factory=Counter)


def run(asked: Namespace) -> int:
    """Print what is rejected and what all comes to, and return the exit status."""
    folder = Path(asked.folder)
    if not folder.is_dir():
        raise BadInput(f"{folder}: there is no such folder; verify --packets FOLDER makes one")
    packets = list(check.read(folder))
    if not packets:
        raise BadInput(f"{folder}: nothing was checked, there is no packet; see verify --packets")
    found = _checked(folder, packets, asked.jobs or cores(), asked.timeout)
    print("\n".join(_told([name for name, _, _ in packets], found)))
    if any(one.rejected for one in found):
        return REJECTED
    return UNDECIDED if any(one.unsure for one in found) else ACCEPTED


def _told(names: Sequence[str], found: Sequence[Found]) -> Iterator[str]:
    """Yield what is wrong, and last what all comes to."""
    named = list(zip(names, found, strict=True))
    yield from (f"rejected: {name}: {one.rejected}" for name, one in named if one.rejected)
    yield from (f"undecided: {name}: {one.unsure}" for name, one in named if one.unsure)
    right = sum((one.right for one in found), Counter[str]())
    known = _solvers()
    solvers = ", ".join(f"{right[solver]} by {solver}" for solver in known)
    absent = "" if "cvc5" in known else "; cvc5 is not installed"
    accepted = sum(not (one.rejected or one.unsure) for one in found)
    yield f"{accepted} of {len(found)} packets accepted; proofs found right: {solvers}{absent}"


def _checked(folder: Path, packets: list[Named], jobs: int, seconds: float) -> list[Found]:
    _checker.cache_clear()
    found: list[Found] = []
    work = partial(_found, folder, seconds)
    checking = spread(work, packets, jobs, lambda packet: Found(packet[2], unsure=LOST))
    with Progress(f"0 of {len(packets)} packets") as progress, closing(checking):
        for one in checking:
            found.append(one)
            progress.what = f"{len(found)} of {len(packets)} packets"
    return found


@cache
def _checker(folder: Path) -> check.Checker:
    return check.Checker(folder)


def _found(folder: Path, seconds: float, named: Named) -> Found:
    """Check one packet, and ask the solvers where nothing is wrong with it so far."""
    _, packet, wrong = named
    if packet is None:
        return Found(wrong)
    checker, found = _checker(folder), Found()
    try:
        with Budget(seconds) as budget:
            found.rejected = checker.reason(packet, look) or _of_another_flow(packet)
            if not found.rejected:
                _ask_solvers(found, checker.flow(packet), packet, budget)
    except Spent as why:
        found.unsure = f"it was not checked to the end: {why}"
    return found


def _of_another_flow(packet: Data) -> str:
    """Return how a packet on a flow of the project is not on what the project defines."""
    source, variant = str(packet["flow"]), packet["variant"]
    if source not in FLOWS:
        return ""
    if variant is not None and variant not in {one.name for one in loaded(source).variants}:
        return f"the flow '{source}' has no variant '{variant}' here"
    if digest_of(source, variant) != packet["sha256"]:
        return "its flow is not as it is defined here; verify --packets makes a new one"
    return ""


def _ask_solvers(found: Found, flow: check.Flow, packet: Data, budget: Budget) -> None:
    from properties.packets.smt import text_of

    with check.ticking(flow, look):
        text = text_of(flow, packet)
    for solver, ask in _solvers(budget).items() if text else ():
        budget.check()
        answer = ask(text)
        found.right[solver] += answer == "unsat"
        if answer == "sat":
            found.rejected = f"{solver} finds that the proof fails"
        elif answer != "unsat":
            found.unsure = f"{solver} cannot tell whether the proof fails"


def _solvers(budget: Budget | None = None) -> Solvers:
    from properties.packets.solvers import solvers

    return solvers(budget)
