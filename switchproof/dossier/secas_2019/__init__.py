"""The SECAS paper of 2019: its findings with their cures, its doubts, and what its terms show.

All of the dossier that is of this paper alone stands here; `switchproof/dossier/document.py` has
the rest of the dossier read it, so that a second paper is a second folder.
"""
