"""`dossier interfaces`: what is alike where only some events are seen, and which drafts are."""
