"""`dossier terms`: as what the terms are used, and where uses do not agree."""
