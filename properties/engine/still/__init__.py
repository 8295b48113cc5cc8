"""Whether one can always still get somewhere: ranks along events that somebody can take, or a trap.

`settle.py` is the way in: it looks at slices (`glance.py`) for ranks (`ladder.py`) or for a run
into a trap (`trap.py`), and Z3 judges both. A rung counts where its event asks nothing of others,
or where all whom it asks can first be led to allow it by steps of their own (`led.py`). Where one
is stuck, if that depends on others, is searched in instances of few points (`stuck.py`).
"""
