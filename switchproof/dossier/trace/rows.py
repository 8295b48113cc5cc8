"""The report of `trace` as plain rows: the register as a whole, and a text beside it."""

from collections.abc import Iterable, Sequence

from model.language.sources import Clause, Document, Sentence
from model.register.reading import Heard
from switchproof.deciding.format import ClaimRow
from switchproof.dossier.trace.again import first_words
from switchproof.dossier.trace.coverage import MAKES, Coverage
from switchproof.dossier.trace.edition import Difference
from switchproof.dossier.trace.format import GapRow, TableRow, TraceReport
from switchproof.dossier.trace.format_compared import AgainRow, IdsRow, PlaceRow, SourceRow
from switchproof.dossier.trace.uses import Citing
from switchproof.dossier.trace.verdicts import said


def report_on(document: Document, covered: Coverage) -> TraceReport:
    """Return the report of a register with no entry yet."""
    faults: list[GapRow] = [
        {"rule": f.rule, "culprit": f.culprit, "says": f.says} for f in covered.faults
    ]
    return {
        "figures": covered.figures(),
        "faults": faults,
        "document": {
            "title": document.title,
            "year": document.year,
            "publisher": document.publisher,
            "edition": document.edition,
        },
        "held": [{"id": id_, "why": why} for id_, why in covered.held.items()],
        "table": [],
        "entries": [],
        "source": None,
        "outcome": None,
        "impacts": None,
        "exit": 0,
    }


def where(clause: Clause) -> str:
    """Return the pages and paragraphs, or rows, on which a clause rests."""
    parts = (f"p. {s.page}: {s.place.rpartition(', ')[0]}" for s in clause.sentences)
    return "; ".join(dict.fromkeys(parts))


def table_row(clause: Clause, covered: Coverage) -> TableRow:
    """Return a clause with how much answers to it."""
    return {
        "id": clause.id,
        "says": clause.says,
        "where": where(clause),
        "force": clause.force.value,
        "treatment": clause.treat,
        "rules": len(covered.of(clause.id, Citing.RULE)),
        "duties": len(covered.of(clause.id, *(kind for kind in MAKES if kind is not Citing.RULE))),
        "claims": len(covered.of(clause.id, Citing.CLAIM)),
        "variants": len(covered.of(clause.id, Citing.VARIANT)),
        "doubts": len(covered.of(clause.id, Citing.DOUBT)),
        "lacks": covered.lacks(clause),
        "exception": clause.exempt,
        "held": covered.held.get(clause.id, ""),
    }


def source_row(
    file: str, found: Difference, again: Sequence[AgainRow], resting: Iterable[ClaimRow]
) -> SourceRow:
    """Return where a text differs, what to read again, and the verdicts that rest on that."""
    return {
        "file": file,
        "known": found.known,
        "new": [_by_words(one) for one in found.new],
        "unanswered": [_by_words(one) for one in found.unanswered],
        "gone": [_by_ids(one) for one in found.gone],
        "moved": [
            {"was": was.place, "now": now.place, "ids": was.ids.split()} for was, now in found.moved
        ],
        "unread": [_by_ids(one) for one in found.unread],
        "requalified": [_by_ids(one) for one in found.requalified],
        "suspect": list(found.suspect),
        "read_again": list(again),
        "verdicts": [
            {"flow": row["flow"], "id": row["id"], "verdict": said(row)} for row in resting
        ],
    }


def _by_words(one: Heard) -> PlaceRow:
    return {"place": one.place, "words": first_words(one)}


def _by_ids(one: Sentence) -> IdsRow:
    return {"place": one.place, "ids": one.ids.split()}
