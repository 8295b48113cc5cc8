"""Whether both flows do the same where only events that both have are seen, all others hidden.

An interface is the events that a machine has in both flows; what no machine has in both is one
more. What the engine cannot compare is said not to be compared, and why.
"""

from collections.abc import Iterator, Mapping, Sequence

from model.language.flow import Flow
from properties.engine.budget import Budget
from properties.engine.interfaces.result import Likeness, Parted
from properties.engine.interfaces.same_at import SameAt
from properties.engine.interfaces.settle import compare
from properties.engine.verdict import Verdict
from switchproof.diff.format import SeenRow
from switchproof.terminal.progress import Progress

ALIKE, PARTED, UNDECIDED, LEFT_OUT = "alike", "parted", "undecided", "not compared"
SAID = {Verdict.PROVED: ALIKE, Verdict.REFUTED: PARTED, Verdict.UNDECIDED: UNDECIDED}
SIDES = ("before", "after")
OTHER_SCOPE = "of one scope before and of another after"
Interfaces = dict[tuple[str, ...], list[str]]


def seen_rows(before: Flow, after: Flow, seconds: float, progress: Progress) -> Iterator[SeenRow]:
    """Yield what is found at each interface."""
    was, now = ({str(event): event for event in flow.events} for flow in (before, after))
    shared = [name for name in was if name in now]
    fit = [name for name in shared if was[name].scope is now[name].scope]
    found = interfaces(before, after, fit)
    for number, (seen, machines) in enumerate(found.items(), 1):
        progress.what = f"{number} of {len(found)} interfaces: do both do the same"
        visible = {name: ((was[name],), (now[name],)) for name in seen}
        asked = SameAt(f"{machines[0]}", "Both do the same.", (before, after), visible)
        yield _row(machines, seen, compare(asked, Budget(seconds=seconds)))
    if apart := [name for name in shared if name not in fit]:
        yield _left_out(apart, OTHER_SCOPE)
    if not shared:
        yield _left_out([], "no event has the same name in both")


def interfaces(before: Flow, after: Flow, fit: Sequence[str]) -> Interfaces:
    """Return the machines of each interface, by what is seen there."""
    was, now = _events(before), _events(after)
    found: Interfaces = {}
    for name in (name for name in was if name in now):
        seen = tuple(event for event in fit if event in was[name] and event in now[name])
        if seen:
            found.setdefault(seen, []).append(name)
    met = {event for seen in found for event in seen}
    if others := tuple(event for event in fit if event not in met):
        found[others] = ["machines that only one has"]
    return found


def _events(flow: Flow) -> Mapping[str, set[str]]:
    return {str(machine): set(map(str, machine.events)) for machine in flow.machines}


def _row(machines: list[str], seen: Sequence[str], found: Likeness) -> SeenRow:
    return {
        "machines": machines,
        "seen": list(seen),
        "verdict": SAID[found.verdict],
        "points": found.points or None,
        "empty": found.empty,
        "reason": found.reason or None,
        "differences": [_told(one) for one in found.parted],
    }


def _told(one: Parted) -> str:
    word, then, side = one.difference.word, one.difference.label, SIDES[one.difference.side]
    after = f"after '{'; '.join(word)}'" if word else "at first"
    return f"{after} only {side} the change '{then}' can be seen next"


def _left_out(seen: list[str], why: str) -> SeenRow:
    return {
        "machines": [],
        "seen": seen,
        "verdict": LEFT_OUT,
        "points": None,
        "empty": False,
        "reason": why,
        "differences": [],
    }
