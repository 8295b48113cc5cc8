"""A verdict as a packet: data that shows it to whoever has the flow as data."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from model.language.claims import Ahead, CanStill, DoneBy, LeadsTo, Mirrors
from model.language.conditions import all_of
from model.language.flow import Flow
from model.language.meaning import State, Where
from properties.checker.forms import FORMAT
from properties.checker.kernel.invariant import VIEWS
from properties.engine.evidence import Box, Lasso, Proof, Run
from properties.engine.fault import EngineFault
from properties.engine.free import Free
from properties.engine.live.fair import Fair, named_fair
from properties.engine.live.ranks import Judged, Ranks, by_fair
from properties.engine.packets.export import Data, scope_name, value
from properties.engine.slices.layout import Shape, world_of
from properties.engine.slices.seen import spoken_of
from properties.engine.still.evidence import Ladder, Legs, OthersLed, Trap
from properties.engine.verdict import Result, Verdict


def packet(result: Result, variant: str | None) -> Data:
    """Return the packet of a verdict, which is Proved or Refuted."""
    if result.verdict not in (Verdict.PROVED, Verdict.REFUTED):
        raise EngineFault(f"{result.claim.id}: a packet is asked of what is undecided")
    return {
        "format": FORMAT,
        "flow": result.flow.name,
        "variant": variant,
        "claim": result.claim.id,
        "verdict": result.verdict.value,
        "points": result.points,
        **_shown(result),
    }


def _shown(result: Result) -> Data:
    if isinstance(result.claim, LeadsTo):
        return _live(result, result.claim)
    if isinstance(result.claim, CanStill):
        return _still(result, result.claim)
    if isinstance(result.claim, Mirrors):
        return {"kind": "mirror"}
    if isinstance(result.claim, DoneBy):
        return {"kind": "actors", "actors": _actors(result.flow, result.claim)}
    free = isinstance(result.claim, Free)
    if result.invariant and free:
        each = [_shown_by(result.flow, [proof]) for proof in result.invariant.proofs]
        return {"kind": "free", "proofs": [one.get("proofs", [one])[0] for one in each]}
    if result.invariant:
        shown = _shown_by(result.flow, result.invariant.proofs)
        kind = "invariant" if "boxes" in shown else "shapes"
        return {"kind": kind, **shown, **arising_data(result)}
    assert result.run is not None
    if free:  # it is of the definition, and speaks of nobody
        return {
            "kind": "free run",
            "run": run_data(result.flow, replace(result.run, where=Where())),
        }
    return {"kind": "runs", "runs": [run_data(result.flow, run) for run in result.runs]}


def _shown_by(flow: Flow, proofs: Sequence[Proof]) -> Data:
    """Return the boxes of one view where that is enough, and else a proof of each part."""
    if not all(_is_of_one_view(flow, proof) for proof in proofs):
        return {"proofs": [_proof(proof) for proof in proofs]}
    ((shape, _),) = proofs[0].seen
    boxes = [_box(box) for proof in proofs for box in proof.boxes[shape]]
    return {"boxes": [box for n, box in enumerate(boxes) if box not in boxes[:n]]}


def _is_of_one_view(flow: Flow, proof: Proof) -> bool:
    """Tell whether a proof is of what one point, provider or the industry sees by itself."""
    if (
        not flow.deletion_closed
        or len(proof.seen) != 1
        or proof.each
        or proof.most
        or proof.few
        or proof.listing
    ):
        return False
    ((shape, where),) = proof.seen
    view = next(iter(_where(where)), "industry")
    return VIEWS[view] == (shape, _where(where))


def _actors(flow: Flow, claim: DoneBy) -> Data:
    """Return who does each event that a claim names, in any rule of the flow."""
    found: dict[str, set[str]] = {event: set() for event in claim.by_event}
    for _, rule in flow.rules():
        if str(rule.event) in found:
            found[str(rule.event)].add(str(rule.actor))
    return {event: sorted(actors) for event, actors in found.items()}


def arising_data(result: Result) -> Data:
    """Return how each situation that a claim supposes arises, or why it never does."""
    found: list[Data] = [
        {"run": run_data(result.flow, one)}
        if isinstance(one, Run)
        else _shown_by(result.flow, one.proofs)
        for one in result.arising
    ]
    return {"empty": "empty" in result.marks, "situations": found}


def _live(result: Result, claim: LeadsTo) -> Data:
    if isinstance(result.run, Lasso):
        run = run_data(result.flow, _placed(result, claim, result.run))
        return {"kind": "lasso", "run": run, "since": result.run.since, "back": result.run.back}
    assert isinstance(result.ranks, Ranks)
    numbers = {fair: n for n, fair in enumerate(named_fair(result.flow, claim))}
    *of_lemmas, of_claim = (_ranking(result.flow, numbers, one) for one in result.ranks.judged)
    shown = iter(of_lemmas)
    lemmas = [
        {
            "fair": numbers[fair],
            "known": [str(event) for event in mine[0].known],
            "rankings": [{**next(shown), "shared": scope_name(one.shared)} for one in mine],
        }
        for fair, mine in by_fair(result.ranks.lemmas)
    ]
    return {"kind": "ranks", "lemmas": lemmas, "ranking": of_claim, **arising_data(result)}


def _placed(result: Result, claim: Ahead, run: Run) -> Run:
    """Return a run as seen from nobody, where the claim speaks of the industry alone."""
    nobody = not any(spoken_of(result.flow, all_of(*claim.parts(result.flow))))
    return replace(run, where=Where()) if nobody else run


def _still(result: Result, claim: CanStill) -> Data:
    if isinstance(result.run, Trap):
        run = run_data(result.flow, _placed(result, claim, result.run))
        return {"kind": "trap", "run": run, "boxes": [_box(box) for box in result.run.boxes]}
    arising = arising_data(result)
    if isinstance(result.ranks, Legs):
        legs = [{"claim": c.id, **_climbed(result.flow, one)} for c, one in result.ranks.legs]
        return {"kind": "chain", "legs": legs, **arising}
    assert isinstance(result.ranks, Ladder)
    return {"kind": "ladder", **_climbed(result.flow, result.ranks), **arising}


def _climbed(flow: Flow, one: Ladder) -> Data:
    return {"ladder": _ladder(flow, one), "lemmas": [_led(flow, x) for x in one.lemmas]}


def _ladder(flow: Flow, one: Ladder) -> Data:
    rungs = [
        {"rank": r.rank, "event": str(r.event), "boxes": [_box(box) for box in r.boxes]}
        for r in one.rungs
    ]
    return {"shape": list(one.shape), "rungs": rungs, "never": _never(flow, one.proof, one.shape)}


def _led(flow: Flow, one: OthersLed) -> Data:
    return {
        "event": str(one.event),
        "shared": scope_name(one.shared),
        "supposed": [_box(box) for box in one.supposed],
        "ladder": _ladder(flow, one.ladder),
    }


def _ranking(flow: Flow, numbers: dict[Fair, int], one: Judged) -> Data:
    return {
        "shape": list(one.ranking.shape),
        "helpers": [
            {"fair": numbers[h.fair], "known": [str(event) for event in h.known]}
            for h in one.ranking.helpers
        ],
        "blocks": [
            {
                "levels": [list(level) for level in block.levels],
                "boxes": [_box(box) for box in block.boxes],
            }
            for block in one.blocks
        ],
        "never": _never(flow, one.proof, one.ranking.shape),
    }


def _never(flow: Flow, proof: Proof, shape: Shape) -> Data:
    if flow.deletion_closed:  # what others see is of no use to the one who is seen
        return {"boxes": [_box(box) for box in proof.boxes[shape]]}
    return {"shapes": _proof(proof)["shapes"]}


def _proof(proof: Proof) -> Data:
    if proof.listing:
        states = [[value(v) for v in state] for state in proof.listing.states]
        return {"fields": [field.name for field in proof.listing.fields], "states": states}
    shapes = [
        {"shape": list(shape), "boxes": [_box(box) for box in boxes]}
        for shape, boxes in proof.boxes.items()
    ]
    seen = [{"shape": list(shape), "where": _where(where)} for shape, where in proof.seen]
    few = _proof(proof.few) if proof.few else None
    return {"seen": seen, "shapes": shapes, "most": proof.most, "few": few}


def _box(box: Box) -> list[Any]:
    return [[field.name, owner, [value(v) for v in some]] for (field, owner), some in box.items()]


def first_data(flow: Flow, shape: Shape, state: State) -> Data:
    """Return a first state: for each field, what each owner holds."""
    first: dict[str, list[Any]] = {field.name: [] for field in flow.fields}
    for (field, _), number in world_of(flow, shape).slots.items():
        first[field.name].append(value(state[number]))
    return first


def run_data(flow: Flow, run: Run) -> Data:
    """Return a run."""
    return {
        "shape": list(run.shape),
        "first": first_data(flow, run.shape, run.first),
        "moves": [[str(move.event), move.home] for move in run.moves],
        "where": _where(run.where),
    }


def _where(where: Where) -> dict[str, int]:
    places = {
        "point": where.point,
        "other point": where.other_point,
        "provider": where.provider if where.point < 0 else -1,
        "other provider": where.other_provider,
    }
    return {name: number for name, number in places.items() if number >= 0}
