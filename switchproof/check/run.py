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

from properties import checker
from properties.checker.cli import plain
from properties.checker.kernel.need import ticking
from properties.checker.manifest import Manifest, counted, summary
from properties.engine.budget import Budget, Spent, look
from switchproof.check.known import KnownFlows
from switchproof.deciding.decide import digest_of, loaded
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress

Data = dict[str, Any]
Solvers = dict[str, Callable[[str], str]]
Named = tuple[str, Data | None, str]  # a file, its packet or none, and why there is none


@dataclass
class Found:
    """What is wrong with a packet, empty if nothing is, and which solvers find its proof right."""

    rejected: str = ""
    unsure: str = ""
    right: Counter[str] = field(default_factory=Counter)

    @property
    def is_accepted(self) -> bool:
        """Tell whether nothing is wrong with it, and nothing open."""
        return not (self.rejected or self.unsure)


def run(asked: Namespace) -> int:
    """Print what is wrong and what was accepted, and return the exit status."""
    folder = Path(asked.folder)
    if not folder.is_dir():
        raise BadInput(f"{folder}: there is no such folder; verify --packets FOLDER makes one")
    loaded.cache_clear()  # a file may have changed since
    digest_of.cache_clear()
    known = KnownFlows(asked.flows)
    packets = list(checker.read(folder))
    if not packets:
        raise BadInput(f"{folder}: nothing was checked, there is no packet; see verify --packets")
    manifest = Manifest(folder, packets)
    found = _checked(folder, packets, known, asked)
    accepted = [p for (_, p, _), one in zip(packets, found, strict=True) if p and one.is_accepted]
    flows = counted(_checker(folder), accepted)
    wrong = [*manifest.wrong, *known.missed(flows, manifest.unshown)]
    names = [name for name, _, _ in packets]
    lines = [*_told(names, found), *(f"wrong: {one}" for one in wrong)]
    for name, one in flows.items():
        lines += summary(name, one, known.whose(name, one), manifest.unshown)
    print("\n".join(map(plain, [*lines, _counted(found)])))
    if wrong or any(one.rejected for one in found):
        return SURPRISE
    unsure = any(one.unsure for one in found) or "undecided" in manifest.unshown.values()
    return UNDECIDED if unsure else AS_EXPECTED


def _told(names: Sequence[str], found: Sequence[Found]) -> Iterator[str]:
    """Yield what is rejected, and what is not known."""
    named = list(zip(names, found, strict=True))
    yield from (f"rejected: {name}: {one.rejected}" for name, one in named if one.rejected)
    yield from (f"undecided: {name}: {one.unsure}" for name, one in named if one.unsure)


def _counted(found: Sequence[Found]) -> str:
    """Return what all comes to."""
    right = sum((one.right for one in found), Counter[str]())
    known = _solvers()
    solvers = ", ".join(f"{right[solver]} by {solver}" for solver in known)
    absent = "" if "cvc5" in known else "; cvc5 is not installed"
    accepted = sum(one.is_accepted for one in found)
    return f"{accepted} of {len(found)} packets accepted; proofs found right: {solvers}{absent}"


def _checked(
    folder: Path, packets: list[Named], known: KnownFlows, asked: Namespace
) -> list[Found]:
    _checker.cache_clear()
    found: list[Found] = []
    work, jobs = partial(_found, folder, known, asked.timeout), asked.jobs or cores()
    checking = spread(work, packets, jobs, lambda packet: Found(packet[2], unsure=LOST))
    with Progress(f"0 of {len(packets)} packets") as progress, closing(checking):
        for one in checking:
            found.append(one)
            progress.what = f"{len(found)} of {len(packets)} packets"
    return found


@cache
def _checker(folder: Path) -> checker.Checker:
    return checker.Checker(folder)


def _found(folder: Path, known: KnownFlows, seconds: float, named: Named) -> Found:
    """Check one packet, and ask the solvers where nothing is wrong with it so far."""
    _, packet, wrong = named
    if packet is None:
        return Found(wrong)
    one, found = _checker(folder), Found()
    try:
        with Budget(seconds) as budget:
            found.rejected = one.reason(packet, look) or known.difference(packet)
            if not found.rejected:
                _ask_solvers(found, one.flow(packet), packet, budget)
    except Spent as why:
        found.unsure = f"it was not checked to the end: {why}"
    return found


def _ask_solvers(found: Found, flow: checker.Flow, packet: Data, budget: Budget) -> None:
    from properties.engine.packets.smt import text_of

    with ticking(look):
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
    from properties.engine.packets.solvers import solvers

    return solvers(budget)
