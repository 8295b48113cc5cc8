"""The table as text."""

from collections.abc import Iterator

from switchproof.dossier.lines import wrapped
from switchproof.dossier.table.format import DesignRow, MachineRow, TableReport
from switchproof.dossier.table.sentences import (
    becomes,
    caught,
    how_far,
    never,
    others,
    outcome,
    source,
    title,
)


def text(report: TableReport) -> str:
    """Return the whole table."""
    return "\n\n".join("\n".join(_design(design)) for design in report["designs"])


def _design(design: DesignRow) -> Iterator[str]:
    yield f"{design['title']}: as '{design['step']}' happens"
    way = design["way"]
    yield from wrapped(f"To get there at all takes {len(way)} steps: {', '.join(way)}.", "")
    idle: list[str] = []
    for machine in design["machines"]:
        lines = list(_machine(machine, design["way"]))
        if lines:
            yield from ("", f"{machine['machine']}, of one {machine['of']}")
            yield from lines
        else:
            idle.append(machine["machine"])
    if idle:
        yield ""
        yield from wrapped(f"Always as at first: {', '.join(idle)}.", "")


def _machine(machine: MachineRow, way: list[str]) -> Iterator[str]:
    for state in caught(machine):
        yield from wrapped(f"possible: {state['says']} - {how_far(state, way)}", "  ")
        yield from wrapped(f"{becomes(state)} - {source(state) or 'nothing is cited'}", "      ")
    for impossible in never(machine):
        yield from wrapped(f"never: {impossible}", "  ")
    for state in others(machine, "undecided"):
        yield from wrapped(f"undecided: {state['says']} ({state['reason']})", "  ")
    for option in machine["options"]:
        yield from wrapped(f"{title(option)}: {outcome(option)}", "    ")
