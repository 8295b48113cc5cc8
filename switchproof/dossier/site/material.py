"""What the pages are made of, from the functions that the commands use; each thing decided once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import takewhile

from model.flows import COMPOSED
from model.register import REGISTER
from model.register.held import HELD_BY_TABLE
from properties.engine.budget import Budget, Spent
from properties.engine.packets.kept import Kept
from switchproof.deciding.decide import Task, digest_of, loaded, tasks_of
from switchproof.deciding.format import DecidedRow, FlowRow, published
from switchproof.deciding.rows import flow_row
from switchproof.deciding.spread import LOST, cores, spread
from switchproof.dossier.designs.compared import compared
from switchproof.dossier.designs.format import ComparedRow
from switchproof.dossier.document import CLAUSES, DOUBTS, SENTENCES
from switchproof.dossier.findings.every import Findings, decided
from switchproof.dossier.findings.kinds import title
from switchproof.dossier.findings.run import figures_of
from switchproof.dossier.findings.text import entries, on_cures, on_dismissed
from switchproof.dossier.order.format import OrderReport
from switchproof.dossier.order.report import report as order_report
from switchproof.dossier.site.told import VerdictTold, all_told
from switchproof.dossier.table.designs import DESIGNS
from switchproof.dossier.table.format import DesignRow
from switchproof.dossier.table.making import Making
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.entries import every_entry
from switchproof.dossier.trace.format import Entry, TraceReport
from switchproof.dossier.trace.project import DOCUMENT
from switchproof.dossier.trace.rows import report_on, table_row
from switchproof.dossier.trace.verdicts import fill
from switchproof.explore.page import page_of
from switchproof.explore.run import BESIDE
from switchproof.terminal.errors import BadInput
from switchproof.terminal.progress import Progress


@dataclass(frozen=True)
class FindingPage:
    """A finding in Markdown, with its figures, what it cites, and its claim, on a flow if any."""

    id: str
    title: str
    lines: tuple[str, ...]
    cites: tuple[str, ...]
    figures: tuple[tuple[str, str], ...] = ()
    flow: str = ""
    claim: str = ""

    @property
    def sentence(self) -> str:
        """Return what it says first."""
        return " ".join(takewhile(bool, self.lines))


@dataclass(frozen=True)
class Material:
    """All of it; what is asked of flows that are left out is empty.

    `open` are findings that the model does not show, or of which that is not known.
    """

    flows: tuple[str, ...]
    told: Mapping[Task, VerdictTold]
    register: TraceReport
    entries: Sequence[Entry]
    findings: Sequence[FindingPage]
    on_findings: Sequence[str]
    open: Sequence[str]
    status_of_findings: int
    designs: Sequence[ComparedRow]
    order: OrderReport | None
    table: Sequence[DesignRow]
    explorers: Mapping[str, str]  # a page of each flow that is stepped through

    @property
    def rows(self) -> list[FlowRow]:
        """Return the flows with their verdicts, as `verify` has them."""
        made = {name: flow_row(loaded(name).flow) for name in self.flows}
        for task, told in self.told.items():
            made[task.source]["claims"].append(published(told.row))
        return list(made.values())

    @property
    def digest(self) -> str:
        """Return a hash of the flows as data, the same wherever it is made."""
        return sha256(" ".join(digest_of(name, None) for name in self.flows).encode()).hexdigest()


def gathered(flows: Sequence[str], seconds: float, kept: Kept, progress: Progress) -> Material:
    """Return all that is said of these flows."""
    progress.what = "taking the verdicts, and deciding what is not kept"
    tasks = [task for name in flows for task in tasks_of(loaded(name), ())]
    told = _decided(tasks, seconds, kept)
    covered = Coverage(CLAUSES, SENTENCES, [loaded(f) for f in flows], DOUBTS, HELD_BY_TABLE)
    register = report_on(DOCUMENT, covered)
    register["table"] = [table_row(clause, covered) for clause in covered.clauses]
    found = every_entry(covered, REGISTER)
    fill(found, {task: one.row for task, one in told.items()})
    findings = _findings(decided(seconds, progress, kept, flows))
    whole = set(flows) >= {*COMPOSED}
    progress.what = "comparing the designs of the handover"
    designs = compared(seconds, kept) if whole else []
    progress.what = "taking the steps of the handover in every order"
    order = _order(seconds)
    table = _tables(seconds, kept, progress) if whole else []
    progress.what = "writing the explorers"
    asked = [(n, [one.row for task, one in told.items() if task.source == n]) for n in flows]
    explorers = dict(zip(flows, spread(_explorer, asked, cores(), _none), strict=True))
    return Material(
        tuple(flows), told, register, found, *findings, designs, order, table, explorers
    )


def _decided(tasks: list[Task], seconds: float, kept: Kept) -> Mapping[Task, VerdictTold]:
    return dict(zip(tasks, all_told(tasks, seconds, kept), strict=True))


def _tables(seconds: float, kept: Kept, progress: Progress) -> list[DesignRow]:
    making = Making(seconds, cores(), kept, progress)
    return [making.design(one, options=False) for one in DESIGNS.values()]


def _explorer(asked: tuple[str, list[DecidedRow]]) -> str:
    flow, rows = asked
    return page_of(loaded(flow), rows, loaded(BESIDE[flow]) if flow in BESIDE else None)


def _none(_: tuple[str, list[DecidedRow]]) -> str:
    """Give up: the process that wrote it ended."""
    raise BadInput(f"an explorer: {LOST}; make room, and run it again")


def _order(seconds: float) -> OrderReport | None:
    try:
        return order_report(None, Budget(seconds=seconds))
    except Spent:
        return None


def _findings(found: Findings) -> tuple[list[FindingPage], list[str], list[str], int]:
    told = {one.finding.id: one for one in found.told}
    cites = {one.id: one.clauses.split() for one in found.on_text}
    pages = []
    for name, lines in entries(found.told, found.on_text).items():
        if name in cites:
            pages.append(FindingPage(name, title(name), (*lines,), (*cites[name],)))
            continue
        one = told[name].finding
        cited = dict.fromkeys([*one.clauses.split(), *one.outcome.cites.split()])
        drawn = tuple(figures_of(told[name]))
        about = (one.base, one.outcome.id)
        pages.append(FindingPage(name, title(name), (*lines,), (*cited,), drawn, *about))
    on_findings = [*on_cures(found.together, found.told), *on_dismissed(found.dismissed)]
    unshown = [one.finding.id for one in found.told if not one.stands]
    return pages, on_findings, unshown, found.status
