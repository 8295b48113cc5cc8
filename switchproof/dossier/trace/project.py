"""The coverage of the governing document by all flows and doubts of the project."""

from model.flows import FLOWS
from model.register.clauses import CLAUSES
from model.register.held import HELD_BY_TABLE
from model.register.sentences import SENTENCES
from switchproof.deciding.decide import loaded
from switchproof.dossier.doubts.every import DOUBTS
from switchproof.dossier.findings.every import FINDINGS, ON_TEXT
from switchproof.dossier.trace.coverage import Coverage


def cited_by_findings() -> dict[str, tuple[str, ...]]:
    """Return what each finding cites, also by its outcome."""
    return {
        **{f.id: (*f.clauses.split(), *f.outcome.cites.split()) for f in FINDINGS},
        **{f.id: tuple(f.clauses.split()) for f in ON_TEXT},
    }


def covered_by_all() -> Coverage:
    """Return the register with all that answers to it; this loads every flow."""
    flows = [loaded(flow) for flow in FLOWS]
    return Coverage(CLAUSES, SENTENCES, flows, DOUBTS, HELD_BY_TABLE)
