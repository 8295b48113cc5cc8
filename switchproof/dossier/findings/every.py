"""What the document gets wrong or leaves open, each with what shows it; and what was dismissed."""

from switchproof.dossier.findings.dismissed import DISMISSED
from switchproof.dossier.findings.kinds import Cure, Dismissed, Finding, InTheText
from switchproof.dossier.findings.on_duties import ON_DUTIES
from switchproof.dossier.findings.on_faults import ON_FAULTS
from switchproof.dossier.findings.on_receiving import ON_RECEIVING
from switchproof.dossier.findings.on_sending import ON_SENDING
from switchproof.dossier.findings.on_text import ON_DRAFTING, ON_TEXT

FINDINGS: tuple[Finding, ...] = (*ON_DUTIES, *ON_SENDING, *ON_FAULTS, *ON_RECEIVING, *ON_DRAFTING)

__all__ = ["DISMISSED", "FINDINGS", "ON_TEXT", "Cure", "Dismissed", "Finding", "InTheText"]
