"""A suite as tables in Markdown, for those who run tests by hand."""

from collections.abc import Iterator, Sequence

from properties.analyses.monitor.monitor import Letter
from properties.analyses.suites.suite import Suite, SuiteRun
from switchproof.logs.suite.making import UNREAD, Suites
from switchproof.logs.suite.words import (
    called,
    facts_said,
    headed,
    sized,
    title,
    tried_together,
    who,
    with_when,
)
from switchproof.terminal.markdown import plain


def tables(found: Suites, suite: Suite) -> Iterator[str]:
    """Yield the lines of a suite."""
    yield f"# {plain(f'{suite.flow}, {suite.interface}: {title(suite.goal)}')}"
    yield from ("", *map(plain, (*sized(suite), UNREAD)))
    for number, run in enumerate(suite.runs, 1):
        yield from ("", f"## {plain(headed(number, run))}", "", *_rows(run, found.monitor.letters))
    yield from _never(suite)


def _rows(run: SuiteRun, every: Sequence[Letter]) -> Iterator[str]:
    yield from ("| step | seen | while | what alone can be seen next |", "|---|---|---|---|")
    seen, while_ = "the life of the point begins", ""
    for number, step in enumerate(run.steps):
        can = "<br>".join(map(plain, with_when(step.can, every))) or "nothing"
        yield f"| {number} | {plain(seen)} | {plain(while_)} | {can} |"
        if step.letter is not None:
            seen, while_ = called(who(step.letter)), facts_said(step.letter.facts)
    for number, step in enumerate(run.steps):
        if step.tried:
            yield from ("", f"After step {number} must not be seen, and changes nothing:", "")
            for said, why in tried_together(step.tried, every):
                yield f"- {plain(said)}: {plain(why)}"


def _never(suite: Suite) -> Iterator[str]:
    """Yield what no run reaches, that which is not proved first."""
    for heading, some in (
        ("Not known", suite.undecided),
        ("Out of reach, proved", [one for one in suite.never if one.known]),
    ):
        if some:
            yield from ("", f"## {heading}", "")
            yield from (f"- {plain(one.what)}: {plain(one.proof)}" for one in some)
