"""Whether two flows are alike at an interface: a verdict that the checker has accepted, or none."""

import time
from dataclasses import replace

from model.language.meaning import Where
from properties.checker import Rejected
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Disagreement, Run, Undecided
from properties.engine.interfaces.automaton import Subsets, determinised
from properties.engine.interfaces.cone import machines_behind
from properties.engine.interfaces.graph import SHAPE, PointGraph
from properties.engine.interfaces.monitor import kept_within, lacking
from properties.engine.interfaces.packets import ComparisonData, answers_data, difference_data
from properties.engine.interfaces.parting import SeenApart, differences
from properties.engine.interfaces.replies import replies
from properties.engine.interfaces.result import Likeness, Parted
from properties.engine.interfaces.same_at import SIDES, SameAt
from properties.engine.packets.export import Data
from properties.engine.slices.layout import world_of
from properties.engine.slices.replay import replays
from properties.engine.verdict import Verdict

VIEWS = 500_000  # of one point, and all their steps are held at once
Found = tuple[Likeness, Data]


def compare(asked: SameAt, budget: Budget | None = None) -> Likeness:
    """Return whether two flows are alike at an interface, with the packet that shows it."""
    started, limits = time.monotonic(), budget or Budget()
    try:
        with limits:
            told = ComparisonData(asked)
            found, shown = _same_machines(told) or _of_one_point(told, limits)
            found = replace(found, packet=told.accepted(found, shown, limits))
    except (Spent, Undecided, Disagreement) as why:
        found = Likeness(asked, Verdict.UNDECIDED, str(why))
    except Rejected as why:
        found = Likeness(asked, Verdict.UNDECIDED, f"the checker does not accept it: {why}")
    return replace(found, seconds=time.monotonic() - started)


def _same_machines(told: ComparisonData) -> Found | None:
    """Return that the same machines decide what is seen of both, if they do."""
    asked = told.asked
    seen = [{str(event): name for event, name in asked.labels(n).items()} for n in SIDES]
    behind = [
        {str(m) for m in machines_behind(flow, asked.labels(n))}
        for n, flow in enumerate(asked.flows)
    ]
    mine, theirs = (told.machines(n, behind[n]) for n in SIDES)
    if not mine or mine != theirs or seen[0] != seen[1]:
        return None
    machines = tuple(str(m) for m in asked.flows[0].machines if str(m) in mine)
    found = Likeness(asked, Verdict.PROVED, machines=machines)
    return found, {"kind": "same machines", "machines": list(machines)}


def _of_one_point(told: ComparisonData, budget: Budget) -> Found:
    """Compare what one point may see of either flow."""
    asked = told.asked
    for flow in asked.flows:
        for why in flow.obstacles[:1]:
            raise Undecided(f"'{flow.name}' is not deletion-closed, so one view is no proof: {why}")
    few = budget.of_views(VIEWS)
    one, other = (Subsets(PointGraph(asked.flows[n], asked.labels(n), few)) for n in SIDES)
    found, _ = differences((one, other), budget)
    if found:
        return _parted(told, (one, other), found, budget)
    automaton = determinised(one, budget)
    sides = []
    for n, subsets in enumerate((one, other)):
        no_less = answers_data(asked, n, replies(automaton, subsets, budget))
        no_more = kept_within(asked.flows[n], asked.labels(n), automaton, budget)
        sides.append({**no_less, "boxes": no_more["boxes"]})
    alike = Likeness(asked, Verdict.PROVED, automaton=automaton)
    shown = {"kind": "same automaton", "automaton": no_more["automaton"], "sides": sides}
    return alike, {**shown, "empty": alike.empty}


def _parted(
    told: ComparisonData, sides: tuple[Subsets, Subsets], found: list[SeenApart], budget: Budget
) -> Found:
    asked, within = told.asked, list[Data | None]()
    for n in SIDES:
        more = [one for one in found if one.side != n]
        lacks = lacking(more, tuple(asked.visible))
        within.append(kept_within(asked.flows[n], asked.labels(n), lacks, budget) if more else None)
    runs = [(one, _run(sides[one.side].graph, one)) for one in found]
    parted = tuple(Parted(one, run, told.carries(one.side, run)) for one, run in runs)
    told_of = [difference_data(asked, one) for one in parted]
    shown = {"kind": "parted", "within": within, "differences": told_of}
    return Likeness(asked, Verdict.REFUTED, parted=parted), shown


def _run(graph: PointGraph, one: SeenApart) -> Run:
    """Return a shortest run of the whole flow that is seen so; raises Undecided where none is."""
    found = graph.path(graph.firsts, (*one.word, one.label))
    assert found is not None, "what the subsets show has a run"
    first, numbers, _ = found
    moves, start = tuple(graph.moves[n] for n in numbers), graph.first_state(first)
    if replays(world_of(graph.flow, SHAPE), start, moves).refused is not None:
        raise Undecided("a run that parts the two does not replay on the whole flow")
    return Run(SHAPE, start, moves, Where())
