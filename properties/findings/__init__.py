"""What the document gets wrong or leaves open, each with what shows it; and what was dismissed."""

from properties.findings.dismissed import DISMISSED
from properties.findings.kinds import Cure, Dismissed, Finding, InTheText
from properties.findings.on_duties import ON_DUTIES
from properties.findings.on_faults import ON_FAULTS
from properties.findings.on_receiving import ON_RECEIVING
from properties.findings.on_sending import ON_SENDING
from properties.findings.on_text import ON_DRAFTING, ON_TEXT

FINDINGS: tuple[Finding, ...] = (*ON_DUTIES, *ON_SENDING, *ON_FAULTS, *ON_RECEIVING, *ON_DRAFTING)

__all__ = ["DISMISSED", "FINDINGS", "ON_TEXT", "Cure", "Dismissed", "Finding", "InTheText"]
