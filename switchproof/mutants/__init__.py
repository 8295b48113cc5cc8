"""`switchproof mutants`."""
