"""`switchproof verify`."""
