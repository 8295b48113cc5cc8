"""Two of the ways in which a text can deal with what an event catches, made of any machine.

Where a machine goes on under its old rules, the event does nothing to it, and nothing of it is
taken over elsewhere; where what it holds ends, it is after the event as it is where it has nothing
to do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from model.language.claims import Claim, ForEach
from model.language.events import Event
from model.language.expressions import Const, Expression, Field, reads
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Value
from model.language.transitions import Transition
from properties.analyses.reuse import Evidence, carries, same_words


def continuing(flow: Flow, event: Event, group: Sequence[Machine]) -> Flow:
    """Return the flow in which what these machines hold goes on as if the event had not been."""
    apart = _not_taken_over(flow, event, group)
    return apart.but(*(_without(machine, event) for machine in group))


def ending(flow: Flow, event: Event, group: Sequence[Machine]) -> Flow | None:
    """Return the flow in which what these machines hold ends at the event.

    None where they have no one state in which there is nothing to end.
    """
    idle = [{field: _idle(flow, field) for field in machine.all_fields} for machine in group]
    if any(value is None for values in idle for value in values.values()):
        return None
    apart = _not_taken_over(flow, event, group)
    every = zip(group, idle, strict=True)
    return apart.but(*(_ended(machine, event, values) for machine, values in every))


@dataclass(frozen=True)
class Otherwise:
    """A flow, and what it is where an event deals otherwise with what some machines hold."""

    flow: Flow
    other: Flow
    event: Event
    machines: Sequence[Machine]

    def holds_still(self, claim: Claim, found: Evidence) -> bool:
        """Tell whether a verdict on the flow is shown to be that on the other as well.

        A machine that follows an event, keeps to its sorts and writes nothing that a proof keeps
        has no part in it, whatever its rules.
        """
        if not isinstance(claim.body, Expression):
            said = claim.of(self.flow)
            if not isinstance(claim, ForEach) or not same_words(said, claim.of(self.other)):
                return False
            claim = replace(claim, body=said, when=None, then=None)
        if carries(self.flow, claim, found, self.other):
            return True
        both = (self.flow, self.other)
        if not found.kept or not all(self._has_no_part(flow, found) for flow in both):
            return False
        one, two = map(self._without_it, both)
        return carries(one, claim, found, two)

    def _of(self, flow: Flow) -> list[Machine]:
        names = {str(machine) for machine in self.machines}
        return [machine for machine in flow.machines if str(machine) in names]

    def _has_no_part(self, flow: Flow, found: Evidence) -> bool:
        mine = self._of(flow)
        kept = any(field.name in found.kept for machine in mine for field in machine.all_fields)
        rules = [rule for machine in mine for rule in machine.rules_of(self.event)]
        follows = all(machine.scope < self.event.scope for machine in mine)
        plain = all(isinstance(node, Const) for rule in rules for node in rule.then.values())
        return follows and not kept and plain

    def _without_it(self, flow: Flow) -> Flow:
        return flow.but(*(_without(machine, self.event) for machine in self._of(flow)))


def _ended(machine: Machine, event: Event, idle: dict[Field, Value | None]) -> Machine:
    states = tuple(machine.state.sort)  # type: ignore[arg-type]  # a state is of an Enum
    rest = {field: idle[field] for field in machine.fields}
    rule = Transition(event, states, idle[machine.state], then=rest)  # type: ignore[arg-type]
    return _without(machine, event).also(rule)


def _idle(flow: Flow, field: Field) -> Value | None:
    """Return the first value of a field, of a member that of the family; None where several are."""
    several = flow.initials(field) if field.template is None else field.template.initials
    return several[0] if len(several) == 1 else None


def _without(machine: Machine, event: Event) -> Machine:
    rules = (rule for rule in machine.transitions if rule.event != event)
    return replace(machine, transitions=tuple(rules))


def _not_taken_over(flow: Flow, event: Event, group: Sequence[Machine]) -> Flow:
    """Return the flow in which no other machine does at an event what hangs on these."""
    fields = {field for machine in group for field in machine.all_fields}
    followers = [machine for machine in flow.following(event) if machine not in group]
    return flow.but(*(_apart_from(fields, event, machine) for machine in followers))


def _apart_from(fields: set[Field], event: Event, machine: Machine) -> Machine:
    return replace(machine, transitions=tuple(_rules_apart(fields, event, machine)))


def _rules_apart(fields: set[Field], event: Event, machine: Machine) -> Iterator[Transition]:
    for rule in machine.transitions:
        if rule.event != event:
            yield rule
        elif not any(read.field in fields for read in reads(rule.when)):
            kept = {
                field: node
                for field, node in rule.then.items()
                if not any(read.field in fields for read in reads(node))
            }
            yield rule if len(kept) == len(rule.then) else replace(rule, then=kept)
