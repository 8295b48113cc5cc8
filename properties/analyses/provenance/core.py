"""Why a claim holds: what it cannot do without, and what it can.

All that it may rest on is left out thing by thing (`leaving.py`). Where a run then breaks the
claim, that is load-bearing; else it is idle. What is idle by itself may still bear load together:
for each source that the claim cites, all that cites it is left out at once; and then pairs of
conditions are, so many and no more, so that their list may not be complete. At the end as many
idle conditions are left out at once as the claim holds without, and what is left is proved anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from model.language.claims import Claim
from model.language.expressions import Field
from model.language.flow import Flow
from properties.analyses.mutation.base import ProvedClaim, known_of
from properties.analyses.mutation.mutants import DROPPED, WIDENED
from properties.analyses.provenance.elements import CONDITIONS, EFFECTS, RULES, Left, left_out, over
from properties.analyses.provenance.without import holds_without, run_without, without_all
from properties.analyses.vacuity.in_bulk import spared
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Invariant, Run, Undecided
from properties.engine.free import APART, misfits_of, settle_misfits
from properties.engine.settle import settle
from properties.engine.slices.seen import outlook_of, parts_of

PAIRS = 20  # of conditions that are idle, each left out with another
ALL_THAT_CITES = {
    CONDITIONS: "no condition or source state",
    EFFECTS: "no effect or target",
    RULES: "no rule",
}


@dataclass(frozen=True)
class Element:
    """Something that is left out: in words, by what it is cited, and a run without it, if any."""

    says: str
    cites: tuple[str, ...]
    run: Run | None


@dataclass(frozen=True)
class Provenance:
    """What a claim cannot do without, what it can, and what is not known.

    `over` is what the proof keeps; `order` is the states from which rules must lead, and no
    others, which makes the sources of these rules wanted and never missing, since a rule that is
    gone leads from nowhere; `by_source` is what bears load only together with all else
    that cites the same source, and `together` are pairs that bear load only as such.
    What is `clashing` cannot be left out: two rules of one event would then fit at once.
    """

    claim: Claim
    over: frozenset[Field]
    bearing: tuple[Element, ...]
    order: tuple[Element, ...]
    idle: tuple[Element, ...]
    by_source: tuple[Element, ...]
    together: tuple[tuple[Element, Element], ...]
    clashing: tuple[Element, ...]
    unknown: tuple[Element, ...]
    core: Run | Invariant | None


def _cited(elements: Sequence[Element]) -> frozenset[str]:
    return frozenset(cited for element in elements for cited in element.cites)


@dataclass
class _Sorted:
    """What was found of each thing that was left out."""

    bearing: list[Element] = field(default_factory=list)
    order: list[Element] = field(default_factory=list)
    idle: list[Left] = field(default_factory=list)
    clashing: list[Element] = field(default_factory=list)
    unknown: list[Element] = field(default_factory=list)

    def ask(self, left: Left, budget: Budget) -> None:
        """Look for a run without it."""
        try:
            run = left.breaks(budget)
        except (Undecided, Spent) as why_not:
            if clash := _clash(left, budget):
                self.clashing.append(Element(left.says, left.cites, clash))
            else:
                self.unknown.append(Element(f"{left.says}: {why_not}", left.cites, None))
            return
        if run:
            mine = self.order if left.kind == WIDENED else self.bearing
            mine.append(Element(left.says, left.cites, run))
        else:
            self.idle.append(left)


def why(flow: Flow, claim: Claim, budget: Budget) -> Provenance:
    """Return why a claim that is proved by an invariant holds; raises Undecided or Spent."""
    known = known_of(flow, claim, budget)
    if any(part.each for part in known.parts):
        raise Undecided("it is asked of each step by itself, so that it rests on every rule")
    found = _Sorted()
    everything = tuple(left_out(flow, known))
    sure = set(spared(flow, known, everything, budget))
    for left in everything:
        if left in sure:
            found.idle.append(left)
        else:
            found.ask(left, budget)
    jointly = Budget(budget.seconds, budget.views)
    by_source, pairs, core = list[Element](), list[tuple[Element, Element]](), None
    try:
        unborne = set(claim.cites.split()) - _cited((*found.bearing, *found.order))
        by_source += _by_source(flow, known, found.idle, unborne, jointly)
        pairs += _pairs(flow, known, found.idle, unborne - _cited(by_source), jointly)
        without = _core(flow, known, found.idle, jointly)
        core = settle(parts_of(without, claim.of(flow), outlook_of(without, claim)), jointly)
    except (Spent, Undecided) as why_not:
        found.unknown.append(Element(f"what is left out together: {why_not}", (), None))
    return Provenance(
        claim,
        over(known),
        tuple(found.bearing),
        tuple(found.order),
        tuple(_idle(left) for left in found.idle),
        tuple(by_source),
        tuple(pairs),
        tuple(found.clashing),
        tuple(found.unknown),
        core,
    )


def _clash(left: Left, budget: Budget) -> Run | None:
    """Return a run at whose end two rules fit at once without it: what is left is no flow."""
    if left.mutant is None:
        return None
    wrong, flow = left.mutant.wrong, left.mutant.flow
    asked = [
        misfit
        for misfit in misfits_of(flow, APART)
        if str(misfit.machine) == str(wrong.machine) and misfit.rules[0].event == left.mutant.event
    ]
    try:
        found = settle_misfits(flow, asked, Budget(budget.seconds, budget.views))
    except (Undecided, Spent):
        return None
    return found if isinstance(found, Run) else None


def _idle(left: Left) -> Element:
    return Element(left.says, left.cites, None)


def _by_source(
    flow: Flow, known: ProvedClaim, idle: Sequence[Left], sources: set[str], budget: Budget
) -> Iterator[Element]:
    """Yield each source without all of whose conditions, effects or rules the claim fails."""
    for cited in sorted(sources):
        for kinds, says in ALL_THAT_CITES.items():
            mine = [left for left in idle if left.kind in kinds and cited in left.cites]
            run = run_without(flow, known, mine, budget) if len(mine) > 1 else None
            if run:
                yield Element(f"{says} that cites {cited}", (cited,), run)
                break


def _pairs(
    flow: Flow, known: ProvedClaim, idle: Sequence[Left], sources: set[str], budget: Budget
) -> Iterator[tuple[Element, Element]]:
    """Yield pairs of conditions without which the claim fails, those that cite sources first."""
    conditions = [left for left in idle if left.kind in CONDITIONS]
    by_need = sorted(conditions, key=lambda left: sources.isdisjoint(left.cites))
    for pair in islice(combinations(by_need, 2), PAIRS):
        if run_without(flow, known, pair, budget):
            one, two = map(_idle, pair)
            yield one, two


def _core(flow: Flow, known: ProvedClaim, idle: Sequence[Left], budget: Budget) -> Flow:
    """Return the flow without idle conditions, as many as can go while the claim holds."""
    conditions = [left for left in idle if left.kind == DROPPED]
    out = _droppable(flow, known, conditions, [], budget)
    return without_all(flow, [left.mutant for left in out if left.mutant])


def _droppable(
    flow: Flow, known: ProvedClaim, asked: list[Left], out: list[Left], budget: Budget
) -> list[Left]:
    """Return what is out already and what of those asked can go too: all of them, or by halves."""
    if not asked or holds_without(flow, known, [*out, *asked], budget):
        return [*out, *asked]
    if len(asked) == 1:
        return out
    half = len(asked) // 2
    out = _droppable(flow, known, asked[:half], out, budget)
    return _droppable(flow, known, asked[half:], out, budget)
