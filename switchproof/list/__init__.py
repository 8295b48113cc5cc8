"""`switchproof list`: what a flow holds, a line each."""
