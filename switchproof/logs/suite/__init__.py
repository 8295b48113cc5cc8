"""`switchproof logs suite`."""
