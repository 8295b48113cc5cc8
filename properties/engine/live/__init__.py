"""Liveness: that what holds now leads to something later, in every fair run, for every number.

`settle.py` is the way in: it looks at the views of one point as a graph (`attempt.py`, `views.py`,
`graph.py`) for ranks (`ranker.py`) or a fair cycle (`cycle.py`). Ranks are believed where Z3 has
judged them (`judged.py`), a lasso where it replays on the whole flow (`lasso.py`).
"""
