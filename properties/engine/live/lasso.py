"""Lassos on the whole flow: replayed step by step, around the cycle, and their fairness judged.

Nothing here knows how a lasso was found. Fairness is that of every instance of all points and
providers of the instance, and is accounted for over the states and moves of the cycle alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.claims import LeadsTo
from model.language.meaning import Move, State, Where, World
from properties.engine.budget import look
from properties.engine.evidence import Lasso
from properties.engine.live.fair import Fair, fair_events

ROUNDS = 40  # how often a cycle of a slice may go round before the whole state recurs


@dataclass(frozen=True)
class Account:
    """Why the fairness of one instance is kept: at which step it is taken, or off in a state.

    Steps are numbered from 1; `off` is the number of steps before a state where it cannot
    happen, and -1 where it can happen in no state of the cycle.
    """

    fair: Fair
    home: int
    taken: int = 0
    off: int = -1


@dataclass(frozen=True)
class Round:
    """A way in and a cycle that the whole flow takes; `back` is where the cycle begins."""

    states: tuple[State, ...]
    moves: tuple[Move, ...]
    back: int


def go_round(world: World, first: State, way: Sequence[Move], cycle: Sequence[Move]) -> Round | int:
    """Take the way in and then the cycle until a state recurs, or return where it is refused."""
    states, moves = [first], list(way)
    starts: dict[State, int] = {}
    for move in way:
        if (after := world.outcome(states[-1], move).after) is None:
            return len(states) - 1
        states.append(after)
    for _ in range(ROUNDS):
        if states[-1] in starts or not cycle:
            back = starts.get(states[-1], len(way))
            return Round(tuple(states), tuple(moves), back)
        look()
        starts[states[-1]] = len(moves)
        for move in cycle:
            if (after := world.outcome(states[-1], move).after) is None:
                return len(states) - 1
            states.append(after)
            moves.append(move)
    return len(states) - 1


def account(world: World, fairs: Sequence[Fair], went: Round) -> Iterator[Account | Fair]:
    """Yield for each instance why its fairness is kept, or the fairness that is not."""
    cycle = range(went.back, len(went.moves))
    states = [went.back, *(n + 1 for n in cycle)] if cycle else [went.back]
    for fair in fairs:
        for home in world.owners(fair.scope):
            look()
            instance = [Move(event, home) for event in fair.events]
            taken = next((n + 1 for n in cycle if went.moves[n] in instance), 0)
            off = [n for n in states if not _enabled(world, went.states[n], instance)]
            if taken:
                yield Account(fair, home, taken)
            elif len(off) == len(states):
                yield Account(fair, home)
            elif off and not fair.strong:
                yield Account(fair, home, off=off[0])
            else:
                yield fair


def _enabled(world: World, state: State, instance: list[Move]) -> bool:
    return any(world.outcome(state, move).after is not None for move in instance)


def breaks_promise(world: World, claim: LeadsTo, where: Where, went: Round, since: int) -> bool:
    """Tell whether what the claim supposes arises, and its goal is not met from then on."""
    supposed, goal = claim.parts(world.flow)

    def holds(node: object, state: State) -> bool:
        return world.holds(node, where, state, None, state)  # type: ignore[arg-type]

    later = went.states[min(since, went.back) :]
    arises = holds(supposed, went.states[since])
    return arises and not any(holds(goal, state) for state in later)


def stands(world: World, claim: LeadsTo, lasso: Lasso) -> list[Account]:
    """Return why each fairness is kept on a lasso that refutes a claim; empty where none is named.

    Raises ValueError where the lasso does not replay or does not refute.
    """
    way, cycle = lasso.moves[: lasso.back], lasso.moves[lasso.back :]
    went = go_round(world, lasso.first, way, cycle)
    if not isinstance(went, Round) or went.back != lasso.back or went.moves != lasso.moves:
        raise ValueError("the lasso does not replay")
    first = zip(world.slots, lasso.first, strict=True)
    if not all(value in world.flow.initials(field) for (field, _), value in first):
        raise ValueError("the lasso does not begin where a run may begin")
    if not breaks_promise(world, claim, lasso.where, went, lasso.since):
        raise ValueError("the goal is met on the lasso")
    found = list(account(world, fair_events(world.flow, claim), went))
    unfair = [str(one) for one in found if isinstance(one, Fair)]
    if unfair:
        raise ValueError(f"the lasso is not fair to {unfair[0]}")
    return [one for one in found if isinstance(one, Account)]
