"""Whether what a proved claim supposes ever arises: a run that ends there, or a proof of never."""

from collections.abc import Iterator

from .kernel.claims import of_steps
from .kernel.flow import Data, Flow, Tree
from .kernel.need import need
from .kernel.runs import ends
from .proofs import Proof, proofs_of


def supposed_by(claim: Data) -> list[Tree]:
    """Return the situations that a claim supposes: the left of each `implies` that it joins."""
    if claim["kind"] == "leads to":
        return [["and", claim["body"], ["not", claim["to"]]]]
    return list(_lefts(claim["body"])) if claim["kind"] in ("always", "step") else []


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
    for situation, shown in zip(supposed_by(claim), packet["situations"], strict=True):
        seen_by = situation if claim["kind"] == "leads to" else claim["body"]
        if "run" in shown:
            arises = ends(flow, "sometimes", situation, shown["run"], seen_by)
            need(arises, "its situation does not arise so")
        else:
            empty, stepwise = True, of_steps("sometimes", situation)
            yield from proofs_of(flow, ["not", situation], shown, seen_by, stepwise=stepwise)
    need(packet["empty"] is empty, "it is empty where a situation never arises, and only there")
