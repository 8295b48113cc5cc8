"""Whether the step of a design can find a field with each of its values, decided and kept."""

from contextlib import suppress
from functools import lru_cache

from model.language.claims import Step
from model.language.expressions import Const, Expression, Field, reads
from model.language.machines import Machine
from model.language.sorts import Value, members, words_of
from model.language.sources import Clause
from model.language.transitions import Transition
from model.language.words import listed, words
from properties.analyses.caught.rulings import Ruling, leads_on, ruling
from properties.analyses.caught.search import CaughtSearch
from properties.checker import Rejected
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from properties.engine.packets.accept import accepted
from properties.engine.packets.checked import Asked, find, take
from properties.engine.packets.kept import Kept
from properties.engine.suspect import marked
from properties.engine.verdict import Result, Verdict, refuted_by
from switchproof.deciding.rows import run_row
from switchproof.deciding.spread import LOST
from switchproof.dossier.table.designs import DESIGNS, Design
from switchproof.dossier.table.format import StateRow

FOUND = {
    Verdict.REFUTED: "possible",
    Verdict.PROVED: "never",
    Verdict.UNDECIDED: "undecided",
}
StatesTask = tuple[str, str]  # the names of a design and of a field


def states(task: StatesTask, seconds: float, kept: Kept | None) -> list[StateRow]:
    """Return a row for each value of a field."""
    design = DESIGNS[task[0]]
    (field,) = (one for one in design.flow.fields if one.name == task[1])
    values = members(field.sort)
    results = decided(design, field, seconds, kept)
    return [_row(design, field, v, found) for v, found in zip(values, results, strict=True)]


def decided(design: Design, field: Field, seconds: float, kept: Kept | None) -> list[Result]:
    """Return for each value the verdict on the claim that the step never finds it."""
    claims = dict(zip(members(field.sort), design.asked[field.name], strict=True))
    asked = {v: Asked(design.flow, design.name, c, design.told) for v, c in claims.items()}
    taken = {v: take(kept, one, Budget(seconds=seconds)) for v, one in asked.items()}
    left = [value for value, found in taken.items() if found is None]
    runs = _runs(design, field, left, seconds)
    return [
        found.result if found else _settled(asked[value], runs.get(value), seconds, kept)
        for value, found in taken.items()
    ]


@lru_cache(maxsize=2)
def _search(design: str, seconds: float) -> CaughtSearch:
    mine = DESIGNS[design]
    return CaughtSearch(mine.flow, mine.step, Budget(seconds=seconds))


def _runs(design: Design, field: Field, values: list[Value], seconds: float) -> dict[Value, Run]:
    """Return the runs that a search finds; what it does not find is left to the engine."""
    search = _search(design.name, seconds)
    search.budget = Budget(seconds=seconds)
    with suppress(Spent):
        return search.runs(field, values) if values else {}
    return {}


def _settled(asked: Asked, run: Run | None, seconds: float, kept: Kept | None) -> Result:
    """Return a verdict that the checker accepts: by the run, or as the engine settles it."""
    budget = Budget(seconds=seconds)
    if run is None:
        return find(kept, asked, budget).result
    result = marked(refuted_by(asked.flow, asked.claim, run))
    with suppress(Spent, Rejected), budget:
        there = asked.exported()
        result, packet = accepted(result, there, budget)
        if kept and packet:
            kept.keep(result, packet, there)
    return result


def _row(design: Design, field: Field, value: Value, result: Result) -> StateRow:
    flow, verdict, run = design.flow, result.verdict, result.run
    assert isinstance(result.claim, Step)
    assert verdict is not None
    said = ruling(flow, design.step, field, value)
    clauses = [one for one in said.cites if isinstance(flow.source(one), Clause)]
    at_first = value in flow.initials(field)
    becomes = _becomes(flow.machine_of[field], said)
    possible = verdict is Verdict.REFUTED
    return {
        "field": field.name,
        "value": words_of(value),
        "says": _having(field, value),
        "found": FOUND[verdict],
        "reason": result.reason or None,
        "steps": len(run) if run else None,
        "shortest": run.shortest if run else None,
        "run": run_row(flow, run) if run else None,
        "at_first": at_first,
        "becomes": becomes if possible else [],
        "next": _next(design, field, value) if possible and not becomes else [],
        "barred_by": [words(one) for one in said.barred],
        "cites": list(said.cites),
        "clauses": clauses,
        "silent": possible and not at_first and not clauses,
    }


def _becomes(machine: Machine, said: Ruling) -> list[str]:
    own = [_told(machine, rule) for rule in said.own if rule.moves]
    return list(dict.fromkeys([*own, *(_told(*other) for other in said.others)]))


def _told(machine: Machine, rule: Transition) -> str:
    parts = [] if rule.target is None else [_having(machine.state, rule.target)]
    for field, node in rule.then.items():
        constant = isinstance(node, Const)
        parts.append(_having(field, node.value) if constant else _following(field, node))
    return "; ".join(parts) or f"{machine} stays"


def _following(field: Field, node: Expression) -> str:
    read = dict.fromkeys(one.field.name for one in reads(node))
    return f"{field.name} follows " + listed(read, "and")


def _having(field: Field, value: Value) -> str:
    return field.told_as(value) or f"{field.name} is {words_of(value)}"


def _next(design: Design, field: Field, value: Value) -> list[str]:
    rules = leads_on(design.flow, design.step, field, value)
    told = (f"{r.event}, in breach of {r.breaches}" if r.breaches else str(r.event) for r in rules)
    return list(dict.fromkeys(told))


def lost_states(task: StatesTask) -> list[StateRow]:
    """Return the rows of a field of which nothing was decided, since its process ended."""
    design = DESIGNS[task[0]]
    (field,) = (one for one in design.flow.fields if one.name == task[1])
    claims = zip(members(field.sort), design.asked[field.name], strict=True)
    unknown = Verdict.UNDECIDED
    return [
        _row(design, field, value, Result(design.flow, claim, unknown, reason=LOST))
        for value, claim in claims
    ]
