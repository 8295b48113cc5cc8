"""A suite in Gherkin: a scenario for each run, in the domain's words."""

from collections.abc import Iterator, Sequence

from properties.analyses.monitor.monitor import Letter
from properties.analyses.suites.suite import Suite, SuiteRun, SuiteStep
from switchproof.logs.suite.making import UNREAD, Suites
from switchproof.logs.suite.words import (
    called,
    facts_said,
    headed,
    sized,
    title,
    together,
    tried_together,
    who,
)


def feature(found: Suites, suite: Suite) -> Iterator[str]:
    """Yield the lines of a suite."""
    yield f"Feature: {suite.flow}, {suite.interface}: {title(suite.goal)}"
    yield from (f"  {line}" for line in (*sized(suite), UNREAD))
    for number, run in enumerate(suite.runs, 1):
        yield from ("", f"  Scenario: {headed(number, run)}")
        yield from (f"    {line}" for line in _scenario(run, found.monitor.letters))


def _scenario(run: SuiteRun, every: Sequence[Letter]) -> Iterator[str]:
    yield "Given the life of a metering point begins, and nothing is seen of it yet"
    for number, step in enumerate(run.steps):
        yield from _next(step, every, given=not number)
        if step.letter is not None:
            facts = facts_said(step.letter.facts)
            yield f"When {called(who(step.letter))}" + (f", while {facts}" if facts else "")


def _next(step: SuiteStep, every: Sequence[Letter], *, given: bool) -> Iterator[str]:
    can = together(step.can, every)
    word = "And" if given else "Then"
    yield f"{word} only this can be seen next" if can else f"{word} nothing can be seen next"
    yield from (f"  | {_cell(said)} | {_cell(when)} |" for said, when in can.items())
    for said, why in tried_together(step.tried, every):
        yield f"But {said} is not seen, since {why}"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")
