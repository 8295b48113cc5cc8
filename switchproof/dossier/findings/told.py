"""One finding told: where it shows, the run, whose fault it is, what cures it, how sure it is."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from model.language.claims import Sometimes
from model.language.sources import TAGS, Assumption, Fact
from model.register import REGISTER
from properties.analyses.blame.obligors import breaching_events
from properties.css.going_wrong import FINDING
from properties.engine.evidence import Run
from properties.engine.verdict import Result, Verdict
from switchproof.dossier.findings.every import Cure, Dismissed, Finding
from switchproof.dossier.who_must_fail.every import REGIMES
from switchproof.telling.folding import folded, steps_of, telling_steps
from switchproof.telling.story import turning

WIDTH = 98
FAULTS_OF_THE_FLOW = {claim.id for claim in FINDING}
ALWAYS_A_BREACH = {
    event: duty for regime in REGIMES for event, duty in breaching_events(regime.flow).items()
}
WEAKEST_FIRST = ("gap", "R", "M", "D", "H")


@dataclass(frozen=True)
class CureTold:
    """A cure with its verdict: whether it cures, and what it costs."""

    cure: Cure
    cures: bool
    costs: tuple[Result, ...]


@dataclass(frozen=True)
class FindingTold:
    """A finding with what was decided of it."""

    finding: Finding
    shown: Result
    cures: tuple[CureTold, ...]
    today: Result | None = None
    story: Result | None = None

    @property
    def stands(self) -> bool:
        """Tell whether the model shows it, and every cure cures."""
        wanted = Verdict.REFUTED if self.finding.impossible else Verdict.PROVED
        beside = (one for one in (self.today, self.story) if one is not None)
        shown = self.shown.verdict is wanted and all(b.verdict is Verdict.PROVED for b in beside)
        return shown and all(one.cures for one in self.cures)

    @property
    def undecided(self) -> bool:
        """Tell whether something of it is not known."""
        costs = (cost for one in self.cures for cost in one.costs)
        return any(one.verdict is Verdict.UNDECIDED for one in (self.shown, *costs))


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
    yield from wrapped(f"On: {', '.join(finding.clauses.split())}. Flow: {finding.base}.")
    yield ""
    yield from _shown(one)
    yield ""
    if one.today and one.today.run is not None:
        steps = _steps(one.today.run)
        yield from wrapped(f"Today, beside it ({steps}): {one.today.claim.sentence}")
        yield ""
    yield from _cures(one)
    yield ""
    yield from wrapped(f"**Confidence:** {_confidence(one)}")


def _shown(one: FindingTold) -> Iterator[str]:
    finding, run = one.finding, one.shown.run
    says = finding.outcome.sentence
    open_reading = f"In a reading that the text leaves open ('{finding.reading}')"
    where = open_reading if finding.reading else "As the flow stands"
    if finding.impossible:
        yield from wrapped(
            f"{where}, this never happens, in any order of events and for any number of metering "
            f"points: {says}"
        )
        if one.story is not None and one.story.run is not None:
            yield ""
            told = f"What happens instead ({_steps(one.story.run)}): {one.story.claim.sentence}"
            yield from wrapped(told)
            yield from _run(one.story)
        yield from ("", "**At fault:** the text; no breach of anybody's is needed.")
        return
    assert run is not None
    failing = "this fails" if finding.reading else "it comes about"
    yield from wrapped(f"{where}, {failing} ({_steps(run)}): {says}")
    yield from _run(one.shown)
    yield ""
    yield from wrapped(f"**At fault:** {_fault(one.shown)}")


def _run(shown: Result) -> Iterator[str]:
    """Yield the run, folded, and the step that decides."""
    assert shown.run is not None
    outcome = shown.claim.of(shown.flow)
    if len(shown.run):
        yield ""
    for line in folded(shown.flow, outcome, shown.run):
        yield from wrapped(f"- {line}", "  ")
    for line in turning(shown.flow, outcome, shown.run):
        yield ""
        yield from wrapped(line)


def _fault(shown: Result) -> str:
    """Say whose act on the way was a breach; that time passes is nobody's act."""
    assert shown.run is not None
    acts = [
        f"in step {done.number} {done.actor} breached {ALWAYS_A_BREACH[done.move.event]}"
        for done in steps_of(shown.flow, shown.run)
        if done.move.event in ALWAYS_A_BREACH
    ]
    if not acts:
        return "the text. On the way nobody did what a duty forbids."
    return f"a party and the text. {_capital('; '.join(acts))}, and the text lets it come to this."


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def _cures(one: FindingTold) -> Iterator[str]:
    if not one.cures:
        yield from wrapped(f"**No cure is offered.** {one.finding.uncured}")
    for told in one.cures:
        yield from wrapped(f"**What would cure it:** {told.cure.wording} {_checked(told)}")


def _checked(told: CureTold) -> str:
    gained = "it is then possible" if told.cure.opens else "it can then no longer come about"
    if not told.costs:
        return f"Checked: {gained}, and all other claims on the flow still hold."
    known = [one.claim for one in told.costs if one.verdict is not Verdict.UNDECIDED]
    unknown = [one.claim for one in told.costs if one.verdict is Verdict.UNDECIDED]
    ends = [c for c in known if c.id in FAULTS_OF_THE_FLOW]
    rest = [c for c in known if c.id not in FAULTS_OF_THE_FLOW]
    parts = [f"Checked: {gained}, and all other claims on the flow hold but these."]
    for words, claims in (
        ("It also ends another fault:", ends),
        ("What can then no longer happen:", [c for c in rest if isinstance(c, Sometimes)]),
        ("The price, no longer so:", [c for c in rest if not isinstance(c, Sometimes)]),
        ("Not known to hold:", unknown),
    ):
        parts += [f"{words} {' '.join(claim.sentence for claim in claims)}"] if claims else []
    return " ".join(parts)


def _confidence(one: FindingTold) -> str:
    """Return the facts that it rests on by how well they are known, and what is assumed."""
    finding, run = one.finding, one.shown.run
    cited = [*finding.clauses.split(), *finding.outcome.cites.split()]
    if run is not None:
        outcome = finding.outcome.of(finding.shown_in)
        telling = telling_steps(finding.shown_in, outcome, run)
        moved = (taken.rule for step in telling for taken in step.taken if taken.rule.moves)
        cited += [name for rule in moved for name in rule.cites.split()]
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


def _steps(run: Run) -> str:
    points = sum(run.shape)
    of = "1 metering point" if points == 1 else f"{points} metering points"
    steps = {0: "from the start", 1: "1 step"}.get(len(run), f"{len(run)} steps")
    return f"{steps}, {of}"


def wrapped(text: str, rest: str = "") -> list[str]:
    """Return a text in lines; `rest` goes before all but the first."""
    return textwrap.wrap(text, WIDTH, subsequent_indent=rest, break_on_hyphens=False)
