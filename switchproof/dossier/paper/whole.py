"""The whole paper put together, or its two pages in brief."""

from collections.abc import Sequence
from dataclasses import replace

from switchproof.dossier.document import DOCUMENT, OUTCOME, TITLE
from switchproof.dossier.paper.annexes import annexes
from switchproof.dossier.paper.certainty import certainty, reading
from switchproof.dossier.paper.front import Issued, for_decision, front
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.handover import handover
from switchproof.dossier.paper.impacts import impacts
from switchproof.dossier.paper.owing import answering, owing
from switchproof.dossier.paper.telling import in_full, of_finding
from switchproof.dossier.paper.tree import Block, Break, Heading, Numbering, Paper

IN_BRIEF = "In brief: sections and annexes named here are those of the whole paper"


def whole(found: Gathered, issued: Issued) -> Paper:
    """Return the paper with its annexes."""
    main = Numbering()
    numbered = main.numbered(
        [
            *front(found, issued),
            *reading(),
            *answering(found),
            *owing(),
            *_decided(found),
            *handover(found),
            *impacts(),
            *certainty(),
        ]
    )
    behind = Numbering(letters=True, counts=main.counts)
    return _paper([*numbered, *behind.numbered(list(annexes(found)))], issued)


def brief(found: Gathered, issued: Issued) -> Paper:
    """Return the paper on two pages."""
    blocks = [*front(found, issued), Break(), *owing(changes_alone=True), *certainty()]
    paper = _paper(Numbering().numbered(blocks), issued)
    return replace(paper, over=f"{paper.over}. {IN_BRIEF}")


def _decided(found: Gathered) -> list[Block]:
    numbers = found.findings.numbers
    told = (in_full(of_finding(found, n), numbers[n], with_run=True) for n in for_decision(found))
    return [Heading("Findings for decision"), *(block for one in told for block in one)]


def _paper(blocks: Sequence[Block], issued: Issued) -> Paper:
    dated = max(one.on for one in OUTCOME)
    sources = f"of {DOCUMENT.year} to {dated:%B %Y}"
    return Paper(
        over=issued.over,
        title=TITLE,
        facts=(
            ("Paper", issued.number or "no number"),
            ("For", "decision"),
            ("Date", issued.date or "no date"),
            ("Classification", issued.classification or "none given"),
            ("Sources", sources),
        ),
        blocks=blocks,
        name=issued.number or "no number",
        status=issued.over,
        dated=dated,
    )
