"""`switchproof why-not`."""
