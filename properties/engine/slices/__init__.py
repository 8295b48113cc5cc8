"""What can be reached on a few kept fields: the steps, the closure, and the runs that replay.

`seen.py` says what is asked and from where; `refine.py` keeps more fields until it is answered.
Each slice passes `layout.py`, `cases.py` to `steps.py` (what a move does), `reach.py` and
`closure.py` (what is met), `watch.py` (what breaks the claim) and `replay.py` (whether the whole
flow does it too). Nothing here is believed: a run replays, and what holds is judged by Z3.
"""
