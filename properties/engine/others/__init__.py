"""What is needed only where points interact: what others, whom no view tracks, may do.

Whoever reads how a claim is settled on a flow that is deletion-closed needs nothing of it. It adds
the steps of others to a closure (`ghosts.py`) and to what Z3 is asked (`obligations.py`), reads
quantifiers (`quantified.py`), regains fairness (`lemmas.py`), looks at more points (`several.py`).
"""
