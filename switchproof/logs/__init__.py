"""`switchproof logs`: event logs read by a monitor of the flow."""
