"""Other model checkers, where they are installed: what each says of an exported instance."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from properties.exports.aiger import Aiger, circuit
from properties.exports.claimed import StateClaim
from properties.exports.instance import Instance
from properties.exports.promela import promela
from properties.exports.smt2 import smt2
from properties.exports.smv import smv
from properties.exports.tla import tla

Verdicts = list[bool | None]  # of each claim in turn, whether it holds; none: not finished
ENDLESS = 3600.0
VERDICT_OF_NUSMV = r"\[Invar +(True|False) +N/A +(\w+)\]"


@dataclass(frozen=True)
class Size:
    """What a tool counts: states, steps with first states, and levels; 0 where it counts none."""

    states: int
    steps: int = 0
    depth: int = 0


@dataclass(frozen=True)
class Peer:
    """A tool: where it is looked for, how it is had, and what is asked of it."""

    name: str
    variable: str
    commands: tuple[str, ...]
    had: str
    verdicts: Callable[[str, Instance, Sequence[StateClaim], float], Verdicts]
    size: Callable[[str, Instance, float], Size | None] | None = None

    @property
    def path(self) -> str | None:
        """Where it is: as its variable says, or else on the path."""
        given = os.environ.get(self.variable)
        names = (given,) if given else self.commands
        return next((found for one in names if (found := shutil.which(one) or _file(one))), None)

    @property
    def missing(self) -> str:
        """Why it is skipped; empty where it is there."""
        return "" if self.path else f"{self.name} is not here: {self.had}; or set {self.variable}"

    def ask(self, instance: Instance, claims: Sequence[StateClaim], seconds: float) -> Verdicts:
        """Ask whether claims hold of every reachable state."""
        assert self.path
        found = self.verdicts(self.path, instance, claims, seconds)
        assert len(found) == len(claims), f"{self.name} answers {len(found)} of {len(claims)}"
        return found

    def measure(self, instance: Instance, seconds: float = ENDLESS) -> Size | None:
        """Count states and steps, or nothing where time ran out."""
        assert self.path
        assert self.size
        return self.size(self.path, instance, seconds)


def _file(name: str) -> str | None:
    return name if Path(name).is_file() else None


def _run(folder: str, seconds: float, *words: str) -> str | None:
    """Run a command in a folder; return what it said, or nothing where its time ran out."""
    try:
        done = subprocess.run(
            words, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False
        )
    except subprocess.TimeoutExpired:
        return None
    return done.stdout + done.stderr


def _spin(tool: str, text: str, seconds: float, *options: str) -> str | None:
    """Search every state; a search that is cut short at its depth is a fault."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "flow.pml").write_text(text)
        said = _run(folder, ENDLESS, tool, "-a", "-o2", "flow.pml")
        _run(folder, ENDLESS, "gcc", "-O1", "-w", "-DSAFETY", "-DNOREDUCE", "-o", "pan", "pan.c")
        assert Path(folder, "pan").exists(), said
        found = _run(folder, seconds, "./pan", "-E", "-m2000000", "-w20", *options)
    assert found is None or ("states, stored" in found and "max search depth" not in found), found
    return found


def _of_spin(
    tool: str, instance: Instance, claims: Sequence[StateClaim], seconds: float
) -> Verdicts:
    text = promela(instance, claims)
    found = _spin(tool, text, seconds, "-c0")
    names = re.findall(r"assert\(!(\w+)\)", text)
    if found is None:
        return [None] * len(claims)
    broken = set(re.findall(r"assertion violated +!\((\w+)\)", found))
    assert broken <= set(names)
    return [name not in broken for name in names]


def _size_of_spin(tool: str, instance: Instance, seconds: float) -> Size | None:
    found = _spin(tool, promela(instance, []), seconds)
    if found is None:
        return None
    counts = [
        int(one)
        for one in re.findall(r"^ *(\d+) (?:states, stored|transitions)", found, re.MULTILINE)
    ]
    # where the first state is chosen there is one before it
    before = int(any(len(field.initials) > 1 for field in instance.fields.values()))
    return Size(counts[0] - before, counts[1] - before)


def _nusmv(tool: str, text: str, seconds: float, *commands: str) -> str | None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "flow.smv").write_text(text)
        Path(folder, "commands").write_text("\n".join(["go", *commands, "quit", ""]))
        words = (tool, "-dynamic", "-dcx", "-source", "commands", "flow.smv")
        return _run(folder, seconds, *words)


