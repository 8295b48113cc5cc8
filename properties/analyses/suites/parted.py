"""Where a variant of a flow shows otherwise at an interface than the flow: each place, and words.

A place is a state of what the flow shows and a letter: there one of the two shows it, and the
other does not.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from model.language.errors import IllFormed
from model.language.events import Event
from model.language.flow import Flow
from model.language.meaning import Move
from properties.analyses.suites.exact import ExactlyShown
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Disagreement, Run, Undecided
from properties.engine.interfaces.accepted import AcceptedData
from properties.engine.interfaces.accepting import VIEWS, accepting, kept_within_letters
from properties.engine.interfaces.automaton import Automaton, Subsets, determinised
from properties.engine.interfaces.cone import fields_behind, machines_behind
from properties.engine.interfaces.graph import SHAPE, PointGraph
from properties.engine.interfaces.letters import Symbol
from properties.engine.interfaces.monitor import lacking
from properties.engine.interfaces.parting import SeenApart
from properties.engine.interfaces.split import split
from properties.engine.slices.layout import Layout, layout, world_of
from properties.engine.slices.replay import replays
from properties.engine.slices.steps import compile_steps

Place = tuple[int, str]  # a state, and a letter by its name
Names = tuple[str, ...]
Met = Mapping[tuple[int, int], tuple[tuple[int, int], int] | None]
FAILS = (Spent, Undecided, Disagreement, IllFormed)


@dataclass(frozen=True)
class SeenOtherwise:
    """A variant with its letters, what it shows, and a shortest word to each place.

    At places in `more` the variant shows what the flow does not; at those in `less` it does not
    show what the flow does. Facts are as free as in what the flow shows.
    """

    flow: Flow
    symbols: tuple[Symbol, ...]
    automaton: Automaton
    more: Mapping[Place, Names]
    less: Mapping[Place, Names]

    def shows(self, word: Sequence[str]) -> bool:
        """Tell whether it may show a word."""
        node = 0
        for name in word:
            if name not in self.automaton.edges[node]:
                return False
            node = self.automaton.edges[node][name]
        return True


def symbols_in(flow: Flow, symbols: Sequence[Symbol]) -> tuple[Symbol, ...]:
    """Return letters with the events of a variant, under the name of who acts there."""
    mine = {str(event): event for event in flow.events}
    found = list[Symbol]()
    for one in symbols:
        by: dict[str, list[Event]] = {}
        for event in one.events:
            if (new := mine.get(str(event))) is not None:
                by.setdefault(one.actor if new is event else str(new.by), []).append(new)
        found += [replace(one, actor=who, events=tuple(some)) for who, some in by.items()]
    return tuple(found)


def same_machines(flow: Flow, other: Flow, symbols: Sequence[Symbol]) -> bool:
    """Tell whether the machines behind the interface are the same, and so all that it shows."""
    letters = {str(event) for one in symbols for event in one.events}
    one, two = (
        machines_behind(each, [e for e in each.events if str(e) in letters])
        for each in (flow, other)
    )
    return {id(m) for m in one} == {id(m) for m in two}


def differing(flow: Flow, of: ExactlyShown, budget: Budget) -> SeenOtherwise:
    """Return where a variant differs from what a flow shows; raises Spent."""
    mine = symbols_in(flow, of.symbols)
    made, letters = split(flow, mine)
    labels = {event: one.name for event, one in letters.items()}
    few = budget.of_views(VIEWS)
    with budget:
        graph = PointGraph(made, labels, few, of.unseen)
        automaton = determinised(Subsets(graph), budget)
    more, less = _places(of.packet["automaton"], automaton)
    return SeenOtherwise(flow, mine, automaton, more, less)


def _places(
    edges: Sequence[Mapping[str, int]], automaton: Automaton
) -> tuple[dict[Place, Names], dict[Place, Names]]:
    more, less = dict[Place, Names](), dict[Place, Names]()
    met: dict[tuple[int, int], Names] = {(0, 0): ()}
    waiting = deque(met)
    while waiting:
        pair = waiting.popleft()
        here, there = edges[pair[0]], automaton.edges[pair[1]]
        for name in sorted(here.keys() | there.keys()):
            if name in here and name in there:
                if (after := (here[name], there[name])) not in met:
                    met[after] = (*met[pair], name)
                    waiting.append(after)
            else:
                (less if name in here else more).setdefault((pair[0], name), met[pair])
    return more, less


def run_that_shows(one: SeenOtherwise, word: Sequence[str], budget: Budget) -> Run | None:
    """Return a run of the variant, facts and all, that shows a word; None where there is none."""
    made, letters = split(one.flow, one.symbols)
    labels = {event: symbol.name for event, symbol in letters.items()}
    steps = compile_steps(layout(made, fields_behind(made, labels), SHAPE), tuple(labels))
    firsts = [steps.layout.pack(view) for view in steps.layout.firsts()]
    met: dict[tuple[int, int], tuple[tuple[int, int], int] | None]
    met = dict.fromkeys((view, 0) for view in firsts)
    waiting = deque(met)
    while waiting:
        budget.check(len(met))
        at = view, done = waiting.popleft()
        if done == len(word):
            return _replayed(made, steps.layout, steps.moves, met, at)
        for number, to in steps.after(view):
            label = labels.get(steps.moves[number].event)
            fits = label is None or label == word[done]
            if fits and (after := (to, done + (label is not None))) not in met:
                met[after] = at, number
                waiting.append(after)
    return None


def _replayed(
    made: Flow, at: Layout, numbered: Sequence[Move], met: Met, end: tuple[int, int]
) -> Run:
    """Return a way that was met as a run of the whole flow; raises Undecided where it is none."""
    moves, here = list[Move](), end
    while (parent := met[here]) is not None:
        here, number = parent
        moves.append(numbered[number])
    view, world = at.unpack(here[0]), world_of(made, SHAPE)
    first = next(s for s in world.initial_states() if at.project(s) == view)
    run = Run(SHAPE, first, tuple(reversed(moves)))
    if replays(world, run.first, run.moves).refused is not None:
        raise Undecided("a run that tells a variant does not replay on the whole of it")
    return run


def shows_none(one: SeenOtherwise, word: Sequence[str], name: str, budget: Budget) -> str:
    """Return nothing where it is proved that the variant never shows a word; else why it is not."""
    labels = [symbol.name for symbol in one.symbols]
    wanted = lacking([SeenApart(tuple(word), name, 0)], [*labels, name])
    try:
        with budget:
            kept_within_letters(one.flow, one.symbols, wanted, budget)
    except FAILS as why:
        return str(why)
    return ""


def shows_the_same(one: SeenOtherwise, of: ExactlyShown, budget: Budget) -> str:
    """Return nothing where the checker accepts that a variant shows just what the flow shows.

    Else why it does not: then they may be the same, or not. First it is asked of what shows it of
    the flow, and where that is no proof for the variant, of what is found for the variant itself.
    """
    claim = AcceptedData(one.flow, of.interface, one.symbols)
    told, begun = Automaton(tuple(of.packet["automaton"])), of.packet["begun"]
    exactly = of.packet["exactly"]
    try:
        with budget:
            if claim.accepts(told, begun, of.packet["boxes"], exactly, budget):
                return ""
            boxes = kept_within_letters(one.flow, one.symbols, told, budget)
            if claim.accepts(told, begun, boxes, exactly, budget):
                return ""
        found = accepting(one.flow, of.interface, budget, followed=of.followed)
    except FAILS as why:
        return str(why)
    if not found.exactly:
        return found.more
    alike = [s.name for s in found.symbols] == [s.name for s in of.symbols]
    apart = any(_places(told.edges, found.automaton))
    return "" if alike and not apart else "another automaton was found of it"
