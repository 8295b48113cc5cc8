"""Why a letter cannot happen in a node: each machine that refuses, in the guards' own words."""

from collections.abc import Iterator

from model.language.conditions import all_of
from model.language.events import Event
from model.language.expressions import (
    Expression,
    Named,
    conjuncts,
    has_quantifier,
    reads,
)
from model.language.flow import Flow
from model.language.machines import Machine
from model.language.sorts import Value, words_of
from model.language.transitions import Transition
from model.language.words import listed, words
from properties.analyses.monitor.monitor import OwedDuty, RefusedLetter
from properties.analyses.monitor.owing import Duties
from properties.analyses.monitor.views import Known, NodeViews, Possible
from properties.engine.interfaces.letters import Symbol

Why = tuple[str, str]  # in words, and what it cites


class Refusing:
    """Why letters are refused in some views of a flow."""

    def __init__(self, flow: Flow, duties: Duties) -> None:
        self.flow, self.duties, self.possible = flow, duties, Possible(flow)
        self._joined: dict[tuple[Expression, Symbol], Expression] = {}

    def why(self, symbol: Symbol, views: NodeViews) -> RefusedLetter:
        """Return each guard that refuses a letter in one of the views, and the duties in question.

        These are the duties that rest on a clause of what refuses it, and those that the event
        would perform or breach.
        """
        guards, duties = dict[str, None](), dict[OwedDuty, None]()
        for event in symbol.events:
            for said, cites in self._guards(symbol, event, views):
                guards[f"{said} ({cites})" if cites else said] = None
                for duty in self.duties.citing(cites):
                    duties |= dict.fromkeys(self.duties.owed(duty))
            for duty in self.flow.duties:
                if event in (*duty.performed_by, *duty.breached_by):
                    duties |= dict.fromkeys(self.duties.owed(duty))
        return RefusedLetter(tuple(guards), tuple(duties))

    def _guards(self, symbol: Symbol, event: Event, views: NodeViews) -> Iterator[Why]:
        for machine in self.flow.taking_part(event):
            rules = machine.rules_of(event)
            fields = {machine.state} | {one.field for rule in rules for one in reads(rule.when)}
            states: dict[Value, None] = {}
            for known in views.by(frozenset(fields)):
                at = known.get(machine.state)
                there = [rule for rule in rules if at is None or at in rule.source]
                false = [list(self._false(symbol, rule, known)) for rule in there]
                if at is not None and not there:
                    states[at] = None
                elif all(false):
                    yield from (one for some in false for one in some)
            if states:
                yield _not_there(machine, event, states)

    def _false(self, symbol: Symbol, rule: Transition, known: Known) -> Iterator[Why]:
        """Yield the conjuncts of a rule that do not hold, whatever is not known."""
        for part in conjuncts(rule.when):
            asked = self._asked(part, symbol)
            if not has_quantifier(part) and True not in self.possible.answers(asked, known):
                cites = part.cites if isinstance(part, Named) else rule.cites
                yield f"it is asked that {words(part)}", cites

    def _asked(self, part: Expression, symbol: Symbol) -> Expression:
        """Return a conjunct with the facts of a letter, where it speaks of these."""
        if (part, symbol) not in self._joined:
            of_facts = {one.field for one in reads(symbol.when)}
            spoken = not of_facts.isdisjoint(one.field for one in reads(part))
            self._joined[part, symbol] = all_of(part, symbol.when) if spoken else part
        return self._joined[part, symbol]


def _not_there(machine: Machine, event: Event, states: dict[Value, None]) -> Why:
    rules = machine.rules_of(event)
    sources = dict.fromkeys(words_of(s) for rule in rules for s in rule.source)
    cites = " ".join(dict.fromkeys(one for rule in rules for one in rule.cites.split()))
    now = listed(map(words_of, states), "or")
    return f"{machine.state.name} is {now}, and would have to be {listed(sources, 'or')}", cites
