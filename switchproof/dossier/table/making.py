"""The table decided: in which states the step finds each thing, and what each option costs."""

from functools import partial

from properties.engine.packets.kept import Kept
from switchproof.deciding.spread import spread
from switchproof.dossier.table.designs import Design
from switchproof.dossier.table.format import DesignRow, MachineRow, StateRow
from switchproof.dossier.table.savings import (
    OPTIONS,
    SavingsTask,
    base_evidence,
    lost_evidence,
    lost_option,
    option_row,
)
from switchproof.dossier.table.states import StatesTask, lost_states, states
from switchproof.terminal.progress import Progress


class Making:
    """The table of a design, decided in several processes."""

    def __init__(self, seconds: float, jobs: int, kept: Kept | None, progress: Progress) -> None:
        self.seconds, self.jobs, self.kept, self.progress = seconds, jobs, kept, progress

    def design(self, design: Design, *, options: bool) -> DesignRow:
        """Return all that is said of a design, with what the options cost or without."""
        self.progress.what = f"{design.name}: in which states the step can find each thing"
        asked: list[StatesTask] = [(design.name, name) for name in design.asked]
        found = spread(
            partial(states, seconds=self.seconds, kept=self.kept), asked, self.jobs, lost_states
        )
        by_field = dict(zip(design.asked, found, strict=True))
        names = dict.fromkeys(machine.name for machine in design.flow.machines)
        machines = [_machine(design, name, by_field) for name in names]
        if options:
            self._add_options(design, machines)
        return {
            "design": design.name,
            "title": design.flow.title,
            "step": str(design.step),
            "way": _way(by_field),
            "machines": machines,
        }

    def _add_options(self, design: Design, machines: list[MachineRow]) -> None:
        self.progress.what = f"{design.name}: what is claimed of it"
        asked = [(design.name, claim.id) for claim in design.claims]
        found = spread(
            partial(base_evidence, seconds=self.seconds, kept=self.kept),
            asked,
            self.jobs,
            lost_evidence,
        )
        base = dict(zip((claim.id for claim in design.claims), found, strict=True))
        self.progress.what = f"{design.name}: what each option keeps and breaks"
        silent = [one for one in machines if any(state["silent"] for state in one["states"])]
        pairs = [(one, option) for one in silent for option in OPTIONS]
        tasks = [SavingsTask(design.name, one["machine"], option, base) for one, option in pairs]
        rows = spread(
            partial(option_row, seconds=self.seconds, kept=self.kept), tasks, self.jobs, lost_option
        )
        for (one, _), row in zip(pairs, rows, strict=True):
            one["options"].append(row)


def _way(by_field: dict[str, list[StateRow]]) -> list[str]:
    runs = [row["run"]["moves"] for rows in by_field.values() for row in rows if row["run"]]
    return [move["event"] for move in min(runs, key=len, default=[])]


def _machine(design: Design, name: str, by_field: dict[str, list[StateRow]]) -> MachineRow:
    group = design.group(name)
    fields = [field.name for machine in group for field in machine.all_fields]
    return {
        "machine": name,
        "of": group[0].scope.name.lower(),
        "states": [row for field in fields for row in by_field[field]],
        "options": [],
    }
