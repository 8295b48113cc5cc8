"""The advised cures of one flow made together: whether each still cures, and what more is lost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from properties.engine.verdict import Result, Verdict
from switchproof.dossier.findings.cured import undone
from switchproof.dossier.findings.kinds import Finding, Pair, title
from switchproof.dossier.findings.told import FindingTold


@dataclass(frozen=True)
class Together:
    """What was decided of all advised cures of a flow; `cures` has None where it is not known.

    `further` is what holds with each cure alone, and is not found to hold with all; `pairs` are
    those of which one is not found to cure.
    """

    base: str
    cures: Mapping[Finding, bool | None]
    further: tuple[Result, ...] = ()
    pairs: tuple[Pair, ...] = ()

    @property
    def holds(self) -> bool:
        """Tell whether each cure still does what it is for, with all and with each other."""
        return all(self.cures.values()) and not self.pairs

    @property
    def undecided(self) -> bool:
        """Tell whether something of it is not known."""
        known = {*self.cures.values(), *(pair.cured for pair in self.pairs)}
        return None in known or Verdict.UNDECIDED in {r.verdict for r in self.further}


def together_told(one: Together) -> Iterator[str]:
    """Yield the sentences on the cures of a flow that were made together."""
    alone = len(one.cures) == 1
    yield (
        f"The only cure on the flow {one.base} stands alone."
        if alone
        else f"{len(one.cures)} cures were made on the flow {one.base}, any two and all together."
    )
    if one.holds and not alone:
        yield "Each still cures: proved."
    for finding, cures in one.cures.items():
        if not cures:
            yield f"'{title(finding.id)}' is {_how(cures)} with all."
    for pair in one.pairs:
        both = f"'{title(pair.one)}' and '{title(pair.other)}'"
        yield f"'{title(pair.failing)}' is {_how(pair.cured)} with the cures of {both}."
    if one.further or not alone:
        yield from _on_the_rest(one.further)


def _how(cures: bool | None) -> str:
    return "not known to be cured" if cures is None else "not cured"


def collisions_told(one: FindingTold) -> Iterator[str]:
    """Yield the sentences on words of a finding that do not go with an advised cure."""
    for cure in one.cures:
        if cure.colliding:
            yield f"Other words would cure '{title(one.finding.id)}' alone; {undone(cure)}."


def _on_the_rest(further: Sequence[Result]) -> Iterator[str]:
    lost = [one.claim.sentence for one in further if one.verdict is not Verdict.UNDECIDED]
    unknown = [one.claim.sentence for one in further if one.verdict is Verdict.UNDECIDED]
    if not further:
        yield "Nothing is lost beyond what one of them costs alone."
    if lost:
        yield f"Lost beyond what one of them costs alone: {' '.join(lost)}"
    if unknown:
        yield f"Not known to hold with all: {' '.join(unknown)}"
