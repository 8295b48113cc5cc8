"""Faults of composing of flows."""

from tests.sown.fault import sown_in
from tests.sown.watching import COMPOSING

FAULTS = (
    *sown_in(
        "model/language/composing/common.py",
        COMPOSING,
        (
            "composing: what is one object is shared unasked",
            "same is thing and may(thing)",
            "same is thing",
        ),
        (
            "composing: what is listed may be two things",
            "same is thing and may(thing)",
            "may(thing)",
        ),
        (
            "composing: events are not looked at",
            'self._refuse("event", lambda flow: flow.events, self._may_meet)',
            "pass",
        ),
        (
            "composing: an event of a shared machine is shared with all",
            "or event not in self._own_events",
            "or event in self._own_events",
        ),
        (
            "composing: fields are not looked at",
            'self._refuse("field", self._fields, lambda _: False)',
            "pass",
        ),
        (
            "composing: what is joined stands nowhere",
            "[instead.get(str(m), m) for m in part.machines]",
            "part.machines",
        ),
    ),
    *sown_in(
        "model/language/composing/compose.py",
        COMPOSING,
        (
            "composing: no condition is laid",
            "[laid(machine, conditions) for machine in common.machines(parts)]",
            "list(common.machines(parts))",
        ),
        (
            "composing: a condition is the first member's",
            "return condition.at(event.member)",
            "return condition.values()[0] if condition.of else condition",
        ),
        (
            "composing: first values are forgotten",
            "return replace(found, starts=_starts(where, flows, found))",
            "return found",
        ),
    ),
    *sown_in(
        "model/language/composing/rules.py",
        COMPOSING,
        (
            "composing: a union has the rules of the first",
            "dict.fromkeys(rule for machine in machines for rule in machine.transitions)",
            "first.transitions",
        ),
        (
            "composing: a condition replaces another",
            "conditions[rule.event]) & rule.when",
            "conditions[rule.event])",
        ),
    ),
    *sown_in(
        "model/language/composing/renaming.py",
        COMPOSING,
        (
            "renaming: what was made is made again",
            "self._made[id(made)] = made, made",
            "pass",
        ),
        (
            "renaming: a member is no more its family's",
            "return self.of(template)[member]",
            "pass",
        ),
        (
            "renaming: a breach names a duty that is gone",
            'REFERENCES = ("breaches", "duty", "machine")',
            'REFERENCES = ("duty", "machine")',
        ),
        ("renaming: what a flow makes is not renamed", '("say", "body")', "()"),
    ),
)
