"""The checker: packets, with Python's standard library and nothing else.

A packet says of one claim of one flow that it is proved or refuted, and why. The flow is data too,
named by the hash of its file. Nothing in the folder is run. Each way in which a packet could be
wrong is asked about as a *question*, which must have no answer; a search over finite values
answers it. Why these questions are enough is told in SOUNDNESS.md.
"""

from .cli import main
from .folder import MANIFEST, Checker, Named, read
from .kernel.flow import Flow
from .kernel.need import Rejected
from .kinds import KINDS, check, questions
from .manifest import Manifest
from .sorts import flow_of

__all__ = [
    "KINDS",
    "MANIFEST",
    "Checker",
    "Flow",
    "Manifest",
    "Named",
    "Rejected",
    "check",
    "flow_of",
    "main",
    "questions",
    "read",
]
