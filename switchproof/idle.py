"""`switchproof idle`: rules that no run takes, and conditions that alone never stop anything."""

from argparse import Namespace

from model.flows import FLOWS
from model.language.sorts import words_of
from properties.idle import Idle, idle
from switchproof.bad_input import BadInput
from switchproof.loading import load
from switchproof.progress import Progress

AS_EXPECTED, UNDECIDED = 0, 3


def run(asked: Namespace) -> int:
    """List what is idle in some flows, each proved; return the exit status."""
    status = AS_EXPECTED
    for source in dict.fromkeys(asked.flows or FLOWS):
        flow, found, number = load(source).flow, list[Idle](), 0
        with Progress(source) as progress:
            for number, answer in enumerate(idle(flow, asked.timeout), start=1):
                progress.what = f"{source}: {number} questions"
                if isinstance(answer, Idle):
                    found.append(answer)
        if not number:
            raise BadInput(f"{source}: has no rule to ask about; name another flow")
        print(f"{flow.name}: {number - len(found)} of {number} rules and conditions do something")
        for one in found:
            print(f"  {_said(one)}")
            status = UNDECIDED if one.why else status
    return status


def _said(one: Idle) -> str:
    asked = one.question
    states = " or ".join(words_of(state) for state in asked.rule.source)
    rule = f"{asked.machine}, '{asked.rule.event}' from {states}"
    known = f"not known, {one.why}" if one.why else "never, for any number of points"
    return f"{rule} ({', '.join(asked.rule.cites.split())}) {asked.asks}: {known}"
