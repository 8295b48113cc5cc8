"""The same claim gives the same packet: whatever was decided before, in whichever process."""

import os
import subprocess
import sys
from itertools import permutations
from pathlib import Path

import pytest
import z3

from properties.engine.packets.store import Store
from switchproof.deciding.decide import (
    Limits,
    Task,
    decide_and_keep,
    decide_and_keep_all,
    loaded,
    tasks_of,
)

LIMITS = Limits(seconds=600)
BOXED = ("copy-only-from-answered", "the-change-is-concluded", "difference-explained")  # in boxes


def kept(folder: Path) -> dict[str, bytes]:
    """Return the packets in a folder; there must be some."""
    found = {path.name: path.read_bytes() for path in folder.iterdir()}
    assert found
    return found


def decided(folder: Path, tasks: list[Task], jobs: int = 1) -> dict[str, bytes]:
    """Return the packets of some claims, decided in their order."""
    folder.mkdir()
    assert not [why for _, why in decide_and_keep_all(tasks, LIMITS, jobs, Store(folder)) if why]
    return kept(folder)


def test_the_order_of_claims_does_not_matter(tmp_path: Path) -> None:
    tasks = [Task("handover", claim) for claim in BOXED]
    alone = [decided(tmp_path / task.claim, [task]) for task in tasks]
    first, *rest = (
        decided(tmp_path / f"{n}", list(order)) for n, order in enumerate(permutations(tasks))
    )

    assert sum(b'"boxes":[[' in packet for packet in first.values()) == len(BOXED)
    assert all(packets == first for packets in rest)
    assert {name: text for packets in alone for name, text in packets.items()} == first


def test_processes_keep_the_same(tmp_path: Path) -> None:
    tasks = tasks_of(loaded("linked"), ())

    assert decided(tmp_path / "1", tasks) == decided(tmp_path / "2", tasks[::-1], jobs=2)


def test_the_seed_of_the_solver_does_not_matter(tmp_path: Path) -> None:
    task = Task("handover", BOXED[0])
    found = []
    for seed in range(4):
        z3.set_param("sat.random_seed", seed)
        try:
            found.append(decided(tmp_path / str(seed), [task]))
        finally:
            z3.set_param("sat.random_seed", 0)

    assert all(packets == found[0] for packets in found)


def by_command(folder: Path, flow: str, seed: int, *more: str) -> dict[str, bytes]:
    """Return the packets that the command keeps, with a seed of the hash."""
    asked = ["verify", flow, "--packets", str(folder), "--no-cache"]
    command = [sys.executable, "-m", "switchproof", *asked]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    subprocess.run([*command, *more], env=environment, check=True, capture_output=True)
    return kept(folder)


def test_the_seed_of_the_hash_does_not_matter(tmp_path: Path) -> None:
    one, two = (by_command(tmp_path / str(seed), "linked", seed) for seed in (1, 2))

    assert one == two


@pytest.mark.soak
@pytest.mark.parametrize("flow", ["handover", "linked", "leadtime", "drafting"])
def test_twenty_seeds_of_the_hash_do_not_matter(flow: str, tmp_path: Path) -> None:
    first, *rest = (by_command(tmp_path / str(seed), flow, seed) for seed in range(20))

    assert all(packets == first for packets in rest)


@pytest.mark.soak
@pytest.mark.parametrize("flow", ["handover", "leadtime", "drafting", "current", "css"])
def test_each_claim_alone_keeps_what_all_together_keep(flow: str, tmp_path: Path) -> None:
    together = by_command(tmp_path / "together", flow, 0, "--jobs", "1")
    (tmp_path / "alone").mkdir()
    for task in reversed(tasks_of(loaded(flow), ())):
        decide_and_keep(task, LIMITS, Store(tmp_path / "alone"))

    assert kept(tmp_path / "alone") == together
