"""A proof as a packet tells it: boxes of one view, or of shapes where points interact."""

from collections.abc import Iterator
from typing import TypeAlias

from .kernel.flow import Data, Flow, Tree
from .kernel.invariant import Invariant, view_of
from .kernel.need import need
from .listed import Listed
from .others import Shapes
from .places import sights

Proof: TypeAlias = Invariant | Listed | Shapes


def proof_of(flow: Flow, claim: Tree, shown: Data, seen_by: Tree, *, stepwise: bool) -> Proof:
    """Return the proof of a claim, or of a part, that is seen from the places of the whole."""
    if "boxes" in shown:
        view = view_of(flow, seen_by)
        return Invariant(flow, claim, shown["boxes"], view, stepwise=stepwise)
    if "states" in shown:
        return Listed(flow, claim, shown, stepwise=stepwise)
    proof = Shapes(flow, claim, shown, sights(flow, seen_by), stepwise=stepwise)
    need(proof.most is None, "it is for few points only")
    return proof


def proofs_of(
    flow: Flow, claim: Tree, shown: Data, seen_by: Tree, *, stepwise: bool
) -> Iterator[Proof]:
    """Yield what shows a claim: one invariant, or one proof of each part that it joins by `and`."""
    if "boxes" in shown:
        yield proof_of(flow, claim, shown, seen_by, stepwise=stepwise)
        return
    parts = parts_of(claim)
    need(len(shown["proofs"]) == len(parts), "each part of a claim has one proof")
    for part, proof in zip(parts, shown["proofs"], strict=True):
        yield proof_of(flow, part, proof, seen_by, stepwise=stepwise)


def parts_of(tree: Tree) -> list[Tree]:
    """Return the claims that a claim joins by `and`."""
    if isinstance(tree, list) and tree[0] == "and":
        return [part for argument in tree[1:] for part in parts_of(argument)]
    if isinstance(tree, list) and tree[0] == "not" and isinstance(tree[1], list):
        head, *arguments = tree[1]
        if head == "or":
            return [part for argument in arguments for part in parts_of(["not", argument])]
    return [tree]
