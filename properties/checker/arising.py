"""Whether what a proved claim supposes ever arises: a run that ends there, or a proof of never."""

from collections.abc import Iterator

from .kernel.claims import of_steps
from .kernel.flow import Data, Flow, Tree
from .kernel.need import need
from .kernel.runs import ends
from .proofs import Proof, proofs_of
from .stuck import KIND, said, seen_by

AHEAD = ("leads to", "can still")


def supposed_by(flow: Flow, claim: Data) -> list[Tree]:
    """Return the situations that a claim supposes: the left of each `implies` that it joins."""
    if claim["kind"] in AHEAD:
        return [["and", claim["body"], ["not", claim["to"]]]]
    states = claim["kind"] in ("always", "step", KIND)
    return list(_lefts(said(flow, claim))) if states else []


def _lefts(tree: Tree) -> Iterator[Tree]:
    if isinstance(tree, list) and tree[0] == "implies":
        yield tree[1]
    elif isinstance(tree, list) and tree[0] == "and":
        for part in tree[1:]:
            yield from _lefts(part)


def never_of(flow: Flow, packet: Data) -> Iterator[Proof]:
    """Yield the proofs that a situation never arises; reject a run that does not end in its own.

    A situation is seen from the places of the whole claim. The claim is empty where one has a
    proof, and only there.
    """
    claim, empty = flow.claims[packet["claim"]], False
    for situation, shown in zip(supposed_by(flow, claim), packet["situations"], strict=True):
        by = situation if claim["kind"] in AHEAD else seen_by(flow, claim)
        if "run" in shown:
            arises = ends(flow, "sometimes", situation, shown["run"], by)
            need(arises, "its situation does not arise so")
        else:
            empty, stepwise = True, of_steps("sometimes", situation)
            yield from proofs_of(flow, ["not", situation], shown, by, stepwise=stepwise)
    need(packet["empty"] is empty, "it is empty where a situation never arises, and only there")
