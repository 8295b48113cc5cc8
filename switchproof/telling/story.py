"""A run told in the domain's words: who did what, under which clauses, and what it changed.

Every story is replayed as it is told; a run that does not replay raises Refused.
"""

from collections.abc import Iterator

from model.done import Done
from model.language.claims import Claim, Sometimes, speaks_of_a_step
from model.language.duties import Duty
from model.language.events import Scope
from model.language.expressions import Expression, reads
from model.language.flow import Flow
from model.language.meaning import State, World
from properties.analyses.blame.turning_point import Course
from properties.engine.evidence import Run
from switchproof.telling.replayed import steps_of
from switchproof.telling.sentences import Slot, capital, changes_of, happening, holding, home_of

WAYS_TOLD = 3  # of those that keep an outcome off


def tell(flow: Flow, claim: Claim, run: Run) -> Iterator[str]:
    """Yield the first state as far as it was chosen, each step, and how it ends."""
    world = World(flow, run.shape)
    yield from start(flow, world, run.first)
    for done in steps_of(flow, run):
        yield from step(flow, world, done)
    yield from _end(flow, claim, world, run)
    if not isinstance(claim, Sometimes):
        yield from turning(flow, ~claim.of(flow), run)


def start(flow: Flow, world: World, first: State) -> Iterator[str]:
    """Yield the first state as far as it was chosen."""
    chosen = [slot for slot in world.slots if len(flow.initials(slot[0])) > 1]
    if chosen:
        yield f"At first: {holding(world, chosen, first)}."


def step(flow: Flow, world: World, done: Done) -> Iterator[str]:
    """Yield a step in one line, then a line for each duty that begins, ends or is breached."""
    cites = f" ({', '.join(done.cites)})" if done.cites else ""
    what = capital(happening(done.move.event, done.actor)) + home_of(world, done.move)
    yield f"{done.number}. {what}{cites}: {changes_of(world, done)}."
    for duty in done.breaches:
        yield f"   breach: {done.actor or 'this'} breaches '{duty}'"
    before, after = _in_force(flow, world, done.before), _in_force(flow, world, done.after)
    ended, begun = (
        [one for one in before if one not in after],
        [o for o in after if o not in before],
    )
    yield from (f"   duty ends: {told}" for told in _owed(ended, world, done.before))
    yield from (f"   duty begins: {told}" for told in _owed(begun, world, done.after))


def _in_force(flow: Flow, world: World, state: State) -> list[tuple[Duty, int]]:
    return [
        (duty, point)
        for duty in flow.duties
        for point in world.owners(Scope.POINT)
        if world.compute(duty.in_force, state, Scope.POINT, point)
    ]


def _owed(duties: list[tuple[Duty, int]], world: World, state: State) -> Iterator[str]:
    """Yield who owes what to whom, for which points, through whom, and under what.

    That its obligor is not bound then is said as well.
    """
    for duty in dict.fromkeys(duty for duty, _ in duties):
        points = [point + 1 for one, point in duties if one is duty]
        everywhere = len(points) == len(world.owners(Scope.POINT))
        at = "" if everywhere else f" for point {', '.join(map(str, points))}"
        through = f", through {duty.performer}" if duty.by_agent else ""
        cites = ", ".join(duty.cites.split())
        binds = duty.obligor.bound_by(duty.instrument)
        bound = world.compute(binds, state, Scope.POINT, points[0] - 1)
        but = "" if bound else f", though {duty.obligor} is not bound by the {duty.instrument}"
        yield f"{duty.obligor} to {duty.beneficiary}, '{duty.name}'{at}{through} ({cites}){but}"


def _end(flow: Flow, claim: Claim, world: World, run: Run) -> Iterator[str]:
    body, done = claim.of(flow), steps_of(flow, run)
    last = done[-1].after if done else run.first
    stepwise = speaks_of_a_step(body) and bool(done)
    found: dict[bool, list[Slot]] = {False: [], True: []}
    for read in reads(body):
        slot = read.field, world.seen(run.where, read.whose, flow.scope_of(read.field))
        found[read.after or not stepwise].append(slot)
    if found[False]:
        yield f"Before the last step: {holding(world, found[False], done[-1].before)}."
    if found[True]:
        moment = "After it" if found[False] else "At that moment"
        yield f"{moment}: {holding(world, found[True], last)}."
    here = [one for one in _in_force(flow, world, last) if run.where.point in (one[1], -1)]
    yield from (f"   in force: {told}" for told in _owed(here, world, last))


def turning(flow: Flow, outcome: Expression, run: Run) -> Iterator[str]:
    """Yield up to which step of a run a party could lawfully have prevented an outcome."""
    if not run.moves or not any(party.ties for party in flow.parties):
        return
    course = Course(flow, run, outcome)
    if not course.turning:
        yield "Unavoidable on this run: at no step could a party lawfully have prevented this."
        return
    ways = (
        happening(way.move.event, way.party) + home_of(course.world, way.move)
        for way in course.turning[:WAYS_TOLD]
    )
    yield (
        f"Up to step {course.turning[0].before_step}, a party could lawfully have prevented this: "
        f"{'; or '.join(ways)}. After that nobody can without a breach."
    )


def blame(flow: Flow, run: Run) -> str:
    """Say whether somebody breached a duty on the way, or the text itself is at fault."""
    breaches = [(done, duty) for done in steps_of(flow, run) for duty in done.breaches]
    if not breaches:
        return "No duty was breached on the way: the rules themselves allow it."
    told = "; ".join(_breached(flow, done, duty) for done, duty in breaches)
    return f"A duty was breached on the way: {told}."


def _breached(flow: Flow, done: Done, name: str) -> str:
    """Say who breached a duty, or what came as it was breached, where somebody else acts."""
    mine = [party for d in flow.duties if d.name == name for party in (d.obligor, d.performer)]
    if done.actor in mine or not mine:
        return f"in step {done.number} {done.actor} breached '{name}'"
    came = happening(done.move.event, done.actor)
    return f"in step {done.number} '{name}' was breached, as {came[:1].lower()}{came[1:]}"
