"""`dossier paper`: what is found, as a paper for a committee, in PDF and for Word."""
