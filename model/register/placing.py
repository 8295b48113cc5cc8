"""How the sentences of a document are written down, by paragraph and by row, and clauses on them.

A sentence that says what is to be `asks`, one that does not `tells`.
"""

from collections.abc import Iterable
from dataclasses import replace

from model.language.sources import Clause, Document, Sentence


def asks(fingerprint: str, ids: str = "", *qualifiers: str, skipped: str = "") -> Sentence:
    """Return a sentence with a normative word, still without its place."""
    return Sentence(fingerprint, "", ids, skipped, normative=True, qualifiers=qualifiers)


def tells(fingerprint: str, ids: str = "", *qualifiers: str, skipped: str = "") -> Sentence:
    """Return a sentence without a normative word, still without its place."""
    return Sentence(fingerprint, "", ids, skipped, qualifiers=qualifiers)


def heading(page: int, section: str, fingerprint: str) -> tuple[Sentence, ...]:
    """Return the heading of a section."""
    return (Sentence(fingerprint, f"{section}, heading", skipped="a heading", page=page),)


def sentences(page: int, paragraph: str, *said: Sentence) -> tuple[Sentence, ...]:
    """Return the sentences of a paragraph that begins on a page."""
    return _placed(page, f"{paragraph}, sentence", said)


def items(page: int, row: str, *said: Sentence) -> tuple[Sentence, ...]:
    """Return the items of a row of a table."""
    return _placed(page, f"{row}, item", said)


def _placed(page: int, where: str, said: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    return tuple(
        replace(one, place=f"{where} {number}", page=page) for number, one in enumerate(said, 1)
    )


def resting(
    clauses: Iterable[Clause], document: Document, sentences: tuple[Sentence, ...]
) -> tuple[Clause, ...]:
    """Return the clauses of a document with the sentences that each rests on."""
    return tuple(
        replace(
            clause,
            document=document,
            sentences=tuple(s for s in sentences if clause.id in s.ids.split()),
        )
        for clause in clauses
    )