def _of_nusmv(
    tool: str, instance: Instance, claims: Sequence[StateClaim], seconds: float
) -> Verdicts:
    text = smv(instance, claims)
    found = _nusmv(tool, text, seconds, "check_invar", "show_property")
    if found is None:
        return [None] * len(claims)
    said = {name: truth == "True" for truth, name in re.findall(VERDICT_OF_NUSMV, found)}
    return [said[name] for name in re.findall(r"^INVARSPEC NAME (\w+)", text, re.MULTILINE)]


def _size_of_nusmv(tool: str, instance: Instance, seconds: float) -> Size | None:
    found = _nusmv(tool, smv(instance, []), seconds, "print_reachable_states")
    if found is None:
        return None
    depth = re.search(r"system diameter: (\d+)", found)
    states = re.search(r"reachable states: (\S+)", found)
    assert depth, found
    assert states, found
    return Size(int(float(states[1])), depth=int(depth[1]))


def binary(made: Aiger) -> bytes:
    """A circuit in the binary form of AIGER, which is the only one that ABC reads."""
    lines = [f"aig {made.header}", *(str(after) for _, after in made.latches)]
    lines += [str(signal) for _, signal in made.bad]
    gates = (_delta(g - one) + _delta(one - two) for g, one, two in made.gates)
    return "".join(f"{line}\n" for line in lines).encode() + b"".join(gates)


def _delta(number: int) -> bytes:
    found = bytearray()
    while number > 127:
        found.append(number & 127 | 128)
        number >>= 7
    return bytes([*found, number])


def _of_abc(
    tool: str, instance: Instance, claims: Sequence[StateClaim], seconds: float
) -> Verdicts:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "flow.aig").write_bytes(binary(circuit(instance, claims)))
        asked = f"read_aiger flow.aig; pdr -a -T {max(1, int(seconds))}"
        found = _run(folder, 2 * seconds + 60, tool, "-c", asked)
    if found is None:
        return [None] * len(claims)
    broken = {int(one) for one in re.findall(r"Output +(\d+) was asserted in frame", found)}
    counted = re.search(r"Disproved = (\d+). Undecided = (\d+)", found)
    assert counted, found
    assert len(broken) == int(counted[1]), found
    left = None if int(counted[2]) else True
    return [False if number in broken else left for number in range(len(claims))]


def _of_z3(tool: str, instance: Instance, claims: Sequence[StateClaim], seconds: float) -> Verdicts:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "flow.smt2").write_text(smt2(instance, claims))
        found = _run(
            folder, seconds * max(1, len(claims)), tool, f"-t:{seconds:.0f}000", "flow.smt2"
        )
    if found is None:
        return [None] * len(claims)
    assert "error" not in found, found
    return [{"sat": True, "unsat": False}.get(one) for one in found.split()]


def _of_tlc(jar: str, instance: Instance, claims: Sequence[StateClaim], seconds: float) -> Verdicts:
    return [_tlc(jar, tla(instance, [claim]), seconds) for claim in claims]


def _tlc(jar: str, text: str, seconds: float) -> bool | None:
    name, *_ = re.findall(r"MODULE (\w+)", text)
    (claim,) = re.findall(r"^(\w+) == ", text.rpartition("Spec ==")[2], re.MULTILINE)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, f"{name}.tla").write_text(text)
        Path(folder, f"{name}.cfg").write_text(f"SPECIFICATION Spec\nINVARIANT {claim}\n")
        found = _run(folder, seconds, "java", "-cp", jar, "tlc2.TLC", "-deadlock", name)
    if found is None:
        return None
    assert "No error has been found" in found or "is violated" in found, found
    return "is violated" not in found


PEERS = (
    Peer("SPIN", "SPIN", ("spin",), "Debian has it as spin", _of_spin, _size_of_spin),
    Peer(
        "NuSMV",
        "NUSMV",
        ("NuSMV",),
        "NuSMV 2.5.4 is in the source of pynusmv; in pipefork.c make `union wait` an `int`, and "
        "compile with -std=gnu89 -fcommon",
        _of_nusmv,
        _size_of_nusmv,
    ),
    Peer("ABC", "ABC", ("berkeley-abc", "abc"), "Debian has it as berkeley-abc", _of_abc),
    Peer("Z3", "Z3", (str(Path(sys.executable).parent / "z3"),), "make env brings it", _of_z3),
    Peer("TLC", "TLA_JAR", (), "its jar is tla2tools.jar of the TLA+ tools", _of_tlc),
)


def here() -> Iterator[Peer]:
    """Yield the tools that are installed."""
    return (peer for peer in PEERS if peer.path)
