"""`switchproof explore`."""
