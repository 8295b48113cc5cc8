"""`switchproof walk`: a flow step by step, by hand or in a pipe, by a list, or by a seed."""

import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator

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
from switchproof.terminal.style import wrapped

HELP = "type a number or part of a name; ? or ? and a part: why not; state, back or quit"
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
    by_hand = "walk by hand, without --take and --seed, and type ?"
    _show([*_state(walk), *_possible(walk, walk.possible()), _hidden(walk, by_hand)])
    return AS_EXPECTED


def _show(lines: Iterable[str]) -> None:
    print("\n".join(part for line in lines for part in wrapped(line)))


def _tell(walk: Walk, done: Done) -> None:
    _show(step(walk.flow, walk.world, done))


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


def _impossible(walk: Walk, part: str) -> Iterator[str]:
    """Yield what cannot happen now, and why not; of a part of a name, what it may mean."""
    refused = {said(walk.world, m): walk.refusal(m.event, m.home) for m in walk.world.moves}
    asked = {name: refused[name] for name in _holding(list(refused), part)}
    if not asked:
        raise BadInput(f"no event has '{part}' in its name; type ? for all that is not possible")
    yield "not possible now:" if any(asked.values()) else "that is possible now"
    yield from (f"  {name}: {why.why}" for name, why in asked.items() if why)


def _hidden(walk: Walk, how: str) -> str:
    number = len(walk.world.moves) - len(walk.possible())
    return f"{number} {'is' if number == 1 else 'are'} not possible now; to see why, {how}"


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
    _show(_state(walk))
    while True:
        moves = walk.possible()
        _show([*_possible(walk, moves), _hidden(walk, "type ?")])
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
    if line.startswith("?") or line == "why":
        _show(_impossible(walk, line.removeprefix("?").strip() if line != "why" else ""))
    elif line in ("", "state"):
        _show(_state(walk))
    elif line == "back":
        walk.back()
        _show(["one step back", *_state(walk)])
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
