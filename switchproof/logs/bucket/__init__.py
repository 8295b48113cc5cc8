"""`switchproof logs bucket`."""
