"""Machines: the states and fields at a scope, and the rules by which they change."""

from collections.abc import KeysView, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property, partial

from model.language import phrases
from model.language.each import for_member
from model.language.errors import IllFormed, Place, here
from model.language.events import Event, Happens, Scope, check_member
from model.language.expressions import Expression, Field, Whose, has_quantifier, reads
from model.language.families import Family, Of, kind_of, need_members, which
from model.language.given import called, check_kinds, check_texts, shown, take
from model.language.sorts import alike, belongs, sort_name, words_of
from model.language.transitions import Transition


@dataclass(frozen=True, eq=False)
class Machine(Family):
    """States and transitions at a scope; `happy` is the path that drawings run straight.

    With `of` it is written once for each member: what is of the family is there the member's.
    """

    name: str
    scope: Scope
    state: Field
    transitions: Sequence[Transition]
    fields: tuple[Field, ...] = ()
    happy: tuple[Enum, ...] = ()
    member: Enum | None = None
    observer: bool = False
    place: Place = field(default_factory=here)
    of: Of = ()
    template: "Machine | None" = field(default=None, init=False, repr=False)

    def __post_init__(self) -> None:
        where, at = called("machine", self.name), partial(self.place.at, self)
        check_texts(self, where, self.place, "name")
        check_kinds(self, where, self.place, scope=Scope, state=Field)
        take(self, where, self.place, transitions=Transition, fields=Field, happy=object)
        check_member(self.member, where, at("member"))
        need_members(self.of, where, at("of"))
        if not (isinstance(self.state.sort, type) and issubclass(self.state.sort, Enum)):
            raise IllFormed(f"{where}: its states are an Enum", at("state"))
        for number, state in enumerate(self.happy):
            if not belongs(state, self.state.sort):
                message = f"{where}: no state {shown(state)} on its happy path"
                raise IllFormed(message, at("happy", number))
        _check_families(self)
        if self.of:
            self.values()  # each member is checked as it is made
            return
        for transition in self.transitions:
            self._check(transition)

    def __str__(self) -> str:
        return self.name if self.member is None else f"{self.name} ({words_of(self.member)})"

    def for_whom(self, rule: Transition) -> str:
        """Return in words whose rule of a family it is, where neither it nor its event says so."""
        said = self.member or rule.event.member
        return "" if said or rule.member is None else f" for {words_of(rule.member)}"

    def _made(self, member: Enum) -> "Machine":
        return replace(
            self,
            of=(),
            member=member,
            state=self.state[member],
            fields=tuple(own[member] for own in self.fields),
            transitions=for_member(self.transitions, member),
        )

    @property
    def all_fields(self) -> tuple[Field, ...]:
        """Return the state first and then the other fields."""
        return (self.state, *self.fields)

    @property
    def events(self) -> KeysView[Event]:
        """Return its alphabet in the order of its transitions."""
        return self._rules.keys()

    def rules_of(self, event: Event) -> tuple[Transition, ...]:
        """Return the transitions of an event, in their order."""
        return self._rules.get(event, ())

    @cached_property
    def _rules(self) -> dict[Event, tuple[Transition, ...]]:
        rules: dict[Event, tuple[Transition, ...]] = {}
        for rule in self.transitions:
            rules[rule.event] = (*rules.get(rule.event, ()), rule)
        return rules

    def writes(self, event: Event) -> frozenset[Field]:
        """Return the fields that it can change at an event."""
        rules = self.rules_of(event)
        state = {self.state} if any(rule.target is not None for rule in rules) else set()
        return frozenset(state.union(*(rule.then.keys() for rule in rules)))

    def _check(self, rule: Transition) -> None:
        where = f"machine '{self}', {rule}"
        told = [("source", state) for state in rule.source]
        told += [] if rule.target is None else [("target", rule.target)]
        for name, state in told:
            if not belongs(state, self.state.sort):
                known = ", ".join(s.name for s in self.state.sort)  # type: ignore[union-attr]
                message = f"{where}: {shown(state)} is not one of its states ({known})"
                raise IllFormed(message, rule.place.at(rule, name))
        for changed, value in rule.then.items():
            self._check_effect(where, changed, value, rule)
        for leaf in rule.when.leaves:
            if isinstance(leaf, Happens):
                message = f"{where}: 'happens' is for claims, not for guards"
                raise IllFormed(message, rule.place.at(rule, "when"))
        _check_reads(where, rule, rule.when)

    def _check_effect(
        self, where: str, changed: Field, value: Expression, rule: Transition
    ) -> None:
        if not any(changed is own for own in self.fields):
            name, number = changed.name, [one is changed for one in rule.then].index(True)
            message = f"{where}: 'then' names only fields of its own machine, and not its state"
            at = rule.place.at(rule, "then", number)
            raise IllFormed(f"{message}; '{name}' is not one of them", at)
        if not alike(changed.sort, value.sort):
            wanted, got = sort_name(changed.sort), sort_name(value.sort)
            message = f"{where}: '{changed.name}' holds {wanted}, not {got}"
            raise IllFormed(message, rule.place)
        if has_quantifier(value):
            raise IllFormed(f"{where}: no quantifier may stand in 'then'", rule.place)
        _check_reads(where, rule, value)

    def without(self, *events: Event) -> "Machine":
        """Return the machine with no transition of these events that it has."""
        left_out = {one for event in events for one in self._meant(event)}
        kept = tuple(t for t in self.transitions if t.event not in left_out)
        return replace(self, transitions=kept)

    def lacking(self, event: Event, words: str) -> "Machine":
        """Return the machine where the transitions of an event lack the conjunct so named."""
        meant = self._meant(event)
        found = [t for t in self.transitions if t.event in meant and phrases.says(t.when, words)]
        if not found:
            raise IllFormed(f"machine '{self}', '{event}': no conjunct is named '{words}'")
        rules = tuple(t.lacking(words) if t in found else t for t in self.transitions)
        return replace(self, transitions=rules)

    def meaning(self, words: str, body: Expression) -> "Machine":
        """Return the machine where the conjuncts so named have another body."""
        found = [rule for rule in self.transitions if phrases.says(rule.when, words)]
        if not found:
            raise IllFormed(f"machine '{self}': no conjunct is named '{words}'")
        changed = {t: replace(t, when=phrases.meaning(t.when, words, body)) for t in found}
        return replace(self, transitions=tuple(changed.get(t, t) for t in self.transitions))

    def also(self, *rules: Transition) -> "Machine":
        """Return the machine with further transitions."""
        return replace(self, transitions=(*self.transitions, *rules))

    def instead(self, event: Event, *rules: Transition) -> "Machine":
        """Return the machine with these rules in place of those of the event."""
        meant = self._meant(event)
        at = next(i for i, t in enumerate(self.transitions) if t.event in meant)
        others = [t for t in self.transitions if t.event not in meant]
        return replace(self, transitions=(*others[:at], *rules, *others[at:]))

    def _meant(self, event: Event) -> tuple[Event, ...]:
        """Return the event, or all those of a family, where the machine is itself of none."""
        meant = event.values() if event.of and not self.of else (event,)
        for one in meant:
            if one not in self.events:
                raise IllFormed(f"machine '{self}' has no event '{one}'")
        return meant


