"""Who demands it, and the run that shows it: the law, a claim of this model, or the system."""

from model.language.claims import Claim
from model.language.flow import Flow
from model.language.sources import Clause, Force
from model.language.words import words
from model.register import REGISTER
from properties.analyses.orders.demands import RefusedStep
from properties.analyses.orders.shortest import Shown
from switchproof.deciding.rows import run_row
from switchproof.dossier.order.format import WhyRow

OF_THE_REC = "C1.schedule"  # no clause of the paper, and law


def why_row(flow: Flow, why: Shown | RefusedStep) -> WhyRow:
    """Return what demands an order, or is against one."""
    if isinstance(why, RefusedStep):
        return _of_system(flow, why)
    return {
        "by": "law" if of_the_law(why.claim) else "claim",
        "claim": why.claim.id,
        "sentence": why.claim.sentence,
        "cites": why.claim.cites.split(),
        "refused": [],
        "run": run_row(flow, why.run),
    }


def _of_system(flow: Flow, why: RefusedStep) -> WhyRow:
    rules = [one.rule for one in why.by if one.rule is not None]
    false = [words(node) for one in why.by for node in one.false]
    states = [f"{one.machine} is {one.state}" for one in why.by if not one.false]
    return {
        "by": "system",
        "claim": None,
        "sentence": None,
        "cites": list(dict.fromkeys(id_ for rule in rules for id_ in rule.cites.split())),
        "refused": list(dict.fromkeys([*false, *states])),
        "run": run_row(flow, why.run),
    }


def of_the_law(claim: Claim) -> bool:
    """Tell whether a claim says what a rule of the paper, or the REC, says."""
    cited = [REGISTER[id_] for id_ in claim.cites.split()]
    rules = (isinstance(one, Clause) and one.force is Force.RULE for one in cited)
    return any(rules) or any(one.id == OF_THE_REC for one in cited)
