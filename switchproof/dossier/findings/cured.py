"""A cure told: that it cures, what else it ends, and what no longer holds with it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.claims import Claim, Sometimes
from model.language.sources import Assumption
from model.register import REGISTER
from properties.engine.verdict import Result, Verdict
from switchproof.dossier.document import FAULTS_OF_THE_FLOW
from switchproof.dossier.findings.changes import as_it_stands
from switchproof.dossier.findings.kinds import Cure, Pair, title


@dataclass(frozen=True)
class CureTold:
    """A cure with what was decided of it: whether it cures, what it costs, with what it collides.

    `cures` is None where that is not known; `pairs` are those with other cures in which one of
    the two is not found to cure.
    """

    cure: Cure
    cures: bool | None
    costs: tuple[Result, ...]
    pairs: tuple[Pair, ...] = ()

    @property
    def as_meant(self) -> bool:
        """Tell whether it cures, and collides with another cure where it is not advised."""
        return self.cures is True and (self.cure.advised or bool(self.colliding))

    @property
    def colliding(self) -> tuple[Pair, ...]:
        """Return the pairs in which one of the two does not cure."""
        return tuple(pair for pair in self.pairs if pair.cured is False)

    @property
    def undecided(self) -> bool:
        """Tell whether it is not known of it, or of a pair with it, whether it cures."""
        return self.cures is None or any(pair.cured is None for pair in self.pairs)


def checked(told: CureTold) -> str:
    """Say how a cure was checked and what was decided of it, and what of it was not modelled."""
    opens, in_place = told.cure.opens, told.cure.change is as_it_stands
    gained = "it is then possible" if opens else "it can then no longer come about"
    if in_place:
        how = f"The flow already keeps to these words: {gained}, and nothing is lost."
    else:
        how = " ".join(_proved(gained, told.costs))
    return f"{how} Not modelled: {told.cure.beyond}."


def colliding(told: CureTold) -> str:
    """Say that words cure alone, and with which cure they do not go; both were proved."""
    return f"Proved: by themselves they cure it; {undone(told)}. Not modelled: {told.cure.beyond}."


def undone(told: CureTold) -> str:
    """Return which advised cures it undoes when both are made, or beside which it fails."""
    return " and ".join(
        f"they undo the cure of '{title(pair.one)}'"
        if pair.failing == pair.one
        else f"they fail beside the cure of '{title(pair.one)}'"
        for pair in told.colliding
    )


def _proved(gained: str, costs: Sequence[Result]) -> Iterator[str]:
    """Yield what was proved against the flow; what the model alone assumes is no price of it."""
    known = [one.claim for one in costs if one.verdict is not Verdict.UNDECIDED]
    unknown = [one.claim for one in costs if one.verdict is Verdict.UNDECIDED]
    ends = [claim for claim in known if claim.id in FAULTS_OF_THE_FLOW]
    happen: list[Claim] = [c for c in known if c not in ends and isinstance(c, Sometimes)]
    assumed = [c for c in known if c not in ends + happen and _is_assumed(c)]
    price = [c for c in known if c not in ends + happen + assumed]
    rest = "" if price or unknown else ", and everything else still holds"
    yield f"Proved against the flow: {gained}{rest}."
    yield from _listed(
        (
            (f"It also ends {'another fault' if len(ends) == 1 else 'other faults'}:", ends),
            ("Everything else still holds, except:", price),
            ("What can then no longer happen:", happen),
            ("Of what the model alone assumes, this changes:", assumed),
            ("Not known to hold:", unknown),
        )
    )


def _listed(lists: tuple[tuple[str, list[Claim]], ...]) -> Iterator[str]:
    for words, claims in lists:
        if claims:
            yield f"{words} {' '.join(claim.sentence for claim in claims)}"


def _is_assumed(claim: Claim) -> bool:
    """Tell whether all that a claim cites is assumed: no text that was read says it."""
    cited = [REGISTER[name] for name in claim.cites.split()]
    return bool(cited) and all(isinstance(source, Assumption) for source in cited)
