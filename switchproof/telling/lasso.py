"""A lasso told in words: the way in, what goes on for ever, and why no fairness forbids it."""

from collections.abc import Iterator

from model.language.claims import LeadsTo
from model.language.events import Scope
from model.language.flow import Flow
from model.language.meaning import World
from model.language.words import words
from properties.analyses.fairness import Need
from properties.engine.evidence import Lasso
from properties.engine.live.fair import Fair
from properties.engine.live.lasso import Account, stands
from switchproof.telling.replayed import steps_of
from switchproof.telling.sentences import said
from switchproof.telling.story import start, step


def tell_lasso(flow: Flow, claim: LeadsTo, lasso: Lasso) -> Iterator[str]:
    """Yield each step, where the situation arises and the cycle begins, and the fairness."""
    world, done = World(flow, lasso.shape), steps_of(flow, lasso)
    supposed, _ = claim.parts(flow)
    yield from start(flow, world, lasso.first)
    for number in range(len(lasso) + 1):
        if number == lasso.since:
            yield f"   here it arises: {words(supposed)}"
        if number == lasso.back and lasso.moves[number:]:
            yield "   and from here on, again and again:"
        if number < len(lasso):
            yield from step(flow, world, done[number])
    yield from for_ever(flow, claim, lasso)
    yield from (_why_fair(world, one) for one in stands(world, claim, lasso))


def for_ever(flow: Flow, claim: LeadsTo, lasso: Lasso) -> Iterator[str]:
    """Yield how it goes on, and what it never comes to."""
    if lasso.back == len(lasso):
        yield "Then nothing happens any more."
    else:
        yield f"Then all is as it was after step {lasso.back}, and so on for ever."
    yield f"And it never comes to: {words(claim.parts(flow)[1])}."


def _why_fair(world: World, one: Account) -> str:
    if one.taken:
        why = f"happens in step {one.taken}"
    elif one.off < 0:
        why = "can never happen there"
    else:
        why = f"cannot happen after step {one.off}"
    return f"No fairness is broken: {at_home(world, one.fair, one.home)} {why}."


def at_home(world: World, fair: Fair, home: int) -> str:
    """Return one instance of fair events in words, without its home where there is only one."""
    alone = fair.scope is Scope.INDUSTRY or len(world.owners(fair.scope)) == 1
    return str(fair) if alone else f"{fair} at {fair.scope.name.lower()} {home + 1}"


def need_in_words(need: Need) -> str:
    """Say what a claim needs to happen at last, and what goes on for ever without it."""
    events = " or ".join(
        f"'{event}'" for event in (need.fair if isinstance(need.fair, tuple) else (need.fair,))
    )
    again = ", though it can only again and again," if need.strong else ""
    lasso = need.result.run
    if need.weakened:
        needed = f"It is not enough that {events} happens where it can from some moment on"
    else:
        needed = f"It needs that {events} at last happens{again} where it can"
    if not isinstance(lasso, Lasso):
        return f"{needed}; what becomes of it else was not found ({need.result.reason})."
    return f"{needed}: else {_goes_on(need, lasso)}."


def _goes_on(need: Need, lasso: Lasso) -> str:
    world = World(need.result.flow, lasso.shape)
    way, cycle = lasso.moves[: lasso.back], lasso.moves[lasso.back :]
    after = f"after '{said(world, way[-1])}' (step {len(way)})" if way else "from the start"
    if not cycle:
        return f"it may be that {after} nothing happens any more"
    rounds = ", ".join(f"'{said(world, move)}'" for move in cycle)
    return f"it may be that {after} this goes on for ever: {rounds}"
