"""Whether a claim notices a mutant, and where none does, whether the mutant is equivalent.

A claim is asked again only where its slice can see the change: where the event at fault writes
a kept field, before or after, or the claim names it. Its search begins with what the proof
kept; a run that breaks the claim counts once it has replayed on the whole mutant. A mutant is
equivalent where the event at fault does the same in each view, reachable without the change,
of the machine at fault and all that it reads: then no run of the whole ever differs. Who acts
is no part of a state, so there another party never counts as the same.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from model.language.claims import LeadsTo, speaks_of_a_step
from model.language.definitions import Event
from model.language.expressions import Apply, Expression, Field, Happens, Named
from model.language.flow import Flow
from model.language.words import words
from properties.budget import Budget, Spent
from properties.free import Doubt, Free, doubts_of, settle_doubts
from properties.layout import Shape, world_of
from properties.mirror import differences
from properties.mutation.base import Base, Known, Part, first_answer
from properties.mutation.mutants import ACTOR, Mutant
from properties.prove import decide
from properties.reach import Reach
from properties.refine import Fails
from properties.replay import breaks, replays
from properties.search import neighbourhood
from properties.seen import compile_claim, watched_by
from properties.settle import Undecided, joined
from properties.steps import Steps, compile_steps
from properties.verdict import Run, Verdict


class Fate(Enum):
    """What became of a mutant."""

    NOTICED = "noticed"
    EQUIVALENT = "equivalent"
    UNPROTECTED = "noticed by no claim"
    UNDECIDED = "not decided in its time"


@dataclass(frozen=True)
class Notice:
    """What became of a mutant: by which claim, in a run of how many steps, or why not known."""

    fate: Fate
    claim: str = ""
    steps: int | None = None
    why: str = ""


def notice(base: Base, mutant: Mutant, budget: Budget) -> Notice:
    """Ask the claims until one notices; then whether the mutant differs at all."""
    unsure = ""
    for known in base.known:
        try:
            found = _asked(base, mutant, known, budget)
        except (Spent, Undecided) as why:
            unsure = unsure or f"{known.claim.id}: {why}"
            continue
        if found:
            return found
    try:
        found = _compared(base, mutant, budget) or _at_last(base, mutant, budget)
        if found:
            return found
        if mutant.wrong.kind != ACTOR and _same(base.flow, mutant, budget):
            return Notice(Fate.EQUIVALENT)
    except (Spent, Undecided) as why:
        unsure = unsure or str(why)
    return Notice(Fate.UNDECIDED, why=unsure) if unsure else Notice(Fate.UNPROTECTED)


def _asked(base: Base, mutant: Mutant, known: Known, budget: Budget) -> Notice | None:
    run = breaking_run(base.flow, mutant, known, budget)
    if run:
        return Notice(Fate.NOTICED, known.claim.id, len(run))
    for wanted, run in known.runs:
        if not _arises(mutant, renewed(wanted, mutant.flow), run, budget):
            return Notice(Fate.NOTICED, known.claim.id, why="what it speaks of never arises")
    return None


def breaking_run(flow: Flow, mutant: Mutant, known: Known, budget: Budget) -> Run | None:
    """Return a run of the mutant that breaks what a claim says of every state or step."""
    for part, body in _bodies(known, mutant.flow):
        if part and (not touched(flow, mutant, part) or _no_more(flow, mutant, part)):
            continue
        answer = first_answer(mutant.flow, body, part.kept if part else frozenset(), budget)
        if isinstance(answer, Fails):
            return answer.run
        if answer is None:
            raise Undecided("an alarm, and no run")
    return None


def _bodies(known: Known, flow: Flow) -> Iterator[tuple[Part | None, Expression]]:
    """Yield what a claim says of a mutant, with the part that is known of it, if any is.

    What a claim says can depend on the flow, and then it may say more of the mutant.
    """
    if isinstance(known.claim.body, Expression):
        yield from ((part, renewed(part.body, flow)) for part in known.parts)
    elif known.parts:
        proved = {words(part.body): part for part in known.parts}
        for body in joined(known.claim.of(flow)):
            yield proved.get(words(body)), renewed(body, flow)


def touched(flow: Flow, mutant: Mutant, part: Part) -> bool:
    """Tell whether the slice of a proof can see what is wrong."""
    written = flow.writes.get(mutant.event, frozenset())
    written |= mutant.flow.writes.get(mutant.event, frozenset())
    watched = mutant.event in watched_by(part.body)
    closed = flow.deletion_closed and mutant.flow.deletion_closed
    return bool(written & part.kept) or watched or not closed


def _no_more(flow: Flow, mutant: Mutant, part: Part) -> bool:
    """Tell whether a slice gains no view by what is wrong, and no step that breaks the claim."""
    if not part.closure.isolated or not mutant.flow.deletion_closed:
        return False
    body = renewed(part.body, mutant.flow)
    for shape, reach in part.closure.reaches.items():
        old, new = (_event_alone(one, mutant, part.kept, shape) for one in (flow, mutant.flow))
        tests = [compile_claim(new, body, where) for mine, where in part.sight if mine == shape]
        for view in reach.order:
            after = new.successors(view)
            if after and not {a for _, a in after} <= {a for _, a in old.successors(view)}:
                return False
            if any(not holds(view, number, a) for holds in tests for number, a in after):
                return False
    return True


def renewed(node: Expression, flow: Flow) -> Expression:
    """Return a claim whose events are those of the flow, which may be done by another."""
    mine = {str(event): event for event in flow.events}
    if isinstance(node, Happens):
        return Happens(tuple(mine.get(str(event), event) for event in node.events))
    if isinstance(node, Named):
        return Named(node.words, renewed(node.body, flow), node.cites)
    if isinstance(node, Apply):
        return Apply(node.operator, tuple(renewed(a, flow) for a in node.arguments), node.sort)
    return node


def _arises(mutant: Mutant, wanted: Expression, run: Run, budget: Budget) -> bool:
    """Tell whether a situation still arises: in the run known, or in another."""
    flow = mutant.flow
    mine = {str(event): event for event in flow.events}
    if all(str(move.event) in mine for move in run.moves):
        world = world_of(flow, run.shape)
        trail = replays(world, run.first, run.moves)
        last = run.moves[-1] if run.moves and speaks_of_a_step(wanted) else None
        if breaks(world, trail, last, ~wanted, run.where):
            return True
    answer = first_answer(flow, ~wanted, frozenset(), budget)
    if answer is None:
        raise Undecided("an alarm, and no run")
    return isinstance(answer, Fails)


def _compared(base: Base, mutant: Mutant, budget: Budget) -> Notice | None:
    for claim in base.compared:
        if claim.machine == str(mutant.wrong.machine) and differences(mutant.flow, claim)[1]:
            return Notice(Fate.NOTICED, claim.id, why="its rows differ")
    for free in base.free:
        answer = settle_doubts(mutant.flow, _at_fault(mutant, free), budget)
        if isinstance(answer, Run):
            return Notice(Fate.NOTICED, free.id, len(answer))
    return None


def _at_last(base: Base, mutant: Mutant, budget: Budget) -> Notice | None:
    """Ask what must at last come about; what is not decided of it counts as not noticed."""
    for claim in base.at_last if mutant.wrong.kind != ACTOR else ():
        if any(event not in mutant.flow.events for event in _fair(claim)):
            return Notice(Fate.NOTICED, claim.id, why="an event that it names is gone")
        result = decide(mutant.flow, claim, Budget(budget.left))
        if result.verdict is Verdict.REFUTED and result.run:
            return Notice(Fate.NOTICED, claim.id, len(result.run))
    return None


def _fair(claim: LeadsTo) -> Iterator[Event]:
    """Yield the events that a claim supposes to happen fairly."""
    for fair in (*claim.weak, *claim.strong):
        yield from fair if isinstance(fair, tuple) else (fair,)


def _at_fault(mutant: Mutant, free: Free) -> Iterator[Doubt]:
    """Yield the doubts about the rules among which one is wrong."""
    for doubt in doubts_of(mutant.flow, free):
        same = str(doubt.machine) == str(mutant.wrong.machine)
        if same and doubt.rules[0].event == mutant.event:
            yield doubt


def _same(flow: Flow, mutant: Mutant, budget: Budget) -> bool:
    """Tell whether the event at fault does the same in each view that can be reached."""
    wrong = mutant.wrong.machine
    kept = neighbourhood(flow, [wrong])
    kept |= neighbourhood(mutant.flow, [m for m in mutant.flow.machines if str(m) == str(wrong)])
    reach = Reach(compile_steps(flow, kept, (1,)), budget)
    reach.close()
    before, after = (_event_alone(one, mutant, kept, (1,)) for one in (flow, mutant.flow))
    return all(set(before.successors(view)) == set(after.successors(view)) for view in reach.order)


def _event_alone(flow: Flow, mutant: Mutant, kept: frozenset[Field], shape: Shape) -> Steps:
    """Return the steps of the event at fault, of whoever performs it."""
    mine = [event for event in flow.events if str(event) == str(mutant.event)]
    return compile_steps(flow, kept, shape, mine, moves=lambda move: move.event in mine)
