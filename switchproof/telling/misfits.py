"""What the claims that come free are about, in words: rules that compute, rules that may compete.

Which of them a run shows is said as well, with the lines where the rules are written.
"""

from collections.abc import Iterator

from model.language.claims import Claim
from model.language.flow import Flow
from model.language.sorts import words_of
from model.language.transitions import Transition
from model.language.words import listed
from properties.engine.evidence import Run
from properties.engine.free import SORTS, Free, Misfit, misfit_shown, misfits_of
from switchproof.deciding.one_line import near


def about(flow: Flow, claim: Free) -> Iterator[str]:
    """Yield a line for each machine: its fields that a rule computes, or its rules of one event."""
    if claim is SORTS:
        found, none = computed(flow), "No rule computes a number."
        what = "These numbers are computed, and must stay in their sorts:"
    else:
        found, none = competing(flow), "No machine has two rules of one event."
        what = "These rules are of one event, and must not fit at once:"
    yield what if found else none
    yield from (f"  {machine}: {', '.join(events)}" for machine, events in found.items())


def computed(flow: Flow) -> dict[str, dict[str, None]]:
    """Return by machine which field each event computes."""
    found: dict[str, dict[str, None]] = {}
    for one in misfits_of(flow, SORTS):
        (rule,) = one.rules
        fields = listed([f"'{f.name}'" for f in rule.then if isinstance(f.sort, range)], "and")
        found.setdefault(str(one.machine), {})[f"{fields} at '{rule.event}'"] = None
    return found


def competing(flow: Flow) -> dict[str, dict[str, None]]:
    """Return by machine the events of which it has several rules, and how many."""
    found: dict[str, dict[str, None]] = {}
    for machine in flow.machines:
        for event in machine.events:
            if len(rules := machine.rules_of(event)) > 1:
                found.setdefault(str(machine), {})[f"'{event}' ({len(rules)} rules)"] = None
    return found


def shown(flow: Flow, claim: Claim, run: Run) -> str:
    """Say which rules of which machine a run shows to compete, or to lead out of a sort."""
    assert isinstance(claim, Free)
    misfit = misfit_shown(flow, claim, run)
    return _said(misfit) if misfit else "which rules it is was not found"


def _said(misfit: Misfit) -> str:
    rules = [_rule(rule) for rule in misfit.rules]
    event = misfit.rules[0].event
    if len(rules) > 1:
        return f"machine '{misfit.machine}', '{event}': both fit at once, {listed(rules, 'and')}"
    fields = [f"'{f.name}'" for f in misfit.rules[0].then if isinstance(f.sort, range)]
    told = f"{listed(fields, 'or')} would leave its sort by {rules[0]}"
    return f"machine '{misfit.machine}', '{event}': {told}"


def _rule(rule: Transition) -> str:
    source = listed([words_of(state) for state in rule.source], "or")
    return f"the rule from {source} ({near(rule.place.file)}:{rule.place.line})"
