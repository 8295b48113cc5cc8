"""`switchproof explain`."""
