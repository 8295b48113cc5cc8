"""The engine: it settles a claim on any flow, and knows none."""
