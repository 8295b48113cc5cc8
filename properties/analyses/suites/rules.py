"""The rules that show at an interface: runs for those that a suite does not take yet."""

from collections.abc import Iterable

from model.language.claims import Step
from model.language.conditions import all_of
from model.language.events import happens
from model.language.machines import Machine
from model.language.sorts import words_of
from model.language.transitions import Transition
from properties.analyses.suites.exact import ExactlyShown, Word
from properties.analyses.suites.suite import NeverReached
from properties.engine.budget import Budget
from properties.engine.free import weakened
from properties.engine.interfaces.cone import machines_behind
from properties.engine.interfaces.graph import SHAPE
from properties.engine.prove import decide
from properties.engine.verdict import Verdict

Rule = tuple[Machine, Transition]


def rules_shown(shown: ExactlyShown) -> list[Rule]:
    """Return the rules of what is seen, in the machines on which the interface depends."""
    events = [event for one in shown.symbols for event in one.events]
    machines = machines_behind(shown.flow, events)
    seen = set(events)
    return [(m, rule) for m in machines for rule in m.transitions if rule.event in seen]


def runs_for_rules(
    shown: ExactlyShown, words: Iterable[Word], seconds: float
) -> tuple[dict[Word, tuple[str, ...]], list[NeverReached]]:
    """Return further words, each with the rules that it is for, and the rules that none takes."""
    taken = {id(one.rule) for word in words for one in shown.replayed(word).taken}
    further, never = dict[Word, tuple[str, ...]](), list[NeverReached]()
    for machine, rule in rules_shown(shown):
        if id(rule) in taken:
            continue
        found = _word_of(shown, machine, rule, seconds)
        if isinstance(found, NeverReached):
            never.append(found)
        else:
            further[found] = (*further.get(found, ()), _named(machine, rule))
    return further, never


def _word_of(
    shown: ExactlyShown, machine: Machine, rule: Transition, seconds: float
) -> Word | NeverReached:
    """Return the word of a shortest run that takes a rule, or that there is none."""
    fits = all_of(happens(rule.event), weakened(machine, rule))
    named = _named(machine, rule)
    found = decide(
        shown.flow, Step("never-taken", "It is never taken.", ~fits), Budget(seconds=seconds)
    )
    if found.verdict is Verdict.PROVED:
        return NeverReached(named, "it is never taken, for any number of points")
    if found.run is None or found.run.shape != SHAPE:
        return NeverReached(named, found.reason or "it takes more than one point", known=False)
    seen = shown.shown_by(found.run)
    word = tuple(letter for letter, _ in seen)
    takes = {id(one.rule) for one in shown.replayed(word).taken}
    if id(rule) not in takes | {id(one.rule) for _, some in seen for one in some}:
        return NeverReached(named, "its run does not show it", known=False)
    return word


def _named(machine: Machine, rule: Transition) -> str:
    states = " or ".join(words_of(state) for state in rule.source)
    cited = f" ({rule.cites})" if rule.cites else ""
    return f"{machine}, '{rule.event}'{machine.for_whom(rule)} from {states}{cited}"
