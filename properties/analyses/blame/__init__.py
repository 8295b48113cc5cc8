"""Blame: who must fail for an outcome, and which step of a run decides it."""
