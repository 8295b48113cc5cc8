"""`dossier table`: what the change catches under way, what becomes of it, and who says so."""
