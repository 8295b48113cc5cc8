"""Why a claim holds: what it cannot do without, and what it can.

Of each rule that the slice of its proof can see, the whole, each effect and each conjunct is
left out by itself. Where a run then breaks the claim, that is load-bearing; else it is idle.
What is idle by itself may still bear load together: pairs are tried as far as the time goes,
so their list may not be complete. At the end all idle conjuncts are left out one after the
other as long as the claim holds, and what is left is proved anew.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from model.language.claims import Claim
from model.language.definitions import Machine, Transition
from model.language.expressions import all_of, conjuncts, reads
from model.language.flow import Flow
from properties.budget import Budget, Spent
from properties.mutation.base import Known, first_answer, known_of
from properties.mutation.mutants import DROPPED, LOST, REMOVED, Mutant, wrong_rules
from properties.mutation.noticed import breaking_run
from properties.refine import Fails
from properties.seen import watched_by
from properties.settle import Undecided, settle
from properties.verdict import Invariant, Run

LEFT_OUT = (REMOVED, DROPPED, LOST)
FOR_PAIRS = 10.0  # seconds


@dataclass(frozen=True)
class Element:
    """Something that a rule says: in words, by whom it is cited, and a run without it, if any."""

    says: str
    cites: tuple[str, ...]
    run: Run | None


@dataclass(frozen=True)
class Why:
    """What a claim cannot do without, what it can, and what is not known."""

    bearing: tuple[Element, ...]
    idle: tuple[Element, ...]
    together: tuple[tuple[Element, Element], ...]
    unknown: tuple[str, ...]
    core: Run | Invariant

    def cited(self) -> frozenset[str]:
        """Return the ids that the load-bearing elements cite."""
        return frozenset(cited for element in self.bearing for cited in element.cites)


def why(flow: Flow, claim: Claim, budget: Budget) -> Why:
    """Return why a claim that is proved by an invariant holds; raises Undecided or Spent."""
    known = known_of(flow, claim, budget)
    bearing: list[tuple[Element, Mutant]] = []
    idle: list[tuple[Element, Mutant]] = []
    unknown: list[str] = []
    for mutant in _without(flow, known):
        cites = tuple(mutant.wrong.cites.split())
        try:
            run = breaking_run(flow, mutant, known, budget)
        except (Spent, Undecided) as why_not:
            unknown.append(f"{mutant.wrong.says}: {why_not}")
            continue
        (bearing if run else idle).append((Element(mutant.wrong.says, cites, run), mutant))
    conditions = [mutant for _, mutant in idle if mutant.wrong.kind == DROPPED]
    proved = settle(_core(flow, known, conditions, budget), claim.of(flow), budget)
    pairs = tuple(_together(flow, known, idle, Budget(FOR_PAIRS)))
    return Why(_only(bearing), _only(idle), pairs, tuple(unknown), proved)


def _only(found: list[tuple[Element, Mutant]]) -> tuple[Element, ...]:
    return tuple(element for element, _ in found)


def _without(flow: Flow, known: Known) -> Iterator[Mutant]:
    """Yield the flow without each thing that the proof can see.

    A machine with no kept field is left whole: to leave out its rules takes runs away, and
    what its conditions forbid the slice has forgotten.
    """
    kept = frozenset().union(*(part.kept for part in known.parts))
    watched = {event for part in known.parts for event in watched_by(part.body)}
    for machine, rule in flow.rules():
        mine = {machine.state, *rule.then, *(read.field for read in reads(rule.when))} & kept
        if mine and (flow.writes[rule.event] & kept or rule.event in watched):
            yield from wrong_rules(flow, machine, rule, LEFT_OUT)


def _together(
    flow: Flow, known: Known, idle: list[tuple[Element, Mutant]], budget: Budget
) -> Iterator[tuple[Element, Element]]:
    """Yield pairs of idle conditions without which the claim fails, as far as the time goes."""
    dropped = [(element, mutant) for element, mutant in idle if mutant.wrong.kind == DROPPED]
    for (one, first), (two, second) in combinations(dropped, 2):
        try:
            if _breaks(without_all(flow, [first, second]), known, budget):
                yield one, two
        except Spent:
            return


def _breaks(flow: Flow, known: Known, budget: Budget) -> bool:
    """Tell whether a run of a flow breaks a claim, beginning with what the proof kept."""
    answers = (first_answer(flow, part.body, part.kept, budget) for part in known.parts)
    return any(isinstance(answer, Fails) for answer in answers)


def _core(flow: Flow, known: Known, idle: list[Mutant], budget: Budget) -> Flow:
    """Return the flow without idle conditions, one after the other while the claim holds."""
    out: list[Mutant] = []
    for mutant in idle:
        if not _breaks(without_all(flow, [*out, mutant]), known, budget):
            out.append(mutant)
    return without_all(flow, out)


def without_all(flow: Flow, dropped: list[Mutant]) -> Flow:
    """Return the flow in which the conditions that mutants lack are all left out."""
    changed: dict[str, list[Machine]] = {}
    for mutant in dropped:
        name = str(mutant.wrong.machine)
        changed.setdefault(name, []).append(_named(mutant.flow, name))
    return flow.but(*(_merged(_named(flow, name), those) for name, those in changed.items()))


def _merged(machine: Machine, lacking: list[Machine]) -> Machine:
    rows = zip(machine.transitions, *(one.transitions for one in lacking), strict=True)
    return replace(machine, transitions=tuple(_least(rule, others) for rule, *others in rows))


def _least(rule: Transition, lacking: list[Transition]) -> Transition:
    """Return the rule with the conditions that none of the others lacks."""
    changed = [list(conjuncts(other.when)) for other in lacking if other is not rule]
    if not changed:
        return rule
    common = [c for c in changed[0] if all(any(c is d for d in other) for other in changed)]
    return replace(rule, when=all_of(*common))


def _named(flow: Flow, name: str) -> Machine:
    return next(machine for machine in flow.machines if str(machine) == name)
