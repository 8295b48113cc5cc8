"""Provenance: which rules, conditions and ties a proved claim cannot do without."""
