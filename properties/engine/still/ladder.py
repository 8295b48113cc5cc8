"""Ranks as a claim on steps: from each view of a rung its event can happen, and leads nearer.

Only what the event itself does is asked about. What others do in the meantime is of no matter:
nobody waits for them. Those whom an event asks are led to allow it first, while the one who is
seen stands still; that they can be led is shown by rungs of theirs.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from model.language.asking import possible
from model.language.claims import CanStill
from model.language.conditions import all_of, any_of
from model.language.events import happens
from model.language.expressions import Expression
from model.language.flow import Flow
from model.language.meaning import Where
from properties.engine.budget import Budget, look
from properties.engine.evidence import Disagreement
from properties.engine.judging.boxes import Met
from properties.engine.judging.judge import judge
from properties.engine.judging.obligations import Matter
from properties.engine.live.blocks import boxes_around
from properties.engine.live.graph import Graph
from properties.engine.live.ranks import inside, later
from properties.engine.slices.layout import View
from properties.engine.slices.seen import Outlook, part_of
from properties.engine.still.asked import agrees, asks_all, asks_nobody, is_led, leads, who_is_led
from properties.engine.still.climb import Choice
from properties.engine.still.evidence import Ladder, OthersLed, Rung
from properties.engine.still.glance import Glance
from properties.engine.still.led import ThoseAsked


def ladder(claim: CanStill, glance: Glance, budget: Budget) -> Ladder:
    """Return what a look has found as Z3 has judged it; raises Spent or Disagreement."""
    flow, needed = glance.flow, glance.climb.needed(glance.region)
    lemmas = tuple(_lemmas(glance, needed, budget))
    rungs = _rungs(glance.graph, needed)
    supposed, goal = claim.parts(flow)
    said = [*_said(flow, supposed, goal, rungs), *_asked(flow, glance.graph, rungs, lemmas)]
    return replace(_judged(glance, glance.graph, rungs, said, budget), lemmas=lemmas)


def _lemmas(
    glance: Glance, needed: Mapping[Choice, Sequence[int]], budget: Budget
) -> Iterator[OthersLed]:
    """Yield of each event that all who are asked can be led, whenever its rungs are met."""
    met: dict[int, list[View]] = {}
    for (_, move), mine in needed.items():
        met.setdefault(move, []).extend(glance.graph.views[n] for n in glance.asking(move, mine))
    for move, views in met.items():
        for asked in glance.those_asked(glance.moves[move].event) if views else ():
            shared = (asked.shared(glance.graph.layout, view) for view in views)
            yield _lemma(glance, asked, list(dict.fromkeys(shared)), budget)


def _lemma(glance: Glance, asked: ThoseAsked, views: list[View], budget: Budget) -> OthersLed:
    flow, graph, (shape, shared) = glance.flow, asked.graph, asked.who
    every = dict.fromkeys(asked.shared(graph.layout, view) for view in graph.views)
    boxes = boxes_around(Met(asked.common, list(every)), views)
    rungs = _rungs(graph, asked.climb.needed(asked.region(views)))
    if not all(leads(flow, rung.event, shape) for rung in rungs):
        raise Disagreement("others were led by steps that are not their own alone")
    said = [*_said(flow, inside(boxes), is_led(flow, asked.event, asked.who), rungs)]
    said += [rung.now.implies(asks_nobody(flow, rung.event)) for rung in rungs]
    found = _judged(glance, graph, rungs, said, budget)
    return OthersLed(asked.event, shared, boxes, found)


def _rungs(graph: Graph, needed: Mapping[Choice, Sequence[int]]) -> tuple[Rung, ...]:
    views, moves = graph.views, graph.steps.moves
    met = Met(graph.layout, views)
    return tuple(
        Rung(rank, moves[move].event, boxes_around(met, [views[n] for n in mine]))
        for (rank, move), mine in needed.items()
    )


def _judged(
    glance: Glance,
    graph: Graph,
    rungs: tuple[Rung, ...],
    said: Sequence[Expression],
    budget: Budget,
) -> Ladder:
    point = any(graph.shape)
    whole = Outlook(int(point), provider=True, other=False, of_steps=True)
    where = Where(point=0, provider=0) if point else Where(provider=0)
    closure = glance.closure
    part = replace(part_of(closure.flow, all_of(*said), whole), facts=glance.facts)
    met = closure.closed()
    if closure.flow.deletion_closed:  # then others are of no use to the one who is seen
        met = {graph.shape: met[graph.shape]}
    found = judge(Matter(part, [(graph.shape, where)], closure.kept, met), budget)
    (proof,) = found.proofs
    return Ladder(found.kept, graph.shape, rungs, proof, found.obligations)


def _said(
    flow: Flow, supposed: Expression, goal: Expression, rungs: Sequence[Rung]
) -> Iterator[Expression]:
    """Yield that each view has a rung where it needs one, and that each rung leads on."""
    unranked = supposed & ~goal & ~any_of(*(rung.now for rung in rungs))
    yield unranked.implies(happens())  # which is never so, and makes it a claim on steps
    nearer: Expression = later(goal)
    for _, of_rank in groupby(rungs, lambda rung: rung.rank):
        look()
        same = list(of_rank)
        for rung in same:
            yield rung.now.implies(possible(flow, rung.event))
            yield (rung.now & happens(rung.event)).implies(nearer)
        nearer = any_of(nearer, *(rung.then for rung in same))


def _asked(
    flow: Flow, graph: Graph, rungs: Sequence[Rung], lemmas: Sequence[OthersLed]
) -> Iterator[Expression]:
    """Yield that on each rung nobody refuses: not the one who is seen, nor who can be led."""
    for rung in rungs:
        mine = [one for one in lemmas if one.event is rung.event]
        allowed: Expression = asks_nobody(flow, rung.event)
        led = {(one.ladder.shape, one.shared) for one in mine}
        if asks_all(flow, rung.event) and led.issuperset(who_is_led(flow, rung.event)):
            supposed = (inside(one.supposed) for one in mine)
            allowed = allowed | all_of(agrees(flow, rung.event, graph.shape), *supposed)
        yield rung.now.implies(allowed)
