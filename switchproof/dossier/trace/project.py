"""The governing document of the project, and its coverage by all flows and doubts.

Nothing else of `trace` knows which paper it is about.
"""

from model.flows import FLOWS
from model.register.held import HELD_BY_TABLE
from switchproof.deciding.decide import loaded
from switchproof.dossier.document import (
    AFTER,
    BEFORE,
    CLAUSES,
    DOCUMENT,
    DOUBTS,
    FINDINGS,
    ON_TEXT,
    OUTCOME,
    SENTENCES,
    TERMS,
    foreseen,
)
from switchproof.dossier.trace.coverage import Coverage
from switchproof.dossier.trace.format_compared import ImpactsRow, OutcomeRow
from switchproof.dossier.trace.impacts import against_diff
from switchproof.dossier.trace.outcome import against_outcome

__all__ = ["DOCUMENT", "TERMS", "cited_by_findings", "covered_by_all", "impacts", "outcome"]


def cited_by_findings() -> dict[str, tuple[str, ...]]:
    """Return what each finding cites, also by its outcome."""
    return {
        **{f.id: (*f.clauses.split(), *f.outcome.cites.split()) for f in FINDINGS},
        **{f.id: tuple(f.clauses.split()) for f in ON_TEXT},
    }


def outcome() -> OutcomeRow:
    """Return the table of impacts beside what was done."""
    return against_outcome(foreseen(clause.id for clause in CLAUSES), OUTCOME)


def impacts(covered: Coverage) -> ImpactsRow:
    """Return the table of impacts beside what differs before and after."""
    table = foreseen(clause.id for clause in CLAUSES)
    return against_diff(table, loaded(BEFORE), loaded(AFTER), covered)


def covered_by_all() -> Coverage:
    """Return the register with all that answers to it; this loads every flow."""
    flows = [loaded(flow) for flow in FLOWS]
    return Coverage(CLAUSES, SENTENCES, flows, DOUBTS, HELD_BY_TABLE)
