"""Who answers for whom: the instrument, the parties that it binds, their agents, what is owed.

Derived from the ties of the parties and from the duties that can be in force. A duty counts
unless it is known never to be in force: its condition is false whatever the fields that some
rule moves may hold.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from model.language.duties import Duty, How
from model.language.expressions import Const, Expression, Field, Read, fold
from model.language.flow import Flow
from model.language.operators import OPERATORS
from model.language.parties import Party, Via
from model.language.sorts import Value
from model.language.words import words

Key = tuple[str, ...]


@dataclass(frozen=True)
class Owed:
    """A duty by names: what, who owes it, who performs it, under what, delivered to whom."""

    matter: str
    about: str
    obligor: str
    performer: str
    instrument: str
    delivered_to: str
    cites: str
    while_: str = ""  # when, where others owe the same about the same at another time
    through: str = ""  # who does it, where that is nobody with a column
    unbound: str = ""  # that its obligor is not bound, if so

    @property
    def owes(self) -> Key:
        """Return what tells a duty of a party from another, in two flows."""
        return ("owes", self.obligor, self.matter)

    @property
    def delivers(self) -> Key:
        """Return what tells a delivery from another."""
        return ("delivers", self.performer, self.delivered_to, self.matter)


@dataclass(frozen=True)
class Chain:
    """The duties of a flow that can be in force, and who binds and answers for whom."""

    flow: str
    title: str
    owed: tuple[Owed, ...]
    bound: Mapping[str, str]  # a party and the instrument that it mostly acts under
    principals: Mapping[str, str]  # an agent and who answers for it

    @property
    def people(self) -> tuple[str, ...]:
        """Return everybody in it: the bound first, then agents and receivers."""
        named = [n for o in self.owed for n in (o.obligor, o.performer, o.delivered_to) if n]
        return tuple(dict.fromkeys([*self.bound, *named]))

    @property
    def keys(self) -> set[Key]:
        """Return the things that a picture of two flows calls added, removed or unchanged."""
        found: set[Key] = {("party", name) for name in self.people}
        found |= {("binds", name, instrument) for name, instrument in self.bound.items()}
        found |= {("binds", o.obligor, o.instrument) for o in self.owed if o.obligor in self.bound}
        found |= {("answers", party, agent) for agent, party in self.principals.items()}
        found |= {owed.owes for owed in self.owed}
        return found | {owed.delivers for owed in self.owed if owed.delivered_to}

    @property
    def unbound(self) -> tuple[str, ...]:
        """Return what is owed and nobody bound can owe, and why, each in a line."""
        return tuple(
            f"Nobody bound can owe {owed.matter}: {owed.unbound}."
            for owed in self.owed
            if owed.unbound
        )

    def others(self, name: str) -> tuple[str, ...]:
        """Return under what a party owes something, beside the instrument that mostly binds it."""
        under = dict.fromkeys(o.instrument for o in self.owed if o.obligor == name)
        return tuple(one for one in under if one != self.bound.get(name))

    def is_outside(self, owed: Owed) -> bool:
        """Tell whether a duty is under another instrument than most of its obligor's are."""
        return self.bound.get(owed.obligor, owed.instrument) != owed.instrument


def chain(flow: Flow) -> Chain:
    """Return who answers for whom in a flow."""
    return _chain(flow, [duty for duty in flow.duties if can_be_in_force(flow, duty)])


def deliveries(flow: Flow) -> Chain:
    """Return who answers for what is delivered to somebody; for all that is owed if nothing is.

    A duty not to send is no delivery, and a picture of all duties would be too full to read. What
    somebody does who is tied to nothing, as where no text names them, is drawn from the obligor,
    and says through whom.
    """
    duties = [duty for duty in flow.duties if can_be_in_force(flow, duty)]
    shown = [d for d in duties if d.delivered_to and d.how is not How.REFRAIN] or duties
    found = _chain(flow, shown)
    tied = {duty.performer.name for duty in shown if duty.performer.ties}
    return replace(
        found,
        owed=tuple(one if one.performer in tied else _from_obligor(one) for one in found.owed),
        principals={a: p for a, p in found.principals.items() if a in tied},
    )


def _from_obligor(owed: Owed) -> Owed:
    through = "" if owed.performer == owed.obligor else owed.performer
    return replace(owed, performer=owed.obligor, through=through)


def _chain(flow: Flow, duties: list[Duty]) -> Chain:
    owed = tuple(_owed(duty, duties) for duty in duties)
    concerned = {n for o in owed for n in (o.obligor, o.performer, o.delivered_to)}
    agents = {o.performer: o.obligor for o in reversed(owed) if o.performer != o.obligor}
    bound: dict[str, str] = {}
    for party in flow.parties:
        if party.name in concerned and (found := _instrument(party, owed)):
            bound[party.name] = found
    return Chain(flow.name, flow.title, owed, bound, agents)


def _owed(duty: Duty, duties: list[Duty]) -> Owed:
    same = [d for d in duties if (d.matter, d.about) == (duty.matter, duty.about)]
    while_ = f"while {words(duty.in_force)}" if len(same) > 1 else ""
    return Owed(
        duty.matter,
        duty.about,
        duty.obligor.name,
        duty.performer.name,
        duty.instrument,
        duty.delivered_to,
        duty.cites,
        while_,
        unbound=duty.unbound,
    )


def _instrument(party: Party, owed: tuple[Owed, ...]) -> str | None:
    """Return the instrument that binds a party and under which it owes most."""
    binding = [tie.instrument for tie in party.ties if tie.via is not Via.CONTRACT]
    mine = Counter(o.instrument for o in owed if o.obligor == party.name)
    return max(binding, key=lambda name: mine[name], default=None)


def can_be_in_force(flow: Flow, duty: Duty) -> bool:
    """Tell whether a duty's condition may hold, as far as the constants of the flow decide."""
    constants = _constants(flow)

    def leaf(node: Expression) -> Value | None:
        if isinstance(node, Const):
            return node.value
        return constants.get(node.field) if isinstance(node, Read) else None

    return fold(duty.in_force, leaf, _known) is not False


def _known(operator: str, arguments: list[Value | None]) -> Value | None:
    """Return what an operator gives where the known arguments decide it, or else None."""
    deciding = {"and": False, "or": True}
    if operator in deciding and deciding[operator] in arguments:
        return deciding[operator]
    if None in arguments:
        return None
    value: Value = OPERATORS[operator].python(*arguments)
    return value


def _constants(flow: Flow) -> dict[Field, Value]:
    moved = {field for _, rule in flow.rules() for field in rule.then}
    moved |= {
        machine.state
        for machine, rule in flow.rules()
        if rule.target is not None and rule.source != (rule.target,)
    }
    first = {field: flow.initials(field) for field in flow.fields if field not in moved}
    return {field: values[0] for field, values in first.items() if len(values) == 1}
