"""Why a claim holds, as short as it was found: what never happens, in words."""

from collections.abc import Iterator

from model.language.claims import Claim
from model.language.expressions import Field
from model.language.flow import Flow
from model.language.sorts import Value, members, words_of
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Box, Invariant, Run, Undecided
from properties.engine.fault import EngineFault
from properties.engine.pdr.prove import prove
from properties.engine.pdr.sat import Unserved
from properties.engine.settle import settle
from properties.engine.slices.seen import outlook_of, parts_of

SHOWN = 12


def reason_of(flow: Flow, claim: Claim, budget: Budget, proof: Invariant | None) -> Invariant:
    """Return boxes of which none can be left out, where they are found; else those of a proof.

    Raises Spent or Undecided where there is no proof at hand and none is found; EngineFault
    where the claim is refuted now.
    """
    try:
        found: Invariant | Run = prove(flow, claim, budget)
    except (Unserved, Undecided, Spent):
        body, whole = claim.of(flow), outlook_of(flow, claim)
        found = proof or settle(parts_of(flow, body, whole), budget)
    if isinstance(found, Run):
        raise EngineFault(f"{claim.id} was proved, and is refuted when asked why it holds")
    return found


def told_never(reason: Invariant) -> Iterator[str]:
    """Yield what never happens, that which is said soonest first, or that no more is needed."""
    boxes = [(shape, box) for shape, every in reason.boxes.items() for box in every]
    boxes.sort(key=lambda b: len(b[1]))
    said = dict.fromkeys(box_in_words(box, shape) for shape, box in boxes)
    if not said:
        yield "Why: wherever it holds, no step leads to where it does not. No more is needed."
        return
    yield "Why: it begins so, and no step leads out of it, since it never happens that"
    for words in list(said)[:SHOWN]:
        yield f"  - {words}"
    if len(said) > SHOWN:
        yield f"  and {len(said) - SHOWN} more such lines."


def box_in_words(box: Box, shape: tuple[int, ...]) -> str:
    """Return what never happens together."""
    return ", and ".join(_side(f, owner, some, shape) for (f, owner), some in box.items())


def _side(field: Field, owner: int, values: tuple[Value, ...], shape: tuple[int, ...]) -> str:
    """Return of which values a field is, or of which it is not where these are fewer."""
    number = f" ({owner + 1})" if sum(shape) > 1 else ""
    others = [value for value in members(field.sort) if value not in values]
    if 0 < len(others) < len(values):
        negated = "neither " if len(others) > 1 else "not "
        return f"{field.name}{number} is {negated}{' nor '.join(map(words_of, others))}"
    return f"{field.name}{number} is {' or '.join(map(words_of, values))}"
