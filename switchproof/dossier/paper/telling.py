"""A finding as a paper tells it, whether a run, a proof or the text itself shows it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from model.language.words import counted
from properties.engine.verdict import Result
from switchproof.dossier.findings.cured import checked, colliding
from switchproof.dossier.findings.kinds import InTheText, title
from switchproof.dossier.findings.run import drawn
from switchproof.dossier.findings.told import (
    FindingTold,
    confidence,
    fault,
    instead,
    shown,
    today,
)
from switchproof.dossier.findings.words import Instruction
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.tree import (
    Amendment,
    Block,
    Heading,
    Manner,
    PaperFigure,
    Paragraph,
    Piece,
    Text,
    bold,
)
from switchproof.telling.sentences import capital
from switchproof.telling.story import turning

CURES, COLLIDES = "What would cure it:", "Not these words:"
QUOTED = re.compile(r"'([^']+)'[^']*")


@dataclass(frozen=True)
class OfText:
    """A finding that the register itself shows, told as one that a run shows."""

    finding: InTheText


Told = FindingTold | OfText


def of_finding(found: Gathered, name: str) -> Told:
    """Return the finding of that name with what was decided of it."""
    for one in found.findings.told:
        if one.finding.id == name:
            return one
    return OfText(next(one for one in found.findings.on_text if one.id == name))


def how_found(told: Told) -> str:
    """Return in a few words how it was found."""
    if isinstance(told, OfText):
        return "statements compared"
    if told.finding.impossible:
        return "a proof"
    assert told.shown.run is not None
    return f"a run of {counted(len(told.shown.run), 'step')}"


def where_cured(told: Told) -> str:
    """Return where the cure is written."""
    words = list(_advised(told))
    return "; ".join(capital(one.place) for one in words) or "no cure"


def _advised(told: Told) -> Iterator[Instruction]:
    if isinstance(told, OfText):
        yield told.finding.cure
    else:
        yield from (one.words for one in told.finding.cures if one.advised)


def in_full(told: Told, number: int, *, with_run: bool) -> Iterator[Block]:
    """Yield all that is said of a finding; its run is drawn where that is asked for."""
    finding = told.finding
    yield Heading(f"Finding {number}. {title(finding.id)}", 2)
    yield Paragraph([bold(finding.sentence), f" (On: {', '.join(finding.clauses.split())}.)"])
    if isinstance(told, OfText):
        yield Paragraph(told.finding.shown)
        yield from _cure(CURES, told.finding.cure)
        yield _how_sure(told.finding.checked, told.finding.confidence)
        return
    said = (shown(told), instead(told), *(() if with_run else _turning(told.runs)), today(told))
    yield Paragraph([" ".join(filter(None, said)), bold(" At fault: "), fault(told)])
    if with_run:
        yield from _figures(told)
    how = [f"No cure is offered. {told.finding.uncured}"] if not told.cures else []
    for one in told.cures:
        yield from _cure(CURES if one.cure.advised else COLLIDES, one.cure.words)
        how.append(checked(one) if one.cure.advised else colliding(one))
    yield _how_sure(" ".join(how), confidence(told))


def _turning(results: Sequence[Result]) -> Iterator[str]:
    for one in results:
        assert one.run is not None
        yield from turning(one.flow, one.claim.of(one.flow), one.run)


def _figures(told: FindingTold) -> Iterator[Block]:
    pictures = drawn([told])
    for place, (_, svg) in enumerate(pictures, start=1):
        part = f", part {place} of {len(pictures)}" if len(pictures) > 1 else ""
        yield PaperFigure(svg, f"{title(told.finding.id)}: how it comes about, step by step{part}.")


def _cure(label: str, words: Instruction) -> Iterator[Block]:
    yield Paragraph([bold(label), f" {words.where}:"])
    yield Amendment(amended(words))


def _how_sure(how: str, rests_on: str) -> Paragraph:
    return Paragraph([how, bold(" How sure: "), rests_on])


def amended(words: Instruction) -> Text:
    """Return the words with what they leave, take out and put in, where the paper is quoted."""
    quoted = QUOTED.fullmatch(words.replaces)
    if quoted is None:
        return [Piece(words.words, Manner.ADDED)]
    old = quoted[1]
    if words.words.startswith(old):
        return [old, Piece(words.words.removeprefix(old), Manner.ADDED)]
    return [Piece(old, Manner.REMOVED), " ", Piece(words.words, Manner.ADDED)]
