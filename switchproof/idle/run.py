"""`switchproof idle`: rules that no run takes, conditions that alone never stop anything.

And what claims suppose that arises not at all, or not with each number of points up to three.
"""

from argparse import Namespace

from model.flows import WRITTEN
from model.language.sorts import words_of
from properties.analyses.vacuity.rules import Idle, idle
from properties.analyses.vacuity.situations import Situation, situations_of
from properties.engine.verdict import Verdict
from switchproof.deciding.load import load
from switchproof.terminal.errors import BadInput
from switchproof.terminal.exits import AS_EXPECTED, SURPRISE, UNDECIDED
from switchproof.terminal.progress import Progress


def run(asked: Namespace) -> int:
    """List what is idle in some flows, each proved; return the exit status."""
    status = AS_EXPECTED
    for source in dict.fromkeys(asked.flows or WRITTEN):
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
        status = _situations(source, asked.timeout) or status
    return status


def _situations(source: str, seconds: float) -> int:
    """List what claims suppose that does not arise as it should; return the exit status."""
    one = load(source)
    with Progress(f"{source}: what its claims suppose"):
        found = [s for claim in one.claims for s in situations_of(one.flow, claim, seconds)]
    amiss = [situation for situation in found if not situation.arises]
    print(f"{one.flow.name}: {len(found) - len(amiss)} of {len(found)} situations of claims arise")
    for situation in amiss:
        print(f"  {situation.claim.id}: {_when(situation)}")
    if any(situation.result.verdict is Verdict.REFUTED for situation in amiss):
        return SURPRISE
    return UNDECIDED if amiss else AS_EXPECTED


def _when(situation: Situation) -> str:
    if situation.result.verdict is Verdict.REFUTED:
        return "what it supposes never arises, for any number of points"
    if situation.result.verdict is Verdict.PROVED:
        return f"what it supposes arises, but {situation.result.reason}"
    return f"whether what it supposes arises is not known, {situation.result.reason}"


def _said(one: Idle) -> str:
    asked = one.question
    states = " or ".join(words_of(state) for state in asked.rule.source)
    rule = f"{asked.machine}, '{asked.rule.event}' from {states}"
    cites = ", ".join(asked.rule.cites.split())
    cited = f"{rule} ({cites})" if cites else rule
    if one.why:
        return f"{cited}: whether it is ever {asked.asks} is not known, {one.why}"
    return f"{cited} is never {asked.asks}, for any number of points"
