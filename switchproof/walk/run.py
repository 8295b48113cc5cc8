"""`switchproof walk`: a flow step by step, by hand or in a pipe, by a list, or by a seed."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from model.done import Done
from model.language.events import Scope
from model.language.meaning import Move
from model.language.sorts import words_of
from model.refused import Refused, owned
from model.walk import Walk
from switchproof.deciding.change import change_of, so_changed
from switchproof.deciding.load import load
from switchproof.replay import move_named
from switchproof.telling.sentences import said
from switchproof.telling.story import step
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED

HELP = "type a number or part of a name; why, state, back or quit (and return shows all again)"
STEPS, REFUSED = 20, 1


def run(asked: Namespace) -> int:
    """Walk as asked and return the exit status: 1 where a step that was asked for is refused."""
    if asked.steps and asked.seed is None:
        raise BadInput("--steps says how many at random; give --seed as well")
    walk = Walk(so_changed(load(asked.flow), change_of(asked)), asked.points, asked.providers)
    if not asked.take and asked.seed is None:
        return _by_hand(walk)
    moves = [move_named(walk.world, text) for text in asked.take]
    try:
        for move in moves:
            _tell(walk, walk.take(move.event, move.home))
    except Refused as refused:
        print(refused)
        return REFUSED
    if asked.seed is not None:
        for done in walk.stroll(asked.steps or STEPS, asked.seed):
            _tell(walk, done)
    print("\n".join([*_state(walk), *_impossible(walk), *_possible(walk, walk.possible())]))
    return AS_EXPECTED


def _tell(walk: Walk, done: Done) -> None:
    print("\n".join(step(walk.flow, walk.world, done)))


def _holding(names: list[str], part: str) -> list[str]:
    return [name for name in names if part.lower() in name.lower()]


def _state(walk: Walk) -> Iterator[str]:
    yield "state:"
    for scope in sorted(Scope, reverse=True):
        for owner in walk.world.owners(scope):
            for machine in walk.flow.machines:
                if machine.scope is scope:
                    holds = [words_of(walk.read(machine.state, owner))]
                    holds += [f"{f.name}: {words_of(walk.read(f, owner))}" for f in machine.fields]
                    yield f"  {owned(walk.world, machine, owner)}: {'; '.join(holds)}"


def _impossible(walk: Walk) -> Iterator[str]:
    yield "not possible now:"
    for move in walk.world.moves:
        if refused := walk.refusal(move.event, move.home):
            yield f"  {said(walk.world, move)}: {refused.why}"


def _possible(walk: Walk, moves: list[Move]) -> Iterator[str]:
    yield "possible now:" if moves else "nothing is possible now."
    for number, move in enumerate(moves, start=1):
        actor = _actor(walk, move)
        yield f"  {number:2} {said(walk.world, move)}{f' ({actor})' if actor else ''}"


def _actor(walk: Walk, move: Move) -> str:
    actors = {str(rule.actor) for _, rule in walk.flow.rules() if rule.event == move.event}
    return " or ".join(sorted(actors - {"None"}))


def _by_hand(walk: Walk) -> int:
    """Read what to do from a terminal or a pipe, line by line, until it ends."""
    terminal, status = sys.stdin.isatty(), 0
    print("\n".join([*_state(walk), *_impossible(walk)]))
    while True:
        moves = walk.possible()
        print("\n".join(_possible(walk, moves)))
        if terminal:
            print(f"{HELP}\n> ", end="", flush=True)
        line = sys.stdin.readline()
        if not line or line.strip() in ("q", "quit"):
            return status
        try:
            _do(walk, moves, line.strip())
        except Refused as refused:
            print(refused)
            status = 0 if terminal else REFUSED
        except BadInput as wrong:
            if not terminal:
                raise
            print(wrong)


def _do(walk: Walk, moves: list[Move], line: str) -> None:
    if line == "":
        print("\n".join([*_state(walk), *_impossible(walk)]))
    elif line == "why":
        print("\n".join(_impossible(walk)))
    elif line == "state":
        print("\n".join(_state(walk)))
    elif line == "back":
        walk.back()
        print("\n".join(["one step back", *_state(walk)]))
    else:
        move = _chosen(walk, moves, line)
        _tell(walk, walk.take(move.event, move.home))


def _chosen(walk: Walk, moves: list[Move], line: str) -> Move:
    """Return what a number or part of a name means: of what is possible, or else of all."""
    if line.isdecimal():
        if int(line) - 1 not in range(len(moves)):
            raise BadInput(f"there is no number {line}; type one of 1 to {len(moves)}")
        return moves[int(line) - 1]
    named = {said(walk.world, move): move for move in moves}
    fitting = [line] if line in named else _holding(list(named), line)
    if len(fitting) > 1:
        raise BadInput(f"'{line}' may be {' or '.join(fitting)}; type more of it, or its number")
    return named[fitting[0]] if fitting else move_named(walk.world, line)
