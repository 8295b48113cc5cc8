"""What no flow may do: a transition leaves a sort, or two of one machine compete."""

from collections.abc import Iterator
from dataclasses import dataclass

from .kernel.flow import (
    POINT,
    PROVIDER,
    SCOPES,
    Data,
    Flow,
    Tree,
    conjuncts,
    is_quantifier,
    rules_of,
)
from .kernel.need import need, tick
from .kernel.runs import replayed
from .kernel.search import Question
from .kernel.world import State, World, compute, shaped
from .proofs import Proof, proof_of


@dataclass(frozen=True)
class Doubt:
    """Rules that must not all fit, or one whose effect on `name` must not leave its sort.

    `said` is that, at one point; of a quantifier only what it says of the one who is seen.
    """

    machine: Data
    rules: list[Data]
    name: str
    said: Tree


def doubts(flow: Flow, kind: str) -> Iterator[Doubt]:
    """Yield for a free claim what must not be."""
    for machine in flow.machines:
        scope = SCOPES[machine["scope"]]
        if kind == "stays in sorts":
            for rule in machine["rules"]:
                for name, tree in rule["then"]:
                    outside = ["not", ["in", tree, *flow.values[name]]]
                    said = ["and", *_weak(machine, rule, scope), outside]
                    yield Doubt(machine, [rule], name, said)
            continue
        for event in dict.fromkeys(rule["event"] for rule in machine["rules"]):
            mine = rules_of(machine, event)
            for one, two in ((mine[n], two) for n in range(len(mine)) for two in mine[n + 1 :]):
                both = [*_weak(machine, one, scope), *_weak(machine, two, scope)]
                yield Doubt(machine, [one, two], "", ["and", *both])


def _weak(machine: Data, rule: Data, scope: int) -> list[Tree]:
    """Return when a rule fits, of a quantifier only what it says of the one who is seen."""
    found: list[Tree] = [["in", ["read", machine["fields"][0]["name"]], *rule["from"]]]
    for part in conjuncts(rule["when"]):
        if not is_quantifier(part):
            found.append(part)
        elif part[0] == "all providers" or (part[0] == "all points" and scope != PROVIDER):
            found.append(part[1])
    return found


def proofs_of(flow: Flow, kind: str, given: list[Data]) -> Iterator[Proof]:
    """Yield the proof that each doubt is none, in order; one that never fits needs none."""
    one, left = shaped(flow, (1,)), iter(given)
    for doubt in doubts(flow, kind):
        if Question("", one, [one.see(doubt.said, POINT, 0)], []).answer() is not None:
            shown = next(left, None)
            what = f"'{doubt.rules[0]['event']}' of '{doubt.machine['name']}'"
            need(shown, f"nothing is said of {what}")
            said = ["not", doubt.said]
            yield proof_of(flow, said, shown or {}, said, stepwise=False)
    need(next(left, None) is None, "there are more proofs than doubts")


def check_run(flow: Flow, kind: str, run: Data) -> None:
    """Reject unless a run ends where something is that must not be."""
    at, states = shaped(flow, tuple(run["shape"])), list(replayed(flow, run))
    need(at.of and not run["where"], "a run of no metering point, or seen from somewhere")
    seen = any(_is_so(at, doubt, states[-1]) for doubt in doubts(flow, kind))
    need(seen, "the run does not end as it must")


def _is_so(at: World, doubt: Doubt, state: State) -> bool:
    tick()
    for owner in at.owners(SCOPES[doubt.machine["scope"]]):
        if all(compute(at.fits(doubt.machine, rule, owner), state) for rule in doubt.rules):
            after = at.effect(doubt.machine, doubt.rules[0], owner)
            if not doubt.name:
                return True
            value = compute(after[doubt.name, owner], state)
            if value not in at.flow.values[doubt.name]:
                return True
    return False
