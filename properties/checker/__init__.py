"""The checker: it accepts or rejects packets, with Python's standard library and nothing else."""
