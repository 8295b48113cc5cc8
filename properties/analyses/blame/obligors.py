"""Who must fail for it to go wrong: the smallest sets of obligors whose lapses reach an outcome.

A set of parties may lapse, all others keep their duties: the transitions by which these would
breach one are left out. More who may lapse means more runs and never fewer, so once a set reaches
the outcome its supersets need not be asked. The empty set: the rules themselves allow it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from model.language import Duty
from model.language.claims import Sometimes
from model.language.events import Event
from model.language.flow import Flow
from model.language.parties import Party
from model.language.transitions import Transition
from properties.analyses.blame.turning_point import Course, Prevention
from properties.engine.verdict import Result, Verdict

Decided = Callable[[Flow, str, Sometimes], Result]


@dataclass(frozen=True)
class Culprits:
    """Parties who together bring an outcome about, and the run; `faultless`: no fault is needed."""

    parties: tuple[Party, ...]
    result: Result
    faultless: bool


@dataclass(frozen=True)
class Blame:
    """The smallest sets that reach an outcome, and those of which it is not known, with why."""

    outcome: Sometimes
    culprits: tuple[Culprits, ...]
    unknown: tuple[tuple[tuple[Party, ...], str], ...] = ()

    @property
    def never(self) -> bool:
        """Tell whether it was proved that no lapses of anybody reach it."""
        return not self.culprits and not self.unknown


@dataclass(frozen=True)
class Aftermath:
    """A breach, and the first of some outcomes that it alone brings about, if it does.

    `breach` is the step of the run at which it stands, and `preventions` tell who could still
    have kept the outcome off then.
    """

    event: Event
    duty: Duty
    result: Result | None = None
    breach: int = 0
    preventions: tuple[Prevention, ...] = ()


def lapsing(flow: Flow) -> tuple[Party, ...]:
    """Return the obligors whose duties some transition breaches, in order of their duties."""
    breached = {rule.breaches for rule in lapses(flow)}
    return tuple(dict.fromkeys(d.obligor for d in flow.duties if d.name in breached))


def lapses(flow: Flow) -> Iterator[Transition]:
    """Yield the lapses of a flow; an observer only notes a breach, and commits none."""
    for machine in flow.machines:
        if not machine.observer:
            yield from (rule for rule in machine.transitions if rule.breaches)


def breaching_events(flow: Flow) -> dict[Event, str]:
    """Return the events that are always a breach, each with the duty that it breaches."""
    rules: dict[Event, list[str]] = {}
    for machine in flow.machines:
        for rule in machine.transitions if not machine.observer else ():
            rules.setdefault(rule.event, []).append(rule.breaches)
    return {event: duties[0] for event, duties in rules.items() if all(duties)}


def keeping(flow: Flow, may_lapse: tuple[Party, ...]) -> Flow:
    """Return the flow in which nobody but these parties breaches a duty."""
    kept = {duty.name for duty in flow.duties if duty.obligor not in may_lapse}
    return _without_lapses(flow, lambda rule: rule.breaches in kept)


def _without_lapses(flow: Flow, unwanted: Callable[[Transition], bool]) -> Flow:
    left_out = {rule for rule in lapses(flow) if unwanted(rule)}
    changed = [m for m in flow.machines if not left_out.isdisjoint(m.transitions)]
    return flow.but(
        *(replace(m, transitions=[t for t in m.transitions if t not in left_out]) for m in changed)
    )


def faultless(flow: Flow, faults: tuple[Event, ...]) -> Flow:
    """Return the flow in which none of these events happens."""
    hit = [m for m in flow.machines if any(event in m.events for event in faults)]
    return flow.but(*(m.without(*(e for e in faults if e in m.events)) for m in hit))


def to_blame(flow: Flow, outcome: Sometimes, faults: tuple[Event, ...], decided: Decided) -> Blame:
    """Return the smallest sets of parties whose lapses reach the outcome.

    `decided` is given each flow, what it is called, and the outcome.
    """
    found: list[Culprits] = []
    unknown: list[tuple[tuple[Party, ...], str]] = []
    for parties in _by_size(lapsing(flow)):
        if any(set(one.parties) <= set(parties) for one in found):
            continue
        name = f"{' and '.join(map(str, parties)) or 'nobody'} may lapse"
        result = decided(keeping(flow, parties), name, outcome)
        if result.verdict is Verdict.PROVED:
            clean = decided(faultless(result.flow, faults), f"{name}, no fault", outcome)
            found.append(Culprits(parties, result, clean.verdict is Verdict.PROVED))
        elif result.verdict is Verdict.UNDECIDED:
            unknown.append((parties, result.reason))
    return Blame(outcome, tuple(found), tuple(unknown))


def _by_size(parties: tuple[Party, ...]) -> Iterator[tuple[Party, ...]]:
    for size in range(len(parties) + 1):
        yield from combinations(parties, size)


def aftermaths(
    flow: Flow, outcomes: tuple[Sometimes, ...], decided: Decided
) -> Iterator[Aftermath]:
    """Yield each breach with the first of the outcomes that it alone brings about."""
    duties = {duty.name: duty for duty in flow.duties}
    for event, name in dict.fromkeys((rule.event, rule.breaches) for rule in lapses(flow)):
        results = _alone(flow, event, outcomes, decided)
        result = next((one for one in results if one.run is not None), None)
        duty = duties[name]
        yield _aftermath(result, event, duty) if result else Aftermath(event, duty)


def _alone(
    flow: Flow, event: Event, outcomes: tuple[Sometimes, ...], decided: Decided
) -> Iterator[Result]:
    alone = _without_lapses(flow, lambda rule: rule.event != event)
    return (decided(alone, f"{event} alone", outcome) for outcome in outcomes)


def _aftermath(result: Result, event: Event, duty: Duty) -> Aftermath:
    assert result.run is not None
    course = Course(result.flow, result.run, result.claim.of(result.flow))
    breach = [move.event for move in result.run.moves].index(event) + 1
    return Aftermath(event, duty, result, breach, course.last_of_each(breach))
