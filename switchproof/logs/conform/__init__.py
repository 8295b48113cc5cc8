"""`switchproof logs conform`."""