def _check_reads(where: str, rule: Transition, node: Expression) -> None:
    for read in reads(node):
        if read.after or read.whose is not Whose.OWN:
            message = f"{where}: 'after' and 'at_other_...' are for claims, not for rules"
            raise IllFormed(message, rule.place)


def _check_families(machine: Machine) -> None:
    """Refuse a field or a rule that is of a family where its machine is of none, or of another."""
    where = f"machine '{machine.name}'"
    for own in machine.all_fields:
        if own.of and not machine.of:
            raise IllFormed(f"{where}: {which(own.of, own)}", machine.place)
        if own.of != machine.of:
            message = f"'{own.name}' needs its 'of', as there is a machine for each member"
            raise IllFormed(f"{where}: {message}", machine.place)
    for rule in machine.transitions:
        if rule.of and not machine.of:
            raise IllFormed(f"{where}, {rule}: {which(rule.of, *_templates(rule))}", rule.place)
        if rule.of not in ((), machine.of):
            message = f"is of each {kind_of(rule.of)}, in a machine of each {kind_of(machine.of)}"
            raise IllFormed(f"{where}, {rule} {message}", rule.place)


def _templates(rule: Transition) -> tuple[Family, ...]:
    fields = (read.field for node in (rule.when, *rule.then.values()) for read in reads(node))
    return tuple(thing for thing in (rule.event, *rule.then, *fields) if thing.of)
