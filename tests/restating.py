"""What a claim says apart, and whether a part of it says one rule of one machine again.

A part does where all fields that it reads are of one machine, it names one event, it holds of
every step of that machine alone, from any state, and no more than one rule bears it: of no other
rule anything can be left out by which it fails.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product

from model.language import Event, Expression, Flow, Machine, Transition, all_of, happens
from model.language.events import Happens
from model.language.expressions import Apply, conjuncts, reads, unnamed
from model.language.meaning import Move, State, Where, World
from model.language.sorts import members
from properties.analyses.mutation.mutants import wrong_rules
from properties.analyses.provenance.elements import LEFT_OUT
from properties.engine.slices.seen import watched_by

HERE = Where(point=0, provider=0)


def said_apart(body: Expression) -> Iterator[Expression]:
    """Yield the parts that a claim joins: by `and`, of each event, and of what follows."""
    match unnamed(body):
        case Apply("and", parts):
            for part in parts:
                yield from said_apart(part)
        case Apply("implies", (supposed, follows)):
            yield from _of_each_event(supposed, follows)
        case _:
            yield body


def _of_each_event(supposed: Expression, follows: Expression) -> Iterator[Expression]:
    match unnamed(supposed), unnamed(follows):
        case Happens(events), Apply("or", rows) if len(events) > 1 and _rows(rows, events):
            for row in rows:
                yield from said_apart(_first(row).implies(all_of(*_rest(row))))
        case Happens(events), _ if len(events) > 1:
            for event in events:
                yield from said_apart(happens(event).implies(follows))
        case _, Apply("and", parts):
            for part in parts:
                yield from said_apart(supposed.implies(part))
        case _, Apply("not", (inner,)) if _is(inner, "or"):
            for part in unnamed(inner).arguments:  # type: ignore[attr-defined]
                yield from said_apart(supposed.implies(~part))
        case _:
            yield supposed.implies(follows)


def _rows(rows: tuple[Expression, ...], events: tuple[Event, ...]) -> bool:
    """Tell whether each row is what one of the events does."""
    first = [_first(row) for row in rows if _is(row, "and")]
    named = [one.events for one in first if isinstance(one, Happens)]
    return sorted(named, key=str) == sorted(((event,) for event in events), key=str)


def _is(node: Expression, operator: str) -> bool:
    bare = unnamed(node)
    return isinstance(bare, Apply) and bare.operator == operator


def _first(row: Expression) -> Expression:
    return unnamed(unnamed(row).arguments[0])  # type: ignore[attr-defined]


def _rest(row: Expression) -> tuple[Expression, ...]:
    rest: tuple[Expression, ...] = unnamed(row).arguments[1:]  # type: ignore[attr-defined]
    return rest


def says_a_rule(flow: Flow, part: Expression) -> bool:
    """Tell whether a part of a claim says one rule of one machine again, or none."""
    machines = {flow.machine_of[read.field] for read in reads(part)}
    event = _supposed_event(part)
    if len(machines) != 1 or event is None or watched_by(part) != (event,):
        return False
    (machine,) = machines
    rules = machine.rules_of(event) if event in machine.events else ()
    if not rules or _depends_on_others(machine, rules, part):
        return False
    alone = replace(machine, transitions=tuple(_by_itself(machine, rule) for rule in rules))
    if not _holds(flow, alone, event, part):
        return False
    return sum(_bears(flow, alone, rule, part) for rule in alone.transitions) <= 1


def _supposed_event(part: Expression) -> Event | None:
    """Return the event of which alone a part speaks, where it does."""
    if not _is(part, "implies"):
        return None
    supposed = [unnamed(one) for one in conjuncts(unnamed(_first(part)))]
    named = [one.events for one in supposed if isinstance(one, Happens)]
    return named[0][0] if len(named) == 1 and len(named[0]) == 1 else None


def _depends_on_others(machine: Machine, rules: tuple[Transition, ...], part: Expression) -> bool:
    """Tell whether what the part reads is set to what another machine holds."""
    wanted = {read.field for read in reads(part) if read.after}
    effects = [node for rule in rules for f, node in rule.then.items() if f in wanted]
    return any(not _is_own(machine, node) for node in effects)


def _is_own(machine: Machine, node: Expression) -> bool:
    mine = set(machine.all_fields)
    return all(read.field in mine for read in reads(node))


def _by_itself(machine: Machine, rule: Transition) -> Transition:
    """Return a rule without what it asks of others, and sets to what others hold."""
    asked = [one for one in conjuncts(rule.when) if _is_own(machine, one)]
    effects = {f: node for f, node in rule.then.items() if _is_own(machine, node)}
    return replace(rule, when=all_of(*asked), then=effects, breaches="")


def _flow_of(flow: Flow, alone: Machine) -> Flow:
    return Flow("alone", "One machine alone.", (alone,), flow.parties, flow.sources)


def _bears(flow: Flow, alone: Machine, rule: Transition, part: Expression) -> bool:
    mine = _flow_of(flow, alone)
    return any(
        not _holds(flow, changed, rule.event, part)
        for mutant in wrong_rules(mine, alone, rule, LEFT_OUT)
        for changed in mutant.flow.machines
        if rule.event in changed.events
    )


def _holds(flow: Flow, alone: Machine, event: Event, part: Expression) -> bool:
    """Tell whether a part holds of each step that any of the rules allows, from any state."""
    world = World(_flow_of(flow, alone), (1,))
    fields = [field for field, _ in world.slots]
    states = product(*(members(field.sort) for field in fields))
    return all(
        world.holds(part, HERE, state, Move(event, 0), after)
        for state in states
        for after in _after(world, alone, event, state)
    )


def _after(world: World, alone: Machine, event: Event, state: State) -> Iterator[State]:
    for rule in world.fitting(alone, 0, event, state):
        after = list(state)
        if rule.target is not None:
            after[world.slots[alone.state, 0]] = rule.target
        for field, node in rule.then.items():
            after[world.slots[field, 0]] = world.compute(node, state, alone.scope, 0)
        yield tuple(after)
