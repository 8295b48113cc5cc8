"""The advised cures of one flow made together: whether each still cures, and what more is lost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from properties.engine.verdict import Result, Verdict
from switchproof.dossier.findings.cured import undone
from switchproof.dossier.findings.every import Finding
from switchproof.dossier.findings.kinds import title
from switchproof.dossier.findings.told import FindingTold


@dataclass(frozen=True)
class Together:
    """What was decided of all advised cures of a flow; `cures` has None where it is not known.

    `further` is what holds with each cure alone, and is not found to hold with all.
    """

    base: str
    cures: Mapping[Finding, bool | None]
    further: tuple[Result, ...]

    @property
    def holds(self) -> bool:
        """Tell whether each cure still does what it is for."""
        return all(self.cures.values())

    @property
    def undecided(self) -> bool:
        """Tell whether something of it is not known."""
        return None in self.cures.values() or Verdict.UNDECIDED in {r.verdict for r in self.further}


def together_told(one: Together) -> Iterator[str]:
    """Yield the sentences on the cures of a flow that were made together."""
    count, failing = len(one.cures), [f.id for f, cures in one.cures.items() if cures is False]
    if not failing and not one.undecided:
        yield f"On the flow {one.base}, all {count} together: proved, each still cures."
    for name in failing:
        yield f"On the flow {one.base}, all {count} together: '{title(name)}' is not cured."
    for name in (f.id for f, cures in one.cures.items() if cures is None):
        yield f"On the flow {one.base}, not known: whether '{title(name)}' is cured by all {count}."
    yield from _on_the_rest(one.further)


def collisions_told(one: FindingTold) -> Iterator[str]:
    """Yield the sentences on words of a finding that do not go with an advised cure."""
    for cure in one.cures:
        if cure.colliding:
            yield f"Other words would cure '{title(one.finding.id)}' alone; {undone(cure)}."


def _on_the_rest(further: Sequence[Result]) -> Iterator[str]:
    lost = [one.claim.sentence for one in further if one.verdict is not Verdict.UNDECIDED]
    unknown = [one.claim.sentence for one in further if one.verdict is Verdict.UNDECIDED]
    if not further:
        yield "Nothing is lost beside what one of them costs alone."
    if lost:
        yield f"Lost beside what one of them costs alone: {' '.join(lost)}"
    if unknown:
        yield f"Not known to hold with all: {' '.join(unknown)}"
