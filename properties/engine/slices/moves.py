"""Each move of a shape, on the kept slots that it reads or writes: who takes part in it.

Of what is forgotten a move does whatever some values of it allow.
"""

from collections.abc import Iterator
from functools import partial

from model.language.events import Event
from model.language.machines import Machine
from model.language.meaning import Move
from properties.engine.budget import look
from properties.engine.slices.cases import Cases
from properties.engine.slices.move_text import Local, MoveText

Member = tuple[Machine, int]  # who takes part, and whose it is


def local(cases: Cases, move: Move) -> Local:
    """Return what a move does; it is written once for the same rules and kept fields."""
    look()
    leaders, followers = list(_leaders(cases, move)), list(_followers(cases, move))
    roles = [(m.state, m.rules_of(move.event), owner) for m, owner in (*leaders, *followers)]
    make = partial(_written, cases, move.event, leaders, followers)
    return cases.once(("move", len(leaders)), roles, make)


def _leaders(cases: Cases, move: Move) -> Iterator[Member]:
    world, event = cases.at.world, move.event
    for machine in world.flow.taking_part(event):
        yield machine, world.owner(machine.scope, event.scope, move.home)


def _followers(cases: Cases, move: Move) -> Iterator[Member]:
    """Yield the members of narrower machines whose part can change a kept field."""
    world, event = cases.at.world, move.event
    for machine in world.flow.following(event):
        if not cases.at.kept.isdisjoint(machine.writes(event)):
            for owner in world.below(event, move.home, machine.scope):
                yield machine, owner


def _written(cases: Cases, event: Event, leaders: list[Member], followers: list[Member]) -> Local:
    every = [(m, cases.of(m, owner, event)) for m, owner in leaders]
    for machine, owner in followers:
        stays = (cases.stay(machine, owner, event), ())
        every.append((machine, [*cases.of(machine, owner, event), stays]))
    text = MoveText()
    for machine, mine in every:
        text.add(mine, chains=cases.exclude(machine, event))
    sorts = {n: field.sort for (field, _), n in cases.at.numbers.items()}
    return text.local({n: sorts[n] for n in text.written})
