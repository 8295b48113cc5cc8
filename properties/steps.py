"""The step generator: plain Python source for the steps of a shape on the kept fields.

What is forgotten is projected, not deleted: a transition is possible where some values of the
forgotten fields allow it, and an effect gives each value that they can give. So a slice has
every run of the whole flow, and perhaps more.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from math import prod
from typing import Any, TypeVar

from model.language.definitions import Event, Machine, Scope, Transition
from model.language.expressions import (
    Apply,
    Expression,
    Field,
    Quantified,
    Quantifier,
    Read,
    all_of,
    any_of,
    conjuncts,
    leaves,
    reads,
    unnamed,
)
from model.language.flow import Flow
from model.language.meaning import Move, World
from properties.exclusive import exclusive
from properties.layout import Layout, Slot, View, code, codes, layout
from properties.source import Source, join, source

JOINT = 256  # so many valuations of forgotten fields are tried together, more one by one

T = TypeVar("T")
Update = tuple[tuple[int, Source], ...]
Case = tuple[Source, Update]


@dataclass(frozen=True)
class Steps:
    """Compiled steps: `successors(view)` gives (number of the move, next view) pairs."""

    layout: Layout
    moves: tuple[Move, ...]
    successors: Callable[[View], list[tuple[int, View]]]
    witnesses: set[tuple[int, ...]]

    def initial(self) -> Iterator[View]:
        """Yield the first views."""
        flow = self.layout.world.flow
        starts = ([code(v, f.sort) for v in flow.initials(f)] for f, _ in self.layout.slots)
        return (tuple(view) for view in product(*starts))


class Eyes:
    """What one owner sees, as source; forgotten slots take their value from `known`."""

    def __init__(self, at: Layout, scope: Scope, owner: int, known: dict[Slot, int]) -> None:
        self.at = at
        self.scope = scope
        self.owner = owner
        self.known = known
        self.forgotten: dict[Slot, None] = {}

    def __call__(self, node: Expression) -> Source:
        """Return a reading or a quantifier as source."""
        if isinstance(node, Quantified):
            return self._quantified(node)
        assert isinstance(node, Read)
        world = self.at.world
        wide = world.flow.scope_of(node.field)
        slot = (node.field, world.owner(wide, self.scope, self.owner))
        if slot in self.at.slots:
            return f"v{self.at.numbers[slot]}"
        self.forgotten[slot] = None
        return self.known.get(slot, "?")

    def _quantified(self, node: Quantified) -> Source:
        world, kind = self.at.world, node.quantifier
        by_provider = kind in (Quantifier.ALL_PROVIDERS, Quantifier.SOME_PROVIDER)
        scope = Scope.PROVIDER if by_provider else Scope.POINT
        owners = list(world.owners(scope))
        if kind is Quantifier.ALL_OTHER_POINTS:
            owners.remove(self.owner)
        if kind is Quantifier.ALL_MY_POINTS:
            owners = world.points_of(self.owner)
        parts = [self._elsewhere(node, scope, owner) for owner in owners]
        if kind.is_universal:
            return join("and", [1, *parts])
        return join("or", [0, *parts, self._witness(node)])

    def _elsewhere(self, node: Quantified, scope: Scope, owner: int) -> Source:
        eyes = Eyes(self.at, scope, owner, self.known)
        text = source(node.body, eyes)
        self.forgotten |= eyes.forgotten
        return text

    def _witness(self, node: Quantified) -> Source:
        industry = [n for (f, _), n in self.at.numbers.items() if self._is_industry(f)]
        here = "".join(f"v{n}," for n in industry)
        return f"(({id(node)},{here}) in W)"

    def _is_industry(self, field: Field) -> bool:
        return self.at.world.flow.scope_of(field) is Scope.INDUSTRY


def guard(machine: Machine, rule: Transition) -> Expression:
    """Return when a transition fits: its source states and its condition."""
    return all_of(machine.state.in_(*rule.source), rule.when)


def _atoms(node: Expression) -> list[Expression]:
    bare = unnamed(node)
    if bare is not node or (isinstance(bare, Apply) and bare.operator == "and"):
        return [atom for conjunct in conjuncts(bare) for atom in _atoms(conjunct)]
    return [node]


class Generator:
    """Writes the source of the steps of one layout."""

    def __init__(self, at: Layout) -> None:
        self.at = at
        self.world = at.world

    def cases(self, machine: Machine, owner: int, event: Event) -> list[Case]:
        """Return what a machine may do at an event: condition and updates, merged by update."""
        return self._once("cases", machine, owner, event, self._cases)

    def _cases(self, machine: Machine, owner: int, event: Event) -> list[Case]:
        merged: dict[Update, list[Source]] = {}
        for rule in machine.of(event):
            for condition, update in self._projected(machine, owner, rule):
                merged.setdefault(update, []).append(condition)
        return [(join("or", conditions), update) for update, conditions in merged.items()]

    def stay(self, machine: Machine, owner: int, event: Event) -> Source:
        """Return when a follower may stay: where, for all that is known, nothing fits."""
        return self._once("stay", machine, owner, event, self._stay)

    def _stay(self, machine: Machine, owner: int, event: Event) -> Source:
        nothing = ~any_of(*(guard(machine, rule) for rule in machine.of(event)))
        return self.possible(nothing, machine.scope, owner)

    def _once(
        self, what: str, machine: Machine, owner: int, event: Event, make: Callable[..., T]
    ) -> T:
        """Return what was made before for the same kept fields, where only these matter."""
        touched, asks_for_some = _touched(machine, event)
        if asks_for_some:
            return make(machine, owner, event)
        memory = _memory(self.world)
        key = (what, machine, owner, event, touched & self.at.kept)
        if key not in memory:
            memory[key] = make(machine, owner, event)
        made: T = memory[key]
        return made

    def possible(self, node: Expression, scope: Scope, owner: int) -> Source:
        """Return when a condition may hold, for some values of what is forgotten."""
        valuations = self._valuations([node], scope, owner)
        if valuations is None:
            return 1
        return join("or", [0, *(self._see(node, scope, owner, known) for known in valuations)])

    def predicate(self, options: list[Source]) -> Callable[[View], bool]:
        """Return a test on views that holds where one of the options does."""
        return compile_test(self.at, join("or", [0, *options]))

    def _projected(self, machine: Machine, owner: int, rule: Transition) -> Iterator[Case]:
        effects = [(f, node) for f, node in rule.then.items() if (f, owner) in self.at.slots]
        conditions = guard(machine, rule)
        nodes = [conditions, *(node for _, node in effects)]
        valuations = self._valuations(nodes, machine.scope, owner)
        if valuations is None:
            yield from self._apart(machine, owner, rule)
            return
        for known in valuations:
            condition = self._see(conditions, machine.scope, owner, known)
            update = self._target(machine, owner, rule) + [
                (self.at.numbers[f, owner], self._see(node, machine.scope, owner, known))
                for f, node in effects
            ]
            if condition != 0:
                yield condition, tuple(update)

    def _target(self, machine: Machine, owner: int, rule: Transition) -> list[tuple[int, Source]]:
        slot = (machine.state, owner)
        if rule.target is None or slot not in self.at.slots:
            return []
        return [(self.at.numbers[slot], code(rule.target, machine.state.sort))]

    def _apart(self, machine: Machine, owner: int, rule: Transition) -> Iterator[Case]:
        """Yield cases in which each conjunct and each effect is projected by itself."""
        parts = _atoms(guard(machine, rule))
        condition = join("and", [1, *(self.possible(p, machine.scope, owner) for p in parts)])
        effects = {
            self.at.numbers[f, owner]: self._values(node, f, machine.scope, owner)
            for f, node in rule.then.items()
            if (f, owner) in self.at.slots
        }
        target = self._target(machine, owner, rule)
        for values in product(*effects.values()):
            yield condition, (*target, *zip(effects, values, strict=True))

    def _values(self, node: Expression, field: Field, scope: Scope, owner: int) -> list[Source]:
        valuations = self._valuations([node], scope, owner)
        if valuations is None:
            return list(codes(field.sort))
        return list(dict.fromkeys(self._see(node, scope, owner, known) for known in valuations))

    def _valuations(
        self, nodes: list[Expression], scope: Scope, owner: int
    ) -> list[dict[Slot, int]] | None:
        eyes = Eyes(self.at, scope, owner, {})
        for node in nodes:
            source(node, eyes)
        slots = list(eyes.forgotten)
        if prod(len(codes(f.sort)) for f, _ in slots) > JOINT:
            return None
        values = product(*(codes(f.sort) for f, _ in slots))
        return [dict(zip(slots, chosen, strict=True)) for chosen in values]

    def _see(self, node: Expression, scope: Scope, owner: int, known: dict[Slot, int]) -> Source:
        return source(node, Eyes(self.at, scope, owner, known))

    def writes(self, machine: Machine, event: Event) -> bool:
        """Tell whether a machine's part in an event can change a kept field."""
        return not self.at.kept.isdisjoint(_written(machine, event))

    def move(self, number: int, move: Move) -> list[str]:
        """Return the lines for one event at its home."""
        event, flow = move.event, self.world.flow
        parts = [
            (m, self.world.owner(m.scope, event.scope, move.home)) for m in flow.taking_part(event)
        ]
        lines: list[str] = ["for _ in ONCE:"]
        changed: dict[int, str] = {}
        lists: list[str] = []
        for machine, owner in parts:
            cases = self.cases(machine, owner, event)
            lines += _part(cases, self._chains(machine, event), changed, lists)
        for machine in flow.following(event):
            if self.writes(machine, event):
                for owner in self.world.below(event, move.home, machine.scope):
                    stays = (self.stay(machine, owner, event), ())
                    cases = [*self.cases(machine, owner, event), stays]
                    lines += _part(cases, self._chains(machine, event), changed, lists)
        return lines + self._result(number, changed, lists)

    def _chains(self, machine: Machine, event: Event) -> bool:
        """Tell whether the cases exclude each other on what is kept, so that a chain will do."""
        touched, _ = _touched(machine, event)
        return touched <= self.at.kept and exclusive(machine, event)

    def _result(self, number: int, changed: dict[int, str], lists: list[str]) -> list[str]:
        numbers = self.at.numbers
        new = "".join(f"{changed.get(n, f'v{n}')}," for n in numbers.values())
        checks = [
            f"if not {f.sort.start}<=n{n}<{f.sort.stop}: continue"
            for (f, _), n in numbers.items()
            if n in changed and isinstance(f.sort, range)
        ]
        lines = [*checks, f"out.append(({number},({new})))"]
        if lists:
            names = ",".join(f"({','.join(x for x in names.split())},)" for names in lists)
            every = ",".join(f"L{n}" for n in range(len(lists)))
            lines = [f"for {names}, in product({every}):", *("    " + line for line in lines)]
        return ["    " + line for line in lines]


