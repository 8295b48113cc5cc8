"""A trap told in words, and by which events one can still get somewhere."""

from collections.abc import Iterator

from model.language.claims import CanStill
from model.language.flow import Flow
from model.language.meaning import World
from model.language.words import counted, listed, words
from properties.engine.still.evidence import Ladder, Legs, OthersLed, Trap
from switchproof.telling.never import box_in_words
from switchproof.telling.replayed import steps_of
from switchproof.telling.story import start, step

SHOWN = 6


def tell_trap(flow: Flow, claim: CanStill, trap: Trap) -> Iterator[str]:
    """Yield each step, what holds at the end, and why nothing leads on from there."""
    world = World(flow, trap.shape)
    supposed, goal = claim.parts(flow)
    yield from start(flow, world, trap.first)
    for done in steps_of(flow, trap):
        yield from step(flow, world, done)
    yield f"   here it is so: {words(supposed)}"
    never = sorted(trap.boxes, key=len)
    since = ", since from then on it never happens that:" if never else "."
    yield f"From there nobody gets to: {words(goal)}; whatever anybody does{since}"
    yield from (f"   - {box_in_words(box, trap.shape)}" for box in never[:SHOWN])
    if len(never) > SHOWN:
        yield f"   and {len(never) - SHOWN} more such lines"


def told_ladder(found: Ladder) -> Iterator[str]:
    """Yield the events that lead on, by how many steps it takes from there at the most."""
    for rank in sorted({rung.rank for rung in found.rungs}):
        events = dict.fromkeys(f"'{r.event}'" for r in found.rungs if r.rank == rank)
        yield f"  {counted(rank, 'step')} away: {listed(events, 'or')}"
    for lemma in found.lemmas:
        yield f"  {_led(lemma)}"


def told_chain(found: Legs) -> Iterator[str]:
    """Yield the claims that lead on, one after the other, each with its events."""
    for n, (leg, one) in enumerate(found.legs):
        told = "First" if n == 0 else "From there"
        yield f"{told}, by '{leg.id}': {leg.sentence}"
        yield from told_ladder(one)


def _led(lemma: OthersLed) -> str:
    who = "metering point" if any(lemma.ladder.shape) else "provider"
    events = dict.fromkeys(f"'{rung.event}'" for rung in lemma.ladder.rungs)
    if not events:
        return f"no other {who} ever refuses '{lemma.event}' there"
    ways = f"by its own {listed(events, 'or')}"
    return f"each other {who} can first be led to allow '{lemma.event}', {ways}"
