"""`switchproof check`: packets, by the checker that knows no solver, then by Z3 and cvc5.

The solvers read text that is made here from a packet's flow and boxes. No text of a packet
reaches them, and nothing in the folder is run. A packet on a flow of the project must be on the
flow as it is defined here: its hash is compared.
"""

from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from model.flows import FLOWS
from properties.packets import check
from switchproof.bad_input import BadInput
from switchproof.progress import Progress

ACCEPTED, REJECTED, UNDECIDED = 0, 1, 3


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
    with Progress("checking packets"):
        results = list(check.check_folder(folder))
        found = Found(len(results), {name: reason for name, reason in results if reason})
    if not results:
        raise BadInput(f"{folder}: nothing was checked, there is no packet; see verify --packets")
    with Progress("comparing flows"):
        for name, reason in _of_other_flows(folder):
            found.rejected.setdefault(name, reason)
    with Progress("asking the solvers"):
        _ask_solvers(folder, found)
    print("\n".join(found.told()))
    return REJECTED if found.rejected else UNDECIDED if found.unsure else ACCEPTED


def _of_other_flows(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each packet on a flow of the project that is not as the project defines it."""
    from switchproof.deciding import digest_of, loaded

    digests: dict[tuple[str, str | None], str] = {}
    for name, packet, _ in check.read(folder):
        if packet is None or packet.get("flow") not in FLOWS:
            continue
        mine, variant = loaded(str(packet["flow"])), packet.get("variant")
        if variant is not None and variant not in {one.name for one in mine.variants}:
            yield name, f"the flow '{mine.source}' has no variant '{variant}' here"
            continue
        key = (mine.source, variant)
        digests[key] = digests.get(key) or digest_of(mine, variant)
        if digests[key] != packet.get("sha256"):
            yield name, "its flow is not as it is defined here; verify --packets makes a new one"


def _ask_solvers(folder: Path, found: Found) -> None:
    from properties.packets.solvers import solvers

    known = solvers()
    found.read = dict.fromkeys(known, 0)
    for name, text in _texts(folder, found.rejected):
        for solver, ask in known.items():
            answer = ask(text)
            found.read[solver] += 1
            if answer == "sat":
                found.rejected[name] = f"{solver} finds that the proof fails"
            elif answer != "unsat":
                found.unsure[name] = f"{solver} cannot tell whether the proof fails"


def _texts(folder: Path, rejected: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each text of each packet that is not rejected."""
    from properties.packets.smt import texts

    flows: dict[str, check.Flow] = {}
    for name, packet, _ in check.read(folder):
        if packet and name not in rejected:
            digest = packet["sha256"]
            flows[digest] = flows.get(digest) or check.read_flow(folder, digest)
            yield from ((name, text) for text in texts(flows[digest], packet))
