"""A verdict as a packet: data that shows it to whoever has the flow as data."""

from typing import Any

from model.language.claims import LeadsTo, Mirrors
from model.language.expressions import reads
from model.language.flow import Flow
from model.language.meaning import Where, World
from properties.packets.export import Data, value
from properties.verdict import Box, Proof, Result, Run, Verdict


def packet(result: Result, variant: str | None) -> Data | None:
    """Return the packet of a verdict; None where there is none, or none of its kind yet."""
    shown = _shown(result)
    if shown is None or result.verdict not in (Verdict.PROVED, Verdict.REFUTED):
        return None
    return {
        "flow": result.flow.name,
        "variant": variant,
        "claim": result.claim.id,
        "verdict": result.verdict.value,
        "points": result.points,
        **shown,
    }


def _shown(result: Result) -> Data | None:
    if isinstance(result.claim, LeadsTo):
        return None
    if isinstance(result.claim, Mirrors):
        return {"kind": "mirror"}
    if result.invariant:
        proofs = [_proof(proof) for proof in result.invariant.proofs]
        return {"kind": "invariant", "proofs": proofs}
    if result.runs:
        return {"kind": "runs", "runs": [_run(result.flow, run) for run in result.runs]}
    return None


def _proof(proof: Proof) -> Data:
    fields = {read.field.name for read in reads(proof.body)}
    fields |= {field.name for boxes in proof.boxes.values() for box in boxes for field, _ in box}
    shapes = [
        {"shape": list(shape), "boxes": [_box(box) for box in boxes]}
        for shape, boxes in proof.boxes.items()
    ]
    seen = [{"shape": list(shape), "where": _where(where)} for shape, where in proof.seen]
    few = _proof(proof.few) if proof.few else None
    return {
        "kept": sorted(fields),
        "seen": seen,
        "shapes": shapes,
        "most": proof.most,
        "few": few,
    }


def _box(box: Box) -> list[Any]:
    return [[field.name, owner, [value(v) for v in some]] for (field, owner), some in box.items()]


def _run(flow: Flow, run: Run) -> Data:
    world = World(flow, run.shape)
    first: dict[str, list[Any]] = {field.name: [] for field in flow.fields}
    for (field, _), number in world.slots.items():
        first[field.name].append(value(run.first[number]))
    return {
        "shape": list(run.shape),
        "first": first,
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
