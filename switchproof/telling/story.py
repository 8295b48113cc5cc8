"""A run told in the domain's words: who did what, under which clauses, and what it changed.

Every story is replayed as it is told; a run that does not replay raises Refused.
"""

from collections.abc import Iterator

from model.done import Done
from model.language.claims import Claim, Sometimes, speaks_of_a_step
from model.language.duties import Duty
from model.language.events import Scope
from model.language.expressions import Expression, Field, reads
from model.language.flow import Flow
from model.language.meaning import Move, State, World
from model.language.sorts import words_of
from model.language.words import words
from model.walk import Walk
from properties.analyses.blame.turning_point import Course, Prevention
from properties.engine.evidence import Run

WAYS_TOLD = 3  # of those that keep an outcome off


def tell(flow: Flow, claim: Claim, run: Run) -> Iterator[str]:
    """Yield the first state as far as it was chosen, each step, and how it ends."""
    walk = Walk(flow, shape=run.shape, first=run.first)
    yield from start(flow, walk)
    for move in run.moves:
        yield from step(flow, walk.world, walk.take(move.event, move.home))
    yield from _end(flow, claim, walk, run)
    if not isinstance(claim, Sometimes):
        yield from turning(flow, ~claim.of(flow), run)


def start(flow: Flow, walk: Walk) -> Iterator[str]:
    """Yield the first state as far as it was chosen."""
    chosen = [
        _holding(walk.world, field, owner, walk.state)
        for field, owner in walk.world.slots
        if len(flow.initials(field)) > 1
    ]
    if chosen:
        yield f"At first: {'; '.join(chosen)}."


def step(flow: Flow, world: World, done: Done) -> Iterator[str]:
    """Yield a step in one line, then a line for each duty that begins, ends or is breached."""
    cites = f" ({', '.join(done.cites)})" if done.cites else ""
    changes = "; ".join(changes_of(world, done)) or "nothing changes"
    who = f"{done.actor}: " if done.actor else ""
    yield f"{done.number}. {who}{said(world, done.move)}{cites}: {changes}."
    for duty in done.breaches:
        yield f"   breach: {done.actor or 'this'} breaches '{duty}'"
    before, after = _in_force(flow, world, done.before), _in_force(flow, world, done.after)
    ended, begun = (
        [one for one in before if one not in after],
        [o for o in after if o not in before],
    )
    yield from (f"   duty ends: {told}" for told in _owed(ended, world))
    yield from (f"   duty begins: {told}" for told in _owed(begun, world))


def said(world: World, move: Move) -> str:
    """Return a move in words, without its home where there is only one."""
    return str(move.event) if _alone(world, move.event.scope) else str(move)


def _alone(world: World, scope: Scope) -> bool:
    return len(world.owners(scope)) == 1


def changes_of(world: World, done: Done) -> list[str]:
    """Return what a step changed, in words."""
    return [
        f"{_named(world, field, owner)} becomes {words_of(done.after[number])}"
        for (field, owner), number in world.slots.items()
        if done.before[number] != done.after[number]
    ]


def _named(world: World, field: Field, owner: int) -> str:
    scope = world.flow.scope_of(field)
    alone = _alone(world, scope)
    return field.name if alone else f"{field.name} at {scope.name.lower()} {owner + 1}"


def _holding(world: World, field: Field, owner: int, state: State) -> str:
    value = words_of(state[world.slots[field, owner]])
    return f"{_named(world, field, owner)} is {value}"


def _in_force(flow: Flow, world: World, state: State) -> list[tuple[Duty, int]]:
    return [
        (duty, point)
        for duty in flow.duties
        for point in world.owners(Scope.POINT)
        if world.compute(duty.in_force, state, Scope.POINT, point)
    ]


def _owed(duties: list[tuple[Duty, int]], world: World) -> Iterator[str]:
    """Yield who owes what to whom, for which points, through whom, and under what."""
    for duty in dict.fromkeys(duty for duty, _ in duties):
        points = [point + 1 for one, point in duties if one is duty]
        everywhere = len(points) == len(world.owners(Scope.POINT))
        at = "" if everywhere else f" for point {', '.join(map(str, points))}"
        through = f", through {duty.performer}" if duty.by_agent else ""
        cites = ", ".join(duty.cites.split())
        yield f"{duty.obligor} to {duty.beneficiary}, '{duty.name}'{at}{through} ({cites})"


def _end(flow: Flow, claim: Claim, walk: Walk, run: Run) -> Iterator[str]:
    world, body = walk.world, claim.of(flow)
    stepwise = speaks_of_a_step(body)
    before = walk.history[-1].before if walk.history and stepwise else walk.state
    found = []
    for read in reads(body):
        owner = world.seen(run.where, read.whose, flow.scope_of(read.field))
        state = walk.state if read.after else before
        value = words_of(state[world.slots[read.field, owner]])
        found.append(f"{words(read)} is {value}")
    moment = "Around the last step" if stepwise else "At that moment"
    if found:
        yield f"{moment}: {'; '.join(dict.fromkeys(found))}."
    here = [one for one in _in_force(flow, world, walk.state) if run.where.point in (one[1], -1)]
    yield from (f"   in force: {told}" for told in _owed(here, world))


def turning(flow: Flow, outcome: Expression, run: Run) -> Iterator[str]:
    """Yield which step of a run decides: until it a party could keep the outcome off this run."""
    if not run.moves or not any(party.ties for party in flow.parties):
        return
    course = Course(flow, run, outcome)
    if not course.turning:
        yield (
            "Unavoidable on this run: no lawful move of any party, put in at any moment and the "
            "rest taken after it, keeps this off."
        )
        return
    ways = [_way(course.world, way) for way in course.turning[:WAYS_TOLD]]
    yield (
        f"The step that decides is {course.turning[0].before_step}: until then {' or '.join(ways)} "
        "would have kept this off the rest of this run; after it no lawful move of any party does."
    )


def _way(world: World, way: Prevention) -> str:
    return f"'{said(world, way.move)}' by {way.party}"


def blame(flow: Flow, run: Run) -> str:
    """Say whether somebody breached a duty on the way, or the text itself is at fault."""
    walk = Walk(flow, shape=run.shape, first=run.first)
    for move in run.moves:
        walk.take(move.event, move.home)
    if not walk.breaches:
        return "No duty was breached on the way: the rules themselves allow it."
    told = "; ".join(f"in step {n} {who} breached '{duty}'" for n, duty, who in walk.breaches)
    return f"A duty was breached on the way: {told}."
