"""The steps of small instances, from tables over what one owner sees: plain, and quick enough.

It shares nothing with the engine but the plain meaning of an expression without quantifiers.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from model.language import (
    INDUSTRY,
    POINT,
    PROVIDER,
    Event,
    Expression,
    Field,
    Flow,
    Machine,
    Scope,
    all_of,
)
from model.language.expressions import Quantified, Quantifier, conjuncts, unnamed
from model.language.meaning import State as Values
from model.language.meaning import World
from model.language.sorts import Value, belongs, members

Record = tuple[int, ...]  # the numbers of the values of one owner's fields
Provider = tuple[Record, tuple[Record, ...]]  # its own record, and those of its points
State = tuple[Record, tuple[Provider, ...]]
Owner = tuple[int, int]  # a provider and one of its points; -1 where none is meant
Change = tuple[tuple[int, int], ...] | None  # where in the record, and what; none: out of its sort
Rule = tuple[tuple[tuple[Quantifier, Expression], ...], Change]


class Tables:
    """The rules of a flow as tables over what an owner sees; filled as they are asked for."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        shapes: dict[Scope, tuple[int, ...]] = {POINT: (1,), PROVIDER: (0,), INDUSTRY: ()}
        self.small = {scope: World(flow, shape) for scope, shape in shapes.items()}
        self.fields = {s: [f for f in flow.fields if flow.scope_of(f) is s] for s in Scope}
        self.parts = {e: (flow.taking_part(e), flow.following(e)) for e in flow.events}
        self._rules: dict[tuple[Machine, Event, Record], list[Rule]] = {}
        self._holds: dict[tuple[int, Scope, Record], bool] = {}

    def firsts(self, scope: Scope) -> list[Record]:
        """Each first record of an owner."""
        found: list[Record] = [()]
        for one in self.fields[scope]:
            values = [members(one.sort).index(v) for v in self.flow.initials(one)]
            found = [(*record, value) for record in found for value in values]
        return found

    def values(self, scope: Scope, seen: Record) -> Values:
        """What an owner sees, with values for numbers."""
        slots = self.small[scope].slots
        return tuple(members(f.sort)[n] for (f, _), n in zip(slots, seen, strict=True))

    def holds(self, body: Expression, scope: Scope, seen: Record) -> bool:
        """Whether a condition without quantifiers holds of what an owner sees."""
        key = (id(body), scope, seen)
        if key not in self._holds:
            values = self.values(scope, seen)
            self._holds[key] = bool(self.small[scope].compute(body, values, scope, 0))
        return self._holds[key]

    def rules(self, machine: Machine, event: Event, seen: Record) -> list[Rule]:
        """The rules that fit what an owner sees, but for their quantifiers."""
        key = (machine, event, seen)
        if key not in self._rules:
            self._rules[key] = list(self._fitting(machine, event, seen))
        return self._rules[key]

    def _fitting(self, machine: Machine, event: Event, seen: Record) -> Iterator[Rule]:
        world, scope = self.small[machine.scope], machine.scope
        values = self.values(scope, seen)
        for rule in machine.rules_of(event):
            parts = [unnamed(c) for c in conjuncts(rule.when)]
            plain = all_of(*(c for c in parts if not isinstance(c, Quantified)))
            here = values[world.slots[machine.state, 0]] in rule.source
            if here and world.compute(plain, values, scope, 0):
                new = {f: world.compute(node, values, scope, 0) for f, node in rule.then.items()}
                if rule.target is not None:
                    new[machine.state] = rule.target
                asked = tuple((c.quantifier, c.body) for c in parts if isinstance(c, Quantified))
                yield asked, self._change(scope, new)

    def _change(self, scope: Scope, new: Mapping[Field, Value]) -> Change:
        if not all(belongs(value, f.sort) for f, value in new.items()):
            return None
        at = {f: n for n, f in enumerate(self.fields[scope])}
        return tuple((at[f], members(f.sort).index(v)) for f, v in new.items())


@dataclass(frozen=True)
class Moment:
    """A state of an instance, and the steps from it."""

    tables: Tables
    state: State

    def steps(self) -> Iterator[tuple[Event, Owner, State]]:
        """Each event that can happen, at whose home, and the state after it, not yet sorted."""
        for event in self.tables.parts:
            for home in self.owners(event.scope):
                after = self._after(event, home)
                if after is not None:
                    yield event, home, after

    def owners(self, scope: Scope) -> Iterator[Owner]:
        """Each owner at a scope."""
        if scope is INDUSTRY:
            yield -1, -1
            return
        for p, (_, points) in enumerate(self.state[1]):
            yield from [(p, -1)] if scope is PROVIDER else ((p, i) for i in range(len(points)))

    def _after(self, event: Event, home: Owner) -> State | None:
        changes: list[tuple[Owner, Change]] = []
        needed, followers = self.tables.parts[event]
        for machine in needed:
            p, i = home
            owner = (p if machine.scope < INDUSTRY else -1, i if machine.scope is POINT else -1)
            rule = self._taken(machine, event, owner)
            if rule is None:
                return None
            changes.append((owner, rule[1]))
        for machine in followers:
            for owner in self.owners(machine.scope):
                rule = self._taken(machine, event, owner) if home[0] in (-1, owner[0]) else None
                changes += [(owner, rule[1])] if rule else []
        return self._changed(changes)

    def _seen(self, owner: Owner) -> Record:
        g, providers = self.state
        p, i = owner
        if p < 0:
            return g
        q, points = providers[p]
        return g + q + points[i] if i >= 0 else g + q

    def _taken(self, machine: Machine, event: Event, owner: Owner) -> Rule | None:
        for rule in self.tables.rules(machine, event, self._seen(owner)):
            if all(self._holds(kind, body, owner) for kind, body in rule[0]):
                return rule
        return None

    def _holds(self, kind: Quantifier, body: Expression, me: Owner) -> bool:
        by_provider = kind in (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)
        scope = PROVIDER if by_provider else POINT
        found = [
            self.tables.holds(body, scope, self._seen(owner))
            for owner in self.owners(scope)
            if (kind is not Quantifier.ALL_MY_POINTS or owner[0] == me[0])
            and (kind is not Quantifier.ALL_OTHER_POINTS or owner != me)
        ]
        return all(found) if kind.is_universal else any(found)

    def _changed(self, changes: list[tuple[Owner, Change]]) -> State | None:
        g, providers = self.state
        industry = list(g)
        own = [(list(q), [list(record) for record in points]) for q, points in providers]
        for (p, i), change in changes:
            if change is None:
                return None
            record = industry if p < 0 else own[p][0] if i < 0 else own[p][1][i]
            for at, value in change:
                record[at] = value
        return tuple(industry), tuple((tuple(q), tuple(map(tuple, points))) for q, points in own)


def alike(state: State) -> State:
    """The same state for all that differ by who is who, with larger providers first."""
    g, providers = state
    ordered = sorted((-len(points), q, tuple(sorted(points))) for q, points in providers)
    return g, tuple((q, points) for _, q, points in ordered)
