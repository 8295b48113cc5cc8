"""What never occurs, as claims that are proved already have it: boxes, for the proof of another.

Of each claim these are the boxes of its invariant, and all that the claim itself rules out. So
they are inductive by themselves, and whoever uses them puts them into the proof that is made, where
they are judged and checked like any others: nothing rests on how they came about.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from model.language.expressions import Apply, Const, Expression, Field, Read, fold, reads, unnamed
from model.language.flow import Flow
from model.language.meaning import World
from model.language.operators import OPERATORS
from model.language.sorts import Value, members
from properties.engine.budget import look
from properties.engine.evidence import Box, Invariant, Proof
from properties.engine.slices.layout import Shape, Slot, layout, world_of
from properties.engine.slices.shapes import embeddings

LARGEST = 10_000  # so many combinations of what one comparison reads, and boxes of one claim

SlotOf = Callable[[Read], Slot]


class TooMany(Exception):
    """What a claim rules out takes too many boxes."""


@dataclass(frozen=True, eq=False)
class Facts:
    """Boxes by the shape from which they are seen, and the fields of the claims themselves."""

    boxes: Mapping[Shape, tuple[Box, ...]]
    fields: frozenset[Field]

    def __bool__(self) -> bool:
        return bool(self.boxes)

    def at(self, flow: Flow, wide: Shape) -> tuple[Box, ...]:
        """Return all boxes, of each of whom a wider shape holds."""
        found = list[Box]()
        for narrow, boxes in self.boxes.items():
            slots = layout(flow, flow.fields, narrow)
            for who in embeddings(narrow, wide):
                there = dict(zip(slots.slots, who.slots_of(flow, slots), strict=True))
                found += ({there[s]: values for s, values in box.items()} for box in boxes)
        return tuple(found)


NONE = Facts({}, frozenset())


def facts_of(flow: Flow, proved: Iterable[Invariant]) -> Facts:
    """Return what claims that are proved of a flow say never occurs, where one view shows it."""
    boxes, fields = dict[Shape, tuple[Box, ...]](), set[Field]()
    proofs = [proof for one in proved for proof in one.proofs] if flow.deletion_closed else []
    for proof in filter(_is_of_one_view, proofs):
        ((shape, _),) = proof.seen
        try:
            mine = (*proof.boxes[shape], *_ruled_out(flow, proof))
        except TooMany:
            continue
        boxes[shape] = boxes.get(shape, ()) + mine
        fields |= {read.field for read in reads(proof.body)}
    return Facts(boxes, frozenset(fields))


def _is_of_one_view(proof: Proof) -> bool:
    several = len(proof.seen) != 1 or proof.few or proof.most
    return not (several or proof.each or proof.listing)


def _ruled_out(flow: Flow, proof: Proof) -> list[Box]:
    """Return in boxes where a claim does not hold."""
    ((shape, where),) = proof.seen
    world: World = world_of(flow, shape)

    def slot_of(read: Read) -> Slot:
        return read.field, world.seen(where, read.whose, flow.scope_of(read.field))

    return _where(proof.body, slot_of, wanted=False)


def _where(node: Expression, slot_of: SlotOf, *, wanted: bool) -> list[Box]:
    """Return in boxes where a condition has the wanted value."""
    bare = unnamed(node)
    if not isinstance(bare, Apply) or bare.operator not in ("not", "and", "or", "implies"):
        return list(_compared(bare, slot_of, wanted=wanted))
    opposite = {"not": [True], "implies": [True, False]}.get(bare.operator)
    signs = opposite or [False] * len(bare.arguments)
    each = [
        _where(argument, slot_of, wanted=wanted is not sign)
        for argument, sign in zip(bare.arguments, signs, strict=True)
    ]
    if (bare.operator == "and") is wanted:
        return _met(each)
    return [box for boxes in each for box in boxes]


def _met(each: list[list[Box]]) -> list[Box]:
    """Return in boxes where all of these are met."""
    found: list[Box] = [{}]
    for boxes in each:
        look()
        if len(found) * len(boxes) > LARGEST:
            raise TooMany
        both = (_both(one, other) for one, other in product(found, boxes))
        found = [box for box in both if all(box.values())]
    return found


def _both(one: Box, other: Box) -> Box:
    met = dict(one)
    for slot, values in other.items():
        met[slot] = tuple(v for v in met.get(slot, values) if v in values)
    return met


def _compared(node: Expression, slot_of: SlotOf, *, wanted: bool) -> Iterator[Box]:
    """Yield in boxes where what compares several has the wanted value, case by case."""
    slots = list(dict.fromkeys(map(slot_of, reads(node))))
    if not slots:
        yield from [{}] if _value(node, {}, slot_of) is wanted else []
        return
    first, *others = slots
    sorts = [members(field.sort) for field, _ in slots]
    if prod(map(len, sorts)) > LARGEST:
        raise TooMany
    for rest in product(*sorts[1:]):
        known = dict(zip(others, rest, strict=True))
        mine = (v for v in sorts[0] if _value(node, {**known, first: v}, slot_of) is wanted)
        if values := tuple(mine):
            yield {first: values, **{slot: (value,) for slot, value in known.items()}}


def _value(node: Expression, known: Mapping[Slot, Value], slot_of: SlotOf) -> Value:
    def leaf(at: Expression) -> Value:
        if isinstance(at, Const):
            return at.value
        assert isinstance(at, Read)
        return known[slot_of(at)]

    found: Value = fold(node, leaf, lambda operator, given: OPERATORS[operator].python(*given))
    return found
