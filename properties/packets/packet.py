"""A verdict as a packet: data that shows it to whoever has the flow as data."""

from collections.abc import Sequence
from typing import Any

from model.language.claims import LeadsTo, Mirrors, situations
from model.language.conditions import all_of
from model.language.expressions import TRUE, Expression, reads
from model.language.flow import Flow
from model.language.meaning import Where
from properties.free import Free
from properties.live.fair import Fair, named_fair
from properties.live.judged import Judged
from properties.live.ranks import by_fair
from properties.packets.export import Data, scope_name, value
from properties.settle import joined
from properties.slices.layout import world_of
from properties.slices.seen import needs
from properties.verdict import Box, Lasso, Proof, Result, Run, Verdict


def packet(result: Result, variant: str | None) -> Data:
    """Return the packet of a verdict, which is Proved or Refuted."""
    assert result.verdict in (Verdict.PROVED, Verdict.REFUTED)
    return {
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
    if isinstance(result.claim, Mirrors):
        return {"kind": "mirror"}
    if result.invariant:
        proofs = [_proof(result.flow, proof) for proof in result.invariant.proofs]
        return {"kind": "invariant", "proofs": proofs, **arising_data(result)}
    assert result.runs
    free = isinstance(result.claim, Free)
    body = (TRUE if free else result.claim.of(result.flow),)
    return {"kind": "runs", "runs": [_run(result.flow, run, body) for run in result.runs]}


def arising_data(result: Result) -> Data:
    """Return how each situation that a claim supposes arises, or why it never does."""
    flow = result.flow
    found: list[Data] = [
        {"run": _run(flow, one, supposed)}
        if isinstance(one, Run)
        else {"proofs": [_proof(flow, proof) for proof in one.proofs]}
        for supposed, one in zip(_supposed(result), result.arising, strict=True)
    ]
    return {"empty": "empty" in result.marks, "situations": found}


def _supposed(result: Result) -> Sequence[tuple[Expression, ...]]:
    """Return of each situation that a claim supposes what it says."""
    if isinstance(result.claim, LeadsTo):
        return [result.claim.parts(result.flow)][: len(result.arising)]
    return [(one,) for one in situations(result.claim.of(result.flow))][: len(result.arising)]


def _live(result: Result, claim: LeadsTo) -> Data:
    if isinstance(result.run, Lasso):
        run = _run(result.flow, result.run, claim.parts(result.flow))
        return {"kind": "lasso", "run": run, "since": result.run.since, "back": result.run.back}
    assert result.ranks
    numbers = {fair: n for n, fair in enumerate(named_fair(result.flow, claim))}
    *of_lemmas, of_claim = (_ranking(numbers, one) for one in result.ranks.judged)
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


def _ranking(numbers: dict[Fair, int], one: Judged) -> Data:
    shapes = _shapes(one.proof)
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
        "proof": {"shapes": shapes, "most": None, "few": None},
    }


def _proof(flow: Flow, proof: Proof) -> Data:
    fields = {read.field.name for read in reads(proof.body)}
    fields |= {field.name for boxes in proof.boxes.values() for box in boxes for field, _ in box}
    roles = _roles(flow, proof.body)
    seen = [{"shape": list(shape), "where": _where(where, roles)} for shape, where in proof.seen]
    few = _proof(flow, proof.few) if proof.few else None
    return {
        "kept": sorted(fields),
        "seen": seen,
        "shapes": _shapes(proof),
        "most": proof.most,
        "few": few,
    }


def _shapes(proof: Proof) -> list[Data]:
    return [
        {"shape": list(shape), "boxes": [_box(box) for box in boxes]}
        for shape, boxes in proof.boxes.items()
    ]


def _box(box: Box) -> list[Any]:
    return [[field.name, owner, [value(v) for v in some]] for (field, owner), some in box.items()]


def _run(flow: Flow, run: Run, said: tuple[Expression, ...]) -> Data:
    parts = [(part,) for one in said for part in (*joined(one), *joined(~one))]
    every = [_roles(flow, *some) for some in (said, *parts)]
    roles = next(roles for roles in every if min(_where(run.where, roles).values(), default=0) >= 0)
    world = world_of(flow, run.shape)
    first: dict[str, list[Any]] = {field.name: [] for field in flow.fields}
    for (field, _), number in world.slots.items():
        first[field.name].append(value(run.first[number]))
    return {
        "shape": list(run.shape),
        "first": first,
        "moves": [[str(move.event), move.home] for move in run.moves],
        "where": _where(run.where, roles),
    }


def _roles(flow: Flow, *parts: Expression) -> tuple[str, ...]:
    """Return whom a place of a claim names: those of whom it speaks."""
    points, provider, other = needs(flow, all_of(*parts))
    mine = ("point", "other point")[:points] if points else ("provider",) * (provider or other)
    return (*mine, *("other provider",) * other)


def _where(where: Where, roles: tuple[str, ...]) -> dict[str, int]:
    return {role: getattr(where, role.replace(" ", "_")) for role in roles}
