"""Who answers for whom, and who owes what to whom, today and then."""

from collections.abc import Iterable, Iterator, Sequence

from diagrams.duties import change
from model.language.words import counted
from switchproof.deciding.decide import loaded
from switchproof.diff.duties import KEPT, NEW, owing_rows
from switchproof.diff.format import DutySideRow, OwingRow
from switchproof.dossier.document import AFTER, ANSWERING, BEFORE, HEADLINE
from switchproof.dossier.paper.gathered import Gathered
from switchproof.dossier.paper.tree import (
    Block,
    Head,
    Heading,
    PaperFigure,
    PaperTable,
    Paragraph,
    Text,
    bold,
)
from switchproof.telling.sentences import capital

NOBODY, SAME = "Nobody", "The same"


def rows() -> list[OwingRow]:
    """Return each duty before and after, those that change first."""
    found = owing_rows(loaded(BEFORE).flow, loaded(AFTER).flow)
    return sorted(found, key=lambda row: row["verdict"] == KEPT)


def answering(found: Gathered) -> Iterator[Block]:
    """Yield the section on who answers for whom."""
    headline = loaded(AFTER).claim(HEADLINE).sentence
    verdicts = [row for row in found.claims if row["id"] == HEADLINE]
    proved = sum(row["verdict"] == "proved" for row in verdicts)
    yield Heading("Who answers for whom")
    yield Paragraph(ANSWERING)
    told = (
        f"One sentence holds this together: “{headline}” It was asked of "
        f"{counted(len(verdicts), 'flow')}: today's, the new one, and ways from the one to the "
        "other. It is "
    )
    how = bold(f"proved of {proved} of {len(verdicts)}, for every number of metering points")
    yield Paragraph([told, how, "."])
    svg = change(loaded(BEFORE).flow, loaded(AFTER).flow)
    assert svg is not None
    yield PaperFigure(
        svg,
        "Who answers for whom, today and then. Each body has the same place on both sides, so "
        "that what differs is the change.",
    )


def owing(*, changes_alone: bool = False) -> Iterator[Block]:
    """Yield the section on who owes what, or on what changes in that."""
    every = rows()
    kept = [row for row in every if row["verdict"] == KEPT]
    yield Heading("Who owes what to whom")
    new = sum(row["verdict"] == NEW for row in every)
    yield Paragraph(
        f"Of {len(every)} duties {len(kept)} stay as they are, {new} are new, and the others go on "
        "under somebody else or towards somebody else. “Through” names the agent that does the "
        "work for whoever owes it."
    )
    yield PaperTable(
        "Who owes what to whom, today and then; all under the SEC where nothing else is said.",
        (Head("What is owed", 66), Head("Today", 47), Head("Then", 47)),
        list(_told(row for row in every if not (changes_alone and row["verdict"] == KEPT))),
    )


def _told(every: Iterable[OwingRow]) -> Iterator[Sequence[Text]]:
    """Yield a row for all that the same owe to the same, today and then."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in every:
        was, now = row["before"], row["after"]
        one = now or was
        assert one is not None
        then = SAME if row["verdict"] == KEPT else _side(now)
        found.setdefault((_side(was), then), []).append(f"{one['matter']}, {one['about']}")
    for (today, then), what in found.items():
        yield [f"{capital('; '.join(what))}.", today, then if then == SAME else [bold(then)]]


def _side(one: DutySideRow | None) -> str:
    if one is None:
        return NOBODY
    through = f" through {one['agent']}" if one["agent"] else ""
    under = f" (under {one['instrument']})" if one["instrument"] != "SEC" else ""
    return f"{one['obligor']}{through}, to {one['beneficiary']}{under}"
