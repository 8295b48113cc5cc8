"""Why a row cannot be, or what is late: guard, duty, reading, party and clause in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from properties.analyses.monitor.monitor import OwedDuty
from switchproof.logs.stepper import Stepper
from switchproof.logs.ties import Pair
from switchproof.logs.walked import Why

NO_LETTER = "no event of the flow has this actor and these facts"


@dataclass(frozen=True)
class Reason:
    """What is said of a case that departs, or on which nothing can be said.

    Where several duties may be in question all are listed, and none is picked.
    """

    guard: str | None = None
    duty: str | None = None
    reading: str | None = None
    party: str | None = None
    clause: str | None = None


def reason(
    stepper: Stepper,
    why: Why,
    wait: int,
    pairs: Iterable[Pair],
    kinds: tuple[tuple[int, bool], ...],
) -> Reason:
    """Return the reason; `pairs` are states with the letter that came.

    `kinds` are those of its rows, each with whether it names a member.
    """
    match why:
        case Why.TOO_MANY:
            return Reason("more events at one instant than orders of them are tried")
        case Why.UNMAPPED:
            return Reason(_unmapped(stepper, kinds))
        case Why.LATE | Why.OMITTED:
            return _late(stepper, stepper.waits[wait], pairs)
    return _refused(stepper, pairs, tuple(kind for kind, _ in kinds))


def _unmapped(stepper: Stepper, kinds: tuple[tuple[int, bool], ...]) -> str:
    if min(kind for kind, _ in kinds) < 0:
        return "the event or its actor is missing, or none that the map and the interface have"
    whose = [named for kind, named in kinds if stepper.named[_parts(stepper, kind)[0]]]
    if stepper.members and not all(whose):
        return "the column member does not say whose the event is"
    if stepper.members and whose:
        known = sorted({one.member for one in stepper.monitor.letters if one.member})
        return f"by now the case names more members than the flow has ({', '.join(known)})"
    return "a fact that the event asks is not known at its time"


def _late(stepper: Stepper, deadline: str, pairs: Iterable[Pair]) -> Reason:
    states = {state for number, _ in pairs for state in stepper.sets[number]}
    owed = [d for s in states for d in stepper.monitor.waits[s] if d.certain]
    return _of([f"not done when {deadline}"], [d for d in owed if d.deadline == deadline])


def _refused(stepper: Stepper, pairs: Iterable[Pair], kinds: tuple[int, ...]) -> Reason:
    monitor, guards, duties = stepper.monitor, list[str](), list[OwedDuty]()
    for number, letter in pairs:
        if letter == len(monitor.letters):
            guards += [said for kind in kinds for said in _nearest(stepper, kind)]
            continue
        duties += monitor.breaches[letter]
        for state in stepper.sets[number]:
            if told := monitor.refusal(state, letter):
                guards += told.guards
                duties += told.duties
    return _of(guards, duties)


def _nearest(stepper: Stepper, kind: int) -> Iterator[str]:
    """Yield how the row differs from what the event of that name is."""
    event, actor, _ = _parts(stepper, kind)
    mine = [one for one in stepper.monitor.letters if one.event == stepper.events[event]]
    acting = sorted({one.actor for one in mine})
    if stepper.actors[actor] not in acting:
        yield f"it is for {' or '.join(acting)} to do, and not for {stepper.actors[actor]}"
        return
    told = facts_of(stepper, kind)
    yield f"no such event while {' and '.join(told)}" if told else NO_LETTER


def facts_of(stepper: Stepper, kind: int) -> list[str]:
    """Return in words the facts that the event of a kind of row asks."""
    event, _, facts = _parts(stepper, kind)
    mine = [one for one in stepper.monitor.letters if one.event == stepper.events[event]]
    asked = {name for one in mine for name, _ in one.facts}
    return [
        f"'{name}' is {_worded(values[at]) if at < len(values) else 'not known'}"
        for (name, values), at in zip(stepper.facts, facts, strict=True)
        if name in asked
    ]


def _worded(value: bool | str) -> str:
    return value if isinstance(value, str) else "yes" if value else "no"


def _parts(stepper: Stepper, kind: int) -> tuple[int, int, list[int]]:
    """Return the event, the actor and the facts of a kind of row."""
    facts = []
    for _, values in reversed(stepper.facts):
        kind, fact = divmod(kind, len(values) + 1)
        facts.append(fact)
    event, actor = divmod(kind, len(stepper.actors))
    return event, actor, facts[::-1]


def _of(guards: Iterable[str], duties: Iterable[OwedDuty]) -> Reason:
    every = sorted(set(duties), key=repr)
    return Reason(
        _listed(guards),
        _listed(one.duty for one in every),
        _listed(one.reading for one in every),
        _listed(one.party for one in every),
        _listed(one.clause for one in every),
    )


def _listed(words: Iterable[str]) -> str | None:
    return "; or ".join(sorted({word for word in words if word})) or None
