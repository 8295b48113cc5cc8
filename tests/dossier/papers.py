"""A paper as tests have it: the findings for decision as they are decided, and the rest made up."""

from functools import cache
from pathlib import Path

from model.flows import COMPOSED, FLOWS
from properties.engine.budget import Budget
from properties.engine.packets.checked import Asked, take_or_settle
from properties.engine.packets.kept import Kept
from properties.engine.packets.store import Store
from properties.engine.verdict import Result
from switchproof.deciding.decide import Task, loaded
from switchproof.deciding.rows import flow_row
from switchproof.dossier.designs.format import ComparedRow, InDesignRow
from switchproof.dossier.document import FINDINGS, HEADLINE, ORDER
from switchproof.dossier.findings.cured import CureTold
from switchproof.dossier.findings.every import Findings
from switchproof.dossier.findings.kinds import Finding
from switchproof.dossier.findings.told import FindingTold
from switchproof.dossier.order.report import report as orders
from switchproof.dossier.paper.front import FOR_DECISION
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.table.format import DesignRow, MachineRow, StateRow
from tests.verdicts import FOLDER, row_of

SECONDS = 60.0


@cache
def gathered() -> Gathered:
    """Return what a paper tells; that cures cure, and cost nothing, is made up."""
    flows = [flow_row(loaded(name).flow) for name in FLOWS]
    for flow in flows:
        if any(claim.id == HEADLINE for claim in loaded(flow["flow"]).claims):
            flow["claims"].append(row_of(Task(flow["flow"], HEADLINE)))
    told = [_told(one) for one in FINDINGS if one.id in ORDER[:FOR_DECISION]]
    order = orders(None, Budget(seconds=SECONDS))
    return Gathered(flows, Findings(told, (), ()), _designs(), order, _caught())


def _told(one: Finding) -> FindingTold:
    asked = (one.outcome, one.today, one.story)
    flows = (one.shown_in, loaded("current").flow, one.shown_in)
    shown, today, story = (
        _result(Asked(flow, one.id, claim)) if claim else None
        for flow, claim in zip(flows, asked, strict=True)
    )
    assert shown is not None
    cures = tuple(CureTold(cure, cures=True, costs=()) for cure in one.cures)
    return FindingTold(one, shown, cures, today, story)


def _result(asked: Asked) -> Result:
    FOLDER.mkdir(exist_ok=True)
    return take_or_settle(Kept(Store(Path(FOLDER))), asked, SECONDS)


def _designs() -> list[ComparedRow]:
    return [
        _compared("none-left-behind", "holds", "fails", "holds", "not asked", "holds"),
        _compared("one-bound-obligor", *["holds"] * len(COMPOSED)),
        _compared("under-way", "never", "happens", "never", "happens", "never"),
    ]


def _compared(name: str, *says: str) -> ComparedRow:
    cells: list[InDesignRow] = [
        {"says": one, "steps": 12 if one in ("fails", "happens") else None, "claimed": False}
        for one in says
    ]
    return {"id": name, "sentence": name, "designs": dict(zip(COMPOSED, cells, strict=True))}


def _caught() -> DesignRow:
    machine: MachineRow = {
        "machine": "file",
        "of": "provider",
        "states": [_state("a file is on its way", []), _state("a file is held", ["2.2-a"])],
        "options": [],
    }
    flow = loaded("carried-over").flow
    return {
        "design": "carried-over",
        "title": flow.title,
        "step": "the change takes effect",
        "way": [],
        "machines": [machine],
    }


def _state(says: str, clauses: list[str]) -> StateRow:
    return {
        "field": "file",
        "value": says,
        "says": says,
        "found": "possible",
        "reason": None,
        "steps": 3,
        "shortest": True,
        "run": None,
        "at_first": False,
        "becomes": [],
        "next": [],
        "barred_by": [],
        "cites": clauses,
        "clauses": clauses,
        "silent": not clauses,
    }
