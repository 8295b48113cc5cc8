"""Runs: each step can be taken, by the first rule of each machine that fits."""

from collections.abc import Iterator

from .claims import STILL, claimed, need_place, of_steps, roles
from .flow import Data, Flow, Tree, rules_of
from .need import need, tick
from .world import State, World, compute, shaped


def replayed(flow: Flow, run: Data) -> Iterator[State]:
    """Yield the states of a run, the first first."""
    at, first = shaped(flow, tuple(run["shape"])), run["first"]
    need(first.keys() == flow.scope.keys(), "the first state")
    for name, values in first.items():
        need(len(values) == len(at.owners(flow.scope[name])), f"whose '{name}' there is")
        begins = not values or flow.has_all(name, values)
        need(begins and all(v in flow.starts[name] for v in values), f"'{name}' does not start so")
    state = {(name, owner): first[name][owner] for name, owner in at.slots}
    yield state
    for event, home in run["moves"]:
        state = {**state, **taken(at, state, event, home)}
        yield state


def taken(at: World, state: State, event: str, home: int) -> State:
    """Return what an event writes; reject it where it cannot happen."""
    tick()
    need(home in at.owners(at.flow.events[event]), f"'{event}' at nobody")
    after: State = {}
    for machine, owner, follows in at.taking_part(event, home):
        rules = rules_of(machine, event)
        fit = next((r for r in rules if compute(at.fits(machine, r, owner), state)), None)
        need(fit or follows, f"'{machine['name']}' refuses '{event}'")
        effect = at.effect(machine, fit, owner) if fit else {}
        after |= {slot: compute(tree, state) for slot, tree in effect.items()}
    inside = all(value in at.flow.values[name] for (name, _), value in after.items())
    need(inside, f"'{event}' leaves a sort")
    return after


def ends(flow: Flow, kind: str, body: Tree, run: Data, seen_by: Tree) -> bool:
    """Tell whether a run breaks a claim at its end, or meets a *sometimes*; or reject the run.

    It is seen from a place of what it is a part of.
    """
    at, states = shaped(flow, tuple(run["shape"])), list(replayed(flow, run))
    need(at.of, "a run of no metering point")
    need_place(at, run["where"], roles(flow, seen_by))
    step, state = STILL, states[-1]
    if of_steps(kind, body):
        if not run["moves"]:
            return False  # nothing happened, and that is no step
        (event, home), state = run["moves"][-1], states[-2]
        step = (taken(at, state, event, home), event, home)
    return bool(compute(claimed(at, body, run["where"], step), state)) is (kind == "sometimes")
