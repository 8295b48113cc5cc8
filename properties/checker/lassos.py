"""Lassos: a run that comes back, on which the goal is never met, and that is fair."""

from collections.abc import Iterable

from .fairness import FAIR
from .kernel.claims import claimed, need_place, roles
from .kernel.flow import Data, Flow, Tree
from .kernel.need import Rejected, need
from .kernel.runs import replayed, taken
from .kernel.search import Question
from .kernel.world import State, World, compute, shaped


def by_lasso(flow: Flow, packet: Data) -> Iterable[Question]:
    """Reject unless the run comes back, the goal is never met on it, and it is fair."""
    claim, run = flow.claims[packet["claim"]], packet["run"]
    at = shaped(flow, tuple(run["shape"]))
    need(at.of and packet["points"] == str(len(at.of)), "for how many points")
    need_place(at, run["where"], roles(flow, ["and", claim["body"], claim["to"]]))
    states, since, back = list(replayed(flow, run)), packet["since"], packet["back"]
    need(since in range(len(states)) and back in range(len(states)), "where it comes back")
    need(states[back] == states[-1], "it does not come back")

    def holds(tree: Tree, state: State) -> bool:
        return bool(compute(claimed(at, tree, run["where"]), state))

    need(holds(claim["body"], states[since]), "what it supposes does not arise")
    later = states[min(since, back) :]
    need(not any(holds(claim["to"], state) for state in later), "the goal is met")
    for kind in FAIR:
        for events in claim[kind]:
            mine = [event for event in events if event in flow.events]
            _need_fair(at, kind, mine, run["moves"][back:], states[back:])
    return ()


def _need_fair(
    at: World, kind: str, events: list[str], moves: list[Tree], states: list[State]
) -> None:
    """Reject a cycle on which one of some events is not taken at a home, and is not off."""
    for home in at.owners(at.flow.events[events[0]]) if events else ():
        if not any([event, home] in moves for event in events):
            off = [not _may(at, state, events, home) for state in states]
            need(all(off) if kind == "strong" else any(off), f"it is not fair to '{events[0]}'")


def _may(at: World, state: State, events: list[str], home: int) -> bool:
    """Tell whether one of some events may happen at a home."""
    for event in events:
        try:
            taken(at, state, event, home)
        except Rejected:
            continue
        return True
    return False
