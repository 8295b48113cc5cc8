"""`dossier designs`: the four designs of the handover side by side, and the duties of one night."""
