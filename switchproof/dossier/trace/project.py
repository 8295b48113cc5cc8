"""The coverage of the governing document by all flows and doubts of the project."""

from model.flows import FLOWS
from model.register.clauses import CLAUSES
from model.register.held import HELD_BY_TABLE
from model.register.sentences import SENTENCES
from switchproof.deciding.decide import loaded
from switchproof.dossier.doubts.every import DOUBTS
from switchproof.dossier.trace.coverage import Coverage


def covered_by_all() -> Coverage:
    """Return the register with all that answers to it; this loads every flow."""
    flows = [loaded(flow) for flow in FLOWS]
    return Coverage(CLAUSES, SENTENCES, flows, DOUBTS, HELD_BY_TABLE)
