"""`switchproof logs ingest`."""
