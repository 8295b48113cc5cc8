"""`switchproof check`: packets, by the checker that knows no solver, then by Z3 and cvc5.

The solvers read text that is made here from a packet's flow and boxes. No text of a packet
reaches them, and nothing in the folder is run.
"""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from properties.packets import check
from switchproof.bad_input import BadInput
from switchproof.progress import Progress

ACCEPTED, REJECTED, UNDECIDED = 0, 1, 3


def run(asked: Namespace) -> int:
    """Print what is rejected and what all comes to, and return the exit status."""
    from properties.packets.solvers import solvers

    folder, known = Path(asked.folder), solvers()
    if not folder.is_dir():
        raise BadInput(f"{folder}: there is no such folder; verify --packets FOLDER makes one")
    with Progress("checking packets"):
        results = list(check.check_folder(folder))
    if not results:
        raise BadInput(f"{folder}: nothing was checked, there is no packet; see verify --packets")
    rejected = {name: reason for name, reason in results if reason}
    asked_of: dict[str, int] = dict.fromkeys(known, 0)
    unsure: dict[str, str] = {}
    with Progress("asking the solvers"):
        for name, text in _texts(folder, rejected):
            for solver, ask in known.items():
                answer = ask(text)
                asked_of[solver] += 1
                if answer == "sat":
                    rejected[name] = f"{solver} finds that the proof fails"
                elif answer != "unsat":
                    unsure[name] = f"{solver} cannot tell whether the proof fails"
    for kind, named in (("rejected", rejected), ("undecided", unsure)):
        for name, reason in sorted(named.items()):
            print(f"{kind}: {name}: {reason}")
    print(_summary(len(results), len(rejected), asked_of))
    return REJECTED if rejected else UNDECIDED if unsure else ACCEPTED


def _texts(folder: Path, rejected: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each text of each packet that is not rejected."""
    from properties.packets.smt import texts

    flows: dict[str, check.Flow] = {}
    for name, packet, _ in check.read(folder):
        if packet and name not in rejected:
            digest = packet["sha256"]
            flows[digest] = flows.get(digest) or check.read_flow(folder, digest)
            yield from ((name, text) for text in texts(flows[digest], packet))


def _summary(packets: int, rejected: int, asked: dict[str, int]) -> str:
    solvers = ", ".join(f"{name} {count}" for name, count in asked.items())
    absent = "" if "cvc5" in asked else "; cvc5 is not installed"
    return f"{packets - rejected} of {packets} packets accepted; texts: {solvers}{absent}"
