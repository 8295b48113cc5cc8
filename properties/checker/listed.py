"""All states of some fields of the industry, one by one: each step from each leads to one of them.

No point or provider writes these fields, so that every world has, of them, the same runs. What is
not known, since it reads something else, may be so: that allows more steps, never fewer.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Any, NamedTuple

from .kernel.claims import claimed, leaves, roles
from .kernel.flow import (
    INDUSTRY,
    Data,
    Flow,
    Tree,
    conjuncts,
    is_quantifier,
    moves,
    rules_of,
    somes,
)
from .kernel.need import need, tick
from .kernel.search import Left, Question
from .kernel.world import After, Slot, State, compute, shaped

BEFORE, AFTER = 0, 1  # the industry is the only owner; as its second it is the same, a step later


class Option(NamedTuple):
    """What one machine may do: when, as far as is known, and what it writes of the fields."""

    when: list[Tree]
    then: list[tuple[str, Tree]]
    unknown: list[str]  # fields that it reads to write, and that are not listed


@dataclass(frozen=True)
class Looked(Question):
    """The same question, answered by looking at each state."""

    right: Callable[[], bool]

    def answer(self) -> Left | None:
        """Return that there is an answer, without its values, where something is wrong."""
        return None if self.right() else {}


class Listed:
    """States of some fields: the first are there, each step leads to one, and the claim holds."""

    def __init__(self, flow: Flow, claim: Tree, shown: Data, *, stepwise: bool) -> None:
        self.flow, self.at, self.stepwise = flow, shaped(flow, ()), stepwise
        self.names: list[str] = shown["fields"]
        need(len(set(self.names)) == len(self.names), "a field is listed twice")
        outside = [name for name in self.names if flow.scope.get(name) != INDUSTRY]
        need(not outside, "a field that is listed is none of the industry")
        need(not roles(flow, claim), "the claim speaks of a point or a provider")
        read = {leaf[1] for leaf in leaves(claim) if leaf[0] == "read"}
        need(read <= {*self.names}, "the claim reads what is not listed")
        self.claim = claim
        self.states = dict.fromkeys(map(tuple, shown["states"]))
        lengths = {len(state) for state in self.states}
        need(lengths == {len(self.names)}, "a state has more values than fields, or fewer")
        columns = zip(self.names, zip(*self.states, strict=True), strict=True)
        need(all(flow.has_all(n, list(some)) for n, some in columns), "a value that no field holds")
        self.machines = [m for m in flow.machines if self._mine(m)]
        for machine in self.machines:
            self._need_own(machine)

    def _now(self, state: tuple[Any, ...]) -> State:
        return {(name, BEFORE): value for name, value in zip(self.names, state, strict=True)}

    def _mine(self, machine: Data) -> list[str]:
        return [field["name"] for field in machine["fields"] if field["name"] in self.names]

    def _need_own(self, machine: Data) -> None:
        """Reject fields that a step of a point or a provider may write."""
        for rule in machine["rules"]:
            need(not somes(rule), "a guard asks for some, who may be there or not")
            if self.flow.events[rule["event"]] != INDUSTRY and moves(rule):
                written = {name for name, _ in rule["then"]}
                written |= {machine["fields"][0]["name"]} if rule["to"] is not None else set()
                need(written.isdisjoint(self.names), f"'{rule['event']}' writes what is listed")

    def questions(self) -> Iterator[Question]:
        """Yield that all first states are listed, that the claim holds, and each event's steps.

        Solvers are asked them as they stand; here each is answered by looking at each state.
        """
        at, listed = self.at, [one_of(self.names, [*self.states], self.at.slots)]
        begin = [("in", at.slots[n, BEFORE], *self.flow.starts[n]) for n in self.names]
        yield Looked("a first state is not listed", at, [*begin, ("not", *listed)], [], self._first)
        holds = claimed(at, self.claim, {})
        words = "a listed state breaks it, or a step that changes nothing"
        yield Looked(words, at, [("not", holds)], listed, partial(self._hold, holds))
        mine = {(name, BEFORE) for name in self.names}
        for event in (e for e, scope in self.flow.events.items() if scope == INDUSTRY):
            ways = [
                ("and", *when, self._wrong(after, event))
                for when, after in at.steps(event, 0, mine)
            ]
            words = f"'{event}' leads to what is not listed, or breaks it"
            yield Looked(words, at, [("or", *ways)], listed, partial(self._take, event))

    def _wrong(self, after: After, event: str) -> Tree:
        """Return that a step leads to what is not listed, or breaks a claim on steps."""
        later = {slot: after.get(slot, tree) for slot, tree in self.at.slots.items()}
        holds = claimed(self.at, self.claim, {}, (after, event, 0)) if self.stepwise else True
        return ("not", ("and", one_of(self.names, [*self.states], later), holds))

    def _first(self) -> bool:
        starts = product(*(self.flow.starts[name] for name in self.names))
        return all(first in self.states for first in starts)

    def _hold(self, holds: Tree) -> bool:
        return all(compute(holds, self._now(state)) for state in self.states)

    def _take(self, event: str) -> bool:
        """Tell whether each step by an event leads to what is listed, and breaks no claim."""
        parts = [self._options(m, event) for m in self.machines if rules_of(m, event)]
        written = {name for part in parts for one in part for name, _ in one.then}
        after = {(name, BEFORE): ("var", (name, AFTER)) for name in written}
        holds = claimed(self.at, self.claim, {}, (after, event, 0)) if self.stepwise else True
        for state in self.states:
            now = self._now(state)
            possible = [[w for one in part for w in self._written(one, now)] for part in parts]
            for chosen in product(*possible):
                tick()
                new = {name: value for one in chosen for name, value in one.items()}
                later = tuple(new.get(n, now[n, BEFORE]) for n in self.names)
                then = {(n, AFTER): v for n, v in zip(self.names, later, strict=True)}
                if later not in self.states or not compute(holds, now | then):
                    return False
        return True

    def _options(self, machine: Data, event: str) -> list[Option]:
        """Return what a machine that must take part may do."""
        state, found = machine["fields"][0]["name"], []
        for rule in rules_of(machine, event):
            source = ["in", ["read", state], *rule["from"]]
            known = [t for t in (source, *conjuncts(rule["when"])) if self._is_known(t)]
            then = [(name, tree) for name, tree in rule["then"] if name in self.names]
            if rule["to"] is not None and state in self.names:
                then.append((state, rule["to"]))
            read = {leaf[1] for _, tree in then for leaf in leaves(tree)}
            see = [(name, self.at.see(tree, INDUSTRY, 0)) for name, tree in then]
            when = [self.at.see(tree, INDUSTRY, 0) for tree in known]
            found.append(Option(when, see, sorted(read - {*self.names})))
        return found

    def _is_known(self, tree: Tree) -> bool:
        return not is_quantifier(tree) and {leaf[1] for leaf in leaves(tree)} <= {*self.names}

    def _written(self, one: Option, now: State) -> Iterator[dict[str, Any]]:
        """Yield what is written where an option fits, for all values of what is not listed."""
        if not all(compute(tree, now) for tree in one.when):
            return
        for values in product(*(self.flow.values[name] for name in one.unknown)):
            seen = now | {(n, BEFORE): v for n, v in zip(one.unknown, values, strict=True)}
            new = {name: compute(tree, seen) for name, tree in one.then}
            if all(self.flow.has_all(name, [value]) for name, value in new.items()):
                yield new


def one_of(names: Sequence[str], states: list[tuple[Any, ...]], at: Mapping[Slot, Tree]) -> Tree:
    """Return that some trees have together the values of one of some states, field by field."""
    known: dict[tuple[Any, ...], Tree] = {}

    def rest(tails: tuple[tuple[Any, ...], ...]) -> Tree:
        if not tails[0]:
            return True
        if tails not in known:
            tick()
            by_value: dict[Any, list[tuple[Any, ...]]] = {}
            for tail in tails:
                by_value.setdefault(tail[0], []).append(tail[1:])
            alike: dict[tuple[Any, ...], list[Any]] = {}
            for value, some in by_value.items():
                alike.setdefault(tuple(sorted(some)), []).append(value)
            tree = at[names[-len(tails[0])], BEFORE]
            ways = [("and", ("in", tree, *values), rest(some)) for some, values in alike.items()]
            known[tails] = ("or", *ways)
        return known[tails]

    return rest(tuple(states))
