"""`dossier questions`: which text, asked of whom, would settle what hangs on it."""