def _part(cases: list[Case], chains: bool, changed: dict[int, str], lists: list[str]) -> list[str]:
    """Return the lines in which one machine takes part; a case always possible needs no test."""
    cases = [(condition, update) for condition, update in cases if condition != 0]
    written = sorted({n for _, update in cases for n, _ in update})
    changed.update({n: f"n{n}" for n in written})
    if not cases:
        return ["    continue"]
    if not written:
        condition = join("or", [condition for condition, _ in cases])
        return [] if condition == 1 else [f"    if not {condition}: continue"]
    if len(cases) == 1 or chains:
        return _chain(cases, written)
    name = f"L{len(lists)}"
    lists.append(" ".join(f"n{n}" for n in written))
    lines = [f"    {name}=[]"]
    for condition, update in cases:
        lines.append(f"    if {condition}: {name}.append(({_values(update, written)}))")
    return lines


def _values(update: Update, written: list[int]) -> str:
    new = dict(update)
    return "".join(f"{new.get(n, f'v{n}')}," for n in written)


def _chain(cases: list[Case], written: list[int]) -> list[str]:
    names = "".join(f"n{n}," for n in written)
    lines = []
    for word, (condition, update) in zip(["if", *["elif"] * len(cases)], cases, strict=False):
        lines.append(f"    {word} {condition}: {names}={_values(update, written)}")
    return [*lines, "    else: continue"]


