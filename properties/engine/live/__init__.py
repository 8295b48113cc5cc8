"""Liveness: that what holds now leads to something later, in every fair run, for every number.

`settle.py` is the way in. A proof is ranks over the views of one point, judged by
Z3 (`judged.py`); a refutation is a lasso that replays on the whole flow (`lasso.py`).
"""
