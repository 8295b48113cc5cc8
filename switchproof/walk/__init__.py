"""`switchproof walk`."""