def _unpacked(at: Layout) -> list[str]:
    names = "".join(f"v{n}," for n in at.numbers.values())
    return [f"    {names}=v"] if names else []


@lru_cache(maxsize=64)
def _memory(world: World) -> dict[object, Any]:
    """Return what was made for a flow at a shape; worlds are shared, so this is too."""
    del world
    return {}


@cache
def _touched(machine: Machine, event: Event) -> tuple[frozenset[Field], bool]:
    """Return all fields that a machine reads or writes at an event, and if it asks for some."""
    nodes = [n for rule in machine.of(event) for n in (rule.when, *rule.then.values())]
    fields = {machine.state, *(read.field for node in nodes for read in reads(node))}
    quantified = [q for node in nodes for q in leaves(node) if isinstance(q, Quantified)]
    some = any(not q.quantifier.is_universal for q in quantified)
    return frozenset(fields | _written(machine, event)), some


@cache
def _written(machine: Machine, event: Event) -> frozenset[Field]:
    rules = machine.of(event)
    state = {machine.state} if any(rule.target is not None for rule in rules) else set()
    return frozenset(state.union(*(rule.then.keys() for rule in rules)))


def compile_test(at: Layout, text: Source, more: str = "") -> Callable[..., bool]:
    """Return a condition over a view (and further named arguments) as a function."""
    lines = [f"def test(v{more}):", *_unpacked(at), f"    return {text}"]
    names: dict[str, object] = {}
    exec("\n".join(lines), names)  # noqa: S102  # source that we have just written
    return names["test"]  # type: ignore[return-value]


def compile_steps(
    flow: Flow,
    kept: Iterable[Field],
    shape: tuple[int, ...],
    watched: Iterable[Event] = (),
    moves: Callable[[Move], bool] = lambda _: True,
) -> Steps:
    """Return the steps that can change a kept field or that are watched."""
    at = layout(flow, kept, shape)
    generator = Generator(at)
    seen = set(watched)
    wanted = [
        move
        for move in at.world.moves()
        if moves(move)
        and (
            move.event in seen
            or any(generator.writes(m, move.event) for m in flow.machines if move.event in m.events)
        )
    ]
    lines = ["def successors(v):", "    out=[]", *_unpacked(at)]
    for number, move in enumerate(wanted):
        lines += ["    " + line for line in generator.move(number, move)]
    lines.append("    return out")
    witnesses: set[tuple[int, ...]] = set()
    names: dict[str, object] = {"ONCE": (0,), "product": product, "W": witnesses}
    exec("\n".join(lines), names)  # noqa: S102  # source that we have just written
    return Steps(at, tuple(wanted), names["successors"], witnesses)  # type: ignore[arg-type]
