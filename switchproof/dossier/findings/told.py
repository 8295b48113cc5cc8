"""One finding told: where it shows, the run, whose fault it is, what cures it, how sure it is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.done import Done
from model.flows import COMPOSED
from model.language.flow import Flow
from model.language.sources import TAGS, Assumption, Fact
from model.language.words import listed
from model.register import REGISTER
from properties.analyses.blame.obligors import breaching_events
from properties.engine.verdict import Result, Verdict
from switchproof.dossier.document import FLOWS_OF_DUTIES
from switchproof.dossier.findings.cured import CureTold, checked, colliding
from switchproof.dossier.findings.kinds import Dismissed, Finding
from switchproof.dossier.findings.stories import run_told, steps_in, wrapped
from switchproof.dossier.findings.words import Instruction
from switchproof.telling.common import Stretch
from switchproof.telling.folding import telling_steps
from switchproof.telling.replayed import steps_of
from switchproof.telling.sentences import capital, the

NOBODY, FORBIDDEN = "On this run nobody", "did what a duty forbids"
AS_IT_STANDS = "As the text stands"
IN_A_DESIGN = "In this design of the handover, which the text leaves open"
EVER = "in any order of events and for any number of metering points"
ALWAYS_A_BREACH = {
    event: duty for flow in FLOWS_OF_DUTIES for event, duty in breaching_events(flow).items()
}
WEAKEST_FIRST = ("gap", "R", "M", "D", "H")


@dataclass(frozen=True)
class FindingTold:
    """A finding with what was decided of it."""

    finding: Finding
    shown: Result
    cures: tuple[CureTold, ...]
    today: Result | None = None
    story: Result | None = None

    @property
    def runs(self) -> tuple[Result, ...]:
        """Return the results of which a run is told."""
        shown = self.story if self.finding.impossible else self.shown
        return (shown,) if shown is not None and shown.run is not None else ()

    @property
    def stands(self) -> bool:
        """Tell whether the model shows it, and every cure cures."""
        wanted = Verdict.REFUTED if self.finding.impossible else Verdict.PROVED
        beside = (one for one in (self.today, self.story) if one is not None)
        shown = self.shown.verdict is wanted and all(b.verdict is Verdict.PROVED for b in beside)
        return shown and all(one.as_meant for one in self.cures)

    @property
    def undecided(self) -> bool:
        """Tell whether something of it is not known."""
        costs = (cost for one in self.cures for cost in one.costs)
        cures = any(one.undecided for one in self.cures)
        return cures or any(one.verdict is Verdict.UNDECIDED for one in (self.shown, *costs))


@dataclass(frozen=True)
class DismissedTold:
    """A candidate that was dismissed, and whether the claims behind that hold."""

    dismissed: Dismissed
    holds: bool


def finding_told(one: FindingTold, common: Sequence[Stretch] = ()) -> Iterator[str]:
    """Yield the lines of a finding, in which what its run has in common with others is named."""
    finding = one.finding
    yield from wrapped(finding.sentence)
    yield ""
    yield from wrapped(f"On: {', '.join(finding.clauses.split())}. Flow: {finding.base}.")
    yield ""
    yield from _shown(one, common)
    yield ""
    if told := today(one):
        yield from (*wrapped(told), "")
    yield from _cures(one)
    yield ""
    yield from wrapped(f"**Confidence:** {confidence(one)}")


def _shown(one: FindingTold, common: Sequence[Stretch]) -> Iterator[str]:
    yield from wrapped(shown(one))
    if told := instead(one):
        yield from ("", *wrapped(told))
    for run in one.runs:
        yield from run_told(run, common)
    yield from ("", *wrapped(f"**At fault:** {fault(one)}"))


def shown(one: FindingTold) -> str:
    """Return where it shows, and after how many steps."""
    finding, run = one.finding, one.shown.run
    says = finding.outcome.sentence
    where = f"If the text is read so that {finding.reading}" if finding.reading else _where(one)
    if finding.impossible:
        return f"{where}, this can never happen: {says} It never does, {EVER}."
    assert run is not None
    what, does = ("safeguard ", "fails") if finding.reading else ("", "comes about")
    return f"{where}, this {what}{does}: {says} It {does} {steps_in(run)}."


def today(one: FindingTold) -> str:
    """Return what can happen in today's flow, if that is told beside it."""
    if one.today is None or one.today.run is None:
        return ""
    return f"Today, by comparison ({steps_in(one.today.run)}): {one.today.claim.sentence}"


def instead(one: FindingTold) -> str:
    """Return what happens in place of what never does, if a run tells it."""
    if one.story is None or one.story.run is None:
        return ""
    return f"What happens instead ({steps_in(one.story.run)}): {one.story.claim.sentence}"


def _where(one: FindingTold) -> str:
    return IN_A_DESIGN if one.finding.base in COMPOSED else AS_IT_STANDS


def fault(one: FindingTold) -> str:
    """Say whose act on the way was a breach; that time passes is nobody's act."""
    shown = one.shown
    if one.finding.impossible:
        return "the text; nobody need breach anything."
    assert shown.run is not None
    steps = steps_of(shown.flow, shown.run)
    acts = [
        f"in step {done.number} {_breach(shown.flow, done)}"
        for done in steps
        if done.move.event in ALWAYS_A_BREACH
    ]
    if not acts:
        late = "The breach comes as time passes: on this run nobody"
        return f"the text. {late if any(s.breaches for s in steps) else NOBODY} {FORBIDDEN}."
    return f"a party and the text. {capital('; '.join(acts))}, and the text lets it come to this."


def _breach(flow: Flow, done: Done) -> str:
    """Say who breached which duty: its obligor, through the agent that did it."""
    assert done.actor is not None
    name = ALWAYS_A_BREACH[done.move.event]
    obligor = next((duty.obligor for duty in flow.duties if duty.name == name), done.actor)
    through = "" if obligor is done.actor else f", through its {done.actor},"
    return f"{the(obligor)}{through} breached {name}"


def _cures(one: FindingTold) -> Iterator[str]:
    if not one.cures:
        yield from wrapped(f"**No cure is offered.** {one.finding.uncured}")
    for number, told in enumerate(one.cures):
        if number:
            yield ""
        if told.cure.advised:
            yield from instructed("**What would cure it:**", told.cure.words)
            yield from wrapped(checked(told))
        else:
            yield from instructed("**Not these words:**", told.cure.words)
            yield from wrapped(colliding(told))


def instructed(label: str, words: Instruction) -> Iterator[str]:
    """Yield where to write what, with the words as a quotation."""
    yield from wrapped(f"{label} {words.where}:")
    yield ""
    yield from wrapped(f"> {words.words}", "> ")
    yield ""


def confidence(one: FindingTold) -> str:
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
        f"facts {TAGS[tag]} ({', '.join(fact.id for fact in facts if fact.tag == tag)})"
        for tag in WEAKEST_FIRST
        if any(fact.tag == tag for fact in facts)
    ]
    known = listed(told, "and") if told else "nothing beyond the document's own statements"
    supposed = f"Assumed: {', '.join(assumed)}" if assumed else "Nothing is assumed"
    return f"it rests on {known}. {supposed}. {finding.besides}".rstrip()
