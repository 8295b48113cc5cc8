"""The governing document and its statements, each in our own words.

Every statement that says who must do what, what stays, what goes, or in which order, has an
entry, and each entry says how the model treats it. An id is the section and a letter, or, for
the table of section 5, the part of the SEC that a line is about. What a statement makes, and what
shows it, is computed from the citations, and is not listed here.
"""

from collections.abc import Iterable
from dataclasses import replace

from model.language.sources import Clause, Document, Sentence
from model.register.clauses_appendices import APPENDICES
from model.register.clauses_drafting import DRAFTING
from model.register.clauses_duties import DUTIES
from model.register.clauses_reasons import REASONS
from model.register.clauses_table import SECTIONS
from model.register.sentences import SENTENCES

DOCUMENT = Document(
    "SEC Consequential Changes",
    2019,
    "SECAS",
    edition="undated; it expects the interface design by the end of June 2019",
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


CLAUSES = resting((*REASONS, *DUTIES, *DRAFTING, *SECTIONS, *APPENDICES), DOCUMENT, SENTENCES)
