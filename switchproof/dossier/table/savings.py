"""The drafter's options where the text is silent, each decided against what is claimed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from model.language.claims import Claim
from model.language.flow import Flow
from properties.analyses.caught.options import Otherwise, continuing, ending
from properties.analyses.reuse import Evidence, evidence
from properties.engine.packets.checked import Asked, take_or_settle
from properties.engine.packets.kept import Kept
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.rows import run_row
from switchproof.dossier.table.designs import (
    DESIGNS,
    LATER,
    SENT_IN_FILES,
    TODAY,
    Design,
    as_messages,
)
from switchproof.dossier.table.format import OptionRow, PartingRow

CONTINUES, CARRIED, ENDS = OPTIONS = ("continues", "carried over", "ends")
NOTHING_TO_DO = {
    (True, True): "its rules are the same before and after: it is what 'continues' says",
    (False, True): "it is held under the new rules already",
    (True, False): "the model has nothing in the new flow to which it could be carried",
    (False, False): "it is of the change itself",
}
Base = Mapping[str, Evidence]


@dataclass(frozen=True)
class SavingsTask:
    """An option for the machines of a name in a design, and what is known of its claims."""

    design: str
    machine: str
    option: str
    base: Base


def base_evidence(task: tuple[str, str], seconds: float, kept: Kept | None) -> Evidence:
    """Return what the verdict on a claim of a design rests on."""
    design = DESIGNS[task[0]]
    (claim,) = (claim for claim in design.claims if claim.id == task[1])
    asked = Asked(design.flow, design.name, claim, design.told)
    return evidence(take_or_settle(kept, asked, seconds))


def option_row(task: SavingsTask, seconds: float, kept: Kept | None) -> OptionRow:
    """Return what an option keeps and what it breaks."""
    design = DESIGNS[task.design]
    does, flow = _made(design, task.machine, task.option)
    row: OptionRow = {
        "option": task.option,
        "does": does,
        "decided": flow is not None,
        "as_it_stands": flow is design.flow,
        "keeps": [],
        "breaks": [],
        "undecided": [],
    }
    for claim in design.claims if flow else ():
        assert flow is not None
        before = task.base[claim.id].verdict
        found = _decided(task, flow, claim, seconds, kept)
        if Verdict.UNDECIDED in (before, found.verdict):
            row["undecided"].append(claim.id)
        elif before is Verdict.PROVED and found.verdict is Verdict.PROVED:
            row["keeps"].append(claim.id)
        elif before is Verdict.PROVED:
            row["breaks"].append(_parting(found))
    return row


def _decided(
    task: SavingsTask,
    flow: Flow,
    claim: Claim,
    seconds: float,
    kept: Kept | None,
) -> Result:
    design, known = DESIGNS[task.design], task.base[claim.id]
    otherwise = Otherwise(design.flow, flow, design.step, design.group(task.machine))
    if flow is design.flow or otherwise.holds_still(claim, known):
        return Result(flow, claim, known.verdict)
    named = f"{design.name}: {task.machine} {task.option}"
    return take_or_settle(kept, Asked(flow, named, claim, design.claims), seconds)


def _parting(found: Result) -> PartingRow:
    run = found.run
    return {
        "claim": found.claim.id,
        "sentence": found.claim.sentence,
        "steps": len(run) if run else None,
        "run": run_row(found.flow, run) if run else None,
    }


def _made(design: Design, machine: str, option: str) -> tuple[str, Flow | None]:
    """Return in words what an option does in the model, and the flow; none has nothing to do."""
    flow, group = design.flow, design.group(machine)
    apart = _once(design.name, machine)
    stands = _same(flow, apart)
    if option == CONTINUES:
        does = "the step leaves it as it is, and takes nothing of it over"
        return does, flow if stands else apart
    if option == ENDS:
        ended = ending(flow, design.step, group)
        does = "the step puts it back to where nothing of it is under way"
        return (does, ended) if ended else ("it has no state in which nothing is under way", None)
    if not stands:
        return "the step does to it what the rules of the design say", flow
    if machine in SENT_IN_FILES:
        return "what waits to be sent in a file is due as a message from the CSS", as_messages(flow)
    return NOTHING_TO_DO[machine in TODAY, machine in LATER], None


@lru_cache(maxsize=64)
def _once(design: str, machine: str) -> Flow:
    mine = DESIGNS[design]
    return continuing(mine.flow, mine.step, mine.group(machine))


def _same(one: Flow, two: Flow) -> bool:
    return [m.transitions for m in one.machines] == [m.transitions for m in two.machines]


def lost_evidence(task: tuple[str, str]) -> Evidence:
    """Return that a claim is undecided, since its process ended."""
    del task
    return Evidence(Verdict.UNDECIDED, None)


def lost_option(task: SavingsTask) -> OptionRow:
    """Return the row of an option of which nothing was decided, since its process ended."""
    does, _ = _made(DESIGNS[task.design], task.machine, task.option)
    return {
        "option": task.option,
        "does": does,
        "decided": True,
        "as_it_stands": False,
        "keeps": [],
        "breaks": [],
        "undecided": list(task.base),
    }
