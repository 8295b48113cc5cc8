"""One finding told: where it shows, the run, whose fault it is, what cures it, how sure it is."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from model.language.claims import Claim, Sometimes
from model.language.sources import TAGS, Assumption, Fact
from model.register import REGISTER
from properties.css.finding import FINDING
from properties.findings import Cure, Dismissed, Finding
from properties.verdict import Result, Verdict
from switchproof.folding import folded, telling_steps
from switchproof.story import blame, turning

WIDTH = 98
FAULTS_OF_THE_FLOW = {claim.id for claim in FINDING}
WEAKEST_FIRST = ("gap", "R", "M", "D", "H")


@dataclass(frozen=True)
class CureTold:
    """A cure with its verdict: whether it cures, what it costs, and how many claims it keeps."""

    cure: Cure
    cures: bool
    costs: tuple[Claim, ...]
    kept: int


@dataclass(frozen=True)
class FindingTold:
    """A finding with what was decided of it."""

    finding: Finding
    shown: Result
    cures: tuple[CureTold, ...]
    today: Result | None

    @property
    def stands(self) -> bool:
        """Tell whether the model shows it, and every cure cures."""
        wanted = Verdict.REFUTED if self.finding.impossible else Verdict.PROVED
        today = self.today is None or self.today.verdict is Verdict.PROVED
        return self.shown.verdict is wanted and today and all(one.cures for one in self.cures)

    @property
    def undecided(self) -> bool:
        """Tell whether it is not known."""
        return self.shown.verdict is Verdict.UNDECIDED


@dataclass(frozen=True)
class DismissedTold:
    """A candidate that was dismissed, and whether the claims behind that hold."""

    dismissed: Dismissed
    holds: bool


def finding_told(one: FindingTold) -> Iterator[str]:
    """Yield the lines of a finding."""
    finding = one.finding
    yield from wrapped(finding.sentence)
    yield ""
    yield from wrapped(f"Clauses: {', '.join(finding.clauses.split())}. Flow: {finding.base}.")
    yield ""
    yield from _shown(one)
    yield ""
    if one.today and one.today.run is not None:
        steps = _steps(len(one.today.run))
        yield from wrapped(f"Today, beside it ({steps}): {one.today.claim.sentence}")
        yield ""
    yield from _cures(one)
    yield ""
    yield from wrapped(f"**Confidence:** {_confidence(one)}")


def _shown(one: FindingTold) -> Iterator[str]:
    finding, run = one.finding, one.shown.run
    reading = f"In a reading that the text leaves open ('{finding.reading}')" * bool(
        finding.reading
    )
    if finding.impossible:
        where = f"{reading} it" if reading else "It"
        yield from wrapped(
            f"{where} never happens, in any order of events and for any number of metering points: "
            f"{finding.outcome.sentence}"
        )
        yield from ("", "**At fault:** the text; no breach of anybody's is needed.")
        return
    assert run is not None
    outcome = finding.outcome.of(finding.shown_in)
    how = f"can come about in {_steps(len(run))}" if len(run) else "is so from the start"
    claim = finding.outcome.sentence
    of = f"this fails: {claim}" if finding.reading else claim
    yield from wrapped(f"{reading or 'As the flow stands'}, it {how}, {_points(run.shape)}; {of}")
    if len(run):
        yield ""
    for line in folded(finding.shown_in, outcome, run):
        yield from wrapped(f"- {line}", "  ")
    for line in turning(finding.shown_in, outcome, run):
        yield ""
        yield from wrapped(line)
    yield ""
    fault = blame(finding.shown_in, run)
    yield from wrapped(
        f"**At fault:** {'the text. ' if fault.startswith('No duty') else ''}{fault}"
    )


def _cures(one: FindingTold) -> Iterator[str]:
    if not one.cures:
        yield from wrapped(f"**No cure is offered.** {one.finding.uncured}")
    for told in one.cures:
        yield from wrapped(f"**What would cure it:** {told.cure.wording} {_checked(told)}")


def _checked(told: CureTold) -> str:
    gained = "it is then possible" if told.cure.opens else "it can then no longer come about"
    if not told.costs:
        return f"Checked: {gained}, and all {told.kept} other claims on the flow still hold."
    ends = [c for c in told.costs if c.id in FAULTS_OF_THE_FLOW]
    rest = [c for c in told.costs if c.id not in FAULTS_OF_THE_FLOW]
    parts = [f"Checked: {gained}, and {told.kept} other claims still hold."]
    if ends:
        parts.append(f"It also ends another fault: {' '.join(c.sentence for c in ends)}")
    gone = [c for c in rest if isinstance(c, Sometimes)]
    if gone:
        parts.append(f"What can then no longer happen: {' '.join(c.sentence for c in gone)}")
    broken = [c for c in rest if not isinstance(c, Sometimes)]
    if broken:
        parts.append(f"The price, no longer so: {' '.join(c.sentence for c in broken)}")
    return " ".join(parts)


def _confidence(one: FindingTold) -> str:
    """Return the facts that it rests on by how well they are known, and what is assumed."""
    finding, run = one.finding, one.shown.run
    cited = [*finding.clauses.split(), *finding.outcome.cites.split()]
    if run is not None:
        outcome = finding.outcome.of(finding.shown_in)
        cited += [c for s in telling_steps(finding.shown_in, outcome, run) for c in s.cites]
    sources = [REGISTER[name] for name in dict.fromkeys(cited)]
    facts = [source for source in sources if isinstance(source, Fact)]
    assumed = [source.id for source in sources if isinstance(source, Assumption)]
    told = [
        f"{TAGS[tag]} ({', '.join(fact.id for fact in facts if fact.tag == tag)})"
        for tag in WEAKEST_FIRST
        if any(fact.tag == tag for fact in facts)
    ]
    known = f"facts {'; '.join(told)}" if told else "no fact beyond the document's own statements"
    supposed = f"assumed: {', '.join(assumed)}" if assumed else "nothing is assumed"
    return f"it rests on {known}; {supposed}."


def _steps(count: int) -> str:
    return "1 step" if count == 1 else f"{count} steps"


def _points(shape: tuple[int, ...]) -> str:
    points = sum(shape)
    return "with 1 metering point" if points == 1 else f"with {points} metering points"


def wrapped(text: str, rest: str = "") -> list[str]:
    """Return a text in lines; `rest` goes before all but the first."""
    return textwrap.wrap(text, WIDTH, subsequent_indent=rest, break_on_hyphens=False)
