"""The runs of findings: what several have in common, told once, and each of them."""

import textwrap
from collections.abc import Iterator, Sequence

from properties.engine.evidence import Run
from properties.engine.verdict import Result
from switchproof.dossier.lines import WIDTH
from switchproof.telling.common import Stretch, abridged, common_to
from switchproof.telling.folding import Story, folded, story_of
from switchproof.telling.story import turning

ON_STRETCHES = (
    "Several runs have stretches of steps in common. Each such stretch is told here once, and the "
    "runs name it by its letter. In a run its steps may have other numbers."
)


def common_told(stretches: Sequence[Stretch]) -> Iterator[str]:
    """Yield what several runs have in common."""
    if not stretches:
        return
    yield from ("", "## What several runs have in common", "", *wrapped(ON_STRETCHES))
    for one in stretches:
        yield from ("", f"**{one.letter}**, until {one.until}:", "")
        for line in folded(one.steps):
            yield from wrapped(f"- {line}", "  ")


def common_in(results: Sequence[Result]) -> tuple[Stretch, ...]:
    """Return what runs of several results have in common."""
    return common_to([_story(one) for one in results])


def run_told(shown: Result, common: Sequence[Stretch]) -> Iterator[str]:
    """Yield the run in short and the step that decides."""
    assert shown.run is not None
    outcome = shown.claim.of(shown.flow)
    if len(shown.run):
        yield ""
    for line in abridged(_story(shown), common):
        yield from wrapped(f"- {line}", "  ")
    for line in turning(shown.flow, outcome, shown.run):
        yield ""
        yield from wrapped(line)


def steps_in(run: Run) -> str:
    """Return after how many steps a run gets there, and with how many points."""
    points = sum(run.shape)
    of = "one metering point" if points == 1 else f"{points} metering points"
    steps = {0: "from the start", 1: "after 1 step"}.get(len(run), f"after {len(run)} steps")
    return f"{steps}, with {of}"


def _story(shown: Result) -> Story:
    assert shown.run is not None
    return story_of(shown.flow, shown.claim.of(shown.flow), shown.run)


def wrapped(text: str, rest: str = "") -> list[str]:
    """Return a text in lines; `rest` goes before all but the first."""
    return textwrap.wrap(text, WIDTH, subsequent_indent=rest, break_on_hyphens=False)
