"""`switchproof idle`."""
