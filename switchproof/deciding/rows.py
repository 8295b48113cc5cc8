"""Verdicts as plain rows: what was expected, what was found, and what is a surprise."""

from collections.abc import Iterator

from model.language.claims import Claim, Sometimes, Variant
from model.language.errors import Place
from model.language.events import Scope
from model.language.flow import Flow
from model.language.meaning import Taken, World
from model.language.sorts import words_of
from properties.engine.evidence import Lasso, Run
from properties.engine.suspect import rests_on
from properties.engine.verdict import Result, Verdict
from switchproof.deciding.format import DecidedRow, FlowRow, MoveRow, RunRow, StartRow, TakenRow
from switchproof.deciding.load import RESERVED, Loaded
from switchproof.deciding.one_line import near
from switchproof.deciding.unverified import unverified


def claim_row(loaded: Loaded, variant: Variant | None, result: Result) -> DecidedRow:
    """Return the row of a verdict on a claim of a flow or of one of its variants."""
    claim, pending = result.claim, result.verdict is None
    expected = Verdict.REFUTED if variant else Verdict.PROVED
    place = variant.place if variant else _place(loaded, claim)
    return {
        "id": claim.id,
        "flow": loaded.flow.name,
        "source": loaded.source,
        "variant": variant.name if variant else None,
        "file": near(place.file),
        "line": place.line,
        "kind": claim.kind,
        "sentence": claim.sentence,
        "cites": claim.cites.split(),
        "unverified": unverified(result.flow, claim),
        "rests_on": [] if pending else list(rests_on(result)),
        "verdict": result.verdict.value if result.verdict else None,
        "reason": _reason(result),
        "marks": list(result.marks),
        "expected": None if pending or not _is_expected(variant, result) else expected.value,
        "expected_steps": variant.breaks.get(claim.id) if variant else None,
        "surprise": surprise(variant, result),
        "points": result.points or None,
        "providers": result.providers or None,
        "method": result.method or None,
        "kept": result.kept,
        "seconds": round(result.seconds, 3),
        "steps": len(result.run) if result.run is not None else None,
        "shortest": result.run.shortest if result.run is not None else None,
        "run": run_row(result.flow, result.run) if result.run is not None else None,
    }


def _place(loaded: Loaded, claim: Claim) -> Place:
    """Return where a claim is written: one that comes free stands in no file of the user's."""
    return loaded.flow.place if claim.id in RESERVED else claim.place


def _reason(result: Result) -> str | None:
    told = result.verdict in (None, Verdict.UNDECIDED) or isinstance(result.claim, Sometimes)
    return result.reason or None if told else None


def surprise(variant: Variant | None, result: Result) -> str | None:
    """Say why a verdict is not as expected, or return None; Undecided is told apart from it."""
    if result.verdict in (None, Verdict.UNDECIDED) or not _is_expected(variant, result):
        return None
    if result.marks:
        return f"it is {' and '.join(result.marks)}"
    if variant is None:
        return None if result.verdict is Verdict.PROVED else f"it should hold{_but(result)}"
    if result.verdict is not Verdict.REFUTED:
        return f"it should fail in variant '{variant.name}'"
    return _other_run(variant, result.claim, result.run)


def _but(result: Result) -> str:
    """Say against what should hold what was found, as far as one sentence can."""
    if result.claim.id in RESERVED and result.run:
        from switchproof.telling.misfits import shown  # brings the solver

        return f": {shown(result.flow, result.claim, result.run)}"
    return f", but {result.reason}" if result.reason else ""


def _is_expected(variant: Variant | None, result: Result) -> bool:
    """Tell whether anything is: a variant pins only the claims that it must break."""
    return variant is None or result.claim.id in variant.breaks


def _other_run(variant: Variant, claim: Claim, run: Run | None) -> str | None:
    if run is None:
        pinned = variant.breaks[claim.id]
        return f"it should fail in {pinned} steps, and no run shows it" if pinned else None
    if len(run) != variant.breaks[claim.id]:
        return f"it should fail in {variant.breaks[claim.id]} steps, and does in {len(run)}"
    if sum(run.shape) != variant.points:
        return f"it should fail with {variant.points} points, and does with {sum(run.shape)}"
    return None if run.shortest else "it fails, but whether in fewer steps is not known"


def run_row(flow: Flow, run: Run) -> RunRow:
    """Return a run by the names of its events and of the first values that were chosen."""
    world = World(flow, run.shape)
    first: list[StartRow] = [
        {"field": f.name, "at": _at(flow.scope_of(f), owner), "value": words_of(run.first[number])}
        for (f, owner), number in world.slots.items()
        if len(flow.initials(f)) > 1
    ]
    cycle_from = run.back if isinstance(run, Lasso) else None
    moves = list(_moves(world, run))
    return {"shape": list(run.shape), "first": first, "moves": moves, "cycle_from": cycle_from}


def _moves(world: World, run: Run) -> Iterator[MoveRow]:
    state = run.first
    for move in run.moves:
        outcome = world.outcome(state, move)
        assert outcome.after is not None, "a run that is told replays"
        state = outcome.after
        rules = [_rule(one) for one in outcome.taken]
        yield {
            "event": str(move.event),
            "at": _at(move.event.scope, move.home),
            "rules": rules,
        }


def _rule(taken: Taken) -> TakenRow:
    place = taken.rule.place
    return {"machine": str(taken.machine), "file": near(place.file), "line": place.line}


def _at(scope: Scope, owner: int) -> int | None:
    return None if scope is Scope.INDUSTRY else owner + 1


def flow_row(flow: Flow) -> FlowRow:
    """Return the row of a flow, with no claims yet."""
    return {
        "flow": flow.name,
        "title": flow.title,
        "machines": len(flow.machines),
        "transitions": sum(len(machine.transitions) for machine in flow.machines),
        "deletion_closed": flow.deletion_closed,
        "obstacles": list(flow.obstacles),
        "bounds": list(flow.bounds),
        "unbound": [f"'{duty.name}': {duty.unbound}" for duty in flow.duties if duty.unbound],
        "claims": [],
        "search": None,
    }
