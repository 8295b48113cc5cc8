"""What a paper tells, decided or kept: the verdicts on all flows, the findings, the handover."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.flows import FLOWS
from properties.engine.budget import Budget
from properties.engine.packets.kept import Kept
from switchproof.deciding.decide import decide_all, loaded, tasks_of
from switchproof.deciding.format import ClaimRow, FlowRow, published
from switchproof.deciding.rows import flow_row
from switchproof.deciding.spread import cores
from switchproof.dossier.designs.compared import compared
from switchproof.dossier.designs.format import ComparedRow
from switchproof.dossier.designs.run import status as status_of_designs
from switchproof.dossier.document import MOST_UNDER_WAY
from switchproof.dossier.findings.every import Findings, decided
from switchproof.dossier.order.format import OrderReport
from switchproof.dossier.order.report import report as orders
from switchproof.dossier.table.designs import DESIGNS
from switchproof.dossier.table.format import DesignRow
from switchproof.dossier.table.making import Making
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress
from switchproof.verify.status import status as status_of_claims


@dataclass(frozen=True)
class Gathered:
    """All that was found."""

    flows: Sequence[FlowRow]
    findings: Findings
    designs: Sequence[ComparedRow]
    order: OrderReport
    caught: DesignRow

    @property
    def claims(self) -> list[ClaimRow]:
        """Return the verdicts on claims, those of variants and what is pending left out."""
        every = (row for flow in self.flows for row in flow["claims"])
        return [row for row in every if row["variant"] is None and row["verdict"]]

    @property
    def pending(self) -> list[ClaimRow]:
        """Return the claims that are left open."""
        every = (row for flow in self.flows for row in flow["claims"])
        return [row for row in every if row["variant"] is None and not row["verdict"]]

    @property
    def status(self) -> int:
        """Return the exit status that all of it comes to."""
        every = [row for flow in self.flows for row in flow["claims"]]
        states = [state for machine in self.caught["machines"] for state in machine["states"]]
        found = {
            status_of_claims(every),
            self.findings.status,
            status_of_designs(self.designs),
            self.order["exit"],
            UNDECIDED if any(one["found"] == "undecided" for one in states) else AS_EXPECTED,
        }
        return next((one for one in (SURPRISE, UNDECIDED) if one in found), AS_EXPECTED)


def gathered(seconds: float, progress: Progress, kept: Kept | None) -> Gathered:
    """Decide all that is not kept; raises Spent where the orders take too long."""
    flows = list(_flows(seconds, progress, kept))
    findings = decided(seconds, progress, kept)
    progress.what = "asking each claim of every design of the handover"
    designs = compared(seconds, kept)
    caught = Making(seconds, cores(), kept, progress).design(DESIGNS[MOST_UNDER_WAY], options=False)
    progress.what = "taking the steps of the change in every order"
    return Gathered(flows, findings, designs, orders(None, Budget(seconds=seconds)), caught)


def _flows(seconds: float, progress: Progress, kept: Kept | None) -> Iterator[FlowRow]:
    rows = {name: flow_row(loaded(name).flow) for name in FLOWS}
    tasks = [task for name in FLOWS for task in tasks_of(loaded(name), ())]
    found = decide_all(tasks, seconds, cores(), kept)
    for number, (task, row) in enumerate(zip(tasks, found, strict=True), start=1):
        rows[task.source]["claims"].append(published(row))
        progress.what = f"{number} of {len(tasks)} claims"
    yield from rows.values()
