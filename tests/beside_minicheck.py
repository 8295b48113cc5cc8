"""States a second of explicit search, beside minicheck in the same run, on two-phase commit.

`python -m tests.beside_minicheck`; minicheck is no dependency: where it is not installed, only
this program is measured. Its model is written by hand, as its users write them.
"""

import sys
import time
from importlib import import_module
from pathlib import Path

from properties.engine.budget import Budget
from properties.engine.explicit.search import search
from switchproof.deciding.load import load

TWO_PHASE, MANAGERS = Path(__file__).parent / "oracles" / "two_phase_commit.py", 6
OPEN, SENT_COMMIT, SENT_ABORT = "open", "commit is sent", "abort is sent"
WORKING, PREPARED, COMMITTED, ABORTED = "working", "prepared", "committed", "aborted"


def main() -> None:
    """Search two-phase commit with this program and with another, where that is installed."""
    flow = load(str(TWO_PHASE)).flow
    started = time.perf_counter()
    found = search(flow, (MANAGERS,), Budget())
    mine = time.perf_counter() - started
    what = f"two-phase commit, {MANAGERS} managers, {found.states} states"
    print(f"{what}: {found.states / mine:,.0f} states a second")
    try:
        minicheck = import_module("minicheck")
    except ModuleNotFoundError:
        print("  minicheck is not installed here, so nothing stands beside it")
        return
    model = minicheck.Protocol(
        name="two-phase",
        candidate=False,
        fields=("decision", "noted", "said", *(f"manager {n}" for n in range(MANAGERS))),
        initial=(OPEN, 0, 0, *[WORKING] * MANAGERS),
        transitions=_two_phase,
        invariants={"consistent": lambda at: not {COMMITTED, ABORTED} <= set(at.values())},
    )
    started = time.perf_counter()
    other = minicheck.check_safety(model)
    theirs = time.perf_counter() - started
    if other["reachable_states"] != found.states:
        sys.exit(f"minicheck found {other['reachable_states']} states")
    rate = other["reachable_states"] / theirs
    print(f"  minicheck: {rate:,.0f} states a second; {theirs / mine:.1f} times as long")


def _two_phase(state: tuple[object, ...]) -> list[tuple[str, tuple[object, ...]]]:
    """Return the steps of two-phase commit, written by hand for minicheck; sets are bits."""
    decision, noted, said, *managers = state
    assert isinstance(noted, int)
    assert isinstance(said, int)
    steps: list[tuple[str, tuple[object, ...]]] = []
    if decision == OPEN:
        steps.append(("abort", (SENT_ABORT, noted, said, *managers)))
        if noted == 2**MANAGERS - 1:
            steps.append(("commit", (SENT_COMMIT, noted, said, *managers)))
    for n, at in enumerate(managers):
        before, further, bit = managers[:n], managers[n + 1 :], 1 << n
        if decision == OPEN and said & bit:
            steps.append(("note", (decision, noted | bit, said, *managers)))
        if at == WORKING:
            steps.append(("prepare", (decision, noted, said | bit, *before, PREPARED, *further)))
            steps.append(("give up", (decision, noted, said, *before, ABORTED, *further)))
        if decision == SENT_COMMIT:
            steps.append(("hear", (decision, noted, said, *before, COMMITTED, *further)))
        if decision == SENT_ABORT:
            steps.append(("hear", (decision, noted, said, *before, ABORTED, *further)))
    return steps


if __name__ == "__main__":
    main()
