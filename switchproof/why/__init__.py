"""`switchproof why`."""
