"""Check ranks by one pass over the views and their edges, apart from the search that found them.

Expressions are read as the language says, not as the search compiles them. Along each edge
levels are compared one by one: the first difference must be a fall in rank; inside a block the
helper is the same, and the edge must not be it. At a view's last level the helper is enabled,
or, where the block is harmless, the view is not one that must not recur. A weak or harmless
level is the last of every view that has it. The ranked region is closed: who leaves it has met
the goal, or, for a lemma, has left what it supposes.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from model.language.claims import LeadsTo
from model.language.definitions import Event, Machine, Scope
from model.language.expressions import (
    Const,
    Expression,
    Field,
    Quantified,
    Read,
    fold,
    reads,
)
from model.language.flow import Flow
from model.language.operators import OPERATORS
from model.language.sorts import Value
from properties.layout import Layout, Shape, View, decode
from properties.live.components import HARMLESS, Levels
from properties.live.fair import (
    Fair,
    any_part,
    asked,
    atoms,
    deciding_fields,
    demands,
    fair_events,
    guard,
    read_from,
    staying_in_sort,
)
from properties.live.ranks import Helper, Lemma, Ranking, Ranks
from properties.reach import Closure
from properties.seen import NOBODY_SEEN


class Rejected(Exception):
    """Ranks do not prove what they are said to prove; the message says where."""


def check(flow: Flow, claim: LeadsTo, ranks: Ranks, closure: Closure) -> None:
    """Raise Rejected unless the ranks prove the claim on the views of the closure."""
    kept = frozenset(ranks.kept)
    shapes = {ranking.shape: Shown(flow, closure, ranking.shape) for ranking in ranks.all()}
    counted = _independent(flow, claim, kept)
    for fair, lemmas in _by_fair(ranks.lemmas):
        known = lemmas[0].known
        _need(all(lemma.known == known for lemma in lemmas), "lemmas of one event differ")
        _need(fair in fair_events(flow, claim), f"{fair} is not said to be fair")
        _need(all(deciding_fields(flow, e) <= kept for e in known), "a guard is not kept")
        _lemmas_cover(flow, known, lemmas)
        for lemma in lemmas:
            _check_lemma(flow, claim, lemma, shapes[lemma.ranking.shape], counted)
        counted[fair] = known
    _need(bool(ranks.rankings), "there is no ranking of the claim")
    for ranking in ranks.rankings:
        _check_claim(flow, claim, ranking, shapes[ranking.shape], counted)


def _need(true: bool, otherwise: str) -> None:  # reads like assert
    if not true:
        raise Rejected(otherwise)


def _independent(
    flow: Flow, claim: LeadsTo, kept: frozenset[Field]
) -> dict[Fair, tuple[Event, ...]]:
    """Return the events whose fairness counts from the first: they ask nothing of others."""
    return {
        fair: tuple(
            e for e in fair.events if not demands(flow, e) and deciding_fields(flow, e) <= kept
        )
        for fair in fair_events(flow, claim)
    }


def _by_fair(lemmas: Iterable[Lemma]) -> Iterator[tuple[Fair, list[Lemma]]]:
    grouped: dict[Fair, list[Lemma]] = {}
    for lemma in lemmas:
        grouped.setdefault(lemma.fair, []).append(lemma)
    return iter(grouped.items())


def _lemmas_cover(flow: Flow, known: tuple[Event, ...], lemmas: list[Lemma]) -> None:
    """Need a lemma for each shape in which somebody asked may stand."""
    shown = {(lemma.ranking.shape, lemma.shared) for lemma in lemmas}
    for event in known:
        for demand in demands(flow, event):
            _need(demand.quantifier.is_universal, f"'{event}' asks for some")
            _need(((1,), demand.shared) in shown, f"'{event}': no lemma on those asked")
            if demand.whom is Scope.PROVIDER and flow.has_providers:
                _need(((0,), demand.shared) in shown, f"'{event}': none on empty providers")


class Shown:
    """The views of one shape, and what holds of them as the language says."""

    def __init__(self, flow: Flow, closure: Closure, shape: Shape) -> None:
        self.flow = flow
        self.steps = closure.reaches[shape].steps
        self.layout: Layout = self.steps.layout
        self.world = self.layout.world
        self.views = frozenset(closure.reaches[shape].order)
        self.others: dict[View, list[View]] = {}
        if not closure.isolated:
            for before, after in closure.ghost_steps(shape):
                self.others.setdefault(before, []).append(after)
        for view in self.steps.initial():
            _need(view in self.views, "a first view is not among the views")
        self.memory: dict[Expression, dict[tuple[Scope, int, tuple[int, ...]], Value]] = {}

    def edges(self, view: View) -> Iterator[tuple[int, View]]:
        """Yield the edges from a view: own steps, those of others, and that nothing happens."""
        yield NOBODY_SEEN, view
        yield from self.steps.successors(view)
        yield from ((NOBODY_SEEN, after) for after in self.others.get(view, ()))

    def value(self, node: Expression, view: View, scope: Scope, owner: int) -> Value:
        """Return what an expression without quantifiers is, as an owner sees it."""
        slots = self.layout.slots
        numbers = [slots[r.field, self._owner(r, scope, owner)] for r in reads(node)]
        key = (scope, owner, tuple(view[n] for n in numbers))
        known = self.memory.setdefault(node, {})
        if key not in known:
            known[key] = self._compute(node, view, scope, owner)
        return known[key]

    def _owner(self, read: Read, scope: Scope, owner: int) -> int:
        return self.world.owner(self.flow.scope_of(read.field), scope, owner)

    def _compute(self, node: Expression, view: View, scope: Scope, owner: int) -> Value:
        def leaf(at: Expression) -> Value:
            if isinstance(at, Const):
                return at.value
            assert isinstance(at, Read)
            number = self.layout.slots[at.field, self._owner(at, scope, owner)]
            return decode(view[number], at.field.sort)

        value: Value = fold(node, leaf, lambda name, values: OPERATORS[name].python(*values))
        return value


class Guards:
    """Guards of one shape, taken apart once."""

    def __init__(self, shown: Shown) -> None:
        self.shown = shown

    def enabled(self, events: Iterable[Event], view: View) -> bool:
        """Tell whether, but for what is asked of others, one of some events may happen."""
        return any(all(self._part(m, e, view) for m in self._all(e)) for e in events)

    def shared(self, events: Iterable[Event], view: View, scope: Scope) -> bool:
        """Tell whether that part of a guard holds which everybody of a scope sees."""
        return any(
            all(self._some_rule(m, e, view, (scope, 0), scope) for m in self._all(e))
            for e in events
        )

    def _all(self, event: Event) -> tuple[Machine, ...]:
        return asked(self.shown.flow, event)

    def _part(self, machine: Machine, event: Event, view: View) -> bool:
        stays = staying(machine, event)
        here = (machine.scope, 0)
        fits = self._some_rule(machine, event, view, here, Scope.POINT)
        return fits and bool(self.shown.value(stays, view, *here))

    def _some_rule(
        self, machine: Machine, event: Event, view: View, here: tuple[Scope, int], least: Scope
    ) -> bool:
        return any(
            all(self.shown.value(a, view, *here) for a in of_rule if self._counts(a, least))
            for of_rule in plain_atoms(machine, event)
        )

    def _counts(self, atom: Expression, least: Scope) -> bool:
        return read_from(self.shown.flow, least, atom)

    def refused(self, events: Iterable[Event], view: View, shape: Shape, shared: Scope) -> bool:
        """Tell whether the one seen, asked for the sake of a rule that may fit, refuses."""
        flow = self.shown.flow
        for event in events:
            for demand in demands(flow, event):
                if demand.shared is not shared or (shape == (0,) and demand.whom is Scope.POINT):
                    continue
                given = (a for a in demand.given if read_from(flow, shared, a))
                fits = all(self.shown.value(a, view, shared, 0) for a in given)
                if fits and not self.shown.value(demand.body, view, demand.whom, 0):
                    return True
        return False


_ATOMS: dict[tuple[Machine, Event], list[list[Expression]]] = {}
_STAYING: dict[tuple[Machine, Event], Expression] = {}


def plain_atoms(machine: Machine, event: Event) -> list[list[Expression]]:
    """Return for each rule the conjuncts of its guard that ask nothing of others."""
    key = (machine, event)
    if key not in _ATOMS:
        _ATOMS[key] = [
            [a for a in atoms(guard(machine, rule)) if not isinstance(a, Quantified)]
            for rule in machine.of(event)
        ]
    return _ATOMS[key]


def staying(machine: Machine, event: Event) -> Expression:
    """Return that a machine leaves no sort at an event, the same expression each time."""
    return _STAYING.setdefault((machine, event), staying_in_sort(machine, event))


def _check_claim(
    flow: Flow,
    claim: LeadsTo,
    ranking: Ranking,
    shown: Shown,
    counted: Mapping[Fair, tuple[Event, ...]],
) -> None:
    supposed, goal = claim.parts(flow)
    owner = (Scope.POINT, 0) if ranking.shape == (1,) else (Scope.PROVIDER, 0)

    def outside(view: View) -> bool:
        return bool(shown.value(goal, view, *owner))

    for view in shown.views:
        arises = shown.value(supposed, view, *owner) and not outside(view)
        _need(not arises or view in ranking.levels, "a view where it arises has no rank")
    _check_ranking(ranking, shown, counted, outside, lambda _: True)


def _check_lemma(
    flow: Flow,
    claim: LeadsTo,
    lemma: Lemma,
    shown: Shown,
    counted: Mapping[Fair, tuple[Event, ...]],
) -> None:
    guards, goal = Guards(shown), any_part(flow, Scope.INDUSTRY, claim.to)

    def outside(view: View) -> bool:
        if shown.value(goal, view, Scope.INDUSTRY, 0):
            return True
        return not lemma.fair.strong and not guards.shared(lemma.known, view, lemma.shared)

    def bad(view: View) -> bool:
        return guards.refused(lemma.known, view, lemma.ranking.shape, lemma.shared)

    for view in shown.views:
        _need(outside(view) or view in lemma.ranking.levels, "a view of a lemma has no rank")
    same = lemma.fair.scope >= lemma.shared
    barred = lemma.fair.events if same else ()
    _check_ranking(lemma.ranking, shown, counted, outside, bad, barred=barred)


def _check_ranking(
    ranking: Ranking,
    shown: Shown,
    counted: Mapping[Fair, tuple[Event, ...]],
    outside: Callable[[View], bool],
    bad: Callable[[View], bool],
    *,
    barred: tuple[Event, ...] = (),
) -> None:
    for helper in ranking.helpers:
        known = counted.get(helper.fair, ())
        _need(set(helper.known) <= set(known), f"the fairness of {helper.fair} does not count")
    guards = Guards(shown)
    for view, levels in ranking.levels.items():
        _need(view in shown.views, "a rank of a view that is not there")
        _check_levels(levels, ranking.helpers)
        last = levels[-1][1]
        if last == HARMLESS:
            _need(not bad(view), "a harmless view must not recur")
        else:
            _need(guards.enabled(ranking.helpers[last].known, view), "the helper is not enabled")
        for number, after in shown.edges(view):
            _need(after in shown.views, "a step leads out of the views")
            event = shown.steps.moves[number].event if number != NOBODY_SEEN else None
            if event in barred or outside(after):
                continue
            _need(after in ranking.levels, "a step leads out of the ranked region")
            _compare(levels, ranking.levels[after], ranking.helpers, event)


def _check_levels(levels: Levels, helpers: tuple[Helper, ...]) -> None:
    _need(bool(levels), "a view has no level")
    for n, (rank, helper) in enumerate(levels):
        _need(rank >= 0 and HARMLESS <= helper < len(helpers), "a level is not one")
        final = helper == HARMLESS or not helpers[helper].fair.strong
        _need(not final or n == len(levels) - 1, "a weak or harmless level is not the last")


def _compare(one: Levels, two: Levels, helpers: tuple[Helper, ...], event: Event | None) -> None:
    for (rank, helper), (rank_after, helper_after) in zip(one, two, strict=False):
        if (rank, helper) != (rank_after, helper_after):
            _need(rank_after < rank, "a rank does not fall")
            return
        taken = helper != HARMLESS and event in helpers[helper].fair.events
        _need(not taken, "the helper occurs inside its block")
