"""`dossier site`: all that is kept of the paper and its flows, as a folder of pages."""
