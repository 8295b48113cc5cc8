"""A cure told: that it cures, what else it ends, and what no longer holds with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from model.language.claims import Claim, Sometimes
from model.language.sources import Assumption
from model.register import REGISTER
from properties.css.going_wrong import FINDING
from properties.engine.verdict import Result, Verdict
from switchproof.dossier.findings.every import Cure

FAULTS_OF_THE_FLOW = {claim.id for claim in FINDING}


@dataclass(frozen=True)
class CureTold:
    """A cure with its verdict: whether it cures, and what it costs."""

    cure: Cure
    cures: bool
    costs: tuple[Result, ...]


def checked(told: CureTold) -> str:
    """Say what was decided of a cure; what the model alone assumes is no price of it."""
    known = [one.claim for one in told.costs if one.verdict is not Verdict.UNDECIDED]
    unknown = [one.claim for one in told.costs if one.verdict is Verdict.UNDECIDED]
    ends = [claim for claim in known if claim.id in FAULTS_OF_THE_FLOW]
    happen: list[Claim] = [c for c in known if c not in ends and isinstance(c, Sometimes)]
    assumed = [c for c in known if c not in ends + happen and _is_assumed(c)]
    price = [c for c in known if c not in ends + happen + assumed]
    gained = "it is then possible" if told.cure.opens else "it can then no longer come about"
    rest = "" if price else ", and everything else still holds"
    lists = (
        ("It also ends another fault:", ends),
        ("Everything else still holds, except:", price),
        ("What can then no longer happen:", happen),
        ("Of what the model alone assumes, this changes:", assumed),
        ("Not known to hold:", unknown),
    )
    return " ".join([f"Checked: {gained}{rest}.", *_listed(lists)])


def _listed(lists: tuple[tuple[str, list[Claim]], ...]) -> Iterator[str]:
    for words, claims in lists:
        if claims:
            yield f"{words} {' '.join(claim.sentence for claim in claims)}"


def _is_assumed(claim: Claim) -> bool:
    """Tell whether all that a claim cites is assumed: no text that was read says it."""
    cited = [REGISTER[name] for name in claim.cites.split()]
    return bool(cited) and all(isinstance(source, Assumption) for source in cited)
