"""`switchproof why`: what a claim cannot do without, and whether its citations fit."""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from model.flows import FLOWS
from model.language.claims import Always, Claim, Step
from properties.budget import Budget, Spent
from properties.settle import Undecided
from properties.verdict import Invariant
from properties.why import Element, Why, why
from switchproof.bad_input import unknown
from switchproof.loading import Loaded, load
from switchproof.progress import Progress

AS_EXPECTED, UNDECIDED = 0, 3
SHOWN = 8


def run(asked: Namespace) -> int:
    """Tell of each claim asked for, or of every one, why it holds; return the exit status."""
    flows = [load(source) for source in ([asked.flow] if asked.flow else FLOWS)]
    chosen = [(one, claim) for one in flows for claim in one.claims if _fits(claim, asked.claims)]
    for name in asked.claims:
        if name not in {claim.id for _, claim in chosen}:
            known = (c.id for one in flows for c in one.claims if _fits(c, []))
            raise unknown("claim on states or steps", name, known)
    status = AS_EXPECTED
    for one, claim in chosen:
        with Progress(f"leaving out what {claim.id} rests on"):
            lines, known_whole = _told(one, claim, asked.timeout)
        print("\n".join(lines), flush=True)
        status = status if known_whole else UNDECIDED
    return status


def _fits(claim: Claim, wanted: list[str]) -> bool:
    """Tell whether a claim is one that an invariant proves, and that was asked for."""
    mine = isinstance(claim, Always | Step) and not claim.pending
    return mine and (not wanted or claim.id in wanted)


def _told(one: Loaded, claim: Claim, seconds: float) -> tuple[list[str], bool]:
    head = [f"{claim.id}, on {one.flow.name}: {claim.sentence}"]
    try:
        found = why(one.flow, claim, Budget(seconds=seconds))
    except (Spent, Undecided) as not_known:
        return [*head, f"  we do not know why it holds: {not_known}"], False
    return [*head, *_words(claim, found)], not found.unknown


def _words(claim: Claim, found: Why) -> Iterator[str]:
    if found.bearing:
        yield f"  It rests on {_ids(found.needed)}. Without any one of these it fails:"
    else:
        yield "  No single rule, effect or condition bears it: without any one it still holds."
    for element in found.bearing:
        yield f"    {element.says} ({_ids(element.cites)}): fails in {_steps(element)}"
    if found.idle:
        yield f"  It holds without any one of {len(found.idle)} others, such as:"
        yield from (f"    {element.says} ({_ids(element.cites)})" for element in found.idle[:SHOWN])
    for first, second in found.together:
        yield f"  Two that fail only together: {first.says}; and {second.says}"
    yield "  Such pairs were sought for a while only: there may be more."
    if isinstance(found.core, Invariant):
        asked = found.core.obligations
        yield f"  What is left without its idle conditions was proved anew: {asked} obligations."
    yield from (f"  not known: {line}" for line in found.unknown)
    yield from _citations(claim, found)


def _steps(element: Element) -> str:
    steps = len(element.run) if element.run else 0
    return "1 step" if steps == 1 else f"{steps} steps"


def _citations(claim: Claim, found: Why) -> Iterator[str]:
    cited, needed = set(claim.cites.split()), found.needed
    if cited - needed:
        yield f"  Cited, and borne by no single rule: {_ids(cited - needed)}."
    if needed - cited:
        yield f"  Needed, and not cited: {_ids(needed - cited)}."


def _ids(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))
