"""`dossier order`: which orders of the steps of the change are safe, and whether one is."""
