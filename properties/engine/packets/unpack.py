"""A packet that the checker accepted as the verdict that it shows; it says no more than that."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

from model.language.claims import CanStill, Claim, LeadsTo, Sometimes
from model.language.expressions import Field, reads
from model.language.flow import Flow
from model.language.meaning import Move, Where, World
from model.language.sorts import Value, members
from properties.engine.evidence import Box, Invariant, Lasso, Proof, Run
from properties.engine.live.ranks import Ranks
from properties.engine.packets.export import Data
from properties.engine.slices.layout import world_of
from properties.engine.still.evidence import Ladder, Legs, Rung, Trap
from properties.engine.verdict import ANY, Result, Verdict, marks_of

OF_RUNS = ("runs", "free run", "lasso", "trap")  # kinds of packets of which a length is told
KINDS = (*OF_RUNS, "invariant", "shapes", "free", "ranks", "ladder", "chain")  # what comes back
KEPT = "kept, and accepted by the checker"


@dataclass(frozen=True)
class Beside:
    """What a packet does not show: what a proof kept in view, and what else a search found.

    With more in `kept`, or with `each`, a verdict rests on more rules, and never on fewer.
    """

    kept: frozenset[str]
    each: bool
    reason: str


def unpacked(flow: Flow, claim: Claim, packet: Data, beside: Beside) -> Result:
    """Return the verdict that a packet shows, which the checker accepted on this very flow."""
    if packet["kind"] in OF_RUNS:
        return _of_runs(flow, claim, packet, beside)
    never = "never: " if isinstance(claim, Sometimes) else ""
    method, arising = f"{never}{_method(packet)}, {KEPT}", _arising(flow, packet)
    found = Result(flow, claim, Verdict(packet["verdict"]), method, points=ANY, providers=ANY)
    found = replace(found, arising=arising, marks=marks_of(arising))
    kept = _kept(flow, claim, packet, beside)
    if packet["kind"] == "ladder":
        return replace(found, ranks=_ladder(flow, claim, packet["ladder"], kept))
    if isinstance(claim, CanStill):
        ladders = (_ladder(flow, claim, leg["ladder"], kept) for leg in packet["legs"])
        return replace(found, ranks=Legs(tuple(zip(claim.legs, ladders, strict=True))))
    if isinstance(claim, LeadsTo):
        return replace(found, ranks=Ranks(kept, (), ()))
    each = beside.each or (packet["kind"] == "shapes" and not all(map(_listed, packet["proofs"])))
    proof = Proof(claim.of(flow), (), {}, each=each)
    return replace(found, invariant=Invariant(kept, {}, 0, (proof,)))


def _of_runs(flow: Flow, claim: Claim, packet: Data, beside: Beside) -> Result:
    told = packet["runs"] if packet["kind"] == "runs" else [packet["run"]]
    runs = tuple(_run(flow, one, shortest=n == 0) for n, one in enumerate(told))
    kind = "runs" if isinstance(claim, Sometimes) else "run"
    if packet["kind"] == "lasso":
        kind, runs = "lasso", (_lasso(runs[0], packet["since"], packet["back"]),)
    if packet["kind"] == "trap":
        kind = "run into a trap"
        runs = (_trap(flow, runs[0], packet["boxes"], _kept(flow, claim, packet, beside)),)
    verdict, points = Verdict(packet["verdict"]), packet["points"]
    providers = str(max(len(run.shape) for run in runs))
    method = f"{kind}, {KEPT}"
    return Result(flow, claim, verdict, method, beside.reason, points, providers, runs=runs)


def _lasso(run: Run, since: int, back: int) -> Lasso:
    return Lasso(run.shape, run.first, run.moves, run.where, since=since, back=back)


def _trap(flow: Flow, run: Run, boxes: list[Any], kept: tuple[Field, ...]) -> Trap:
    within = tuple(_box(flow, box) for box in boxes)
    return Trap(run.shape, run.first, run.moves, run.where, boxes=within, kept=kept)


def _ladder(flow: Flow, claim: Claim, told: Data, kept: tuple[Field, ...]) -> Ladder:
    """Return the rungs; what was proved of them is for the checker to read."""
    events = {str(event): event for event in flow.events}
    rungs = tuple(
        Rung(rung["rank"], events[rung["event"]], tuple(_box(flow, box) for box in rung["boxes"]))
        for rung in told["rungs"]
    )
    return Ladder(kept, tuple(told["shape"]), rungs, Proof(claim.of(flow), (), {}), 0)


def _box(flow: Flow, told: list[Any]) -> Box:
    fields = {field.name: field for field in flow.fields}
    return {
        (fields[name], owner): tuple(_value(fields[name], value) for value in values)
        for name, owner, values in told
    }


def _run(flow: Flow, told: Data, *, shortest: bool) -> Run:
    shape, events = tuple(told["shape"]), {str(event): event for event in flow.events}
    values = {field.name: iter(told["first"][field.name]) for field in flow.fields}
    world = world_of(flow, shape)
    first = tuple(_value(field, next(values[field.name])) for field, _ in world.slots)
    moves = tuple(Move(events[name], home) for name, home in told["moves"])
    return Run(shape, first, moves, _where(world, told["where"]), shortest)


def _where(world: World, told: dict[str, int]) -> Where:
    provider = {"provider": world.provider_of[told["point"]]} if "point" in told else {}
    return Where(**provider, **{name.replace(" ", "_"): n for name, n in told.items()})


def _value(field: Field, told: bool | int | str) -> Value:
    """Return a value of a field by what stands for it in data."""
    if isinstance(told, str):
        named = {v.name: v for v in members(field.sort) if isinstance(v, Enum)}
        return named[told]
    return told


def _arising(flow: Flow, packet: Data) -> tuple[Run | Invariant, ...]:
    """Return how each situation arises; one that never does has a proof."""
    return tuple(
        _run(flow, one["run"], shortest=False) if "run" in one else Invariant((), {}, 0, ())
        for one in packet.get("situations", ())
    )


def _kept(flow: Flow, claim: Claim, packet: Data, beside: Beside) -> tuple[Field, ...]:
    """Return on which fields a proof rests; its boxes are for the checker to read."""
    named = {read.field.name for part in claim.parts(flow) for read in reads(part)}
    named |= beside.kept.union(name for box in _boxes(packet) for name, *_ in box)
    return tuple(field for field in flow.fields if field.name in named)


def _listed(proof: Data) -> bool:
    return "states" in proof


def _boxes(told: Any) -> Iterator[list[Any]]:  # noqa: ANN401  # what JSON can hold
    """Yield each box in a packet, wherever it stands."""
    inner: Iterable[Any] = told if isinstance(told, list) else ()
    if isinstance(told, dict):
        yield from told.get("boxes", ())
        inner = (part for name, part in told.items() if name != "boxes")
    for part in inner:
        yield from _boxes(part)


def _method(packet: Data) -> str:
    kind = "ranks" if packet["kind"] == "ranks" else "invariant"
    return f"{kind} of {len(list(_boxes(packet)))} boxes"
