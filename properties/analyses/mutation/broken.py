"""Whether a mutant breaks what a claim says, and whether what the claim speaks of still arises.

A claim is asked again only where its slice can see the change: where the event at fault writes
a kept field, before or after, or the claim names it. Its search begins with what the proof
kept; a run that breaks the claim counts once it has replayed on the whole mutant.
"""

from collections.abc import Iterator

from model.language.claims import speaks_of_a_step
from model.language.events import Happens
from model.language.expressions import Apply, Expression, Field, Named
from model.language.flow import Flow
from model.language.meaning import Move
from model.language.words import words
from properties.analyses.mutation.alike import event_alone
from properties.analyses.mutation.base import NEITHER, ProvedClaim
from properties.analyses.mutation.mutants import ACTOR, Mutant
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run, Undecided
from properties.engine.slices.layout import world_of
from properties.engine.slices.refine import Holds, first_answer
from properties.engine.slices.replay import breaks, replays
from properties.engine.slices.seen import joined, outlook_of, part_of
from properties.engine.slices.truth import compile_claim


def breaking_run(flow: Flow, mutant: Mutant, known: ProvedClaim, budget: Budget) -> Run | None:
    """Return a run of the mutant that breaks what a claim says of every state or step."""
    unknown: Exception | None = None
    for held, body in _bodies(known, mutant):
        if held and (not _touched(flow, mutant, held) or _no_more(flow, mutant, held)):
            continue
        whole = held.part.whole if held else outlook_of(mutant.flow, known.claim)
        kept = held.kept if held else frozenset[Field]()
        try:
            answer = first_answer(part_of(mutant.flow, body, whole), budget, kept)
        except Spent as why:
            unknown = unknown or why
            continue
        if isinstance(answer, Run):
            return answer
        if answer is None:
            unknown = unknown or Undecided(NEITHER)
    if unknown:
        raise unknown
    return None


def _bodies(known: ProvedClaim, mutant: Mutant) -> Iterator[tuple[Holds | None, Expression]]:
    """Yield what a claim says of a mutant, with the part that is known of it, if any is.

    What a claim says can depend on the flow, and then it may say more of the mutant.
    """
    if isinstance(known.claim.body, Expression):
        yield from ((held, renewed(held.part.body, mutant)) for held in known.parts)
    elif known.parts:
        proved = {words(held.part.body): held for held in known.parts}
        for body in joined(known.claim.of(mutant.flow)):
            yield proved.get(words(body)), renewed(body, mutant)


def _touched(flow: Flow, mutant: Mutant, held: Holds) -> bool:
    """Tell whether the slice of a proof can see what is wrong."""
    written = flow.writes.get(mutant.event, frozenset())
    written |= mutant.flow.writes.get(mutant.event, frozenset())
    watched = mutant.event in held.part.events
    closed = flow.deletion_closed and mutant.flow.deletion_closed
    return bool(written & held.kept) or watched or held.each or not closed


def _no_more(flow: Flow, mutant: Mutant, held: Holds) -> bool:
    """Tell whether a slice gains no view by what is wrong, and no step that breaks the claim."""
    if held.each or not held.closure.isolated or not mutant.flow.deletion_closed:
        return False
    body = renewed(held.part.body, mutant)
    for shape, reach in held.closure.reaches.items():
        old, new = (event_alone(one, mutant, held.kept, shape) for one in (flow, mutant.flow))
        tests = [compile_claim(new, body, where) for mine, where in held.sight if mine == shape]
        for view in reach.order:
            after = new.successors(view)
            if after and not {a for _, a in after} <= {a for _, a in old.successors(view)}:
                return False
            if any(not holds(view, number, a) for holds in tests for number, a in after):
                return False
    return True


def renewed(node: Expression, mutant: Mutant) -> Expression:
    """Return a claim whose events are those of a mutant, which may be done by another."""
    if mutant.wrong.kind != ACTOR:
        return node
    mine = {str(event): event for event in mutant.flow.events}

    def within(node: Expression) -> Expression:
        if isinstance(node, Happens):
            return Happens(tuple(mine.get(str(event), event) for event in node.events))
        if isinstance(node, Named):
            return Named(node.words, within(node.body), node.cites)
        if isinstance(node, Apply):
            return Apply(node.operator, tuple(within(a) for a in node.arguments), node.sort)
        return node

    return within(node)


def still_arises(mutant: Mutant, wanted: Expression, run: Run) -> bool:
    """Tell whether a situation still arises in the run that is known."""
    mine = {str(event): event for event in mutant.flow.events}
    if any(str(move.event) not in mine for move in run.moves):
        return False
    world, said = world_of(mutant.flow, run.shape), renewed(wanted, mutant)
    moves = [Move(mine[str(move.event)], move.home) for move in run.moves]
    of_steps, trail = speaks_of_a_step(said), replays(world, run.first, moves)
    return breaks(world, trail, moves, ~said, run.where, of_steps=of_steps)
