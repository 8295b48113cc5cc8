"""`switchproof logs explain`."""
