"""What the change means for each party, and for each document."""

from collections.abc import Iterator, Sequence

from model.language.words import listed
from switchproof.diff.format import DutySideRow, OwingRow
from switchproof.dossier.document import CLAUSES, DOCUMENT
from switchproof.dossier.paper.owing import rows
from switchproof.dossier.paper.tree import Block, Head, Heading, PaperTable, Paragraph, Text
from switchproof.dossier.trace.format_compared import PartRow
from switchproof.dossier.trace.outcome import named
from switchproof.dossier.trace.project import outcome
from switchproof.telling.sentences import capital

NONE = "–"
Role = tuple[str, str]


def impacts() -> Iterator[Block]:
    """Yield the section on impacts, by party and by document."""
    yield Heading("Impacts")
    yield Paragraph(
        "By party: what each owes, and for whom it acts, as far as that changes. What stays is in "
        "section 5."
    )
    yield PaperTable(
        "Impacts by party.",
        (Head("Party", 24), Head("No longer", 62), Head("Newly", 74)),
        list(_parties(rows())),
    )
    yield from _documents()


def _parties(every: Sequence[OwingRow]) -> Iterator[Sequence[Text]]:
    sides = [(row["before"], row["after"]) for row in every]
    names = dict.fromkeys(
        name for pair in sides for one in pair if one for name in (one["obligor"], one["agent"])
    )
    for name in filter(None, names):
        was = [told for one, _ in sides for told in _role(name, one)]
        now = [told for _, one in sides for told in _role(name, one)]
        lost = [told for told in was if told not in now]
        gained = [told for told in now if told not in was]
        if lost or gained:
            yield [capital(name), _listed(lost), _listed(gained)]


def _role(name: str, one: DutySideRow | None) -> Iterator[Role]:
    """Yield how a party stands in a duty, and what it is about."""
    if one is not None and one["obligor"] == name:
        yield f"owes {one['beneficiary']}", f"{one['matter']}, {one['about']}"
    elif one is not None and one["agent"] == name:
        yield f"acts for {one['obligor']} in", f"{one['matter']}, {one['about']}"


def _listed(told: Sequence[Role]) -> str:
    found: dict[str, dict[str, None]] = {}
    for how, what in told:
        found.setdefault(how, {})[what] = None
    return " ".join(f"{capital(how)}: {'; '.join(what)}." for how, what in found.items()) or NONE


def _documents() -> Iterator[Block]:
    event = outcome()
    changes = listed(
        (f"{one['id']} of {one['on']} ({one['about']})" for one in event["changes"]), "and"
    )
    yield Paragraph(
        f"By document: what the {DOCUMENT.publisher} paper says of each part of the SEC, and which "
        f"were amended in the event, by {changes}. That checks what was foreseen, and was not "
        "known when it was written."
    )
    yield PaperTable(
        "Parts of the SEC: what the SECAS paper foresees, and what was amended in the event.",
        (
            Head("Part", 22),
            Head("What the SECAS paper says", 108),
            Head("Amended by", 30),
        ),
        [_part(row) for row in event["parts"]],
    )


def _part(row: PartRow) -> Sequence[Text]:
    says = {clause.id: clause.says for clause in CLAUSES}
    told = " ".join(f"{says[id_].removesuffix('.')} ({id_})." for id_ in row["foreseen"])
    return [named(row["part"]), told or NONE, ", ".join(row["done"]) or NONE]
