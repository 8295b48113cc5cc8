"""The suites of an interface that were asked for, and as rows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from properties.analyses.monitor.monitor import Letter, Monitor
from properties.analyses.suites.covering import Covering
from properties.analyses.suites.exact import exactly_shown
from properties.analyses.suites.suite import (
    PAIRS,
    REFUSALS,
    TRANSITIONS,
    Suite,
    SuiteRun,
    SuiteStep,
    TriedLetter,
)
from properties.analyses.suites.telling import variants_told
from properties.engine.budget import Budget
from properties.engine.evidence import Undecided
from switchproof.deciding.keeping import FOLDER, kept_in
from switchproof.deciding.load import Loaded
from switchproof.logs.monitored import NoMonitor, interface_of, monitored
from switchproof.logs.suite.format import (
    VERSION,
    LetterRow,
    SuiteRow,
    SuitesReport,
    TestedDutyRow,
    TestRunRow,
    TestStepRow,
    TriedRow,
)
from switchproof.terminal.exits import AS_EXPECTED, UNDECIDED
from switchproof.terminal.progress import Progress

SECONDS, EACH = 600.0, 120.0  # for the monitor and what is exactly shown; for a rule or a variant
UNREAD = (
    "Message formats are unread (A2, C3.unread): a step names what happens and who does it, and "
    "no field of a message or file. Runs begin with the life of a point as the flow begins it."
)


@dataclass(frozen=True)
class Suites:
    """Suites of an interface, with the monitor that reads its logs."""

    monitor: Monitor
    between: str
    suites: tuple[Suite, ...]

    @property
    def status(self) -> int:
        """Return the exit status."""
        return UNDECIDED if any(one.undecided for one in self.suites) else AS_EXPECTED


def suites_of(source: str, interface: str | None, goals: Sequence[str]) -> Suites:
    """Return the suites; raises BadInput, and NoMonitor where it is not known what is shown."""
    one, made = monitored(source, interface, SECONDS)
    declared = interface_of(one, interface)
    try:
        with (
            kept_in(Path(FOLDER)) as kept,
            Progress(f"what one point shows at {declared.id}"),
        ):
            budget = Budget(seconds=SECONDS)
            shown = exactly_shown(one.flow, declared, made.packet, budget, kept.store)
    except Undecided as why:
        raise NoMonitor(f"{source}: no suite, since {' '.join(str(why).split())}") from why
    covering = Covering(shown, made.monitor)
    return Suites(made.monitor, declared.between, tuple(_suites(one, covering, goals)))


def _suites(one: Loaded, covering: Covering, goals: Sequence[str]) -> Iterator[Suite]:
    for goal in goals:
        with Progress(f"a suite for {goal}"):
            if goal == TRANSITIONS:
                yield covering.transitions(EACH)
            elif goal == PAIRS:
                yield covering.pairs()
            elif goal == REFUSALS:
                yield covering.refusals()
            else:
                yield variants_told(covering, one.variants, EACH)


def report(found: Suites) -> SuitesReport:
    """Return suites as the report in JSON has them."""
    return {
        "schema_version": VERSION,
        "flow": found.monitor.flow,
        "interface": found.monitor.interface,
        "between": found.between,
        "unread": UNREAD,
        "monitor": found.monitor.digest,
        "suites": [_suite(one) for one in found.suites],
        "exit": found.status,
    }


def _suite(one: Suite) -> SuiteRow:
    size = one.size
    return {
        "goal": one.goal,
        "goals": size.goals,
        "goals_are": size.of,
        "size": size.cost,
        "at_least": size.bound,
        "before_cutting": size.whole,
        "unit": size.unit,
        "bound_means": size.means,
        "runs": [_run(n, run) for n, run in enumerate(one.runs, 1)],
        "never": [{"what": x.what, "proved": x.known, "why": x.proof} for x in one.never],
        "limits": list(one.limits),
    }


def _run(number: int, run: SuiteRun) -> TestRunRow:
    return {
        "number": number,
        "tells": list(run.tells),
        "steps": [_step(step) for step in run.steps],
        "replayed": list(run.replayed),
    }


def _step(step: SuiteStep) -> TestStepRow:
    return {
        "tried": [_tried(one) for one in step.tried],
        "can": [_letter(one) for one in step.can],
        "seen": None if step.letter is None else _letter(step.letter),
    }


def _tried(one: TriedLetter) -> TriedRow:
    duties: list[TestedDutyRow] = [
        {"duty": d.duty, "party": d.party, "clause": d.clause, "reading": d.reading}
        for d in one.why.duties
    ]
    return {
        "letter": _letter(one.letter),
        "refused_by": list(one.why.guards),
        "duties": duties,
    }


def _letter(one: Letter) -> LetterRow:
    return {
        "event": one.event,
        "actor": one.actor,
        "member": one.member,
        "facts": [{"fact": fact, "value": value} for fact, value in one.facts],
    }
