"""The paper that the dossier is about: whatever else reads of it, reads it here."""

from model.register.secas_2019.clauses import CLAUSES, DOCUMENT
from model.register.secas_2019.outcome import OUTCOME, foreseen
from model.register.secas_2019.questions import QUESTIONS
from model.register.secas_2019.sending import SENDINGS
from model.register.secas_2019.sentences import SENTENCES
from model.register.secas_2019.terms import TERMS
from switchproof.dossier.secas_2019.doubts import DOUBTS
from switchproof.dossier.secas_2019.findings import (
    ANNEX,
    DISMISSED,
    FINDINGS,
    ON_TEXT,
    ON_THE_ANNEX,
    ORDER,
)
from switchproof.dossier.secas_2019.judged import JUDGED

__all__ = [
    "ANNEX",
    "CLAUSES",
    "DISMISSED",
    "DOCUMENT",
    "DOUBTS",
    "FINDINGS",
    "JUDGED",
    "ON_TEXT",
    "ON_THE_ANNEX",
    "ORDER",
    "OUTCOME",
    "QUESTIONS",
    "SENDINGS",
    "SENTENCES",
    "TERMS",
    "foreseen",
]
