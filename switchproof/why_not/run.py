"""`switchproof why-not`: why an event cannot happen in a state, and the nearest where it can.

One metering point with its provider is looked at. The nearest state is at the end of the
shortest run that goes on from here to the event and replays; that there is none is proved.
"""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from model.language.conditions import all_of
from model.language.events import Event, happens
from model.language.expressions import Expression, Named
from model.language.flow import Flow
from model.language.meaning import Move, Refusal
from model.language.sorts import Value, members, words_of
from model.language.words import counted, words
from model.refused import Refused, called, owned, sources
from model.walk import Walk
from properties.engine.budget import Budget, Spent
from properties.engine.evidence import Run
from switchproof.deciding.load import load
from switchproof.replay import move_named
from switchproof.telling.story import start, step
from switchproof.terminal.errors import BadInput, unknown
from switchproof.terminal.progress import Progress

ANSWERED, UNDECIDED = 0, 3


def run(asked: Namespace) -> int:
    """Say why an event is not possible after a run or in a state, and where it is."""
    flow, budget = load(asked.flow).flow, Budget(seconds=asked.timeout)
    event = move_named(Walk(flow).world, asked.event).event
    is_placed = bool(asked.state or asked.take)
    walk = _brought(flow, asked, budget) if is_placed else Walk(flow)
    found: Run | str = ""
    if walk.refusal(event):
        with Progress(f"looking for the nearest state in which '{event}' can happen"):
            found = _way(_from_here(flow, walk) if is_placed else flow, happens(event), budget)
    if not is_placed:
        walk = _at_the_start(flow, found)
    refused = walk.refusal(event)
    if refused is None:
        print(_possible(walk, event))
        return ANSWERED
    _print([f"'{event}' is not possible here.", *_reasons(walk, event, refused)])
    _print(_nearest(walk, found, "from here" if is_placed else "from any start"))
    return UNDECIDED if found and isinstance(found, str) else ANSWERED


def _at_the_start(flow: Flow, found: Run | str) -> Walk:
    """Return a walk that has not begun, from the start of the run that was found."""
    walk = Walk(flow)
    if isinstance(found, Run):
        walk = Walk(flow, shape=found.shape, first=found.first)
    _print(start(flow, walk.world, walk.state))
    return walk


def _brought(flow: Flow, asked: Namespace, budget: Budget) -> Walk:
    """Return a walk that is where it was asked to be; the way there is told."""
    walk, moves = Walk(flow), tuple[Move, ...]()
    if asked.state:
        wanted = all_of(*(_holds(flow, text) for text in asked.state))
        with Progress("looking for such a state"):
            found = _way(flow, wanted, budget)
        if not isinstance(found, Run):
            why = found or "no run gets there"
            raise BadInput(f"{' and '.join(asked.state)}: {why}; ask for another state")
        walk, moves = Walk(flow, shape=found.shape, first=found.first), found.moves
        _print([f"The shortest run to where {words(wanted)}:"] if moves else [])
    _print(start(flow, walk.world, walk.state))
    try:
        _tell(walk, (*moves, *(move_named(walk.world, text) for text in asked.take)))
    except Refused as refused:
        raise BadInput(f"{refused}; leave it out, or take another step before it") from refused
    return walk


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        print(line)


def _tell(walk: Walk, moves: Iterable[Move]) -> None:
    for move in moves:
        _print(step(walk.flow, walk.world, walk.take(move.event, move.home)))


def _holds(flow: Flow, text: str) -> Expression:
    """Return what FIELD=VALUE says; a machine's name stands for the field of its state."""
    name, equals, word = (part.strip() for part in text.partition("="))
    fields = {called(machine): machine.state for machine in flow.machines}
    fields |= {field.name: field for field in flow.fields}
    if not equals:
        raise BadInput(f"'{text}' is not FIELD=VALUE; write, say, '{next(iter(fields))}=...'")
    if name not in fields:
        raise unknown("field", name, fields)
    values: dict[str, Value] = {words_of(value): value for value in members(fields[name].sort)}
    if word not in values:
        raise unknown(f"value of '{name}'", word, values)
    return fields[name].is_(values[word])


def _possible(walk: Walk, event: Event) -> str:
    """Say that nothing stops it; or that it is a breach, or to no effect."""
    done = walk.take(event)
    if done.breaches:
        breached = " and ".join(f"'{duty}'" for duty in done.breaches)
        return f"'{event}' can happen here, and {done.actor} breaches {breached} by it."
    if done.after == done.before:
        return f"'{event}' can happen here, to no effect: it changes nothing."
    return f"'{event}' is possible here: nothing stands in its way."


def _reasons(walk: Walk, event: Event, refused: Refused) -> Iterator[str]:
    """Yield, machine by machine, the state that it is in, or the conjuncts that are false."""
    for (machine, owner), same in groupby(refused.refusals, lambda one: (one.machine, one.owner)):
        ways = tuple(same)
        where = f"  {owned(walk.world, machine, owner)} is '{words_of(ways[0].state)}'"
        yield where + (f", and none of {len(ways)} ways is open:" if len(ways) > 1 else ";")
        for number, way in enumerate(ways, 1):
            mark = f"way {number}: " if len(ways) > 1 else ""
            yield from (f"    {mark}{line}" for line in _false(way, event))


def _false(way: Refusal, event: Event) -> Iterator[str]:
    if way.left_sort:
        yield way.left_sort
    elif way.rule is None:
        yield f"it would have to be {sources(way.machine, event)}"
    for conjunct in way.false:
        cites = conjunct.cites if isinstance(conjunct, Named) else ""
        cited = ", ".join((cites or (way.rule.cites if way.rule else "")).split())
        yield f"it needs: {words(conjunct)}{f' ({cited})' if cited else ''}"


def _from_here(flow: Flow, walk: Walk) -> Flow:
    """Return the flow that starts in the state of a walk, for every point and provider."""
    starts = {field: (walk.state[at],) for (field, _), at in walk.world.slots.items()}
    return replace(flow, starts=starts)


def _way(flow: Flow, wanted: Expression, budget: Budget) -> Run | str:
    """Return the shortest run that gets there, "" where it is proved that none does, or why not."""
    from properties.engine.evidence import Undecided
    from properties.engine.settle import settle
    from properties.engine.slices.seen import parts_of

    try:
        found = settle(parts_of(flow, ~wanted), budget)
    except (Spent, Undecided) as why:
        return f"whether a run gets there is not known: {why}"
    return found if isinstance(found, Run) else ""


def _nearest(walk: Walk, found: Run | str, origin: str) -> Iterator[str]:
    if isinstance(found, Run):
        ahead = Walk(walk.flow, shape=found.shape, first=found.first)
        before = counted(len(found) - 1, "step")
        yield f"The nearest state in which it can happen is {before} from here; then it happens:"
        for move in found.moves:
            yield from step(walk.flow, ahead.world, ahead.take(move.event, move.home))
    elif found:
        yield f"The nearest state in which it can happen: {found}."
    else:
        yield f"It can never happen {origin}: proved, for every order of events that may follow."
