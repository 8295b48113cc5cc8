"""`switchproof logs need`."""
