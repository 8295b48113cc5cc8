"""`switchproof draw`."""
