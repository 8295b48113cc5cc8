"""States a second of explicit search, beside plain Python and minicheck in the same run.

`python -m tests.beside_minicheck`; minicheck is no dependency: where it is not installed, only
plain Python stands beside. Their models are written by hand, as their users write them. All start
from nothing: what is generated and compiled is counted.
"""

import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from properties.engine.budget import Budget
from properties.engine.explicit.by_c import ByC, NoProgram
from properties.engine.explicit.by_python import ByPython
from properties.engine.explicit.packing import packing_of
from switchproof.deciding.load import load

ORACLES = Path(__file__).parent / "oracles"
OPEN, SENT_COMMIT, SENT_ABORT = "open", "commit is sent", "abort is sent"
WORKING, PREPARED, COMMITTED, ABORTED = "working", "prepared", "committed", "aborted"
BEFORE, WAITING = "before the barrier", "at the barrier"
TIMES = 3  # of which the best counts

State = tuple[Any, ...]
Steps = Callable[[State], Iterator[tuple[str, State]]]
Search = Callable[[], tuple[int, int]]  # states and steps, with the first state


def two_phase(state: State) -> Iterator[tuple[str, State]]:
    """Two-phase commit; sets are bits."""
    decision, noted, said, *managers = state
    if decision == OPEN:
        yield "abort", (SENT_ABORT, noted, said, *managers)
        if noted == 2 ** len(managers) - 1:
            yield "commit", (SENT_COMMIT, noted, said, *managers)
    for n, at in enumerate(managers):
        before, further, bit = managers[:n], managers[n + 1 :], 1 << n
        if decision == OPEN and said & bit:
            yield "note", (decision, noted | bit, said, *managers)
        if at == WORKING:
            yield "prepare", (decision, noted, said | bit, *before, PREPARED, *further)
            yield "give up", (decision, noted, said, *before, ABORTED, *further)
        if decision == SENT_COMMIT:
            yield "hear", (decision, noted, said, *before, COMMITTED, *further)
        if decision == SENT_ABORT:
            yield "hear", (decision, noted, said, *before, ABORTED, *further)


def transaction(state: State) -> Iterator[tuple[str, State]]:
    """Transaction commit, the specification of two-phase commit."""
    agreed = all(at in (PREPARED, COMMITTED) for at in state)
    none_committed = COMMITTED not in state
    for n, at in enumerate(state):
        if at == WORKING:
            yield "prepare", (*state[:n], PREPARED, *state[n + 1 :])
        if at == PREPARED and agreed:
            yield "commit", (*state[:n], COMMITTED, *state[n + 1 :])
        if at in (WORKING, PREPARED) and none_committed:
            yield "abort", (*state[:n], ABORTED, *state[n + 1 :])


def barrier(state: State) -> Iterator[tuple[str, State]]:
    """A barrier that all leave together."""
    if BEFORE not in state:
        yield "leave together", (BEFORE,) * len(state)
    for n, at in enumerate(state):
        if at == BEFORE:
            yield "arrive", (*state[:n], WAITING, *state[n + 1 :])


MODELS: dict[str, tuple[Steps, Callable[[int], State], tuple[int, ...]]] = {
    "two_phase_commit": (two_phase, lambda n: (OPEN, 0, 0, *[WORKING] * n), (3, 4, 5, 6, 7)),
    "transaction_commit": (transaction, lambda n: (WORKING,) * n, (3, 6, 9, 11)),
    "barrier": (barrier, lambda n: (BEFORE,) * n, (6, 12, 16)),
}


def main() -> None:
    """Search each instance with this program and with the others, and print how they compare."""
    print(f"{'':34}states    a second  plain Python takes  minicheck takes  C takes")
    for name, (steps, first, sizes) in MODELS.items():
        for points in sizes:
            _row(name, points, steps, first(points))


def _row(name: str, points: int, steps: Steps, first: State) -> None:
    flow = load(str(ORACLES / f"{name}.py")).flow

    def ours(engine: type[ByPython | ByC]) -> tuple[int, int]:
        going = engine(packing_of(flow, (points,)), [], Budget())
        while not going.is_finished:
            going.advance()
        return going.states, going.successors

    found, mine = _best(lambda: ours(ByPython))
    told = [f"{name}, {points} points".ljust(30), f"{found[0]:10,}", f"{found[0] / mine:12,.0f}"]
    others: list[Search] = [lambda: plain(steps, first), lambda: by_minicheck(steps, first)]
    for width, other in zip((20, 17, 9), [*others, lambda: ours(ByC)], strict=True):
        try:
            theirs, seconds = _best(other)
        except (ModuleNotFoundError, NoProgram):
            told.append("-".rjust(width))
            continue
        if theirs[0] != found[0] or theirs[1] not in (found[1], 0):
            sys.exit(f"{name}, {points} points: {found} and {theirs} states and steps")
        told.append(f"{seconds / mine:.1f}".rjust(width))
    print("".join(told), flush=True)


def _best(search: Search) -> tuple[tuple[int, int], float]:
    taken = []
    for _ in range(TIMES):
        started = _spent()
        found = search()
        taken.append(_spent() - started)
    return found, min(taken)


def _spent() -> float:
    """Return the seconds of work of this process and of a compiler, however busy the machine."""
    used = map(getrusage, (RUSAGE_SELF, RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def plain(steps: Steps, first: State) -> tuple[int, int]:
    """Search as one would write it."""
    known, level, made = {first}, [first], 1
    while level:
        new = []
        for state in level:
            for _, after in steps(state):
                made += 1
                if after not in known:
                    known.add(after)
                    new.append(after)
        level = new
    return len(known), made


def by_minicheck(steps: Steps, first: State) -> tuple[int, int]:
    """Search with minicheck, which counts no steps; it is asked one thing of each state."""
    minicheck = import_module("minicheck")
    model = minicheck.Protocol(
        name="instance",
        candidate=False,
        fields=tuple(f"field {n}" for n in range(len(first))),
        initial=first,
        transitions=lambda state: list(steps(state)),
        invariants={"any": lambda _: True},
    )
    return minicheck.check_safety(model, max_states=10**7)["reachable_states"], 0


if __name__ == "__main__":
    main()
