"""Whether one can always still get somewhere: ranks along events that somebody can take, or a trap.

`settle.py` is the way in: it looks at slices (`glance.py`) for ranks (`ladder.py`) or for a run
into a trap (`trap.py`), and Z3 judges both. Of what others do nothing is used but that it leads
out of no invariant: a rung counts only where its event asks nothing of them.
"""
