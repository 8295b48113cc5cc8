"""The table as Markdown: a section for each machine, to be worked through by hand."""

from collections.abc import Iterator

from switchproof.dossier.table.format import DesignRow, MachineRow, OptionRow, TableReport
from switchproof.dossier.table.sentences import (
    becomes,
    breaking,
    caught,
    how_far,
    never,
    others,
    outcome,
    source,
    title,
)
from switchproof.terminal.markdown import plain


def markdown(report: TableReport) -> str:
    """Return the whole table."""
    return "\n".join(line for design in report["designs"] for line in _design(design))


def _design(design: DesignRow) -> Iterator[str]:
    yield from (f"# {plain(design['title'])}", "")
    yield f"What '{plain(design['step'])}' can find, for every number of points and providers."
    way = design["way"]
    yield f"To get there at all takes {len(way)} steps: {plain(', '.join(way))}."
    for machine in design["machines"]:
        yield from _machine(machine, design["way"])
    yield ""


def _machine(machine: MachineRow, way: list[str]) -> Iterator[str]:
    found, impossible = caught(machine), list(never(machine))
    unknown = others(machine, "undecided")
    if not (found or impossible or unknown):
        return
    yield from ("", f"## {plain(machine['machine'])}, of one {machine['of']}", "")
    if found:
        yield "| It can be that | in | what becomes of it | who says so |"
        yield "|---|---|---|---|"
    for state in found:
        said = (becomes(state), source(state) or "nothing is cited")
        cells = (state["says"], how_far(state, way), *said)
        yield f"| {' | '.join(map(plain, cells))} |"
    for one in impossible:
        yield from ("", f"Never, as is proved: {plain(one)}.")
    for state in unknown:
        yield from ("", f"**Undecided**: {plain(state['says'])} ({state['reason']}).")
    if machine["options"]:
        yield ""
    for option in machine["options"]:
        yield from _option(option)


def _option(option: OptionRow) -> Iterator[str]:
    yield f"- **{plain(title(option))}**: {plain(outcome(option))}."
    for one in option["breaks"]:
        moves = [move["event"] for move in one["run"]["moves"]] if one["run"] else []
        run = f" ({plain('; '.join(moves))})" if moves else ""
        yield f"  - {plain(breaking(one))}: {plain(one['sentence'])}{run}"
