"""`switchproof check`."""
