"""The duties of both regimes, side by side."""
