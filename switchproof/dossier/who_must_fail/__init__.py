"""The breaches that somebody may commit, and who must commit one for an outcome."""
