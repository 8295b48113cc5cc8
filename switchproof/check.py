"""`switchproof check`: packets, by the checker that knows no solver, then by Z3 and cvc5.

The solvers read text that is made here from a packet's flow and boxes. No text of a packet
reaches them, and nothing in the folder is run. A packet on a flow of the project must be on the
flow as it is defined here: its hash is compared.
"""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from model.flows import FLOWS
from properties.packets import check
from switchproof.bad_input import BadInput
from switchproof.deciding import digest_of, loaded
from switchproof.progress import Progress

ACCEPTED, REJECTED, UNDECIDED = 0, 1, 3

Data = dict[str, Any]
Named = tuple[str, Data | None, str]  # a file, its packet or none, and why there is none


@dataclass
class Found:
    """What is wrong with packets, by the names of their files, and how much each solver read."""

    packets: int
    rejected: dict[str, str]
    unsure: dict[str, str] = field(default_factory=dict)
    read: dict[str, int] = field(default_factory=dict)

    def told(self) -> Iterator[str]:
        """Yield what is wrong, and last what all comes to."""
        for kind, named in (("rejected", self.rejected), ("undecided", self.unsure)):
            yield from (f"{kind}: {name}: {reason}" for name, reason in sorted(named.items()))
        solvers = ", ".join(f"{name} {count}" for name, count in self.read.items())
        absent = "" if "cvc5" in self.read else "; cvc5 is not installed"
        accepted = self.packets - len(self.rejected)
        yield f"{accepted} of {self.packets} packets accepted; texts: {solvers}{absent}"


def run(asked: Namespace) -> int:
    """Print what is rejected and what all comes to, and return the exit status."""
    folder = Path(asked.folder)
    if not folder.is_dir():
        raise BadInput(f"{folder}: there is no such folder; verify --packets FOLDER makes one")
    checker, packets = check.Checker(folder), list(check.read(folder))
    if not packets:
        raise BadInput(f"{folder}: nothing was checked, there is no packet; see verify --packets")
    found = Found(len(packets), {name: wrong for name, packet, wrong in packets if packet is None})
    with Progress("checking packets"):
        for name, packet in _sound(packets, found):
            if reason := checker.reason(packet) or _of_another_flow(packet):
                found.rejected[name] = reason
    with Progress("asking the solvers"):
        _ask_solvers(checker, packets, found)
    print("\n".join(found.told()))
    return REJECTED if found.rejected else UNDECIDED if found.unsure else ACCEPTED


def _sound(packets: list[Named], found: Found) -> Iterator[tuple[str, Data]]:
    """Yield each packet that is not rejected so far."""
    for name, packet, _ in packets:
        if packet is not None and name not in found.rejected:
            yield name, packet


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


def _ask_solvers(checker: check.Checker, packets: list[Named], found: Found) -> None:
    from properties.packets.smt import texts
    from properties.packets.solvers import solvers

    known = solvers()
    found.read = dict.fromkeys(known, 0)
    for name, packet in _sound(packets, found):
        for text in texts(checker.flow(packet), packet):
            for solver, ask in known.items():
                answer = ask(text)
                found.read[solver] += 1
                if answer == "sat":
                    found.rejected[name] = f"{solver} finds that the proof fails"
                elif answer != "unsat":
                    found.unsure[name] = f"{solver} cannot tell whether the proof fails"
