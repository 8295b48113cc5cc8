"""The document that the dossier is about: whatever else reads of it, reads it here."""

from model.register.secas_2019.clauses import CLAUSES, DOCUMENT
from model.register.secas_2019.outcome import OUTCOME, foreseen
from model.register.secas_2019.questions import QUESTIONS
from model.register.secas_2019.sending import SENDINGS
from model.register.secas_2019.sentences import SENTENCES
from model.register.secas_2019.terms import TERMS
from model.register.secas_2019.texts import AUTHORS, NO_TEXT, TEXTS
from switchproof.dossier.secas_2019.change import AFTER, BEFORE
from switchproof.dossier.secas_2019.doubts import DOUBTS
from switchproof.dossier.secas_2019.findings import (
    ANNEX,
    DISMISSED,
    FAULTS_OF_THE_FLOW,
    FINDINGS,
    FLOWS_OF_DUTIES,
    ON_TEXT,
    ON_THE_ANNEX,
    ORDER,
    TODAY,
)
from switchproof.dossier.secas_2019.introduced import (
    ANSWERING,
    HEADLINE,
    MOST_UNDER_WAY,
    SUBJECT,
    TITLE,
)
from switchproof.dossier.secas_2019.judged import JUDGED

__all__ = [
    "AFTER",
    "ANNEX",
    "ANSWERING",
    "AUTHORS",
    "BEFORE",
    "CLAUSES",
    "DISMISSED",
    "DOCUMENT",
    "DOUBTS",
    "FAULTS_OF_THE_FLOW",
    "FINDINGS",
    "FLOWS_OF_DUTIES",
    "HEADLINE",
    "JUDGED",
    "MOST_UNDER_WAY",
    "NO_TEXT",
    "ON_TEXT",
    "ON_THE_ANNEX",
    "ORDER",
    "OUTCOME",
    "QUESTIONS",
    "SENDINGS",
    "SENTENCES",
    "SUBJECT",
    "TERMS",
    "TEXTS",
    "TITLE",
    "TODAY",
    "foreseen",
]
