"""Verdicts on the flows of the project, each decided once in a run of the tests, or in none.

`make verify` keeps what it found in `out/`. Where that was made with this very program, Python and
solver, a verdict is taken from there, and believed only if the checker accepts its packet once
more; else it is decided here. So `make test` alone decides all that it asserts.
"""

import json
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from properties import checker
from properties.engine.packets.store import file_name
from switchproof.deciding.decide import Task, decide_task, digest_of
from switchproof.deciding.format import ClaimRow
from switchproof.deciding.made_with import made_with

OUT = Path(__file__).parent.parent / "out"


class Kept:
    """What `make verify` kept in a folder, if it was this program that made it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.checker = checker.Checker(folder / "packets")

    @cached_property
    def rows(self) -> dict[Task, ClaimRow]:
        """Return the rows by what was asked; none where another program made them."""
        try:
            report = json.loads((self.folder / "verify.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if report.get("made_with") != made_with():
            return {}
        rows = (row for flow in report["flows"] for row in flow["claims"])
        return {Task(row["source"], row["id"], row["variant"]): row for row in rows}

    @cached_property
    def packets(self) -> dict[str, dict[str, Any]]:
        """Return the packets by the names of their files."""
        read = checker.read(self.folder / "packets")
        return {name: packet for name, packet, _ in read if packet}

    def row(self, task: Task) -> ClaimRow | None:
        """Return the row that was kept, if the checker accepts its packet once more."""
        row = self.rows.get(task)
        return row if row and (row["verdict"] is None or self._is_shown(task, row)) else None

    def _is_shown(self, task: Task, row: ClaimRow) -> bool:
        packet = self.packets.get(file_name(row["flow"], task.variant, task.claim))
        return (
            packet is not None
            and packet["verdict"] == row["verdict"]
            and packet["sha256"] == digest_of(task.source, task.variant)
            and (packet["variant"], packet["claim"]) == (task.variant, task.claim)
            and not self.checker.reason(packet)
        )


@cache
def row_of(task: Task) -> ClaimRow:
    """Return the verdict on a claim: kept and accepted once more, or decided."""
    return _kept().row(task) or decide_task(task, 60)


@cache
def _kept() -> Kept:
    return Kept(OUT)
